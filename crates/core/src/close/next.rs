//! Where a block that is left goes on: the next day with work, as near to its own time of day as
//! there is room.

use crate::boundary::Boundaries;
use crate::category::Category;
use crate::season::{first_free, hours_of};
use crate::settings::Settings;
use crate::time::{Instant, Span, Zone};
use chrono::{Days, NaiveDate};

/// How many days are looked through for one with work.
const LOOK_AHEAD: u64 = 28;

/// A day on which things go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NextDay {
    /// Its date.
    pub day: NaiveDate,
    /// What of it is still to come and meant for such time.
    pub within: Span,
}

/// The day on which what is left of `day` goes on. For work it is the next one whose work hours are
/// not over; for personal time simply the next one, to where it ends.
pub fn next_day(
    day: NaiveDate,
    category: Category,
    now: Instant,
    settings: &Settings,
    boundaries: &Boundaries,
    home: &Zone,
) -> Option<NextDay> {
    let to_come = |day: NaiveDate| {
        let within = match category.is_work() {
            true => hours_of(day, boundaries.work_hours_on(day, settings)?, home),
            false => whole(day, settings, home)?,
        };
        let within = Span::new(within.start.max(now), within.end);
        (0 < within.seconds()).then_some(NextDay { day, within })
    };
    // A day that is closed long after it was leads to days that are still to come.
    let today = home.wall(now).date().pred_opt()?;
    let after = day.max(today);
    (1..=LOOK_AHEAD).find_map(|step| to_come(after.checked_add_days(Days::new(step))?))
}

/// Where a block goes on a day: at its own time of day if that is free, else the first free place
/// after it, else any. Work finds it in the work hours alone, personal time not before its own time
/// of day. `None` where there is no room for its whole length.
pub fn place(
    block: Span,
    category: Category,
    next: &NextDay,
    taken: &[Span],
    home: &Zone,
) -> Option<Instant> {
    let NextDay { day, within } = *next;
    let own = home.instant(day.and_time(home.wall(block.start).time()));
    let seconds = block.seconds();
    let same = Span::new(own, own.plus_seconds(seconds));
    let inside = within.start <= same.start && same.end <= within.end;
    if inside && !taken.iter().any(|one| one.overlaps(same)) {
        return Some(own);
    }
    let after = Span::new(own.clamp(within.start, within.end), within.end);
    let found = first_free(after, taken, seconds);
    match category.is_work() {
        true => found.or_else(|| first_free(within, taken, seconds)),
        false => found,
    }
}

