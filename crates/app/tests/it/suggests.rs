//! Suggestions: made from what is on disk, told in words, taken as one step, refused where they do
//! not fit any more.

use crate::desk::{Desk, day, drag, edit, new_block, target, wall};
use evenkeel_app::messages::{
    BlockPatch, Op, ProposalDraft, ProposalLine, SuggestMode, SuggestReply, SuggestRequest,
};
use evenkeel_core::category::Category;
use evenkeel_core::facets::Facets;
use evenkeel_core::settings::Settings;

/// The week after the one in view: all of it is to come.
const WEEK: &str = "2026-11-23";

fn desk() -> Desk {
    let mut desk = Desk::new();
    desk.seen = crate::desk::days(WEEK, "2026-11-30");
    desk.apply(Op::SetTarget(target(None, [50, 40, 10], 30)));
    desk
}

fn ask(desk: &Desk, mode: SuggestMode, relaxed: &[&str]) -> SuggestReply {
    let request = SuggestRequest {
        week: day(WEEK),
        mode,
        weights: None,
        relaxed: relaxed.iter().map(ToString::to_string).collect(),
    };
    let before = desk.week();
    let reply = desk.planner().suggest(&request, &desk.moment).unwrap();
    assert_eq!(desk.week(), before, "nothing changes by asking");
    reply
}

fn drafts(proposals: &[ProposalLine]) -> Op {
    Op::Accept {
        proposals: proposals.iter().map(|one| one.draft.clone()).collect(),
    }
}

fn meeting(desk: &Desk, title: &str, start: &str, end: &str) {
    let clock = |text: &str| text.replace([':', '-'], "") + "00";
    let file = desk.file(
        &format!("{title}.ics"),
        format!(
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:{title}\r\n\
             SUMMARY:{title}\r\nDTSTART;TZID=Europe/Berlin:{}\r\n\
             DTEND;TZID=Europe/Berlin:{}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
            clock(start),
            clock(end)
        ),
    );
    desk.import(&file);
}

#[test]
fn an_empty_week_is_filled_taken_as_one_step_and_taken_back() {
    let desk = desk();
    let reply = ask(&desk, SuggestMode::Fill, &[]);
    assert_eq!(reply.conflict, None);
    assert!(
        reply
            .gains
            .contains(&"Technical reaches its 15 h.".to_string())
    );
    assert!(reply.proposals.iter().all(|one| one.moved.is_none()));
    let outcome = desk.apply(drafts(&reply.proposals));
    assert_eq!(desk.week().figures, reply.figures);
    assert_eq!(desk.minutes(), [900, 720, 180, 0]);
    let taken = format!("{} suggestions taken.", reply.proposals.len());
    assert_eq!(outcome.notice, taken);
    assert!(
        outcome.said.ends_with("Growth 3 h of 3 h."),
        "{}",
        outcome.said
    );
    assert_eq!(desk.undo().undo.as_deref(), Some("change the mix"));
    assert_eq!(desk.minutes(), [0, 0, 0, 0]);
    // With everything taken there is nothing left to suggest.
    desk.redo();
    let again = ask(&desk, SuggestMode::Fill, &[]);
    assert_eq!(again.proposals, []);
    assert_eq!(
        again.said,
        "Nothing to suggest: the week is as you want it."
    );
}

#[test]
fn one_suggestion_may_be_taken_and_the_others_still_fit() {
    let desk = desk();
    let reply = ask(&desk, SuggestMode::Fill, &[]);
    desk.apply(drafts(&reply.proposals[1..2]));
    assert_eq!(desk.week().occurrences.len(), 1);
    let rest: Vec<ProposalLine> = [&reply.proposals[..1], &reply.proposals[2..]].concat();
    desk.apply(drafts(&rest));
    assert_eq!(desk.week().figures, reply.figures);
}

#[test]
fn a_suggestion_whose_place_is_taken_is_left_out_and_said() {
    let desk = desk();
    let reply = ask(&desk, SuggestMode::Fill, &[]);
    let first = &reply.proposals[0].occurrences[0];
    let mut block = new_block(
        "Dentist",
        Category::Personal,
        "2026-11-23T09:00",
        "2026-11-23T10:00",
    );
    (block.start, block.end) = (first.start, first.end);
    desk.apply(Op::Create(block));
    let fault = desk.refused(drafts(&reply.proposals[..1]));
    assert!(
        fault
            .message
            .contains("does not fit: Dentist stands in Monday"),
        "{}",
        fault.message
    );
    assert_eq!(fault.hint, "Ask for new suggestions.");
    let outcome = desk.apply(drafts(&reply.proposals[..3]));
    assert!(
        outcome
            .notice
            .starts_with("2 suggestions taken. 1 left out: "),
        "{}",
        outcome.notice
    );
    let none = desk.refused(Op::Accept {
        proposals: Vec::new(),
    });
    assert_eq!(none.message, "No suggestion was chosen.");
}

