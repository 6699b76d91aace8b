//! The slots that a week is planned with: which days, from which minute on, how long.

use super::{Brief, Item};
use crate::time::{Span, Zone};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use std::ops::Range;

/// Minutes of a slot where everything fits half hours.
const HALF_HOUR: u32 = 30;
/// Minutes of a slot where something does not.
const QUARTER_HOUR: u32 = 15;
const DAY: u32 = 24 * 60;

/// Slots of some days, the same on each, in wall time.
#[derive(Clone, Debug)]
pub(super) struct Grid<'a> {
    home: &'a Zone,
    pub(super) slot_minutes: u32,
    /// Where the slots begin, minutes after the midnight of each day.
    pub(super) first_minute: u32,
    pub(super) slots: usize,
    pub(super) days: Vec<NaiveDate>,
}

impl<'a> Grid<'a> {
    /// A grid that holds the work hours of some days and everything that stands in those days.
    pub(super) fn new(brief: &Brief<'a>, days: Vec<NaiveDate>) -> Grid<'a> {
        let mut edges = Vec::new();
        let (mut first, mut last) = (2 * DAY, 0);
        for day in &days {
            let window = window(brief, *day).unwrap_or(0..0);
            let whole = logical(brief);
            let items = brief.items.iter();
            let minutes = items.filter_map(|item| minutes(brief, *day, item, &whole));
            for minutes in minutes.chain([window.clone()]) {
                first = first.min(minutes.start);
                last = last.max(minutes.end);
                // What lies outside the hours need not fit the slots.
                if minutes.start < window.end && window.start < minutes.end {
                    edges.extend([minutes.start, minutes.end]);
                }
            }
        }
        let halves = edges.iter().all(|edge| edge.is_multiple_of(HALF_HOUR));
        let slot_minutes = if halves { HALF_HOUR } else { QUARTER_HOUR };
        let first_minute = first - first % slot_minutes;
        Grid {
            home: brief.home,
            slot_minutes,
            first_minute,
            slots: last.saturating_sub(first_minute).div_ceil(slot_minutes) as usize,
            days,
        }
    }

    /// The instants of some slots of a day.
    pub(super) fn span(&self, day: usize, slots: Range<usize>) -> Span {
        Span::new(
            self.home.instant(self.wall(day, slots.start)),
            self.home.instant(self.wall(day, slots.end)),
        )
    }

    /// Whether a slot lasts as long as the others: not where clocks change.
    pub(super) fn is_even(&self, day: usize, slot: usize) -> bool {
        self.span(day, slot..slot + 1).seconds() == i64::from(self.slot_minutes) * 60
    }

    /// The minutes of a slot, after the midnight of its day.
    pub(super) fn minutes(&self, slot: usize) -> Range<u32> {
        let start = self.first_minute + slot as u32 * self.slot_minutes;
        start..start + self.slot_minutes
    }

    /// The slots that lie wholly inside some minutes of the day.
    pub(super) fn inside(&self, minutes: &Range<u32>) -> Range<usize> {
        let slot = |minute: u32| minute.saturating_sub(self.first_minute);
        let first = slot(minutes.start).div_ceil(self.slot_minutes) as usize;
        let last = (slot(minutes.end) / self.slot_minutes) as usize;
        first.min(self.slots)..last.clamp(first.min(self.slots), self.slots)
    }

    /// The slots that some minutes of the day touch.
    pub(super) fn touching(&self, minutes: &Range<u32>) -> Range<usize> {
        let slot = |minute: u32| minute.saturating_sub(self.first_minute);
        let first = (slot(minutes.start) / self.slot_minutes) as usize;
        let last = slot(minutes.end).div_ceil(self.slot_minutes) as usize;
        first.min(self.slots)..last.clamp(first.min(self.slots), self.slots)
    }

    /// From the first to the last minute of the slots.
    pub(super) fn whole(&self) -> Range<u32> {
        self.first_minute..self.first_minute + self.slots as u32 * self.slot_minutes
    }

    fn wall(&self, day: usize, slot: usize) -> NaiveDateTime {
        let minutes = self.first_minute + slot as u32 * self.slot_minutes;
        let midnight = self.days[day].and_time(NaiveTime::MIN);
        midnight + TimeDelta::minutes(i64::from(minutes))
    }
}

/// The work hours of a date in minutes after midnight, as far as they lie in its logical day.
pub(super) fn window(brief: &Brief<'_>, day: NaiveDate) -> Option<Range<u32>> {
    let hours = brief.boundaries.work_hours_on(day, brief.settings)?;
    let whole = logical(brief);
    let window = u32::from(hours.start).max(whole.start)..u32::from(hours.end).min(whole.end);
    (window.start < window.end).then_some(window)
}

/// A logical day in minutes after midnight.
fn logical(brief: &Brief<'_>) -> Range<u32> {
    let start = u32::from(brief.settings.day_starts_at);
    start..start + DAY
}

/// The minutes of a day that something takes.
fn minutes(
    brief: &Brief<'_>,
    day: NaiveDate,
    item: &Item,
    whole: &Range<u32>,
) -> Option<Range<u32>> {
    let midnight = day.and_time(NaiveTime::MIN);
    let after = |instant| {
        let minutes = (brief.home.wall(instant) - midnight).num_minutes();
        minutes.clamp(i64::from(whole.start), i64::from(whole.end)) as u32
    };
    let minutes = after(item.span.start)..after(item.span.end);
    (minutes.start < minutes.end).then_some(minutes)
}
