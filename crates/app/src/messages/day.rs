//! A day and what became of its plan, and what is said of it when it is closed.

use super::EntryShown;
use chrono::{NaiveDate, NaiveDateTime};
use evenkeel_core::category::Category;
use evenkeel_core::handle::Handle;
use serde::{Deserialize, Serialize};

/// A logical day, planned and done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct DayReview {
    /// The logical day.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub day: NaiveDate,
    /// What it is called: "Friday 20 November".
    pub name: String,
    /// Whether it is the logical day that goes on now.
    pub is_today: bool,
    /// Whether it has begun: only then it can be closed.
    pub begun: bool,
    /// Minutes planned, without room kept free.
    pub planned: u32,
    /// Minutes spent.
    pub done: u32,
    /// Both in words: "4 h 30 recorded, 6 h planned".
    pub words: String,
    /// Blocks in words: "3 of 5 blocks done"; empty where none is planned.
    pub blocks_words: String,
    /// The same minutes of each category with any, in their usual order.
    pub categories: Vec<DayShare>,
    /// What was planned to begin on it, by start.
    pub blocks: Vec<PlannedLine>,
    /// Entries that nothing was planned for, by start.
    pub unplanned: Vec<EntryShown>,
    /// What time is being recorded for right now; closing the day ends it.
    pub running: Option<String>,
    /// One line of the day; may be empty.
    pub line: String,
    /// Energy, 1 (none) to 5 (plenty).
    pub energy: Option<u8>,
    /// Whether the person could switch off the evening before.
    pub switched_off: Option<bool>,
    /// When it was closed, wall time in the home zone.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub closed: Option<NaiveDateTime>,
    /// The same in words: "Closed at 17:42"; empty while it is open.
    pub closed_words: String,
}

/// One category of a day, in minutes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct DayShare {
    /// Which.
    pub category: Category,
    /// Planned.
    pub planned: u32,
    /// Spent.
    pub done: u32,
    /// Both in words: "1 h 30 of 2 h".
    pub words: String,
}

/// A block or a meeting of a day, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct PlannedLine {
    /// The key it goes by.
    pub key: String,
    /// The block behind it; none for an imported meeting.
    pub block: Option<Handle>,
    /// What it is called; may be empty.
    pub title: String,
    /// What kind of time.
    pub category: Category,
    /// Wall time in the home zone.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub start: NaiveDateTime,
    /// Wall time in the home zone.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub end: NaiveDateTime,
    /// Its time and what was spent on it: "09:00 to 10:30, 45 min of 1 h 30".
    pub words: String,
    /// How much of it entries of its category cover, percent.
    pub covered: u8,
    /// Whether the person called it done.
    pub ticked: bool,
    /// Whether it is done: covered enough, or ticked.
    pub done: bool,
    /// Whether it is left, to be moved on or dropped.
    pub left: bool,
    /// Whether it is not over yet.
    pub to_come: bool,
    /// The day on which it would go on: "tomorrow", "Monday"; empty where there is none.
    pub goes_on: String,
}

/// How a day is closed: all that is said of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct DayClose {
    /// The logical day.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub day: NaiveDate,
    /// One line of the day; may be empty.
    #[serde(default)]
    pub line: String,
    /// Energy, 1 (none) to 5 (plenty); none: unsaid.
    pub energy: Option<u8>,
    /// Whether they could switch off the evening before; none: unsaid.
    pub switched_off: Option<bool>,
    /// What becomes of blocks; what is not named stays.
    #[serde(default)]
    pub left: Vec<LeftBlock>,
}

/// A block of a day that is closed, and what becomes of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct LeftBlock {
    /// Its key.
    pub key: String,
    /// What becomes of it.
    pub to: LeftTo,
}

/// What becomes of a block that is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum LeftTo {
    /// It goes on at the first free place of the next day for such time.
    Tomorrow,
    /// It goes back to the backlog.
    Backlog,
    /// It goes away.
    Drop,
    /// It stays where it is.
    Stay,
    /// It is done after all.
    Done,
}
