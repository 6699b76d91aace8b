//! An event of somebody else's calendar, as it was read from a file.

use crate::category::Category;
use crate::subscription::Subscription;
use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

/// Names an outside calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(transparent)]
pub struct FeedId(pub u32);

/// Names an event of a feed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(transparent)]
pub struct EventId(pub u32);

/// An outside calendar whose events are shown in the week.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Feed {
    /// Its identity here.
    pub id: FeedId,
    /// What it is called on screen.
    pub name: String,
    /// Where it came from: the file's name.
    pub source: String,
    /// When it was last read, seconds since 1970 UTC.
    pub read: i64,
    /// The address it is read from again, for a subscription.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subscription: Option<Subscription>,
}

/// Whether an event takes place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// It takes place.
    #[default]
    Confirmed,
    /// It may take place.
    Tentative,
    /// It does not take place; shown, takes no minutes.
    Cancelled,
}

/// Who gave an event its category.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum CategoryBy {
    /// The calendar file itself named one of our categories.
    File,
    /// A rule matched.
    Rule,
    /// No rule matched; management is assumed and marked as guessed.
    Guess,
    /// The person chose it; no rule may change it.
    Hand,
}

/// One VEVENT: a single event, a whole series, or an override of one occurrence of a series.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// Its identity here; 0 until stored.
    pub id: EventId,
    /// The calendar it belongs to; 0 until stored.
    pub feed: FeedId,
    /// UID of the file; made from the content where the file has none.
    pub uid: String,
    /// For an override: the occurrence it replaces, as wall time in the *series'* zone (midnight
    /// for an all-day series).
    pub recurrence_id: Option<NaiveDateTime>,
    /// Title.
    pub title: String,
    /// Free text.
    pub notes: String,
    /// Where it takes place.
    pub location: String,
    /// An address to open or join, `https:` or `mailto:` only.
    pub link: Option<String>,
    /// Name or address of the organiser, for the category rules.
    pub organizer: String,
    /// CATEGORIES of the file, for the category rules.
    pub labels: Vec<String>,
    /// First minute, wall time in `zone`; midnight of the first day when `all_day`.
    pub start: NaiveDateTime,
    /// First minute after, wall time in `zone`; midnight after the last day when `all_day`.
    pub end: NaiveDateTime,
    /// IANA name, `UTC`, a POSIX TZ string for a zone that only the file defines, or `None` when
    /// floating or `all_day`.
    pub zone: Option<String>,
    /// Whether it stands for whole days.
    pub all_day: bool,
    /// Whether it takes place.
    pub status: Status,
    /// Whether it leaves the time free (transparent).
    pub free: bool,
    /// The recurrence, for a series.
    pub recurrence: Option<Recurrence>,
    /// SEQUENCE of the file.
    pub sequence: u32,
    /// What kind of time it is.
    pub category: Category,
    /// Who said so.
    pub category_by: CategoryBy,
    /// The component as it stood in the file, unfolded, word for word, so that nothing is lost when
    /// it is written back.
    pub raw: String,
}

/// How a series repeats. All times are wall times in the series' zone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recurrence {
    /// RRULE value; UNTIL already turned into the series' wall time. `None` when only RDATEs repeat.
    pub rule: Option<String>,
    /// The last start that a COUNT in the rule allows, where reading the file could tell: then
    /// nobody has to count again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last: Option<NaiveDateTime>,
    /// Further starts, each with an end of its own where the file gave a period.
    pub extra: Vec<(NaiveDateTime, Option<NaiveDateTime>)>,
    /// Starts that are left out.
    pub except: Vec<NaiveDateTime>,
    /// Days on which every occurrence is left out (`EXDATE;VALUE=DATE` on a timed series).
    pub except_days: Vec<chrono::NaiveDate>,
}
