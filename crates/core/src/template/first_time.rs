//! Where a piece that repeats begins: on the first day its rule names, and not on another one for
//! nothing but having been laid there.

use crate::repeat::{Every, Repeat, Series};
use chrono::{Days, NaiveDateTime};

/// Whole weeks, so that a rule without a day of its own finds the same weekday.
const BACK: Days = Days::new(28);

/// The first time from `from` on that the rule names by its days; `from` itself where it names none.
pub(super) fn first_time(rule: &str, from: NaiveDateTime) -> NaiveDateTime {
    let by_days = Repeat::from_rule(rule, from).filter(|repeat| match &repeat.every {
        Every::Weekly { days } => !days.is_empty(),
        Every::MonthlyNth { .. } | Every::MonthlyOn { .. } => true,
        Every::Daily | Every::Yearly => false,
    });
    let (Some(repeat), Some(before)) = (by_days, from.checked_sub_days(BACK)) else {
        return from;
    };
    // Every second week and every third month begin with the first that comes.
    let every_time = Repeat::new(repeat.every, 1).to_rule();
    let times = Series::new(before, every_time).next(from, 1);
    times.first().copied().unwrap_or(from)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn begins(rule: &str, from: &str) -> String {
        let wall = |date: &str| format!("{date}T10:00:00").parse().unwrap();
        first_time(rule, wall(from)).date().to_string()
    }

    #[test]
    fn a_series_begins_on_the_first_day_its_rule_names() {
        let third_week = "2026-11-16";
        assert_eq!(begins("FREQ=MONTHLY;BYDAY=1TU", third_week), "2026-12-01");
        assert_eq!(
            begins("FREQ=MONTHLY;INTERVAL=3;BYDAY=1WE", third_week),
            "2026-12-02"
        );
        assert_eq!(
            begins("FREQ=WEEKLY;INTERVAL=2;BYDAY=WE", third_week),
            "2026-11-18"
        );
        assert_eq!(
            begins("FREQ=MONTHLY;BYMONTHDAY=31", third_week),
            "2026-12-31"
        );
    }

    #[test]
    fn a_rule_without_days_begins_where_it_is_laid() {
        for rule in ["FREQ=DAILY", "FREQ=WEEKLY", "FREQ=YEARLY", "nonsense"] {
            assert_eq!(begins(rule, "2026-11-19"), "2026-11-19", "{rule}");
        }
    }
}
