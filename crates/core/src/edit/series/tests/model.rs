//! Random edits of a series against the plainest model there is: a list of occurrences, each with
//! its place, its name and the group it belongs to.

use super::*;
use crate::edit::series::restore;
use proptest::prelude::*;

/// One occurrence of the model.
#[derive(Clone, Debug, PartialEq)]
struct Cell {
    group: usize,
    /// Where its series has it.
    key: NaiveDateTime,
    start: NaiveDateTime,
    minutes: i64,
    title: String,
    skipped: bool,
}

#[derive(Clone, Debug)]
struct Group {
    minutes: i64,
    title: String,
}

#[derive(Clone, Debug)]
struct Model {
    groups: Vec<Group>,
    cells: Vec<Cell>,
}

#[derive(Clone, Debug)]
enum Step {
    Move(usize, i64, Scope),
    Lengthen(usize, i64, Scope),
    Rename(usize, u8, Scope),
    Delete(usize, Scope),
    Restore(usize),
}

impl Model {
    fn group(&self, at: usize) -> std::ops::Range<usize> {
        let group = self.cells[at].group;
        let is = |cell: &Cell| cell.group == group;
        let first = self.cells.iter().position(is).unwrap();
        let last = self.cells.iter().rposition(is).unwrap();
        first..last + 1
    }

    /// The occurrences a step reaches; a new group where it parts them from others.
    fn reached(&mut self, at: usize, scope: Scope) -> std::ops::Range<usize> {
        let all = self.group(at);
        let begins = !self.cells[all.start..at].iter().any(|cell| !cell.skipped);
        match scope {
            Scope::This => at..at + 1,
            Scope::Following if !begins => {
                let group = self.groups[self.cells[at].group].clone();
                self.groups.push(group);
                for cell in &mut self.cells[at..all.end] {
                    cell.group = self.groups.len() - 1;
                }
                at..all.end
            }
            Scope::Following | Scope::All => all,
        }
    }

    fn take(&mut self, step: &Step) {
        match *step {
            // A drag that ends where it began is none.
            Step::Move(_, 0, _) => {}
            Step::Move(at, minutes, scope) => {
                let to = self.cells[at].start + TimeDelta::minutes(minutes);
                if scope == Scope::This {
                    self.cells[at].start = to;
                    return;
                }
                let by = TimeDelta::minutes(minutes);
                for index in self.reached(at, scope) {
                    let cell = &mut self.cells[index];
                    if index == at || cell.start == cell.key {
                        cell.start += by;
                    }
                    cell.key += by;
                }
            }
            Step::Lengthen(at, minutes, scope) => {
                let length = self.cells[at].minutes + minutes;
                let reached = self.reached(at, scope);
                let old = self.groups[self.cells[at].group].minutes;
                if scope != Scope::This {
                    let group = self.cells[at].group;
                    self.groups[group].minutes = length;
                }
                for index in reached {
                    if index == at || self.cells[index].minutes == old {
                        self.cells[index].minutes = length;
                    }
                }
            }
            Step::Rename(at, name, scope) => {
                let title = name_of(name);
                if self.cells[at].title == title {
                    return;
                }
                let reached = self.reached(at, scope);
                let old = self.groups[self.cells[at].group].title.clone();
                if scope != Scope::This {
                    let group = self.cells[at].group;
                    self.groups[group].title.clone_from(&title);
                }
                for index in reached {
                    if index == at || self.cells[index].title == old {
                        self.cells[index].title.clone_from(&title);
                    }
                }
            }
            Step::Delete(at, scope) => {
                let reached = match scope {
                    Scope::This => at..at + 1,
                    Scope::Following => at..self.group(at).end,
                    Scope::All => self.group(at),
                };
                let alone = |model: &Model| {
                    let mut group = model.group(at);
                    group.all(|index| model.cells[index].skipped)
                };
                for index in reached.clone() {
                    self.skip(index);
                }
                // What no series gives any more cannot be put back.
                if scope == Scope::This && !alone(self) {
                    return;
                }
                let gone = match alone(self) {
                    true => self.group(at),
                    false => reached,
                };
                self.cells.drain(gone);
            }
            Step::Restore(at) => {
                let group = self.groups[self.cells[at].group].clone();
                let cell = &mut self.cells[at];
                cell.skipped = false;
                cell.start = cell.key;
                cell.minutes = group.minutes;
                cell.title = group.title;
            }
        }
    }

    fn skip(&mut self, at: usize) {
        let cell = &mut self.cells[at];
        cell.skipped = true;
        cell.start = cell.key;
    }

    fn shown(&self) -> Vec<(NaiveDateTime, i64, String)> {
        let mut shown: Vec<_> = self
            .cells
            .iter()
            .filter(|cell| !cell.skipped)
            .map(|cell| (cell.start, cell.minutes, cell.title.clone()))
            .collect();
        shown.sort();
        shown
    }
}

fn name_of(name: u8) -> String {
    ["Pairing", "Mob", "Review"][usize::from(name) % 3].into()
}

fn any_scope() -> impl Strategy<Value = Scope> {
    prop::sample::select(vec![Scope::This, Scope::This, Scope::Following, Scope::All])
}