fn whole(day: NaiveDate, settings: &Settings, home: &Zone) -> Option<Span> {
    let begins = |day: NaiveDate| home.instant(day.and_time(settings.day_start()));
    Some(Span::new(begins(day), begins(day.succ_opt()?)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::boundary::{DayOff, DayOffKind};
    use chrono::NaiveDateTime;
    use proptest::prelude::*;

    fn at(wall: &str) -> Instant {
        let wall: NaiveDateTime = format!("2026-11-{wall}:00").parse().unwrap();
        Zone::utc().instant(wall)
    }

    fn span(day: &str, from: &str, to: &str) -> Span {
        Span::new(at(&format!("{day}T{from}")), at(&format!("{day}T{to}")))
    }

    fn date(day: &str) -> NaiveDate {
        format!("2026-11-{day}").parse().unwrap()
    }

    /// With the Monday after the third week off.
    fn goes_on(day: &str, category: Category, now: &str) -> Option<NextDay> {
        let boundaries = Boundaries {
            days_off: vec![DayOff {
                from: date("23"),
                until: date("24"),
                kind: DayOffKind::Holiday,
                name: String::new(),
            }],
            ..Boundaries::default()
        };
        let settings = Settings::default();
        let home = Zone::utc();
        next_day(date(day), category, at(now), &settings, &boundaries, &home)
    }

    fn said(next: Option<NextDay>) -> String {
        let next = next.unwrap();
        let wall = |at: Instant| Zone::utc().wall(at).format("%dT%H:%M").to_string();
        let NextDay { day, within } = next;
        let day = day.format("%d");
        format!("{day}: {} to {}", wall(within.start), wall(within.end))
    }

    #[test]
    fn work_goes_on_on_the_next_day_with_work_and_personal_time_on_the_next_day() {
        let (work, personal) = (Category::Technical, Category::Personal);
        let next = |day, category, now| said(goes_on(day, category, now));
        assert_eq!(next("18", work, "18T17:00"), "19: 19T09:00 to 19T17:30");
        // Over a weekend and a holiday.
        assert_eq!(next("20", work, "20T17:00"), "24: 24T09:00 to 24T17:30");
        assert_eq!(next("20", personal, "20T17:00"), "21: 21T04:00 to 22T04:00");
    }

    #[test]
    fn a_day_closed_later_leads_to_what_is_still_to_come() {
        let work = Category::Management;
        let next = |now| said(goes_on("17", work, now));
        assert_eq!(next("18T08:00"), "18: 18T09:00 to 18T17:30");
        assert_eq!(next("18T10:07"), "18: 18T10:07 to 18T17:30");
        assert_eq!(next("18T20:00"), "19: 19T09:00 to 19T17:30");
        // After midnight it is still the evening of the day before.
        let late = said(goes_on("18", Category::Personal, "19T01:00"));
        assert_eq!(late, "19: 19T04:00 to 20T04:00");
    }

    #[test]
    fn who_never_works_has_no_next_day() {
        let settings = Settings {
            work_hours: [None; 7],
            ..Settings::default()
        };
        let free = Boundaries::default();
        let now = at("18T17:00");
        let next = |category| {
            next_day(date("18"), category, now, &settings, &free, &Zone::utc()).is_some()
        };
        assert!(!next(Category::Technical));
        assert!(next(Category::Personal));
    }

    fn placed(block: (&str, &str), category: Category, taken: &[Span]) -> Option<String> {
        let within = match category.is_work() {
            true => span("19", "09:00", "17:30"),
            false => Span::new(at("19T04:00"), at("20T04:00")),
        };
        let next = NextDay {
            day: date("19"),
            within,
        };
        let block = span("18", block.0, block.1);
        let start = place(block, category, &next, taken, &Zone::utc())?;
        Some(Zone::utc().wall(start).format("%H:%M").to_string())
    }

    #[test]
    fn a_block_goes_to_its_own_time_then_after_it_then_before_it() {
        let technical = |block, taken: &[Span]| placed(block, Category::Technical, taken);
        let some = |time: &str| Some(time.to_string());
        assert_eq!(technical(("10:05", "11:00"), &[]), some("10:05"));
        let busy = [span("19", "10:00", "12:10")];
        assert_eq!(technical(("10:05", "11:00"), &busy), some("12:15"));
        let late = [span("19", "11:00", "17:30")];
        assert_eq!(technical(("11:00", "12:00"), &late), some("09:00"));
        // What stood outside the hours comes into them.
        assert_eq!(technical(("20:00", "21:00"), &[]), some("09:00"));
        assert_eq!(technical(("06:00", "07:00"), &[]), some("09:00"));
        let full = [span("19", "09:30", "17:00")];
        assert_eq!(technical(("11:00", "12:00"), &full), None);
    }

    #[test]
    fn personal_time_keeps_to_its_evening() {
        let personal = |block, taken: &[Span]| placed(block, Category::Personal, taken);
        assert_eq!(personal(("19:00", "20:30"), &[]), Some("19:00".into()));
        let busy = [span("19", "18:00", "20:00")];
        assert_eq!(personal(("19:00", "20:30"), &busy), Some("20:00".into()));
        let full = [Span::new(at("19T18:00"), at("20T04:00"))];
        assert_eq!(personal(("19:00", "20:30"), &full), None);
    }

    proptest! {
        #[test]
        fn a_place_is_free_and_in_the_hours_and_is_found_where_there_is_one(
            start in 0i64..96,
            length in 1i64..40,
            taken in prop::collection::vec((0i64..96, 1i64..24), 0..8),
        ) {
            let quarter = |day: &str, count: i64| at(&format!("{day}T00:00")).plus_seconds(count * 900);
            let slots = |day: &str, from: i64, length: i64| {
                Span::new(quarter(day, from), quarter(day, from + length))
            };
            let taken: Vec<Span> = taken.iter().map(|(from, length)| slots("19", *from, *length)).collect();
            let next = NextDay { day: date("19"), within: span("19", "09:00", "17:30") };
            let block = slots("18", start, length);
            let free = |from: i64| {
                let there = slots("19", from, length);
                next.within.start <= there.start
                    && there.end <= next.within.end
                    && !taken.iter().any(|one| one.overlaps(there))
            };
            // One by one: the first from its own time on, else the first of all.
            let expected = (start..96).chain(0..start).find(|from| free(*from)).map(|from| quarter("19", from));
            let found = place(block, Category::Growth, &next, &taken, &Zone::utc());
            prop_assert_eq!(found, expected);
        }
    }
}
