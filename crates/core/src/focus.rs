//! Focus: how long technical work runs without anything else in between.
//!
//! ```text
//! technical   [====] [=====]      [====]
//! management                  [=]
//! gap          5 min or less  more
//! runs        |-------------|     |----|
//! ```

use crate::stretch::Stretch;
use crate::sweep::{minutes, sweep};
use crate::time::{Instant, Span};

/// The longest idle gap, in minutes, that does not end a run.
pub const MERGE_GAP_MINUTES: i64 = 5;
/// From how many minutes on a run is deep work. A convention.
pub const DEEP_MINUTES: f64 = 90.0;
/// How long most tools want a focus block to be, in minutes. A convention.
pub const LONG_MINUTES: f64 = 120.0;

/// The technical runs of a week.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Focus {
    /// Active minutes of each run, in time order.
    pub runs: Vec<f64>,
}

impl Focus {
    /// Minutes of the longest run; 0 without any.
    pub fn longest(&self) -> f64 {
        self.runs.iter().copied().fold(0.0, f64::max)
    }

    /// How many runs last at least so many minutes.
    pub fn at_least(&self, minutes: f64) -> usize {
        self.runs.iter().filter(|run| minutes <= **run).count()
    }

    /// Minutes of undisturbed technical work.
    pub fn technical_minutes(&self) -> f64 {
        self.runs.iter().sum()
    }

    /// Minutes in runs of at least [`DEEP_MINUTES`].
    pub fn deep_minutes(&self) -> f64 {
        self.runs.iter().filter(|run| DEEP_MINUTES <= **run).sum()
    }

    /// Deep minutes as part of the technical ones; `None` without any.
    pub fn deep_share(&self) -> Option<f64> {
        let technical = self.technical_minutes();
        (0.0 < technical).then(|| self.deep_minutes() / technical)
    }
}

/// The runs of technical work without meetings that nothing else overlaps, inside `within`. Runs are
/// not cut where a day begins; idle gaps inside a run do not count.
pub fn focus(stretches: &[Stretch], within: Span) -> Focus {
    let mut runs: Vec<i64> = Vec::new();
    let mut last_end: Option<Instant> = None;
    sweep(stretches, within, |span, running| {
        if running.disturbs_focus() {
            last_end = None;
        } else if running.is_focus() {
            let joins =
                last_end.is_some_and(|end| end.seconds_until(span.start) <= MERGE_GAP_MINUTES * 60);
            match runs.last_mut().filter(|_| joins) {
                Some(run) => *run += span.seconds(),
                None => runs.push(span.seconds()),
            }
            last_end = Some(span.end);
        }
    });
    Focus {
        runs: runs.into_iter().map(minutes).collect(),
    }
}
