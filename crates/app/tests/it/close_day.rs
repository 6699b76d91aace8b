//! A day, planned and done, and how it is closed: what is refused, what moves, what undo brings back.

use crate::desk::{Desk, create, day, moment, said_well, wall};
use evenkeel_app::Moment;
use evenkeel_app::messages::{
    BlockPatch, DayClose, DayReview, EntryDraft, FacetPatch, Fault, FaultCode, LeftBlock, LeftTo,
    NewBlock, Op, PlannedLine, StartDraft,
};
use evenkeel_core::category::Category::{self, Growth, Management, Personal, Technical};
use evenkeel_core::commitment::Why;
use evenkeel_core::handle::Handle;
use evenkeel_core::repeat::{Every, Repeat};

const FRIDAY: &str = "2026-11-20";

fn closing(left: &[(Handle, LeftTo)]) -> DayClose {
    DayClose {
        day: day(FRIDAY),
        line: String::new(),
        energy: None,
        switched_off: None,
        left: left
            .iter()
            .map(|(block, to)| LeftBlock {
                key: block.to_string(),
                to: *to,
            })
            .collect(),
    }
}

fn close(left: &[(Handle, LeftTo)]) -> Op {
    Op::CloseDay(closing(left))
}

fn tick(block: Handle, done: bool) -> Op {
    Op::Tick {
        key: block.to_string(),
        done,
    }
}

fn review(desk: &Desk) -> DayReview {
    desk.planner().day(day(FRIDAY), &desk.moment).unwrap()
}

fn line(desk: &Desk, block: Handle) -> PlannedLine {
    let key = block.to_string();
    let lines = review(desk).blocks;
    lines.into_iter().find(|line| line.key == key).unwrap()
}

/// At half past five on Friday: a design in the morning, a budget after noon, a run in the evening.
fn desk() -> (Desk, [Handle; 3]) {
    let mut desk = Desk::new();
    desk.moment = moment("2026-11-20T16:30", "Europe/Berlin");
    let block = |title, category, from: &str, to: &str| {
        let at = |clock: &str| format!("{FRIDAY}T{clock}");
        desk.block(title, category, &at(from), &at(to))
    };
    let blocks = [
        block("Ingest design", Technical, "10:00", "12:00"),
        block("Budget", Management, "14:00", "15:00"),
        block("Run", Personal, "19:00", "20:00"),
    ];
    (desk, blocks)
}

fn stands(desk: &Desk, block: Handle) -> String {
    let details = desk.planner().details(&block.to_string(), &desk.moment);
    let start = details.unwrap().occurrence.start;
    start.format("%Y-%m-%dT%H:%M").to_string()
}

#[test]
fn a_day_says_what_was_planned_what_is_done_and_what_is_left() {
    let (desk, [design, budget, run]) = desk();
    desk.apply(tick(budget, true));
    let found = review(&desk);
    assert_eq!(found.name, "Friday 20 November");
    assert_eq!((found.planned, found.done), (240, 0));
    assert_eq!(found.words, "0 min recorded, 4 h planned");
    assert_eq!(found.blocks_words, "1 of 3 done");
    let shares: Vec<_> = found.categories.iter().map(|one| one.planned).collect();
    assert_eq!(shares, [120, 60, 60]);
    let left: Vec<_> = found
        .blocks
        .iter()
        .map(|line| (line.left, line.to_come))
        .collect();
    assert_eq!(left, [(true, false), (false, false), (true, true)]);
    assert_eq!(line(&desk, design).words, "10:00 to 12:00, 0 min of 2 h");
    // Work goes on after the weekend, a run does not wait for it.
    assert_eq!(line(&desk, design).goes_on, "Monday");
    assert_eq!(line(&desk, run).goes_on, "tomorrow");
    assert_eq!(
        (found.closed, found.is_today, found.begun),
        (None, true, true)
    );
}

#[test]
fn closing_keeps_what_is_said_and_says_when() {
    let (desk, _) = desk();
    let op = Op::CloseDay(DayClose {
        line: "  The ingest\n design stands. ".into(),
        energy: Some(4),
        switched_off: Some(false),
        ..closing(&[])
    });
    let outcome = desk.apply(op);
    assert_eq!(outcome.said, "Closed Friday 20 November.");
    assert_eq!(outcome.undo.as_deref(), Some("close Friday 20 November"));
    let found = review(&desk);
    assert_eq!(found.line, "The ingest design stands.");
    assert_eq!((found.energy, found.switched_off), (Some(4), Some(false)));
    assert_eq!(found.closed, Some(wall("2026-11-20T17:30")));
    assert_eq!(found.closed_words, "Closed at 17:30");
    let shown = desk.week().days;
    let closed: Vec<_> = shown.iter().filter_map(|day| day.closed).collect();
    assert_eq!(closed, [wall("2026-11-20T17:30")]);
}

