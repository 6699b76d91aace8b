//! "Saved" survives kill -9: everything that was acknowledged is there.

use crate::{child, support::*};
use evenkeel_core::block::BlockId;
use evenkeel_store::Reason;
use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};
use std::time::Duration;

/// The process that is killed: adds blocks, takes some back, makes backups, and says so each time.
#[test]
fn writes_until_it_is_killed() {
    let Some(dir) = child::folder() else { return };
    let store = window(&dir);
    for round in 0_i64.. {
        let id = add_block(&store, "2026-11-16T13:00");
        println!("\nsaved {}", id.0);
        match round % 7 {
            2 => {
                store.undo(NOW).unwrap();
                println!("\ngone {}", id.0);
            }
            4 => {
                store.undo(NOW).unwrap();
                store.redo(NOW).unwrap();
                println!("\nsaved {}", id.0);
            }
            6 => {
                store.backup_now(Reason::ByHand, NOW).unwrap();
                println!("\nbackup");
            }
            _ => {}
        }
    }
}

#[test]
fn what_was_acknowledged_is_there_after_a_kill() {
    let dir = tempfile::tempdir().unwrap();
    let mut saved = BTreeSet::new();
    let mut gone = BTreeSet::new();
    for round in 0..25_u64 {
        let mut process = child::command("crash::writes_until_it_is_killed", dir.path())
            .spawn()
            .unwrap();
        let output = BufReader::new(process.stdout.take().unwrap());
        // The killer waits in this thread's stead, so that reading never holds it up.
        let killer = std::thread::spawn(move || {
            std::thread::sleep(Duration::from_millis(40 + round * 37 % 131));
            process.kill().unwrap();
            process.wait().unwrap();
        });
        for line in output.lines().map_while(Result::ok) {
            match line.split_once(' ') {
                Some(("saved", id)) => {
                    let id: u32 = id.parse().unwrap();
                    gone.remove(&id);
                    saved.insert(id);
                }
                Some(("gone", id)) => {
                    let id: u32 = id.parse().unwrap();
                    saved.remove(&id);
                    gone.insert(id);
                }
                _ => {}
            }
        }
        killer.join().unwrap();

        let store = window(dir.path());
        store.verify().unwrap();
        let present = store.read(|view| view.blocks()).unwrap();
        let present: BTreeSet<u32> = present.into_iter().map(|block| block.id.0).collect();
        // The step under way when the kill came may have happened or not: it may have been the undo
        // of the newest block, or the adding of one more.
        let lost: Vec<_> = saved.difference(&present).collect();
        let undoing = saved.last().copied().filter(|id| lost == [id]);
        assert!(
            lost.is_empty() || undoing.is_some(),
            "round {round}: {lost:?} lost"
        );
        assert!(present.iter().all(|id| !gone.contains(id)), "round {round}");
        assert!(present.difference(&saved).count() <= 1, "round {round}");
        assert_eq!(store.check().unwrap().problems, [""; 0]);
        for backup in store.backups().unwrap().iter().take(1) {
            assert!(store.restore(backup, NOW).is_ok());
            store.restore(&store.backups().unwrap()[0], NOW).unwrap();
        }
        let now = store.read(|view| view.blocks()).unwrap();
        saved = now.into_iter().map(|block| block.id.0).collect();
        gone.clear();
        std::fs::remove_dir_all(dir.path().join("backups")).unwrap_or_default();
    }
    assert!(
        saved.len() > 25,
        "the rounds did some work: {}",
        saved.len()
    );
    assert!(window(dir.path()).block(BlockId(1)).unwrap().is_some());
}
