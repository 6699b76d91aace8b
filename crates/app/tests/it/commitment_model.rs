//! Random edits, commitments, reasons and undos against a model that fits on one screen: counts,
//! reasons and places agree after every step, and undo goes back to exactly what was.

use crate::desk::{Desk, drag, gesture, wall};
use evenkeel_app::messages::{Figures, Occurrence, Op};
use evenkeel_core::category::Category;
use evenkeel_core::commitment::Why;
use evenkeel_core::edit::Grip;
use evenkeel_core::handle::Handle;
use proptest::prelude::*;
use std::collections::BTreeMap;

const WEEK: &str = "2026-11-16";

#[derive(Clone, Debug)]
enum Step {
    Add(u8),
    Move(usize, u8),
    Resize(usize, u8),
    Recategorize(usize, Category),
    Delete(usize),
    PutBack(usize),
    Reason(usize, Why),
    Commit,
    Uncommit,
    Undo,
}

/// Where and what a block is: start and length in half hours of Thursday, and its category.
type Place = (u8, u8, Category);

#[derive(Clone, Debug, Default)]
struct Model {
    live: BTreeMap<String, Place>,
    committed: Option<BTreeMap<String, Place>>,
    reasons: BTreeMap<String, Why>,
}

impl Model {
    fn departs(&self, key: &str) -> bool {
        let committed = self.committed.as_ref().and_then(|plan| plan.get(key));
        committed.is_some_and(|place| self.live.get(key) != Some(place))
    }

    /// Why what departs does; a reason goes when its block is back.
    fn settle(&mut self, said: Option<(&str, Why)>) {
        if let Some((key, why)) = said {
            self.reasons.insert(key.to_string(), why);
        }
        let departing: Vec<String> = self.reasons.keys().cloned().collect();
        for key in departing {
            if !self.departs(&key) {
                self.reasons.remove(&key);
            }
        }
    }

    /// All changes; mine, external, contingency, open.
    fn counts(&self) -> [u32; 5] {
        let mut counts = [0; 5];
        for key in self.committed.iter().flatten().map(|(key, _)| key) {
            if self.departs(key) {
                counts[0] += 1;
                counts[match self.reasons.get(key) {
                    Some(Why::Mine) => 1,
                    Some(Why::External) => 2,
                    Some(Why::Contingency) => 3,
                    None => 4,
                }] += 1;
            }
        }
        counts
    }
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let which = 0usize..4;
    let half_hour = 12u8..30;
    let categories = || prop::sample::select(&Category::ALL[..]);
    let whys = prop::sample::select(vec![Why::Mine, Why::External, Why::Contingency]);
    let step = prop_oneof![
        2 => half_hour.clone().prop_map(Step::Add),
        4 => (which.clone(), half_hour).prop_map(|(block, to)| Step::Move(block, to)),
        2 => (which.clone(), 1u8..6).prop_map(|(block, length)| Step::Resize(block, length)),
        2 => (which.clone(), categories()).prop_map(|(block, to)| Step::Recategorize(block, to)),
        1 => which.clone().prop_map(Step::Delete),
        2 => which.clone().prop_map(Step::PutBack),
        3 => (which, whys).prop_map(|(block, why)| Step::Reason(block, why)),
        3 => Just(Step::Commit),
        1 => Just(Step::Uncommit),
        3 => Just(Step::Undo),
    ];
    prop::collection::vec(step, 1..25)
}

fn at(half_hour: u8) -> String {
    format!("2026-11-19T{:02}:{:02}", half_hour / 2, half_hour % 2 * 30)
}

struct Played {
    desk: Desk,
    model: Model,
    /// What was, before each step that can be undone.
    past: Vec<(Model, Seen)>,
    /// Every block there ever was, by name.
    blocks: Vec<Handle>,
}

type Seen = (Vec<Occurrence>, Figures);

impl Played {
    fn seen(&self) -> Seen {
        let week = self.desk.week();
        (week.occurrences, week.figures)
    }

    /// Carries a step out; it is refused exactly when the model says so.
    fn write(&mut self, op: Op, goes: bool, change: impl FnOnce(&mut Model)) {
        let before = (self.model.clone(), self.seen());
        let rev = self.desk.week().rev;
        let done = self.desk.ask(op.clone());
        assert_eq!(done.is_ok(), goes, "{op:?}: {done:?}");
        if goes {
            change(&mut self.model);
        }
        if self.desk.week().rev != rev {
            self.past.push(before);
        }
    }

