//! Calendars in and out.

use chrono::NaiveDate;
use evenkeel_core::category::Category;
use evenkeel_core::event::Feed;
use serde::{Deserialize, Serialize};

/// An outside calendar in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct FeedLine {
    /// Which.
    pub feed: evenkeel_core::event::FeedId,
    /// Its name.
    pub name: String,
    /// The file it came from.
    pub source: String,
    /// When it was read, wall time in the home zone as `YYYY-MM-DDTHH:MM:SS`.
    pub read: String,
    /// Its events, a series counting once.
    pub events: u32,
    /// How many of them have a guessed category.
    pub guessed: u32,
}

impl FeedLine {
    /// A line for a feed with its counts.
    pub fn new(feed: &Feed, read: String, events: u32, guessed: u32) -> FeedLine {
        FeedLine {
            feed: feed.id,
            name: feed.name.clone(),
            source: feed.source.clone(),
            read,
            events,
            guessed,
        }
    }
}

/// Something in a file that could not be used as it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct ProblemLine {
    /// Line of the file, from 1.
    pub line: u32,
    /// One sentence.
    pub what: String,
}

/// What importing a file would do; nothing is stored yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct ImportPreview {
    /// The file, to be given back for the import.
    pub path: String,
    /// Name of the calendar.
    pub name: String,
    /// Events kept, overrides included.
    pub events: u32,
    /// How many were not there before.
    pub added: u32,
    /// How many changed.
    pub changed: u32,
    /// Titles of those that were there before and are not in the file any more; they go.
    pub vanished: Vec<String>,
    /// How many are one's own blocks coming back from an export; they are left out.
    pub own: u32,
    /// Occurrences in the current week.
    pub occurrences_this_week: u32,
    /// Events by the category they would get, the guessed ones included.
    pub categories: Vec<ImportCount>,
    /// How many categories are only guessed.
    pub guessed: u32,
    /// What could not be used as it stands.
    pub problems: Vec<ProblemLine>,
}

/// How many events of a file get a category.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct ImportCount {
    /// The category.
    pub category: Category,
    /// How many.
    pub events: u32,
}

/// What an export takes along.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(default)]
#[derive(Default)]
pub struct ExportChoice {
    /// First day; none: from the first block on.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub from: Option<NaiveDate>,
    /// First day after; none: to the last.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub until: Option<NaiveDate>,
    /// Personal blocks too.
    pub personal: bool,
    /// Imported events too.
    pub imported: bool,
}

/// What an export wrote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Exported {
    /// Where.
    pub path: String,
    /// How many events.
    pub events: u32,
    /// The sentence for the notice.
    pub said: String,
}
