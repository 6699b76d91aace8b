//! Entries by hand: entered, corrected, split, removed, and what lies under them.

use super::{at, correct, enter, id_of, lane, start, stop};
use crate::desk::{Desk, said_well, wall};
use evenkeel_app::messages::{EntryDraft, EntryPatch, FaultCode, Op};
use evenkeel_core::actual::EntryId;
use evenkeel_core::category::Category;

fn noon() -> Desk {
    let mut desk = Desk::new();
    at(&mut desk, "18:00");
    desk
}

fn moved(start: Option<&str>, end: Option<&str>) -> EntryPatch {
    let full = |time: &str| wall(&format!("2026-11-20T{time}"));
    EntryPatch {
        start: start.map(full),
        end: end.map(full),
        ..EntryPatch::default()
    }
}

#[test]
fn the_later_word_takes_the_time_and_says_who_gave_way() {
    let desk = noon();
    desk.apply(enter("Ingest", "08:00", "10:00"));
    desk.apply(enter("Review", "10:00", "11:00"));
    let said = desk.apply(enter("Incident", "09:00", "09:30"));
    assert_eq!(
        said.said,
        "Recorded 30 min of Incident, Friday 09:00 to 09:30. Ingest gave way by 30 min."
    );
    assert_eq!(
        lane(&desk),
        [
            "Ingest 08:00-09:00 hand",
            "Incident 09:00-09:30 hand",
            "Ingest 09:30-10:00 hand",
            "Review 10:00-11:00 hand"
        ]
    );
    let said = desk.apply(enter("Offsite", "09:00", "12:00"));
    assert!(
        said.said.ends_with("3 entries gave way by 2 h."),
        "{}",
        said.said
    );
    assert_eq!(
        lane(&desk),
        ["Ingest 08:00-09:00 hand", "Offsite 09:00-12:00 hand"]
    );
    desk.undo();
    assert_eq!(lane(&desk).len(), 4);
    desk.redo();
    assert_eq!(lane(&desk).len(), 2);
}

#[test]
fn what_cannot_have_happened_is_refused_at_its_field() {
    let desk = noon();
    for (start, end, field) in [
        ("10:00", "10:00", "end"),
        ("10:00", "09:00", "end"),
        ("17:00", "18:01", "end"),
        ("2026-11-19T11:59", "2026-11-20T12:00", "end"),
        ("2026-11-18T08:00", "2026-11-19T14:00", "end"),
    ] {
        let fault = desk.refused(enter("Ingest", start, end));
        assert_eq!(fault.field.as_deref(), Some(field));
        said_well(&fault);
    }
    let long = desk.refused(enter("Ingest", "2026-11-18T08:00", "2026-11-19T14:00"));
    assert!(
        long.message.ends_with("this one would last 30 h."),
        "{}",
        long.message
    );
    desk.apply(enter("All day", "2026-11-18T08:00", "2026-11-19T08:00"));
    let nothing = desk.refused(enter(" ", "10:00", "11:00"));
    assert_eq!(nothing.field.as_deref(), Some("title"));
    said_well(&nothing);
}

#[test]
fn an_entry_takes_over_what_its_block_is_where_nothing_else_is_said() {
    let desk = noon();
    let block = desk.block(
        "Mentoring",
        Category::Growth,
        "2026-11-20T09:00",
        "2026-11-20T10:00",
    );
    desk.apply(Op::AddEntry(EntryDraft {
        of: Some(block.to_string()),
        title: String::new(),
        category: None,
        start: wall("2026-11-20T09:10"),
        end: wall("2026-11-20T10:20"),
        note: " went well ".into(),
    }));
    let entry = &desk.week().entries[0];
    assert_eq!(
        (entry.title.as_str(), entry.category),
        ("Mentoring", Category::Growth)
    );
    assert_eq!(
        (entry.of.as_deref(), entry.note.as_str()),
        (Some(&*block.to_string()), "went well")
    );
}

