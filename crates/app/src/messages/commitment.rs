//! The committed week: what stands of it, what changed and why.

use chrono::{NaiveDate, NaiveDateTime};
use evenkeel_core::category::Category;
use evenkeel_core::commitment::{Changed, Why};
use serde::Serialize;

/// What a week was committed to, and what became of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct CommitmentFigure {
    /// When it was committed, in words: "Mon 09:12".
    pub at_words: String,
    /// "Committed Mon 09:12 · 2 changes".
    pub words: String,
    /// How many committed blocks are not as they were.
    pub changes: u32,
    /// Those of one's own choice.
    pub mine: u32,
    /// Those that came from outside.
    pub external: u32,
    /// Those that room was kept for.
    pub contingency: u32,
    /// Those that nobody has given a reason for.
    pub open: u32,
    /// The same in words: "1 mine, 1 from outside, 1 open"; empty without changes.
    pub reasons_words: String,
    /// The part of the committed minutes that stayed; none without any.
    pub stability: Option<f64>,
    /// The same without the changes from outside.
    pub own_stability: Option<f64>,
    /// Both in words: "94 % of the committed time stands, 98 % but for what came from outside".
    pub stability_words: String,
    /// Every committed block and meeting, by start.
    pub outlines: Vec<Outline>,
    /// Commitments of the same week that were withdrawn, in words, oldest first.
    pub earlier: Vec<String>,
}

/// A committed block or meeting as it stood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Outline {
    /// The key of the block or the meeting, the same as in the week.
    pub key: String,
    /// What it was called.
    pub title: String,
    /// What kind of time it was.
    pub category: Category,
    /// Where it stood, wall time in the home zone.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub start: NaiveDateTime,
    /// Where it ended, wall time in the home zone.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub end: NaiveDateTime,
    /// What was done to it; none where it stands as it stood.
    pub changed: Option<Changed>,
    /// Why, where that is known.
    pub why: Option<Why>,
    /// In the person's words; may be empty.
    pub note: String,
    /// Whether it was protected time.
    pub protected: bool,
    /// Whether it is an imported meeting: it cannot be put back here.
    pub imported: bool,
    /// "committed Tuesday 10:00 to 11:30".
    pub was_words: String,
    /// "moved to Wednesday 14:00"; empty where it stands.
    pub words: String,
}

/// What the person may be asked after a write: why committed blocks changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Ask {
    /// First day of the week that was committed.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub week: NaiveDate,
    /// The blocks that changed.
    pub keys: Vec<String>,
    /// "You moved “Ingest design”, committed for Tuesday 10:00."
    pub sentence: String,
}
