//! What a task may be.

use crate::edit::LONGEST_TITLE;
use crate::facets::MOST_TAGS;
use crate::task::{Task, TaskId};
use chrono::Datelike;

/// The largest estimate, in minutes: a thousand hours.
pub const MOST_ESTIMATE: u32 = 60_000;
/// The longest a goal may be called, in characters.
pub const LONGEST_GOAL: usize = 200;
/// The longest notes of a task, in characters.
pub const LONGEST_NOTES: usize = 20_000;

/// Why a task was not kept. The backlog stays as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TaskRefusal {
    /// The task is not there any more.
    Gone {
        /// The task that was asked for.
        id: TaskId,
    },
    /// A task has to be called something.
    NoTitle,
    /// The title is longer than [`LONGEST_TITLE`].
    TitleTooLong {
        /// How many characters it has.
        characters: usize,
    },
    /// The goal is longer than [`LONGEST_GOAL`].
    GoalTooLong {
        /// How many characters it has.
        characters: usize,
    },
    /// The notes are longer than [`LONGEST_NOTES`].
    NotesTooLong {
        /// How many characters they have.
        characters: usize,
    },
    /// More than [`MOST_TAGS`] tags.
    TooManyTags {
        /// How many there are.
        tags: usize,
    },
    /// Not between a minute and [`MOST_ESTIMATE`].
    Estimate {
        /// What was given.
        minutes: u32,
    },
    /// A due day before 1900 or after 9990.
    OutsideCalendar,
    /// There is no free time of that length in the work hours ahead.
    NoFreeTime {
        /// What the task is called.
        title: String,
        /// How many minutes were looked for.
        minutes: u32,
    },
}

impl TaskRefusal {
    /// The field of a form it belongs to, where there is one.
    pub fn field(&self) -> Option<&'static str> {
        match self {
            TaskRefusal::NoTitle | TaskRefusal::TitleTooLong { .. } => Some("title"),
            TaskRefusal::GoalTooLong { .. } => Some("goal"),
            TaskRefusal::NotesTooLong { .. } => Some("notes"),
            TaskRefusal::TooManyTags { .. } => Some("tags"),
            TaskRefusal::Estimate { .. } => Some("estimate"),
            TaskRefusal::OutsideCalendar => Some("due"),
            TaskRefusal::Gone { .. } | TaskRefusal::NoFreeTime { .. } => None,
        }
    }
}

/// Whether a task may be kept: the first reason why not.
pub fn check(task: &Task) -> Result<(), TaskRefusal> {
    if task.title.trim().is_empty() {
        return Err(TaskRefusal::NoTitle);
    }
    let characters = task.title.chars().count();
    if LONGEST_TITLE < characters {
        return Err(TaskRefusal::TitleTooLong { characters });
    }
    let characters = task.goal.chars().count();
    if LONGEST_GOAL < characters {
        return Err(TaskRefusal::GoalTooLong { characters });
    }
    let characters = task.notes.chars().count();
    if LONGEST_NOTES < characters {
        return Err(TaskRefusal::NotesTooLong { characters });
    }
    let tags = task.tags.len();
    if MOST_TAGS < tags {
        return Err(TaskRefusal::TooManyTags { tags });
    }
    if let Some(minutes) = task.estimate
        && !(1..=MOST_ESTIMATE).contains(&minutes)
    {
        return Err(TaskRefusal::Estimate { minutes });
    }
    match task.due {
        Some(due) if !(1900..=9990).contains(&due.year()) => Err(TaskRefusal::OutsideCalendar),
        _ => Ok(()),
    }
}
