//! The committed week: what departs from it, what is asked, what is refused, what stays on record.

use crate::desk::{Desk, create, days, drag, edit, gesture, moment, new_block, said_well, wall};
use evenkeel_app::messages::{
    BlockPatch, CommitmentFigure, FacetPatch, Fault, FaultCode, NewBlock, Op, Outcome, Outline,
};
use evenkeel_core::category::Category::{Growth, Management, Technical};
use evenkeel_core::commitment::{Changed, Why};
use evenkeel_core::edit::series::Scope;
use evenkeel_core::edit::{Grip, Others};
use evenkeel_core::handle::Handle;
use evenkeel_core::repeat::{Every, Repeat};

const WEEK: &str = "2026-11-18";

fn commit() -> Op {
    Op::Commit {
        week: WEEK.parse().unwrap(),
    }
}

fn uncommit() -> Op {
    Op::Uncommit {
        week: WEEK.parse().unwrap(),
    }
}

fn because(why: Why, what: Op) -> Op {
    Op::Because {
        why,
        note: String::new(),
        what: Box::new(what),
    }
}

fn reason(block: Handle, why: Why) -> Op {
    Op::GiveReason {
        keys: vec![block.to_string()],
        week: WEEK.parse().unwrap(),
        why,
        note: "the review moved".into(),
    }
}

fn put_back(block: Handle) -> Op {
    Op::PutBack {
        keys: vec![block.to_string()],
        week: WEEK.parse().unwrap(),
    }
}

fn protect(block: Handle) -> Op {
    let patch = FacetPatch {
        protected: Some(true),
        ..FacetPatch::default()
    };
    let blocks = vec![block];
    Op::SetFacets { blocks, patch }
}

fn committed(desk: &Desk) -> CommitmentFigure {
    desk.week().figures.commitment.unwrap()
}

/// A committed week with a block on Thursday at ten.
fn desk() -> (Desk, Handle) {
    let desk = Desk::new();
    let block = desk.block(
        "Ingest design",
        Technical,
        "2026-11-19T10:00",
        "2026-11-19T12:00",
    );
    desk.block("Budget", Management, "2026-11-19T14:00", "2026-11-19T15:00");
    desk.apply(commit());
    (desk, block)
}

#[test]
fn a_week_is_committed_once_and_says_when() {
    let (desk, _) = desk();
    let figure = committed(&desk);
    assert_eq!(figure.words, "Committed Fri 08:00");
    assert_eq!((figure.changes, figure.stability), (0, Some(1.0)));
    assert_eq!(figure.outlines.len(), 2);
    let again = desk.refused(commit());
    assert_eq!(
        again.message,
        "The week of 16 November is committed as it stands already."
    );
    said_well(&again);
}

#[test]
fn nothing_and_a_week_that_is_over_cannot_be_committed() {
    let mut desk = Desk::new();
    said_well(&desk.refused(commit()));
    desk.block(
        "Ingest design",
        Technical,
        "2026-11-19T10:00",
        "2026-11-19T12:00",
    );
    desk.moment = moment("2026-11-23T03:00", "Europe/Berlin");
    let over = desk.refused(commit());
    assert_eq!(over.message, "The week of 16 November is over.");
    said_well(&over);
    said_well(&desk.refused(uncommit()));
    // Until the last logical day of the week is over it still is that week.
    desk.moment = moment("2026-11-23T02:59", "Europe/Berlin");
    desk.apply(commit());
}

#[test]
fn a_change_to_a_committed_block_asks_why_until_it_is_told() {
    let (desk, block) = desk();
    let asks = desk.apply(drag(block, "2026-11-20T09:00")).asks.unwrap();
    assert_eq!(asks.keys, [block.to_string()]);
    assert_eq!(
        asks.sentence,
        "You moved \u{201c}Ingest design\u{201d}, committed for Thursday 10:00."
    );
    let figure = committed(&desk);
    assert_eq!(figure.words, "Committed Fri 08:00 \u{b7} 1 change");
    assert_eq!((figure.open, figure.mine), (1, 0));
    let told = desk.apply(reason(block, Why::External));
    assert_eq!(told.said, "Noted: it came from outside.");
    assert!(!told.reload && told.asks.is_none());
    let figure = committed(&desk);
    assert_eq!((figure.open, figure.external), (0, 1));
    assert_eq!(figure.reasons_words, "1 from outside");
    assert_eq!(figure.own_stability, Some(1.0));
    let outline = &figure.outlines[0];
    assert_eq!(outline.changed, Some(Changed::Moved));
    assert_eq!(outline.words, "moved to Friday 09:00");
    assert_eq!(outline.note, "the review moved");
    // A title is no matter of the plan.
    let named = BlockPatch {
        title: Some("Ingest".into()),
        ..BlockPatch::default()
    };
    assert_eq!(desk.apply(edit(block, named)).asks, None);
    // Moved on, it keeps the reason it was given.
    assert_eq!(desk.apply(drag(block, "2026-11-20T13:00")).asks, None);
    assert_eq!(committed(&desk).external, 1);
}

