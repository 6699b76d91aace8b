use super::meetings::{Kind, MEETINGS};
use super::*;
use crate::balance::balance;
use crate::boundary::{Boundaries, Crossing, Outside, violations};
use crate::category::Category;
use crate::event::Status;
use crate::ics;
use crate::recur::occurrences;
use crate::rule::{category_of, shipped};
use crate::settings::Settings;
use crate::stretch::Stretch;
use crate::target::TargetId;
use crate::time::{Span, Zone, Zones};
use crate::week::Week;
use chrono::NaiveDateTime;

type Placed = (NaiveDateTime, NaiveDateTime, Category, String);

fn today() -> NaiveDate {
    "2026-11-19".parse().unwrap()
}

/// Blocks and meetings of a week together.
fn placed(week: u8) -> Vec<Placed> {
    let monday = monday(today(), week);
    let own = blocks(today(), None)
        .into_iter()
        .filter(|draft| week_start(draft.start.date(), Weekday::Mon) == monday)
        .map(|draft| (draft.start, draft.end, draft.category, draft.title));
    let mut placed: Vec<Placed> = own.collect();
    for meeting in MEETINGS {
        let slot = meeting.slot;
        if !slot.takes_place_in(week) {
            continue;
        }
        let daily = meeting.kind == Kind::Series { daily: true };
        for day in 0..if daily { 5 } else { 1 } {
            let (start, end) = slot.times(monday);
            let later = TimeDelta::days(day);
            placed.push((start + later, end + later, slot.category, slot.title.into()));
        }
    }
    placed.sort();
    placed
}

fn stretches(week: u8) -> Vec<Stretch> {
    let utc = Zone::utc();
    let span = |placed: &Placed| Span::new(utc.instant(placed.0), utc.instant(placed.1));
    placed(week)
        .iter()
        .map(|one| Stretch::new(span(one), one.2))
        .collect()
}

fn week(week: u8) -> Week {
    let settings = Settings::default();
    Week::new(monday(today(), week), settings.day_start(), &Zone::utc())
}

fn minutes(number: u8) -> crate::balance::Mix {
    balance(&stretches(number), week(number).span(), None).minutes
}

#[test]
fn the_same_day_gives_the_same_weeks_and_the_last_one_holds_it() {
    let drafts = blocks(today(), Some("Europe/Berlin"));
    assert_eq!(drafts, blocks(today(), Some("Europe/Berlin")));
    let first = drafts.first().unwrap().start.date();
    let last = drafts.last().unwrap().start.date();
    assert_eq!(first, "2026-07-06".parse().unwrap());
    assert_eq!(
        week_start(last, Weekday::Mon),
        "2026-11-16".parse().unwrap()
    );
    assert!(
        drafts
            .iter()
            .all(|draft| draft.zone.as_deref() == Some("Europe/Berlin"))
    );
}

#[test]
fn every_week_has_38_to_46_hours_of_work() {
    for number in 0..WEEKS {
        let hours = minutes(number).total() / 60.0;
        assert!((38.0..=46.0).contains(&hours), "week {number}: {hours} h");
    }
}

#[test]
fn only_one_meeting_collides_with_a_block() {
    let mut collisions = Vec::new();
    for number in 0..WEEKS {
        let placed = placed(number);
        for (index, (_, end, _, title)) in placed.iter().enumerate() {
            for (start, _, _, other) in &placed[index + 1..] {
                if start < end {
                    collisions.push((number, title.clone(), other.clone()));
                }
            }
        }
    }
    let deliberate = (
        19,
        "Ingest design".to_string(),
        "Incident review".to_string(),
    );
    assert_eq!(collisions, [deliberate]);
}

