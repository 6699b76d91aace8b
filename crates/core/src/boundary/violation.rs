//! Where a week crosses its boundaries: what, on which day, by how many minutes, and which blocks do.
//!
//! ```text
//! work hours        |----------|
//! plan          [==]   [=====]  [==]
//! crossing      |--|            |--|
//! ```
//!
//! Time counts once where blocks overlap. Work on a day off is said once for all days of that time
//! off, and not again as time outside the hours.

use super::{Boundaries, part_left};
use crate::balance::balance;
use crate::category::Category;
use crate::metrics::instants;
use crate::settings::{Settings, WorkHours};
use crate::stretch::Stretch;
use crate::sweep::work_spans;
use crate::time::{Span, Zone};
use crate::week::Week;
use chrono::{Datelike, NaiveDate};

/// A lunch needs so many free minutes in one piece, or all of its time where that is shorter.
pub const SHORTEST_LUNCH_MINUTES: i64 = 30;

/// Which side of the work hours time lies on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outside {
    /// Before they begin.
    Before,
    /// After they end.
    After,
    /// On a day without any.
    DayOff,
}

/// What is crossed. Rows are those of the lists in [`Boundaries`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Crossing {
    /// Work on a day off.
    DayOff {
        /// Which one.
        row: usize,
    },
    /// Work outside the work hours.
    Hours {
        /// On which side.
        outside: Outside,
    },
    /// No room for lunch; the minutes are those of work in it.
    Lunch,
    /// Something in a time that is kept free of it.
    Rule {
        /// Which one.
        row: usize,
    },
    /// Less of a category than wanted at least; the minutes are those that are missing.
    UnderLeast {
        /// Which.
        category: Category,
        /// Minutes wanted at least, with days off taken away.
        least: u32,
    },
    /// More of a category than wanted at most; the minutes are those too many.
    OverMost {
        /// Which.
        category: Category,
        /// Minutes wanted at most.
        most: u32,
    },
}

/// One boundary that a week crosses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation<K> {
    /// What is crossed.
    pub crossing: Crossing,
    /// The logical day; the first of the week where it is about all of it.
    pub day: NaiveDate,
    /// By how much, rounded to whole minutes.
    pub minutes: u32,
    /// What crosses it, by start; for a lack of something, nothing.
    pub keys: Vec<K>,
}

/// Everything a week crosses: days off, then each day's hours, lunch and rules, then the least and
/// the most. A week without any work crosses nothing.
pub fn violations<K: Clone + Ord>(
    boundaries: &Boundaries,
    settings: &Settings,
    week: &Week,
    items: &[(K, Stretch)],
    home: &Zone,
) -> Vec<Violation<K>> {
    let mut sorted: Vec<&(K, Stretch)> = items.iter().collect();
    sorted.sort_by(|(a, one), (b, two)| (one.span, a).cmp(&(two.span, b)));
    let plan = Plan { items: sorted };
    let mut found = plan.days_off(boundaries, week);
    for (day, span) in week.days() {
        if boundaries.day_off(day).is_none() {
            let hours = boundaries.usual_hours_on(day, settings);
            plan.hours(hours, (day, span), home, &mut found);
            plan.lunch(boundaries.lunch, day, home, &mut found);
        }
        plan.rules(boundaries, (day, span), home, &mut found);
    }
    plan.limits(boundaries, settings, week, &mut found);
    found
}

struct Plan<'a, K> {
    /// By start.
    items: Vec<&'a (K, Stretch)>,
}

