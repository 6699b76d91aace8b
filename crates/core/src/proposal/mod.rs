//! Proposals for a week: what could be done with the time that is still free, or where blocks could
//! go that a meeting landed on.
//!
//! A [`Brief`] says what stands, what is wanted and what must hold, in dates and instants. It
//! becomes a grid of slots that [`crate::suggest`] plans, and the plan becomes blocks again:
//!
//! 1. `grid`, `given`: the days still to come as slots; what stands in them, and what is free.
//! 2. `hard`, `soft`: what must hold and what is wished, reckoned for those slots.
//! 3. `fill`: free slots become new blocks, named after open tasks.
//! 4. `repair`: blocks that something landed on get other slots, all others stay.
//!
//! Nothing here changes a plan, and how much of a block is leading is never asked.

mod fill;
mod given;
mod grid;
mod hard;
mod name;
mod repair;
mod soft;
#[cfg(test)]
mod tests;
mod weights;

pub use weights::Weights;

use crate::balance::Mix;
use crate::boundary::Boundaries;
use crate::category::Category;
use crate::handle::Handle;
use crate::settings::Settings;
use crate::stretch::Stretch;
use crate::suggest::{Rule, Work};
use crate::task::{Task, TaskId};
use crate::time::{Instant, Span, Zone};
use crate::week::Week;
use chrono::NaiveDate;

/// Everything proposals for a week are made from.
#[derive(Clone, Copy, Debug)]
pub struct Brief<'a> {
    /// The week.
    pub week: &'a Week,
    /// The home zone.
    pub home: &'a Zone,
    /// The time of the request: what is before it stays as it is.
    pub now: Instant,
    /// Work hours, least growth, weights and best hours.
    pub settings: &'a Settings,
    /// Hours by date, lunch, days off, times kept free, least and most.
    pub boundaries: &'a Boundaries,
    /// Minutes wanted of each category, days off taken off; `None`: nothing is set.
    pub wanted: Option<Mix>,
    /// Everything that takes time from the day before the week to the day after it.
    pub items: &'a [Item],
    /// Where one's own blocks stood when the week was committed; empty where it is not.
    pub committed: &'a [Promise],
    /// Open tasks with time left to plan.
    pub tasks: &'a [Open<'a>],
    /// What to do.
    pub mode: Mode,
    /// What need not hold this time.
    pub relaxed: &'a [Relaxed],
}

/// What kind of proposals are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// One's own blocks stay; what is free is filled.
    Fill,
    /// Blocks that something landed on may move; nothing is added.
    Repair,
}

/// Something that takes time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// The block, where it is one's own.
    pub block: Option<Handle>,
    /// What it is called.
    pub title: String,
    /// What kind of time it is.
    pub category: Category,
    /// When.
    pub span: Span,
    /// Whether it is a meeting.
    pub meeting: bool,
    /// Whether it must stay where it is: imported, locked or protected.
    pub stays: bool,
    /// Whether it is room kept for what comes up.
    pub contingency: bool,
}

/// Where a block stood when the week was committed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Promise {
    /// The block.
    pub block: Handle,
    /// What kind of time it was.
    pub category: Category,
    /// When.
    pub span: Span,
}

/// A task that is still open.
#[derive(Clone, Copy, Debug)]
pub struct Open<'a> {
    /// The task.
    pub task: &'a Task,
    /// Minutes of its estimate that have no time yet; `None`: it has no estimate.
    pub left: Option<u32>,
}

/// What need not hold this time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relaxed {
    /// A rule, on all days.
    Rule(Rule),
    /// The rules that a day breaks already by what stands in it.
    Day(NaiveDate),
}

/// Proposals for a week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposed {
    /// The proposals by start. All of them together keep every rule.
    pub proposals: Vec<Proposal>,
    /// Whether it is proved that no plan on these slots is better.
    pub optimal: bool,
    /// How long the slots are that were planned with, minutes.
    pub slot_minutes: u32,
    /// What could not be met.
    pub unmet: Vec<Unmet>,
}

/// One thing that could be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// What.
    pub change: Change,
    /// What kind of time it is.
    pub category: Category,
    /// When it takes place then.
    pub span: Span,
}

/// What is proposed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// A new block.
    New {
        /// The task it is time for; `None`: time of that category without a name.
        task: Option<TaskId>,
    },
    /// A block goes elsewhere.
    Move {
        /// Which.
        block: Handle,
        /// What landed on it.
        landed: String,
    },
    /// A part of a block gets a place of its own; the rest of it stays or goes elsewhere.
    Part {
        /// Of which block.
        of: Handle,
        /// What landed on it.
        landed: String,
    },
}

/// What could not be met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unmet {
    /// A category stays under what is wanted.
    Wanted {
        /// Which.
        category: Category,
        /// Minutes that are missing.
        minutes: u32,
    },
    /// A task that is due in the week finds no time before its due day is over.
    Due {
        /// The task.
        task: TaskId,
        /// What it is called.
        title: String,
        /// The day it is due.
        due: NaiveDate,
        /// Minutes that find no time; `None`: it has no estimate.
        minutes: Option<u32>,
    },
    /// What stands on a day breaks a rule already, so that nothing is added there.
    Day {
        /// The day.
        day: NaiveDate,
        /// The first rule it breaks.
        rule: Rule,
    },
    /// Minutes of a block that something landed on find no other place.
    NoPlace {
        /// The block.
        block: Handle,
        /// What it is called.
        title: String,
        /// How many.
        minutes: u32,
    },
    /// Something landed on a block that must stay.
    Stays {
        /// The block.
        block: Handle,
        /// What it is called.
        title: String,
        /// What landed on it.
        landed: String,
    },
    /// No time is free any more.
    Full,
}

/// Why there are no proposals: these rules leave no plan together, and would without any one of
/// them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stuck {
    /// The rules.
    pub rules: Vec<Rule>,
    /// The first day on which they fail by themselves.
    pub day: Option<NaiveDate>,
    /// Minutes of growth that are missing to the least.
    pub growth_missing: u32,
    /// Minutes that are free in the week.
    pub free: u32,
}

/// Proposals for a week, or the rules that leave none. The same brief gets the same proposals.
pub fn propose(brief: &Brief<'_>) -> Result<Proposed, Stuck> {
    match brief.mode {
        Mode::Fill => fill::fill(brief),
        Mode::Repair => Ok(repair::repair(brief)),
    }
}

/// The least minutes of rest between two days of work.
pub const REST_MINUTES: i64 = 11 * 60;

impl Item {
    /// It as a stretch of time.
    pub fn stretch(&self) -> Stretch {
        Stretch {
            meeting: self.meeting,
            ..Stretch::new(self.span, self.category)
        }
    }

    /// The kind of work it is; `None` for personal time.
    fn work(&self) -> Option<Work> {
        Work::of(self.category)
    }
}
