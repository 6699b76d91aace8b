//! A full or read-only disk, as the system really reports it.

use crate::{child, support::*};
use evenkeel_core::block::Block;
use evenkeel_store::{Error, OpenError, Owner, Store};
use std::path::Path;
use std::process::{Command, Stdio};

/// Carried out by a person without rights on the folder.
#[test]
fn opens_without_rights() {
    let Some(dir) = child::folder() else { return };
    let refused = Store::open(&dir, Owner::Window).err();
    assert!(
        matches!(refused, Some(OpenError::ReadOnly { .. })),
        "{refused:?}"
    );
    let guest = Store::open(&dir, Owner::Guest);
    match guest {
        Err(OpenError::ReadOnly { .. }) => {}
        Ok(store) => {
            let write = store.transact::<_, Error>("Add", NOW, |tx| {
                tx.put_block(block(9, "2026-11-16T13:00", 60))
            });
            assert_eq!(write.err(), Some(Error::ReadOnly));
            assert_eq!(store.read(|view| view.blocks()).unwrap().len(), 1);
        }
        Err(other) => panic!("{other:?}"),
    }
    println!("\nas promised");
}

#[cfg(unix)]
#[test]
fn a_read_only_folder_is_said_to_be_one() {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    use std::os::unix::process::CommandExt;
    let dir = tempfile::tempdir().unwrap();
    add_block(&window(dir.path()), "2026-11-16T13:00");
    let allow = |mode| {
        for entry in std::fs::read_dir(dir.path()).unwrap() {
            let file = std::fs::Permissions::from_mode(mode & 0o644);
            std::fs::set_permissions(entry.unwrap().path(), file).unwrap();
        }
        let folder = std::fs::Permissions::from_mode(mode);
        std::fs::set_permissions(dir.path(), folder).unwrap();
    };
    allow(0o555);
    let mut command = child::command("disk::opens_without_rights", dir.path());
    if dir.path().metadata().unwrap().uid() == 0 {
        // Nothing is read-only to root: the child is nobody.
        command.uid(65_534).gid(65_534);
    }
    let output = command.output().unwrap();
    allow(0o755);
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(
        output.status.success() && said.contains("as promised"),
        "{said}"
    );
}

/// Works in a file system of one megabyte until it is full; every refusal must say so, and what
/// was saved must be there.
fn fill(dir: &Path) {
    let store = window(dir);
    let mut saved = 0;
    for step in 0..100_000_u32 {
        let done = store.transact::<_, Error>("Add", NOW, |tx| {
            let id = tx.new_block_id()?;
            tx.put_block(Block {
                notes: "x".repeat((step % 97) as usize * 30),
                ..block(id.0, "2026-11-16T13:00", 60)
            })
        });
        match done {
            Ok(_) => saved += 1,
            Err(Error::Full) => break,
            Err(other) => panic!("step {step}: {other:?}"),
        }
    }
    assert!((1..100_000).contains(&saved));
    assert_eq!(store.read(|view| view.blocks()).unwrap().len(), saved);
    assert!(matches!(
        store.backup_now(evenkeel_store::Reason::ByHand, NOW),
        Err(Error::Full)
    ));
    drop(store);
    let store = window(dir);
    store.verify().unwrap();
    assert_eq!(store.read(|view| view.blocks()).unwrap().len(), saved);
    assert!(store.check().unwrap().problems.is_empty());
}

/// Needs the right to mount; where there is none the limit inside SQLite stands in for it (see the
/// tests of the store itself).
#[test]
fn a_real_full_disk_loses_nothing_saved() {
    let dir = tempfile::tempdir().unwrap();
    let quiet = |command: &mut Command| {
        let done = command.stdout(Stdio::null()).stderr(Stdio::null()).status();
        done.is_ok_and(|status| status.success())
    };
    let mut mount = Command::new("mount");
    mount
        .args(["-t", "tmpfs", "-o", "size=1m", "tmpfs"])
        .arg(dir.path());
    if !quiet(&mut mount) {
        return;
    }
    let filled = std::panic::catch_unwind(|| fill(dir.path()));
    let gone = quiet(Command::new("umount").arg(dir.path()));
    assert!(filled.is_ok() && gone);
}

#[cfg(unix)]
#[test]
fn nobody_else_can_read_the_plan_or_a_backup() {
    use std::os::unix::fs::PermissionsExt;
    let dir = tempfile::tempdir().unwrap();
    let store = window(dir.path());
    add_block(&store, "2026-11-16T09:00");
    let backup = store
        .backup_now(evenkeel_store::Reason::ByHand, NOW)
        .unwrap();
    for path in [dir.path().join("evenkeel.db"), backup.path] {
        let mode = std::fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0, "{}", path.display());
    }
}

#[test]
fn commitments_are_found_between_the_first_and_the_last_of_all_days() {
    let dir = tempfile::tempdir().unwrap();
    let store = window(dir.path());
    store
        .transact::<_, Error>("Commit", NOW, |tx| put_record(tx, 2, 1, "2026-11-16T09:00"))
        .unwrap();
    let (first, last) = (chrono::NaiveDate::MIN, chrono::NaiveDate::MAX);
    let found = store.read(|view| view.commitments(first, last)).unwrap();
    assert_eq!(found.len(), 1);
}