impl<K: Clone> Plan<'_, K> {
    fn days_off(&self, boundaries: &Boundaries, week: &Week) -> Vec<Violation<K>> {
        let mut found = Vec::new();
        for (row, off) in boundaries.days_off.iter().enumerate() {
            let (days, spans): (Vec<NaiveDate>, Vec<Span>) = week
                .days()
                .filter(|(day, _)| boundaries.day_off(*day) == Some(off))
                .filter(|(_, span)| self.crossed(&[*span], is_work).is_some())
                .unzip();
            if let (Some(day), Some((seconds, keys))) =
                (days.first(), self.crossed(&spans, is_work))
            {
                found.push(violation(Crossing::DayOff { row }, *day, seconds, keys));
            }
        }
        found
    }

    fn hours(
        &self,
        hours: Option<WorkHours>,
        (day, span): (NaiveDate, Span),
        home: &Zone,
        found: &mut Vec<Violation<K>>,
    ) {
        let parts = match hours {
            None => vec![(Outside::DayOff, span)],
            Some(hours) => {
                let hours = instants(day, hours, home);
                let before = Span::new(span.start, hours.start.min(span.end));
                let after = Span::new(hours.end.max(span.start), span.end);
                vec![(Outside::Before, before), (Outside::After, after)]
            }
        };
        for (outside, part) in parts {
            if let Some((seconds, keys)) = self.crossed(&[part], is_work) {
                let crossing = Crossing::Hours { outside };
                found.push(violation(crossing, day, seconds, keys));
            }
        }
    }

    fn lunch(
        &self,
        lunch: Option<WorkHours>,
        day: NaiveDate,
        home: &Zone,
        found: &mut Vec<Violation<K>>,
    ) {
        let Some(lunch) = lunch.map(|lunch| instants(day, lunch, home)) else {
            return;
        };
        let Some((seconds, keys)) = self.crossed(&[lunch], is_work) else {
            return;
        };
        let needed = lunch.seconds().min(SHORTEST_LUNCH_MINUTES * 60);
        let mut free_from = lunch.start;
        let mut longest = 0;
        for work in work_spans(&self.stretches(), lunch) {
            longest = longest.max(free_from.seconds_until(work.start));
            free_from = work.end;
        }
        longest = longest.max(free_from.seconds_until(lunch.end));
        if longest < needed {
            found.push(violation(Crossing::Lunch, day, seconds, keys));
        }
    }

    fn rules(
        &self,
        boundaries: &Boundaries,
        (day, span): (NaiveDate, Span),
        home: &Zone,
        found: &mut Vec<Violation<K>>,
    ) {
        for (row, rule) in boundaries.rules.iter().enumerate() {
            let weekday = day.weekday().num_days_from_monday() as usize;
            if !rule.days[weekday] {
                continue;
            }
            let (start, end) = (rule.start, rule.end);
            let mut kept = instants(day, WorkHours { start, end }, home);
            if start == 0 {
                kept = Span::new(span.start, kept.end);
            }
            if end == 24 * 60 {
                kept = Span::new(kept.start, span.end);
            }
            if let Some((seconds, keys)) = self.crossed(&[kept], |stretch| rule.no.holds(stretch)) {
                let crossing = Crossing::Rule { row };
                found.push(violation(crossing, day, seconds, keys));
            }
        }
    }

    fn limits(
        &self,
        boundaries: &Boundaries,
        settings: &Settings,
        week: &Week,
        found: &mut Vec<Violation<K>>,
    ) {
        let planned = balance(&self.stretches(), week.span(), None).minutes;
        if planned.total() <= 0.0 {
            return;
        }
        let left = part_left(boundaries, settings, week.days().map(|(day, _)| day));
        let day = week.first();
        for limit in &boundaries.limits {
            let category = limit.category;
            let minutes = planned.of(category).round() as u32;
            if let Some(least) = limit.least {
                let least = (f64::from(least) * left).round() as u32;
                if minutes < least {
                    found.push(Violation {
                        crossing: Crossing::UnderLeast { category, least },
                        day,
                        minutes: least - minutes,
                        keys: Vec::new(),
                    });
                }
            }
            if let Some(most) = limit.most.filter(|most| *most < minutes) {
                let all = self.crossed(&[week.span()], |stretch| stretch.category == category);
                found.push(Violation {
                    crossing: Crossing::OverMost { category, most },
                    day,
                    minutes: minutes - most,
                    keys: all.map(|(_, keys)| keys).unwrap_or_default(),
                });
            }
        }
    }

    /// Seconds that some items share with some disjoint spans, each moment once, and which items
    /// those are; `None` where there are none.
    fn crossed(&self, spans: &[Span], counts: impl Fn(&Stretch) -> bool) -> Option<(i64, Vec<K>)> {
        let mut keys = Vec::new();
        let mut seconds = vec![0; spans.len()];
        let mut covered: Vec<_> = spans.iter().map(|span| span.start).collect();
        for (key, stretch) in self.items.iter().filter(|item| counts(&item.1)) {
            let mut crosses = false;
            for (at, span) in spans.iter().enumerate() {
                let part = stretch.span.intersection(*span);
                if 0 < part.seconds() {
                    crosses = true;
                    // By start, so that what is new lies after what was covered.
                    seconds[at] += Span::new(part.start.max(covered[at]), part.end).seconds();
                    covered[at] = covered[at].max(part.end);
                }
            }
            if crosses {
                keys.push(key.clone());
            }
        }
        let seconds: i64 = seconds.iter().sum();
        (0 < seconds).then_some((seconds, keys))
    }

    fn stretches(&self) -> Vec<Stretch> {
        self.items.iter().map(|item| item.1).collect()
    }
}

fn is_work(stretch: &Stretch) -> bool {
    stretch.category.is_work()
}

fn violation<K>(crossing: Crossing, day: NaiveDate, seconds: i64, keys: Vec<K>) -> Violation<K> {
    Violation {
        crossing,
        day,
        minutes: (seconds as f64 / 60.0).round() as u32,
        keys,
    }
}

#[cfg(test)]
mod tests;
