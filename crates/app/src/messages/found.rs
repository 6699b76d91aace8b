//! What a search found.

use chrono::{NaiveDate, NaiveDateTime};
use evenkeel_core::category::Category;
use serde::Serialize;

/// What fits words that were typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Found {
    /// The words.
    pub typed: String,
    /// Where in time they lead, if they name a day, a week or a month.
    pub place: Option<FoundPlace>,
    /// What fits, the best first.
    pub hits: Vec<Hit>,
    /// Whether more fits than is listed.
    pub more: bool,
}

/// A stretch of the calendar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct FoundPlace {
    /// How much of it.
    pub reach: Reach,
    /// Its first day.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub day: NaiveDate,
    /// How far away: "in 3 weeks".
    pub away_words: String,
}

/// How much of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum Reach {
    /// A day.
    Day,
    /// A week.
    Week,
    /// A month.
    Month,
}

/// What kind of thing was found. Each leads somewhere else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum HitKind {
    /// A block of one's own: leads to its day.
    Block,
    /// An imported event: leads to its day.
    Event,
    /// An outside calendar: leads to the settings.
    Calendar,
    /// A task: leads to the backlog.
    Task,
    /// A template of one's own: leads to the templates.
    Template,
    /// Something declined or handed on: leads to the log.
    Decline,
}

/// One thing that fits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Hit {
    /// What it is.
    pub kind: HitKind,
    /// Its name: the key of the occurrence for what stands in the week.
    pub key: String,
    /// Title or name; may be empty.
    pub title: String,
    /// What kind of time it is, where it is time.
    pub category: Option<Category>,
    /// When it takes place, of a series the next time, else the last: wall time at home.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub start: Option<NaiveDateTime>,
    /// First minute after.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub end: Option<NaiveDateTime>,
    /// Stands for whole days.
    pub all_day: bool,
    /// How far away: "today", "in 3 weeks"; empty for what has no time.
    pub away_words: String,
    /// How often it repeats: "Every second week"; empty for once.
    pub repeats: String,
    /// Where the words were met when not in the title, or what else there is to know.
    pub about: String,
}
