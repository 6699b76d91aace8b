//! The starts of one series in wall time, without events, zones or instants: what is needed to
//! edit it. Looking stops by itself on any rule, as everywhere in this folder.

use super::budget::Budget;
use super::expand::{self, Series, Walk};
use super::period;
use super::rule::Rule;
use super::{Among, last_start};
use crate::event::Recurrence;
use chrono::{Datelike, NaiveDate, NaiveDateTime, TimeDelta};
use std::ops::Range;

/// How many days and periods may be passed to count the starts before a wall time.
const MOST_COUNTED: u32 = 200_000;

/// The starts of a series in a window, exceptions left out, in order. Not all of them where it has
/// more than can be looked at.
pub(crate) fn starts(
    start: NaiveDateTime,
    recurrence: &Recurrence,
    window: Range<NaiveDateTime>,
) -> Vec<NaiveDateTime> {
    let mut found = named(start, recurrence, window);
    let except = Among::new(&recurrence.except);
    let days = Among::new(&recurrence.except_days);
    found.retain(|key| !except.holds(key) && !days.holds(&key.date()));
    found
}

/// The same with those that are left out.
pub(crate) fn named(
    start: NaiveDateTime,
    recurrence: &Recurrence,
    window: Range<NaiveDateTime>,
) -> Vec<NaiveDateTime> {
    let mut found = match recurrence.rule.as_deref().map(Rule::parse) {
        Some(Ok(rule)) => ruled(&rule, start, recurrence.last, &window),
        Some(Err(_)) | None => window
            .contains(&start)
            .then_some(start)
            .into_iter()
            .collect(),
    };
    let further = recurrence.extra.iter().map(|(start, _)| *start);
    found.extend(further.filter(|start| window.contains(start)));
    found.sort_unstable();
    found.dedup();
    found
}

/// The starts of a rule alone.
pub(crate) fn ruled(
    rule: &Rule,
    start: NaiveDateTime,
    last: Option<NaiveDateTime>,
    window: &Range<NaiveDateTime>,
) -> Vec<NaiveDateTime> {
    let last = last.or_else(|| last_of(rule, start));
    let series = Series { rule, start, last };
    expand::starts(series, window, &mut Budget::of_a_window()).found
}

/// The last start that the COUNT of a rule allows, where it has one.
pub(crate) fn last_of(rule: &Rule, start: NaiveDateTime) -> Option<NaiveDateTime> {
    last_start(rule, start, &mut Budget::of_a_file())
}

/// The first start of a rule at or after a wall time.
pub(crate) fn first_from(
    rule: &Rule,
    start: NaiveDateTime,
    from: NaiveDateTime,
) -> Option<NaiveDateTime> {
    if from <= start {
        return Some(start);
    }
    let last = last_of(rule, start);
    windows(from).find_map(|window| {
        let found = ruled(rule, start, last, &window);
        found.first().copied()
    })
}

/// Stretches of wall time from `from` on, one after the other and growing, to the end of the
/// calendar: dense rules are found in the first, rare ones soon after. None is so long that a rule
/// by the day could be cut short in it.
pub(crate) fn windows(from: NaiveDateTime) -> impl Iterator<Item = Range<NaiveDateTime>> {
    let mut next = from;
    let mut days = 64;
    std::iter::from_fn(move || {
        let start = next;
        if 9_999 < start.year() {
            return None;
        }
        next = start
            .checked_add_signed(TimeDelta::days(days))
            .unwrap_or(NaiveDateTime::MAX);
        days = (days * 4).min(2_048);
        Some(start..next)
    })
}

/// How many starts a rule without UNTIL gives before a wall time, whatever its COUNT; `None` where
/// counting them takes too long.
pub(crate) fn count_before(rule: &Rule, start: NaiveDateTime, key: NaiveDateTime) -> Option<u32> {
    if key <= start {
        return Some(0);
    }
    let endless = Rule {
        count: None,
        ..rule.clone()
    };
    let window = key..NaiveDateTime::MAX;
    let series = Series {
        rule: &endless,
        start,
        last: None,
    };
    let walk = Walk::new(series, &window)?;
    let step = walk.steps_to(key);
    let passed = walk.passed(step, MOST_COUNTED)?;
    let number = walk.period(step)?;
    let here = period::first_day(&endless, number)?.and_time(chrono::NaiveTime::MIN);
    // DTSTART is counted by itself, and never again in its own period.
    let here = here.max(start.checked_add_signed(TimeDelta::seconds(1))?);
    let here = match here < key {
        true => ruled(&endless, start, None, &(here..key)).len(),
        false => 0,
    };
    u32::try_from(1 + passed + here as u64).ok()
}

/// Whether a rule names a day, its interval and its end aside.
pub(crate) fn takes(rule: &Rule, start: NaiveDateTime, day: NaiveDate) -> bool {
    super::pattern::Pattern::new(rule, start).takes(day)
}