#[test]
fn what_is_left_goes_on_back_away_or_is_done_in_one_step() {
    let (desk, [design, budget, run]) = desk();
    let more = desk.block("Read", Growth, "2026-11-20T16:00", "2026-11-20T17:00");
    // Monday morning is taken from ten to one.
    desk.apply(create(
        "Review",
        Management,
        "2026-11-23T10:00",
        "2026-11-23T13:00",
    ));
    let before = desk.week();
    let outcome = desk.apply(close(&[
        (design, LeftTo::Tomorrow),
        (budget, LeftTo::Backlog),
        (run, LeftTo::Drop),
        (more, LeftTo::Done),
    ]));
    let said = "Closed Friday 20 November. Ingest design goes on on Monday, 1 is back in the backlog, 1 is deleted.";
    assert_eq!(outcome.said, said);
    assert_eq!(stands(&desk, design), "2026-11-23T13:00");
    let backlog = desk.planner().backlog(&desk.moment).unwrap();
    assert_eq!(backlog.tasks[0].title, "Budget");
    let titles: Vec<_> = review(&desk)
        .blocks
        .into_iter()
        .map(|line| line.title)
        .collect();
    assert_eq!(titles, ["Read"]);
    assert!(line(&desk, more).ticked);
    desk.undo();
    let after = desk.week();
    assert_eq!(after.occurrences, before.occurrences);
    assert_eq!((after.days, after.ticked), (before.days, before.ticked));
    assert!(
        desk.planner()
            .backlog(&desk.moment)
            .unwrap()
            .tasks
            .is_empty()
    );
    assert_eq!(review(&desk).closed, None);
    desk.redo();
    assert_eq!(stands(&desk, design), "2026-11-23T13:00");
    assert!(review(&desk).closed.is_some());
}

#[test]
fn a_block_without_room_stays_and_the_day_closes_all_the_same() {
    let (desk, [design, budget, _]) = desk();
    desk.apply(create(
        "Offsite",
        Management,
        "2026-11-23T09:30",
        "2026-11-23T17:30",
    ));
    let outcome = desk.apply(close(&[
        (design, LeftTo::Tomorrow),
        (budget, LeftTo::Tomorrow),
    ]));
    let said = "Closed Friday 20 November. \u{201c}Ingest design\u{201d} stays: nothing is free for it on Monday. \
                \u{201c}Budget\u{201d} stays: nothing is free for it on Monday.";
    assert_eq!(outcome.notice, said);
    assert_eq!(stands(&desk, design), "2026-11-20T10:00");
    assert!(review(&desk).closed.is_some());
}

#[test]
fn a_locked_block_stays_and_two_that_go_on_do_not_meet() {
    let (desk, [design, budget, _]) = desk();
    let twin = desk.block("Twin", Technical, "2026-11-20T10:00", "2026-11-20T12:00");
    let patch = BlockPatch {
        locked: Some(true),
        ..BlockPatch::default()
    };
    desk.apply(Op::Edit {
        block: budget,
        patch,
    });
    let outcome = desk.apply(close(&[
        (twin, LeftTo::Tomorrow),
        (design, LeftTo::Tomorrow),
        (budget, LeftTo::Tomorrow),
    ]));
    assert!(outcome.said.contains("locked"), "{}", outcome.said);
    let starts = [
        stands(&desk, design),
        stands(&desk, twin),
        stands(&desk, budget),
    ];
    assert_eq!(
        starts,
        ["2026-11-23T10:00", "2026-11-23T12:00", "2026-11-20T14:00"]
    );
}

#[test]
fn one_time_of_a_series_goes_on_and_the_others_stay() {
    let (desk, _) = desk();
    let repeat = Repeat::new(Every::Daily, 1);
    let new = crate::desk::new_block("Mail", Management, "2026-11-19T09:00", "2026-11-19T09:30");
    desk.apply(Op::Create(NewBlock {
        repeat: Some(repeat),
        ..new
    }));
    let shown = desk.week().occurrences;
    let of = |date: &str| {
        let on = |one: &&evenkeel_app::messages::Occurrence| {
            one.title == "Mail" && one.start.date() == day(date)
        };
        shown.iter().find(on).unwrap().block.unwrap()
    };
    let friday = of(FRIDAY);
    desk.apply(close(&[(friday, LeftTo::Tomorrow)]));
    // Monday at nine is its own sibling's.
    assert_eq!(stands(&desk, friday), "2026-11-23T09:30");
    assert_eq!(stands(&desk, of("2026-11-21")), "2026-11-21T09:00");
}

