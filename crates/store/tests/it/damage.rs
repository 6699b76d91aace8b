//! A database that existed never opens blank, and what is damaged stays byte for byte what it was.

use crate::support::*;
use evenkeel_store::{Error, OpenError, Owner, Store};
use std::path::{Path, PathBuf};

const BLOCKS: usize = 400;

/// A folder that was saved to, and the bytes in it. The log still holds the last hundred blocks.
struct Origin {
    database: Vec<u8>,
    log: Vec<u8>,
    marker: Vec<u8>,
}

fn origin() -> Origin {
    let dir = tempfile::tempdir().unwrap();
    let fill = |store: &Store, many: usize| {
        store
            .transact::<_, Error>("Fill", NOW, |tx| {
                for _ in 0..many {
                    let id = tx.new_block_id()?;
                    tx.put_block(block(id.0, "2026-11-16T13:00", 60))?;
                }
                Ok(())
            })
            .unwrap();
    };
    fill(&window(dir.path()), BLOCKS - 100);
    let store = window(dir.path());
    fill(&store, 100);
    let read = |name: &str| std::fs::read(dir.path().join(name)).unwrap();
    Origin {
        database: read("evenkeel.db"),
        log: read("evenkeel.db-wal"),
        marker: read("evenkeel.here"),
    }
}

/// What became of a damaged folder.
#[derive(Debug, PartialEq)]
enum Fate {
    /// Opening said no.
    Refused,
    /// The check after opening, or a read, said no.
    Found,
    /// Everything is there.
    Whole,
}

struct Case<'a> {
    name: String,
    database: Option<&'a [u8]>,
    log: Option<&'a [u8]>,
}

impl Case<'_> {
    /// Opens, checks, reads, tries to write; then compares the bytes.
    fn fate(&self, origin: &Origin, owner: Owner) -> Fate {
        let dir = tempfile::tempdir().unwrap();
        let path = |name: &str| dir.path().join(name);
        std::fs::write(path("evenkeel.here"), &origin.marker).unwrap();
        if let Some(bytes) = self.database {
            std::fs::write(path("evenkeel.db"), bytes).unwrap();
        }
        if let Some(bytes) = self.log {
            std::fs::write(path("evenkeel.db-wal"), bytes).unwrap();
        }
        let fate = visit(dir.path(), owner);
        if fate != Fate::Whole {
            let now = |name: &str| std::fs::read(path(name)).ok();
            let same = now("evenkeel.db").as_deref() == self.database
                && now("evenkeel.db-wal").unwrap_or_default() == self.log.unwrap_or_default();
            assert!(same, "{}: the original was changed", self.name);
        }
        fate
    }
}

fn visit(dir: &Path, owner: Owner) -> Fate {
    let Ok(store) = Store::open(dir, owner) else {
        return Fate::Refused;
    };
    if store.verify().is_err() {
        let write = store.transact::<_, Error>("Add", NOW, |tx| {
            tx.put_block(block(1, "2026-11-16T13:00", 5))
        });
        assert!(write.is_err(), "no write into a damaged database");
        return Fate::Found;
    }
    match store.read(|view| view.blocks()) {
        Ok(blocks) => {
            assert_eq!(blocks.len(), BLOCKS, "a silent loss");
            Fate::Whole
        }
        Err(_) => Fate::Found,
    }
}

fn flipped(bytes: &[u8], at: usize, many: usize) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for byte in bytes.iter_mut().skip(at).take(many) {
        *byte ^= 0xff;
    }
    bytes
}

/// Runs a case for the window and for a guest, and counts.
fn tally(origin: &Origin, case: &Case<'_>, fates: &mut [usize; 3]) {
    for owner in [Owner::Window, Owner::Guest] {
        match case.fate(origin, owner) {
            Fate::Refused => fates[0] += 1,
            Fate::Found => fates[1] += 1,
            Fate::Whole => fates[2] += 1,
        }
    }
}

#[test]
fn no_flipped_byte_of_a_database_makes_it_blank() {
    let origin = origin();
    let mut fates = [0; 3];
    let header = (0..100).map(|at| (at, 1));
    let pages = (0..150).map(|case| (case * 7919 % origin.database.len(), 1 + case % 40));
    for (at, many) in header.chain(pages) {
        let database = flipped(&origin.database, at, many);
        let case = Case {
            name: format!("{many} bytes from {at}"),
            database: Some(&database),
            log: Some(&origin.log),
        };
        tally(&origin, &case, &mut fates);
    }
    assert!(fates[0] > 0 && fates[1] > 0, "{fates:?}");
}

