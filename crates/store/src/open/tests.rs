//! Migrations, with steps that no release has.

use super::*;

fn saved_once() -> (tempfile::TempDir, Folder) {
    let dir = tempfile::tempdir().unwrap();
    drop(Store::open(dir.path(), Owner::Window).unwrap());
    let folder = Folder::new(dir.path());
    (dir, folder)
}

fn bytes(folder: &Folder) -> Vec<u8> {
    std::fs::read(folder.database()).unwrap()
}

/// The released steps and as many of a version to come; the second of these fails.
fn further(number: usize) -> Vec<M<'static>> {
    let more = M::up("CREATE TABLE extra (id INTEGER)");
    let further = std::iter::repeat_n(more, number);
    schema::STEPS.iter().cloned().chain(further).collect()
}

#[test]
fn a_migration_that_fails_leaves_every_byte_and_a_backup() {
    let (_dir, folder) = saved_once();
    let before = bytes(&folder);
    let failed = upgrade(&folder, Owner::Window, &further(2));
    assert!(matches!(failed, Err(OpenError::Migration { .. })));
    assert_eq!(bytes(&folder), before);
    assert_eq!(backup::backups_in(folder.path()).unwrap().len(), 1);
}

#[test]
fn a_migration_keeps_a_backup_in_the_old_format() {
    let (_dir, folder) = saved_once();
    upgrade(&folder, Owner::Window, &further(1)).unwrap();
    let version = |path: &Path| schema::stamp(&connect::frozen(path).unwrap()).unwrap().0;
    let made = &backup::backups_in(folder.path()).unwrap()[0];
    assert_eq!(made.reason, Reason::Migration);
    assert_eq!(version(&made.path), schema::VERSION);
    assert_eq!(version(&folder.database()), schema::VERSION + 1);
}

#[test]
fn no_backup_no_migration() {
    let (_dir, folder) = saved_once();
    std::fs::write(folder.backups(), "in the way").unwrap();
    let before = bytes(&folder);
    assert!(upgrade(&folder, Owner::Window, &further(1)).is_err());
    assert_eq!(bytes(&folder), before);
}

#[test]
fn a_guest_does_not_migrate_beside_a_window() {
    let (_dir, folder) = saved_once();
    let _window = lock(&folder).unwrap();
    let refused = upgrade(&folder, Owner::Guest, schema::STEPS);
    assert!(matches!(refused, Err(OpenError::NeedsWindow { .. })));
}

#[test]
fn sqlite_is_new_enough_to_keep_commits_of_two_writers() {
    assert!(rusqlite::version_number() >= 3_051_003);
}
