//! One window; guests beside it; nothing lost between them.

use crate::{child, support::*};
use evenkeel_store::{Error, OpenError, Owner, Store};
use std::io::{BufRead, BufReader, Read};
use std::sync::Barrier;

#[test]
fn of_fifty_simultaneous_starts_exactly_one_is_the_window() {
    for _ in 0..5 {
        let dir = tempfile::tempdir().unwrap();
        let start = Barrier::new(50);
        let opened = std::thread::scope(|scope| {
            let open = || {
                start.wait();
                Store::open(dir.path(), Owner::Window)
            };
            let threads: Vec<_> = (0..50).map(|_| scope.spawn(open)).collect();
            let opened = threads.into_iter().map(|thread| thread.join().unwrap());
            opened.collect::<Vec<_>>()
        });
        assert_eq!(opened.iter().filter(|store| store.is_ok()).count(), 1);
        for refused in opened.iter().filter_map(|store| store.as_ref().err()) {
            assert!(
                matches!(refused, OpenError::AlreadyOpen { .. }),
                "{refused}"
            );
        }
    }
}

/// A process that tries to be the window, says how that went, and stays until told to go.
#[test]
fn tries_to_be_the_window() {
    let Some(dir) = child::folder() else { return };
    let opened = Store::open(&dir, Owner::Window);
    println!("\n{}", if opened.is_ok() { "window" } else { "refused" });
    std::io::stdin().read_to_end(&mut Vec::new()).unwrap();
}

#[test]
fn of_ten_processes_exactly_one_is_the_window() {
    let dir = tempfile::tempdir().unwrap();
    let mut processes: Vec<_> = (0..10)
        .map(|_| {
            child::command("windows::tries_to_be_the_window", dir.path())
                .spawn()
                .unwrap()
        })
        .collect();
    let mut answers = Vec::new();
    for process in &mut processes {
        let lines = BufReader::new(process.stdout.as_mut().unwrap()).lines();
        let mut words = lines.map(|line| line.unwrap());
        answers.extend(words.find(|line| line == "window" || line == "refused"));
    }
    for process in &mut processes {
        drop(process.stdin.take());
        process.wait().unwrap();
    }
    assert_eq!(answers.iter().filter(|word| *word == "window").count(), 1);
    assert_eq!(answers.len(), 10);
}

/// A guest in a process of its own.
#[test]
fn writes_as_a_guest() {
    let Some(dir) = child::folder() else { return };
    for _ in 0..40 {
        add_block(&guest(&dir), "2026-11-16T13:00");
    }
}

#[test]
fn a_window_and_guests_writing_at_once_lose_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let store = window(dir.path());
    let mut guests: Vec<_> = (0..2)
        .map(|_| {
            child::command("windows::writes_as_a_guest", dir.path())
                .spawn()
                .unwrap()
        })
        .collect();
    for _ in 0..40 {
        add_block(&store, "2026-11-16T13:00");
    }
    for guest in &mut guests {
        assert!(guest.wait().unwrap().success());
    }
    assert_eq!(store.read(|view| view.blocks()).unwrap().len(), 120);
    assert_eq!(store.rev().unwrap(), 120);
    assert!(store.changed_elsewhere().unwrap());
    assert!(store.check().unwrap().problems.is_empty());
}

#[test]
fn guests_that_come_first_make_one_database_together() {
    let dir = tempfile::tempdir().unwrap();
    let start = Barrier::new(8);
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                start.wait();
                add_block(&guest(dir.path()), "2026-11-16T13:00")
            });
        }
    });
    let blocks = guest(dir.path()).read(|view| view.blocks()).unwrap();
    assert_eq!(blocks.len(), 8);
}

#[test]
fn reading_does_not_wait_for_a_write() {
    let dir = tempfile::tempdir().unwrap();
    let store = window(dir.path());
    let id = add_block(&store, "2026-11-16T13:00");
    store
        .transact::<_, Error>("Remove", NOW, |tx| {
            tx.remove_block(id)?;
            assert_eq!(tx.block(id)?, None, "a write sees itself");
            assert!(store.block(id)?.is_some(), "a reader sees what was before");
            Ok(())
        })
        .unwrap();
    assert_eq!(store.block(id).unwrap(), None);
}
