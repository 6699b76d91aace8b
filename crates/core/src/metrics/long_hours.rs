//! Long hours: the mean of the last four complete weeks, and how many of them were long.
//!
//! Unit: hours. Edges: fewer than four weeks have no mean; the counts look at the weeks there are,
//! four at most. Evidence: 48 hours on average is the legal limit in the EU (directive 2003/88); 55
//! and more, year after year, go with more strokes and heart disease than 35 to 40 (WHO and ILO 2021,
//! cohort studies, strong). Nothing is known against a single long week, so the mean counts.

/// How many weeks the mean is taken of.
pub const MEAN_WEEKS: usize = 4;

/// The hours of the last weeks.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct LongHours {
    /// Their mean; `None` of fewer than [`MEAN_WEEKS`].
    pub mean: Option<f64>,
    /// Weeks of 48 hours or more.
    pub weeks_ge_48: u32,
    /// Weeks of 55 hours or more.
    pub weeks_ge_55: u32,
}

/// The hours of the last complete weeks, given oldest first.
pub fn long_hours(weekly_hours: &[f64]) -> LongHours {
    let from = weekly_hours.len().saturating_sub(MEAN_WEEKS);
    let last = &weekly_hours[from..];
    let at_least = |hours: f64| last.iter().filter(|week| hours <= **week).count() as u32;
    LongHours {
        mean: (last.len() == MEAN_WEEKS).then(|| last.iter().sum::<f64>() / MEAN_WEEKS as f64),
        weeks_ge_48: at_least(48.0),
        weeks_ge_55: at_least(55.0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_last_four_weeks_count_and_three_have_no_mean() {
        let found = long_hours(&[60.0, 40.0, 48.0, 55.0, 41.0]);
        assert_eq!((found.mean, found.weeks_ge_48), (Some(46.0), 2));
        assert_eq!(found.weeks_ge_55, 1);
        assert_eq!(long_hours(&[60.0, 60.0, 60.0]).mean, None);
    }
}
