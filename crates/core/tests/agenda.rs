//! Every occurrence of the example calendars, against what two independent libraries read.
#![expect(clippy::disallowed_methods, reason = "tests read their fixtures")]
#![cfg(test)]

use chrono::NaiveDateTime;
use evenkeel_core::event::Status;
use evenkeel_core::ics;
use evenkeel_core::recur::occurrences;
use evenkeel_core::time::{Instant, Span, Zone, Zones};
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;

fn fixture(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests");
    std::fs::read(folder.join(name)).unwrap()
}

fn instant(text: &str) -> Instant {
    Instant::from_utc(NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%SZ").unwrap())
}

fn stamp(instant: Instant) -> String {
    instant.utc().format("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// uid, title, status, whether all day, start, end.
type Row = (String, String, String, bool, String, String);

fn expected(example: &Value) -> BTreeSet<Row> {
    let rows = example["occurrences"].as_array().unwrap();
    rows.iter()
        .map(|row| {
            let text = |key: &str| row[key].as_str().unwrap().to_string();
            let all_day = row["all_day"].as_bool().unwrap();
            let (start, end) = match all_day {
                true => (text("start"), text("end")),
                false => (text("start_utc"), text("end_utc")),
            };
            (
                text("uid"),
                text("summary"),
                text("status"),
                all_day,
                start,
                end,
            )
        })
        .collect()
}

fn ours(example: &Value) -> BTreeSet<Row> {
    let zones = Zones::bundled();
    let bytes = fixture(example["fixture"].as_str().unwrap());
    let (calendar, problems) = ics::read(&bytes, &zones).unwrap();
    assert_eq!(problems, []);
    let window = Span::new(
        instant(example["from"].as_str().unwrap()),
        instant(example["to"].as_str().unwrap()),
    );
    let (found, cut) = occurrences(&calendar.events, window, &zones, &Zone::utc());
    assert_eq!(cut, []);
    found
        .iter()
        .map(|occurrence| {
            let event = &calendar.events[occurrence.event];
            let status = match event.status {
                Status::Confirmed => "CONFIRMED",
                Status::Tentative => "TENTATIVE",
                Status::Cancelled => "CANCELLED",
            };
            let (start, end) = match event.all_day {
                true => (
                    occurrence.start.date().to_string(),
                    occurrence.end.date().to_string(),
                ),
                false => (stamp(occurrence.span.start), stamp(occurrence.span.end)),
            };
            (
                event.uid.clone(),
                event.title.clone(),
                status.to_string(),
                event.all_day,
                start,
                end,
            )
        })
        .collect()
}

#[test]
fn every_occurrence_of_the_example_calendars_is_found_and_no_other() {
    let examples: Value =
        serde_json::from_slice(&fixture("fixtures/examples/agenda.json")).unwrap();
    for example in examples.as_array().unwrap() {
        let (expected, ours) = (expected(example), ours(example));
        let missing: Vec<_> = expected.difference(&ours).collect();
        let surplus: Vec<_> = ours.difference(&expected).collect();
        assert!(
            missing.is_empty() && surplus.is_empty(),
            "{}: missing {missing:#?}, surplus {surplus:#?}",
            example["fixture"]
        );
        assert_eq!(ours.len(), example["occurrences"].as_array().unwrap().len());
    }
}

#[test]
fn the_number_of_events_is_that_of_the_files() {
    let zones = Zones::bundled();
    for (name, events, calendar_name) in [
        ("google", 127, "Work – platform lead"),
        ("outlook", 50, "Kalender"),
        ("apple", 29, "Home"),
    ] {
        let bytes = fixture(&format!("fixtures/{name}.ics"));
        let (calendar, problems) = ics::read(&bytes, &zones).unwrap();
        assert_eq!(calendar.events.len(), events, "{name}");
        assert_eq!(calendar.name.as_deref(), Some(calendar_name));
        assert_eq!(problems, [], "{name}");
    }
}
