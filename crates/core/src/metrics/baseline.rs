//! One's own baseline: the weeks a value is compared with.
//!
//! ```text
//! week        [][][][][][][][][][][][][][][][][][]
//! baseline      |----------------------|
//! left out                              |------|
//! this week                                     ||
//! ```
//!
//! The newest twelve usable weeks that are at least five weeks back: the week itself and the four
//! before it never belong, or a slow rise would drag its own baseline along. A week is usable when it
//! is complete and nothing special (time off, sickness, on-call, a release, a crisis) was marked.
//!
//! Source: convention, chosen by simulation: five families of signs with autocorrelation 0.3 and
//! correlation 0.5 gave a calm person 0.07 weeks of watching a year, and found a strong rise by its
//! sixth week nearly always.

/// How many weeks belong to a baseline at most.
pub const BASELINE_WEEKS: usize = 12;
/// How many weeks just before the week are left out.
pub const WEEKS_LEFT_OUT: usize = 4;

/// The baseline of the newest of some weeks, given oldest first; `None` is a week that cannot be
/// used. The baseline is newest first. For an earlier week, pass the weeks up to it.
pub fn baseline(weeks: &[Option<f64>]) -> Vec<f64> {
    let back = weeks.iter().rev().skip(1 + WEEKS_LEFT_OUT);
    back.filter_map(|week| *week).take(BASELINE_WEEKS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drawn::Drawing;

    #[test]
    fn the_weeks_of_a_baseline_are_as_drawn() {
        let drawing = Drawing::of(include_str!("baseline.rs"));
        let place = |label: &str| drawing.spans(label)[0];
        let weeks = drawing.spans("week");
        let values: Vec<Option<f64>> = weeks.iter().map(|one| Some(one.start.0 as f64)).collect();
        let found = baseline(&values);
        let belongs = weeks.iter().filter(|one| one.overlaps(place("baseline")));
        let expected: Vec<f64> = belongs.rev().map(|one| one.start.0 as f64).collect();
        assert_eq!(found, expected);
        assert_eq!(weeks.last(), drawing.spans("this week").last());
        assert_eq!(place("left out").seconds(), 4 * weeks[0].seconds());
    }

    #[test]
    fn the_week_and_the_four_before_it_never_belong() {
        let weeks: Vec<Option<f64>> = (0..20).map(|week| Some(f64::from(week))).collect();
        let expected: Vec<f64> = (3..15).rev().map(f64::from).collect();
        assert_eq!(baseline(&weeks), expected);
        assert!(baseline(&weeks[..5]).is_empty());
        assert_eq!(baseline(&weeks[..6]), [0.0]);
    }

    #[test]
    fn weeks_that_cannot_be_used_give_way_to_older_ones() {
        let mut weeks: Vec<Option<f64>> = (0..20).map(|week| Some(f64::from(week))).collect();
        weeks[14] = None;
        let found = baseline(&weeks);
        assert_eq!((found.len(), found[0], found[11]), (12, 13.0, 2.0));
    }
}
