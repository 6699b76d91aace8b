//! A line that was typed to add something, and what it was read as.

use super::Fault;
use chrono::NaiveDateTime;
use evenkeel_core::category::Category;
use evenkeel_core::quick::PartKind;
use serde::{Deserialize, Serialize};

/// A line such as "Tue 9-10:30 design review #technical", to be read or kept.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Words {
    /// As it was typed.
    pub text: String,
    /// BCP 47 tag of the conventions dates are written in: "12/3" is December in the United States
    /// and March elsewhere.
    #[serde(default)]
    pub region: String,
    /// It goes to the backlog, whatever time it says.
    #[serde(default)]
    pub to_backlog: bool,
    /// The category where the line names none; none: what the rules say, else technical.
    #[serde(default)]
    pub category: Option<Category>,
}

/// What a line was read as.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct QuickReading {
    /// One plain sentence; empty where nothing was typed or the line cannot be kept.
    pub sentence: String,
    /// The words that became something other than the title, in their order.
    pub parts: Vec<ReadPart>,
    /// What is left of the line.
    pub title: String,
    /// The category it gets.
    pub category: Category,
    /// Whether the line named it.
    pub category_named: bool,
    /// When it starts, wall time in the home zone; none for a task without a time.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub start: Option<NaiveDateTime>,
    /// Whether a task of the backlog comes of it, with or without a first block.
    pub task: bool,
    /// Whether it repeats.
    pub repeats: bool,
    /// Why it cannot be kept as it is.
    pub refused: Option<Fault>,
}

/// Words of a line and what they were read as.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct ReadPart {
    /// Its first character, counted in UTF-16 as the page does.
    pub from: u32,
    /// The first character after.
    pub until: u32,
    /// What it became.
    pub kind: PartKind,
    /// "Tuesday 24 November".
    pub meaning: String,
}
