//! Focus: how long technical work runs without anything else in between.
//!
//! ```text
//! technical   [====] [=====]   [====]   [===]
//! growth                           [==]
//! run         |------------|   |--|     |---|
//! ```
//!
//! The first gap is short enough for a run to go on, the second is not.

use crate::stretch::Stretch;
use crate::sweep::{minutes, sweep};
use crate::time::{Instant, Span};

/// The longest idle gap, in minutes, that usually does not end a run.
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
/// not cut where a day begins; idle gaps of at most `merge_gap` minutes do not end a run, and do not
/// count in it.
pub fn focus(stretches: &[Stretch], within: Span, merge_gap: i64) -> Focus {
    let mut runs: Vec<i64> = Vec::new();
    let mut last_end: Option<Instant> = None;
    sweep(stretches, within, |span, running| {
        if running.disturbs_focus() {
            last_end = None;
        } else if running.is_focus() {
            let joins = last_end.is_some_and(|end| end.seconds_until(span.start) <= merge_gap * 60);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::category::Category;
    use crate::drawn::{Drawing, UNIT};

    #[test]
    fn runs_are_as_drawn() {
        let drawing = Drawing::of(include_str!("focus.rs"));
        let mut stretches = drawing.stretches("technical", Category::Technical);
        stretches.extend(drawing.stretches("growth", Category::Growth));
        let always = Span::new(Instant(0), Instant(100 * UNIT));
        // One character is the longest gap that joins.
        let gap = UNIT / 60;
        let mut drawn = drawing.lengths("run");
        drawn[0] -= gap as f64;
        assert_eq!(focus(&stretches, always, gap).runs, drawn);
    }
}
