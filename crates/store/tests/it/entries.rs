//! What really happened: asked for by time and by block, undone, checked; and what the program
//! remembers of its own doing.

use crate::support::*;
use evenkeel_core::actual::{Entry, EntryId, Mark, Ticks};
use evenkeel_core::time::{Instant, Span};
use evenkeel_store::{Error, Store};
use proptest::prelude::*;
use std::collections::BTreeSet;

fn put(store: &Store, entries: &[Entry]) {
    store
        .transact::<_, Error>("Record", NOW, |tx| {
            for entry in entries {
                tx.put_entry(entry.clone())?;
            }
            Ok(())
        })
        .unwrap();
}

fn between(store: &Store, from: i64, to: i64) -> Vec<u32> {
    let span = Span::new(Instant(from), Instant(to));
    let found = store.read::<_, Error>(|view| view.entries_between(span));
    found.unwrap().iter().map(|entry| entry.id.0).collect()
}

#[test]
fn entries_are_found_by_the_time_they_hold_and_by_what_they_are_for() {
    let dir = tempfile::tempdir().unwrap();
    let store = window(dir.path());
    let month = 30 * 86_400;
    let entries = [
        entry(1, 0, 100),
        entry(2, 100, 200),
        // Longer than any row of the short index.
        entry(3, 200, month),
        entry(4, month, month + 60),
    ];
    put(&store, &entries);
    assert_eq!(between(&store, 99, 100), [1]);
    assert_eq!(between(&store, 100, 101), [2]);
    assert_eq!(between(&store, 50, 250), [1, 2, 3]);
    assert_eq!(between(&store, month / 2, month / 2 + 1), [3]);
    assert_eq!(between(&store, month, month + 1), [4]);
    assert_eq!(between(&store, month + 60, month * 2), [0; 0]);
    let of = store.read::<_, Error>(|view| view.entries_of("b1"));
    assert_eq!(of.unwrap().len(), 4);
    let none = store.read::<_, Error>(|view| view.entries_of("b2"));
    assert!(none.unwrap().is_empty());
}

#[test]
fn a_step_that_records_and_trims_is_taken_back_whole() {
    let dir = tempfile::tempdir().unwrap();
    let store = window(dir.path());
    put(&store, &[entry(1, 0, 100)]);
    store
        .transact::<_, Error>("Start", NOW, |tx| tx.set_running(Some(running("Ingest"))))
        .unwrap();
    let before = tables(dir.path());
    store
        .transact::<_, Error>("Switch", NOW, |tx| {
            tx.put_entry(entry(1, 0, 40))?;
            let id = tx.new_entry_id()?;
            assert_eq!(id, EntryId(2));
            tx.put_entry(entry(2, 40, 100))?;
            tx.set_running(Some(running("Review")))
        })
        .unwrap();
    let after = tables(dir.path());
    store.undo(NOW).unwrap();
    assert_eq!(tables(dir.path()), before);
    store.redo(NOW).unwrap();
    assert_eq!(tables(dir.path()), after);
    store.undo(NOW).unwrap();
    store.undo(NOW).unwrap();
    let nothing = store.read::<_, Error>(|view| view.running()).unwrap();
    assert_eq!(nothing, None);
    // An id is never given twice, not even after it was taken back.
    let next = store.transact::<_, Error>("Next", NOW, |tx| tx.new_entry_id());
    assert!(EntryId(1) < next.unwrap().value);
}

#[test]
fn an_entry_without_length_is_refused_by_the_database() {
    let dir = tempfile::tempdir().unwrap();
    let store = window(dir.path());
    let refused = store.transact::<_, Error>("Record", NOW, |tx| tx.put_entry(entry(1, 50, 50)));
    assert!(matches!(refused, Err(Error::Refused(_))), "{refused:?}");
    assert_eq!(between(&store, 0, 100), [0; 0]);
}

