//! A block: a planned stretch of one's own time, single or repeating.
//!
//! A stored block is a single one, a series (it has a recurrence) or an override (it stands in for
//! one occurrence of a series). What is shown, edited and weighed are single blocks, overrides and
//! the occurrences that [`crate::series`] makes of a series: each goes by its [`Handle`].

use crate::category::Category;
use crate::event::Recurrence;
use crate::facets::{CheckItem, Facets};
use crate::handle::{Handle, Instance};
use crate::task::TaskId;
use crate::time::{Span, Zone, Zones};
use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

/// Names a block for as long as the database lives; never given twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(transparent)]
pub struct BlockId(pub u32);

/// The longest a block may last.
pub const LONGEST_BLOCK_MINUTES: i64 = 7 * 24 * 60;

/// A planned stretch of time, kept as wall time and zone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// Its identity here.
    pub id: BlockId,
    /// Its identity in calendar files: global, never reused.
    pub uid: String,
    /// What it is called; may be empty while it is being typed.
    pub title: String,
    /// What kind of time it is.
    pub category: Category,
    /// First minute, wall time in `zone`.
    pub start: NaiveDateTime,
    /// First minute after, wall time in `zone`; later than `start`.
    pub end: NaiveDateTime,
    /// IANA name, or `None` for a floating block that follows the home zone.
    pub zone: Option<String>,
    /// Free text.
    pub notes: String,
    /// Where it takes place.
    pub location: String,
    /// Whether edits of other blocks must leave it where it is.
    pub locked: bool,
    /// How often it was changed, for calendar programs (SEQUENCE).
    pub sequence: u32,
    /// When it was made, seconds since 1970 UTC.
    pub created: i64,
    /// When it last changed, seconds since 1970 UTC.
    pub modified: i64,
    /// How it repeats: only on a series.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recurrence: Option<Recurrence>,
    /// Which occurrence of which series it is or stands in for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instance: Option<Instance>,
    /// The task of the backlog it is time for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub task: Option<TaskId>,
    /// The goal it serves, as the person calls it; empty for none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub goal: String,
    /// What else is known of it.
    #[serde(default, skip_serializing_if = "Facets::is_plain")]
    pub facets: Facets,
    /// What to see to in it, by side.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub checklist: Vec<CheckItem>,
}

impl Block {
    /// A block with nothing but a title, a category and a time.
    pub fn plain(
        id: BlockId,
        title: &str,
        category: Category,
        start: NaiveDateTime,
        end: NaiveDateTime,
    ) -> Block {
        Block {
            id,
            uid: String::new(),
            title: title.to_string(),
            category,
            start,
            end,
            zone: None,
            notes: String::new(),
            location: String::new(),
            locked: false,
            sequence: 0,
            created: 0,
            modified: 0,
            recurrence: None,
            instance: None,
            task: None,
            goal: String::new(),
            facets: Facets::default(),
            checklist: Vec::new(),
        }
    }

    /// Whether other blocks must leave it where it is.
    pub fn stays_put(&self) -> bool {
        self.locked || self.facets.protected
    }

    /// The name it is shown, edited and committed by. An occurrence keeps it when a row of its own
    /// comes to stand in for it.
    pub fn handle(&self) -> Handle {
        match self.instance {
            Some(instance) => Handle {
                id: instance.series,
                at: Some(instance.key),
            },
            None => Handle::from(self.id),
        }
    }

    /// The zone its wall times are meant in. An unknown name falls back to the home zone, so that a
    /// block from a newer zone database still shows.
    pub fn zone_or(&self, zones: &Zones, home: &Zone) -> Zone {
        self.zone
            .as_deref()
            .and_then(|name| zones.get(name))
            .unwrap_or_else(|| home.clone())
    }

    /// The instants it covers. An occurrence that clocks going forward would swallow keeps the length
    /// it has on paper; no other block is ever kept at such a time.
    pub fn span(&self, zones: &Zones, home: &Zone) -> Span {
        let zone = self.zone_or(zones, home);
        let (first, after) = (zone.instant(self.start), zone.instant(self.end));
        let in_series = self.instance.is_some() || self.recurrence.is_some();
        if after <= first && in_series {
            let length = (self.end - self.start).num_seconds();
            return Span::new(first, first.plus_seconds(length));
        }
        Span::new(first, after)
    }
}
