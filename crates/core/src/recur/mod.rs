//! When events take place: series, their overrides and single events become occurrences in a
//! window. It reads no calendar text but the RRULE of a stored series.
//!
//! Rules are expanded in the wall time of their series; only the results become instants. No rule
//! can make this slow: candidates are counted, and a series that has more than
//! [`MOST_CANDIDATES`] in a window is shown partly and named. Nor can many rules: what is counted
//! for all series of a window is limited too, and series beyond that are shown partly and named.

mod budget;
mod count;
mod expand;
pub(crate) mod keys;
mod pattern;
mod period;
mod rule;
#[cfg(test)]
mod tests;

pub(crate) use budget::Budget;
pub(crate) use count::last_start;
pub use expand::MOST_CANDIDATES;
pub use rule::{Frequency, MOST_COUNT, Rule, Until, WeekdayNumber};

use crate::event::{Event, FeedId, Recurrence};
use crate::time::{Instant, Span, Zone, Zones};
use chrono::{NaiveDateTime, TimeDelta};
use std::borrow::Borrow;
use std::collections::{HashMap, HashSet};
use std::hash::Hash;
use std::ops::Range;

/// One time an event takes place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// Index of the event in the slice it was found in: the override where there is one.
    pub event: usize,
    /// Which occurrence of its series this is: the start the rule gives, wall time in the series'
    /// zone. For a single event its start.
    pub key: NaiveDateTime,
    /// First minute, wall time in the event's zone.
    pub start: NaiveDateTime,
    /// First minute after, wall time in the event's zone.
    pub end: NaiveDateTime,
    /// The instants covered; empty for an event without length.
    pub span: Span,
}

/// A series that takes so much looking that only its first occurrences in the window are given, or
/// none of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooFrequent {
    /// Index of the series in the slice.
    pub event: usize,
}

/// All occurrences that share time with the window, by start. `events` may hold one series with its
/// overrides, or any number of series and single events; an override belongs to the series with the
/// same feed and UID. Cancelled occurrences are among them, marked by their event's status.
///
/// Whole-day and floating events are taken in the home zone.
pub fn occurrences<E: Borrow<Event>>(
    events: &[E],
    window: Span,
    zones: &Zones,
    home: &Zone,
) -> (Vec<Occurrence>, Vec<TooFrequent>) {
    within(events, window, zones, home, &mut Budget::of_a_window())
}

/// The same, for no more than a budget allows.
pub(crate) fn within<E: Borrow<Event>>(
    events: &[E],
    window: Span,
    zones: &Zones,
    home: &Zone,
    budget: &mut Budget,
) -> (Vec<Occurrence>, Vec<TooFrequent>) {
    let mut found = Vec::new();
    let mut too_frequent = Vec::new();
    let overridden = overridden(events);
    let mut known: HashMap<&str, Zone> = HashMap::new();
    for (index, event) in events.iter().enumerate() {
        let event: &Event = event.borrow();
        let zone = match event.zone.as_deref() {
            Some(name) if !event.all_day => known
                .entry(name)
                .or_insert_with(|| zones.get(name).unwrap_or_else(|| home.clone())),
            _ => home,
        };
        let course = Course::new(index, event, zone, window);
        match &event.recurrence {
            Some(recurrence) if event.recurrence_id.is_none() => {
                let replaced = overridden.get(&(event.feed, event.uid.as_str()));
                if course.repeat(recurrence, replaced, budget, &mut found) {
                    too_frequent.push(TooFrequent { event: index });
                }
            }
            _ => {
                let key = event.recurrence_id.unwrap_or(event.start);
                found.extend(course.at(key, event.start, event.end));
            }
        }
    }
    found.sort_by_key(|occurrence| (occurrence.span.start, occurrence.event));
    (found, too_frequent)
}

type Keys = HashSet<NaiveDateTime>;

fn overridden<E: Borrow<Event>>(events: &[E]) -> HashMap<(FeedId, &str), Keys> {
    let mut keys: HashMap<(FeedId, &str), Keys> = HashMap::new();
    for event in events {
        let event: &Event = event.borrow();
        if let Some(key) = event.recurrence_id {
            keys.entry((event.feed, event.uid.as_str()))
                .or_default()
                .insert(key);
        }
    }
    keys
}

/// One event on its way through the window.
struct Course<'a> {
    index: usize,
    event: &'a Event,
    zone: &'a Zone,
    window: Span,
    /// Wall times between which a start can matter, with room for clock changes.
    near: Range<NaiveDateTime>,
}