    fn place(&self, which: usize) -> Option<(Handle, String, Option<Place>)> {
        let handle = *self.blocks.get(which)?;
        let key = handle.to_string();
        let place = self.model.live.get(&key).copied();
        Some((handle, key, place))
    }

    fn edit(&mut self, which: usize, op: impl Fn(Handle, Place) -> (Op, Option<Place>)) {
        let Some((handle, key, Some(place))) = self.place(which) else {
            return;
        };
        let (op, to) = op(handle, place);
        self.write(op, true, |model| {
            match to {
                Some(to) => model.live.insert(key, to),
                None => model.live.remove(&key),
            };
            model.settle(None);
        });
    }

    fn play(&mut self, step: Step) {
        let week = WEEK.parse().unwrap();
        match step {
            Step::Add(start) => {
                let (from, to) = (at(start), at(start + 2));
                let before = (self.model.clone(), self.seen());
                let handle = self.desk.block("Block", Category::Technical, &from, &to);
                let place = (start, 2, Category::Technical);
                self.model.live.insert(handle.to_string(), place);
                self.past.push(before);
                self.blocks.push(handle);
            }
            Step::Move(which, to) => self.edit(which, |handle, (_, length, category)| {
                (drag(handle, &at(to)), Some((to, length, category)))
            }),
            Step::Resize(which, length) => self.edit(which, |handle, (start, _, category)| {
                let end = gesture(&[handle], Grip::End, &at(start + length));
                (Op::Gesture(end), Some((start, length, category)))
            }),
            Step::Recategorize(which, category) => {
                self.edit(which, |handle, (start, length, _)| {
                    let blocks = vec![handle];
                    let op = Op::SetCategory { blocks, category };
                    (op, Some((start, length, category)))
                })
            }
            Step::Delete(which) => self.edit(which, |handle, _| {
                let blocks = vec![handle];
                (Op::Delete { blocks }, None)
            }),
            Step::PutBack(which) => {
                let Some((_, key, _)) = self.place(which) else {
                    return;
                };
                let goes = self.model.departs(&key);
                let keys = vec![key.clone()];
                self.write(Op::PutBack { keys, week }, goes, |model| {
                    let place = model.committed.as_ref().unwrap()[&key];
                    model.live.insert(key, place);
                    model.settle(None);
                });
            }
            Step::Reason(which, why) => {
                let Some((_, key, _)) = self.place(which) else {
                    return;
                };
                let op = Op::GiveReason {
                    keys: vec![key.clone()],
                    week,
                    why,
                    note: String::new(),
                };
                let goes = self.model.departs(&key);
                self.write(op, goes, |model| model.settle(Some((&key, why))));
            }
            Step::Commit => {
                let model = &self.model;
                let goes = !model.live.is_empty() && model.committed.as_ref() != Some(&model.live);
                self.write(Op::Commit { week }, goes, |model| {
                    model.committed = Some(model.live.clone());
                    model.reasons.clear();
                });
            }
            Step::Uncommit => {
                let goes = self.model.committed.is_some();
                self.write(Op::Uncommit { week }, goes, |model| {
                    model.committed = None;
                    model.reasons.clear();
                });
            }
            Step::Undo => {
                if let Some((model, seen)) = self.past.pop() {
                    self.desk.undo();
                    self.model = model;
                    assert_eq!(self.seen(), seen, "undo goes back to what was");
                }
            }
        }
    }

    fn check(&self) {
        let (occurrences, figures) = self.seen();
        for shown in &occurrences {
            let (start, length, category) = self.model.live[&shown.key];
            assert_eq!(shown.start, wall(&at(start)));
            assert_eq!(
                (shown.minutes, shown.category),
                (u32::from(length) * 30, category)
            );
        }
        assert_eq!(occurrences.len(), self.model.live.len());
        let figure = figures.commitment;
        assert_eq!(figure.is_some(), self.model.committed.is_some());
        if let Some(told) = figure {
            let counts = [
                told.changes,
                told.mine,
                told.external,
                told.contingency,
                told.open,
            ];
            assert_eq!(counts, self.model.counts());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn counts_and_reasons_agree_with_the_model_and_undo_restores_exactly(steps in steps()) {
        let mut played = Played {
            desk: Desk::new(),
            model: Model::default(),
            past: Vec::new(),
            blocks: Vec::new(),
        };
        for step in steps {
            played.play(step);
            played.check();
        }
        while !played.past.is_empty() {
            played.play(Step::Undo);
        }
        played.check();
    }
}
