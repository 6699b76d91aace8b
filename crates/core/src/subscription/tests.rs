//! When a calendar is asked for, and what a reading is said to have changed.

use super::*;
use crate::event::Event;
use crate::ics;
use crate::time::{Instant, Zone, Zones};
use proptest::prelude::*;
use std::collections::BTreeMap;

const HOUR: i64 = 3600;
const DAY: i64 = 24 * HOUR;

/// Friday 20 November 2026, 12:00 UTC.
const NOW: i64 = 1_795_176_000;

/// Asks whenever it is time, for as long as the server answers the same; the waits in minutes.
fn waits(every_minutes: u32, asked: Asked, times: usize) -> Vec<i64> {
    let mut failures = 0;
    (0..times)
        .map(|_| {
            let (next, counted) = next_check(NOW, every_minutes, failures, asked);
            failures = counted;
            (next - NOW) / 60
        })
        .collect()
}

#[test]
fn a_calendar_that_answers_is_asked_for_at_its_interval() {
    assert_eq!(waits(60, Asked::Answered, 3), [60, 60, 60]);
    assert_eq!(waits(1, Asked::Answered, 1), [5]);
    assert_eq!(waits(u32::MAX, Asked::Answered, 1), [7 * 24 * 60]);
}

#[test]
fn a_failure_that_may_pass_is_tried_again_soon_and_then_less_and_less_often() {
    let hourly = waits(60, Asked::Passing, 10);
    assert_eq!(hourly, [5, 10, 20, 40, 80, 160, 320, 360, 360, 360]);
    let weekly = waits(7 * 24 * 60, Asked::Passing, 30);
    assert_eq!(weekly.last(), Some(&(7 * 24 * 60)));
}

#[test]
fn a_failure_that_somebody_has_to_mend_is_tried_less_often_than_usual() {
    let quarterly = waits(15, Asked::Lasting, 7);
    assert_eq!(quarterly, [60, 120, 240, 480, 960, 1440, 1440]);
    assert_eq!(waits(2880, Asked::Lasting, 2), [2880, 2880]);
}

#[test]
fn a_server_that_says_when_is_not_asked_before_and_cannot_say_never() {
    assert_eq!(waits(60, Asked::Busy(Some(1800)), 1), [30]);
    assert_eq!(waits(60, Asked::Busy(Some(u32::MAX)), 1), [24 * 60]);
    assert_eq!(waits(60, Asked::Busy(None), 3), [5, 10, 20]);
}

#[test]
fn a_week_without_a_network_costs_few_questions_and_ends_with_the_first_answer() {
    let mut subscription = Subscription::new("https://example.org/a.ics");
    let mut questions = 0;
    let mut now = NOW;
    let back = NOW + 7 * DAY;
    while subscription.checked.is_none() {
        if subscription.is_due(now) {
            questions += 1;
            let asked = match now < back {
                true => Asked::Passing,
                false => Asked::Answered,
            };
            match asked {
                Asked::Answered => subscription.answered(now),
                _ => subscription.failed(now, asked, "No network.".into()),
            }
        }
        now += 60;
    }
    assert!((25..40).contains(&questions), "{questions}");
    assert!(now <= back + 6 * HOUR + 60);
    assert_eq!((subscription.failures, subscription.problem), (0, None));
    assert_eq!(subscription.next, subscription.asked + HOUR);
}

#[test]
fn a_clock_that_was_set_back_does_not_silence_a_subscription() {
    let mut subscription = Subscription::new("https://example.org/a.ics");
    subscription.asked = NOW + 365 * DAY;
    subscription.next = subscription.asked + HOUR;
    assert!(subscription.is_due(NOW));
    subscription.asked = NOW - 60;
    subscription.next = NOW + 60;
    assert!(!subscription.is_due(NOW));
    assert!(subscription.is_due(NOW + 60));
}

#[test]
fn one_that_is_asked_by_hand_is_never_due() {
    let mut subscription = Subscription::new("https://example.org/a.ics");
    assert!(subscription.is_due(NOW));
    subscription.every_minutes = 0;
    assert!(!subscription.is_due(NOW));
}

#[test]
fn an_address_is_stored_as_it_is_and_never_shown() {
    let subscription = Subscription::new("https://example.org/s3cret/basic.ics");
    assert!(!format!("{subscription:?}").contains("s3cret"));
    let stored = serde_json::to_string(&subscription).unwrap();
    assert!(stored.contains("s3cret"));
    let read: Subscription = serde_json::from_str(&stored).unwrap();
    assert_eq!(read, subscription);
}

#[test]
fn a_subscription_with_an_address_and_an_interval_alone_can_be_read() {
    let stored = r#"{"address":"https://example.org/a.ics","every_minutes":60}"#;
    let read: Subscription = serde_json::from_str(stored).unwrap();
    assert_eq!(read, Subscription::new("https://example.org/a.ics"));
}

fn events(text: &str) -> Vec<Event> {
    let file = format!("BEGIN:VCALENDAR\n{text}\nEND:VCALENDAR\n");
    let (calendar, problems) = ics::read(file.as_bytes(), &Zones::bundled()).unwrap();
    assert!(problems.is_empty(), "{problems:?}");
    calendar.events
}

