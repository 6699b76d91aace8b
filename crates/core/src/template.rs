//! A template: blocks without dates, to be laid over a week or a day. Laying one decides nothing
//! about the blocks that are there: they stay as they are.

mod check;
mod first_time;
mod key;
mod lay;
mod place;
mod save;
mod shipped;
#[cfg(test)]
mod tests;
mod there;

pub use check::{LONGEST_NAME, MOST_PIECES, MOST_TEMPLATES, TemplateRefusal, named};
pub use key::{NoTemplate, TemplateKey};
pub use lay::{Clash, Collisions, Fate, Frame, Ground, Laid, Laying, Line, Meeting, days, lay};
pub use save::pieces;
pub use shipped::{SHIPPED_MEETINGS, SHIPPED_WEEKS, shipped};

use crate::category::Category;
use crate::facets::{CheckItem, Facets};
use serde::{Deserialize, Serialize};

/// Names a template; never given twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(transparent)]
pub struct TemplateId(pub u32);

/// How much a template is a picture of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(
    feature = "ts",
    derive(ts_rs::TS),
    ts(export, rename = "TemplateReach")
)]
#[serde(rename_all = "snake_case")]
pub enum Reach {
    /// A whole week; its days are counted from its Monday, whichever day it begins with.
    Week,
    /// One day.
    Day,
    /// Some blocks; its first day is the day of the earliest.
    Selection,
}

/// A set of blocks without dates.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Template {
    /// Its identity here; 0 for those that come with the program.
    pub id: TemplateId,
    /// What it is called.
    pub name: String,
    /// What it is for, in a sentence; may be empty.
    #[serde(default)]
    pub about: String,
    /// How much it is a picture of.
    pub reach: Reach,
    /// Its blocks, by day and start.
    pub pieces: Vec<Piece>,
    /// When it was made, seconds since 1970 UTC.
    pub created: i64,
}

/// One block of a template.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    /// Days after the first day, in its own zone; before it where the week begins earlier, or where
    /// the other zone still has the day before.
    pub day: i16,
    /// Start, wall minutes after midnight, 0–1439.
    pub start: u16,
    /// Length on the wall clock, minutes.
    pub minutes: u32,
    /// What the block is called.
    pub title: String,
    /// What kind of time it is.
    pub category: Category,
    /// IANA name of the zone the start is meant in; `None`: the home zone of whoever lays it.
    #[serde(default)]
    pub zone: Option<String>,
    /// Free text.
    #[serde(default)]
    pub notes: String,
    /// Where it takes place.
    #[serde(default)]
    pub location: String,
    /// Whether edits of other blocks must leave it where it is.
    #[serde(default)]
    pub locked: bool,
    /// The goal it serves.
    #[serde(default)]
    pub goal: String,
    /// What else is known of it.
    #[serde(default)]
    pub facets: Facets,
    /// What to see to in it.
    #[serde(default)]
    pub checklist: Vec<CheckItem>,
    /// RRULE value, for a piece that becomes a series.
    #[serde(default)]
    pub rule: Option<String>,
}
