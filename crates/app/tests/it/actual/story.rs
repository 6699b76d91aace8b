//! Random stories of recording: whatever is done in whatever order, no two entries share a moment,
//! nothing is recorded that did not pass, and undo leads back to where it began.

use super::{start, steady, stop};
use crate::desk::Desk;
use evenkeel_app::messages::{
    Absence, AsPlanned, EntryDraft, EntryPatch, EntryShown, FocusDraft, Op, SessionStep, StartDraft,
};
use evenkeel_core::actual::{Rounds, Source};
use evenkeel_core::category::Category;
use proptest::prelude::*;

#[derive(Clone, Debug)]
enum Step {
    Pass(i64),
    Set(i64),
    Start(u8),
    Focus,
    Session(SessionStep),
    Stop,
    Enter {
        ago: i64,
        minutes: i64,
    },
    Move {
        which: usize,
        by: i64,
    },
    End {
        which: usize,
        by: i64,
    },
    Split(usize),
    Remove(usize),
    Confirm,
    Away {
        ago: i64,
        minutes: i64,
    },
    /// The phases that are over end by themselves.
    Look,
    Undo,
    Redo,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => (0..200_i64).prop_map(Step::Pass),
        1 => prop_oneof![-90..90_i64, Just(-1), Just(1)].prop_map(Step::Set),
        4 => (0..4_u8).prop_map(Step::Start),
        2 => Just(Step::Stop),
        3 => (0..300_i64, 1..120_i64).prop_map(|(ago, minutes)| Step::Enter { ago, minutes }),
        1 => (0..9_usize, -60..60_i64).prop_map(|(which, by)| Step::Move { which, by }),
        1 => (0..9_usize, -60..60_i64).prop_map(|(which, by)| Step::End { which, by }),
        1 => (0..9_usize).prop_map(Step::Split),
        1 => (0..9_usize).prop_map(Step::Remove),
        2 => Just(Step::Confirm),
        1 => (0..90_i64, 1..60_i64).prop_map(|(ago, minutes)| Step::Away { ago, minutes }),
        2 => Just(Step::Undo),
        1 => Just(Step::Redo),
    ]
}

/// The same with focus sessions, whose phases end by themselves.
fn step_in_rounds() -> impl Strategy<Value = Step> {
    let session = prop_oneof![
        Just(SessionStep::Pause),
        Just(SessionStep::Resume),
        Just(SessionStep::Skip),
        (1..30_u16).prop_map(|minutes| SessionStep::Extend { minutes }),
    ];
    prop_oneof![
        4 => (0..40_i64).prop_map(Step::Pass),
        4 => Just(Step::Look),
        3 => Just(Step::Focus),
        4 => session.prop_map(Step::Session),
        6 => step(),
    ]
}

fn op(desk: &Desk, step: &Step) -> Option<Op> {
    let entries = desk.week().entries;
    let minutes = chrono::TimeDelta::minutes;
    let one = |which: usize| -> Option<&EntryShown> { entries.get(which % entries.len().max(1)) };
    let now = desk.week().now;
    Some(match *step {
        Step::Start(number) => start(&format!("Thing {number}")),
        Step::Focus => Op::Start(StartDraft {
            title: Some("Focus".into()),
            focus: Some(FocusDraft::Rounds(Rounds::default())),
            ..StartDraft::default()
        }),
        Step::Session(step) => Op::Session(step),
        Step::Stop => stop(),
        Step::Enter { ago, minutes: long } => Op::AddEntry(EntryDraft {
            of: None,
            title: "By hand".into(),
            category: Some(Category::Growth),
            start: now - minutes(ago),
            end: now - minutes(ago) + minutes(long),
            note: String::new(),
        }),
        Step::Move { which, by } => {
            let entry = one(which)?;
            Op::EditEntry {
                entry: entry.id,
                patch: EntryPatch {
                    start: Some(entry.start + minutes(by)),
                    end: Some(entry.end + minutes(by)),
                    ..EntryPatch::default()
                },
            }
        }
        Step::End { which, by } => {
            let entry = one(which)?;
            Op::EditEntry {
                entry: entry.id,
                patch: EntryPatch {
                    end: Some(entry.end + minutes(by)),
                    ..EntryPatch::default()
                },
            }
        }
        Step::Split(which) => {
            let entry = one(which)?;
            Op::SplitEntry {
                entry: entry.id,
                at: entry.start + (entry.end - entry.start) / 2,
            }
        }
        Step::Remove(which) => Op::RemoveEntries {
            entries: vec![one(which)?.id],
        },
        Step::Confirm => Op::AsPlanned(AsPlanned::Day { day: now.date() }),
        Step::Away { ago, minutes: long } => {
            let until = desk.moment.now.0 - ago * 60;
            Op::Away {
                from: until - long * 60,
                until,
                was: Absence::Break,
            }
        }
        Step::Pass(_) | Step::Set(_) | Step::Look | Step::Undo | Step::Redo => return None,
    })
}

