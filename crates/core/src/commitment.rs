//! A commitment: the week as it was when the person said "this is the plan", and what was changed
//! of it afterwards and why.

mod departure;
mod loss;
mod record;
mod snapshot;

pub use departure::{Counted, Departure, Live, counted, departure, departures};
pub use loss::{Loss, loss};
pub use record::{planned, stood};
pub use snapshot::{entry, other_names, restored, snapshot, standing};

use crate::block::Block;
use crate::category::Category;
use crate::facets::Facets;
use crate::time::Span;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Names a commitment; never given twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(transparent)]
pub struct CommitmentId(pub u32);

/// The snapshot of a week. A withdrawn one stays on record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Commitment {
    /// Its identity here.
    pub id: CommitmentId,
    /// First day of the week.
    pub week: NaiveDate,
    /// When it was made, seconds since 1970 UTC.
    pub at: i64,
    /// When it was withdrawn, seconds since 1970 UTC.
    pub withdrawn: Option<i64>,
    /// Everything that took time in the week, by start.
    pub planned: Vec<Committed>,
}

/// One stretch of a committed week.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Committed {
    /// The key of the occurrence, `b12`, `b12@…` or `e34@…`.
    pub key: String,
    /// What it is called.
    pub title: String,
    /// What kind of time it is.
    pub category: Category,
    /// When it takes place.
    pub span: Span,
    /// What else was known of it; an imported event is a meeting.
    #[serde(default)]
    pub facets: Facets,
    /// The block as it was, for one's own: enough to put it back.
    pub block: Option<Block>,
}

/// Why a committed or protected block was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// One's own choice.
    Mine,
    /// Somebody or something else asked for it.
    External,
    /// What the plan kept room for.
    Contingency,
}

/// Names a reshuffle; never given twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(transparent)]
pub struct ReshuffleId(pub u32);

/// What was done to a committed or protected block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum Changed {
    /// It stands elsewhere, as long as before.
    Moved,
    /// It is longer or shorter.
    Resized,
    /// It is another kind of time.
    Recategorized,
    /// It is gone.
    Removed,
    /// It stands where it stood, but is protected no longer.
    Unprotected,
}

/// A change to a committed or protected block, with its reason once that is given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reshuffle {
    /// Its identity here.
    pub id: ReshuffleId,
    /// When the block was last changed, seconds since 1970 UTC.
    pub at: i64,
    /// First day of the week the block stood in.
    pub week: NaiveDate,
    /// The commitment it departs from; `None` for a protected block of a week without one.
    pub commitment: Option<CommitmentId>,
    /// The key of the occurrence.
    pub key: String,
    /// What it is called.
    pub title: String,
    /// What was done.
    pub changed: Changed,
    /// Why; `None` until the person says.
    pub why: Option<Why>,
    /// In the person's words; may be empty.
    #[serde(default)]
    pub note: String,
    /// Whether it was protected time.
    #[serde(default)]
    pub protected: bool,
    /// Minutes that are not where they were committed.
    pub minutes: u32,
}

/// The live plan of a week as it stood when the week was over. It is kept from the first change on
/// that comes later, so that the figures of a week are about what was planned while it went on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EndedWeek {
    /// First day of the week.
    pub week: NaiveDate,
    /// Everything that took time in it, by start.
    pub planned: Vec<Committed>,
}