#[test]
fn protected_time_is_not_given_up_by_closing_without_a_reason() {
    let (desk, [design, budget, _]) = desk();
    let patch = FacetPatch {
        protected: Some(true),
        ..FacetPatch::default()
    };
    let blocks = vec![design];
    desk.apply(Op::SetFacets { blocks, patch });
    let op = close(&[(design, LeftTo::Drop), (budget, LeftTo::Done)]);
    let fault = desk.refused(op.clone());
    assert_eq!(fault.code, FaultCode::NeedsReason);
    assert_eq!(review(&desk).closed, None);
    desk.apply(Op::Because {
        why: Why::Mine,
        note: String::new(),
        what: Box::new(op),
    });
    assert!(review(&desk).closed.is_some());
}

fn entry(title: &str, category: Category, from: &str, to: &str) -> Op {
    Op::AddEntry(EntryDraft {
        of: None,
        title: title.into(),
        category: Some(category),
        start: wall(&format!("{FRIDAY}T{from}")),
        end: wall(&format!("{FRIDAY}T{to}")),
        note: String::new(),
    })
}

#[test]
fn four_fifths_of_a_block_are_enough_and_what_nobody_planned_is_told_apart() {
    let (desk, [design, budget, _]) = desk();
    desk.apply(entry("Design", Technical, "10:24", "12:00"));
    desk.apply(entry("Numbers", Management, "14:15", "15:00"));
    desk.apply(entry("Incident", Technical, "15:00", "16:30"));
    assert!(line(&desk, design).done && !line(&desk, design).left);
    let short = line(&desk, budget);
    assert!(!short.done && short.left);
    assert_eq!(
        (short.covered, short.words.as_str()),
        (75, "14:00 to 15:00, 45 min of 1 h")
    );
    let found = review(&desk);
    let titles: Vec<_> = found
        .unplanned
        .iter()
        .map(|one| one.title.as_str())
        .collect();
    assert_eq!(titles, ["Incident"]);
    assert_eq!(found.words, "3 h 51 recorded, 4 h planned");
    assert_eq!(found.categories[0].words, "3 h 06 of 2 h");
}

#[test]
fn closing_today_stops_what_runs_and_undo_starts_it_again() {
    let (mut desk, [design, ..]) = desk();
    desk.apply(Op::Start(StartDraft {
        of: Some(design.to_string()),
        ..StartDraft::default()
    }));
    desk.moment = moment("2026-11-20T17:00", "Europe/Berlin");
    assert_eq!(review(&desk).running.as_deref(), Some("Ingest design"));
    let outcome = desk.apply(close(&[]));
    let said = "Closed Friday 20 November. Stopped: 30 min of Ingest design.";
    assert_eq!(outcome.said, said);
    let week = desk.week();
    assert_eq!((week.entries.len(), week.running), (1, None));
    desk.undo();
    let week = desk.week();
    assert!(week.entries.is_empty() && week.running.is_some());
    // An older day has no say in what runs today.
    desk.moment = moment("2026-11-23T08:00", "Europe/Berlin");
    assert_eq!(review(&desk).running, None);
    desk.apply(close(&[]));
    assert!(desk.week().running.is_some());
}

#[test]
fn what_was_committed_asks_why_when_it_goes_on() {
    let (desk, [design, ..]) = desk();
    desk.apply(Op::Commit { week: day(FRIDAY) });
    let asks = desk
        .apply(close(&[(design, LeftTo::Tomorrow)]))
        .asks
        .unwrap();
    assert_eq!(asks.keys, [design.to_string()]);
}

#[test]
fn a_day_that_has_not_begun_is_not_closed() {
    let (desk, _) = desk();
    let op = Op::CloseDay(DayClose {
        day: day("2026-11-21"),
        ..closing(&[])
    });
    let fault = desk.refused(op);
    assert_eq!(fault.message, "Saturday 21 November 2026 has not begun.");
    said_well(&fault);
}

#[test]
fn a_past_day_is_closed_late_and_its_blocks_go_to_what_is_to_come() {
    let (mut desk, [design, ..]) = desk();
    desk.moment = moment("2026-11-23T10:05", "Europe/Berlin");
    desk.apply(close(&[(design, LeftTo::Tomorrow)]));
    assert_eq!(stands(&desk, design), "2026-11-23T11:15");
    let closed = review(&desk).closed_words;
    assert_eq!(closed, "Closed on Monday 23 November at 11:05");
}

#[test]
fn after_midnight_it_is_still_the_day_that_is_closed() {
    let (mut desk, _) = desk();
    desk.moment = moment("2026-11-21T00:30", "Europe/Berlin");
    assert_eq!(
        desk.planner().logical_today(&desk.moment).unwrap(),
        day(FRIDAY)
    );
    desk.apply(close(&[]));
    assert!(review(&desk).is_today);
}

