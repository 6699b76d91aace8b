//! What is asked about an absence.

use chrono::NaiveDateTime;
use evenkeel_core::category::Category;
use serde::Serialize;

/// A stretch of recorded time in which nobody was there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct AwayQuestion {
    /// When it began, seconds since 1970 UTC; for the answer.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub from: i64,
    /// When it ended, seconds since 1970 UTC; for the answer.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub until: i64,
    /// When it began, wall time in the home zone.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub start: NaiveDateTime,
    /// When it ended, wall time in the home zone.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub end: NaiveDateTime,
    /// "You were away from 10:12 to 11:40, 1 h 28, while Ingest design was recorded."
    pub sentence: String,
    /// What was recorded meanwhile.
    pub title: String,
    /// Whether it is recorded still.
    pub runs: bool,
    /// What else was planned around that time.
    pub offers: Vec<AwayOffer>,
}

/// Something planned that an absence may have been.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct AwayOffer {
    /// Its key.
    pub key: String,
    /// What it is called.
    pub title: String,
    /// What kind of time.
    pub category: Category,
}