#[test]
fn a_check_names_entries_that_share_time_that_differ_from_their_row_or_have_a_new_id() {
    let damage = [
        (
            "INSERT INTO entry SELECT id, start_at, end_at, of, value FROM other.entry",
            "entries that hold the same time",
        ),
        (
            "UPDATE entry SET end_at = end_at + 5",
            "entries whose time is not that of their row",
        ),
        (
            "UPDATE meta SET last_entry = 0",
            "entries with an id never given",
        ),
    ];
    for (sql, what) in damage {
        let dir = tempfile::tempdir().unwrap();
        put(&window(dir.path()), &[entry(1, 0, 100)]);
        let other = tempfile::tempdir().unwrap();
        put(&window(other.path()), &[entry(2, 50, 80)]);
        let database = rusqlite::Connection::open(dir.path().join("evenkeel.db")).unwrap();
        let file = other.path().join("evenkeel.db");
        database
            .execute("ATTACH ?1 AS other", [file.to_str().unwrap()])
            .unwrap();
        database.execute(sql, []).unwrap();
        drop(database);
        let report = window(dir.path()).check().unwrap();
        let named = report.problems.iter().any(|line| line.ends_with(what));
        assert!(named, "{what} in {:?}", report.problems);
    }
}

#[test]
fn a_reminder_is_given_to_one_of_two_and_no_part_of_the_plan() {
    let dir = tempfile::tempdir().unwrap();
    let (one, other) = (window(dir.path()), guest(dir.path()));
    let rev = one.rev().unwrap();
    let due = [
        ("a".to_string(), Instant(10)),
        ("b".to_string(), Instant(20)),
    ];
    assert_eq!(one.give(&[], NOW).unwrap().len(), 0);
    assert_eq!(one.give(&due[..1], NOW).unwrap().len(), 1);
    let rest = other.give(&due, NOW).unwrap();
    assert_eq!(rest, BTreeSet::from(["b".to_string()]));
    assert!(one.give(&due, NOW).unwrap().is_empty());
    let given = other.given(&["b", "c"]).unwrap();
    assert_eq!(given, BTreeSet::from(["b".to_string()]));
    // No part of the plan: no revision, nothing to undo.
    assert_eq!(one.rev().unwrap(), rev);
    assert_eq!(one.undo_labels().unwrap().0, None);
}

#[test]
fn when_the_program_was_seen_last_is_no_part_of_the_plan() {
    let dir = tempfile::tempdir().unwrap();
    let store = window(dir.path());
    assert_eq!(store.last_seen().unwrap(), None);
    let rev = store.rev().unwrap();
    for seconds in [5, 65] {
        let mark = Mark {
            at: Instant(1_000 + seconds),
            ticks: Some(Ticks {
                boot: "a".into(),
                seconds,
            }),
        };
        store.note_seen(&mark).unwrap();
        assert_eq!(store.last_seen().unwrap(), Some(mark));
    }
    assert_eq!(store.rev().unwrap(), rev);
    assert_eq!(store.undo_labels().unwrap().0, None);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    /// Short and long ones, against a plain look through all of them.
    #[test]
    fn what_holds_a_stretch_is_found_and_nothing_else(
        pieces in prop::collection::vec((0..700_000_i64, 1..900_000_i64), 1..12),
        asked in prop::collection::vec((0..9_000_000_i64, 1..900_000_i64), 8),
    ) {
        let mut at = 0;
        let mut entries = Vec::new();
        for ((gap, length), id) in pieces.into_iter().zip(1..) {
            entries.push(entry(id, at + gap, at + gap + length));
            at += gap + length;
        }
        let dir = tempfile::tempdir().unwrap();
        let store = window(dir.path());
        put(&store, &entries);
        for (from, length) in asked {
            let span = Span::new(Instant(from), Instant(from + length));
            let expected: Vec<u32> = entries
                .iter()
                .filter(|entry| entry.span.overlaps(span))
                .map(|entry| entry.id.0)
                .collect();
            prop_assert_eq!(between(&store, from, from + length), expected);
        }
        prop_assert!(store.check().unwrap().problems.is_empty());
    }
}
