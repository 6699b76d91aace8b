//! Reminders: what draws attention at which moment, and what of that is to be shown now.
//!
//! A reminder is about one instant. [`schedule`] lists all that the plan gives in a stretch of time,
//! [`due`] says which of them are to be shown, given what was shown before and how far the clock had
//! been looked at. Nothing here is shown, kept or put into words.

mod due;
mod schedule;
mod stretch;

#[cfg(test)]
mod simulated;
#[cfg(test)]
mod tests;

pub use due::{Due, FARTHEST, LISTED, due, serves, since, window};
pub use schedule::{Known, Thing, schedule};
pub use stretch::worked_since;

use crate::category::Category;
use crate::time::{Instant, Span};

/// Seconds for which what was about an instant is still shown by itself once that instant is over.
pub const GRACE: i64 = 3 * 60;

/// What a reminder is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// A block or a meeting begins.
    Start(Begins),
    /// Work has gone on for long without a break.
    Break {
        /// When that work began.
        since: Instant,
    },
    /// The work hours of the day are over.
    EndOfWork,
    /// The week has no commitment yet.
    CommitWeek,
    /// The day is about to be over and was not closed.
    CloseDay,
}

/// What begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Begins {
    /// The key of the block, occurrence or meeting.
    pub key: String,
    /// What it is called; may be empty.
    pub title: String,
    /// What kind of time it is.
    pub category: Category,
    /// Whether it is an imported meeting rather than a block of one's own.
    pub imported: bool,
    /// When it takes place.
    pub span: Span,
}

impl About {
    /// Whether it is nothing to say any more once its time is over: nobody wants to hear in the
    /// morning that the evening before would have been a good moment to stop.
    pub fn lapses(&self) -> bool {
        matches!(self, About::Break { .. } | About::EndOfWork)
    }
}

/// One thing to be said at one moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reminder {
    /// Names it for good: what it is about and at which instant. What is moved gets another.
    pub id: String,
    /// What it is about.
    pub about: About,
    /// When it is to be shown.
    pub due: Instant,
    /// The instant it is about, at or after `due`. Once that is over before anybody could have been
    /// told, there is nothing to say any more.
    pub at: Instant,
    /// Up to when it is shown by itself; later it is one of those that were missed.
    pub until: Instant,
}