fn any_step() -> impl Strategy<Value = (usize, Step)> {
    let at = 0usize..20;
    prop_oneof![
        4 => (at.clone(), -400i64..400, any_scope()).prop_map(|(at, fives, scope)| (at, Step::Move(0, 5 * fives, scope))),
        2 => (at.clone(), 1i64..4, any_scope()).prop_map(|(at, fives, scope)| (at, Step::Lengthen(0, 5 * fives, scope))),
        3 => (at.clone(), 0u8..3, any_scope()).prop_map(|(at, name, scope)| (at, Step::Rename(0, name, scope))),
        2 => (at.clone(), any_scope()).prop_map(|(at, scope)| (at, Step::Delete(0, scope))),
        2 => at.prop_map(|at| (at, Step::Restore(0))),
    ]
}

/// The step at an occurrence that can take it.
fn aimed(step: &Step, at: usize, model: &Model) -> Option<Step> {
    let wanted = |cell: &&(usize, &Cell)| match step {
        Step::Restore(_) => {
            let group = &model.groups[cell.1.group];
            let (minutes, title) = (group.minutes, &group.title);
            let plain =
                cell.1.start == cell.1.key && cell.1.minutes == minutes && cell.1.title == *title;
            cell.1.skipped || !plain
        }
        _ => !cell.1.skipped,
    };
    let cells: Vec<(usize, &Cell)> = model.cells.iter().enumerate().collect();
    let fit: Vec<usize> = cells
        .iter()
        .filter(wanted)
        .map(|(index, _)| *index)
        .collect();
    let at = *fit.get(at.checked_rem(fit.len())?)?;
    Some(match *step {
        Step::Move(_, minutes, scope) => Step::Move(at, minutes, scope),
        Step::Lengthen(_, minutes, scope) => Step::Lengthen(at, minutes, scope),
        Step::Rename(_, name, scope) => Step::Rename(at, name, scope),
        Step::Delete(_, scope) => Step::Delete(at, scope),
        Step::Restore(_) => Step::Restore(at),
    })
}

/// The stored name of an occurrence: that of the series whose rule gives it.
fn handle(desk: &Desk, model: &Model, at: usize) -> Handle {
    let cell = &model.cells[at];
    // The groups of the model and the series of the desk begin in the same order.
    let same_group = |other: &Cell| other.group == cell.group;
    let rank = model
        .cells
        .iter()
        .filter(|other| same_group(other) && other.key < cell.key)
        .count();
    let last = model.cells.iter().filter(|other| same_group(other)).count() - rank;
    let of = |rows: &&Rows| {
        let times = rows.times();
        times.names(cell.key) && {
            let mut bare = times.clone();
            bare.recurrence.except.clear();
            bare.next(cell.key, 100).len() == last
                && rows.series.title == model.groups[cell.group].title
                && (rows.series.end - rows.series.start).num_minutes()
                    == model.groups[cell.group].minutes
        }
    };
    let all = desk.all_series();
    let rows = all.iter().find(of).unwrap();
    Handle {
        id: rows.series.id,
        at: Some(cell.key),
    }
}

fn carry_out(desk: &mut Desk, model: &Model, step: &Step) -> Result<Edit, Refusal> {
    let cell = |at: usize| &model.cells[at];
    match *step {
        Step::Move(at, minutes, scope) => {
            let to = cell(at).start + TimeDelta::minutes(minutes);
            desk.go(handle(desk, model, at), Grip::Whole, to, scope)
        }
        Step::Lengthen(at, minutes, scope) => {
            let to = cell(at).start + TimeDelta::minutes(cell(at).minutes + minutes);
            desk.go(handle(desk, model, at), Grip::End, to, scope)
        }
        Step::Rename(at, name, scope) => {
            desk.rename(handle(desk, model, at), &name_of(name), scope)
        }
        Step::Delete(at, scope) => desk.delete(handle(desk, model, at), scope),
        Step::Restore(at) => {
            let handle = handle(desk, model, at);
            desk.edit(|plan, rows, _| {
                let rows = rows
                    .iter()
                    .find(|rows| rows.series.id == handle.id)
                    .unwrap();
                restore(plan, rows, handle.at.unwrap())
            })
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn a_series_shows_what_a_list_of_its_occurrences_would(
        rule in prop::sample::select(vec![
            "FREQ=WEEKLY;BYDAY=TU;COUNT=7",
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;COUNT=9",
            "FREQ=DAILY;COUNT=8",
            "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;COUNT=10",
            "FREQ=DAILY;INTERVAL=3;UNTIL=20261130T235959",
        ]),
        steps in prop::collection::vec(any_step(), 1..8),
    ) {
        let mut desk = Desk::new("2026-11-03T09:00", rule);
        desk.home = desk.zones.get("UTC").unwrap();
        desk.rows[0].zone = Some("UTC".into());
        let keys = desk.series(1).times().next(desk.from, 100);
        let cell = |key: &NaiveDateTime| Cell {
            group: 0,
            key: *key,
            start: *key,
            minutes: 30,
            title: "Pairing".into(),
            skipped: false,
        };
        let mut model = Model {
            groups: vec![Group { minutes: 30, title: "Pairing".into() }],
            cells: keys.iter().map(cell).collect(),
        };
        for (at, step) in steps {
            let Some(step) = aimed(&step, at, &model) else { continue };
            match carry_out(&mut desk, &model, &step) {
                Ok(_) => model.take(&step),
                Err(Refusal::OnSibling { .. }) => {}
                Err(other) => panic!("{step:?}: {other:?}"),
            }
            let shown: Vec<_> = desk
                .standing()
                .into_iter()
                .map(|block| (block.start, (block.end - block.start).num_minutes(), block.title))
                .collect();
            let mut shown = shown;
            shown.sort();
            prop_assert_eq!(shown, model.shown(), "after {:?}", step);
        }
    }
}
