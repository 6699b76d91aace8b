//! What the window shows of a series of one's own.

use super::Fault;
use evenkeel_core::handle::Handle;
use evenkeel_core::repeat::{Every, Repeat};
use serde::Serialize;

/// The series an occurrence belongs to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct SeriesFacts {
    /// How it repeats; none where its rule says more than the editor can.
    pub repeat: Option<Repeat>,
    /// Whether no occurrence comes before this one: then it and those after it are all.
    pub first: bool,
    /// Whether this one differs from its series, and how: "Moved from Tuesday 17 November, 09:00".
    pub differs: Option<String>,
    /// Occurrences that were left out, moved or changed.
    pub exceptions: Vec<ExceptionLine>,
    /// How many more there are than are listed.
    pub more_exceptions: u32,
}

/// An occurrence that is not as its series has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct ExceptionLine {
    /// Which.
    pub block: Handle,
    /// "Skipped: Tuesday 24 November".
    pub words: String,
}

/// What a way to repeat comes to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct RepeatFacts {
    /// "Every second Tuesday until 18 December".
    pub words: String,
    /// The next five dates: "Tue 24 November".
    pub next: Vec<String>,
    /// The ways in which this day can come round every month.
    pub monthly: Vec<MonthlyChoice>,
    /// Why there can be no such series.
    pub refused: Option<Fault>,
}

/// A way in which a day comes round every month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct MonthlyChoice {
    /// "On the third Wednesday".
    pub label: String,
    /// What comes round.
    pub every: Every,
}
