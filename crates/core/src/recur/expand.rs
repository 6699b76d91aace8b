//! From a rule and its first start to the starts inside a stretch of wall time. It knows neither
//! zones nor events, and stops by itself on any rule: what it looks at is counted.

use super::pattern::{Pattern, Times};
use super::period;
use super::rule::{Frequency, Rule};
use chrono::{Datelike, Days, Months, NaiveDate, NaiveDateTime};
use std::ops::Range;

/// How many candidates of one series are looked at for one window.
pub const MOST_CANDIDATES: u32 = 10_000;

/// How many days may be passed on the way to a window when a COUNT has to be counted down.
const MOST_COUNTED: u32 = 100_000;

/// The starts found, and what finding them cost.
#[derive(Debug, Default)]
pub(super) struct Starts {
    pub(super) found: Vec<NaiveDateTime>,
    /// Whether the rule had more to give than was looked at.
    pub(super) cut: bool,
    /// Periods and times looked at inside the window.
    pub(super) candidates: u32,
    /// Days and periods passed while counting.
    pub(super) counted: u32,
}

/// The starts of a rule in `[window.start, window.end)`. DTSTART is always the first of them, also
/// where the rule does not name it, and counts towards COUNT (RFC 5545, section 3.8.5.3).
pub(super) fn starts(rule: &Rule, start: NaiveDateTime, window: &Range<NaiveDateTime>) -> Starts {
    let mut out = Starts::default();
    if window.contains(&start) {
        out.found.push(start);
    }
    if rule.frequency <= Frequency::Minutely || rule.interval == 0 {
        return out;
    }
    let walk = Walk {
        pattern: Pattern::new(rule, start),
        rule,
        start,
        window,
        last: rule.until.map(|until| until.wall()),
        first_period: period::number(rule, start),
    };
    walk.run(&mut out);
    out
}

struct Walk<'a> {
    pattern: Pattern<'a>,
    rule: &'a Rule,
    start: NaiveDateTime,
    window: &'a Range<NaiveDateTime>,
    last: Option<NaiveDateTime>,
    first_period: i64,
}

impl Walk<'_> {
    fn run(&self, out: &mut Starts) {
        let mut step = self.steps_to(self.window.start);
        let mut left = match self.rule.count {
            None => None,
            Some(count) => match self.counted_down(count, step, out) {
                Some(left) => Some(left),
                None => return,
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
            out.candidates += 1;
            if MOST_CANDIDATES <= out.candidates {
                out.cut = true;
                return;
            }
            if self.rule.frequency == Frequency::Hourly && !self.pattern.takes(first) {
                step = self.step_of_next_day(step, number);
                continue;
            }
            if self.collect(number, &mut left, out) {
                return;
            }
            step += 1;
        }
    }

    /// What is left of COUNT when `step` begins; `None` when nothing is, or counting was given up.
    fn counted_down(&self, count: u32, step: i64, out: &mut Starts) -> Option<u64> {
        let mut left = u64::from(count) - 1;
        if step == 0 {
            return (0 < left).then_some(left);
        }
        let full_periods = match self.pattern.per_period() {
            Some(each) => {
                left = left.checked_sub(self.yield_of(self.first_period, out))?;
                let passed = each.checked_mul(u64::try_from(step - 1).ok()?)?;
                left = left.checked_sub(passed)?;
                return (0 < left).then_some(left);
            }
            None => 0..step,
        };
        let mut at = full_periods.start;
        while at < full_periods.end {
            let number = self.period(at)?;
            if MOST_COUNTED <= out.counted {
                out.cut = true;
                return None;
            }
            out.counted += 1;
            if self.rule.frequency == Frequency::Hourly {
                let first = period::first_day(self.rule, number)?;
                if !self.pattern.takes(first) {
                    at = self.step_of_next_day(at, number);
                    continue;
                }
            }
            left = left.checked_sub(self.yield_of(number, out))?;
            if left == 0 {
                return None;
            }
            at += 1;
        }
        Some(left)
    }

    /// How many starts after DTSTART a period gives.
    fn yield_of(&self, number: i64, out: &mut Starts) -> u64 {
        let times = self.times(number);
        let days = self.days(number, None, &mut out.counted);
        if !self.rule.by_position.is_empty() {
            let indices = self.positions(days.len() * times.len());
            return indices
                .into_iter()
                .filter(|index| self.start < at(&days, &times, *index))
                .count() as u64;
        }
        days.iter()
            .map(|day| (times.len() - self.up_to_start(*day, &times)) as u64)
            .sum()
    }

    /// Adds the starts of one period; says whether the walk is over.
    fn collect(&self, number: i64, left: &mut Option<u64>, out: &mut Starts) -> bool {
        let times = self.times(number);
        if times.len() == 0 {
            return false;
        }
        if !self.rule.by_position.is_empty() {
            let days = self.days(number, None, &mut out.counted);
            return self
                .positions(days.len() * times.len())
                .into_iter()
                .map(|index| at(&days, &times, index))
                .any(|wall| self.start < wall && self.add(wall, left, out));
        }
        // Without a COUNT, days before the window need not be looked at.
        let from = left.is_none().then(|| self.window.start.date());
        for day in self.days(number, from, &mut out.counted) {
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

    fn add(&self, wall: NaiveDateTime, left: &mut Option<u64>, out: &mut Starts) -> bool {
        out.candidates += 1;
        if MOST_CANDIDATES <= out.candidates {
            out.cut = true;
            return true;
        }
        if self.window.end <= wall || self.last.is_some_and(|last| last < wall) {
            return true;
        }
        if self.window.start <= wall {
            out.found.push(wall);
        }
        if let Some(left) = left {
            *left -= 1;
            return *left == 0;
        }
        false
    }

    /// The days of a period that the rule takes, in order; from `from` on, where it is given.
    fn days(&self, number: i64, from: Option<NaiveDate>, looked_at: &mut u32) -> Vec<NaiveDate> {
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
            *looked_at += 1;
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

    fn times(&self, number: i64) -> Times<'_> {
        let hourly = self.rule.frequency == Frequency::Hourly;
        self.pattern
            .times(hourly.then(|| number.rem_euclid(24) as u32))
    }

    /// How many times of a day lie no later than DTSTART.
    fn up_to_start(&self, day: NaiveDate, times: &Times<'_>) -> usize {
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
    fn positions(&self, length: usize) -> Vec<usize> {
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
    fn steps_to(&self, wall: NaiveDateTime) -> i64 {
        let apart = period::number(self.rule, wall) - self.first_period;
        (apart / i64::from(self.rule.interval)).max(0)
    }

    fn period(&self, step: i64) -> Option<i64> {
        step.checked_mul(self.rule.interval.into())?
            .checked_add(self.first_period)
    }

    /// For hourly rules: the first step that is not in the same day any more.
    fn step_of_next_day(&self, step: i64, number: i64) -> i64 {
        let hours = 24 - number.rem_euclid(24);
        let interval = i64::from(self.rule.interval);
        step + (hours + interval - 1) / interval
    }
}

fn at(days: &[NaiveDate], times: &Times<'_>, index: usize) -> NaiveDateTime {
    days[index / times.len()].and_time(times.at(index % times.len()))
}

fn first_of_next_month(day: NaiveDate) -> Option<NaiveDate> {
    day.with_day(1)?.checked_add_months(Months::new(1))
}
