//! What cannot be done: one sentence, a hint, exit code 1; wrong usage 2. Nothing changes.

use crate::keel::{Keel, Said, bare};
use std::path::Path;

#[test]
fn files_that_are_no_calendar_get_one_sentence_each() {
    let keel = Keel::new();
    let refusal = |path: &Path| keel.refusal(&["import".as_ref(), path.as_os_str()]);
    let diary = keel.file("diary.ics", "Dear diary,\nno calendar here.\n");
    assert_eq!(refusal(&diary), "diary.ics is not a calendar file.");
    let empty = keel.file("empty.ics", "");
    assert_eq!(refusal(&empty), "empty.ics is empty.");
    let large = keel.file("large.ics", vec![b'x'; 30 * 1024 * 1024]);
    let told = "large.ics is larger than 20 MB, more than a calendar file may be here.";
    assert_eq!(refusal(&large), told);
    let folder = keel.beside("calendars");
    std::fs::create_dir(&folder).unwrap();
    assert_eq!(
        refusal(&folder),
        format!("{} is a folder.", folder.display())
    );
    let gone = keel.beside("gone.ics");
    assert_eq!(refusal(&gone), format!("{} is not there.", gone.display()));
}

#[cfg(target_os = "linux")]
#[test]
fn what_never_ends_is_not_read_to_its_end() {
    let refusal = Keel::new().refusal(&["import", "/dev/zero"]);
    assert!(
        refusal.starts_with("/dev/zero is not a file that can be read again."),
        "{refusal}"
    );
}

#[test]
fn an_export_goes_nowhere_it_cannot_go() {
    let keel = Keel::new();
    let folder = keel.beside("");
    let refusal = keel.refusal(&["export".as_ref(), "-o".as_ref(), folder.as_os_str()]);
    assert_eq!(refusal, format!("{} is a folder.", folder.display()));
    let nowhere = keel.beside("missing/week.ics");
    let refusal = keel.refusal(&["export".as_ref(), "-o".as_ref(), nowhere.as_os_str()]);
    assert_eq!(refusal, format!("{} is not there.", nowhere.display()));
}

#[test]
fn blocks_that_cannot_be_get_one_sentence_each() {
    let keel = Keel::new();
    for (line, told) in [
        (
            "add A --start 10:00 --end 09:00",
            "The end is not after the start.",
        ),
        (
            "add A --start 10:00 --for 0m",
            "The end is not after the start.",
        ),
        (
            "add A --start 10:00 --for -1h",
            "The end is not after the start.",
        ),
        (
            "add A --start 10:00 --for 8d",
            "A block cannot last longer than 7 days.",
        ),
        ("add A --start ten --for 1h", "“ten” is no time."),
        (
            "add A --start 10:00 --for long",
            "“long” is no length of time.",
        ),
        (
            "add A --start 2026-02-30T10:00 --for 1h",
            "“2026-02-30” is no date.",
        ),
        (
            "add A --start 1600-01-01T10:00 --for 1h",
            "The date lies outside the calendar.",
        ),
        ("move b1 --to 10:00", "No block is called “b1”."),
        ("remove nothing", "No block is called “nothing”."),
        ("agenda --from soon", "“soon” is no date."),
        (
            "agenda --from 2026-11-20 --to 2026-11-20",
            "There is no day from 2026-11-20 to 2026-11-20.",
        ),
        (
            "export --from 2026-11-20 --to 2026-11-19 -o -",
            "There is no day from 2026-11-20 to 2026-11-19.",
        ),
    ] {
        let refusal = keel.refusal(&line.split(' ').collect::<Vec<_>>());
        assert_eq!(refusal, told, "{line}");
    }
    assert_eq!(keel.words("agenda --json"), "[]\n");
}

#[test]
fn an_unknown_zone_or_clock_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let refusal = |args: &[&str]| {
        let mut command = bare();
        command.arg("agenda").arg("--data").arg(folder.path());
        let said = Said::of(command.args(args).output().unwrap());
        assert_eq!(said.code, 1);
        said.refusal()
    };
    let zone = refusal(&["--zone", "Mars/Olympus"]);
    assert_eq!(zone, "No time zone is called “Mars/Olympus”.");
    let posix = refusal(&["--zone", "UTC+2"]);
    assert_eq!(posix, "No time zone is called “UTC+2”.");
    let clock = refusal(&["--now", "yesterday"]);
    assert_eq!(clock, "“yesterday” is no time to set the clock to.");
}

#[test]
fn a_newer_database_is_not_touched() {
    let keel = Keel::new();
    keel.words("add A --start 09:00 --for 1h");
    let database = keel.folder().join("evenkeel.db");
    let connection = rusqlite::Connection::open(&database).unwrap();
    connection.pragma_update(None, "user_version", 99).unwrap();
    connection.close().unwrap();
    let before = std::fs::read(&database).unwrap();
    for args in [
        &["agenda"][..],
        &["add", "B", "--start", "10:00", "--for", "1h"],
    ] {
        let refusal = keel.refusal(args);
        assert!(
            refusal.ends_with("comes from a newer Evenkeel."),
            "{refusal}"
        );
    }
    keel.refusal(&["restore", "latest"]);
    assert_eq!(std::fs::read(&database).unwrap(), before);
}

#[test]
fn a_data_folder_that_is_a_file_is_named() {
    let keel = Keel::new();
    keel.file("data", "in the way");
    let refusal = keel.refusal(&["agenda"]);
    assert!(
        refusal.contains("is a file, not a data folder"),
        "{refusal}"
    );
}

#[test]
fn wrong_usage_ends_with_2() {
    let keel = Keel::new();
    for line in [
        "",
        "dance",
        "import",
        "export",
        "add",
        "add A --start 09:00",
        "add A --start 09:00 --for 1h --end 10:00",
        "add A --start 09:00 --for 1h --category fun",
        "move b1",
        "move b1 --to 10:00 --by 1h",
    ] {
        let words: Vec<&str> = line.split_terminator(' ').collect();
        let said = keel.run(&words);
        assert_eq!((said.code, said.out.as_str()), (2, ""), "{line}");
    }
    assert!(!keel.folder().exists());
}