/// No two share a moment, and none is empty.
fn apart(desk: &Desk) -> Result<i64, TestCaseError> {
    let mut entries = desk.week().entries;
    entries.sort_by_key(|entry| entry.start);
    for entry in &entries {
        prop_assert!(entry.start < entry.end, "{entry:?}");
    }
    for pair in entries.windows(2) {
        prop_assert!(pair[0].end <= pair[1].start, "{pair:?}");
    }
    let timed = entries.iter().filter(|entry| entry.source == Source::Timer);
    Ok(timed
        .map(|entry| (entry.end - entry.start).num_seconds())
        .sum())
}

/// Tells a story; after every step it is looked at.
fn told(steps: &[Step]) -> Result<Desk, TestCaseError> {
    let mut desk = Desk::new();
    steady(&mut desk);
    for (title, begins, ends) in [("Plan A", "09:00", "10:30"), ("Plan B", "10:00", "12:00")] {
        let full = |time: &str| format!("2026-11-20T{time}");
        desk.block(title, Category::Technical, &full(begins), &full(ends));
    }
    let mut passed = 0;
    for step in steps {
        match *step {
            Step::Pass(minutes) => {
                passed += minutes * 60;
                desk.moment.now = desk.moment.now.plus_seconds(minutes * 60);
                if let Some(ticks) = &mut desk.moment.ticks {
                    ticks.seconds += minutes * 60;
                }
            }
            Step::Set(minutes) => {
                desk.moment.now = desk.moment.now.plus_seconds(minutes * 60);
            }
            Step::Look => drop(desk.planner().beat_session(&desk.moment).unwrap()),
            Step::Undo => drop(desk.planner().undo(desk.seen, &desk.moment)),
            Step::Redo => drop(desk.planner().redo(desk.seen, &desk.moment)),
            ref write => {
                if let Some(op) = op(&desk, write) {
                    drop(desk.ask(op));
                }
            }
        }
        let recorded = apart(&desk)?;
        let slack = 120 * i64::try_from(steps.len()).unwrap_or(0);
        prop_assert!(recorded <= passed + slack, "{recorded} of {passed}");
    }
    Ok(desk)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_done_no_two_entries_share_a_moment(
        steps in prop::collection::vec(step(), 1..20),
    ) {
        let desk = told(&steps)?;
        let report = desk.planner().check().unwrap();
        prop_assert!(report.sound, "{report:?}");
        while desk.week().undo.is_some() {
            desk.undo();
            apart(&desk)?;
        }
        prop_assert!(desk.week().entries.is_empty() && desk.week().running.is_none());
    }

    /// What a session did by itself is no step, so undo does not lead to the beginning here.
    #[test]
    fn sessions_that_go_on_by_themselves_share_no_moment_with_anything(
        steps in prop::collection::vec(step_in_rounds(), 1..25),
    ) {
        let desk = told(&steps)?;
        prop_assert!(desk.planner().check().unwrap().sound);
        // A step that has nothing left to put back is passed over.
        while desk.week().undo.is_some() {
            drop(desk.planner().undo(desk.seen, &desk.moment));
            apart(&desk)?;
        }
        while desk.week().redo.is_some() {
            drop(desk.planner().redo(desk.seen, &desk.moment));
            apart(&desk)?;
        }
    }
}
