//! What really happened, beside the plan and never over it: entries of time that was spent, and the
//! one that is being recorded right now.
//!
//! Entries are instants, not wall time: what happened does not move when a zone or its rules do. No
//! two entries hold the same moment; where a new one is laid over others, it is the later word and
//! they give way, except that a confirmed plan never takes time from what was recorded.

pub mod absence;
pub mod by_hand;
pub mod confirm;
pub mod elapsed;
pub mod free;
pub mod going_on;
pub mod lay;
pub mod record;
pub mod session;

use crate::category::Category;
use crate::facets::Facets;
use crate::time::{Instant, Span};
use serde::{Deserialize, Serialize};

/// Names an entry; never given twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(transparent)]
pub struct EntryId(pub u32);

/// How an entry came to be known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// It was recorded while it happened.
    Timer,
    /// It was entered or corrected by hand.
    Hand,
    /// The plan was said to have happened as it stood.
    Confirmed,
}

/// What time is spent on. A copy: it stays when the block behind it goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Subject {
    /// What it is called; may be empty.
    pub title: String,
    /// What kind of time it is.
    pub category: Category,
    /// The key of the block, occurrence or imported meeting it is time for: `b12`, `b12@…`, `e34@…`.
    #[serde(default)]
    pub of: Option<String>,
    /// What else was known of that.
    #[serde(default)]
    pub facets: Facets,
}

/// Something that came up meanwhile and was noted without stopping.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Interruption {
    /// When.
    pub at: Instant,
    /// In a word or a few.
    pub word: String,
}

/// A stretch of time that was spent, `[start, end)`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Its identity here.
    pub id: EntryId,
    /// When, in whole seconds; never empty.
    pub span: Span,
    /// IANA name of the zone the person was in when it began.
    pub zone: String,
    /// On what.
    pub subject: Subject,
    /// How it is known.
    pub source: Source,
    /// In the person's words; may be empty.
    #[serde(default)]
    pub note: String,
    /// What came up, by time, inside the span.
    #[serde(default)]
    pub noted: Vec<Interruption>,
    /// When it was last written, seconds since 1970 UTC.
    pub modified: i64,
}

/// A reading of the clock that counts on while the computer sleeps and that nobody can set. It
/// starts anew when the computer does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ticks {
    /// Names the time since the computer was started.
    pub boot: String,
    /// Seconds since then.
    pub seconds: i64,
}

/// A moment, read from both clocks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// What the clock on the wall said.
    pub at: Instant,
    /// What the steady clock said, where there is one.
    #[serde(default)]
    pub ticks: Option<Ticks>,
}

/// What is going on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// Time is recorded.
    Work,
    /// Held by the person: nothing is recorded.
    Paused,
    /// A short break of a focus session.
    ShortBreak,
    /// The long break after several rounds.
    LongBreak,
    /// A break is over and the next round waits for the person.
    Ready,
}

/// The lengths of a focus session in rounds (Pomodoro).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Rounds {
    /// Minutes of work in a round, 1–240.
    pub work: u16,
    /// Minutes of a short break, 1–120.
    pub short: u16,
    /// Minutes of the long break, 1–240.
    pub long: u16,
    /// After how many rounds the long break comes, 1–12.
    pub every: u8,
}

impl Default for Rounds {
    fn default() -> Rounds {
        Rounds {
            work: 25,
            short: 5,
            long: 15,
            every: 4,
        }
    }
}

/// The one thing that is going on. There is at most one, whichever program started it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Running {
    /// What it is about.
    pub subject: Subject,
    /// What is going on.
    pub phase: Phase,
    /// When this phase began.
    pub since: Mark,
    /// Seconds this phase is meant to last; `None`: open.
    #[serde(default)]
    pub length: Option<u32>,
    /// Whether it is a focus session rather than a plain timer.
    #[serde(default)]
    pub focus: bool,
    /// The rounds of a focus session; `None`: an open one, or a plain timer.
    #[serde(default)]
    pub rounds: Option<Rounds>,
    /// Rounds of work that are finished.
    #[serde(default)]
    pub done: u8,
    /// Rounds that began by themselves since somebody was known to be there.
    #[serde(default)]
    pub unattended: u8,
    /// IANA name of the zone the person was in when the phase began.
    pub zone: String,
    /// What came up since the phase began.
    #[serde(default)]
    pub noted: Vec<Interruption>,
}
