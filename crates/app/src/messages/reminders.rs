//! What draws attention, as it is shown.

use chrono::NaiveDate;
use evenkeel_core::category::Category;
use evenkeel_core::handle::Handle;
use serde::Serialize;

/// Reminders whose time has come.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Reminded {
    /// Each to be shown by itself, the latest last.
    pub now: Vec<ReminderLine>,
    /// Those whose moment is over, to be shown together, the latest last.
    pub missed: Vec<ReminderLine>,
    /// What stands over the missed ones: "While you were away".
    pub heading: String,
    /// What was missed before them, in a sentence; empty where nothing was.
    pub older: String,
}

impl Reminded {
    /// Whether there is nothing to show.
    pub fn is_empty(&self) -> bool {
        self.now.is_empty() && self.missed.is_empty() && self.older.is_empty()
    }

    /// What is shown outside the window, each with a title and a body: one for each reminder, and
    /// one for all that were missed.
    pub fn outside(&self) -> Vec<(String, String)> {
        let now = self.now.iter();
        let mut shown: Vec<_> = now
            .map(|line| (line.text.clone(), line.detail.clone()))
            .collect();
        if !self.missed.is_empty() || !self.older.is_empty() {
            let lines = self.missed.iter().rev().take(MOST_OUTSIDE).rev();
            let mut body: Vec<String> = lines
                .map(|line| format!("{} {}", line.when, line.text))
                .collect();
            if MOST_OUTSIDE < self.missed.len() || !self.older.is_empty() {
                body.push("The window lists the rest.".into());
            }
            shown.push((self.heading.clone(), body.join("\n")));
        }
        shown
    }
}

/// The most lines of what was missed that are shown outside the window.
const MOST_OUTSIDE: usize = 5;

/// What a reminder is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum ReminderKind {
    /// A block or a meeting begins.
    Start,
    /// Work has gone on for long without a break.
    Break,
    /// The work hours are over.
    EndOfWork,
    /// The week is not committed.
    CommitWeek,
    /// The day is not closed.
    CloseDay,
}

/// A reminder as it is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct ReminderLine {
    /// Names it for good.
    pub id: String,
    /// What it is about.
    pub kind: ReminderKind,
    /// What it says.
    pub text: String,
    /// What more there is to say; may be empty.
    pub detail: String,
    /// What it says once its moment is over; empty: the same.
    pub later: String,
    /// Seconds until then.
    pub seconds: u32,
    /// When its moment was, for a list: "Mon 10:00".
    pub when: String,
    /// The day it is about, at home.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub day: NaiveDate,
    /// The key of the block or meeting that begins.
    pub key: Option<String>,
    /// The block of one's own that begins.
    pub block: Option<Handle>,
    /// What kind of time begins.
    pub category: Option<Category>,
}
