//! Every listed backup restores; nothing is restored by halves.

use crate::support::*;
use evenkeel_core::block::BlockId;
use evenkeel_core::settings::Settings;
use evenkeel_core::time::Instant;
use evenkeel_store::{Error, Owner, Reason, Store, Tx, backups_in, recovery};

fn later(seconds: i64) -> Instant {
    NOW.plus_seconds(seconds)
}

#[test]
fn a_backup_is_due_half_an_hour_after_the_last_when_something_changed() {
    let dir = tempfile::tempdir().unwrap();
    let store = window(dir.path());
    assert_eq!(store.backup_if_due(NOW).unwrap(), None);
    add_block(&store, "2026-11-16T13:00");
    assert!(store.backup_if_due(NOW).unwrap().is_some());
    assert_eq!(store.backup_if_due(later(3600)).unwrap(), None);
    add_block(&store, "2026-11-16T13:00");
    assert_eq!(store.backup_if_due(later(1799)).unwrap(), None);
    let made = store.backup_if_due(later(1800)).unwrap().unwrap();
    assert_eq!(made.reason, Reason::Automatic);
    assert_eq!(made.counts.map(|counts| counts.blocks), Some(2));
    assert_eq!(store.backups().unwrap().len(), 2);
}

#[test]
fn every_backup_of_a_long_story_restores_to_what_it_was() {
    let dir = tempfile::tempdir().unwrap();
    let store = window(dir.path());
    let mut drills = Vec::new();
    for round in 0..20 {
        add_block(&store, "2026-11-16T13:00");
        if round % 3 == 0 {
            store.undo(NOW).unwrap();
        }
        let made = store.backup_now(Reason::ByHand, later(round)).unwrap();
        drills.push((made, tables(dir.path())));
    }
    let mut rev = store.rev().unwrap();
    for step in 0..drills.len() * 2 {
        let (backup, content) = &drills[(step * 7) % drills.len()];
        let now = store.restore(backup, later(100 + step as i64)).unwrap();
        assert!(now > rev, "a revision never comes twice");
        rev = now;
        assert_eq!(&tables(dir.path()), content);
        assert_eq!(store.check().unwrap().problems, [""; 0]);
    }
}

#[test]
fn the_state_before_a_restore_can_be_had_back() {
    let dir = tempfile::tempdir().unwrap();
    let store = window(dir.path());
    let early = store.backup_now(Reason::ByHand, NOW).unwrap();
    let id = add_block(&store, "2026-11-16T13:00");
    let content = tables(dir.path());
    store.restore(&early, later(60)).unwrap();
    assert_eq!(store.block(id).unwrap(), None);
    let before = store.backups().unwrap().into_iter().next().unwrap();
    assert_eq!(before.reason, Reason::Restore);
    store.restore(&before, later(120)).unwrap();
    assert_eq!(tables(dir.path()), content);
}

#[test]
fn ids_given_before_a_restore_are_not_given_again() {
    let dir = tempfile::tempdir().unwrap();
    let store = window(dir.path());
    let early = store.backup_now(Reason::ByHand, NOW).unwrap();
    let every_kind = |store: &Store| {
        let given = |tx: &mut Tx<'_>| -> Result<[u32; 11], Error> {
            Ok([
                tx.new_block_id()?.0,
                tx.new_event_id()?.0,
                tx.new_feed_id()?.0,
                tx.new_rule_id()?.0,
                tx.new_target_id()?.0,
                tx.new_task_id()?.0,
                tx.new_template_id()?.0,
                tx.new_commitment_id()?.0,
                tx.new_reshuffle_id()?.0,
                tx.new_decline_id()?.0,
                tx.new_entry_id()?.0,
            ])
        };
        let given = store.transact("give ids", NOW, |tx| {
            let given = given(tx)?;
            // Ids count as given once something is written.
            tx.put_settings(Settings {
                hour_height: 40 + u16::try_from(given[0]).unwrap_or(0),
                ..Settings::default()
            })?;
            Ok::<_, Error>(given)
        });
        given.unwrap().value
    };
    assert_eq!(every_kind(&store), [1; 11]);
    store.restore(&early, later(60)).unwrap();
    assert_eq!(every_kind(&store), [2; 11]);
    drop(store);
    assert!(window(dir.path()).check().unwrap().problems.is_empty());
}

#[test]
fn reminders_given_before_a_restore_are_not_given_again() {
    let dir = tempfile::tempdir().unwrap();
    let store = window(dir.path());
    let early = store.backup_now(Reason::ByHand, NOW).unwrap();
    let one = [("start:b1:0".to_string(), NOW)];
    assert_eq!(store.give(&one, later(30)).unwrap().len(), 1);
    store.restore(&early, later(60)).unwrap();
    assert_eq!(store.looked().unwrap(), None);
    assert!(store.give(&one, later(90)).unwrap().is_empty());
}

#[test]
fn a_damaged_backup_is_refused_and_nothing_changes() {
    let dir = tempfile::tempdir().unwrap();
    let store = window(dir.path());
    for _ in 0..50 {
        add_block(&store, "2026-11-16T13:00");
    }
    let made = store.backup_now(Reason::ByHand, NOW).unwrap();
    let content = tables(dir.path());
    let whole = std::fs::read(&made.path).unwrap();
    for at in (4096..whole.len()).step_by(4096) {
        let mut bytes = whole.clone();
        bytes[at..at + 64].fill(0xa5);
        std::fs::write(&made.path, &bytes).unwrap();
        let refused = store.restore(&made, NOW);
        assert!(
            matches!(refused, Err(Error::BackupDamaged(_))),
            "{refused:?}"
        );
        assert_eq!(tables(dir.path()), content);
    }
}

