//! Calendars in and out.

use chrono::NaiveDate;
use evenkeel_core::category::Category;
use evenkeel_core::subscription::ChangeKind;
use serde::{Deserialize, Serialize};

/// An outside calendar in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct FeedLine {
    /// Which.
    pub feed: evenkeel_core::event::FeedId,
    /// Its name.
    pub name: String,
    /// The file it came from, or the host of its address.
    pub source: String,
    /// When it was read, wall time in the home zone as `YYYY-MM-DDTHH:MM:SS`.
    pub read: String,
    /// Its events, a series counting once.
    pub events: u32,
    /// How many of them have a guessed category.
    pub guessed: u32,
    /// Titles of series that take place too often to be shown whole this week.
    pub partly: Vec<String>,
    /// The address it is read from again, if it is subscribed to.
    pub subscription: Option<SubscriptionLine>,
}

/// How a subscribed calendar is doing. All times are wall times in the home zone as
/// `YYYY-MM-DDTHH:MM:SS`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct SubscriptionLine {
    /// Where it comes from; the rest of the address may be a secret.
    pub host: String,
    /// How often it is asked for; 0: only by hand.
    pub every_minutes: u32,
    /// The same in words: "every 6 hours", "only by hand".
    pub often: String,
    /// When it was last known to be as it is here.
    pub checked: Option<String>,
    /// When it is asked for next; none: only by hand.
    pub next: Option<String>,
    /// Why no calendar came the last time, and what to do.
    pub problem: Option<String>,
    /// What the last readings changed, newest first.
    pub changed: Vec<ReadingLine>,
    /// What in it could not be used as it stands.
    pub problems: Vec<ProblemLine>,
}

/// What one reading of a calendar changed in the weeks to come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct ReadingLine {
    /// When it was read.
    pub read: String,
    /// The changes, by time.
    pub changes: Vec<ChangeLine>,
    /// How many there are beyond those.
    pub more: u32,
}

/// One event that changed, or several occurrences of a series that changed alike.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct ChangeLine {
    /// How.
    pub kind: ChangeKind,
    /// Its title, as plain text.
    pub title: String,
    /// When it starts now, or did before it went away.
    pub start: String,
    /// When it started before it moved.
    pub before: Option<String>,
    /// Whether it stands for whole days.
    pub all_day: bool,
    /// How many occurrences changed alike; the times are those of the first.
    pub times: u32,
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
