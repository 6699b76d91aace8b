//! "Saved" survives kill -9: everything that was acknowledged is there, and nothing else is.

use crate::desk::{Desk, days, edit, wall};
use chrono::{Days, NaiveDateTime, TimeDelta};
use evenkeel_app::messages::{BlockPatch, Figures, NewBlock, Occurrence, Op, Range, Reply};
use evenkeel_app::{Moment, Planner};
use evenkeel_core::category::Category;
use evenkeel_core::edit::{Carry, Gesture, Grip, Others};
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Command, Stdio};

const OPS: u32 = 200;
const FOLDER: &str = "EVENKEEL_TEST_CHILD";

/// A step of the story that every process tells alike; each changes something.
fn step(planner: &Planner, moment: &Moment, number: u32) -> Reply {
    let seen = days("2026-11-16", "2026-11-23");
    let slot = |offset: u32| -> NaiveDateTime {
        let day = Days::new(u64::from((number + offset) % 5));
        let quarter = TimeDelta::minutes(i64::from((number + offset) % 30 * 15));
        wall("2026-11-16T08:00") + day + quarter
    };
    let newest = || {
        let week = planner.week(wide(), moment).unwrap();
        let own = week.occurrences.into_iter();
        own.filter(|shown| shown.block.is_some())
            .max_by_key(|shown| shown.block)
            .unwrap()
    };
    let block = || newest().block.unwrap();
    let gesture = |grip, carry, to| {
        Op::Gesture(Gesture {
            blocks: vec![block()],
            grip,
            others: Others::Stay,
            carry,
            to,
        })
    };
    let op = match number % 10 {
        0 | 1 => Op::Create(NewBlock::plain(
            &format!("Block {number}"),
            Category::Technical,
            slot(0),
            slot(0) + TimeDelta::minutes(60),
        )),
        2 => gesture(Grip::Whole, Carry::Move, slot(3)),
        3 => gesture(
            Grip::End,
            Carry::Move,
            newest().end + TimeDelta::minutes(15),
        ),
        4 => gesture(Grip::Whole, Carry::Copy, slot(2)),
        5 => Op::SetCategory {
            blocks: vec![block()],
            category: Category::Growth,
        },
        6 => Op::Duplicate {
            blocks: vec![block()],
        },
        7 => edit(
            block(),
            BlockPatch {
                notes: Some(format!("note {number}")),
                ..BlockPatch::default()
            },
        ),
        8 => return planner.undo(seen, moment),
        _ if number % 20 < 10 => return planner.redo(seen, moment),
        _ => Op::Delete {
            blocks: vec![block()],
        },
    };
    planner.apply(op, seen, moment)
}

fn wide() -> Range {
    days("2026-11-01", "2026-12-15")
}

/// What can be compared between plans: everything but the random names for calendar files.
type Content = (Vec<Occurrence>, Figures, Vec<String>);

fn content(planner: &Planner, moment: &Moment) -> Content {
    let week = planner.week(wide(), moment).unwrap();
    let nameless = |shown: Occurrence| Occurrence {
        uid: String::new(),
        ..shown
    };
    let shown: Vec<Occurrence> = week.occurrences.into_iter().map(nameless).collect();
    let notes = shown.iter().map(|shown| {
        let details = planner.details(&shown.key, moment).unwrap();
        details.notes
    });
    let notes = notes.collect();
    (shown, week.figures, notes)
}

/// The process that is killed: says each revision once it is on the disk.
#[test]
fn works_until_it_is_killed() {
    let Some(folder) = std::env::var_os(FOLDER).map(PathBuf::from) else {
        return;
    };
    let moment = Desk::new().moment;
    let planner = Planner::open_window(&folder, &moment).unwrap();
    println!();
    for number in 0..OPS {
        match step(&planner, &moment, number) {
            Reply::Done(outcome) => println!("saved {}", outcome.rev),
            Reply::Refused(fault) => panic!("{number}: {fault}"),
        }
    }
}

#[test]
fn everything_acknowledged_is_there_after_a_kill() {
    let reference = Desk::new();
    let mut states = vec![content(reference.planner(), &reference.moment)];
    for number in 0..OPS {
        let reply = step(reference.planner(), &reference.moment, number);
        assert!(matches!(reply, Reply::Done(_)), "{number}: {reply:?}");
        states.push(content(reference.planner(), &reference.moment));
    }
    let mut in_the_middle = 0;
    for round in 0..8 {
        let mut desk = Desk::new();
        desk.close();
        let wanted = 11 + round * 23;
        let acknowledged = killed_after(wanted, desk.folder());
        desk.reopen();
        desk.planner().verify().unwrap();
        let rev = desk.week().rev;
        assert!(
            (acknowledged..=acknowledged + 1).contains(&rev),
            "{acknowledged} acknowledged, {rev} there"
        );
        let found = content(desk.planner(), &desk.moment);
        assert_eq!(found, states[rev as usize], "round {round}");
        in_the_middle += u32::from(rev < OPS);
        // And the work goes on.
        if rev < OPS {
            step(desk.planner(), &desk.moment, rev);
            let next = content(desk.planner(), &desk.moment);
            assert_eq!(next, states[rev as usize + 1]);
        }
    }
    assert!(4 <= in_the_middle, "most kills came in the middle");
}

/// Lets a child work until it acknowledged so many writes, kills it, and says what it had
/// acknowledged by then.
fn killed_after(wanted: u32, folder: PathBuf) -> u32 {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "crash::works_until_it_is_killed"])
        .args(["--nocapture", "--test-threads=1"])
        .env(FOLDER, folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut acknowledged = 0;
    let output = BufReader::new(child.stdout.take().unwrap());
    for line in output.lines().map_while(Result::ok) {
        if let Some(rev) = line.strip_prefix("saved ") {
            acknowledged = rev.parse().unwrap();
        }
        if acknowledged == wanted {
            child.kill().unwrap();
        }
    }
    child.wait().unwrap();
    acknowledged
}
