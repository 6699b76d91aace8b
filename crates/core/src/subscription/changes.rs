//! What a new reading of a calendar changes in the time to come: occurrences that are new, moved,
//! called otherwise or gone. Several of one series are told as one. What is over is no news: many
//! calendars only hold the last months, and what drops out of them has not been called off.

use crate::event::{Event, Status};
use crate::recur;
use crate::time::{Instant, Span, Zone, Zones};
use chrono::NaiveTime;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};

/// How many changes are told one by one.
pub const MOST_CHANGES: usize = 50;

/// How far ahead changes are looked for, in seconds.
const AHEAD: i64 = 26 * 7 * 86_400;

/// How far beyond both ends of that times are compared, in seconds: what lies in view at its new
/// time may have been out of view at its old one. More than a month, so that a monthly series has
/// its neighbour there.
const BEYOND: i64 = 35 * 86_400;

/// The years a calendar can hold, in seconds since 1970: 1900 to 9990.
const FIRST: i64 = -2_208_988_800;
const LAST: i64 = 253_086_508_800;

/// What one reading changed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Changes {
    /// When it was read, seconds since 1970 UTC.
    pub read: i64,
    /// The first of them, by time; at most [`MOST_CHANGES`].
    pub list: Vec<Change>,
    /// How many there are beyond those.
    pub more: u32,
}

/// One event that changed, or several occurrences of a series that changed alike.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// How.
    pub kind: ChangeKind,
    /// Its title, the new one where it has two.
    pub title: String,
    /// When it starts now, or did before it went away, seconds since 1970 UTC.
    pub start: i64,
    /// When it started before it moved; its old title has no place here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<i64>,
    /// Whether it stands for whole days.
    #[serde(default)]
    pub all_day: bool,
    /// How many occurrences changed alike; `start` is that of the first.
    pub times: u32,
}

/// How an event changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum ChangeKind {
    /// It was not there before.
    Added,
    /// It takes place at another time, or takes longer or shorter.
    Moved,
    /// It has another title.
    Renamed,
    /// It does not take place any more.
    Gone,
}

/// What changed between two readings, from now on.
pub fn changes(
    before: &[&Event],
    after: &[&Event],
    now: Instant,
    zones: &Zones,
    home: &Zone,
) -> Changes {
    let news = Span::new(now, now.plus_seconds(AHEAD));
    let compared = Span::new(now.plus_seconds(-BEYOND), news.end.plus_seconds(BEYOND));
    let mut old = Times::of(before, compared, zones, home);
    let mut new = Times::of(after, compared, zones, home);
    // Where a series is shown partly, what is not shown is not gone.
    for uid in old.partly.iter().chain(&new.partly) {
        old.by_uid.remove(uid);
        new.by_uid.remove(uid);
    }
    old.bring(&new, before, zones, home);
    new.bring(&old, after, zones, home);
    let mut all = Vec::new();
    let mut uids: Vec<&str> = old
        .by_uid
        .keys()
        .chain(new.by_uid.keys())
        .copied()
        .collect();
    uids.sort_unstable();
    uids.dedup();
    for uid in uids {
        let was = old.by_uid.remove(uid).unwrap_or_default();
        let is = new.by_uid.remove(uid).unwrap_or_default();
        all.extend(of_one(was, is, news));
    }
    all.sort_by(|a, b| (a.start, a.kind, &a.title).cmp(&(b.start, b.kind, &b.title)));
    let more = all.len().saturating_sub(MOST_CHANGES);
    all.truncate(MOST_CHANGES);
    Changes {
        read: now.0,
        list: all,
        more: u32::try_from(more).unwrap_or(u32::MAX),
    }
}

/// One time something takes place.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Time<'e> {
    span: Span,
    title: &'e str,
    all_day: bool,
}

impl Time<'_> {
    /// Whether some of it lies in that time; an event without length counts where it stands.
    fn meets(&self, news: Span) -> bool {
        news.start < self.span.end.max(self.span.start.plus_seconds(1))
            && self.span.start < news.end
    }
}

