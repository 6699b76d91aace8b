//! The periods of a rule, numbered on one endless line: hours, days, weeks, months or years. Which
//! days of a period count is not decided here.

use super::rule::{Frequency, Rule};
use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, Timelike};

/// The last year a rule is followed to; calendar files cannot name a later one.
const LAST_YEAR: i64 = 9999;

/// The number of the period that holds a wall time.
pub(super) fn number(rule: &Rule, wall: NaiveDateTime) -> i64 {
    let day = i64::from(wall.num_days_from_ce());
    match rule.frequency {
        Frequency::Secondly => (day * 24 + i64::from(wall.hour())) * 3600 + seconds(wall),
        Frequency::Minutely => (day * 24 + i64::from(wall.hour())) * 60 + seconds(wall) / 60,
        Frequency::Hourly => day * 24 + i64::from(wall.hour()),
        Frequency::Daily => day,
        Frequency::Weekly => (day - week_offset(rule)).div_euclid(7),
        Frequency::Monthly => i64::from(wall.year()) * 12 + i64::from(wall.month0()),
        Frequency::Yearly => i64::from(wall.year()),
    }
}

/// The first day of a period; `None` beyond the calendar.
pub(super) fn first_day(rule: &Rule, number: i64) -> Option<NaiveDate> {
    match rule.frequency {
        Frequency::Secondly => day(number.div_euclid(86_400)),
        Frequency::Minutely => day(number.div_euclid(1440)),
        Frequency::Hourly => day(number.div_euclid(24)),
        Frequency::Daily => day(number),
        Frequency::Weekly => day(number.checked_mul(7)? + week_offset(rule)),
        Frequency::Monthly => ymd(number.div_euclid(12), number.rem_euclid(12) as u32 + 1),
        Frequency::Yearly => ymd(number, 1),
    }
}

/// The first day after a period.
pub(super) fn day_after(rule: &Rule, number: i64) -> Option<NaiveDate> {
    match rule.frequency {
        Frequency::Weekly | Frequency::Monthly | Frequency::Yearly => {
            first_day(rule, number.checked_add(1)?)
        }
        _ => first_day(rule, number)?.checked_add_days(Days::new(1)),
    }
}

fn seconds(wall: NaiveDateTime) -> i64 {
    i64::from(wall.minute() * 60 + wall.second())
}

/// Day 1 of the common era was a Monday; weeks may start later than that.
fn week_offset(rule: &Rule) -> i64 {
    1 + i64::from(rule.week_start.num_days_from_monday())
}

fn day(number: i64) -> Option<NaiveDate> {
    let date = NaiveDate::from_num_days_from_ce_opt(i32::try_from(number).ok()?)?;
    (i64::from(date.year()) <= LAST_YEAR).then_some(date)
}

fn ymd(year: i64, month: u32) -> Option<NaiveDate> {
    if year > LAST_YEAR {
        return None;
    }
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, 1)
}
