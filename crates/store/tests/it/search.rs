//! What was typed is found in every kind of record, the best first.

use crate::support::*;
use evenkeel_core::block::{Block, BlockId};
use evenkeel_core::event::{Event, EventId};
use evenkeel_core::find::{Needle, Rank};
use evenkeel_store::{Error, Found, Hit, Store};

fn filled(blocks: Vec<Block>, events: Vec<Event>) -> (tempfile::TempDir, Store) {
    let dir = tempfile::tempdir().unwrap();
    let store = window(dir.path());
    store
        .transact::<_, Error>("Import", NOW, |tx| {
            tx.put_feed(feed(1))?;
            blocks
                .into_iter()
                .try_for_each(|block| tx.put_block(block))?;
            events.into_iter().try_for_each(|event| tx.put_event(event))
        })
        .unwrap();
    (dir, store)
}

fn found(store: &Store, typed: &str, most: usize) -> Vec<Hit> {
    let needle = Needle::new(typed).unwrap();
    store
        .read::<_, Error>(|view| view.search(&needle, at("2026-11-19T12:00"), most))
        .unwrap()
}

fn whats(hits: &[Hit]) -> Vec<Found> {
    hits.iter().map(|hit| hit.what).collect()
}

const fn own(id: u32) -> Found {
    Found::Block(BlockId(id))
}

const fn foreign(id: u32) -> Found {
    Found::Event(EventId(id))
}

#[test]
fn titles_places_notes_and_organizers_are_searched_in_that_order() {
    let block = |id, title: &str, location: &str, notes: &str| Block {
        title: title.into(),
        location: location.into(),
        notes: notes.into(),
        ..block(id, "2026-11-19T09:00", 60)
    };
    let organized = Event {
        organizer: "übung@example.org".into(),
        ..event(7, 1, "2026-11-19T09:00", 30)
    };
    let noted = Event {
        notes: "after the Übung".into(),
        organizer: String::new(),
        ..event(8, 1, "2026-11-19T09:00", 30)
    };
    let (_dir, store) = filled(
        vec![
            block(1, "Another", "", "UBUNG again"),
            block(2, "Vorübung", "", ""),
            block(3, "Die Übung", "", ""),
            block(4, "Übung", "", ""),
            block(5, "Another", "Übungsraum", ""),
            block(6, "Another", "", "nothing"),
        ],
        vec![organized, noted],
    );
    let hits = found(&store, "übung", 10);
    let expected = [
        own(4),
        own(3),
        own(2),
        own(1),
        own(5),
        foreign(7),
        foreign(8),
    ];
    assert_eq!(whats(&hits), expected);
    assert_eq!(hits[0].rank, Rank::Begins);
    assert_eq!(hits[6].rank, Rank::Around);
}

#[test]
fn of_those_that_fit_alike_the_nearest_come_first_and_no_more_than_asked_for() {
    let days = [1, 30, 18, 20, 10];
    let blocks = days
        .iter()
        .map(|day| block(*day, &format!("2026-11-{day:02}T09:00"), 60));
    let (_dir, store) = filled(blocks.collect(), vec![]);
    let hits = found(&store, "block", 3);
    assert_eq!(whats(&hits), [own(20), own(18), own(10)]);
    assert_eq!(hits[0].away, 21 * 3600);
}

#[test]
fn a_series_that_is_under_way_is_not_away() {
    let (_dir, store) = filled(
        vec![],
        vec![
            event(1, 1, "2026-11-19T13:00", 30),
            series(2, 1, "2020-01-06T09:00", "FREQ=WEEKLY"),
            series(
                3,
                1,
                "2020-01-06T09:00",
                "FREQ=WEEKLY;UNTIL=20200301T090000",
            ),
        ],
    );
    let hits = found(&store, "event", 10);
    assert_eq!(hits[0].what, foreign(2));
    assert_eq!(hits[0].away, 0);
    assert_eq!(hits[1].what, foreign(1));
}

#[test]
fn a_series_comes_with_its_overrides() {
    let moved = Event {
        uid: "event-1".into(),
        recurrence_id: Some(at("2026-11-16T09:00")),
        ..event(2, 1, "2026-11-17T09:00", 30)
    };
    let (_dir, store) = filled(
        vec![],
        vec![
            series(1, 1, "2026-01-05T09:00", "FREQ=WEEKLY"),
            moved,
            event(3, 1, "2026-11-17T09:00", 30),
        ],
    );
    let called = store
        .read::<_, Error>(|view| view.events_called(evenkeel_core::event::FeedId(1), "event-1"))
        .unwrap();
    let ids: Vec<u32> = called.iter().map(|event| event.id.0).collect();
    assert_eq!(ids, [1, 2]);
}
