//! How a week went: figures out of the database, and what a later change of the plan does to them.

use crate::desk::{Desk, create, day, drag, moment, new_block, wall};
use crate::script::Script;
use evenkeel_app::messages::{Cause, FacetPatch, NewBlock, Op, WeekActual, WentState};
use evenkeel_app::{Category, Instant};
use evenkeel_core::actual::{Entry, EntryId, Interruption, Mark, Phase, Running, Source, Subject};
use evenkeel_core::category::Category::{Growth, Management, Technical};
use evenkeel_core::commitment::Why;
use evenkeel_core::day_note::{DayFeeling, DayNote};
use evenkeel_core::edit::series::Scope;
use evenkeel_core::event::FeedId;
use evenkeel_core::facets::Facets;
use evenkeel_core::repeat::{Every, Repeat};
use evenkeel_core::subscription::SecretAddress;
use evenkeel_core::time::{Span, Zone, Zones};
use evenkeel_store::{Error, Owner, Store, Tx};
use proptest::prelude::*;

const WEEK: &str = "2026-11-18";

/// Writes beside the planner what other programs would record.
fn record(desk: &Desk, write: impl FnOnce(&mut Tx<'_>) -> Result<(), Error>) {
    let store = Store::open(&desk.folder(), Owner::Guest).unwrap();
    store.transact("record", desk.moment.now, write).unwrap();
}

fn zone(desk: &Desk) -> Zone {
    Zones::bundled().get(&desk.moment.system_zone).unwrap()
}

fn subject(title: &str, category: Category) -> Subject {
    Subject {
        title: title.into(),
        category,
        of: None,
        facets: Facets::default(),
    }
}

fn entry(desk: &Desk, title: &str, category: Category, start: &str, end: &str) -> Entry {
    let zone = zone(desk);
    Entry {
        id: EntryId(0),
        span: Span::new(zone.instant(wall(start)), zone.instant(wall(end))),
        zone: zone.name().into(),
        subject: subject(title, category),
        source: Source::Hand,
        note: String::new(),
        noted: Vec::new(),
        modified: 0,
    }
}

fn put(desk: &Desk, entries: Vec<Entry>) {
    record(desk, |tx| {
        for mut entry in entries {
            entry.id = tx.new_entry_id()?;
            tx.put_entry(entry)?;
        }
        Ok(())
    });
}

fn spent(desk: &Desk, title: &str, category: Category, start: &str, end: &str) {
    put(desk, vec![entry(desk, title, category, start, end)]);
}

fn went(desk: &Desk) -> WeekActual {
    desk.planner().how_it_went(day(WEEK), &desk.moment).unwrap()
}

/// Planned, kept, moved, missed, unplanned minutes of a category.
fn minutes(went: &WeekActual, category: Category) -> [u32; 5] {
    let found = went.categories.iter().find(|one| one.category == category);
    found.map_or([0; 5], |one| {
        [one.planned, one.kept, one.moved, one.missed, one.unplanned]
    })
}

/// A committed week with its entries: design was displaced by an incident and made up for later.
fn committed() -> Desk {
    let desk = Desk::new();
    desk.block("Design", Technical, "2026-11-17T09:00", "2026-11-17T11:00");
    desk.block(
        "Staffing",
        Management,
        "2026-11-17T11:00",
        "2026-11-17T12:00",
    );
    desk.block("Read", Growth, "2026-11-18T16:00", "2026-11-18T17:00");
    let monday = moment("2026-11-16T07:00", "Europe/Berlin");
    let week = day(WEEK);
    let _ = desk
        .planner()
        .apply(Op::Commit { week }, desk.seen, &monday);
    spent(
        &desk,
        "Design",
        Technical,
        "2026-11-17T09:03",
        "2026-11-17T09:45",
    );
    spent(
        &desk,
        "Incident review",
        Management,
        "2026-11-17T09:45",
        "2026-11-17T10:30",
    );
    spent(
        &desk,
        "Design",
        Technical,
        "2026-11-17T14:00",
        "2026-11-17T14:30",
    );
    desk
}

fn later(desk: &mut Desk) {
    desk.moment = moment("2026-12-11T07:00", "Europe/Berlin");
}

#[test]
fn a_week_is_told_as_kept_moved_missed_and_unplanned() {
    let mut desk = committed();
    later(&mut desk);
    let went = went(&desk);
    assert_eq!(went.state, WentState::Over);
    assert_eq!(minutes(&went, Technical), [120, 42, 30, 48, 0]);
    assert_eq!(minutes(&went, Management), [60, 0, 45, 15, 0]);
    assert_eq!(minutes(&went, Growth), [60, 0, 0, 60, 0]);
    assert_eq!(went.recall, Some(42.0 / 240.0));
    assert_eq!(went.committed_recall, Some(42.0 / 240.0));
    assert_eq!(went.headline, "18 % kept where planned");
    assert_eq!(
        (went.blocks.planned, went.blocks.done, went.blocks.on_time),
        (3, 0, 1)
    );
    assert_eq!(went.blocks.median_delay, Some(3));
    assert_eq!(went.coverage, Some(0.2));
    assert!(!went.is_complete && went.coverage_words.contains("incomplete"));
    assert!(!went.is_kept && went.kept_words.is_empty());
}

#[test]
fn what_displaced_technical_time_is_listed_by_cause_and_adds_up() {
    let mut desk = committed();
    later(&mut desk);
    let went = went(&desk);
    let lines: Vec<_> = went
        .displaced
        .iter()
        .map(|line| (line.cause, line.title.as_str(), line.words.as_str()))
        .collect();
    assert_eq!(
        lines,
        [
            (Cause::Entry, "Incident review", "45 min"),
            (Cause::Nothing, "Nothing recorded", "33 min, 2 times"),
        ]
    );
    assert_eq!(went.displaced_minutes, 78);
    let first = &went.missed[0];
    assert_eq!((first.title.as_str(), first.minutes), ("Design", 3));
    let second = &went.missed[1];
    assert_eq!(
        second.by_words,
        "Incident review 45 min, Nothing recorded 30 min"
    );
    assert_eq!(second.when_words, "Tuesday 09:45 to 11:00");
    assert_eq!(
        Some(second.key.clone()),
        went.displaced.first().map(|line| line.key.clone())
    );
    assert!(second.entry.is_some());
}

#[test]
fn a_word_noted_before_the_timer_was_stopped_is_the_cause_of_what_was_not_done() {
    let desk = Desk::new();
    desk.block("Design", Technical, "2026-11-17T09:00", "2026-11-17T11:00");
    let mut one = entry(
        &desk,
        "Design",
        Technical,
        "2026-11-17T09:00",
        "2026-11-17T10:00",
    );
    one.noted.push(Interruption {
        at: one.span.end.plus_seconds(-60),
        word: "Incident".into(),
    });
    put(&desk, vec![one]);
    let line = &went(&desk).displaced[0];
    assert_eq!(
        (line.cause, line.title.as_str(), line.minutes),
        (Cause::Interruption, "Incident", 60)
    );
}

#[test]
fn a_running_week_is_measured_up_to_now_with_what_is_going_on() {
    let desk = Desk::new();
    desk.block("Design", Technical, "2026-11-20T07:30", "2026-11-20T09:30");
    desk.block("Later", Technical, "2026-11-20T14:00", "2026-11-20T15:00");
    assert_eq!(minutes(&went(&desk), Technical), [30, 0, 0, 30, 0]);
    let now = desk.moment.now;
    let running = |phase, since: i64, length| Running {
        subject: subject("Design", Technical),
        phase,
        since: Mark {
            at: now.plus_seconds(-since),
            ticks: None,
        },
        length,
        focus: false,
        rounds: None,
        done: 0,
        unattended: 0,
        zone: "Europe/Berlin".into(),
        noted: Vec::new(),
    };
    for (phase, since, length, kept) in [
        (Phase::Work, 20 * 60, None, 20),
        (Phase::Work, 20 * 60, Some(10 * 60), 10),
        (Phase::Paused, 20 * 60, None, 0),
        (Phase::Work, -60, None, 0),
    ] {
        record(&desk, |tx| {
            tx.set_running(Some(running(phase, since, length)))
        });
        let went = went(&desk);
        assert_eq!(went.state, WentState::GoesOn);
        assert_eq!(minutes(&went, Technical)[1], kept, "{phase:?} {since}");
    }
}

#[test]
fn where_there_is_nothing_to_divide_by_there_is_no_number() {
    let mut desk = Desk::new();
    let empty = went(&desk);
    assert!(empty.is_empty && empty.categories.is_empty() && empty.displaced.is_empty());
    assert_eq!(
        (empty.recall, empty.volume, empty.committed_recall),
        (None, None, None)
    );
    assert_eq!(
        (empty.blocks.completion, empty.blocks.median_delay),
        (None, None)
    );
    assert!(empty.reshuffled.is_none() && empty.room.is_none());
    assert_eq!(empty.headline, "Nothing was planned or recorded so far");
    desk.block("Design", Technical, "2026-11-17T09:00", "2026-11-17T11:00");
    let planned = went(&desk);
    assert_eq!(planned.headline, "Nothing is recorded so far");
    assert_eq!((planned.recall, planned.is_empty), (None, false));
    desk.moment = moment("2026-11-02T07:00", "Europe/Berlin");
    assert_eq!(went(&desk).state, WentState::Ahead);
}

#[test]
fn what_was_ticked_is_done_and_what_was_said_of_days_is_told() {
    let desk = Desk::new();
    let block = desk.block("Design", Technical, "2026-11-17T09:00", "2026-11-17T11:00");
    record(&desk, |tx| {
        let mut note = DayNote::new(day("2026-11-17"));
        note.ticked.insert(block.to_string());
        note.closed = Some(zone(&desk).instant(wall("2026-11-17T16:30")).0);
        tx.put_day_note(note)?;
        tx.put_feeling(DayFeeling {
            day: day("2026-11-17"),
            energy: Some(4),
            switched_off: None,
        })
    });
    let went = went(&desk);
    assert_eq!((went.blocks.done, went.blocks.on_time), (1, 0));
    assert_eq!(went.days[0].words, "Closed at 16:30, energy 4 of 5");
}

#[test]
fn work_after_the_day_was_closed_is_after_hours() {
    let desk = Desk::new();
    spent(
        &desk,
        "Mail",
        Management,
        "2026-11-17T15:00",
        "2026-11-17T17:00",
    );
    let after_hours = || {
        let measured = desk.planner().measured(day(WEEK), &desk.moment).unwrap();
        measured.figures.load_rest.after_hours
    };
    let shown = || {
        let week = desk.planner().week(desk.seen, &desk.moment).unwrap();
        week.entries.iter().any(|entry| entry.after_close)
    };
    assert_eq!((after_hours(), shown()), (0.0, false));
    record(&desk, |tx| {
        let mut note = DayNote::new(day("2026-11-17"));
        note.closed = Some(zone(&desk).instant(wall("2026-11-17T16:30")).0);
        tx.put_day_note(note)
    });
    assert_eq!((after_hours(), shown()), (30.0, true));
}

#[test]
fn editing_a_committed_week_three_weeks_later_changes_no_figure_and_asks_nothing() {
    let mut desk = committed();
    later(&mut desk);
    let before = went(&desk);
    let shown = desk.planner().week(desk.seen, &desk.moment).unwrap();
    let commitment = shown.figures.commitment.unwrap();
    let design = desk.shown("Design").block.unwrap();
    let read = desk.shown("Read").block.unwrap();
    // Protected time too: of a week that is over nothing is given up any more.
    let patch = FacetPatch {
        protected: Some(true),
        ..FacetPatch::default()
    };
    let blocks = vec![read];
    desk.apply(Op::SetFacets { blocks, patch });
    let moved = desk.apply(drag(design, "2026-11-19T09:00"));
    assert_eq!(moved.asks, None);
    let said = "That week is over: its figures stay about what was planned then.";
    assert!(moved.notice.ends_with(said), "{}", moved.notice);
    let removed = desk.apply(Op::Delete { blocks: vec![read] });
    assert!(removed.notice.ends_with(said), "{}", removed.notice);
    let after = went(&desk);
    assert!(after.is_kept && !after.kept_words.is_empty());
    let told = |went: &WeekActual| WeekActual {
        rev: 0,
        is_kept: false,
        kept_words: String::new(),
        ..went.clone()
    };
    assert_eq!(told(&after), told(&before));
    let now = desk.planner().week(desk.seen, &desk.moment).unwrap();
    assert_eq!(now.figures.commitment.unwrap(), commitment);
    // A reason may still be given for what was changed while the week went on, and only for that.
    let reason = Op::GiveReason {
        keys: vec![design.to_string()],
        week: day(WEEK),
        why: Why::Mine,
        note: String::new(),
    };
    assert!(desk.ask(reason).is_err());
    for _ in 0..3 {
        desk.undo();
    }
    assert_eq!(told(&went(&desk)), told(&before));
    assert!(!went(&desk).is_kept);
}

#[test]
fn what_was_changed_while_the_week_went_on_stays_a_change() {
    let mut desk = committed();
    let read = desk.shown("Read").block.unwrap();
    let moved = desk.apply(drag(read, "2026-11-20T16:00"));
    assert!(moved.asks.is_some() && !moved.notice.contains("over"));
    later(&mut desk);
    let before = went(&desk).reshuffled.unwrap();
    assert_eq!(before.changes, 1);
    // Back to where it was committed, and still it was moved.
    let back = desk.apply(drag(read, "2026-11-18T16:00"));
    assert_eq!(back.asks, None);
    assert_eq!(went(&desk).reshuffled.unwrap(), before);
    let reason = Op::GiveReason {
        keys: vec![read.to_string()],
        week: day(WEEK),
        why: Why::Mine,
        note: "the review moved".into(),
    };
    desk.apply(reason);
    assert_eq!(
        went(&desk).reshuffled.unwrap().lines[0].why,
        Some(Why::Mine)
    );
}

#[test]
fn a_series_changed_as_a_whole_leaves_the_weeks_that_are_over_as_they_were() {
    let mut desk = Desk::new();
    desk.apply(Op::Create(NewBlock {
        repeat: Some(Repeat::new(Every::Daily, 1)),
        ..new_block("Walk", Technical, "2026-11-02T12:00", "2026-11-02T13:00")
    }));
    spent(
        &desk,
        "Walk",
        Technical,
        "2026-11-17T12:00",
        "2026-11-17T13:00",
    );
    later(&mut desk);
    let before = minutes(&went(&desk), Technical);
    assert_eq!(before, [420, 60, 0, 360, 0]);
    let one = desk.shown("Walk").block.unwrap();
    let edit = Box::new(drag(one, "2026-11-16T18:00"));
    let all = desk.apply(Op::Across {
        scope: Scope::All,
        edit,
    });
    assert!(all.notice.contains("That week is over"), "{}", all.notice);
    assert_eq!(minutes(&went(&desk), Technical), before);
    desk.apply(Op::Across {
        scope: Scope::All,
        edit: Box::new(Op::Delete {
            blocks: vec![desk.shown("Walk").block.unwrap()],
        }),
    });
    assert_eq!(minutes(&went(&desk), Technical), before);
}

#[test]
fn a_change_from_next_week_on_leaves_nothing_to_keep() {
    let mut desk = Desk::new();
    desk.apply(Op::Create(NewBlock {
        repeat: Some(Repeat::new(Every::Daily, 1)),
        ..new_block("Walk", Technical, "2026-11-02T12:00", "2026-11-02T13:00")
    }));
    spent(
        &desk,
        "Walk",
        Technical,
        "2026-11-17T12:00",
        "2026-11-17T13:00",
    );
    later(&mut desk);
    desk.seen = crate::desk::days("2026-12-14", "2026-12-21");
    let one = desk.shown("Walk").block.unwrap();
    let edit = Box::new(drag(one, "2026-12-14T18:00"));
    let from_then = desk.apply(Op::Across {
        scope: Scope::Following,
        edit,
    });
    assert!(!from_then.notice.contains("over"), "{}", from_then.notice);
    assert!(!went(&desk).is_kept);
}

#[test]
fn a_week_in_which_nothing_was_recorded_may_be_planned_later() {
    let mut desk = Desk::new();
    later(&mut desk);
    let made = desk.apply(create(
        "Design",
        Technical,
        "2026-11-17T09:00",
        "2026-11-17T11:00",
    ));
    assert!(!made.notice.contains("over"), "{}", made.notice);
    spent(
        &desk,
        "Design",
        Technical,
        "2026-11-17T09:00",
        "2026-11-17T11:00",
    );
    assert_eq!(minutes(&went(&desk), Technical), [120, 120, 0, 0, 0]);
}

/// What is told, without what says that the plan was kept.
fn told(desk: &Desk) -> WeekActual {
    WeekActual {
        rev: 0,
        is_kept: false,
        kept_words: String::new(),
        ..went(desk)
    }
}

#[test]
fn a_calendar_that_forgets_its_past_changes_no_figure_of_a_week_that_is_over() {
    let mut desk = committed();
    let past = "UID:1\nSUMMARY:Standup\nDTSTART:20261118T090000Z\nDURATION:PT1H";
    let next = "UID:2\nSUMMARY:Review\nDTSTART:20261215T130000Z\nDURATION:PT1H";
    let server = Script::new("Team", &[past, next]).unwrap();
    let without = told(&desk);
    desk.apply(Op::Subscribe {
        address: SecretAddress(server.address()),
        name: String::new(),
        every_minutes: None,
    });
    later(&mut desk);
    let before = told(&desk);
    assert_ne!(before, without);
    server.holds("Team", &[next]);
    let read = desk.planner().refresh(FeedId(1), desk.seen, &desk.moment);
    crate::desk::done(read).unwrap();
    let shown = desk.week().occurrences;
    assert!(shown.iter().all(|one| one.title != "Standup"), "{shown:?}");
    assert!(went(&desk).is_kept);
    assert_eq!(told(&desk), before);
    // And with undo of the subscription itself it stays.
    desk.undo();
    assert_eq!(told(&desk), before);
}

#[test]
fn undo_and_redo_change_no_figure_of_a_week_that_ended_since() {
    let mut desk = committed();
    let read = desk.shown("Read").block.unwrap();
    desk.apply(drag(read, "2026-11-20T16:00"));
    later(&mut desk);
    let before = told(&desk);
    assert_eq!(before.reshuffled.as_ref().unwrap().changes, 1);
    desk.undo();
    assert_eq!(desk.shown("Read").start, wall("2026-11-18T16:00"));
    assert!(went(&desk).is_kept);
    assert_eq!(told(&desk), before);
    desk.redo();
    assert_eq!(desk.shown("Read").start, wall("2026-11-20T16:00"));
    assert_eq!(told(&desk), before);
    while desk.week().undo.as_deref() != Some("record") {
        desk.undo();
        assert_eq!(told(&desk), before);
    }
}

#[test]
fn a_kept_plan_outlives_the_undo_of_the_edit_that_kept_it_once_a_reading_changed_the_week() {
    let mut desk = committed();
    let past = "UID:1\nSUMMARY:Standup\nDTSTART:20261118T090000Z\nDURATION:PT1H";
    let next = "UID:2\nSUMMARY:Review\nDTSTART:20261215T130000Z\nDURATION:PT1H";
    let server = Script::new("Team", &[past, next]).unwrap();
    desk.apply(Op::Subscribe {
        address: SecretAddress(server.address()),
        name: String::new(),
        every_minutes: None,
    });
    later(&mut desk);
    let before = told(&desk);
    let read = desk.shown("Read").block.unwrap();
    desk.apply(drag(read, "2026-11-20T16:00"));
    server.holds("Team", &[next]);
    let again = desk.planner().refresh(FeedId(1), desk.seen, &desk.moment);
    crate::desk::done(again).unwrap();
    desk.undo();
    assert_eq!(told(&desk), before);
    desk.redo();
    assert_eq!(told(&desk), before);
}

#[test]
fn blocks_that_are_moved_again_and_again_are_named() {
    let desk = committed();
    for (title, to) in [("Read", "2026-11-19T16:00"), ("Design", "2026-11-19T09:00")] {
        let block = desk.shown(title).block.unwrap();
        desk.apply(drag(block, to));
    }
    assert!(went(&desk).often.is_empty());
    let next = Op::Commit {
        week: day("2026-11-25"),
    };
    desk.block("Read", Growth, "2026-11-25T16:00", "2026-11-25T17:00");
    desk.apply(next);
    let rows = desk
        .planner()
        .agenda(crate::desk::days("2026-11-25", "2026-11-26"), &desk.moment);
    let uid = rows.unwrap()[0].uid.clone();
    let read = desk
        .planner()
        .find_block(&uid, &desk.moment)
        .unwrap()
        .unwrap();
    desk.apply(drag(read, "2026-11-26T16:00"));
    let went = desk
        .planner()
        .how_it_went(day("2026-11-25"), &desk.moment)
        .unwrap();
    assert_eq!(went.often.len(), 1);
    assert_eq!(
        (went.often[0].title.as_str(), went.often[0].times),
        ("Read", 2)
    );
}

#[test]
fn many_weeks_are_measured_as_each_of_them_alone() {
    let desk = committed();
    for (start, end) in [
        ("2026-11-15T23:00", "2026-11-16T05:00"),
        ("2026-11-22T22:00", "2026-11-23T01:00"),
        ("2026-11-30T06:00", "2026-11-30T08:00"),
        ("2026-12-05T23:00", "2026-12-07T10:00"),
    ] {
        spent(&desk, "Late", Technical, start, end);
    }
    let now = moment("2027-06-01T07:00", "Europe/Berlin");
    let many = desk
        .planner()
        .measured_weeks(day("2026-11-02"), 30, &now)
        .unwrap();
    assert_eq!(many.len(), 30);
    assert!(many.iter().any(|(_, one)| 0.0 < one.load_rest.work_minutes));
    for (first, figures) in many {
        let alone = desk.planner().measured(first, &now).unwrap();
        assert_eq!((alone.first, alone.figures), (first, figures));
    }
}

/// Weeks with and without a change of clocks: its zone, a day in it, its first instant in hours.
const PLACES: [(&str, &str); 4] = [
    ("Europe/Berlin", "2026-10-19"),
    ("Australia/Lord_Howe", "2026-03-30"),
    ("Asia/Beirut", "2026-03-23"),
    ("UTC", "2026-11-16"),
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn whatever_is_changed_of_a_week_that_is_over_its_figures_stay(
        changes in prop::collection::vec((0usize..5, 0usize..3, 0i64..336, 0usize..4), 1..8),
    ) {
        let mut desk = committed();
        later(&mut desk);
        let told = |desk: &Desk| WeekActual {
            rev: 0,
            is_kept: false,
            kept_words: String::new(),
            ..went(desk)
        };
        let before = told(&desk);
        let shown = |desk: &Desk| desk.week().figures.commitment.unwrap();
        let committed = shown(&desk);
        for (what, which, slot, category) in changes {
            let start = wall("2026-11-16T00:00") + chrono::TimeDelta::minutes(30 * slot);
            let end = start + chrono::TimeDelta::minutes(60);
            let title = ["Design", "Staffing", "Read"][which];
            let category = Category::ALL[category];
            let stands = desk.week().occurrences;
            let block = stands.iter().find(|one| one.title == title).and_then(|one| one.block);
            let op = match (what, block) {
                (0, _) => Op::Create(NewBlock::plain(title, category, start, end)),
                (_, None) => continue,
                (1, Some(block)) => drag(block, &start.format("%Y-%m-%dT%H:%M").to_string()),
                (2, Some(block)) => Op::Delete { blocks: vec![block] },
                (3, Some(block)) => Op::SetCategory { blocks: vec![block], category },
                (_, Some(block)) => {
                    let contingency = Some(slot % 2 == 0);
                    let patch = FacetPatch { contingency, ..FacetPatch::default() };
                    Op::SetFacets { blocks: vec![block], patch }
                }
            };
            let outcome = desk.ask(op).unwrap();
            prop_assert_eq!(outcome.asks, None);
        }
        prop_assert_eq!(told(&desk), before);
        prop_assert_eq!(shown(&desk), committed);
    }

    #[test]
    fn what_was_planned_was_kept_or_moved_or_missed(
        place in 0usize..4,
        plan in prop::collection::vec((0i64..336, 1i64..6, 0usize..4), 0..12),
        entries in prop::collection::vec((0i64..20_200, 1i64..300, 0usize..4), 0..16),
        hours in 0i64..400,
    ) {
        let (zone, monday) = PLACES[place];
        let mut desk = Desk::in_zone(zone);
        let midnight = day(monday).and_hms_opt(0, 0, 0).unwrap();
        let rules = Zones::bundled().get(zone).unwrap();
        let begin = rules.instant(midnight);
        for (slot, length, category) in plan {
            let at = |slot| midnight + chrono::TimeDelta::minutes(30 * slot);
            let (start, end) = (at(slot), at(slot + length));
            let block = NewBlock::plain("Plan", Category::ALL[category], start, end);
            desk.apply(Op::Create(block));
        }
        let entries = entries.into_iter().enumerate().map(|(n, (minute, length, category))| {
            let start = begin.plus_seconds(minute * 30);
            Entry {
                id: EntryId(0),
                span: Span::new(start, start.plus_seconds(length * 60 + 1)),
                zone: zone.into(),
                subject: subject(&format!("Entry {}", n % 3), Category::ALL[category]),
                source: Source::Timer,
                note: String::new(),
                noted: Vec::new(),
                modified: 0,
            }
        });
        put(&desk, entries.collect());
        desk.moment.now = Instant(begin.0 + hours * 3600);
        let went = desk.planner().how_it_went(day(monday), &desk.moment).unwrap();
        for one in &went.categories {
            prop_assert_eq!(one.planned, one.kept + one.moved + one.missed);
        }
        let ledger: u32 = went.displaced.iter().map(|line| line.minutes).sum();
        prop_assert_eq!(ledger, went.displaced_minutes);
        let figures = desk.planner().measured(day(monday), &desk.moment).unwrap().figures;
        let technical = figures.adherence.by_category[Technical as usize];
        let displaced = technical.planned - technical.kept;
        prop_assert!((displaced - f64::from(ledger)).abs() <= 0.5 + 1e-6, "{} {}", displaced, ledger);
    }
}