#[test]
fn a_block_that_is_back_has_nothing_to_explain() {
    let (desk, block) = desk();
    desk.apply(drag(block, "2026-11-20T09:00"));
    desk.apply(drag(block, "2026-11-19T10:00"));
    assert_eq!(committed(&desk).changes, 0);
    let refused = desk.refused(reason(block, Why::Mine));
    said_well(&refused);
    desk.apply(drag(block, "2026-11-20T09:00"));
    assert_eq!(committed(&desk).open, 1);
}

#[test]
fn what_makes_way_is_asked_for_with_what_was_dragged() {
    let (desk, block) = desk();
    let push = Op::Gesture(evenkeel_core::edit::Gesture {
        others: Others::Push,
        ..gesture(&[block], Grip::Whole, "2026-11-19T13:00")
    });
    let asks = desk.apply(push).asks.unwrap();
    assert_eq!(asks.keys.len(), 2);
    assert!(
        asks.sentence
            .ends_with("1 other block, which were committed.")
    );
}

#[test]
fn a_deleted_block_is_put_back_as_it_was_with_its_name_and_place() {
    let (desk, block) = desk();
    let before = desk.week();
    let asks = desk
        .apply(Op::Delete {
            blocks: vec![block],
        })
        .asks
        .unwrap();
    assert_eq!(
        asks.sentence,
        "You took \u{201c}Ingest design\u{201d} out, committed for Thursday 10:00."
    );
    let outcome = desk.apply(put_back(block));
    assert_eq!(
        outcome.said.split('.').next(),
        Some("Put back Ingest design")
    );
    let after = desk.week();
    assert_eq!(after.occurrences, before.occurrences);
    assert_eq!(after.figures, before.figures);
    desk.undo();
    assert_eq!(committed(&desk).changes, 1);
}

#[test]
fn what_is_put_back_keeps_its_title_and_notes() {
    let (desk, block) = desk();
    let patch = BlockPatch {
        title: Some("Ingest, again".into()),
        start: Some(wall("2026-11-20T09:00")),
        end: Some(wall("2026-11-20T09:30")),
        category: Some(Growth),
        ..BlockPatch::default()
    };
    desk.apply(edit(block, patch));
    desk.apply(put_back(block));
    let shown = desk.shown("Ingest, again");
    assert_eq!(
        (shown.start, shown.category),
        (wall("2026-11-19T10:00"), Technical)
    );
    assert_eq!(committed(&desk).changes, 0);
}

#[test]
fn a_block_that_left_the_week_is_still_known() {
    let (mut desk, block) = desk();
    desk.apply(drag(block, "2026-12-10T09:00"));
    let outline = committed(&desk).outlines[0].clone();
    assert_eq!(outline.changed, Some(Changed::Moved));
    assert_eq!(outline.words, "moved to another week");
    // Seen from where it is now, a further change still belongs to the committed week.
    desk.seen = days("2026-12-07", "2026-12-14");
    desk.apply(reason(block, Why::Contingency));
    desk.apply(Op::Delete {
        blocks: vec![block],
    });
    desk.seen = days("2026-11-16", "2026-11-23");
    let outline = committed(&desk).outlines[0].clone();
    assert_eq!(outline.changed, Some(Changed::Removed));
    assert_eq!(outline.why, Some(Why::Contingency));
    desk.apply(put_back(block));
    assert_eq!(committed(&desk).changes, 0);
}

#[test]
fn withdrawing_and_committing_again_leave_both_on_record() {
    let (mut desk, block) = desk();
    desk.apply(drag(block, "2026-11-20T09:00"));
    desk.moment = moment("2026-11-20T09:30", "Europe/Berlin");
    desk.apply(uncommit());
    assert_eq!(desk.week().figures.commitment, None);
    desk.moment = moment("2026-11-20T10:00", "Europe/Berlin");
    desk.apply(commit());
    let figure = committed(&desk);
    assert_eq!(figure.words, "Committed Fri 11:00");
    assert_eq!(figure.earlier, ["Committed Fri 08:00, withdrawn Fri 10:30"]);
    // Committing over a commitment withdraws it by itself.
    desk.apply(drag(block, "2026-11-20T13:00"));
    desk.moment = moment("2026-11-20T11:00", "Europe/Berlin");
    desk.apply(commit());
    let figure = committed(&desk);
    assert_eq!((figure.earlier.len(), figure.changes), (2, 0));
    for _ in 0..2 {
        desk.undo();
    }
    assert_eq!(committed(&desk).words, "Committed Fri 11:00");
}

