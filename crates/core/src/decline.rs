//! A no: something that was not taken on, so that what matters more has room.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Names an entry of the decline log; never given twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(transparent)]
pub struct DeclineId(pub u32);

/// Something that was declined or handed on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decline {
    /// Its identity here.
    pub id: DeclineId,
    /// The day.
    pub on: NaiveDate,
    /// What it was.
    pub what: String,
    /// The goal it makes room for, as the person calls it; may be empty.
    #[serde(default)]
    pub goal: String,
    /// Who does it instead; `None` when nobody does.
    pub to: Option<String>,
    /// Minutes saved.
    pub minutes: u32,
    /// The UID of the imported event it was about.
    #[serde(default)]
    pub uid: Option<String>,
    /// Free text.
    #[serde(default)]
    pub note: String,
}
