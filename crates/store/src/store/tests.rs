//! What only the inside can provoke: a disk that fills up, a failed sync, a panic.

use super::*;
use crate::OpenError;
use evenkeel_core::category::Category;

const NOW: Instant = Instant(1_795_160_672);

fn add(store: &Store, bytes: usize) -> Result<BlockId> {
    let start = NOW.utc();
    let done = store.transact("Add", NOW, |tx| {
        let id = tx.new_block_id()?;
        tx.put_block(Block {
            uid: format!("{id:?}"),
            notes: "x".repeat(bytes),
            ..Block::plain(
                id,
                "",
                Category::Growth,
                start,
                start + chrono::Duration::hours(1),
            )
        })?;
        Ok::<_, Error>(id)
    });
    done.map(|done| done.value)
}

fn blocks(store: &Store) -> usize {
    store.read(|view| view.blocks()).unwrap().len()
}

#[test]
fn a_full_disk_loses_nothing_saved_and_says_so() {
    let dir = tempfile::tempdir().unwrap();
    let store = Store::open(dir.path(), Owner::Window).unwrap();
    add(&store, 10).unwrap();
    let limit = |pages: i64| {
        let writer = held(&store.writer);
        let pragma = format!("PRAGMA max_page_count = {pages}");
        let set = |row: &rusqlite::Row<'_>| row.get::<_, i64>(0);
        writer
            .as_ref()
            .unwrap()
            .query_row(&pragma, [], set)
            .unwrap()
    };
    for room in 1..40 {
        let pages = limit(1) + room;
        limit(pages);
        let before = blocks(&store);
        let saved = (0..200)
            .take_while(|step| add(&store, step * 40).is_ok())
            .count();
        assert!(saved < 200, "room for {room} pages runs out");
        assert_eq!(add(&store, 100_000), Err(Error::Full));
        assert_eq!(blocks(&store), before + saved);
        store.verify().unwrap();
    }
    limit(1 << 30);
    add(&store, 100_000).unwrap();
    assert!(store.check().unwrap().problems.is_empty());
}

#[test]
fn after_a_failure_of_the_disk_the_next_write_checks_anew() {
    let dir = tempfile::tempdir().unwrap();
    let store = Store::open(dir.path(), Owner::Window).unwrap();
    add(&store, 10).unwrap();
    store.distrust(&Error::Full);
    assert!(held(&store.checked).is_some());
    store.distrust(&Error::Io("sync failed".into()));
    assert!(held(&store.checked).is_none());
    add(&store, 10).unwrap();
    assert_eq!(blocks(&store), 2);
}

#[test]
fn a_read_only_file_refuses_writes_and_still_reads() {
    let dir = tempfile::tempdir().unwrap();
    let store = Store::open(dir.path(), Owner::Window).unwrap();
    add(&store, 10).unwrap();
    let writer = held(&store.writer);
    writer
        .as_ref()
        .unwrap()
        .pragma_update(None, "query_only", true)
        .unwrap();
    drop(writer);
    assert_eq!(add(&store, 10), Err(Error::ReadOnly));
    assert_eq!(blocks(&store), 1);
}

#[test]
fn a_folder_that_cannot_be_made_is_named() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("file");
    std::fs::write(&path, "in the way").unwrap();
    let refused = Store::open(&path.join("plan"), Owner::Window).err();
    assert!(
        matches!(refused, Some(OpenError::NoFolder { .. })),
        "{refused:?}"
    );
}

#[test]
fn a_panic_inside_a_write_leaves_nothing_and_the_store_goes_on() {
    let dir = tempfile::tempdir().unwrap();
    let store = Store::open(dir.path(), Owner::Window).unwrap();
    add(&store, 10).unwrap();
    let panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        let _ = store.transact::<(), Error>("Add", NOW, |tx| {
            tx.remove_block(BlockId(1))?;
            panic!("a mistake")
        });
    }));
    assert!(panicked.is_err());
    add(&store, 10).unwrap();
    assert_eq!(blocks(&store), 2);
}

#[test]
fn the_store_can_be_shared_between_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<Store>();
}