#[test]
fn what_a_meeting_landed_on_is_repaired_and_the_rest_stays() {
    let desk = desk();
    let block = desk.block(
        "Ingest design",
        Category::Technical,
        "2026-11-24T09:00",
        "2026-11-24T12:00",
    );
    desk.block(
        "Notes",
        Category::Management,
        "2026-11-24T14:00",
        "2026-11-24T15:00",
    );
    assert_eq!(ask(&desk, SuggestMode::Repair, &[]).proposals, []);
    meeting(
        &desk,
        "Budget review",
        "2026-11-24T11:00",
        "2026-11-24T12:00",
    );
    let reply = ask(&desk, SuggestMode::Repair, &[]);
    let [only] = &reply.proposals[..] else {
        panic!("{reply:#?}");
    };
    assert_eq!(only.moved, Some(block.to_string()));
    assert!(
        only.reason
            .starts_with("2 h stay; what Budget review landed on goes to "),
        "{}",
        only.reason
    );
    assert_eq!(only.occurrences.len(), 2);
    assert_eq!(reply.costs, ["Moves 1 h of your plan."]);
    desk.apply(drafts(&reply.proposals));
    assert_eq!(desk.shown("Ingest design").end, wall("2026-11-24T11:00"));
    assert_eq!(desk.minutes()[0], 180);
    assert_eq!(ask(&desk, SuggestMode::Repair, &[]).proposals, []);
    desk.undo();
    assert_eq!(desk.shown("Ingest design").end, wall("2026-11-24T12:00"));
}

#[test]
fn a_block_that_has_moved_since_is_not_moved_again() {
    let desk = desk();
    let block = desk.block(
        "Ingest design",
        Category::Technical,
        "2026-11-24T09:00",
        "2026-11-24T12:00",
    );
    meeting(
        &desk,
        "Budget review",
        "2026-11-24T09:00",
        "2026-11-24T12:00",
    );
    let reply = ask(&desk, SuggestMode::Repair, &[]);
    desk.apply(drag(block, "2026-11-27T09:00"));
    let fault = desk.refused(drafts(&reply.proposals));
    assert_eq!(
        fault.message,
        "\u{201c}Ingest design\u{201d} stands elsewhere by now."
    );
    desk.undo();
    let locked = BlockPatch {
        locked: Some(true),
        ..BlockPatch::default()
    };
    desk.apply(edit(block, locked));
    let fault = desk.refused(drafts(&reply.proposals));
    assert_eq!(
        fault.message,
        "\u{201c}Ingest design\u{201d} is locked or protected by now."
    );
    let reply = ask(&desk, SuggestMode::Repair, &[]);
    assert!(
        reply
            .said
            .starts_with("Ingest design stays where it is, although Budget review"),
        "{}",
        reply.said
    );
}

#[test]
fn the_week_of_a_clock_change_and_of_a_past_day_is_planned_too() {
    let mut desk = desk();
    desk.seen = crate::desk::days("2026-10-19", "2026-10-26");
    desk.moment = crate::desk::moment("2026-10-21T10:00", "Europe/Berlin");
    let request = SuggestRequest {
        week: day("2026-10-25"),
        mode: SuggestMode::Fill,
        weights: None,
        relaxed: Vec::new(),
    };
    let reply = desk.planner().suggest(&request, &desk.moment).unwrap();
    assert!(!reply.proposals.is_empty());
    let starts = reply.proposals.iter().map(|one| one.occurrences[0].start);
    assert!(
        starts
            .into_iter()
            .all(|start| wall("2026-10-21T12:00") <= start)
    );
    desk.moment = crate::desk::moment("2026-11-02T10:00", "Europe/Berlin");
    let fault = desk.refused(drafts(&reply.proposals));
    assert!(fault.message.ends_with("has passed."), "{}", fault.message);
}

#[test]
fn least_growth_without_room_is_named_with_what_to_give_up() {
    let desk = desk();
    let settings = Settings {
        growth_minimum: 60 * 60,
        ..desk.week().settings
    };
    desk.apply(Op::SetSettings { settings });
    let reply = ask(&desk, SuggestMode::Fill, &[]);
    let conflict = reply.conflict.unwrap();
    assert_eq!(conflict.message, "No plan can keep this:");
    let relax = conflict.rules[0].relax.as_ref().unwrap();
    assert_eq!(relax.key, "growth");
    assert!(
        reply.said.contains("Growth needs 60 h more"),
        "{}",
        reply.said
    );
    assert!(
        !ask(&desk, SuggestMode::Fill, &["growth"])
            .proposals
            .is_empty()
    );
}

#[test]
fn how_much_of_the_work_is_leading_changes_no_suggestion() {
    let plain = desk();
    let leading = desk();
    for (desk, lead) in [(&plain, None), (&leading, Some(100))] {
        for at in ["23", "25", "26"] {
            let mut block = new_block(
                "Work",
                Category::Management,
                "2026-11-23T10:00",
                "2026-11-23T11:00",
            );
            block.start = wall(&format!("2026-11-{at}T10:00"));
            block.end = wall(&format!("2026-11-{at}T11:00"));
            block.facets = Facets {
                lead,
                ..Facets::default()
            };
            desk.apply(Op::Create(block));
        }
    }
    let places = |desk: &Desk| {
        let proposals = ask(desk, SuggestMode::Fill, &[]).proposals;
        proposals
            .into_iter()
            .map(|one| one.draft)
            .collect::<Vec<ProposalDraft>>()
    };
    assert_eq!(places(&plain), places(&leading));
}