#[test]
fn building_shrinks_growth_starves_and_evenings_fill_up() {
    let calm: Vec<_> = (0..12).map(minutes).collect();
    let mix = |weeks: &[crate::balance::Mix], of: Category| {
        weeks.iter().map(|week| week.of(of)).sum::<f64>() / weeks.len() as f64
    };
    let late: Vec<_> = (18..20).map(minutes).collect();
    assert!(mix(&late, Category::Technical) < mix(&calm, Category::Technical) - 240.0);
    assert!(mix(&calm, Category::Management) + 360.0 < mix(&late, Category::Management));
    assert!(mix(&late, Category::Growth) < 60.0);
    let target = ROLE.target(TargetId(0), None, WEEK_MINUTES).mix();
    let shares = calm[0].shares().unwrap();
    assert!(shares.distance(target) < 0.1);
    assert!(0.1 < late[1].shares().unwrap().distance(target));

    let evenings = |number: u8| {
        let items: Vec<((), Stretch)> =
            stretches(number).into_iter().map(|one| ((), one)).collect();
        let all = violations(
            &Boundaries::default(),
            &Settings::default(),
            &week(number),
            &items,
            &Zone::utc(),
        );
        let after = Crossing::Hours {
            outside: Outside::After,
        };
        all.iter().filter(|one| one.crossing == after).count()
    };
    assert_eq!(evenings(5), 0);
    assert!(2 <= evenings(19));
}

#[test]
fn the_rules_give_every_meeting_the_category_the_story_needs() {
    for meeting in MEETINGS {
        let (found, _) = category_of(&shipped(), meeting.slot.title, "");
        assert_eq!(found, meeting.slot.category, "{}", meeting.slot.title);
    }
}

#[test]
fn the_calendar_is_a_file_with_series_an_offsite_a_cancelled_and_a_free_event() {
    let text = calendar(today(), Some("Europe/Berlin"));
    let lines: Vec<&str> = text.split("\r\n").collect();
    assert_eq!(lines.first(), Some(&"BEGIN:VCALENDAR"));
    assert!(text.ends_with("END:VCALENDAR\r\n"));
    assert!(
        lines
            .iter()
            .all(|line| line.len() <= 75 && !line.contains('\n'))
    );
    for expected in [
        "DTSTART;TZID=Europe/Berlin:20260706T093000",
        "RRULE:FREQ=WEEKLY;INTERVAL=1;BYDAY=MO,TU,WE,TH,FR",
        "STATUS:CANCELLED",
        "TRANSP:TRANSPARENT",
        "DTSTART;VALUE=DATE:20261126",
        "DTEND;VALUE=DATE:20261128",
    ] {
        assert!(lines.contains(&expected), "{expected}");
    }
    let mut uids: Vec<&&str> = lines
        .iter()
        .filter(|line| line.starts_with("UID:"))
        .collect();
    let count = uids.len();
    uids.sort();
    uids.dedup();
    assert_eq!(uids.len(), count);
    assert!(calendar(today(), None).contains("\r\nDTSTART:20260706T093000\r\n"));
    assert!(calendar(today(), Some("UTC")).contains("\r\nDTSTART:20260706T093000Z\r\n"));
}

#[test]
fn the_calendar_reads_without_a_problem_and_its_days_are_those_of_the_story() {
    let zones = Zones::bundled();
    let text = calendar(today(), None);
    let (calendar, problems) = ics::read(text.as_bytes(), &zones).unwrap();
    assert_eq!(problems, []);
    assert_eq!(calendar.name.as_deref(), Some("Work calendar"));
    let utc = Zone::utc();
    for number in [0, 11, 12, 19] {
        let monday = utc.instant(monday(today(), number).and_time(chrono::NaiveTime::MIN));
        let within = Span::new(monday, monday.plus_seconds(7 * 86_400));
        let (found, _) = occurrences(&calendar.events, within, &zones, &utc);
        let mut starts: Vec<NaiveDateTime> = found
            .iter()
            .filter(|one| {
                let event = &calendar.events[one.event];
                !event.all_day && !event.free && event.status != Status::Cancelled
            })
            .map(|one| one.start)
            .collect();
        starts.sort();
        let titles: Vec<&str> = MEETINGS.iter().map(|meeting| meeting.slot.title).collect();
        let expected: Vec<NaiveDateTime> = placed(number)
            .into_iter()
            .filter(|one| titles.contains(&one.3.as_str()))
            .map(|one| one.0)
            .collect();
        assert_eq!(starts, expected, "week {number}");
    }
}
