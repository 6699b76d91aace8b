//! What cannot be used or opened: files that are no calendars, damaged and newer databases, a second
//! window, a folder that cannot be written. Each is told in one sentence with a hint.

use crate::desk::{Desk, create, days, drag, said_well};
use evenkeel_app::messages::{ExportChoice, FaultCode, Op, RecoveryFacts, Reply};
use evenkeel_app::{Planner, recovery};
use evenkeel_core::category::Category;
use std::fs::Permissions;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

/// What looking at a file and importing it say: the same, and nothing changes.
fn unusable(desk: &Desk, path: &Path) -> String {
    let looked = desk
        .planner()
        .read_calendar(path, &desk.moment)
        .unwrap_err();
    let fault = desk.refused(Op::Import { path: path.into() });
    assert_eq!(looked, fault);
    said_well(&fault);
    assert_eq!(fault.code, FaultCode::File);
    assert_eq!(desk.planner().backups(&desk.moment).unwrap(), []);
    fault.message
}

/// What the recovery screen says of the folder.
fn unopened(desk: &Desk) -> RecoveryFacts {
    let facts = *Planner::open_window(&desk.folder(), &desk.moment).unwrap_err();
    said_well(&facts.fault);
    assert_eq!(facts.folder, desk.folder().display().to_string());
    facts
}

/// Whether this process may write anywhere, as root does.
fn above_permissions(folder: &Path) -> bool {
    let probe = folder.join("probe");
    std::fs::create_dir(&probe).unwrap();
    std::fs::set_permissions(&probe, Permissions::from_mode(0o555)).unwrap();
    std::fs::write(probe.join("file"), "").is_ok()
}

