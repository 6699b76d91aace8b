//! In which order tasks stand.

use crate::task::Task;
use chrono::NaiveDate;

/// Those to do by due day, then by the place they were given; those done by when, newest first,
/// behind them.
pub fn order(tasks: &mut [Task]) {
    tasks.sort_by_key(|task| match task.finished {
        None => (
            0,
            task.due.unwrap_or(NaiveDate::MAX),
            task.position,
            task.id,
        ),
        Some(finished) => (1, NaiveDate::MAX, -finished, task.id),
    });
}

/// The place behind all others.
pub fn position_after(tasks: &[Task]) -> i64 {
    let last = tasks.iter().map(|task| task.position).max();
    last.map_or(0, |last| last.saturating_add(1))
}
