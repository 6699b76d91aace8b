//! Random stories against a simple model: what is in the tables, what undo and redo bring back.

use crate::support::*;
use evenkeel_core::block::BlockId;
use evenkeel_core::boundary::Boundaries;
use evenkeel_core::settings::{Settings, WorkHours};
use evenkeel_store::{Error, Store};
use proptest::prelude::*;
use std::path::Path;

#[derive(Clone, Debug)]
enum Step {
    PutBlock {
        id: u32,
        hour: u32,
        minutes: i64,
    },
    RemoveBlock(u32),
    PutFeed(u32),
    RemoveFeed(u32),
    PutEvent {
        id: u32,
        feed: u32,
        hour: u32,
        weekly: bool,
    },
    PutRule(u32),
    RemoveRule(u32),
    PutTarget(u32),
    Snap(u16),
    PutSeries {
        id: u32,
        hour: u32,
    },
    PutInstead {
        id: u32,
        series: u32,
        hour: u32,
    },
    PutRecord {
        kind: u8,
        id: u32,
        hour: u32,
    },
    RemoveRecord {
        kind: u8,
        id: u32,
    },
    Lunch(u16),
    Refused,
    Undo,
    Redo,
    Reopen,
    Guest {
        id: u32,
        hour: u32,
    },
}

fn step() -> impl Strategy<Value = Step> {
    let hour = || 0..24_u32;
    prop_oneof![
        4 => (1..6_u32, hour(), prop_oneof![Just(5), 1..10_080_i64])
            .prop_map(|(id, hour, minutes)| Step::PutBlock { id, hour, minutes }),
        2 => (1..6_u32).prop_map(Step::RemoveBlock),
        2 => (1..3_u32).prop_map(Step::PutFeed),
        1 => (1..3_u32).prop_map(Step::RemoveFeed),
        3 => (1..6_u32, 1..3_u32, hour(), any::<bool>())
            .prop_map(|(id, feed, hour, weekly)| Step::PutEvent { id, feed, hour, weekly }),
        1 => (1..3_u32).prop_map(Step::PutRule),
        1 => (1..3_u32).prop_map(Step::RemoveRule),
        1 => (1..3_u32).prop_map(Step::PutTarget),
        1 => (5..7_u16).prop_map(Step::Snap),
        2 => (6..8_u32, hour()).prop_map(|(id, hour)| Step::PutSeries { id, hour }),
        2 => (8..10_u32, 6..8_u32, hour())
            .prop_map(|(id, series, hour)| Step::PutInstead { id, series, hour }),
        5 => (0..KINDS, 1..4_u32, hour())
            .prop_map(|(kind, id, hour)| Step::PutRecord { kind, id, hour }),
        3 => (0..KINDS, 1..4_u32).prop_map(|(kind, id)| Step::RemoveRecord { kind, id }),
        1 => (600..700_u16).prop_map(Step::Lunch),
        1 => Just(Step::Refused),
        4 => Just(Step::Undo),
        3 => Just(Step::Redo),
        1 => Just(Step::Reopen),
        2 => (1..6_u32, hour()).prop_map(|(id, hour)| Step::Guest { id, hour }),
    ]
}

fn clock(hour: u32) -> String {
    format!("2026-11-16T{hour:02}:00")
}

