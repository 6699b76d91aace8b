//! Where a block still fits into a day.

use crate::metrics::instants;
use crate::settings::WorkHours;
use crate::time::{Instant, Span, Zone};
use chrono::NaiveDate;

/// The work hours of a date as instants.
pub fn hours_of(day: NaiveDate, hours: WorkHours, home: &Zone) -> Span {
    instants(day, hours, home)
}

/// The first start of a free stretch of `seconds` inside `within`, on a quarter of an hour.
pub fn first_free(within: Span, busy: &[Span], seconds: i64) -> Option<Instant> {
    const QUARTER: i64 = 15 * 60;
    let mut busy: Vec<Span> = busy.to_vec();
    busy.sort_unstable();
    let quarter = |at: Instant| Instant((at.0 + QUARTER - 1).div_euclid(QUARTER) * QUARTER);
    let mut start = quarter(within.start);
    for span in busy {
        if start.plus_seconds(seconds) <= span.start {
            break;
        }
        if start < span.end {
            start = quarter(span.end);
        }
    }
    (start.plus_seconds(seconds) <= within.end).then_some(start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_goes_into_the_first_free_stretch_that_is_long_enough() {
        let minutes = |from: i64, to: i64| Span::new(Instant(from * 60), Instant(to * 60));
        let day = minutes(540, 1050);
        let free = |busy: &[Span], length: i64| {
            first_free(day, busy, length * 60).map(|start| start.0 / 60)
        };
        assert_eq!(free(&[], 30), Some(540));
        assert_eq!(free(&[minutes(480, 600), minutes(615, 700)], 15), Some(600));
        assert_eq!(free(&[minutes(615, 700), minutes(480, 600)], 30), Some(705));
        assert_eq!(
            free(&[minutes(540, 1000), minutes(550, 560)], 30),
            Some(1005)
        );
        assert_eq!(free(&[minutes(540, 1030)], 30), None);
        assert_eq!(free(&[], 511), None);
    }
}