#[test]
fn a_time_corrected_by_hand_is_known_by_hand_and_takes_its_time() {
    let mut desk = Desk::new();
    desk.apply(start("Ingest"));
    at(&mut desk, "09:00");
    desk.apply(Op::Interrupt {
        word: "incident".into(),
    });
    at(&mut desk, "10:00");
    desk.apply(start("Review"));
    at(&mut desk, "11:00");
    desk.apply(stop());
    let id = id_of(&desk, "Ingest");
    let rename = EntryPatch {
        title: Some("Ingest design".into()),
        note: Some("with Ada".into()),
        ..EntryPatch::default()
    };
    desk.apply(correct(id, rename));
    assert_eq!(lane(&desk)[0], "Ingest design 08:00-10:00 timer");
    let said = desk.apply(correct(id, moved(None, Some("10:30"))));
    assert!(
        said.said.ends_with("Review gave way by 30 min."),
        "{}",
        said.said
    );
    assert_eq!(
        lane(&desk),
        ["Ingest design 08:00-10:30 hand", "Review 10:30-11:00 timer"]
    );
    assert_eq!(desk.week().entries[0].noted[0].at, wall("2026-11-20T09:00"));
    desk.apply(correct(id, moved(Some("07:00"), Some("09:30"))));
    assert_eq!(desk.week().entries[0].noted[0].at, wall("2026-11-20T08:00"));
    for patch in [
        moved(Some("11:00"), None),
        moved(None, Some("11:30")),
        moved(None, Some("06:00")),
    ] {
        said_well(&desk.refused(correct(id, patch)));
    }
}

#[test]
fn an_edge_that_is_typed_as_it_reads_keeps_its_seconds() {
    let mut desk = Desk::new();
    desk.moment.now = desk.moment.now.plus_seconds(17);
    desk.apply(start("Ingest"));
    at(&mut desk, "09:00");
    desk.apply(stop());
    let id = id_of(&desk, "Ingest");
    desk.apply(correct(id, moved(Some("08:00"), Some("09:00"))));
    let entry = &desk.week().entries[0];
    let seconds = chrono::TimeDelta::seconds(17);
    assert_eq!(entry.start, wall("2026-11-20T08:00") + seconds);
    assert_eq!(lane(&desk), ["Ingest 08:00-09:00 timer"]);
}

#[test]
fn a_corrected_entry_can_be_for_another_block_or_for_none() {
    let desk = noon();
    let block = desk.block(
        "Mentoring",
        Category::Growth,
        "2026-11-20T09:00",
        "2026-11-20T10:00",
    );
    desk.apply(enter("Ingest", "09:00", "10:00"));
    let id = id_of(&desk, "Ingest");
    let of = |of: &str| EntryPatch {
        of: Some(of.into()),
        ..EntryPatch::default()
    };
    desk.apply(correct(id, of(&block.to_string())));
    let entry = desk.week().entries[0].clone();
    assert_eq!(
        (entry.title.as_str(), entry.category),
        ("Mentoring", Category::Growth)
    );
    desk.apply(correct(id, of("")));
    let entry = desk.week().entries[0].clone();
    assert_eq!((entry.of, entry.title.as_str()), (None, "Mentoring"));
    assert_eq!(desk.refused(correct(id, of("b99"))).code, FaultCode::Gone);
}

#[test]
fn an_entry_is_split_inside_and_nowhere_else() {
    let desk = noon();
    desk.apply(enter("Ingest", "08:00", "10:00"));
    let id = id_of(&desk, "Ingest");
    let split = |time: &str| Op::SplitEntry {
        entry: id,
        at: wall(&format!("2026-11-20T{time}")),
    };
    for time in ["08:00", "10:00", "07:00", "11:00"] {
        said_well(&desk.refused(split(time)));
    }
    let said = desk.apply(split("08:40"));
    assert_eq!(said.said, "Split Ingest at 08:40.");
    assert_eq!(
        lane(&desk),
        ["Ingest 08:00-08:40 hand", "Ingest 08:40-10:00 hand"]
    );
}

#[test]
fn entries_are_removed_together_and_come_back_together() {
    let desk = noon();
    desk.apply(enter("Ingest", "08:00", "10:00"));
    desk.apply(enter("Review", "10:00", "11:00"));
    let entries = vec![id_of(&desk, "Ingest"), id_of(&desk, "Review")];
    let said = desk.apply(Op::RemoveEntries {
        entries: entries.clone(),
    });
    assert_eq!(said.said, "Removed 3 h of 2 entries.");
    assert!(lane(&desk).is_empty());
    let gone = desk.refused(Op::RemoveEntries { entries });
    assert_eq!(gone.code, FaultCode::Gone);
    desk.undo();
    assert_eq!(lane(&desk).len(), 2);
    said_well(&desk.refused(Op::RemoveEntries { entries: vec![] }));
    let missing = correct(EntryId(99), EntryPatch::default());
    assert_eq!(desk.refused(missing).code, FaultCode::Gone);
}
