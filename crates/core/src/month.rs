//! A month as the weeks that touch it, and how the time of each of their days is shared out.

use crate::balance::{Mix, balance, personal_minutes};
use crate::settings::Settings;
use crate::stretch::Stretch;
use crate::week::Week;
use chrono::{Datelike, Days, Months, NaiveDate};

/// The time of one logical day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DayShare {
    /// Its date.
    pub day: NaiveDate,
    /// Minutes per work category, as [`balance`] shares them out.
    pub work: Mix,
    /// Minutes in which anything personal runs.
    pub personal: f64,
}

/// The first days of the weeks that touch the month of a date, in order: four to six of them.
pub fn weeks(day: NaiveDate, settings: &Settings) -> Vec<NaiveDate> {
    let first = day.with_day(1).unwrap_or(day);
    let next = first.checked_add_months(Months::new(1)).unwrap_or(first);
    std::iter::successors(Some(settings.week_of(first)), |week| {
        week.checked_add_days(Days::new(7))
    })
    .take_while(|week| *week < next)
    .collect()
}

/// How the time of each day of a week is shared out. The days sum to the week.
pub fn days(stretches: &[Stretch], week: &Week) -> Vec<DayShare> {
    week.days()
        .map(|(day, span)| DayShare {
            day,
            work: balance(stretches, span, None).minutes,
            personal: personal_minutes(stretches, span),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::category::Category;
    use crate::time::{Instant, Span, Zone};
    use chrono::NaiveTime;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_month_is_the_weeks_that_touch_it() {
        let monday = Settings::default();
        let november = weeks(day("2026-11-19"), &monday);
        assert_eq!(november.len(), 6);
        assert_eq!(november[0], day("2026-10-26"));
        assert_eq!(november[5], day("2026-11-30"));
        // A February of 28 days that begins with the week.
        assert_eq!(weeks(day("2027-02-28"), &monday).len(), 4);
        let sunday = Settings {
            week_starts_on: 6,
            ..Settings::default()
        };
        let november = weeks(day("2026-11-01"), &sunday);
        assert_eq!((november[0], november.len()), (day("2026-11-01"), 5));
    }

    #[test]
    fn the_last_month_of_the_calendar_does_not_run_on() {
        assert!(weeks(NaiveDate::MAX, &Settings::default()).len() <= 6);
        assert!(weeks(NaiveDate::MIN, &Settings::default()).len() <= 6);
    }

    proptest! {
        #[test]
        fn the_days_of_a_week_sum_to_the_week(
            found in prop::collection::vec((0i64..14_000, 0i64..900, 0usize..4), 0..25)
        ) {
            let week = Week::new(day("1970-01-02"), NaiveTime::MIN, &Zone::utc());
            let stretches: Vec<Stretch> = found
                .into_iter()
                .map(|(start, length, kind)| {
                    let start = Instant(start * 60);
                    let span = Span::new(start, start.plus_seconds(length * 60));
                    Stretch::new(span, Category::ALL[kind])
                })
                .collect();
            let days = days(&stretches, &week);
            prop_assert_eq!(days.len(), 7);
            let whole = balance(&stretches, week.span(), None).minutes;
            for category in Category::WORK {
                let sum: f64 = days.iter().map(|day| day.work.of(category)).sum();
                prop_assert!((sum - whole.of(category)).abs() < 1e-6);
            }
            let personal: f64 = days.iter().map(|day| day.personal).sum();
            prop_assert!((personal - personal_minutes(&stretches, week.span())).abs() < 1e-6);
        }
    }
}
