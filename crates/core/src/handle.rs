//! The names that single blocks and single occurrences of a series go by.

use crate::block::BlockId;
use chrono::NaiveDateTime;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// One occurrence of a series: the start its rule gives, wall time in the series' zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Instance {
    /// The series.
    pub series: BlockId,
    /// Which of its occurrences (RECURRENCE-ID).
    pub key: NaiveDateTime,
}

/// Names what a gesture takes in hand: a block (`b12`) or one occurrence of a series
/// (`b12@2026-11-16T09:00:00`). It stays the same when the occurrence is moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export, as = "String"))]
pub struct Handle {
    /// The block, or the series.
    pub id: BlockId,
    /// Which occurrence of the series.
    pub at: Option<NaiveDateTime>,
}

impl Handle {
    /// The occurrence it names, where it names one.
    pub fn instance(self) -> Option<Instance> {
        let series = self.id;
        self.at.map(|key| Instance { series, key })
    }
}

impl From<BlockId> for Handle {
    fn from(id: BlockId) -> Handle {
        Handle { id, at: None }
    }
}

impl fmt::Display for Handle {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "b{}", self.id.0)?;
        match self.at {
            Some(key) => write!(out, "@{}T{}", key.date(), key.time()),
            None => Ok(()),
        }
    }
}

/// Text that names no block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoHandle;

impl fmt::Display for NoHandle {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("this names no block")
    }
}

impl FromStr for Handle {
    type Err = NoHandle;

    fn from_str(text: &str) -> Result<Handle, NoHandle> {
        let rest = text.strip_prefix('b').ok_or(NoHandle)?;
        let (id, at) = match rest.split_once('@') {
            Some((id, at)) => (id, Some(at.parse().map_err(|_| NoHandle)?)),
            None => (rest, None),
        };
        let id = BlockId(id.parse().map_err(|_| NoHandle)?);
        Ok(Handle { id, at })
    }
}

impl Serialize for Handle {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Handle {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Handle, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_handle_reads_what_it_writes() {
        for text in ["b12", "b7@2026-11-16T09:00:00"] {
            assert_eq!(text.parse::<Handle>().unwrap().to_string(), text);
        }
        for text in [
            "",
            "12",
            "b",
            "bx",
            "b1@",
            "b1@noon",
            "e1@2026-11-16T09:00:00",
        ] {
            assert_eq!(text.parse::<Handle>(), Err(NoHandle), "{text}");
        }
    }
}