#[test]
fn no_truncated_or_missing_database_opens() {
    let origin = origin();
    let mut fates = [0; 3];
    for length in [
        0, 1, 50, 99, 100, 511, 512, 4095, 4096, 8192, 20_000, 40_000,
    ] {
        for log in [Some(&origin.log[..]), None] {
            let case = Case {
                name: format!("{length} bytes"),
                database: Some(&origin.database[..length]),
                log,
            };
            tally(&origin, &case, &mut fates);
        }
    }
    for log in [Some(&origin.log[..]), None] {
        let case = Case {
            name: "no database".into(),
            database: None,
            log,
        };
        assert_eq!(case.fate(&origin, Owner::Window), Fate::Refused);
        assert_eq!(case.fate(&origin, Owner::Guest), Fate::Refused);
    }
    assert_eq!(fates[2], 0, "{fates:?}");
}

#[test]
fn no_missing_swapped_or_damaged_log_goes_unnoticed() {
    let origin = origin();
    let other = self::origin();
    let half = origin.log.len() / 2;
    let logs: Vec<Option<Vec<u8>>> = vec![
        None,
        Some(vec![]),
        Some(other.log.clone()),
        Some(origin.log[..half].to_vec()),
        Some(origin.log[..20].to_vec()),
        Some(b"another program's file".to_vec()),
    ];
    let damaged = (0..40).map(|case| Some(flipped(&origin.log, case * 997 % origin.log.len(), 3)));
    let mut fates = [0; 3];
    for log in logs.into_iter().chain(damaged) {
        let case = Case {
            name: format!("log of {:?} bytes", log.as_ref().map(Vec::len)),
            database: Some(&origin.database),
            log: log.as_deref(),
        };
        tally(&origin, &case, &mut fates);
    }
    assert!(fates[0] > 80, "{fates:?}");
}

#[test]
fn the_file_of_another_program_is_left_alone() {
    let origin = origin();
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("other.db");
    let other = rusqlite::Connection::open(&path).unwrap();
    other
        .execute_batch("CREATE TABLE photo (id INTEGER); PRAGMA user_version = 1")
        .unwrap();
    drop(other);
    let database = std::fs::read(&path).unwrap();
    for bytes in [&database[..], b"PNG and so on", &[0; 8192], &[0xff; 4096]] {
        let case = Case {
            name: "another program's file".into(),
            database: Some(bytes),
            log: None,
        };
        assert_eq!(case.fate(&origin, Owner::Window), Fate::Refused);
        assert_eq!(case.fate(&origin, Owner::Guest), Fate::Refused);
    }
}

fn saved() -> (tempfile::TempDir, PathBuf) {
    let dir = tempfile::tempdir().unwrap();
    add_block(&window(dir.path()), "2026-11-16T13:00");
    let database = dir.path().join("evenkeel.db");
    (dir, database)
}

#[test]
fn a_newer_file_is_refused_and_stays_as_it_is() {
    let (dir, database) = saved();
    let newer = rusqlite::Connection::open(&database).unwrap();
    newer.pragma_update(None, "user_version", 99).unwrap();
    drop(newer);
    let before = std::fs::read(&database).unwrap();
    for owner in [Owner::Window, Owner::Guest] {
        let refused = Store::open(dir.path(), owner).err();
        let facts = |error: &OpenError| matches!(error, OpenError::Newer { found: 99, .. });
        assert!(refused.as_ref().is_some_and(facts), "{refused:?}");
    }
    assert_eq!(std::fs::read(&database).unwrap(), before);
}

#[test]
fn an_old_copy_put_back_by_hand_is_noticed_and_can_be_accepted() {
    let (dir, database) = saved();
    let old = std::fs::read(&database).unwrap();
    add_block(&window(dir.path()), "2026-11-17T13:00");
    std::fs::write(&database, old).unwrap();
    let refused = Store::open(dir.path(), Owner::Window).err();
    let older = |error: &OpenError| {
        matches!(
            error,
            OpenError::Older {
                found: 1,
                saved: 2,
                ..
            }
        )
    };
    assert!(refused.as_ref().is_some_and(older), "{refused:?}");
    evenkeel_store::recovery::accept(dir.path()).unwrap();
    assert_eq!(window(dir.path()).rev().unwrap(), 1);
}

#[test]
fn a_database_from_another_computer_opens() {
    let (_there, database) = saved();
    let (here, own) = saved();
    std::fs::copy(database, own).unwrap();
    assert_eq!(window(here.path()).rev().unwrap(), 1);
}

#[test]
fn without_its_marker_a_database_opens_and_a_torn_marker_does_no_harm() {
    let (dir, _) = saved();
    let marker = dir.path().join("evenkeel.here");
    std::fs::remove_file(&marker).unwrap();
    assert_eq!(window(dir.path()).rev().unwrap(), 1);
    std::fs::write(&marker, [0xff; 12]).unwrap();
    assert_eq!(window(dir.path()).rev().unwrap(), 1);
}
