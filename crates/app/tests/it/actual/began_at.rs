//! Correcting when what is going on began.

use super::{at, enter, lane, start, stop};
use crate::desk::{Desk, said_well, wall};
use evenkeel_app::messages::Op;

fn began(time: &str) -> Op {
    Op::BeganAt {
        at: wall(&format!("2026-11-20T{time}")),
    }
}

#[test]
fn what_goes_on_began_earlier_or_later_and_nothing_else_changes() {
    let mut desk = Desk::new();
    desk.apply(enter("Standup", "06:00", "06:30"));
    desk.apply(start("Ingest"));
    at(&mut desk, "09:00");
    let said = desk.apply(began("07:15"));
    assert_eq!(said.said, "Ingest is recorded since 07:15.");
    assert_eq!(said.undo.as_deref(), Some("change the start of Ingest"));
    let running = desk.week().running.unwrap();
    assert_eq!(
        (running.start, running.elapsed),
        (wall("2026-11-20T07:15"), 105 * 60)
    );
    desk.apply(began("08:40"));
    desk.apply(stop());
    assert_eq!(
        lane(&desk),
        ["Standup 06:00-06:30 hand", "Ingest 08:40-09:00 timer"]
    );
}

#[test]
fn it_cannot_have_begun_later_than_now_nor_while_something_else_was_recorded() {
    let desk = Desk::new();
    desk.apply(enter("Standup", "06:00", "07:30"));
    let fault = desk.refused(began("07:40"));
    said_well(&fault);
    desk.apply(start("Ingest"));
    for (time, field) in [("08:01", "at"), ("07:29", "at")] {
        let fault = desk.refused(began(time));
        assert_eq!(fault.field.as_deref(), Some(field), "{time}");
        said_well(&fault);
    }
    desk.apply(began("07:30"));
    assert_eq!(desk.week().running.unwrap().start, wall("2026-11-20T07:30"));
}
