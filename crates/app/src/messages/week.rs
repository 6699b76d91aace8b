//! A range of days as the grid shows it.

use super::{EntryShown, Figures, RunningShown, SeriesFacts};
use chrono::{NaiveDate, NaiveDateTime};
use evenkeel_core::category::Category;
use evenkeel_core::event::{EventId, FeedId, Status};
use evenkeel_core::facets::{CheckItem, Facets};
use evenkeel_core::handle::Handle;
use evenkeel_core::settings::{Settings, WorkHours};
use evenkeel_core::task::TaskId;
use serde::{Deserialize, Serialize};

/// The days someone looks at, half-open. The figures that come along are those of the week that
/// holds `from`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Range {
    /// First day.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub from: NaiveDate,
    /// First day after.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub until: NaiveDate,
}

/// Everything the grid needs for a range of days.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Week {
    /// The state it shows.
    pub rev: u32,
    /// The days.
    pub range: Range,
    /// Today in the home zone.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub today: NaiveDate,
    /// Now, wall time in the home zone.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub now: NaiveDateTime,
    /// Name of the home zone.
    pub zone: String,
    /// One entry a day.
    pub days: Vec<Day>,
    /// What stands in them, by start.
    pub occurrences: Vec<Occurrence>,
    /// What really happened in them, by start.
    pub entries: Vec<EntryShown>,
    /// Keys of what was ticked off as done, in them or near them.
    pub ticked: Vec<String>,
    /// What is going on right now, whichever days are shown.
    pub running: Option<RunningShown>,
    /// The balance of the week that holds the first day.
    pub figures: Figures,
    /// What undo would undo.
    pub undo: Option<String>,
    /// What redo would redo.
    pub redo: Option<String>,
    /// All settings.
    pub settings: Settings,
}

/// One civil day of the grid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Day {
    /// Its date.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub date: NaiveDate,
    /// Its real length in minutes: 1440, or less or more where clocks change.
    pub minutes: u32,
    /// Wall minutes that do not exist that day.
    pub skipped: Option<WallStretch>,
    /// Wall minutes that happen twice.
    pub repeated: Option<WallStretch>,
    /// Its work hours.
    pub work: Option<WorkHours>,
    /// What the day off is called, where it is one.
    pub off: Option<String>,
    /// When the logical day of this date was closed, wall time in the home zone.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub closed: Option<NaiveDateTime>,
}

/// A stretch of a day in wall minutes after midnight, half-open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct WallStretch {
    /// First minute.
    pub start: u16,
    /// First minute after.
    pub end: u16,
}

/// Which layer of the week something belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum Layer {
    /// One's own plan as it is now.
    Live,
    /// An outside calendar.
    Feed,
}

/// One instance of a block or of an imported event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Occurrence {
    /// Unique on screen and stable between reads.
    pub key: String,
    /// Where it belongs.
    pub layer: Layer,
    /// The block behind it, or the occurrence of a series of blocks.
    pub block: Option<Handle>,
    /// The imported event behind it.
    pub event: Option<EventId>,
    /// The calendar that event belongs to.
    pub feed: Option<FeedId>,
    /// Identity in calendar files.
    pub uid: String,
    /// Title as plain text; may be empty.
    pub title: String,
    /// What kind of time.
    pub category: Category,
    /// Whether the category was only guessed.
    pub guessed: bool,
    /// Wall time in the home zone; midnight for all-day events.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub start: NaiveDateTime,
    /// Wall time in the home zone; midnight after the last day for all-day events.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub end: NaiveDateTime,
    /// Real length.
    pub minutes: u32,
    /// Real length in words: "1 h 30".
    pub length_words: String,
    /// Stands for whole days.
    pub all_day: bool,
    /// Whether it takes place.
    pub status: Status,
    /// Leaves the time free.
    pub free: bool,
    /// Whether it takes minutes in the balance: timed, not cancelled, not free.
    pub counts: bool,
    /// Cannot be moved here.
    pub locked: bool,
    /// Its own zone, where that is not the home zone.
    pub zone: Option<String>,
    /// Place.
    pub location: String,
    /// Whether there is an address to open or join.
    pub has_link: bool,
    /// Whether it is one of a series.
    pub repeats: bool,
    /// What else is known of it; empty for imported events.
    pub facets: Facets,
    /// The task it is time for.
    pub task: Option<TaskId>,
}

/// What the panel shows of one occurrence beyond what the grid has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Details {
    /// The occurrence.
    pub occurrence: Occurrence,
    /// Start in its own zone.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub own_start: NaiveDateTime,
    /// End in its own zone.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub own_end: NaiveDateTime,
    /// Its own zone's name; empty when floating.
    pub own_zone: String,
    /// Notes as plain text.
    pub notes: String,
    /// The address to open or join, `https:` or `mailto:`.
    pub link: Option<String>,
    /// Organiser of an imported event.
    pub organizer: String,
    /// Name of the calendar it came from.
    pub calendar: String,
    /// How it repeats, in words; empty when it does not.
    pub repeats: String,
    /// The series it is one of; only for blocks.
    pub series: Option<SeriesFacts>,
    /// The goal it serves; empty for none.
    pub goal: String,
    /// What to see to in it.
    pub checklist: Vec<CheckItem>,
    /// Why it has its category: "the rule \u{201c}1:1\u{201d}", "guessed", "chosen by hand".
    pub category_because: String,
}
