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
    /// What the last readings changed, newest first; at most [`MOST_CHANGES`] changes in all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changed: Vec<Changes>,
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
            changed: Vec::new(),
            problems: Vec::new(),
        }
    }

    /// Notes that a calendar came, or that the one kept is still what there is.
    pub fn answered(&mut self, now: i64) {
        (self.next, self.failures) =
            next_check(now, self.every_minutes, self.failures, Asked::Answered);
        self.asked = now;
        self.checked = Some(now);
        self.problem = None;
    }

    /// Notes that no calendar came, and why.
    pub fn failed(&mut self, now: i64, asked: Asked, problem: String) {
        (self.next, self.failures) = next_check(now, self.every_minutes, self.failures, asked);
        self.asked = now;
        self.problem = Some(problem);
    }

    /// Keeps what a reading changed, and as much of the earlier readings as there is room for.
    pub fn remember(&mut self, changes: Changes) {
        if changes.list.is_empty() {
            return;
        }
        self.changed.insert(0, changes);
        let mut room = MOST_CHANGES;
        self.changed.retain_mut(|reading| {
            let told = reading.list.len().min(room);
            let beyond = u32::try_from(reading.list.len() - told).unwrap_or(u32::MAX);
            reading.list.truncate(told);
            reading.more = reading.more.saturating_add(beyond);
            room -= told;
            0 < told
        });
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
