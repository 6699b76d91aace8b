use super::super::{BoundaryRule, DayOff, DayOffKind, RuleSubject, WeekLimit};
use super::*;
use crate::drawn::{Drawing, UNIT};
use crate::time::{Instant, Zones};
use chrono::{NaiveTime, TimeDelta};
use expect_test::{Expect, expect};

const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const NOON: WorkHours = WorkHours {
    start: 12 * 60,
    end: 13 * 60,
};

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// `Mon 09-10 T` and so on, a small `m` after it for a meeting; hours of up to 28 are those of the
/// night that follows. Each is called by its place, from 0.
fn items(drawing: &str, monday: NaiveDate, home: &Zone) -> Vec<(usize, Stretch)> {
    let parts = drawing.split('|').map(str::trim);
    let parts = parts.filter(|part| !part.is_empty()).enumerate();
    parts
        .map(|(place, part)| {
            let words: Vec<&str> = part.split(' ').collect();
            let day = DAYS.iter().position(|day| *day == words[0]).unwrap() as i64;
            let (from, to) = words[1].split_once('-').unwrap();
            let at = |time: &str| {
                let (hour, minute) = time.split_once(':').unwrap_or((time, "0"));
                let (hour, minute): (i64, i64) = (hour.parse().unwrap(), minute.parse().unwrap());
                let midnight = monday.and_time(NaiveTime::MIN);
                home.instant(midnight + TimeDelta::minutes((day * 24 + hour) * 60 + minute))
            };
            let category = match &words[2][..1] {
                "T" => Category::Technical,
                "M" => Category::Management,
                "G" => Category::Growth,
                _ => Category::Personal,
            };
            let mut stretch = Stretch::new(Span::new(at(from), at(to)), category);
            stretch.meeting = words[2].ends_with('m');
            (place, stretch)
        })
        .collect()
}

