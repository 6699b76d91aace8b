//! What really happened, as the week shows it, and what can be asked to be written of it.

use chrono::{NaiveDate, NaiveDateTime};
use evenkeel_core::actual::{EntryId, Phase, Rounds, Source};
use evenkeel_core::category::Category;
use serde::{Deserialize, Serialize};

/// A stretch of time that was spent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct EntryShown {
    /// Its identity here.
    pub id: EntryId,
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
    /// Real length, whole minutes.
    pub minutes: u32,
    /// Real length in words: "1 h 30".
    pub length_words: String,
    /// How it is known.
    pub source: Source,
    /// Whether it is work that went on after its day was closed: it counts as after hours.
    pub after_close: bool,
    /// The key of the block or meeting it is time for.
    pub of: Option<String>,
    /// In the person's words; may be empty.
    pub note: String,
    /// What came up meanwhile, by time.
    pub noted: Vec<NotedLine>,
}

/// Something that came up, as it is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct NotedLine {
    /// When, wall time in the home zone.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub at: NaiveDateTime,
    /// In a word or a few.
    pub word: String,
}

/// What is going on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct RunningShown {
    /// What it is called; may be empty.
    pub title: String,
    /// What kind of time.
    pub category: Category,
    /// The key of the block or meeting it is time for.
    pub of: Option<String>,
    /// What is going on.
    pub phase: Phase,
    /// When the phase began, wall time in the home zone.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub start: NaiveDateTime,
    /// Seconds the phase has lasted at the `now` of the week it comes with.
    pub elapsed: u32,
    /// Seconds the phase is meant to last; none: open.
    pub length: Option<u32>,
    /// Whether it is a focus session rather than a plain timer.
    pub focus: bool,
    /// The rounds of a focus session.
    pub rounds: Option<Rounds>,
    /// Rounds of work that are finished.
    pub done: u8,
    /// What came up since the phase began.
    pub noted: Vec<NotedLine>,
}

/// Something planned, as what comes next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NextShown {
    /// Its key, to start it by.
    pub key: String,
    /// What it is called; may be empty.
    pub title: String,
    /// What kind of time.
    pub category: Category,
    /// Wall time in the home zone.
    pub start: NaiveDateTime,
    /// Wall time in the home zone.
    pub end: NaiveDateTime,
    /// "Design review at 10:00, in 13 min".
    pub words: String,
}

/// What goes on right now, what is next, and how much of today is done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RightNow {
    /// What goes on.
    pub running: Option<RunningShown>,
    /// "Ingest design, 47 min, since 09:00"; empty where nothing goes on.
    pub running_words: String,
    /// What is planned for now; of several what began last.
    pub under_way: Option<NextShown>,
    /// What is planned next on this logical day.
    pub next: Option<NextShown>,
    /// Minutes of work planned on this logical day up to now.
    pub planned_minutes: u32,
    /// Minutes of work recorded on this logical day up to now, what goes on included.
    pub done_minutes: u32,
    /// "3 h 10 done of 4 h planned by now".
    pub words: String,
}

/// What a timer is started for: a block or meeting by its key, or something else in words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(default)]
pub struct StartDraft {
    /// The key of a block or meeting; its title, category and facets are taken over.
    pub of: Option<String>,
    /// What it is called, where there is no block.
    pub title: Option<String>,
    /// What kind of time, where there is no block; technical where nothing says otherwise.
    pub category: Option<Category>,
    /// When it really began, wall time in the home zone, not later than now; none: now.
    #[cfg_attr(feature = "ts", ts(type = "string", optional))]
    pub at: Option<NaiveDateTime>,
    /// As a focus session.
    pub focus: Option<FocusDraft>,
}

/// How a focus session goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum FocusDraft {
    /// In rounds of work and breaks.
    Rounds(Rounds),
    /// Until it is stopped.
    Open,
}

/// An entry as it is entered by hand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct EntryDraft {
    /// The key of the block or meeting it is time for.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(optional = nullable))]
    pub of: Option<String>,
    /// What it is called; empty: as the block.
    pub title: String,
    /// What kind of time; none: as the block.
    pub category: Option<Category>,
    /// Wall time in the home zone.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub start: NaiveDateTime,
    /// Wall time in the home zone.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub end: NaiveDateTime,
    /// In the person's words.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(as = "Option<_>", optional))]
    pub note: String,
}

/// Changed fields of an entry; what is absent stays.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(default)]
pub struct EntryPatch {
    /// What it is called.
    pub title: Option<String>,
    /// What kind of time.
    pub category: Option<Category>,
    /// The key of the block or meeting it is time for; the empty string: none.
    pub of: Option<String>,
    /// Wall time in the home zone.
    #[cfg_attr(feature = "ts", ts(type = "string", optional))]
    pub start: Option<NaiveDateTime>,
    /// Wall time in the home zone.
    #[cfg_attr(feature = "ts", ts(type = "string", optional))]
    pub end: Option<NaiveDateTime>,
    /// In the person's words.
    pub note: Option<String>,
}

/// What is said to have happened as planned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(tag = "which", rename_all = "snake_case")]
pub enum AsPlanned {
    /// These blocks and meetings, as far as they are over.
    These {
        /// Their keys.
        keys: Vec<String>,
    },
    /// Everything planned on a logical day, as far as it is over.
    Day {
        /// The day.
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        day: NaiveDate,
    },
    /// Everything planned on a logical day after the last entry in it, as far as it is over.
    RestOfDay {
        /// The day.
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        day: NaiveDate,
    },
}

/// A step of what is going on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(tag = "step", rename_all = "snake_case")]
pub enum SessionStep {
    /// Holds it: nothing is recorded until it goes on.
    Pause,
    /// Goes on after a pause, or with the next round.
    Resume,
    /// Ends this phase before its time and goes on with the next.
    Skip,
    /// Gives this phase more time.
    Extend {
        /// How much, 1–120.
        minutes: u16,
    },
}

/// What an absence was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(tag = "was", rename_all = "snake_case")]
pub enum Absence {
    /// The work that was recorded: nothing changes.
    Work,
    /// A break: it is taken out.
    Break,
    /// Something else: it is taken out and becomes an entry of that.
    Other {
        /// The key of a block or meeting; none: what the title says.
        of: Option<String>,
        /// What it is called, where there is no block.
        title: String,
        /// What kind of time, where there is no block.
        category: Option<Category>,
    },
    /// Nothing: it is taken out, and the timer stops. What it ran on afterwards is recorded.
    Discard,
}
