//! What an absence was while a timer ran.

use super::{at, enter, instant, lane, start, stop};
use crate::desk::{Desk, said_well};
use evenkeel_app::messages::{Absence, Op};

fn away(desk: &Desk, from: &str, until: &str, was: Absence) -> Op {
    Op::Away {
        from: instant(desk, from).0,
        until: instant(desk, until).0,
        was,
    }
}

/// A timer since 08:00; it is 10:10, and nobody was there from 09:00 to 10:00.
fn back() -> Desk {
    let mut desk = Desk::new();
    desk.apply(start("Ingest"));
    at(&mut desk, "10:10");
    desk
}

#[test]
fn work_changes_nothing() {
    let desk = back();
    let before = desk.week();
    let said = desk.apply(away(&desk, "09:00", "10:00", Absence::Work));
    assert!(!said.undoable);
    assert_eq!(desk.week(), before);
}

#[test]
fn a_break_is_taken_out_and_the_timer_goes_on() {
    let mut desk = back();
    let said = desk.apply(away(&desk, "09:00", "10:00", Absence::Break));
    assert_eq!(said.said, "Took out 1 h as a break.");
    assert_eq!(desk.week().running.unwrap().elapsed, 600);
    at(&mut desk, "10:30");
    desk.apply(stop());
    assert_eq!(
        lane(&desk),
        ["Ingest 08:00-09:00 timer", "Ingest 10:00-10:30 timer"]
    );
}

#[test]
fn something_else_becomes_an_entry_of_its_own() {
    let mut desk = back();
    let other = Absence::Other {
        of: None,
        title: "Incident".into(),
        category: None,
    };
    desk.apply(away(&desk, "09:00", "10:00", other));
    at(&mut desk, "10:30");
    desk.apply(stop());
    assert_eq!(
        lane(&desk),
        [
            "Ingest 08:00-09:00 timer",
            "Incident 09:00-10:00 hand",
            "Ingest 10:00-10:30 timer"
        ]
    );
}

#[test]
fn discarded_it_was_over_when_the_absence_began() {
    let mut desk = Desk::new();
    desk.apply(start("Ingest"));
    at(&mut desk, "10:00");
    let said = desk.apply(away(&desk, "09:00", "10:00", Absence::Discard));
    assert_eq!(said.said, "Took out 1 h; Ingest ended before it.");
    assert_eq!(lane(&desk), ["Ingest 08:00-09:00 timer"]);
    assert_eq!(desk.week().running, None);
}

#[test]
fn what_went_on_since_the_return_stays_when_an_absence_is_discarded_late() {
    let desk = back();
    let said = desk.apply(away(&desk, "09:00", "10:00", Absence::Discard));
    assert_eq!(
        said.said,
        "Took out 1 h; Ingest is recorded before and after it, and stopped."
    );
    assert_eq!(
        lane(&desk),
        ["Ingest 08:00-09:00 timer", "Ingest 10:00-10:10 timer"]
    );
    assert_eq!(desk.week().running, None);
    desk.undo();
    assert_eq!(desk.week().running.unwrap().elapsed, 130 * 60);
    assert!(lane(&desk).is_empty());
}

#[test]
fn an_absence_answered_after_the_stop_is_taken_out_of_the_entry() {
    let mut desk = back();
    desk.apply(stop());
    at(&mut desk, "10:20");
    desk.apply(enter("Lunch", "09:30", "09:40"));
    desk.apply(away(&desk, "09:00", "10:00", Absence::Break));
    assert_eq!(
        lane(&desk),
        [
            "Ingest 08:00-09:00 timer",
            "Lunch 09:30-09:40 hand",
            "Ingest 10:00-10:10 timer"
        ]
    );
}

#[test]
fn there_is_nothing_to_take_out_of_nothing() {
    let mut desk = Desk::new();
    at(&mut desk, "12:00");
    said_well(&desk.refused(away(&desk, "10:00", "09:00", Absence::Break)));
    said_well(&desk.refused(away(&desk, "10:00", "13:00", Absence::Break)));
    let fault = desk.refused(away(&desk, "09:00", "10:00", Absence::Break));
    assert!(fault.message.starts_with("Nothing was being recorded then"));
}
