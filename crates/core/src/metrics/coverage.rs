//! Coverage: whether enough of a week was recorded to compare it with other weeks.
//!
//! coverage = days with any entry ÷ work days. A week with less than 0.6 is incomplete: it belongs to
//! no baseline and to no streak.
//!
//! Unit: a ratio, above 1 when days off have entries too; `None` in a week without work days. Source:
//! convention.

use crate::metrics::Day;
use crate::stretch::Stretch;
use crate::sweep::ratio;

/// The coverage from which on a week is complete.
pub const COMPLETE: f64 = 0.6;

/// The coverage of a week whose stretches are cut to it.
pub fn coverage(actual: &[Stretch], days: &[Day]) -> Option<f64> {
    let mut recorded = vec![false; days.len()];
    for stretch in actual {
        let first = days.partition_point(|day| day.span.end <= stretch.span.start);
        let touched = recorded.iter_mut().zip(days).skip(first);
        for (day, _) in touched.take_while(|(_, day)| day.span.start < stretch.span.end) {
            *day = true;
        }
    }
    let recorded = recorded.iter().filter(|day| **day).count();
    let work_days = days.iter().filter(|day| day.hours.is_some()).count();
    ratio(recorded as i64, work_days as i64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::category::Category;
    use crate::metrics::{Rules, days};
    use crate::time::{Instant, Span, Zone};
    use crate::week::Week;

    #[test]
    fn three_of_five_days_make_a_week_complete() {
        let midnight = chrono::NaiveTime::MIN;
        let week = Week::new("2026-03-02".parse().unwrap(), midnight, &Zone::utc());
        let days = days(&week, week.span().end, &Rules::default(), &Zone::utc());
        let Instant(start) = week.span().start;
        let hours = |from: i64, to: i64| {
            let at = |hour: i64| Instant(start + hour * 3600);
            Stretch::new(Span::new(at(from), at(to)), Category::Personal)
        };
        // Over one midnight, up to another, and on a third day.
        let three = [hours(20, 28), hours(40, 48), hours(70, 71)];
        assert_eq!(coverage(&three, &days), Some(COMPLETE));
        assert_eq!(coverage(&[], &days), Some(0.0));
        assert_eq!(coverage(&three, &[]), None);
    }
}
