//! Templates, and what laying one over the plan would do.

use super::DayPart;
use chrono::{NaiveDate, NaiveDateTime};
use evenkeel_core::category::Category;
use evenkeel_core::handle::Handle;
use evenkeel_core::template::{Reach, TemplateKey};
use serde::{Deserialize, Serialize};

/// Blocks of one's own to be kept as a template.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct NewTemplate {
    /// What it is to be called; not like another one.
    pub name: String,
    /// How much is kept.
    pub reach: Reach,
    /// A day of the week, or the day, that is kept.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub from: NaiveDate,
    /// The blocks of a selection; a week and a day keep all of theirs.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(as = "Option<_>", optional))]
    pub blocks: Vec<Handle>,
}

/// A template as it is listed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct TemplateLine {
    /// What it goes by.
    pub key: TemplateKey,
    /// What it is called.
    pub name: String,
    /// What it is for; may be empty.
    pub about: String,
    /// How much it is a picture of.
    pub reach: Reach,
    /// Whether it is one's own: it can be renamed and removed.
    pub own: bool,
    /// What is in it: "9 blocks, 2 h 40".
    pub words: String,
    /// The minutes of each category in it.
    pub parts: Vec<DayPart>,
}

/// What laying a template, or copying a week, would do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct LaidPlan {
    /// How many blocks would be made.
    pub made: u32,
    /// How many collide and would be left out.
    pub left_out: u32,
    /// In words: "7 of 9 blocks fit. 2 collide and are left out."
    pub words: String,
    /// Everything there is a word to say about: what collides first.
    pub lines: Vec<LaidLine>,
}

/// Something to say about one block of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct LaidLine {
    /// What there is to say.
    pub kind: LaidKind,
    /// Whether the block would be made all the same.
    pub made: bool,
    /// What the block is called.
    pub title: String,
    /// What kind of time.
    pub category: Category,
    /// Wall time in the home zone.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub start: NaiveDateTime,
    /// Wall time in the home zone.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub end: NaiveDateTime,
    /// The reason: "Board is there, 10:00 to 10:30".
    pub words: String,
}

/// What there is to say about a block that is laid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum LaidKind {
    /// It collides.
    Collides,
    /// It begins after the days that are shown.
    Later,
    /// Some of it is outside the work hours.
    Outside,
    /// It stands there already.
    There,
}
