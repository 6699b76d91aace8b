//! Streaks: how many of the latest weeks in a row stayed under a minimum.
//!
//! Used for growth (minutes of growth a week) and, as its twin, for technical work. A week of time
//! off or without complete entries neither counts nor ends a streak.
//!
//! Unit: weeks. Source: an hour a week is the low end of what people who coach such roles ask for;
//! two weeks are worth a note, four a sign: conventions. That chances to develop go with engagement
//! and against exhaustion is a meta-analysis (Crawford 2010, moderate, indirect).

/// The length of the streak that ends with the newest of some weeks, given oldest first; `None` is a
/// week that does not count.
pub fn streak(weekly: &[Option<f64>], minimum: f64) -> u32 {
    let counting = weekly.iter().rev().flatten();
    counting.take_while(|minutes| **minutes < minimum).count() as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_minimum_itself_ends_a_streak() {
        assert_eq!(streak(&[Some(0.0), Some(60.0), Some(59.0), None], 60.0), 1);
        assert_eq!(streak(&[Some(60.0)], 60.0), 0);
        assert_eq!(streak(&[None], 60.0), 0);
        assert_eq!(streak(&[], 60.0), 0);
    }
}
