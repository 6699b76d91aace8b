//! A task: something to do that has no time yet.

use crate::category::Category;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Names a task; never given twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(transparent)]
pub struct TaskId(pub u32);

/// How much energy something takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum Energy {
    /// Can be done when tired.
    Low,
    /// As most things.
    Medium,
    /// Wants a clear head.
    High,
}

/// Something to do that has no time yet, or not all of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Task {
    /// Its identity here.
    pub id: TaskId,
    /// What it is called.
    pub title: String,
    /// What kind of time it will be.
    pub category: Category,
    /// How many minutes it is thought to take in all.
    pub estimate: Option<u32>,
    /// The goal it serves, as the person calls it; empty for none.
    #[serde(default)]
    pub goal: String,
    /// The day it should be done by.
    pub due: Option<NaiveDate>,
    /// How much energy it takes.
    pub energy: Option<Energy>,
    /// Free text.
    #[serde(default)]
    pub notes: String,
    /// Marks that its blocks will carry.
    #[serde(default)]
    pub tags: Vec<String>,
    /// Its place among the others that the person chose; lower comes first.
    #[serde(default)]
    pub position: i64,
    /// When it was made, seconds since 1970 UTC.
    pub created: i64,
    /// When it was finished, seconds since 1970 UTC.
    pub finished: Option<i64>,
}
