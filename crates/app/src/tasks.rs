//! Writes that concern the backlog: from a request to tasks and blocks, for a preview as for the
//! real thing.

mod change;

use crate::blocks;
use crate::labels;
use crate::messages::{Fault, Op, Outcome, Range};
use crate::moment::Moment;
use crate::outcome::Saved;
use crate::planner::{Planner, with_week};
use crate::quick::Here;
use crate::scene::Scene;
use change::{Change, Ground, Ids, change};
use chrono::{Days, NaiveDate};
use evenkeel_core::block::BlockId;
use evenkeel_core::edit::Edit;
use evenkeel_core::task::TaskId;
use evenkeel_store::{Tx, View};
use std::ops;
use std::sync::Arc;

/// How many days from today on are looked through for free time.
const AHEAD: Days = Days::new(15);

/// Whether a request is about the backlog.
pub(crate) fn concerns(op: &Op) -> bool {
    matches!(
        op,
        Op::AddInWords(_)
            | Op::AddTask(_)
            | Op::EditTask { .. }
            | Op::RemoveTask { .. }
            | Op::FinishTask { .. }
            | Op::ReopenTask { .. }
            | Op::PlanTask(_)
            | Op::ToBacklog { .. }
    )
}

impl Planner {
    /// Carries out a write about the backlog.
    pub(crate) fn change_tasks(
        &self,
        op: &Op,
        seen: &Range,
        moment: &Moment,
    ) -> Result<Outcome, Fault> {
        let label = self.store.read(|view| self.label_of(op, view, moment))?;
        let committed = self.transact(&label, moment, |tx| {
            let ground = self.ground(tx, op, seen, moment)?;
            let ids = ids(tx, op)?;
            let change = change(op, &ground, ids, &self.zones, moment)?;
            let main = change.edit.put.first().map(crate::series::shown_as);
            let said = change.said.clone();
            save(tx, change)?;
            Ok::<_, Fault>((ground.scene, main, said))
        })?;
        let (before, main, said) = committed.value;
        let saved = Saved {
            rev: committed.rev,
            diffs: &committed.diffs,
            before: Some(before),
            main,
            said: said.unwrap_or_else(|| format!("{}.", blocks::done(&label))),
        };
        Ok(self.outcome(saved, seen)?)
    }

    /// What such a write would do to the blocks, and the state it was decided in.
    pub(crate) fn tried_tasks(
        &self,
        op: &Op,
        seen: &Range,
        moment: &Moment,
    ) -> Result<(Arc<Scene>, Result<Edit, Fault>), Fault> {
        let ground = self
            .store
            .read(|view| self.ground(view, op, seen, moment))?;
        // Ids from the far end: they never meet those that the store gives out.
        let ids = Ids {
            block: (BlockId(u32::MAX), String::new()),
            tasks: (0..asked(op))
                .map(|place| TaskId(u32::MAX - place))
                .collect(),
        };
        let edit = change(op, &ground, ids, &self.zones, moment).map(|change| change.edit);
        Ok((ground.scene, edit))
    }

    /// Everything a request about the backlog is decided on.
    fn ground(
        &self,
        view: &View<'_>,
        op: &Op,
        seen: &Range,
        moment: &Moment,
    ) -> Result<Ground, Fault> {
        let here = Here::read(view, self, moment)?;
        let named = blocks::load(op, view, &self.zones, here.home())?;
        if let Some(fault) = blocks::missing(op, &named) {
            return Err(fault);
        }
        let reading = match op {
            Op::AddInWords(words) => Some(here.reading(words, moment)?),
            _ => None,
        };
        let mut days = blocks::weeks(op, &named, here.settings());
        days.push(with_week(seen, here.settings()));
        let when = reading.as_ref().and_then(|reading| reading.when);
        days.extend(when.map(|when| reached(when.date, when.end.date())));
        if let Op::PlanTask(plan) = op {
            let today = moment.today(here.home());
            days.push(match plan.start {
                Some(start) => reached(start.date(), start.date()),
                None => today..today.checked_add_days(AHEAD).unwrap_or(today),
            });
        }
        let linked = match op {
            Op::PlanTask(plan) => view.blocks_of_task(plan.task)?,
            Op::RemoveTask { task } => view.blocks_of_task(*task)?,
            _ => Vec::new(),
        };
        Ok(Ground {
            scene: self.scene_in(view, &days, moment)?,
            tasks: view.tasks()?,
            linked,
            reading,
        })
    }

    /// "plan Write report": what undo will call the request.
    fn label_of(&self, op: &Op, view: &View<'_>, moment: &Moment) -> Result<String, Fault> {
        let of = |verb: &str, id: TaskId| -> Result<String, Fault> {
            let task = view.task(id)?.ok_or_else(|| Fault::gone("task"))?;
            Ok(labels::step(verb, &[&task.title]))
        };
        match op {
            Op::AddTask(new) => Ok(labels::step("add", &[new.title.trim()])),
            Op::AddInWords(words) => {
                let reading = Here::read(view, self, moment)?.reading(words, moment)?;
                Ok(labels::step("add", &[&reading.title]))
            }
            Op::EditTask { task, .. } => of("change", *task),
            Op::RemoveTask { task } => of("delete", *task),
            Op::FinishTask { task } => of("finish", *task),
            Op::ReopenTask { task } => of("reopen", *task),
            Op::PlanTask(plan) => of("plan", plan.task),
            _ => {
                let home = moment.home(&view.settings()?, &self.zones);
                let blocks = blocks::load(op, view, &self.zones, &home)?;
                let titles: Vec<&str> = blocks.iter().map(|block| block.title.as_str()).collect();
                Ok(labels::step("send back", &titles))
            }
        }
    }
}

/// The days from one to another, both included.
fn reached(first: NaiveDate, last: NaiveDate) -> ops::Range<NaiveDate> {
    first..last.checked_add_days(Days::new(1)).unwrap_or(last)
}

/// How many tasks a request may make.
fn asked(op: &Op) -> u32 {
    let blocks = blocks::named(op).len().max(1);
    u32::try_from(blocks).unwrap_or(u32::MAX)
}

/// Ids are given out before the change is known, as many as it may ask for.
fn ids(tx: &mut Tx<'_>, op: &Op) -> Result<Ids, Fault> {
    let uid = format!("{}@evenkeel", uuid::Uuid::new_v4());
    let mut tasks = Vec::new();
    for _ in 0..asked(op) {
        tasks.push(tx.new_task_id()?);
    }
    Ok(Ids {
        block: (tx.new_block_id()?, uid),
        tasks,
    })
}

fn save(tx: &mut Tx<'_>, change: Change) -> Result<(), Fault> {
    for task in change.put {
        tx.put_task(task)?;
    }
    if let Some(task) = change.removed {
        tx.remove_task(task)?;
    }
    Ok(crate::apply::save(tx, change.edit)?)
}
