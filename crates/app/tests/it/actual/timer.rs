//! Starting, switching, stopping.

use super::{at, enter, lane, start, start_at, start_block, steady, stop};
use crate::desk::{Desk, said_well, wall};
use evenkeel_app::messages::{FaultCode, FocusDraft, Op, StartDraft};
use evenkeel_app::{Moment, Planner};
use evenkeel_core::actual::{Phase, Rounds};
use evenkeel_core::category::Category;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

#[test]
fn a_timer_records_what_its_block_is() {
    let mut desk = Desk::new();
    let block = desk.block(
        "Ingest design",
        Category::Growth,
        "2026-11-20T09:00",
        "2026-11-20T10:00",
    );
    at(&mut desk, "09:00");
    let said = desk.apply(start_block(&block.to_string()));
    assert_eq!(said.said, "Started Ingest design.");
    assert_eq!(said.undo.as_deref(), Some("start Ingest design"));
    at(&mut desk, "09:47");
    let running = desk.week().running.unwrap();
    assert_eq!(
        (running.title.as_str(), running.elapsed),
        ("Ingest design", 47 * 60)
    );
    assert_eq!(running.start, wall("2026-11-20T09:00"));
    let said = desk.apply(stop());
    assert_eq!(said.said, "Stopped: 47 min of Ingest design.");
    let week = desk.week();
    assert_eq!(week.running, None);
    let [entry] = &week.entries[..] else {
        panic!("{:?}", week.entries);
    };
    assert_eq!((entry.category, entry.minutes), (Category::Growth, 47));
    assert_eq!(entry.of, Some(block.to_string()));
}

#[test]
fn starting_something_else_ends_what_runs_in_one_step() {
    let mut desk = Desk::new();
    desk.apply(start("Ingest"));
    at(&mut desk, "08:30");
    let said = desk.apply(start("Standup"));
    assert_eq!(said.said, "Started Standup. Recorded 30 min of Ingest.");
    assert_eq!(lane(&desk), ["Ingest 08:00-08:30 timer"]);
    assert_eq!(desk.week().running.unwrap().title, "Standup");
    desk.undo();
    assert_eq!(desk.week().running.unwrap().title, "Ingest");
    assert!(lane(&desk).is_empty());
    desk.redo();
    assert_eq!(desk.week().running.unwrap().title, "Standup");
    assert_eq!(lane(&desk), ["Ingest 08:00-08:30 timer"]);
}

#[test]
fn starting_what_runs_already_changes_nothing_and_says_so() {
    let mut desk = Desk::new();
    desk.apply(start("Ingest"));
    at(&mut desk, "08:20");
    let before = desk.week();
    let said = desk.apply(start(" ingest "));
    assert_eq!(said.said, "Ingest is already running, since 08:00.");
    assert!(!said.undoable);
    assert_eq!(desk.week(), before);
}

#[test]
fn something_in_words_gets_its_category_from_the_rules_else_it_is_technical() {
    let mut desk = Desk::new();
    for (title, category) in [
        ("Sprint planning", Category::Management),
        ("Zzyzx", Category::Technical),
    ] {
        desk.apply(start(title));
        assert_eq!(desk.week().running.unwrap().category, category);
        at(&mut desk, "08:30");
    }
    let fault = desk.refused(start("  "));
    assert_eq!(fault.field.as_deref(), Some("title"));
    said_well(&fault);
}

#[test]
fn it_can_have_begun_earlier_but_not_while_something_else_was_recorded() {
    let mut desk = Desk::new();
    desk.apply(start("Ingest"));
    at(&mut desk, "09:00");
    desk.apply(stop());
    at(&mut desk, "10:00");
    let fault = desk.refused(start_at("Review", "08:45"));
    let until = "Until 09:00 something is recorded already: \u{201c}Ingest\u{201d}.";
    assert_eq!(fault.message, until);
    said_well(&fault);
    said_well(&desk.refused(start_at("Review", "10:01")));
    desk.apply(start_at("Review", "09:15"));
    assert_eq!(desk.week().running.unwrap().elapsed, 45 * 60);
    let fault = desk.refused(start_at("Standup", "09:10"));
    assert!(
        fault.message.contains("runs since 09:15"),
        "{}",
        fault.message
    );
    desk.apply(start_at("Standup", "09:30"));
    assert_eq!(
        lane(&desk),
        ["Ingest 08:00-09:00 timer", "Review 09:15-09:30 timer"]
    );
    assert_eq!(desk.week().running.unwrap().elapsed, 30 * 60);
}

