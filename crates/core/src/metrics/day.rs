//! The seven logical days of a week as instants: the day, its work hours, its lunch window.

use crate::metrics::Rules;
use crate::settings::WorkHours;
use crate::time::{Instant, Span, Zone};
use crate::week::Week;
use chrono::{Datelike, NaiveDate, NaiveTime, TimeDelta};

/// A logical day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day {
    /// All of it, up to now in a running week; empty when it has not begun.
    pub span: Span,
    /// Its work hours; `None` on a day without.
    pub hours: Option<Span>,
    /// When lunch is looked for.
    pub lunch: Span,
    /// When the person closed it: what is done after that is done after hours.
    pub closed: Option<Instant>,
}

impl Day {
    /// The hours in which work is no work after hours: up to when the day was closed.
    pub fn open_hours(&self) -> Option<Span> {
        let Span { start, end } = self.hours?;
        Some(Span::new(start, self.closed.map_or(end, |at| end.min(at))))
    }

    /// Whether it has begun.
    pub fn has_begun(&self) -> bool {
        0 < self.span.seconds()
    }
}

/// The days of a week, cut at `until`. Hours are wall times of the home zone on the day's date, so
/// they keep their place where clocks jump.
pub fn days(week: &Week, until: Instant, rules: &Rules, home: &Zone) -> Vec<Day> {
    week.days()
        .map(|(date, span)| Day {
            span: Span::new(span.start, span.end.min(until)),
            hours: rules.work_hours[date.weekday().num_days_from_monday() as usize]
                .map(|hours| instants(date, hours, home)),
            lunch: instants(date, rules.lunch_window, home),
            closed: None,
        })
        .collect()
}

/// Hours of a date as instants.
pub(crate) fn instants(date: NaiveDate, hours: WorkHours, home: &Zone) -> Span {
    let at = |minutes: u16| {
        home.instant(date.and_time(NaiveTime::MIN) + TimeDelta::minutes(i64::from(minutes)))
    };
    Span::new(at(hours.start), at(hours.end))
}
