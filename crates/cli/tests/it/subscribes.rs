//! Calendars by their address: read, listed, read again, and what is said where none comes.

use crate::keel::Keel;
use crate::script::Script;
use std::io::Write;
use std::process::Stdio;

const STANDUP: &str = "UID:1\nSUMMARY:Standup\nDTSTART:20261120T090000Z\nDURATION:PT30M";
const LATER: &str = "UID:1\nSUMMARY:Standup\nDTSTART:20261120T100000Z\nDURATION:PT30M";

fn subscribed() -> (Keel, Script) {
    let keel = Keel::new();
    let server = Script::new("Team", &[STANDUP]).unwrap();
    let said = keel.ok(&["subscribe", &server.address(), "--every", "6h"]);
    assert_eq!(said, "Subscribed to Team with 1 event.\n");
    (keel, server)
}

#[test]
fn a_calendar_is_subscribed_to_listed_and_read_again() {
    let (keel, server) = subscribed();
    assert_eq!(
        keel.words("subscribe --list"),
        "Team: 1 event from 127.0.0.1, read every 6 hours.\n  \
         Up to date: 2026-11-20 08:00; next 2026-11-20 14:00.\n"
    );
    assert_eq!(keel.words("refresh"), "Team is as it was.\n");
    assert_eq!(keel.words("refresh --due"), "");
    server.holds("Team", &[LATER]);
    assert_eq!(keel.words("refresh Team"), "Team: 1 moved.\n");
    let listed = keel.words("subscribe --list");
    assert!(
        listed.ends_with("  moved: Standup, Fri 20 Nov 10:00 to Fri 20 Nov 11:00\n"),
        "{listed}"
    );
    let json = keel.json("subscribe --list");
    assert_eq!(json[0]["subscription"]["every_minutes"], 360);
    assert_eq!(keel.json("agenda")[0]["title"], "Standup");
    assert_eq!(keel.words("undo"), "Undone: subscribe to Team.\n");
}

#[test]
fn a_server_that_fails_is_said_and_the_events_stay() {
    let (keel, mut server) = subscribed();
    server.says("401 Unauthorized", "");
    let said = keel.run(&["refresh"]);
    assert_eq!(said.code, 1);
    assert!(
        said.out
            .starts_with("Team: 127.0.0.1 shows this calendar only after logging in.")
    );
    assert!(
        said.err
            .starts_with("Error: 1 of 1 calendars could not be read.\n")
    );
    server.stop();
    let said = keel.run(&["refresh", "--json"]);
    assert_eq!(said.code, 1);
    assert!(said.out.contains("\"read\":false"), "{}", said.out);
    assert_eq!(keel.json("agenda")[0]["title"], "Standup");
}

#[test]
fn the_address_can_come_from_standard_input_and_its_secret_is_nowhere_shown() {
    let keel = Keel::new();
    let server = Script::new("Team", &[STANDUP]).unwrap();
    let mut child = keel
        .command(&["subscribe", "-", "--name", "Mine"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut typed = child.stdin.take().unwrap();
    writeln!(typed, "{}", server.address()).unwrap();
    drop(typed);
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.stdout, b"Subscribed to Mine with 1 event.\n");
    assert_eq!(server.heads().len(), 1);
    let all = keel.words("subscribe --list") + &keel.json("subscribe --list").to_string();
    assert!(!all.contains("s3cret"), "{all}");
}

#[test]
fn what_is_no_address_or_no_calendar_is_refused() {
    let keel = Keel::new();
    for args in [
        ["subscribe", "http://example.org/a.ics"],
        ["subscribe", "nonsense"],
        ["refresh", "Nobody"],
    ] {
        let said = keel.run(&args);
        assert_eq!(said.code, 1, "{args:?}");
        assert!(said.err.starts_with("Error: "), "{}", said.err);
        assert!(said.err.contains("\nHint: "), "{}", said.err);
    }
    let said = keel.run(&["refresh"]);
    assert_eq!((said.code, said.out.as_str()), (1, ""));
    assert_eq!(keel.words("refresh --due"), "");
    assert!(
        keel.words("subscribe --list")
            .starts_with("No calendar is subscribed to.")
    );
}