fn told<K: Clone + std::fmt::Debug>(found: &[Violation<K>]) -> String {
    let lines = found.iter().map(|one| {
        let (day, minutes, keys) = (one.day.format("%a"), one.minutes, &one.keys);
        format!("{day} {minutes} min, {:?} by {keys:?}", one.crossing)
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn check_in(monday: &str, zone: &str, boundaries: &Boundaries, drawing: &str, expected: Expect) {
    assert_eq!(boundaries.check(), Ok(()));
    let home = Zones::bundled().get(zone).unwrap();
    let settings = Settings::default();
    let monday = date(monday);
    let week = Week::new(monday, settings.day_start(), &home);
    let items = items(drawing, monday, &home);
    expected.assert_eq(&told(&violations(
        boundaries, &settings, &week, &items, &home,
    )));
}

fn check(boundaries: &Boundaries, drawing: &str, expected: Expect) {
    check_in("2026-11-16", "UTC", boundaries, drawing, expected);
}

fn off(from: &str, until: &str, kind: DayOffKind) -> DayOff {
    DayOff {
        from: date(from),
        until: date(until),
        kind,
        name: String::new(),
    }
}

fn rule(no: RuleSubject, days: [bool; 7], start: u16, end: u16) -> Boundaries {
    Boundaries {
        rules: vec![BoundaryRule {
            no,
            days,
            start,
            end,
        }],
        ..Boundaries::default()
    }
}

#[test]
fn what_lies_outside_the_hours_is_as_drawn() {
    let drawing = Drawing::of(include_str!("../violation.rs"));
    let hours = drawing.spans("work hours")[0];
    let plan = drawing.stretches("plan", Category::Growth);
    let items: Vec<(usize, Stretch)> = plan.into_iter().enumerate().collect();
    let plan = Plan {
        items: items.iter().collect(),
    };
    let all = Span::new(Instant(0), Instant(100 * UNIT));
    let sides = [
        Span::new(all.start, hours.start),
        Span::new(hours.end, all.end),
    ];
    let minutes = sides.map(|side| plan.crossed(&[side], is_work).unwrap().0 as f64 / 60.0);
    assert_eq!(minutes.to_vec(), drawing.lengths("crossing"));
}

#[test]
fn a_week_within_its_boundaries_crosses_nothing() {
    let week = "Mon 9-12 T | Mon 13-17:30 M | Sat 9-12 P | Tue 20-22 P";
    let boundaries = Boundaries {
        lunch: Some(NOON),
        ..Boundaries::default()
    };
    check(&boundaries, week, expect![]);
    check(&boundaries, "", expect![]);
}

#[test]
fn time_outside_the_hours_counts_once_and_names_every_block_in_it() {
    check(
        &Boundaries::default(),
        "Mon 18-19 M | Mon 17-19 M | Mon 8-9:30 G | Tue 23-25 T | Sat 10-11 G",
        expect![[r#"
            Mon 60 min, Hours { outside: Before } by [2]
            Mon 90 min, Hours { outside: After } by [1, 0]
            Tue 120 min, Hours { outside: After } by [3]
            Sat 60 min, Hours { outside: DayOff } by [4]"#]],
    );
}

#[test]
fn a_vacation_over_a_planned_week_is_one_notice_for_all_its_blocks() {
    let boundaries = Boundaries {
        days_off: vec![off("2026-11-17", "2026-11-21", DayOffKind::Vacation)],
        lunch: Some(NOON),
        ..Boundaries::default()
    };
    check(
        &boundaries,
        "Mon 9-10 T | Wed 9-13 M | Thu 7-8 G | Fri 9-10 P | Fri 22-26 T",
        expect!["Wed 540 min, DayOff { row: 0 } by [1, 2, 4]"],
    );
}

#[test]
fn a_holiday_inside_a_vacation_is_said_of_one_of_them() {
    let boundaries = Boundaries {
        days_off: vec![
            off("2026-11-16", "2026-11-21", DayOffKind::Vacation),
            off("2026-11-18", "2026-11-19", DayOffKind::Holiday),
        ],
        ..Boundaries::default()
    };
    check(
        &boundaries,
        "Wed 9-10 M",
        expect!["Wed 60 min, DayOff { row: 0 } by [0]"],
    );
}

#[test]
fn lunch_needs_half_an_hour_in_one_piece() {
    let boundaries = Boundaries {
        lunch: Some(NOON),
        ..Boundaries::default()
    };
    check(&boundaries, "Mon 9-12:30 T | Mon 13-14 M", expect![]);
    check(
        &boundaries,
        "Mon 9-12:20 T | Mon 12:40-14 M | Tue 12-13 P | Wed 12:15-12:45 G",
        expect![[r#"
            Mon 40 min, Lunch by [0, 1]
            Wed 30 min, Lunch by [3]"#]],
    );
    let short = Boundaries {
        lunch: Some(WorkHours {
            start: 720,
            end: 740,
        }),
        ..Boundaries::default()
    };
    check(&short, "Mon 11-12 T | Mon 12:20-13 T", expect![]);
    check(&short, "Mon 11-12:05 T", expect!["Mon 5 min, Lunch by [0]"]);
}

#[test]
fn no_management_before_eleven_holds_from_the_start_of_the_logical_day() {
    let mut week = [true; 7];
    week[2] = false;
    check(
        &rule(RuleSubject::Management, week, 0, 660),
        "Mon 10:30-11:30 M | Tue 9-11 T | Wed 9-10 M | Thu 11-12 M | Fri 9-10 M",
        expect![[r#"
            Mon 30 min, Rule { row: 0 } by [0]
            Fri 60 min, Rule { row: 0 } by [4]"#]],
    );
}

#[test]
fn a_rule_until_midnight_holds_into_the_night_that_belongs_to_the_day() {
    let boundaries = Boundaries {
        hours: vec![super::super::HoursPeriod {
            from: None,
            until: None,
            hours: [Some(WorkHours {
                start: 0,
                end: 1440,
            }); 7],
        }],
        ..rule(RuleSubject::Technical, [true; 7], 1200, 1440)
    };
    check(
        &boundaries,
        "Mon 19-20:30 T | Tue 22-24 T",
        expect![[r#"
            Mon 30 min, Rule { row: 0 } by [0]
            Tue 120 min, Rule { row: 0 } by [1]"#]],
    );
    check(
        &boundaries,
        "Tue 25-26 T",
        expect![[r#"
            Tue 60 min, Hours { outside: After } by [0]
            Tue 60 min, Rule { row: 0 } by [0]"#]],
    );
}

#[test]
fn a_day_without_meetings_minds_meetings_of_every_kind_of_work() {
    let mut wednesday = [false; 7];
    wednesday[2] = true;
    check(
        &rule(RuleSubject::Meetings, wednesday, 0, 1440),
        "Wed 9-10 Tm | Wed 10-11 T | Wed 11-12 Pm | Wed 12-13 Gm | Thu 9-10 Mm",
        expect!["Wed 120 min, Rule { row: 0 } by [0, 3]"],
    );
}

#[test]
fn the_least_shrinks_with_days_off_and_the_most_does_not() {
    let limit = |category, least, most| WeekLimit {
        category,
        least,
        most,
    };
    let mut boundaries = Boundaries {
        limits: vec![
            limit(Category::Technical, Some(600), None),
            limit(Category::Management, None, Some(60)),
        ],
        ..Boundaries::default()
    };
    let week = "Mon 9-17 T | Tue 9-10:30 M";
    check(
        &boundaries,
        week,
        expect![[r#"
            Mon 120 min, UnderLeast { category: Technical, least: 600 } by []
            Mon 30 min, OverMost { category: Management, most: 60 } by [1]"#]],
    );
    boundaries.days_off = vec![off("2026-11-18", "2026-11-19", DayOffKind::Holiday)];
    check(
        &boundaries,
        week,
        expect!["Mon 30 min, OverMost { category: Management, most: 60 } by [1]"],
    );
    check(&boundaries, "Wed 9-10 P", expect![]);
}

#[test]
fn where_clocks_jump_the_hours_keep_their_wall_time_and_minutes_are_real() {
    // 29 March 2026 is a Sunday on which Berlin skips 02:00 to 03:00.
    let sunday = [false, false, false, false, false, false, true];
    check_in(
        "2026-03-23",
        "Europe/Berlin",
        &rule(RuleSubject::Growth, sunday, 0, 660),
        "Sat 25-28 G | Sun 10-12 G",
        expect![[r#"
            Sat 120 min, Hours { outside: DayOff } by [0]
            Sun 120 min, Hours { outside: DayOff } by [1]
            Sun 60 min, Rule { row: 0 } by [1]"#]],
    );
}
