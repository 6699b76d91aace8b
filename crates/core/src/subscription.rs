//! A calendar that is read again by itself: where it is, when it is asked next, how the last time
//! went, and what that changed. Nothing here fetches anything or looks at a clock.

mod changes;
mod schedule;
#[cfg(test)]
mod tests;

pub use changes::{Change, ChangeKind, Changes, MOST_CHANGES, changes};
pub use schedule::{Asked, LEAST_MINUTES, MOST_MINUTES, USUAL_MINUTES, next_check};

use serde::{Deserialize, Serialize};
use std::fmt;

/// How many problems of the last reading are kept.
pub const MOST_PROBLEMS: usize = 20;

/// The subscription of a feed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Subscription {
    /// Where the calendar is.
    pub address: SecretAddress,
    /// How often it is asked for; 0: only when the person asks.
    pub every_minutes: u32,
    /// The mark of the content that is kept, for asking whether there is another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub etag: Option<String>,
    /// Its other mark.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_modified: Option<String>,
    /// When it was asked for last, seconds since 1970 UTC.
    #[serde(default)]
    pub asked: i64,
    /// When it was last known to be as it is kept here, seconds since 1970 UTC.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checked: Option<i64>,
    /// When it is asked for next, seconds since 1970 UTC.
    #[serde(default)]
    pub next: i64,
    /// How often in a row no calendar came.
    #[serde(default)]
    pub failures: u32,
    /// Why none came the last time, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub problem: Option<String>,
    /// What the last reading that changed something changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changes: Option<Changes>,
    /// What in the content could not be used as it stands: the line and a sentence.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub problems: Vec<(u32, String)>,
}

impl Subscription {
    /// A subscription that was never asked for.
    pub fn new(address: impl Into<String>) -> Subscription {
        Subscription {
            address: SecretAddress(address.into()),
            every_minutes: USUAL_MINUTES,
            etag: None,
            last_modified: None,
            asked: 0,
            checked: None,
            next: 0,
            failures: 0,
            problem: None,
            changes: None,
            problems: Vec::new(),
        }
    }

    /// Whether it is time to ask. A clock that was set back makes it time too: else a subscription
    /// asked for in a wrong future would sleep until then.
    pub fn is_due(&self, now: i64) -> bool {
        self.every_minutes != 0 && (self.next <= now || now < self.asked)
    }
}

/// An address that may hold a secret: whoever knows it can read the calendar. It is stored and
/// fetched, and never shown.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(transparent)]
pub struct SecretAddress(pub String);

impl fmt::Debug for SecretAddress {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("SecretAddress(…)")
    }
}
