//! COUNT: how much of it is left when a window begins, and when it ends. The end of a series is a
//! fact of its rule, so it is worked out once, when a file is read; where that would take too long,
//! it is counted down to each window, as far as the budget goes.

use super::budget::Budget;
use super::expand::{Series, Starts, Walk, at};
use super::period;
use super::rule::{Frequency, Rule};
use chrono::NaiveDateTime;

/// How many days and periods may be passed for one series on the way to a window.
const MOST_COUNTED: u32 = 100_000;

/// How many may be passed to find the end of one series in a file: days of half a century.
const MOST_COUNTED_TO_END: u32 = 20_000;

/// The last start that the COUNT of a rule allows. Nothing where it has none, where its end lies
/// beyond the calendar, and where finding it takes too long.
pub(crate) fn last_start(
    rule: &Rule,
    start: NaiveDateTime,
    budget: &mut Budget,
) -> Option<NaiveDateTime> {
    let window = start..NaiveDateTime::MAX;
    let series = Series {
        rule,
        start,
        last: None,
    };
    let walk = Walk::new(series, &window)?;
    match rule.count? {
        0 | 1 => Some(start),
        count => {
            let mut out = Starts::none(budget);
            let (step, left) = walk.counted(count, i64::MAX, MOST_COUNTED_TO_END, &mut out)?;
            walk.nth(walk.period(step)?, left, &mut out)
        }
    }
}

impl Walk<'_> {
    /// Counts down to `stop`. Gives the step before which it ended and what is left of COUNT there,
    /// at least 1: `stop`, or an earlier step whose period holds the last start. `None` when
    /// counting was given up, or nothing is left after DTSTART.
    pub(super) fn count_down(
        &self,
        count: u32,
        stop: i64,
        out: &mut Starts<'_>,
    ) -> Option<(i64, u64)> {
        self.counted(count, stop, MOST_COUNTED, out)
    }

    /// How many starts after DTSTART the periods before a step give.
    pub(super) fn passed(&self, step: i64, most: u32) -> Option<u64> {
        let mut budget = Budget::of_a_window();
        let mut out = Starts::none(&mut budget);
        let (reached, left) = self.counted(u32::MAX, step, most, &mut out)?;
        (reached == step).then(|| u64::from(u32::MAX - 1) - left)
    }

    fn counted(
        &self,
        count: u32,
        stop: i64,
        most: u32,
        out: &mut Starts<'_>,
    ) -> Option<(i64, u64)> {
        let mut left = u64::from(count.checked_sub(1).filter(|left| 0 < *left)?);
        if stop == 0 {
            return Some((0, left));
        }
        if let Some(each) = self.pattern.per_period() {
            let first = self.yield_of(self.first_period, out);
            if out.cut {
                return None;
            }
            if left <= first {
                return Some((0, left));
            }
            left -= first;
            // The last start is in the period after so many whole ones.
            let whole = (left - 1).checked_div(each)?;
            let passed = whole.min(u64::try_from(stop - 1).ok()?);
            return Some((i64::try_from(passed).ok()? + 1, left - passed * each));
        }
        let mut step = 0;
        while step < stop {
            let number = self.period(step)?;
            let first = period::first_day(self.rule, number)?;
            out.counted += 1;
            out.cut |= most <= out.counted;
            if !out.pay(1) {
                return None;
            }
            if self.rule.frequency == Frequency::Hourly && !self.pattern.takes(first) {
                step = self.step_of_next_day(step, number);
                continue;
            }
            let given = self.yield_of(number, out);
            if out.cut {
                return None;
            }
            if left <= given {
                return Some((step, left));
            }
            left -= given;
            step += 1;
        }
        Some((step, left))
    }

    /// How many starts after DTSTART a period gives.
    fn yield_of(&self, number: i64, out: &mut Starts<'_>) -> u64 {
        let times = self.times(number);
        if times.len() == 0 {
            return 0;
        }
        let days = self.days(number, None, out);
        if !self.rule.by_position.is_empty() {
            let indices = self.positions(days.len() * times.len(), out);
            return indices
                .into_iter()
                .filter(|index| self.start < at(&days, &times, *index))
                .count() as u64;
        }
        days.iter()
            .map(|day| (times.len() - self.up_to_start(*day, &times)) as u64)
            .sum()
    }

    /// The `left`-th start after DTSTART in a period, counted from 1.
    fn nth(&self, number: i64, left: u64, out: &mut Starts<'_>) -> Option<NaiveDateTime> {
        let mut left = usize::try_from(left).ok()?.checked_sub(1)?;
        let times = self.times(number);
        let days = self.days(number, None, out);
        if !self.rule.by_position.is_empty() {
            return self
                .positions(days.len() * times.len(), out)
                .into_iter()
                .map(|index| at(&days, &times, index))
                .filter(|wall| self.start < *wall)
                .nth(left);
        }
        for day in days {
            let before = self.up_to_start(day, &times);
            let given = times.len() - before;
            if left < given {
                return Some(day.and_time(times.at(before + left)));
            }
            left -= given;
        }
        None
    }
}
