//! What a person says of a day: that it is closed, what is done, one line; and, kept apart from
//! that, how they felt.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A day and what was made of it. One for each day something was said of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayNote {
    /// The logical day.
    pub day: NaiveDate,
    /// When it was closed, seconds since 1970 UTC; `None` while it is open. Work after that is after
    /// hours.
    #[serde(default)]
    pub closed: Option<i64>,
    /// One line of the day; may be empty.
    #[serde(default)]
    pub line: String,
    /// Keys of planned blocks that were ticked off.
    #[serde(default)]
    pub ticked: BTreeSet<String>,
}

impl DayNote {
    /// A day of which nothing was said.
    pub fn new(day: NaiveDate) -> DayNote {
        DayNote {
            day,
            closed: None,
            line: String::new(),
            ticked: BTreeSet::new(),
        }
    }
}

/// How a person felt about a day. Kept apart from everything else, so that no report can hold it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayFeeling {
    /// The logical day.
    pub day: NaiveDate,
    /// Energy, 1 (none) to 5 (plenty).
    #[serde(default)]
    pub energy: Option<u8>,
    /// Whether they could switch off the evening before.
    #[serde(default)]
    pub switched_off: Option<bool>,
}
