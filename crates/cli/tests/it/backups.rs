//! Backups, bringing them back, looking for damage, and the demo.

use crate::keel::Keel;

fn titles(keel: &Keel) -> Vec<String> {
    let rows = keel.json("agenda");
    let rows = rows.as_array().unwrap().iter();
    rows.map(|row| row["title"].as_str().unwrap().to_string())
        .collect()
}

fn with_backup() -> Keel {
    let keel = Keel::new();
    keel.words("add Before --start 09:00 --for 1h");
    let said = keel.words("backup");
    assert!(
        said.starts_with("Backed up to 2026-11-20T070000Z-by-hand.db ("),
        "{said}"
    );
    keel
}

#[test]
fn a_backup_brings_back_what_was_there() {
    let keel = with_backup();
    keel.words("add After --start 11:00 --for 1h");
    let backups = keel.json("backups");
    assert_eq!(backups.as_array().unwrap().len(), 1);
    assert_eq!(keel.json("backup --list"), backups);
    assert_eq!(backups[0]["taken"], "2026-11-20T08:00:00");
    let name = backups[0]["name"].as_str().unwrap();
    keel.words(&format!("restore {name}"));
    assert_eq!(titles(&keel), ["Before"]);
    keel.words("restore latest");
    assert_eq!(titles(&keel), ["Before", "After"]);
    let found = keel.words("check");
    assert_eq!(
        found,
        "Everything is in order: 2 blocks, 0 imported events.\n"
    );
}

#[test]
fn a_damaged_plan_is_named_and_a_backup_takes_its_place() {
    let keel = with_backup();
    let database = keel.folder().join("evenkeel.db");
    let damaged = vec![b'x'; 4096];
    std::fs::write(&database, &damaged).unwrap();
    for command in ["agenda", "check", "backup"] {
        let refusal = keel.refusal(&[command]);
        assert!(refusal.contains("evenkeel.db is damaged."), "{refusal}");
    }
    assert_eq!(std::fs::read(&database).unwrap(), damaged);
    assert_eq!(keel.json("backups").as_array().unwrap().len(), 1);
    let said = keel.words("restore latest");
    assert!(said.contains("set aside in"), "{said}");
    assert_eq!(titles(&keel), ["Before"]);
    let aside = keel
        .folder()
        .join("set-aside-2026-11-20T070000Z/evenkeel.db");
    assert_eq!(std::fs::read(aside).unwrap(), damaged);
}

#[test]
fn an_older_copy_put_back_by_hand_opens_once_it_is_accepted() {
    let keel = with_backup();
    let database = keel.folder().join("evenkeel.db");
    let older = std::fs::read(&database).unwrap();
    keel.words("add After --start 11:00 --for 1h");
    std::fs::write(&database, older).unwrap();
    let refusal = keel.refusal(&["agenda"]);
    assert!(
        refusal.ends_with("is older than what was saved."),
        "{refusal}"
    );
    let said = keel.words("restore --accept");
    assert!(said.contains(" opens as it is."), "{said}");
    assert_eq!(titles(&keel), ["Before"]);
    keel.words("restore --accept");
    assert_eq!(titles(&keel), ["Before"]);
}

#[test]
fn only_an_older_copy_can_be_accepted() {
    let keel = with_backup();
    let database = keel.folder().join("evenkeel.db");
    std::fs::remove_dir_all(keel.folder().join("backups")).unwrap();
    std::fs::remove_file(&database).unwrap();
    let accept = ["restore", "--accept"];
    let refusal = keel.refusal(&accept);
    assert!(
        refusal.contains("is gone, although there was one."),
        "{refusal}"
    );
    assert!(!database.exists(), "nothing empty takes its place");
    std::fs::write(&database, vec![b'x'; 4096]).unwrap();
    let refusal = keel.refusal(&accept);
    assert!(refusal.contains("is damaged."), "{refusal}");
}

/// Makes the only backup one that a newer version made: the version stands at byte 60 of the file.
fn made_newer(keel: &Keel) {
    let folder = keel.folder().join("backups");
    let entry = std::fs::read_dir(folder).unwrap().next().unwrap();
    let path = entry.unwrap().path();
    let mut bytes = std::fs::read(&path).unwrap();
    bytes[60..64].copy_from_slice(&99u32.to_be_bytes());
    std::fs::write(&path, bytes).unwrap();
}

#[test]
fn a_backup_of_a_newer_version_is_called_newer_and_nothing_is_moved() {
    let keel = with_backup();
    made_newer(&keel);
    let listed = keel.words("backups");
    assert!(listed.contains("from a newer Evenkeel"), "{listed}");
    let told = "This backup comes from a newer Evenkeel, so it was not used.";
    assert_eq!(keel.refusal(&["restore", "latest"]), told);
    assert_eq!(titles(&keel), ["Before"]);
    let database = keel.folder().join("evenkeel.db");
    let damaged = vec![b'x'; 4096];
    std::fs::write(&database, &damaged).unwrap();
    assert_eq!(keel.refusal(&["restore", "latest"]), told);
    assert_eq!(std::fs::read(&database).unwrap(), damaged);
}

#[test]
fn a_backup_that_is_not_there_is_named() {
    let keel = Keel::new();
    let refusal = keel.refusal(&["restore", "latest"]);
    assert_eq!(refusal, "There is no backup to restore.");
    let keel = with_backup();
    let refusal = keel.refusal(&["restore", "yesterday"]);
    assert_eq!(refusal, "No backup is called “yesterday”.");
}

#[test]
fn nothing_is_restored_under_an_open_window() {
    let keel = with_backup();
    let lock = std::fs::File::options()
        .create(true)
        .truncate(false)
        .write(true)
        .open(keel.folder().join("evenkeel.lock"))
        .unwrap();
    lock.try_lock().unwrap();
    let refusal = keel.refusal(&["restore", "latest"]);
    assert_eq!(refusal, "The plan is already open in another window.");
    keel.words("add Beside --start 12:00 --for 1h");
    assert_eq!(titles(&keel), ["Before", "Beside"]);
}

#[test]
fn the_demo_fills_an_empty_folder_and_no_other() {
    let keel = Keel::new();
    keel.words("demo");
    let rows = keel.json("agenda");
    assert!(rows.as_array().unwrap().len() > 20);
    let refusal = keel.refusal(&["demo"]);
    assert!(refusal.contains("holds a plan already"), "{refusal}");
    assert_eq!(keel.json("agenda"), rows);

    let own = Keel::new();
    own.words("add Mine --start 09:00 --for 1h");
    own.refusal(&["demo"]);
    assert_eq!(titles(&own), ["Mine"]);
}
