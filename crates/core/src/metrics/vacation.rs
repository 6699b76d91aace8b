//! Vacation: how long ago the last real one was.
//!
//! A vacation is five or more free days in a row, three of them or more work days. A day is free when
//! it has hardly any work and is known to: it was marked as time off, or lies in a complete week. The
//! gap is counted in days from its last day.
//!
//! Unit: days. Edges: without any vacation there is no gap; during one it is 0; what lies after the
//! day that is asked about does not count. Evidence: what a vacation gives has mostly faded within
//! weeks, how soon is disputed (de Bloom 2009; Grant 2025: large, and still there after three weeks);
//! so regular ones matter more than long ones. The lines at 90 and 180 days are conventions.

use chrono::{Datelike, NaiveDate};
use std::collections::BTreeSet;

/// Free days in a row that make a vacation.
pub const VACATION_DAYS: u32 = 5;
/// How many of them must be work days.
pub const VACATION_WORK_DAYS: u32 = 3;

/// Days since the last day of the last vacation among some free days. `work_days` goes from Monday
/// to Sunday.
pub fn vacation_gap(
    free: &BTreeSet<NaiveDate>,
    work_days: [bool; 7],
    as_of: NaiveDate,
) -> Option<i64> {
    let mut last = None;
    let (mut before, mut days, mut worked) = (None, 0, 0);
    for day in free.range(..=as_of) {
        if before != day.pred_opt() {
            (days, worked) = (0, 0);
        }
        before = Some(*day);
        days += 1;
        worked += u32::from(work_days[day.weekday().num_days_from_monday() as usize]);
        if VACATION_DAYS <= days && VACATION_WORK_DAYS <= worked {
            last = Some(*day);
        }
    }
    last.map(|last| as_of.signed_duration_since(last).num_days())
}

#[cfg(test)]
mod tests {
    use super::*;

    const WEEKDAYS: [bool; 7] = [true, true, true, true, true, false, false];

    fn gap(free: &[(&str, u64)], as_of: &str) -> Option<i64> {
        let days = free.iter().flat_map(|(first, count)| {
            let first: NaiveDate = first.parse().unwrap();
            first.iter_days().take(*count as usize)
        });
        vacation_gap(&days.collect(), WEEKDAYS, as_of.parse().unwrap())
    }

    #[test]
    fn a_long_weekend_is_no_vacation_and_a_bridged_one_is() {
        // Thursday to Monday has three work days, Friday to Tuesday too, Saturday to Tuesday two.
        assert_eq!(gap(&[("2026-11-05", 5)], "2026-11-20"), Some(11));
        assert_eq!(gap(&[("2026-11-07", 4)], "2026-11-20"), None);
        assert_eq!(gap(&[("2026-11-07", 5)], "2026-11-20"), Some(9));
    }

    #[test]
    fn two_short_times_off_are_not_one_vacation() {
        assert_eq!(
            gap(&[("2026-11-02", 3), ("2026-11-06", 3)], "2026-11-20"),
            None
        );
    }

    #[test]
    fn during_a_vacation_the_gap_is_zero_and_the_future_does_not_count() {
        assert_eq!(gap(&[("2026-11-02", 14)], "2026-11-10"), Some(0));
        assert_eq!(gap(&[("2026-11-02", 14)], "2026-11-05"), None);
    }
}