#[test]
fn it_can_have_ended_earlier_but_not_before_it_began_nor_later_than_now() {
    let mut desk = Desk::new();
    let fault = desk.ask(stop()).unwrap_err();
    assert_eq!(
        (fault.code, fault.message.as_str()),
        (FaultCode::Gone, "Nothing is running.")
    );
    desk.apply(start("Ingest"));
    at(&mut desk, "12:00");
    let ended = |time: &str| Op::Stop {
        at: Some(wall(&format!("2026-11-20T{time}"))),
    };
    for time in ["07:59", "12:01"] {
        said_well(&desk.refused(ended(time)));
    }
    desk.apply(ended("09:30"));
    assert_eq!(lane(&desk), ["Ingest 08:00-09:30 timer"]);
}

#[test]
fn what_lasts_less_than_five_seconds_leaves_nothing() {
    let mut desk = Desk::new();
    desk.apply(start("Ingest"));
    desk.moment.now = desk.moment.now.plus_seconds(4);
    let said = desk.apply(stop());
    assert_eq!(
        said.said,
        "Stopped Ingest at once, so nothing is recorded of it."
    );
    assert!(lane(&desk).is_empty());
    assert_eq!(desk.week().running, None);
}

#[test]
fn a_timer_goes_around_what_was_entered_by_hand_meanwhile() {
    let mut desk = Desk::new();
    desk.apply(start("Ingest"));
    at(&mut desk, "10:00");
    desk.apply(enter("Incident", "08:30", "09:00"));
    let said = desk.apply(stop());
    let other =
        "Stopped: 1 h 30 of Ingest. For another 30 min something else is recorded, which stays.";
    assert_eq!(said.said, other);
    assert_eq!(
        lane(&desk),
        [
            "Ingest 08:00-08:30 timer",
            "Incident 08:30-09:00 hand",
            "Ingest 09:00-10:00 timer"
        ]
    );
}

#[test]
fn what_came_up_is_noted_without_stopping_and_found_in_the_entry() {
    let mut desk = Desk::new();
    let note = |word: &str| Op::Interrupt { word: word.into() };
    said_well(&desk.refused(note("incident")));
    desk.apply(start("Ingest"));
    at(&mut desk, "08:10");
    let said = desk.apply(note(" incident "));
    assert_eq!(said.said, "Noted in Ingest: incident.");
    at(&mut desk, "08:40");
    desk.apply(note(""));
    desk.apply(stop());
    let noted = &desk.week().entries[0].noted;
    let words: Vec<_> = noted
        .iter()
        .map(|one| (one.at, one.word.as_str()))
        .collect();
    assert_eq!(words[0], (wall("2026-11-20T08:10"), "incident"));
    assert_eq!(words[1].1, "interruption");
}

#[test]
fn a_focus_session_begins_with_a_round_of_the_length_asked_for() {
    let desk = Desk::new();
    let focus = |rounds: Rounds| {
        Op::Start(StartDraft {
            title: Some("Ingest".into()),
            focus: Some(FocusDraft::Rounds(rounds)),
            ..StartDraft::default()
        })
    };
    let none = Rounds {
        work: 0,
        ..Rounds::default()
    };
    said_well(&desk.refused(focus(none)));
    desk.apply(focus(Rounds::default()));
    let running = desk.week().running.unwrap();
    assert_eq!(
        (running.phase, running.length),
        (Phase::Work, Some(25 * 60))
    );
    assert!(running.focus);
}

#[test]
fn a_block_that_is_not_there_cannot_be_started() {
    let desk = Desk::new();
    for key in ["b99", "e99@2026-11-20T09:00:00", "nonsense"] {
        assert_eq!(desk.refused(start_block(key)).code, FaultCode::Gone);
    }
}

#[test]
fn deleting_a_block_keeps_its_entries_and_undo_finds_them_again() {
    let mut desk = Desk::new();
    let block = desk.block(
        "Ingest",
        Category::Growth,
        "2026-11-20T08:00",
        "2026-11-20T09:00",
    );
    desk.apply(start_block(&block.to_string()));
    at(&mut desk, "08:30");
    desk.apply(stop());
    let before = desk.week();
    desk.apply(Op::Delete {
        blocks: vec![block],
    });
    let [entry] = &desk.week().entries[..] else {
        panic!("the entry went with its block");
    };
    assert_eq!(
        (entry.title.as_str(), entry.category),
        ("Ingest", Category::Growth)
    );
    assert_eq!(entry.of, Some(block.to_string()));
    desk.undo();
    let after = desk.week();
    assert_eq!(
        (after.entries, after.occurrences),
        (before.entries, before.occurrences)
    );
}

#[test]
fn a_timer_outlives_the_program_that_started_it() {
    let mut desk = Desk::new();
    desk.apply(start("Ingest"));
    desk.reopen();
    at(&mut desk, "11:00");
    assert_eq!(desk.week().running.unwrap().elapsed, 3 * 3600);
    let said = desk.apply(stop());
    assert_eq!(said.said, "Stopped: 3 h of Ingest.");
}

