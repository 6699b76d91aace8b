//! Whether a repeat can be had at all, and when it begins. The sentences for refusals are not made
//! here.

use super::series::Series;
use super::{Ends, Every, MOST_INTERVAL, Repeat};
use crate::recur::{MOST_COUNT, Rule, keys};
use chrono::{Days, NaiveDate, NaiveDateTime};

/// No kind of repeat waits longer for the day it names.
const LONGEST_WAIT_DAYS: u64 = 400;

/// Why a series is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unusable {
    /// The interval is 0 or more than [`MOST_INTERVAL`].
    Interval,
    /// The count is 0 or more than [`MOST_COUNT`].
    Count,
    /// No month has that day, or that many of a weekday.
    Day,
    /// It is over before it takes place even once.
    Never {
        /// When it would have taken place first.
        first: NaiveDate,
    },
}

impl Repeat {
    /// The series that begins at `start` or, where that day is not one of its own, on its next day
    /// after it: a series always begins with one of its days, so that all programs agree on them.
    pub fn series(&self, start: NaiveDateTime) -> Result<Series, Unusable> {
        if !(1..=MOST_INTERVAL).contains(&self.interval) {
            return Err(Unusable::Interval);
        }
        if let Ends::Count { times } = self.ends
            && !(1..=MOST_COUNT).contains(&times)
        {
            return Err(Unusable::Count);
        }
        let possible = match &self.every {
            Every::MonthlyOn { day } => day.0 == -1 || (1..=31).contains(&day.0),
            Every::MonthlyNth { nth, .. } => *nth == -1 || (1..=5).contains(nth),
            Every::Daily | Every::Weekly { .. } | Every::Yearly => true,
        };
        let text = self.to_rule();
        let rule = Rule::parse(&text)
            .ok()
            .filter(|_| possible)
            .ok_or(Unusable::Day)?;
        let mut days = (0..LONGEST_WAIT_DAYS)
            .filter_map(|wait| start.date().checked_add_days(Days::new(wait)));
        let first = days
            .find(|day| keys::takes(&rule, start, *day))
            .ok_or(Unusable::Day)?;
        if let Ends::Until { day } = self.ends
            && day < first
        {
            return Err(Unusable::Never { first });
        }
        Ok(Series::new(first.and_time(start.time()), text))
    }
}