fn meeting(uid: &str, title: &str, lines: &str) -> String {
    format!("BEGIN:VEVENT\nUID:{uid}\nSUMMARY:{title}\n{lines}\nEND:VEVENT")
}

fn compared(before: &[Event], after: &[Event]) -> Changes {
    let zones = Zones::bundled();
    let home = zones.get("Europe/Berlin").unwrap();
    let before: Vec<&Event> = before.iter().collect();
    let after: Vec<&Event> = after.iter().collect();
    changes(&before, &after, Instant(NOW), &zones, &home)
}

/// "moved Standup 23 09:00 -> 23 10:00 x26", in Berlin.
fn told(before: &str, after: &str) -> Vec<String> {
    let found = compared(&events(before), &events(after));
    assert_eq!(found.more, 0);
    let home = Zones::bundled().get("Europe/Berlin").unwrap();
    found
        .list
        .iter()
        .map(|change| line(change, &home))
        .collect()
}

fn line(change: &Change, home: &Zone) -> String {
    let time = |at: i64| home.wall(Instant(at)).format("%d %H:%M").to_string();
    let kind = format!("{:?}", change.kind).to_lowercase();
    let mut line = format!("{kind} {} ", change.title);
    if let Some(before) = change.before {
        line += &format!("{} -> ", time(before));
    }
    line += &time(change.start);
    if 1 < change.times {
        line += &format!(" x{}", change.times);
    }
    line
}

const MONDAY: &str = "DTSTART;TZID=Europe/Berlin:20261123T090000\nDURATION:PT30M";

#[test]
fn single_events_come_move_and_go() {
    let standup = meeting("1", "Standup", MONDAY);
    assert_eq!(told("", &standup), ["added Standup 23 09:00"]);
    assert_eq!(told(&standup, ""), ["gone Standup 23 09:00"]);
    let later = meeting("1", "Standup", &MONDAY.replace("T09", "T10"));
    assert_eq!(
        told(&standup, &later),
        ["moved Standup 23 09:00 -> 23 10:00"]
    );
    let longer = meeting("1", "Standup", &MONDAY.replace("30M", "45M"));
    assert_eq!(
        told(&standup, &longer),
        ["moved Standup 23 09:00 -> 23 09:00"]
    );
    let renamed = meeting("1", "Daily", MONDAY);
    assert_eq!(told(&standup, &renamed), ["renamed Daily 23 09:00"]);
    assert!(told(&standup, &standup).is_empty());
}

#[test]
fn a_cancelled_event_is_gone_and_one_that_was_cancelled_is_no_news() {
    let standup = meeting("1", "Standup", MONDAY);
    let cancelled = meeting("1", "Standup", &format!("{MONDAY}\nSTATUS:CANCELLED"));
    assert_eq!(told(&standup, &cancelled), ["gone Standup 23 09:00"]);
    assert!(told(&cancelled, "").is_empty());
}

#[test]
fn what_is_over_is_no_news() {
    let past = meeting("1", "Past", "DTSTART:20261101T090000Z\nDURATION:PT1H");
    assert!(told(&past, "").is_empty());
    assert!(told("", &past).is_empty());
}

#[test]
fn an_event_moved_out_of_sight_or_into_it_has_moved() {
    let near = meeting("1", "Offsite", "DTSTART:20261124T090000Z\nDURATION:PT1H");
    let far = meeting("1", "Offsite", "DTSTART:20281124T090000Z\nDURATION:PT1H");
    let past = meeting("1", "Offsite", "DTSTART:20261110T090000Z\nDURATION:PT1H");
    assert_eq!(told(&near, &far), ["moved Offsite 24 10:00 -> 24 10:00"]);
    assert_eq!(told(&past, &near), ["moved Offsite 10 10:00 -> 24 10:00"]);
}

#[test]
fn occurrences_of_a_series_that_change_alike_are_told_once() {
    let weekly = |hour: &str, more: &str| {
        let time = MONDAY.replace("T09", hour);
        meeting(
            "1",
            "Standup",
            &format!("{time}\nRRULE:FREQ=WEEKLY;COUNT=4{more}"),
        )
    };
    let standup = weekly("T09", "");
    assert_eq!(told("", &standup), ["added Standup 23 09:00 x4"]);
    assert_eq!(
        told(&standup, &weekly("T10", "")),
        ["moved Standup 23 09:00 -> 23 10:00 x4"]
    );
    let skipped = weekly("T09", "\nEXDATE;TZID=Europe/Berlin:20261130T090000");
    assert_eq!(told(&standup, &skipped), ["gone Standup 30 09:00"]);
    let one_moved = format!(
        "{standup}\n{}",
        meeting(
            "1",
            "Standup",
            "RECURRENCE-ID;TZID=Europe/Berlin:20261130T090000\n\
             DTSTART;TZID=Europe/Berlin:20261201T110000\nDURATION:PT30M",
        )
    );
    assert_eq!(
        told(&standup, &one_moved),
        ["moved Standup 30 09:00 -> 01 11:00"]
    );
    assert_eq!(
        told(&one_moved, &standup),
        ["moved Standup 01 11:00 -> 30 09:00"]
    );
}

