//! Databases as released versions wrote them, kept as files.

use crate::support::{NOW, at};
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
