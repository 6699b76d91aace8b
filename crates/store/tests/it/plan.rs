//! A stretch of time is read whole, and through the indexes.

use crate::support::*;
use evenkeel_core::event::{Event, EventId};
use evenkeel_store::{Error, Loaded};
use std::collections::BTreeSet;

fn loaded(events: Vec<Event>, from: &str, to: &str) -> Loaded {
    let dir = tempfile::tempdir().unwrap();
    let store = window(dir.path());
    store
        .transact::<_, Error>("Import", NOW, |tx| {
            tx.put_feed(feed(1))?;
            events.into_iter().try_for_each(|event| tx.put_event(event))
        })
        .unwrap();
    store.plan_between(span(from, to)).unwrap()
}

fn ids(events: Vec<Event>) -> BTreeSet<EventId> {
    let week = loaded(events, "2026-11-16T00:00", "2026-11-23T00:00");
    week.events.into_iter().map(|event| event.id).collect()
}

#[test]
fn a_week_holds_its_events_and_what_reaches_into_it() {
    let found = ids(vec![
        event(1, 1, "2026-11-18T09:00", 30),
        event(2, 1, "2026-11-09T09:00", 7 * 24 * 60),
        event(3, 1, "2026-01-01T00:00", 365 * 24 * 60),
        event(4, 1, "2026-11-12T09:00", 30),
        event(5, 1, "2026-11-26T09:00", 30),
        event(6, 1, "2026-11-18T09:00", 0),
        event(7, 1, "2026-01-01T00:00", 100 * 24 * 60),
    ]);
    let wanted = [1, 2, 3, 6].map(EventId);
    assert!(found.is_superset(&BTreeSet::from(wanted)), "{found:?}");
    for far in [4, 5, 7].map(EventId) {
        assert!(!found.contains(&far), "{far:?}");
    }
}

#[test]
fn the_edges_are_wide_enough_for_every_zone() {
    let found = ids(vec![
        event(1, 1, "2026-11-15T00:00", 10),
        event(2, 1, "2026-11-24T00:30", 10),
    ]);
    assert_eq!(found.len(), 2);
}

#[test]
fn a_series_is_found_while_it_can_still_occur() {
    let found = ids(vec![
        series(1, 1, "2020-01-06T09:00", "FREQ=WEEKLY"),
        series(2, 1, "2020-01-06T09:00", "FREQ=WEEKLY;COUNT=5"),
        series(
            3,
            1,
            "2020-01-06T09:00",
            "FREQ=WEEKLY;UNTIL=20261118T090000",
        ),
        series(
            4,
            1,
            "2020-01-06T09:00",
            "FREQ=WEEKLY;UNTIL=20261001T090000",
        ),
        series(5, 1, "2026-12-07T09:00", "FREQ=WEEKLY"),
    ]);
    assert_eq!(found, BTreeSet::from([1, 2, 3].map(EventId)));
}

#[test]
fn an_override_is_found_by_the_occurrence_it_replaces_wherever_it_went() {
    let replaced = |id, occurrence: &str, start: &str| Event {
        uid: "event-1".into(),
        recurrence_id: Some(at(occurrence)),
        ..event(id, 1, start, 60)
    };
    let found = ids(vec![
        series(1, 1, "2020-01-06T09:00", "FREQ=WEEKLY"),
        replaced(2, "2026-11-16T09:00", "2027-03-01T09:00"),
        replaced(3, "2026-06-01T09:00", "2026-11-18T09:00"),
        replaced(4, "2026-06-08T09:00", "2026-06-09T09:00"),
    ]);
    assert_eq!(found, BTreeSet::from([1, 2, 3].map(EventId)));
}

#[test]
fn an_override_of_a_month_long_occurrence_is_found_too() {
    let month = Event {
        end: at("2026-10-31T09:00"),
        ..series(1, 1, "2026-10-01T09:00", "FREQ=MONTHLY")
    };
    let moved = Event {
        uid: "event-1".into(),
        recurrence_id: Some(at("2026-11-01T09:00")),
        ..event(2, 1, "2027-03-01T09:00", 60)
    };
    assert_eq!(ids(vec![month, moved]).len(), 2);
}

#[test]
fn a_week_leaves_out_the_large_texts_and_one_event_has_them() {
    let dir = tempfile::tempdir().unwrap();
    let store = window(dir.path());
    let whole = event(1, 1, "2026-11-18T09:00", 30);
    store
        .transact::<_, Error>("Import", NOW, |tx| {
            tx.put_feed(feed(1))?;
            tx.put_event(whole.clone())
        })
        .unwrap();
    let week = store
        .plan_between(span("2026-11-16T00:00", "2026-11-23T00:00"))
        .unwrap();
    let light = Event {
        notes: String::new(),
        raw: String::new(),
        ..whole.clone()
    };
    assert_eq!(week.events, [light]);
    assert_eq!(store.event(EventId(1)).unwrap(), Some(whole));
}