impl Course<'_> {
    fn new<'a>(index: usize, event: &'a Event, zone: &'a Zone, window: Span) -> Course<'a> {
        Course {
            index,
            event,
            zone,
            window,
            near: near(zone, window),
        }
    }

    /// Adds what a series gives; says whether it had to be cut short.
    fn repeat(
        &self,
        repeats: &Recurrence,
        replaced: Option<&Keys>,
        budget: &mut Budget,
        out: &mut Vec<Occurrence>,
    ) -> bool {
        let event = self.event;
        let length = (event.end - event.start).max(TimeDelta::zero());
        let wanted = earlier(self.near.start, length)..self.near.end;
        let rule = repeats.rule.as_deref().map(Rule::parse);
        let starts = match &rule {
            Some(Ok(rule)) => {
                let series = expand::Series {
                    rule,
                    start: event.start,
                    last: repeats.last,
                };
                expand::starts(series, &wanted, budget)
            }
            // A rule that cannot be read never gets here from a file; the first time still counts.
            Some(Err(_)) | None => {
                let mut only = expand::Starts::none(budget);
                only.found
                    .extend(wanted.contains(&event.start).then_some(event.start));
                only
            }
        };
        let excepted = Among::new(&repeats.except);
        let excepted_days = Among::new(&repeats.except_days);
        let stays = |key: &NaiveDateTime| {
            !excepted.holds(key)
                && !excepted_days.holds(&key.date())
                && !replaced.is_some_and(|replaced| replaced.contains(key))
        };
        for start in starts.found.iter().filter(|start| stays(start)) {
            out.extend(self.at(*start, *start, later(*start, length)));
        }
        let mut further: Vec<_> = repeats.extra.iter().collect();
        further.sort_unstable();
        further.dedup_by_key(|(start, _)| *start);
        for (start, end) in further {
            if starts.found.binary_search(start).is_err() && stays(start) {
                out.extend(self.at(*start, *start, end.unwrap_or(later(*start, length))));
            }
        }
        starts.cut
    }

    /// The occurrence with these wall times, if it shares time with the window.
    fn at(
        &self,
        key: NaiveDateTime,
        start: NaiveDateTime,
        end: NaiveDateTime,
    ) -> Option<Occurrence> {
        if self.near.end < start || end.max(start) < self.near.start {
            return None;
        }
        let span = span(self.zone, start, end);
        let inside = match span.seconds() {
            0 => self.window.start <= span.start && span.start < self.window.end,
            _ => self.window.overlaps(span),
        };
        inside.then_some(Occurrence {
            event: self.index,
            key,
            start,
            end,
            span,
        })
    }
}

/// A list to look things up in: a few are compared one by one, many are hashed first, so that a
/// file with a hundred thousand EXDATEs stays quick.
enum Among<'a, T> {
    Few(&'a [T]),
    Many(HashSet<&'a T>),
}

impl<'a, T: Eq + Hash> Among<'a, T> {
    fn new(list: &'a [T]) -> Among<'a, T> {
        match list.len() {
            0..=8 => Among::Few(list),
            _ => Among::Many(list.iter().collect()),
        }
    }

    fn holds(&self, item: &T) -> bool {
        match self {
            Among::Few(list) => list.contains(item),
            Among::Many(set) => set.contains(item),
        }
    }
}

/// The instants between two wall times. Where clocks going forward swallow all of it, it keeps the
/// length it has on paper.
fn span(zone: &Zone, start: NaiveDateTime, end: NaiveDateTime) -> Span {
    let first = zone.instant(start);
    let after = zone.instant(end);
    if after <= first && start < end {
        return Span::new(first, first.plus_seconds((end - start).num_seconds()));
    }
    Span::new(first, after)
}

/// Every wall time whose instant lies in the window, and a little more where clocks change nearby.
fn near(zone: &Zone, window: Span) -> Range<NaiveDateTime> {
    const DAY: i64 = 25 * 3600;
    let offsets = |instant: Instant| {
        let now = zone.offset_seconds(instant);
        let before = zone.offset_seconds(instant.plus_seconds(-DAY));
        (now.min(before), now.max(before))
    };
    let (least, most) = offsets(window.start);
    let start = window.start.plus_seconds(least - (most - least));
    let end = window.end.plus_seconds(offsets(window.end).1);
    start.utc()..end.utc()
}

fn earlier(wall: NaiveDateTime, by: TimeDelta) -> NaiveDateTime {
    wall.checked_sub_signed(by).unwrap_or(NaiveDateTime::MIN)
}

fn later(wall: NaiveDateTime, by: TimeDelta) -> NaiveDateTime {
    wall.checked_add_signed(by).unwrap_or(NaiveDateTime::MAX)
}