#[test]
fn protected_time_is_given_up_only_with_a_reason() {
    let desk = Desk::new();
    let block = desk.block("Read", Growth, "2026-11-19T10:00", "2026-11-19T11:00");
    desk.apply(protect(block));
    let move_it = drag(block, "2026-11-20T09:00");
    let ops = [
        move_it.clone(),
        Op::Delete {
            blocks: vec![block],
        },
        Op::SetCategory {
            blocks: vec![block],
            category: Management,
        },
        Op::SetFacets {
            blocks: vec![block],
            patch: FacetPatch {
                protected: Some(false),
                ..FacetPatch::default()
            },
        },
        Op::Gesture(gesture(&[block], Grip::End, "2026-11-19T10:30")),
    ];
    for op in ops {
        let fault = desk.refused(op);
        assert_eq!(fault.code, FaultCode::NeedsReason);
        assert_eq!(fault.message, "\u{201c}Read\u{201d} is protected time.");
        said_well(&fault);
    }
    // It may become more, be renamed, and be split.
    desk.apply(Op::Gesture(gesture(
        &[block],
        Grip::End,
        "2026-11-19T11:30",
    )));
    desk.apply(Op::Split {
        block,
        at: wall("2026-11-19T10:30"),
    });
    desk.undo();
    desk.apply(because(Why::External, move_it));
    assert_eq!(desk.week().figures.given_up_minutes, 90);
    assert_eq!(desk.shown("Read").start, wall("2026-11-20T09:00"));
    desk.undo();
    assert_eq!(desk.week().figures.given_up_minutes, 0);
}

#[test]
fn protected_time_that_is_committed_has_one_note_and_may_go_back_freely() {
    let desk = Desk::new();
    let block = desk.block("Read", Growth, "2026-11-19T10:00", "2026-11-19T11:00");
    desk.apply(protect(block));
    desk.apply(commit());
    let moved = because(Why::Contingency, drag(block, "2026-11-20T09:00"));
    assert_eq!(desk.apply(moved).asks, None);
    let figure = committed(&desk);
    assert_eq!((figure.changes, figure.contingency), (1, 1));
    assert_eq!(desk.week().figures.given_up_minutes, 60);
    desk.apply(put_back(block));
    assert_eq!(desk.week().figures.given_up_minutes, 0);
}

#[test]
fn a_meeting_that_moved_or_vanished_is_external_by_itself() {
    let desk = Desk::new();
    let event = |uid: &str, start: &str| {
        format!(
            "BEGIN:VEVENT\r\nUID:{uid}\r\nDTSTAMP:20261101T000000Z\r\nSUMMARY:{uid}\r\n\
             DTSTART:202611{start}00Z\r\nDURATION:PT1H\r\nEND:VEVENT\r\n"
        )
    };
    let file = |events: &str| {
        format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n{events}END:VCALENDAR\r\n")
    };
    let both = event("review", "18T1000") + &event("standup", "19T0900");
    let path = desk.file("work.ics", file(&both));
    desk.import(&path);
    desk.apply(commit());
    desk.file("work.ics", file(&event("review", "20T1100")));
    desk.import(&path);
    let figure = committed(&desk);
    assert_eq!((figure.changes, figure.external), (2, 2));
    let words: Vec<&str> = figure
        .outlines
        .iter()
        .map(|one| one.words.as_str())
        .collect();
    assert_eq!(words, ["moved to Friday 12:00", "gone"]);
    assert_eq!(figure.own_stability, Some(1.0));
    assert_eq!(figure.stability, Some(0.0));
}

