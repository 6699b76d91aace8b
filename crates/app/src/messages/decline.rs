//! The decline log.

use chrono::NaiveDate;
use evenkeel_core::decline::DeclineId;
use serde::{Deserialize, Serialize};

/// A no as it is written down.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct DeclineDraft {
    /// The day.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub on: NaiveDate,
    /// What it was.
    pub what: String,
    /// The goal it makes room for; may be empty.
    #[serde(default)]
    pub goal: String,
    /// Who does it instead; none: nobody.
    #[serde(default)]
    pub to: Option<String>,
    /// Minutes saved.
    pub minutes: u32,
    /// The UID of the imported event it was about.
    #[serde(default)]
    pub uid: Option<String>,
    /// Free text.
    #[serde(default)]
    pub note: String,
}

/// One entry of the log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct DeclineLine {
    /// Its identity.
    pub id: DeclineId,
    /// What it says.
    pub decline: DeclineDraft,
    /// The minutes in words.
    pub length_words: String,
}

/// The log with its sums.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Declines {
    /// Today in the home zone.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub today: NaiveDate,
    /// Newest first.
    pub lines: Vec<DeclineLine>,
    /// The sums, largest span of time last; empty where nothing was declined.
    pub sums: Vec<DeclineSum>,
    /// The goals named so far, most named first.
    pub goals: Vec<String>,
    /// Whom something was handed to so far, most often first.
    pub people: Vec<String>,
}

/// What was declined in a span of time or for a goal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct DeclineSum {
    /// "Last four weeks".
    pub label: String,
    /// How many.
    pub count: u32,
    /// Minutes saved.
    pub minutes: u32,
    /// The whole in words: "3 times no, 4 h 30 saved; 1 handed on".
    pub words: String,
}
