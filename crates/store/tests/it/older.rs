//! Databases as released versions wrote them, kept as files.

use crate::support::{NOW, at, day, span};
use evenkeel_core::block::BlockId;
use evenkeel_store::{Owner, Reason, Store, backups_in};

const V1: &[u8] = include_bytes!("../fixtures/v1.db");

#[test]
fn a_plan_of_the_first_version_is_taken_over_whole() {
    let dir = tempfile::tempdir().unwrap();
    std::fs::write(dir.path().join("evenkeel.db"), V1).unwrap();
    let store = Store::open(dir.path(), Owner::Window).unwrap();
    store.verify().unwrap();

    let block = store.block(BlockId(1)).unwrap().unwrap();
    assert_eq!(block.title, "Ingest design");
    assert_eq!(block.notes, "Draft first");
    assert_eq!(block.start, at("2026-11-19T10:00"));
    assert_eq!(block.zone.as_deref(), Some("Europe/Berlin"));
    assert!(block.recurrence.is_none() && block.facets.is_plain());
    store
        .read(|view| {
            assert_eq!(view.blocks()?.len(), 2);
            let feed = &view.feeds()?[0];
            assert_eq!(view.events_of(feed.id)?.len(), 127);
            let target = &view.targets()?[0];
            assert_eq!((target.technical, target.lead), (60, None));
            Ok::<_, evenkeel_store::Error>(())
        })
        .unwrap();

    // Steps of the old shape are gone; new ones work.
    assert_eq!(store.undo(NOW).unwrap(), None);
    let backups = backups_in(dir.path()).unwrap();
    assert_eq!(backups[0].reason, Reason::Migration);
}

const V2: &[u8] = include_bytes!("../fixtures/v2.db");

#[test]
fn a_plan_of_the_second_version_keeps_its_series_its_commitment_and_its_steps() {
    let dir = tempfile::tempdir().unwrap();
    std::fs::write(dir.path().join("evenkeel.db"), V2).unwrap();
    let store = Store::open(dir.path(), Owner::Window).unwrap();
    store.verify().unwrap();
    store
        .read(|view| {
            assert!(view.block(BlockId(2))?.unwrap().recurrence.is_some());
            assert_eq!(view.tasks()?[0].title, "Write the memo");
            let week = day("2026-11-23");
            let committed = view.commitments(week, week.succ_opt().unwrap())?;
            assert_eq!(committed[0].planned.len(), 2);
            assert_eq!(view.running()?, None);
            assert_eq!(
                view.entries_between(span("2020-01-01T00:00", "2040-01-01T00:00"))?,
                []
            );
            Ok::<_, evenkeel_store::Error>(())
        })
        .unwrap();
    assert_eq!(store.check().unwrap().problems, Vec::<String>::new());
    // No record changed its shape, so that what was done before can still be taken back.
    for _ in 0..4 {
        assert!(store.undo(NOW).unwrap().is_some());
    }
    assert_eq!(store.undo(NOW).unwrap(), None);
}
