//! From a rule and its first start to the starts inside a stretch of wall time. It knows neither
//! zones nor events, and stops by itself on any rule: what it looks at is counted, for each series
//! and for all of them together.

use super::budget::Budget;
use super::pattern::{Pattern, Times};
use super::period;
use super::rule::{Frequency, Rule};
use chrono::{Datelike, Days, Months, NaiveDate, NaiveDateTime};
use std::ops::Range;

/// How many candidates of one series are looked at for one window.
pub const MOST_CANDIDATES: u32 = 10_000;

/// What a start that is found costs: it still has to become an instant.
const FOUND: u32 = 4;

/// The starts found, and what finding them cost.
#[derive(Debug)]
pub(super) struct Starts<'b> {
    pub(super) found: Vec<NaiveDateTime>,
    /// Whether the rule had more to give than was looked at.
    pub(super) cut: bool,
    /// Periods and times looked at inside the window.
    pub(super) candidates: u32,
    /// Days and periods passed while counting.
    pub(super) counted: u32,
    pub(super) budget: &'b mut Budget,
}

impl<'b> Starts<'b> {
    pub(super) fn none(budget: &'b mut Budget) -> Starts<'b> {
        budget.next_series();
        Starts {
            found: Vec::new(),
            cut: false,
            candidates: 0,
            counted: 0,
            budget,
        }
    }

    /// Pays for a look; says whether it can be paid for.
    pub(super) fn pay(&mut self, units: u32) -> bool {
        self.cut |= !self.budget.pay(units);
        !self.cut
    }

    /// Pays for one more candidate.
    fn try_one(&mut self) -> bool {
        self.candidates += 1;
        self.cut |= MOST_CANDIDATES <= self.candidates;
        self.pay(1)
    }
}

/// A series as far as its times go.
#[derive(Clone, Copy)]
pub(super) struct Series<'r> {
    pub(super) rule: &'r Rule,
    /// DTSTART.
    pub(super) start: NaiveDateTime,
    /// The last start that COUNT allows, where it is known; then nothing is counted.
    pub(super) last: Option<NaiveDateTime>,
}

/// The starts of a rule in `[window.start, window.end)`. DTSTART is always the first of them, also
/// where the rule does not name it, and counts towards COUNT (RFC 5545, section 3.8.5.3).
pub(super) fn starts<'b>(
    series: Series<'_>,
    window: &Range<NaiveDateTime>,
    budget: &'b mut Budget,
) -> Starts<'b> {
    let mut out = Starts::none(budget);
    if window.contains(&series.start) {
        out.found.push(series.start);
    }
    if let Some(walk) = Walk::new(series, window) {
        walk.run(&mut out);
    }
    out
}

/// A rule on its way through a window.
pub(super) struct Walk<'a> {
    pub(super) pattern: Pattern<'a>,
    pub(super) rule: &'a Rule,
    pub(super) start: NaiveDateTime,
    pub(super) first_period: i64,
    window: &'a Range<NaiveDateTime>,
    /// COUNT, where it is not known yet when it ends.
    count: Option<u32>,
    last: Option<NaiveDateTime>,
    /// What a look at one day costs.
    day: u32,
}