#[test]
fn room_kept_free_is_no_work_and_shown_apart() {
    let desk = Desk::new();
    let room = desk.block("Room", Management, "2026-11-19T10:00", "2026-11-19T12:00");
    let patch = FacetPatch {
        contingency: Some(true),
        ..FacetPatch::default()
    };
    desk.apply(Op::SetFacets {
        blocks: vec![room],
        patch,
    });
    let figures = desk.week().figures;
    assert_eq!((figures.work_minutes, figures.kept_free_minutes), (0, 120));
    assert_eq!(figures.kept_free_words, "2 h kept free");
    // What is planned into it uses it up.
    desk.apply(create(
        "Outage",
        Technical,
        "2026-11-19T10:30",
        "2026-11-19T11:00",
    ));
    let figures = desk.week().figures;
    assert_eq!((figures.work_minutes, figures.kept_free_minutes), (30, 90));
}

#[test]
fn the_lead_share_shows_once_half_of_management_says_so() {
    let desk = Desk::new();
    let one = desk.block(
        "Roadmap",
        Management,
        "2026-11-19T10:00",
        "2026-11-19T11:00",
    );
    let two = desk.block("Budget", Management, "2026-11-19T13:00", "2026-11-19T14:15");
    let lead = |block, lead| Op::SetFacets {
        blocks: vec![block],
        patch: FacetPatch {
            lead: Some(lead),
            ..FacetPatch::default()
        },
    };
    desk.apply(lead(one, Some(80)));
    assert_eq!(desk.week().figures.lead, None);
    desk.apply(lead(two, Some(20)));
    let words = desk.week().figures.lead.unwrap().words;
    assert_eq!(words, "Why and where 47 %, how and when 53 %");
    desk.apply(lead(two, None));
    assert_eq!(desk.week().figures.lead, None);
}

/// An hour of every day from Monday on, in a committed week, protected or not.
fn daily(protected: bool) -> Desk {
    let desk = Desk::new();
    desk.apply(Op::Create(NewBlock {
        repeat: Some(Repeat::new(Every::Daily, 1)),
        ..new_block("Read", Growth, "2026-11-16T09:00", "2026-11-16T10:00")
    }));
    if protected {
        across(&desk, Scope::All, protect(read("19"))).unwrap();
    }
    desk.apply(commit());
    desk
}

fn read(day: &str) -> Handle {
    format!("b1@2026-11-{day}T09:00:00").parse().unwrap()
}

fn across(desk: &Desk, scope: Scope, edit: Op) -> Result<Outcome, Fault> {
    let edit = Box::new(edit);
    desk.ask(Op::Across { scope, edit })
}

#[test]
fn a_series_that_moved_as_a_whole_is_moved_and_not_gone() {
    for (scope, changes) in [(Scope::All, 7), (Scope::Following, 4)] {
        let desk = daily(false);
        across(&desk, scope, drag(read("19"), "2026-11-19T11:00")).unwrap();
        let figure = committed(&desk);
        assert_eq!(figure.changes, changes);
        let gone = |one: &&Outline| one.changed == Some(Changed::Removed);
        assert_eq!(figure.outlines.iter().find(gone), None);
        desk.apply(put_back(read("20")));
        assert_eq!(committed(&desk).changes, changes - 1);
        let week = desk.week();
        assert_eq!(week.occurrences.len(), 7, "{scope:?}: none stands twice");
        desk.undo();
        assert_eq!(committed(&desk).changes, changes);
    }
}

#[test]
fn an_occurrence_that_its_series_does_not_name_any_more_is_not_put_back() {
    let desk = daily(false);
    let delete = Op::Delete {
        blocks: vec![read("19")],
    };
    across(&desk, Scope::Following, delete).unwrap();
    let fault = desk.refused(put_back(read("20")));
    said_well(&fault);
    assert_eq!(
        fault.message,
        "The series of \u{201c}Read\u{201d} was changed as a whole."
    );
    assert_eq!(desk.week().occurrences.len(), 3);
}

#[test]
fn protected_time_far_away_is_given_up_only_with_a_reason() {
    let desk = daily(true);
    let far: Handle = "b1@2027-06-01T09:00:00".parse().unwrap();
    let delete = || Op::Delete { blocks: vec![far] };
    for scope in [Scope::This, Scope::Following] {
        let fault = across(&desk, scope, delete()).unwrap_err();
        assert_eq!(fault.code, FaultCode::NeedsReason, "{scope:?}");
    }
    let moved = drag(far, "2027-06-01T14:00");
    for scope in [Scope::This, Scope::Following] {
        let fault = across(&desk, scope, moved.clone()).unwrap_err();
        assert_eq!(fault.code, FaultCode::NeedsReason, "{scope:?}");
    }
    // Another title takes no time away.
    let patch = BlockPatch {
        title: Some("Read on".into()),
        ..BlockPatch::default()
    };
    across(&desk, Scope::Following, edit(far, patch)).unwrap();
}
