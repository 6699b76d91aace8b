//! Breaks: how long work goes on without one, how many there are, and whether there was a lunch.
//!
//! ```text
//! work      [====][=======]  [===]   [=============]            [==]
//! stretch   |-------------|  |---|   |-------------|            |--|
//! break                    ||     |-|
//! ```
//!
//! Work is cut where a logical day begins. Pieces with a gap under 5 minutes between them are one
//! stretch; a gap of 5 to 120 minutes, both included, is a break, a longer one is not. On days with
//! at least six hours of work a lunch is any gap that shares 30 minutes or more with the lunch
//! window; on shorter days the question is not asked. Days without work have no row.
//!
//! Units: minutes, counts. Evidence: breaks of up to ten minutes raise vigour and lower fatigue
//! (Albulescu 2022, 22 samples: strong, small); a break after six hours is a legal entitlement (EU
//! directive 2003/88, article 4). The other limits are conventions.

use crate::metrics::union::Union;
use crate::metrics::{Day, Rules};
use crate::stretch::Stretch;
use crate::sweep::minutes;
use crate::time::Span;
use serde::Serialize;

/// A lunch is asked for from so many minutes of work on.
const LUNCH_WORK: i64 = 6 * 60;

/// The breaks of a day with work.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Breaks {
    /// Which day of the week, 0–6.
    pub day: usize,
    /// Minutes of the longest work without a break.
    pub longest_stretch: f64,
    /// How many breaks there were.
    pub breaks: u32,
    /// Whether there was a lunch; `None` on short days.
    pub lunch: Option<bool>,
}

/// The breaks of a week's days with work.
pub fn breaks(actual: &[Stretch], days: &[Day], rules: &Rules) -> Vec<Breaks> {
    let work = Union::of_work(actual);
    let rows = days.iter().enumerate().filter_map(|(index, day)| {
        let stretches = stretches(&work, day, rules);
        (!stretches.is_empty()).then(|| row(index, day, &work, &stretches, rules))
    });
    rows.collect()
}

fn row(index: usize, day: &Day, work: &Union, stretches: &[Span], rules: &Rules) -> Breaks {
    let gaps = || {
        let pairs = stretches.windows(2);
        pairs.map(|pair| Span::new(pair[0].end, pair[1].start))
    };
    let longest = stretches.iter().map(|stretch| stretch.seconds()).max();
    let counts = |gap: &Span| gap.seconds() <= rules.break_longest * 60;
    let lunches = |gap: Span| rules.lunch * 60 <= gap.intersection(day.lunch).seconds();
    let asked = LUNCH_WORK * 60 <= work.within(day.span);
    Breaks {
        day: index,
        longest_stretch: minutes(longest.unwrap_or(0)),
        breaks: gaps().filter(counts).count() as u32,
        lunch: asked.then(|| gaps().any(lunches)),
    }
}

/// The work of a day, joined over gaps too short to be breaks.
fn stretches(work: &Union, day: &Day, rules: &Rules) -> Vec<Span> {
    let mut stretches: Vec<Span> = Vec::new();
    for span in work.cut(day.span) {
        let near =
            |last: &&mut Span| last.end.seconds_until(span.start) < rules.break_shortest * 60;
        match stretches.last_mut().filter(near) {
            Some(last) => last.end = span.end,
            None => stretches.push(span),
        }
    }
    stretches
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::category::Category;
    use crate::drawn::{Drawing, UNIT};
    use crate::time::Instant;

    #[test]
    fn stretches_and_breaks_are_as_drawn() {
        let drawing = Drawing::of(include_str!("breaks.rs"));
        let work = drawing.stretches("work", Category::Growth);
        let all = Span::new(Instant(0), Instant(100 * UNIT));
        let day = Day {
            span: all,
            hours: None,
            lunch: all,
            closed: None,
        };
        let rules = Rules::default();
        let stretches = stretches(&Union::of_work(&work), &day, &rules);
        assert_eq!(stretches, drawing.spans("stretch"));
        let found = breaks(&work, &[day], &rules);
        assert_eq!(found[0].breaks as usize, drawing.spans("break").len());
        assert_eq!(found[0].lunch, Some(true));
        assert_eq!(breaks(&[], &[day], &rules), []);
    }
}
