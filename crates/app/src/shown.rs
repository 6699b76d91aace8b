//! Blocks and imported events as the window shows them.

use crate::labels;
use crate::messages::{Day, Layer, Occurrence, Range, WallStretch};
use crate::scene::{Scene, counts, span_of, touches};
use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use evenkeel_core::block::Block;
use evenkeel_core::event::{CategoryBy, Event, EventId, Status};
use evenkeel_core::facets::Facets;
use evenkeel_core::handle::Handle;
use evenkeel_core::recur;
use evenkeel_core::text;
use evenkeel_core::time::{Instant, Span, Zone, Zones, days};
use std::collections::BTreeMap;

/// Names an occurrence on screen: a [`Handle`], or `e34@2026-11-16T09:00:00` for one of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Key {
    Block(Handle),
    Event(EventId, NaiveDateTime),
}

impl Key {
    /// Reads what [`Key::to_string`] wrote.
    pub(crate) fn parse(text: &str) -> Option<Key> {
        if text.starts_with('b') {
            return Some(Key::Block(text.parse().ok()?));
        }
        let (id, start) = text.strip_prefix('e')?.split_once('@')?;
        Some(Key::Event(EventId(id.parse().ok()?), start.parse().ok()?))
    }
}

impl std::fmt::Display for Key {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Key::Block(handle) => handle.fmt(out),
            Key::Event(id, key) => write!(out, "e{}@{}T{}", id.0, key.date(), key.time()),
        }
    }
}

/// Everything that shows in a range of days, by start.
pub(crate) fn occurrences(scene: &Scene, range: &Range, zones: &Zones) -> Vec<Occurrence> {
    let within = span_of(&(range.from..range.until), &scene.home);
    let own = scene
        .blocks
        .iter()
        .filter(|block| touches(block.span(zones, &scene.home), within))
        .map(|block| own(block, zones, &scene.home));
    let imported = scene
        .imported()
        .filter(|(_, occurrence)| touches(occurrence.span, within))
        .map(|(event, occurrence)| imported(event, occurrence, &scene.home));
    let mut shown: Vec<Occurrence> = own.chain(imported).collect();
    shown.sort_by(|a, b| (a.start, &a.key).cmp(&(b.start, &b.key)));
    shown
}

/// A block as it shows.
pub(crate) fn own(block: &Block, zones: &Zones, home: &Zone) -> Occurrence {
    let span = block.span(zones, home);
    let zone = block.zone_or(zones, home);
    Occurrence {
        key: Key::Block(block.handle()).to_string(),
        layer: Layer::Live,
        block: Some(block.handle()),
        event: None,
        feed: None,
        uid: block.uid.clone(),
        title: block.title.clone(),
        category: block.category,
        guessed: false,
        start: home.wall(span.start),
        end: home.wall(span.end),
        minutes: minutes(span),
        length_words: text::duration(minutes(span)),
        all_day: false,
        status: Status::Confirmed,
        free: false,
        counts: true,
        locked: block.locked,
        zone: (zone != *home).then(|| zone.name().to_string()),
        location: block.location.clone(),
        has_link: false,
        repeats: block.instance.is_some(),
        facets: block.facets.clone(),
        task: block.task,
    }
}

/// An occurrence of an imported event as it shows.
pub(crate) fn imported(event: &Event, occurrence: &recur::Occurrence, home: &Zone) -> Occurrence {
    let (start, end) = match event.all_day {
        true => (occurrence.start, occurrence.end),
        false => (
            home.wall(occurrence.span.start),
            home.wall(occurrence.span.end),
        ),
    };
    Occurrence {
        key: Key::Event(event.id, occurrence.key).to_string(),
        layer: Layer::Feed,
        block: None,
        event: Some(event.id),
        feed: Some(event.feed),
        uid: event.uid.clone(),
        title: event.title.clone(),
        category: event.category,
        guessed: event.category_by == CategoryBy::Guess,
        start,
        end,
        minutes: minutes(occurrence.span),
        length_words: text::duration(minutes(occurrence.span)),
        all_day: event.all_day,
        status: event.status,
        free: event.free,
        counts: counts(event),
        locked: true,
        zone: event
            .zone
            .as_ref()
            .filter(|zone| zone.as_str() != home.name())
            .cloned(),
        location: event.location.clone(),
        has_link: event.link.is_some(),
        repeats: event.recurrence.is_some() || event.recurrence_id.is_some(),
        facets: Facets::default(),
        task: None,
    }
}

/// The days of a range with what the clocks do on them.
pub(crate) fn grid_days(
    scene: &Scene,
    range: &Range,
    closed: &BTreeMap<NaiveDate, NaiveDateTime>,
) -> Vec<Day> {
    let with_close = |date| Day {
        closed: closed.get(&date).copied(),
        ..day(date, scene)
    };
    days(range.from, range.until).map(with_close).collect()
}

fn day(date: NaiveDate, scene: &Scene) -> Day {
    let home = &scene.home;
    let next = date.checked_add_days(Days::new(1)).unwrap_or(date);
    let span = span_of(&(date..next), home);
    let (skipped, repeated) = clock_change(date, span, home);
    Day {
        date,
        minutes: minutes(span),
        skipped,
        repeated,
        work: scene.boundaries.work_hours_on(date, &scene.settings),
        off: scene.boundaries.day_off(date).map(labels::day_off),
        closed: None,
    }
}

/// Where the wall clock jumps during a day: minutes it leaves out, minutes it shows twice. A day
/// has at most one change.
fn clock_change(
    date: NaiveDate,
    span: Span,
    home: &Zone,
) -> (Option<WallStretch>, Option<WallStretch>) {
    // The instant of midnight itself may lie in a gap, so the day before is looked at too.
    let mut low = span.start.0 - 1;
    let mut high = span.end.0;
    let (before, after) = (
        home.offset_seconds(Instant(low)),
        home.offset_seconds(Instant(high)),
    );
    if before == after {
        return (None, None);
    }
    while 1 < high - low {
        let middle = low + (high - low) / 2;
        match home.offset_seconds(Instant(middle)) == before {
            true => low = middle,
            false => high = middle,
        }
    }
    let stood = Instant(high + before).utc();
    let stands = Instant(high + after).utc();
    let midnight = date.and_time(NaiveTime::MIN);
    let minute = |wall: NaiveDateTime| {
        let minutes = (wall - midnight).num_minutes();
        u16::try_from(minutes.clamp(0, 1440)).unwrap_or(0)
    };
    let stretch = |from: NaiveDateTime, until: NaiveDateTime| {
        let stretch = WallStretch {
            start: minute(from),
            end: minute(until),
        };
        (TimeDelta::zero() < until - from && stretch.start < stretch.end).then_some(stretch)
    };
    (stretch(stood, stands), stretch(stands, stood))
}

fn minutes(span: Span) -> u32 {
    u32::try_from(span.seconds() / 60).unwrap_or(u32::MAX)
}