/// The times of one event or series by what they are known by.
type Course<'e> = BTreeMap<chrono::NaiveDateTime, Time<'e>>;

struct Times<'e> {
    by_uid: HashMap<&'e str, Course<'e>>,
    partly: Vec<&'e str>,
}

impl<'e> Times<'e> {
    fn of(events: &[&'e Event], window: Span, zones: &Zones, home: &Zone) -> Times<'e> {
        let (occurrences, cut) = recur::occurrences(events, window, zones, home);
        let mut by_uid: HashMap<&str, Course<'_>> = HashMap::new();
        for occurrence in occurrences {
            let event = events[occurrence.event];
            if event.status == Status::Cancelled {
                continue;
            }
            let time = Time {
                span: occurrence.span,
                title: &event.title,
                all_day: event.all_day,
            };
            let course = by_uid.entry(event.uid.as_str()).or_default();
            course.insert(occurrence.key, time);
        }
        let partly = cut.iter().map(|cut| events[cut.event].uid.as_str());
        Times {
            by_uid,
            partly: partly.collect(),
        }
    }

    /// Adds single events that the other reading has in view and this one far off or in the past:
    /// they have moved, and are neither new nor gone.
    fn bring(&mut self, other: &Times<'_>, events: &[&'e Event], zones: &Zones, home: &Zone) {
        let wanted: Vec<&'e Event> = events
            .iter()
            .copied()
            .filter(|event| event.recurrence.is_none() && event.recurrence_id.is_none())
            .filter(|event| other.by_uid.contains_key(event.uid.as_str()))
            .filter(|event| !self.by_uid.contains_key(event.uid.as_str()))
            .collect();
        let ever = Span::new(Instant(FIRST), Instant(LAST));
        self.by_uid
            .extend(Times::of(&wanted, ever, zones, home).by_uid);
    }
}

/// The changes of one event or series in this time, one for each kind.
fn of_one(mut was: Course<'_>, is: Course<'_>, news: Span) -> Vec<Change> {
    let mut told: BTreeMap<ChangeKind, Change> = BTreeMap::new();
    let mut tell = |kind: ChangeKind, time: &Time<'_>, before: Option<&Time<'_>>| {
        let both = [Some(time), before];
        if !both.iter().flatten().any(|time| time.meets(news)) {
            return;
        }
        told.entry(kind)
            .and_modify(|change| change.times += 1)
            .or_insert_with(|| Change {
                kind,
                title: time.title.to_string(),
                start: time.span.start.0,
                before: before.map(|before| before.span.start.0),
                all_day: time.all_day,
                times: 1,
            });
    };
    let mut arrived = Vec::new();
    for (key, time) in &is {
        match was.remove(key) {
            Some(old) if old.span != time.span => tell(ChangeKind::Moved, time, Some(&old)),
            Some(old) if old.title != time.title => tell(ChangeKind::Renamed, time, None),
            Some(_) => {}
            None => arrived.push((*key, time)),
        }
    }
    // A series whose hour changes is known by other starts afterwards: what went and what came on
    // the same day belong together, and the rest in the order of time.
    arrived.retain(|(key, time)| {
        let day = key.date();
        let that_day = day.and_time(NaiveTime::MIN)..;
        let next = was.range(that_day).next().map(|(key, _)| *key);
        let Some(old) = next
            .filter(|old| old.date() == day)
            .and_then(|old| was.remove(&old))
        else {
            return true;
        };
        tell(ChangeKind::Moved, time, Some(&old));
        false
    });
    let mut left = was.into_values();
    for (_, time) in arrived {
        match left.next() {
            Some(old) => tell(ChangeKind::Moved, time, Some(&old)),
            None => tell(ChangeKind::Added, time, None),
        }
    }
    for old in left {
        tell(ChangeKind::Gone, &old, None);
    }
    told.into_values().collect()
}
