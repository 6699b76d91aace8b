//! The plan happened as it stood.

use super::{at, enter, lane, start, stop};
use crate::desk::{Desk, day, said_well};
use evenkeel_app::messages::{AsPlanned, FaultCode, Op};
use evenkeel_core::category::Category;
use evenkeel_core::facets::Facets;

fn planned() -> Desk {
    let desk = Desk::new();
    for (title, start, end) in [
        ("Ingest", "2026-11-20T09:00", "2026-11-20T10:00"),
        ("Review", "2026-11-20T10:00", "2026-11-20T11:30"),
        ("Late", "2026-11-21T01:00", "2026-11-21T02:00"),
        ("Saturday", "2026-11-21T10:00", "2026-11-21T11:00"),
    ] {
        desk.block(title, Category::Technical, start, end);
    }
    desk
}

fn these(desk: &Desk, titles: &[&str]) -> Op {
    let keys = titles.iter().map(|title| desk.shown(title).key).collect();
    Op::AsPlanned(AsPlanned::These { keys })
}

fn friday() -> Op {
    let day = day("2026-11-20");
    Op::AsPlanned(AsPlanned::Day { day })
}

fn rest() -> Op {
    let day = day("2026-11-20");
    Op::AsPlanned(AsPlanned::RestOfDay { day })
}

#[test]
fn a_block_that_is_over_becomes_an_entry_and_one_under_way_counts_up_to_now() {
    let mut desk = planned();
    at(&mut desk, "10:30");
    let said = desk.apply(these(&desk, &["Ingest"]));
    assert_eq!(said.said, "As planned: 1 h of Ingest.");
    let said = desk.apply(these(&desk, &["Review"]));
    assert_eq!(said.said, "As planned: 30 min of Review.");
    assert_eq!(
        lane(&desk),
        [
            "Ingest 09:00-10:00 confirmed",
            "Review 10:00-10:30 confirmed"
        ]
    );
    said_well(&desk.refused(these(&desk, &["Ingest"])));
    let ahead = desk.refused(these(&desk, &["Saturday"]));
    assert_eq!(ahead.message, "Nothing of this has begun yet.");
    said_well(&ahead);
}

#[test]
fn a_logical_day_goes_on_past_midnight() {
    let mut desk = planned();
    at(&mut desk, "2026-11-21T03:00");
    let said = desk.apply(friday());
    assert_eq!(said.said, "As planned: 3 h 30 in 3 blocks.");
    assert_eq!(said.undo.as_deref(), Some("confirm Friday 20 November"));
    assert_eq!(lane(&desk).last().unwrap(), "Late 01:00-02:00 confirmed");
    desk.undo();
    assert!(lane(&desk).is_empty());
}

#[test]
fn the_rest_of_a_day_begins_after_its_last_entry() {
    let mut desk = planned();
    at(&mut desk, "12:00");
    desk.apply(enter("Incident", "09:30", "10:15"));
    desk.apply(rest());
    assert_eq!(
        lane(&desk),
        ["Incident 09:30-10:15 hand", "Review 10:15-11:30 confirmed"]
    );
    desk.apply(friday());
    assert_eq!(lane(&desk)[0], "Ingest 09:00-09:30 confirmed");
    at(&mut desk, "2026-11-21T03:00");
    desk.apply(rest());
    assert_eq!(lane(&desk).last().unwrap(), "Late 01:00-02:00 confirmed");
    said_well(&desk.refused(rest()));
}

#[test]
fn it_takes_no_time_from_a_timer_that_still_runs() {
    let mut desk = planned();
    at(&mut desk, "09:20");
    desk.apply(start("Call"));
    at(&mut desk, "09:50");
    desk.apply(these(&desk, &["Ingest"]));
    at(&mut desk, "10:10");
    desk.apply(stop());
    assert_eq!(
        lane(&desk),
        ["Ingest 09:00-09:20 confirmed", "Call 09:20-10:10 timer"]
    );
}

#[test]
fn room_for_what_comes_up_and_days_without_a_plan_have_nothing_to_confirm() {
    let mut desk = Desk::new();
    let room = desk.block(
        "Room",
        Category::Technical,
        "2026-11-20T09:00",
        "2026-11-20T10:00",
    );
    desk.apply(crate::desk::edit(
        room,
        evenkeel_app::messages::BlockPatch {
            facets: Some(Facets {
                contingency: true,
                ..Facets::default()
            }),
            ..Default::default()
        },
    ));
    at(&mut desk, "12:00");
    said_well(&desk.refused(friday()));
    let thursday = Op::AsPlanned(AsPlanned::Day {
        day: day("2026-11-19"),
    });
    let fault = desk.refused(thursday);
    assert_eq!(fault.message, "Nothing is planned on Thursday 19 November.");
    let gone = Op::AsPlanned(AsPlanned::These {
        keys: vec!["b99".into()],
    });
    assert_eq!(desk.refused(gone).code, FaultCode::Gone);
    said_well(&desk.refused(Op::AsPlanned(AsPlanned::These { keys: vec![] })));
}

#[test]
fn meetings_of_a_calendar_count_unless_they_take_no_time() {
    let mut desk = Desk::new();
    let event = |uid: &str, more: &str| {
        format!(
            "BEGIN:VEVENT\r\nUID:{uid}\r\nDTSTAMP:20261101T000000Z\r\nSUMMARY:{uid}\r\n\
             DTSTART:20261120T080000Z\r\nDTEND:20261120T090000Z\r\n{more}END:VEVENT\r\n"
        )
    };
    let calendar = format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:test\r\n{}{}END:VCALENDAR\r\n",
        event("Planning", ""),
        event("Free", "TRANSP:TRANSPARENT\r\n")
    );
    let file = desk.file("work.ics", calendar);
    desk.import(&file);
    at(&mut desk, "12:00");
    desk.apply(friday());
    assert_eq!(lane(&desk), ["Planning 09:00-10:00 confirmed"]);
    assert_eq!(desk.week().entries[0].of, Some(desk.shown("Planning").key));
}
