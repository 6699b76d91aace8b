//! Tasks of the backlog: as they are made and changed, and as they are listed.

use chrono::{NaiveDate, NaiveDateTime};
use evenkeel_core::category::Category;
use evenkeel_core::edit::Others;
use evenkeel_core::task::{Energy, TaskId};
use serde::{Deserialize, Serialize};

/// A task to be made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct NewTask {
    /// What it is called.
    pub title: String,
    /// What kind of time it will be.
    pub category: Category,
    /// Minutes it is thought to take in all.
    #[serde(default)]
    pub estimate: Option<u32>,
    /// The goal it serves; empty for none.
    #[serde(default)]
    pub goal: String,
    /// The day it should be done by.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub due: Option<NaiveDate>,
    /// How much energy it takes.
    #[serde(default)]
    pub energy: Option<Energy>,
    /// Free text.
    #[serde(default)]
    pub notes: String,
    /// Marks that its blocks will carry.
    #[serde(default)]
    pub tags: Vec<String>,
}

/// Changed fields of a task; what is absent stays.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(default)]
pub struct TaskPatch {
    /// What it is called.
    pub title: Option<String>,
    /// What kind of time it will be.
    pub category: Option<Category>,
    /// Minutes it is thought to take in all; 0 for no estimate.
    pub estimate: Option<u32>,
    /// The goal it serves; empty for none.
    pub goal: Option<String>,
    /// The day it should be done by, as a date; empty for none.
    pub due: Option<String>,
    /// How much energy it takes: "low", "medium", "high"; empty for unsaid.
    pub energy: Option<String>,
    /// Free text.
    pub notes: Option<String>,
    /// Marks that its blocks will carry.
    pub tags: Option<Vec<String>>,
}

/// A task gets time in the week.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct TaskPlan {
    /// Which.
    pub task: TaskId,
    /// From when on, wall time in the home zone; none: the next free time in the work hours.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub start: Option<NaiveDateTime>,
    /// How long; none: what is left of it, two hours at the most.
    #[serde(default)]
    pub minutes: Option<u32>,
    /// What happens to the blocks in the way.
    #[serde(default)]
    pub others: Others,
}

/// The whole backlog.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Backlog {
    /// The state it shows.
    pub rev: u32,
    /// What is to be done, in order.
    pub tasks: Vec<TaskLine>,
    /// What was done, newest first.
    pub finished: Vec<TaskLine>,
    /// "5 tasks, 12 h left to plan".
    pub words: String,
}

/// A task as it is listed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct TaskLine {
    /// Which.
    pub task: TaskId,
    /// What it is called.
    pub title: String,
    /// What kind of time it will be.
    pub category: Category,
    /// Minutes it is thought to take in all.
    pub estimate: Option<u32>,
    /// The estimate in words; empty for none.
    pub estimate_words: String,
    /// Minutes that blocks give to it, past ones too.
    pub planned: u32,
    /// Minutes left of the estimate.
    pub left: Option<u32>,
    /// "2 h left", "1 h 30 of 4 h left", "all planned", "1 h planned", or nothing to say.
    pub left_words: String,
    /// How long the next block for it will be when nobody says.
    pub next_minutes: u32,
    /// The goal it serves; empty for none.
    pub goal: String,
    /// The day it should be done by.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub due: Option<NaiveDate>,
    /// "due today", "due Friday", "due 3 December"; empty for none.
    pub due_words: String,
    /// Whether that day is over.
    pub overdue: bool,
    /// How much energy it takes.
    pub energy: Option<Energy>,
    /// Free text.
    pub notes: String,
    /// Marks that its blocks will carry.
    pub tags: Vec<String>,
    /// The day it was finished on.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub finished: Option<NaiveDate>,
}
