//! A place in the made-up weeks: a weekday, a time, and in which of the weeks.

use super::WEEKS;
use crate::category::Category;
use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

/// Something that takes place at the same time in some of the weeks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Slot {
    /// 0 = Monday … 6 = Sunday.
    pub(super) weekday: u8,
    /// First minute, minutes after midnight.
    pub(super) from: u16,
    /// First minute after, minutes after midnight.
    pub(super) until: u16,
    /// What kind of time it is.
    pub(super) category: Category,
    /// What it is called.
    pub(super) title: &'static str,
    first_week: u8,
    after_last_week: u8,
    step: u8,
}

/// A slot of every week; times as `hhmm`, so that 9:45 is written 945.
pub(super) const fn slot(
    weekday: u8,
    (from, until): (u16, u16),
    category: Category,
    title: &'static str,
) -> Slot {
    Slot {
        weekday,
        from: from / 100 * 60 + from % 100,
        until: until / 100 * 60 + until % 100,
        category,
        title,
        first_week: 0,
        after_last_week: WEEKS,
        step: 1,
    }
}

impl Slot {
    /// Only from a week on.
    pub(super) const fn since(mut self, week: u8) -> Slot {
        self.first_week = week;
        self
    }

    /// Only before a week.
    pub(super) const fn before(mut self, week: u8) -> Slot {
        self.after_last_week = week;
        self
    }

    /// Only every so many weeks, counted from its first one.
    pub(super) const fn every(mut self, weeks: u8) -> Slot {
        self.step = weeks;
        self
    }

    /// Whether it takes place in a week, 0 being the first of all.
    pub(super) fn takes_place_in(&self, week: u8) -> bool {
        self.first_week <= week
            && week < self.after_last_week
            && (week - self.first_week).is_multiple_of(self.step)
    }

    /// The first week it takes place in.
    pub(super) fn first_week(&self) -> u8 {
        self.first_week
    }

    /// Every how many weeks it takes place.
    pub(super) fn step(&self) -> u8 {
        self.step
    }

    /// Its wall times in the week of a Monday.
    pub(super) fn times(&self, monday: NaiveDate) -> (NaiveDateTime, NaiveDateTime) {
        let midnight = monday.and_time(NaiveTime::MIN) + TimeDelta::days(self.weekday.into());
        let at = |minutes: u16| midnight + TimeDelta::minutes(minutes.into());
        (at(self.from), at(self.until))
    }
}
