//! The backlog: tasks without a time, or without all of it. What is left of an estimate, in which
//! order tasks stand, how a task gets time and how time goes back to it.
//!
//! It knows neither when a task should be done nor where in the week: that is the person's choice.

mod back;
mod check;
mod order;
mod plan;
mod slot;
#[cfg(test)]
mod tests;

pub use back::{Back, back};
pub use check::{LONGEST_GOAL, LONGEST_NOTES, MOST_ESTIMATE, TaskRefusal, check};
pub use order::{order, position_after};
pub use plan::{draft, minutes_at_once};
pub use slot::next_free;

use crate::block::Block;
use crate::task::TaskId;
use crate::time::{Zone, Zones};

/// How many minutes blocks give to a task, those that are over included.
pub fn planned(task: TaskId, blocks: &[Block], zones: &Zones, home: &Zone) -> u32 {
    let seconds: i64 = blocks
        .iter()
        .filter(|block| block.task == Some(task))
        .map(|block| block.span(zones, home).seconds())
        .sum();
    u32::try_from(seconds / 60).unwrap_or(u32::MAX)
}

/// What is left of an estimate after so many planned minutes; never less than nothing.
pub fn left(estimate: Option<u32>, planned: u32) -> Option<u32> {
    estimate.map(|estimate| estimate.saturating_sub(planned))
}