impl Walk<'_> {
    /// Nothing for a rule that is never expanded.
    pub(super) fn new<'a>(
        series: Series<'a>,
        window: &'a Range<NaiveDateTime>,
    ) -> Option<Walk<'a>> {
        let Series { rule, start, last } = series;
        if rule.frequency <= Frequency::Minutely || rule.interval == 0 {
            return None;
        }
        let until = rule.until.map(|until| until.wall());
        Some(Walk {
            pattern: Pattern::new(rule, start),
            rule,
            start,
            first_period: period::number(rule, start),
            window,
            count: rule.count.filter(|_| last.is_none()),
            last: last.into_iter().chain(until).min(),
            day: 1 + rule.length() / 16,
        })
    }

    fn run(&self, out: &mut Starts<'_>) {
        let mut step = self.steps_to(self.window.start);
        let mut left = match self.count {
            None => None,
            Some(count) => match self.count_down(count, step, out) {
                Some((reached, left)) if step <= reached => Some(left),
                _ => return,
            },
        };
        while let Some(number) = self.period(step) {
            let Some(first) = period::first_day(self.rule, number) else {
                return;
            };
            if self.window.end <= first.into() || self.last.is_some_and(|last| last < first.into())
            {
                return;
            }
            if !out.try_one() {
                return;
            }
            if self.rule.frequency == Frequency::Hourly && !self.pattern.takes(first) {
                step = self.step_of_next_day(step, number);
                continue;
            }
            if self.collect(number, &mut left, out) || out.cut {
                return;
            }
            step += 1;
        }
    }

    /// Adds the starts of one period; says whether the walk is over.
    fn collect(&self, number: i64, left: &mut Option<u64>, out: &mut Starts<'_>) -> bool {
        let times = self.times(number);
        if times.len() == 0 {
            return false;
        }
        if !self.rule.by_position.is_empty() {
            let days = self.days(number, None, out);
            return self
                .positions(days.len() * times.len(), out)
                .into_iter()
                .map(|index| at(&days, &times, index))
                .any(|wall| self.start < wall && self.add(wall, left, out));
        }
        // Without a COUNT, days before the window need not be looked at.
        let from = left.is_none().then(|| self.window.start.date());
        for day in self.days(number, from, out) {
            let mut index = self.up_to_start(day, &times);
            if day <= self.window.start.date() {
                let outside = match day < self.window.start.date() {
                    true => times.len(),
                    false => times.before(self.window.start.time()),
                };
                if let Some(left) = left {
                    let passed = outside.saturating_sub(index) as u64;
                    if *left <= passed {
                        return true;
                    }
                    *left -= passed;
                }
                index = index.max(outside);
            }
            for index in index..times.len() {
                if self.add(day.and_time(times.at(index)), left, out) {
                    return true;
                }
            }
        }
        false
    }

    fn add(&self, wall: NaiveDateTime, left: &mut Option<u64>, out: &mut Starts<'_>) -> bool {
        if !out.try_one() {
            return true;
        }
        if self.window.end <= wall || self.last.is_some_and(|last| last < wall) {
            return true;
        }
        if self.window.start <= wall {
            if !out.pay(FOUND) {
                return true;
            }
            out.found.push(wall);
        }
        if let Some(left) = left {
            *left -= 1;
            return *left == 0;
        }
        false
    }

    /// The days of a period that the rule takes, in order; from `from` on, where it is given. None
    /// of them when they cannot be paid for: some would be the wrong ones to count from the end.
    pub(super) fn days(
        &self,
        number: i64,
        from: Option<NaiveDate>,
        out: &mut Starts<'_>,
    ) -> Vec<NaiveDate> {
        let (Some(mut day), Some(end)) = (
            period::first_day(self.rule, number),
            period::day_after(self.rule, number),
        ) else {
            return Vec::new();
        };
        if let Some(from) = from {
            day = day.max(from);
        }
        let end = match self.rule.by_position.is_empty() {
            true => self
                .window
                .end
                .date()
                .checked_add_days(Days::new(1))
                .map_or(end, |last| end.min(last)),
            false => end,
        };
        let mut days = Vec::new();
        while day < end {
            out.counted += 1;
            if !out.pay(self.day) {
                return Vec::new();
            }
            if self.rule.frequency == Frequency::Yearly && !self.pattern.takes_month(day.month()) {
                match first_of_next_month(day) {
                    Some(next) => day = next,
                    None => break,
                }
                continue;
            }
            if self.pattern.takes(day) {
                days.push(day);
            }
            match day.succ_opt() {
                Some(next) => day = next,
                None => break,
            }
        }
        days
    }

    pub(super) fn times(&self, number: i64) -> Times<'_> {
        let hourly = self.rule.frequency == Frequency::Hourly;
        self.pattern
            .times(hourly.then(|| number.rem_euclid(24) as u32))
    }

    /// How many times of a day lie no later than DTSTART.
    pub(super) fn up_to_start(&self, day: NaiveDate, times: &Times<'_>) -> usize {
        match day.cmp(&self.start.date()) {
            std::cmp::Ordering::Less => times.len(),
            std::cmp::Ordering::Greater => 0,
            std::cmp::Ordering::Equal => {
                let before = times.before(self.start.time());
                let exact = before < times.len() && times.at(before) == self.start.time();
                before + usize::from(exact)
            }
        }
    }

    /// The places BYSETPOS names in a list of `length`, in order.
    pub(super) fn positions(&self, length: usize, out: &mut Starts<'_>) -> Vec<usize> {
        if !out.pay(self.rule.by_position.len() as u32 / 4) {
            return Vec::new();
        }
        let length = length as i64;
        let mut indices: Vec<usize> = self
            .rule
            .by_position
            .iter()
            .map(|position| match i64::from(*position) {
                from_end @ ..0 => length + from_end,
                from_start => from_start - 1,
            })
            .filter(|index| (0..length).contains(index))
            .filter_map(|index| usize::try_from(index).ok())
            .collect();
        indices.sort_unstable();
        indices.dedup();
        indices
    }

    /// The last step whose period begins no later than a wall time; 0 before DTSTART.
    pub(super) fn steps_to(&self, wall: NaiveDateTime) -> i64 {
        let apart = period::number(self.rule, wall) - self.first_period;
        (apart / i64::from(self.rule.interval)).max(0)
    }

    pub(super) fn period(&self, step: i64) -> Option<i64> {
        step.checked_mul(self.rule.interval.into())?
            .checked_add(self.first_period)
    }

    /// For hourly rules: the first step that is not in the same day any more.
    pub(super) fn step_of_next_day(&self, step: i64, number: i64) -> i64 {
        let hours = 24 - number.rem_euclid(24);
        let interval = i64::from(self.rule.interval);
        step + (hours + interval - 1) / interval
    }
}

pub(super) fn at(days: &[NaiveDate], times: &Times<'_>, index: usize) -> NaiveDateTime {
    days[index / times.len()].and_time(times.at(index % times.len()))
}

fn first_of_next_month(day: NaiveDate) -> Option<NaiveDate> {
    day.with_day(1)?.checked_add_months(Months::new(1))
}