#[test]
fn a_series_whose_hour_changes_has_moved_at_every_hour_it_is_read() {
    let daily = |hour: &str| {
        let time = format!("DTSTART;TZID=Europe/Berlin:20260105T{hour}0000\nDURATION:PT1H");
        events(&meeting(
            "1",
            "Standup",
            &format!("{time}\nRRULE:FREQ=DAILY"),
        ))
    };
    let zones = Zones::bundled();
    let home = zones.get("Europe/Berlin").unwrap();
    for (before, after) in [("10", "14"), ("14", "10")] {
        let (before, after) = (daily(before), daily(after));
        for minute in (0..24 * 60).step_by(10) {
            let now = Instant(NOW).plus_seconds(minute * 60);
            let changed = changes(
                &before.iter().collect::<Vec<_>>(),
                &after.iter().collect::<Vec<_>>(),
                now,
                &zones,
                &home,
            );
            let kinds: Vec<_> = changed.list.iter().map(|change| change.kind).collect();
            assert_eq!(kinds, [ChangeKind::Moved], "{minute} minutes after");
            let moved = &changed.list[0];
            let by = moved.before.map(|before| (moved.start - before).abs());
            assert_eq!(by, Some(4 * HOUR), "{minute} minutes after");
        }
    }
}

#[test]
fn a_series_too_frequent_to_be_shown_whole_is_not_said_to_be_gone() {
    let hourly = |days: &str| {
        let time = "DTSTART:19700101T000000Z\nDURATION:PT1M";
        meeting(
            "1",
            "Ping",
            &format!("{time}\nRRULE:FREQ=HOURLY;BYMINUTE={days}"),
        )
    };
    let minutes = |step: usize| {
        let all: Vec<String> = (0..60).step_by(step).map(|m| m.to_string()).collect();
        all.join(",")
    };
    assert!(told(&hourly(&minutes(1)), &hourly(&minutes(2))).is_empty());
}

#[test]
fn only_the_first_fifty_are_listed_and_the_rest_counted() {
    let many: Vec<String> = (0..60)
        .map(|n| meeting(&n.to_string(), &format!("M{n}"), MONDAY))
        .collect();
    let found = compared(&[], &events(&many.join("\n")));
    assert_eq!(found.list.len(), MOST_CHANGES);
    assert_eq!(found.more, 10);
    assert_eq!(found.read, NOW);
}

#[test]
fn the_newest_changes_stay_and_the_oldest_make_room() {
    let reading = |read: i64, changes: usize| {
        let one = compared(&[], &events(&meeting("1", "Standup", MONDAY)));
        Changes {
            read,
            list: vec![one.list[0].clone(); changes],
            more: 0,
        }
    };
    let mut subscription = Subscription::new("https://example.org/a.ics");
    for (read, changes) in [(1, 20), (2, 0), (3, 20), (4, 25)] {
        subscription.remember(reading(read, changes));
    }
    let kept: Vec<_> = subscription
        .changed
        .iter()
        .map(|reading| (reading.read, reading.list.len(), reading.more))
        .collect();
    assert_eq!(kept, [(4, 25, 0), (3, 20, 0), (1, 5, 15)]);
    subscription.remember(reading(5, 50));
    assert_eq!(subscription.changed.len(), 1);
}

/// Single events of a week by uid: a start in hours after now, a title.
fn plans() -> impl Strategy<Value = BTreeMap<u8, (i64, u8)>> {
    prop::collection::btree_map(0u8..6, (1i64..100, 0u8..3), 0..6)
}

fn written(plan: &BTreeMap<u8, (i64, u8)>) -> Vec<Event> {
    let all: Vec<String> = plan
        .iter()
        .map(|(uid, (hours, title))| {
            let start = Instant(NOW + hours * HOUR).utc();
            let start = start.format("DTSTART:%Y%m%dT%H%M%SZ\nDURATION:PT1H");
            meeting(&uid.to_string(), &title.to_string(), &start.to_string())
        })
        .collect();
    events(&all.join("\n"))
}

proptest! {
    #[test]
    fn what_is_told_of_single_events_is_what_a_list_by_uid_tells(before in plans(), after in plans()) {
        let found = compared(&written(&before), &written(&after));
        let mut expected = Vec::new();
        for uid in 0u8..6 {
            let kind = match (before.get(&uid), after.get(&uid)) {
                (None, Some(_)) => ChangeKind::Added,
                (Some(_), None) => ChangeKind::Gone,
                (Some((was, _)), Some((is, _))) if was != is => ChangeKind::Moved,
                (Some((_, was)), Some((_, is))) if was != is => ChangeKind::Renamed,
                _ => continue,
            };
            let (hours, title) = after.get(&uid).or(before.get(&uid)).copied().unwrap();
            expected.push((NOW + hours * HOUR, kind, title.to_string()));
        }
        expected.sort();
        let told: Vec<_> = found.list.iter()
            .map(|change| (change.start, change.kind, change.title.clone()))
            .collect();
        prop_assert_eq!(told, expected);
    }
}