#[test]
fn a_file_that_is_no_calendar_is_said_so_by_its_name() {
    let desk = Desk::new();
    let other = desk.file("letter.txt", "Dear reader,\nno events here.\n");
    assert_eq!(
        unusable(&desk, &other),
        "letter.txt is not a calendar file."
    );
    let picture = desk.file("picture.ics", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\xff\xfe");
    assert_eq!(
        unusable(&desk, &picture),
        "picture.ics is not a calendar file."
    );
    let empty = desk.file("empty.ics", "");
    assert_eq!(unusable(&desk, &empty), "empty.ics is empty.");
    let folder = desk.folder();
    assert!(unusable(&desk, &folder).ends_with("is a folder."));
    let missing = folder.join("missing.ics");
    assert!(unusable(&desk, &missing).ends_with("missing.ics is not there."));
}

#[test]
fn a_file_of_30_megabytes_is_not_read() {
    let desk = Desk::new();
    let path = desk.file("large.ics", "BEGIN:VCALENDAR\r\n");
    let file = std::fs::File::options().append(true).open(&path).unwrap();
    file.set_len(30 << 20).unwrap();
    let told = "large.ics is larger than 20 MB, more than a calendar file may be here.";
    assert_eq!(unusable(&desk, &path), told);
}

#[test]
fn a_file_that_may_not_be_read_is_said_so() {
    let desk = Desk::new();
    let path = desk.file("secret.ics", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n");
    if above_permissions(&desk.folder()) {
        return;
    }
    std::fs::set_permissions(&path, Permissions::from_mode(0o000)).unwrap();
    assert!(unusable(&desk, &path).starts_with("There is no permission to read "));
}

#[test]
fn an_export_that_cannot_be_written_leaves_nothing_behind() {
    let desk = Desk::new();
    let inside = |path: &Path| {
        let choice = ExportChoice::default();
        let fault = desk
            .planner()
            .export(&choice, path, &desk.moment)
            .unwrap_err();
        said_well(&fault);
        fault.message
    };
    assert!(inside(&desk.folder()).ends_with("is a folder."));
    let nowhere = desk.folder().join("no/folder/week.ics");
    assert!(inside(&nowhere).ends_with("is not there."));
    assert!(!desk.folder().join("no").exists());
}

#[test]
fn a_damaged_plan_offers_its_backups_and_one_brings_it_back() {
    let mut desk = Desk::new();
    desk.apply(create(
        "Ingest design",
        Category::Technical,
        "2026-11-17T09:00",
        "2026-11-17T10:00",
    ));
    let before = desk.week();
    let backup = desk.planner().back_up(&desk.moment).unwrap();
    desk.close();
    let database = desk.folder().join("evenkeel.db");
    let sound = std::fs::read(&database).unwrap();
    let mut damaged = sound.clone();
    damaged[..512].fill(0xa5);
    std::fs::write(&database, &damaged).unwrap();

    let facts = unopened(&desk);
    assert_eq!(facts.fault.code, FaultCode::Data);
    assert!(facts.can_restore);
    assert_eq!(facts.backups.len(), 1);
    assert_eq!(facts.backups[0].name, backup.name);
    assert_eq!(std::fs::read(&database).unwrap(), damaged);

    recovery::restore(&desk.folder(), &backup.name, &desk.moment).unwrap();
    desk.reopen();
    assert_eq!(desk.week().occurrences, before.occurrences);
    assert_eq!(desk.week().figures, before.figures);
}

#[test]
fn a_plan_whose_file_is_gone_is_never_opened_blank() {
    let mut desk = Desk::new();
    desk.apply(create(
        "Kept",
        Category::Technical,
        "2026-11-17T09:00",
        "2026-11-17T10:00",
    ));
    desk.close();
    for name in ["evenkeel.db", "evenkeel.db-wal", "evenkeel.db-shm"] {
        let _ = std::fs::remove_file(desk.folder().join(name));
    }
    let facts = unopened(&desk);
    assert!(
        facts
            .fault
            .message
            .ends_with("is gone, although there was one.")
    );
    assert!(facts.can_restore);
    let guest = Planner::open_guest(&desk.folder()).unwrap_err();
    assert_eq!(guest, facts.fault);
    recovery::set_aside(&desk.folder(), &desk.moment).unwrap();
    desk.reopen();
    assert_eq!(desk.week().occurrences, []);
}

#[test]
fn a_plan_of_a_newer_version_is_left_as_it_is() {
    let mut desk = Desk::new();
    desk.close();
    let database = desk.folder().join("evenkeel.db");
    let connection = rusqlite::Connection::open(&database).unwrap();
    connection.pragma_update(None, "user_version", 99).unwrap();
    drop(connection);
    let bytes = std::fs::read(&database).unwrap();
    let facts = unopened(&desk);
    assert!(
        facts
            .fault
            .message
            .ends_with("comes from a newer Evenkeel.")
    );
    assert!(!facts.can_restore);
    assert_eq!(std::fs::read(&database).unwrap(), bytes);
}

#[test]
fn a_second_window_is_refused_while_the_command_line_works_beside_the_first() {
    let desk = Desk::new();
    let facts = unopened(&desk);
    assert_eq!(facts.fault.code, FaultCode::Busy);
    assert!(!facts.can_restore);
    assert_eq!(desk.planner().news().unwrap(), None);

    let guest = Planner::open_guest(&desk.folder()).unwrap();
    let op = create(
        "From the side",
        Category::Growth,
        "2026-11-17T09:00",
        "2026-11-17T10:00",
    );
    let reply = guest.apply(op, days("2026-11-16", "2026-11-23"), &desk.moment);
    assert!(matches!(reply, Reply::Done(_)));
    let news = desk.planner().news().unwrap().unwrap();
    assert!(news.reload);
    assert_eq!(news.undo.as_deref(), Some("add From the side"));
    let block = desk.shown("From the side").block.unwrap();
    desk.apply(drag(block, "2026-11-18T09:00"));
    assert_eq!(desk.planner().news().unwrap(), None);
    said_well(&guest.restore("none", &desk.moment).unwrap_err());
}

#[test]
fn a_folder_that_cannot_be_written_is_said_so() {
    let mut desk = Desk::new();
    desk.close();
    if above_permissions(desk.folder().parent().unwrap()) {
        return;
    }
    let folder = desk.folder();
    let permit = |files: u32, all: u32| {
        for entry in folder.read_dir().unwrap() {
            std::fs::set_permissions(entry.unwrap().path(), Permissions::from_mode(files)).unwrap();
        }
        std::fs::set_permissions(&folder, Permissions::from_mode(all)).unwrap();
    };
    permit(0o444, 0o555);
    let opened = Planner::open_window(&desk.folder(), &desk.moment);
    let told = opened.map_err(|facts| facts.fault).and_then(|planner| {
        let op = create(
            "No",
            Category::Growth,
            "2026-11-17T09:00",
            "2026-11-17T10:00",
        );
        match planner.apply(op, desk.seen, &desk.moment) {
            Reply::Refused(fault) => Err(fault),
            Reply::Done(outcome) => Ok(outcome),
        }
    });
    permit(0o644, 0o755);
    let fault = told.unwrap_err();
    assert_eq!(fault.code, FaultCode::Disk);
    said_well(&fault);
}