#[test]
fn a_backup_of_a_newer_version_is_listed_and_refused_as_such() {
    let dir = tempfile::tempdir().unwrap();
    let store = window(dir.path());
    add_block(&store, "2026-11-16T13:00");
    let made = store.backup_now(Reason::ByHand, NOW).unwrap();
    let newer = rusqlite::Connection::open(&made.path).unwrap();
    newer
        .execute_batch("DROP TABLE target; PRAGMA user_version = 99")
        .unwrap();
    drop(newer);
    let listed = store.backups().unwrap();
    assert!(listed.len() == 1 && listed[0].is_newer(), "{listed:?}");
    let content = tables(dir.path());
    assert_eq!(store.restore(&listed[0], NOW), Err(Error::BackupNewer));
    assert_eq!(recovery::check(&listed[0]), Err(Error::BackupNewer));
    assert_eq!(tables(dir.path()), content);
}

#[test]
fn a_guest_does_not_restore() {
    let dir = tempfile::tempdir().unwrap();
    let _window = window(dir.path());
    let guest = guest(dir.path());
    let made = guest.backup_now(Reason::ByHand, NOW).unwrap();
    assert_eq!(guest.restore(&made, NOW), Err(Error::NeedsLock));
}

#[test]
fn when_no_backup_can_be_made_nothing_is_restored() {
    let dir = tempfile::tempdir().unwrap();
    let store = window(dir.path());
    let made = store.backup_now(Reason::ByHand, NOW).unwrap();
    add_block(&store, "2026-11-16T13:00");
    let elsewhere = dir.path().join("kept.db");
    std::fs::rename(&made.path, &elsewhere).unwrap();
    std::fs::remove_dir(dir.path().join("backups")).unwrap();
    std::fs::write(dir.path().join("backups"), "in the way").unwrap();
    let content = tables(dir.path());
    let kept = evenkeel_store::Backup {
        path: elsewhere,
        ..made
    };
    let refused = store.restore(&kept, NOW);
    assert!(matches!(refused, Err(Error::NoBackup(_))), "{refused:?}");
    assert_eq!(tables(dir.path()), content);
}

#[test]
fn a_damaged_database_is_set_aside_and_a_backup_takes_its_place() {
    let dir = tempfile::tempdir().unwrap();
    let store = window(dir.path());
    add_block(&store, "2026-11-16T13:00");
    store.backup_now(Reason::ByHand, NOW).unwrap();
    let content = tables(dir.path());
    drop(store);
    let database = dir.path().join("evenkeel.db");
    std::fs::write(&database, "nothing of the kind").unwrap();
    assert!(Store::open(dir.path(), Owner::Window).is_err());

    let aside = recovery::set_aside(dir.path(), NOW).unwrap();
    let kept = std::fs::read(aside.join("evenkeel.db")).unwrap();
    assert_eq!(kept, b"nothing of the kind");
    assert!(
        Store::open(dir.path(), Owner::Window).is_err(),
        "never blank by itself"
    );

    let backup = &backups_in(dir.path()).unwrap()[0];
    recovery::start_from(dir.path(), backup).unwrap();
    let store = window(dir.path());
    assert_eq!(tables(dir.path()), content);
    assert_eq!(add_block(&store, "2026-11-16T13:00"), BlockId(2));
}

#[test]
fn starting_empty_is_possible_only_when_asked_for() {
    let dir = tempfile::tempdir().unwrap();
    add_block(&window(dir.path()), "2026-11-16T13:00");
    assert!(recovery::start_empty(dir.path()).is_err());
    recovery::set_aside(dir.path(), NOW).unwrap();
    recovery::start_empty(dir.path()).unwrap();
    assert_eq!(window(dir.path()).rev().unwrap(), 0);
}

#[test]
fn nothing_is_set_aside_under_an_open_window() {
    let dir = tempfile::tempdir().unwrap();
    let _window = window(dir.path());
    assert_eq!(recovery::set_aside(dir.path(), NOW), Err(Error::NeedsLock));
}

#[test]
fn backups_that_meet_are_all_made() {
    let dir = tempfile::tempdir().unwrap();
    let store = window(dir.path());
    add_block(&store, "2026-11-16T13:00");
    std::thread::scope(|scope| {
        for thread in 0..4 {
            let store = &store;
            scope.spawn(move || {
                for round in 0..8 {
                    let now = later(thread * 3600 + round);
                    store.backup_now(Reason::Import, now).unwrap();
                }
            });
        }
        for round in 0..8 {
            add_block(&store, "2026-11-16T13:00");
            store.backup_if_due(later(round * 1800)).unwrap();
        }
    });
    assert!(32 <= store.backups().unwrap().len());
}

#[test]
fn what_a_crash_left_of_a_backup_goes_and_what_another_program_is_making_stays() {
    let dir = tempfile::tempdir().unwrap();
    let store = window(dir.path());
    add_block(&store, "2026-11-16T13:00");
    let backups = dir.path().join("backups");
    std::fs::create_dir_all(&backups).unwrap();
    // No process has a number that large; number 1 is always there.
    let (crashed, living) = (
        backups.join("unfinished-99999999"),
        backups.join("unfinished-1"),
    );
    for path in [&crashed, &living] {
        std::fs::write(path, "half").unwrap();
    }
    store.backup_if_due(NOW).unwrap().unwrap();
    assert!(!crashed.exists());
    assert_eq!(living.exists(), std::path::Path::new("/proc/1").exists());
}
