//! A block: a planned stretch of one's own time.

use crate::category::Category;
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
}

impl Block {
    /// The zone its wall times are meant in. An unknown name falls back to the home zone, so that a
    /// block from a newer zone database still shows.
    pub fn zone_or(&self, zones: &Zones, home: &Zone) -> Zone {
        self.zone
            .as_deref()
            .and_then(|name| zones.get(name))
            .unwrap_or_else(|| home.clone())
    }

    /// The instants it covers.
    pub fn span(&self, zones: &Zones, home: &Zone) -> Span {
        let zone = self.zone_or(zones, home);
        Span::new(zone.instant(self.start), zone.instant(self.end))
    }
}