/// Carries a step out; `true` when it was a write that committed something.
fn apply(store: &Store, dir: &Path, step: &Step) -> bool {
    let done = |store: &Store| {
        store.transact::<_, Error>("Step", NOW, |tx| match *step {
            Step::PutBlock { id, hour, minutes } => tx.put_block(block(id, &clock(hour), minutes)),
            Step::RemoveBlock(id) => tx.remove_block(evenkeel_core::block::BlockId(id)),
            Step::PutFeed(id) => tx.put_feed(feed(id)),
            Step::RemoveFeed(id) => {
                let id = evenkeel_core::event::FeedId(id);
                for event in tx.events_of(id)? {
                    tx.remove_event(event.id)?;
                }
                tx.remove_feed(id)
            }
            Step::PutEvent {
                id,
                feed,
                hour,
                weekly,
            } => tx.put_event(match weekly {
                true => series(id, feed, &clock(hour), "FREQ=WEEKLY"),
                false => event(id, feed, &clock(hour), 30),
            }),
            Step::PutRule(id) => tx.put_rule(rule(id)),
            Step::RemoveRule(id) => tx.remove_rule(evenkeel_core::rule::RuleId(id)),
            Step::PutTarget(id) => tx.put_target(target(id)),
            Step::Snap(snap_minutes) => tx.put_settings(Settings {
                snap_minutes,
                ..Settings::default()
            }),
            Step::PutSeries { id, hour } => tx.put_block(repeating(id, &clock(hour))),
            Step::PutInstead { id, series, hour } => match tx.block(BlockId(series))? {
                Some(_) => tx.put_block(instead(id, series, &clock(hour))),
                None => Ok(()),
            },
            Step::PutRecord { kind, id, hour } => put_record(tx, kind, id, &clock(hour)),
            Step::RemoveRecord { kind, id } => remove_record(tx, kind, id),
            Step::Lunch(start) => tx.put_boundaries(Boundaries {
                lunch: Some(WorkHours {
                    start,
                    end: start + 30,
                }),
                ..Boundaries::default()
            }),
            Step::Guest { id, hour } => tx.put_block(block(id, &clock(hour), 45)),
            Step::Refused => {
                tx.put_block(block(1, &clock(3), 77))?;
                Err(Error::Busy)
            }
            Step::Undo | Step::Redo | Step::Reopen => Ok(()),
        })
    };
    let guest = matches!(step, Step::Guest { .. }).then(|| guest(dir));
    let committed = done(guest.as_ref().unwrap_or(store));
    committed.is_ok_and(|committed| !committed.diffs.is_empty())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn every_story_ends_as_the_model_says(steps in prop::collection::vec(step(), 1..40)) {
        let dir = tempfile::tempdir().unwrap();
        let mut store = Some(window(dir.path()));
        let (mut past, mut future) = (Vec::new(), Vec::new());
        let mut present = tables(dir.path());
        let mut rev = 0;
        for step in &steps {
            let open = store.as_ref().unwrap();
            match step {
                Step::Undo => {
                    let undone = open.undo(NOW).unwrap();
                    prop_assert_eq!(undone.is_some(), !past.is_empty());
                    if let Some(before) = past.pop() {
                        future.push(std::mem::replace(&mut present, before));
                        rev += 1;
                    }
                }
                Step::Redo => {
                    let redone = open.redo(NOW).unwrap();
                    prop_assert_eq!(redone.is_some(), !future.is_empty());
                    if let Some(after) = future.pop() {
                        past.push(std::mem::replace(&mut present, after));
                        rev += 1;
                    }
                }
                Step::Reopen => {
                    drop(store.take());
                    store = Some(window(dir.path()));
                }
                write => {
                    if apply(open, dir.path(), write) {
                        past.push(std::mem::replace(&mut present, tables(dir.path())));
                        future.clear();
                        rev += 1;
                    }
                    if let Step::PutBlock { id, hour, minutes } = *write {
                        let wanted = block(id, &clock(hour), minutes);
                        prop_assert_eq!(open.block(wanted.id).unwrap(), Some(wanted));
                    }
                }
            }
            let open = store.as_ref().unwrap();
            prop_assert_eq!(&tables(dir.path()), &present);
            prop_assert_eq!(open.rev().unwrap(), rev);
            let labels = open.undo_labels().unwrap();
            prop_assert_eq!(labels.0.is_some(), !past.is_empty());
            prop_assert_eq!(labels.1.is_some(), !future.is_empty());
        }
        let report = store.unwrap().check().unwrap();
        prop_assert!(report.problems.iter().all(|line| line.contains("share a uid")), "{report:?}");
    }
}

#[test]
fn an_import_of_50_000_events_is_one_step() {
    let dir = tempfile::tempdir().unwrap();
    let store = window(dir.path());
    let empty = tables(dir.path());
    let done = store
        .transact::<_, Error>("Import", NOW, |tx| {
            let feed_id = tx.new_feed_id()?;
            tx.put_feed(feed(feed_id.0))?;
            for _ in 0..50_000 {
                let id = tx.new_event_id()?;
                tx.put_event(event(id.0, feed_id.0, "2026-11-16T13:00", 30))?;
            }
            Ok(())
        })
        .unwrap();
    assert_eq!(done.diffs.len(), 50_001);
    let full = tables(dir.path());
    assert_eq!(store.undo(NOW).unwrap().unwrap().diffs.len(), 50_001);
    assert!(tables(dir.path()) == empty);
    store.redo(NOW).unwrap();
    assert!(tables(dir.path()) == full);
}
