//! Switches: how often a day goes from one kind of work to another.

use crate::steps::step;
use crate::stretch::Stretch;
use crate::sweep::{minutes, work_spans};
use crate::week::Week;

/// A gap shorter than this, in minutes, usually makes a switch hard. A convention.
pub const HARD_GAP_MINUTES: i64 = 15;

/// The switches of a week.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Switches {
    /// Of each logical day.
    pub per_day: [u32; 7],
    /// Those with a short gap, overlaps included.
    pub hard: u32,
    /// All switches per hour in which any work runs; `None` without work.
    pub per_work_hour: Option<f64>,
}

impl Switches {
    /// Switches of the whole week.
    pub fn total(&self) -> u32 {
        self.per_day.iter().sum()
    }
}

/// Counts the switches between work stretches that start in the same logical day, ordered by start,
/// end and category. With a gap under `hard_gap` minutes they are hard.
pub fn switches(stretches: &[Stretch], week: &Week, hard_gap: i64) -> Switches {
    let mut work: Vec<_> = stretches
        .iter()
        .filter(|stretch| stretch.category.is_work())
        .map(|stretch| (stretch.span.intersection(week.span()), stretch.category))
        .filter(|(span, _)| 0 < span.seconds())
        .collect();
    work.sort_unstable_by(|a, b| {
        step();
        a.cmp(b)
    });

    let mut found = Switches::default();
    for pair in work.windows(2) {
        step();
        let [(before, from), (after, to)] = [pair[0], pair[1]];
        let day = week.day_index(after.start);
        if from == to || day != week.day_index(before.start) {
            continue;
        }
        if let Some(count) = day.and_then(|day| found.per_day.get_mut(day)) {
            *count += 1;
        }
        if before.end.seconds_until(after.start) < hard_gap * 60 {
            found.hard += 1;
        }
    }
    let worked: i64 = work_spans(stretches, week.span())
        .iter()
        .map(|span| span.seconds())
        .sum();
    if 0 < worked {
        found.per_work_hour = Some(f64::from(found.total()) * 60.0 / minutes(worked));
    }
    found
}