#[test]
fn two_programs_that_start_at_once_leave_one_timer_and_no_minute_twice() {
    let mut desk = Desk::new();
    desk.apply(start("Before"));
    at(&mut desk, "08:30");
    let (folder, seen) = (desk.folder(), desk.seen);
    let go = |title: &'static str, moment: Moment| {
        let folder = folder.clone();
        std::thread::spawn(move || {
            let planner = Planner::open_guest(&folder).unwrap();
            planner.apply(start(title), seen, &moment)
        })
    };
    let threads = [
        go("One", desk.moment.clone()),
        go("Other", desk.moment.clone()),
    ];
    for thread in threads {
        crate::desk::done(thread.join().unwrap()).unwrap();
    }
    desk.planner().news().unwrap();
    let running = desk.week().running.unwrap().title;
    assert!(running == "One" || running == "Other", "{running}");
    at(&mut desk, "09:00");
    desk.apply(stop());
    let expected = format!("{running} 08:30-09:00 timer");
    assert_eq!(lane(&desk), ["Before 08:00-08:30 timer", expected.as_str()]);
}

#[test]
fn many_programs_that_switch_at_once_lose_no_minute_and_count_none_twice() {
    let mut desk = Desk::new();
    super::steady(&mut desk);
    let clock = Arc::new(AtomicI64::new(0));
    let program = |number: u8| {
        let (folder, seen, begin) = (desk.folder(), desk.seen, desk.moment.clone());
        let clock = clock.clone();
        std::thread::spawn(move || {
            let planner = Planner::open_guest(&folder).unwrap();
            for round in 0..8 {
                // Between the look at the clock and the write others look and write.
                let passed = clock.fetch_add(10, Ordering::SeqCst);
                let mut moment = begin.clone();
                moment.now = moment.now.plus_seconds(passed);
                if let Some(ticks) = &mut moment.ticks {
                    ticks.seconds += passed;
                }
                let switch = start(&format!("Program {number}, {round}"));
                crate::desk::done(planner.apply(switch, seen, &moment)).unwrap();
            }
        })
    };
    let threads = [program(1), program(2), program(3)];
    for thread in threads {
        thread.join().unwrap();
    }
    desk.planner().news().unwrap();
    at(&mut desk, "10:00");
    desk.apply(stop());
    assert_eq!(desk.week().running, None);
    assert!(desk.planner().check().unwrap().sound);
    let mut entries = desk.week().entries;
    entries.sort_by_key(|entry| entry.start);
    for pair in entries.windows(2) {
        assert_eq!(pair[0].end, pair[1].start);
    }
    assert_eq!(entries.last().unwrap().end, wall("2026-11-20T10:00"));
    let seconds: i64 = entries
        .iter()
        .map(|entry| (entry.end - entry.start).num_seconds())
        .sum();
    assert!((7_200 - 20..=7_200).contains(&seconds), "{seconds}");
}

#[test]
fn a_timer_does_not_come_back_with_a_backup_and_the_one_that_runs_keeps_its_time() {
    let mut desk = Desk::new();
    steady(&mut desk);
    at(&mut desk, "09:00");
    desk.apply(start("Old"));
    desk.apply(Op::Interrupt { word: "Ann".into() });
    desk.planner().note_running(&desk.moment).unwrap();
    let early = desk.planner().back_up(&desk.moment).unwrap();
    at(&mut desk, "10:00");
    desk.apply(start("New"));
    at(&mut desk, "10:30");
    desk.planner().restore(&early.name, &desk.moment).unwrap();
    assert_eq!(desk.week().running, None);
    assert_eq!(lane(&desk), ["New 10:00-10:30 timer"]);
    // Neither undo nor a program that is opened anew brings it back.
    desk.reopen();
    while desk.week().undo.is_some() {
        drop(desk.planner().undo(desk.seen, &desk.moment));
        assert_eq!(desk.week().running, None);
    }
    let present = desk.planner().backups(&desk.moment).unwrap();
    let present = present
        .iter()
        .find(|one| one.reason == "before a restore")
        .unwrap();
    desk.planner().restore(&present.name, &desk.moment).unwrap();
    let then = ["Old 09:00-10:00 timer", "New 10:00-10:30 timer"];
    assert_eq!(lane(&desk), then);
    assert_eq!(desk.week().running, None);
}

#[test]
fn a_backup_that_cannot_be_brought_back_stops_no_timer() {
    let mut desk = Desk::new();
    steady(&mut desk);
    at(&mut desk, "09:00");
    let early = desk.planner().back_up(&desk.moment).unwrap();
    desk.apply(start("Mail"));
    at(&mut desk, "10:00");
    let guest = evenkeel_app::Planner::open_guest(&desk.folder()).unwrap();
    assert!(guest.restore(&early.name, &desk.moment).is_err());
    assert!(desk.planner().restore("none.db", &desk.moment).is_err());
    assert!(desk.week().running.is_some());
}