#[test]
fn closing_twice_updates_and_opening_again_keeps_what_was_said() {
    let (mut desk, _) = desk();
    let said = |line: &str| {
        Op::CloseDay(DayClose {
            line: line.into(),
            energy: Some(2),
            ..closing(&[])
        })
    };
    desk.apply(said("First."));
    desk.moment = moment("2026-11-20T18:00", "Europe/Berlin");
    desk.apply(said("Second."));
    let found = review(&desk);
    assert_eq!(found.line, "Second.");
    assert_eq!(found.closed_words, "Closed at 19:00");
    desk.apply(close(&[]));
    assert_eq!(review(&desk).energy, None);
    desk.apply(said("Third."));
    let outcome = desk.apply(Op::ReopenDay { day: day(FRIDAY) });
    assert_eq!(outcome.said, "Friday 20 November is open again.");
    let found = review(&desk);
    assert_eq!((found.closed, found.line.as_str()), (None, "Third."));
    let fault = desk.refused(Op::ReopenDay { day: day(FRIDAY) });
    said_well(&fault);
}

#[test]
fn energy_and_lines_that_cannot_be_are_refused_in_one_sentence() {
    let (desk, [design, ..]) = desk();
    let close = |line: String, energy| {
        desk.refused(Op::CloseDay(DayClose {
            line,
            energy,
            ..closing(&[(design, LeftTo::Drop)])
        }))
    };
    for energy in [0, 6] {
        let fault = close(String::new(), Some(energy));
        assert_eq!(fault.field.as_deref(), Some("energy"));
        said_well(&fault);
    }
    let fault = close("x".repeat(281), None);
    assert_eq!(fault.field.as_deref(), Some("line"));
    said_well(&fault);
}

#[test]
fn what_does_not_stand_on_the_day_is_not_dealt_with() {
    let (desk, [design, ..]) = desk();
    let other = desk.block("Plan", Management, "2026-11-19T10:00", "2026-11-19T11:00");
    let fault = desk.refused(close(&[(other, LeftTo::Drop)]));
    said_well(&fault);
    let gone: Handle = "b999".parse().unwrap();
    let fault = desk.refused(close(&[(gone, LeftTo::Tomorrow)]));
    assert_eq!(fault.code, FaultCode::Gone);
    let fault = desk.refused(close(&[(design, LeftTo::Drop), (design, LeftTo::Backlog)]));
    said_well(&fault);
    assert_eq!(stands(&desk, design), "2026-11-20T10:00");
}

#[test]
fn an_imported_meeting_is_never_left_but_can_be_ticked() {
    let (desk, _) = desk();
    let file = desk.file(
        "team.ics",
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:m1\r\nDTSTAMP:20261101T000000Z\r\nDTSTART:20261120T090000Z\r\nDTEND:20261120T093000Z\r\nSUMMARY:Standup\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    );
    desk.import(&file);
    let key = desk.shown("Standup").key;
    let found = review(&desk);
    let meeting = found.blocks.iter().find(|line| line.key == key).unwrap();
    assert!(!meeting.left && !meeting.done);
    let left = |to| {
        Op::CloseDay(DayClose {
            left: vec![LeftBlock {
                key: key.clone(),
                to,
            }],
            ..closing(&[])
        })
    };
    for to in [LeftTo::Tomorrow, LeftTo::Backlog, LeftTo::Drop] {
        let fault: Fault = desk.refused(left(to));
        said_well(&fault);
    }
    desk.apply(left(LeftTo::Done));
    assert!(desk.week().ticked.contains(&key));
}

#[test]
fn a_tick_is_one_step_follows_its_block_and_can_be_taken_back() {
    let (desk, [design, ..]) = desk();
    let outcome = desk.apply(tick(design, true));
    assert_eq!(outcome.said, "Ingest design is done.");
    assert_eq!(outcome.undo.as_deref(), Some("mark Ingest design as done"));
    assert!(!desk.apply(tick(design, true)).undoable);
    let ticked = |desk: &Desk| desk.week().ticked.contains(&design.to_string());
    assert!(ticked(&desk));
    desk.apply(crate::desk::drag(design, "2026-11-18T10:00"));
    assert!(ticked(&desk));
    desk.apply(tick(design, false));
    assert!(!ticked(&desk));
    desk.undo();
    assert!(ticked(&desk));
    let gone: Handle = "b999".parse().unwrap();
    assert_eq!(desk.refused(tick(gone, true)).code, FaultCode::Gone);
}

#[test]
fn days_beyond_the_calendar_are_refused() {
    let (desk, _) = desk();
    let far = "9999-12-31".parse().unwrap();
    said_well(&desk.planner().day(far, &desk.moment).unwrap_err());
    said_well(&desk.refused(Op::ReopenDay { day: far }));
    let elsewhere: Moment = moment("2026-11-20T16:30", "Pacific/Apia");
    assert!(desk.planner().day(day(FRIDAY), &elsewhere).is_ok());
}
