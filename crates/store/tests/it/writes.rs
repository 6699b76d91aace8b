//! One door for every write: all or nothing, one undo step each.

use crate::support::*;
use evenkeel_core::block::BlockId;
use evenkeel_core::settings::Settings;
use evenkeel_store::Error;

#[derive(Debug, PartialEq)]
enum Refusal {
    No,
    Store(Error),
}

impl From<Error> for Refusal {
    fn from(error: Error) -> Refusal {
        Refusal::Store(error)
    }
}

#[test]
fn what_was_saved_is_there_after_opening_again() {
    let dir = tempfile::tempdir().unwrap();
    let before = {
        let store = window(dir.path());
        store
            .transact::<_, Error>("Fill", NOW, |tx| {
                tx.put_feed(feed(1))?;
                tx.put_event(event(1, 1, "2026-11-16T09:00", 30))?;
                tx.put_event(series(2, 1, "2026-11-16T11:00", "FREQ=WEEKLY"))?;
                tx.put_block(block(1, "2026-11-16T13:00", 90))?;
                tx.put_rule(rule(1))?;
                tx.put_target(target(1))?;
                tx.put_settings(Settings {
                    first_run_done: true,
                    ..Settings::default()
                })
            })
            .unwrap();
        dump(&store)
    };
    let store = window(dir.path());
    assert_eq!(dump(&store), before);
    assert_eq!(store.rev().unwrap(), 1);
    assert!(store.settings().unwrap().first_run_done);
}

#[test]
fn a_refused_change_writes_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let store = window(dir.path());
    let refused = store.transact("Add", NOW, |tx| {
        tx.put_block(block(1, "2026-11-16T13:00", 90))?;
        Err::<(), _>(Refusal::No)
    });
    assert_eq!(refused, Err(Refusal::No));
    assert_eq!(store.block(BlockId(1)).unwrap(), None);
    assert_eq!(store.rev().unwrap(), 0);
    assert_eq!(store.undo_labels().unwrap(), (None, None));
}

#[test]
fn a_change_that_changes_nothing_leaves_no_step() {
    let dir = tempfile::tempdir().unwrap();
    let store = window(dir.path());
    add_block(&store, "2026-11-16T13:00");
    let done = store
        .transact::<_, Error>("Nothing", NOW, |tx| {
            tx.put_block(block(1, "2026-11-16T13:00", 60))?;
            let id = tx.new_block_id()?;
            tx.put_block(block(id.0, "2026-11-16T15:00", 60))?;
            tx.remove_block(id)
        })
        .unwrap();
    assert!(done.diffs.is_empty());
    assert_eq!(done.rev, 1);
    let label = Some("Add block".to_string());
    assert_eq!(store.undo_labels().unwrap(), (label, None));
}

#[test]
fn undo_and_redo_survive_a_restart() {
    let dir = tempfile::tempdir().unwrap();
    add_block(&window(dir.path()), "2026-11-16T13:00");
    let undone = window(dir.path()).undo(NOW).unwrap().unwrap();
    assert_eq!(undone.label, "Add block");
    assert_eq!(undone.rev, 2);
    assert_eq!(undone.diffs.blocks[0].after, None);
    let store = window(dir.path());
    assert_eq!(store.block(BlockId(1)).unwrap(), None);
    let redone = store.redo(NOW).unwrap().unwrap();
    assert_eq!(redone.diffs.blocks[0].before, None);
    let again = store.block(BlockId(1)).unwrap();
    assert_eq!(again, Some(block(1, "2026-11-16T13:00", 60)));
    assert_eq!(store.redo(NOW).unwrap(), None);
}

#[test]
fn a_new_change_ends_the_way_forward() {
    let dir = tempfile::tempdir().unwrap();
    let store = window(dir.path());
    add_block(&store, "2026-11-16T13:00");
    store.undo(NOW).unwrap();
    add_block(&store, "2026-11-17T13:00");
    assert_eq!(store.redo(NOW).unwrap(), None);
}

#[test]
fn an_id_is_never_given_twice() {
    let dir = tempfile::tempdir().unwrap();
    let first = add_block(&window(dir.path()), "2026-11-16T13:00");
    let store = window(dir.path());
    store.undo(NOW).unwrap();
    assert!(add_block(&store, "2026-11-16T13:00") > first);
}

#[test]
fn only_the_newest_500_steps_are_kept() {
    let dir = tempfile::tempdir().unwrap();
    let store = window(dir.path());
    for _ in 0..510 {
        add_block(&store, "2026-11-16T13:00");
    }
    let steps = std::iter::from_fn(|| store.undo(NOW).unwrap()).count();
    assert_eq!(steps, 500);
    assert_eq!(store.read(|view| view.blocks()).unwrap().len(), 10);
}

#[test]
fn a_guest_is_noticed_and_loses_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let store = window(dir.path());
    add_block(&store, "2026-11-16T13:00");
    assert!(!store.changed_elsewhere().unwrap());
    let id = add_block(&guest(dir.path()), "2026-11-17T13:00");
    assert!(store.changed_elsewhere().unwrap());
    assert!(!store.changed_elsewhere().unwrap());
    assert!(store.block(id).unwrap().is_some());
    assert_eq!(store.undo(NOW).unwrap().unwrap().label, "Add block");
    assert_eq!(store.block(id).unwrap(), None);
    assert!(!store.changed_elsewhere().unwrap());
}

#[test]
fn a_change_between_two_looks_is_noticed_even_behind_an_own_write() {
    let dir = tempfile::tempdir().unwrap();
    let store = window(dir.path());
    add_block(&guest(dir.path()), "2026-11-17T13:00");
    add_block(&store, "2026-11-16T13:00");
    assert!(store.changed_elsewhere().unwrap());
}

#[test]
fn an_event_needs_its_calendar() {
    let dir = tempfile::tempdir().unwrap();
    let store = window(dir.path());
    let lone = store.transact::<_, Error>("Import", NOW, |tx| {
        tx.put_event(event(1, 9, "2026-11-16T13:00", 60))
    });
    assert!(matches!(lone, Err(Error::Refused(_))), "{lone:?}");
    add_block(&store, "2026-11-16T13:00");
}
