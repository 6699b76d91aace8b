//! What was typed becomes what it means, once: dates, times, lengths, categories. What means
//! nothing becomes a sentence.

use crate::failure::refused;
use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Weekday};
use clap::builder::{PossibleValuesParser, TypedValueParser};
use evenkeel_app::messages::Fault;
use evenkeel_app::{Instant, Step};
use evenkeel_core::category::Category;
use evenkeel_core::edit::Refusal;

/// The clock as it was typed.
pub(crate) enum Now {
    Instant(Instant),
    /// Wall time in the home zone.
    Wall(NaiveDateTime),
}

/// A time of day, on a date or on one that the context gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Time {
    date: Option<NaiveDate>,
    time: NaiveTime,
}

impl Time {
    /// Reads `2026-11-20T09:00`, `2026-11-20 09:00` or `09:00`.
    pub(crate) fn read(text: &str) -> Result<Time, Fault> {
        let (day, clock) = match text.trim().split_once(['T', 't', ' ']) {
            Some((day, clock)) => (Some(day), clock.trim_start()),
            None => (None, text.trim()),
        };
        let time = NaiveTime::parse_from_str(clock, "%H:%M")
            .or_else(|_| NaiveTime::parse_from_str(clock, "%H:%M:%S"))
            .map_err(|_| {
                refused(
                    format!("{} is no time.", quoted(text)),
                    "Write a time as 09:00, or with its date as 2026-11-20T09:00.",
                )
            })?;
        Ok(Time {
            date: day.map(date).transpose()?,
            time,
        })
    }

    /// The wall time, on `day` when no date was typed.
    pub(crate) fn on(self, day: NaiveDate) -> NaiveDateTime {
        self.date.unwrap_or(day).and_time(self.time)
    }

    /// The wall time of something that has happened: without a date it is today's, or yesterday's
    /// where today's is more than half a day ahead.
    pub(crate) fn near(self, now: NaiveDateTime) -> NaiveDateTime {
        let today = self.on(now.date());
        let far = TimeDelta::hours(12) < today - now;
        match (self.date, now.date().pred_opt()) {
            (None, Some(yesterday)) if far => self.on(yesterday),
            _ => today,
        }
    }
}

/// Reads `2026-11-20`.
pub(crate) fn date(text: &str) -> Result<NaiveDate, Fault> {
    let parts: Vec<&str> = text.trim().split('-').collect();
    let whole = parts.iter().map(|part| part.len()).eq([4, 2, 2]);
    let date = NaiveDate::parse_from_str(text.trim(), "%Y-%m-%d")
        .ok()
        .filter(|_| whole)
        .ok_or_else(|| {
            refused(
                format!("{} is no date.", quoted(text)),
                "Write a date as year, month and day: 2026-11-20.",
            )
        })?;
    match (1900..=9990).contains(&date.year()) {
        true => Ok(date),
        false => Err(Refusal::OutsideCalendar.into()),
    }
}

/// Reads a day of a week: `2026-11-20`, or `2026-W47` for its Monday.
pub(crate) fn week(text: &str) -> Result<NaiveDate, Fault> {
    let Some((year, week)) = text.trim().split_once("-W") else {
        return date(text);
    };
    let found = year
        .parse()
        .ok()
        .zip(week.parse().ok())
        .filter(|_| (year.len(), week.len()) == (4, 2))
        .and_then(|(year, week)| NaiveDate::from_isoywd_opt(year, week, Weekday::Mon));
    let found = found.filter(|monday| (1900..=9990).contains(&monday.year()));
    found.ok_or_else(|| {
        refused(
            format!("{} is no week.", quoted(text)),
            "Write a week as 2026-W47, or one of its days as 2026-11-20.",
        )
    })
}

/// Reads a date that may be missing.
pub(crate) fn day(text: Option<&str>) -> Result<Option<NaiveDate>, Fault> {
    text.map(date).transpose()
}

/// Reads an instant such as `2026-11-20T07:00:00Z`, or a wall time.
pub(crate) fn now(text: &str) -> Result<Now, Fault> {
    let no_clock = || {
        refused(
            format!("{} is no time to set the clock to.", quoted(text)),
            "Write 2026-11-20T07:00:00Z, or 2026-11-20T08:00 for a time in the home zone.",
        )
    };
    if let Ok(instant) = DateTime::parse_from_rfc3339(text.trim()) {
        date(&instant.format("%Y-%m-%d").to_string())?;
        return Ok(Now::Instant(Instant(instant.timestamp())));
    }
    match Time::read(text) {
        Ok(Time {
            date: Some(day),
            time,
        }) => Ok(Now::Wall(day.and_time(time))),
        _ => Err(no_clock()),
    }
}

/// Reads a length or a step: `90m`, `1h30`, `1h30m`, `2h`, `1d`, `1w`, `-15m`; bare numbers are
/// minutes.
pub(crate) fn step(text: &str) -> Result<Step, Fault> {
    parse_step(text).ok_or_else(|| {
        refused(
            format!("{} is no length of time.", quoted(text)),
            "Write minutes, hours, days or weeks: 90m, 1h30m, 2d.",
        )
    })
}

fn parse_step(text: &str) -> Option<Step> {
    let text = text.trim().to_ascii_lowercase();
    let (sign, mut rest) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text.strip_prefix('+').unwrap_or(&text)),
    };
    let mut step = Step::default();
    if rest.is_empty() {
        return None;
    }
    while !rest.is_empty() {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let (number, after) = rest.split_at(digits);
        let number: i32 = number.parse().ok()?;
        let unit = after.chars().next().unwrap_or('m');
        let (days, minutes) = match unit {
            'w' => (7, 0),
            'd' => (1, 0),
            'h' => (0, 60),
            'm' => (0, 1),
            _ => return None,
        };
        step.days = step.days.checked_add(number.checked_mul(sign * days)?)?;
        step.minutes = step
            .minutes
            .checked_add(number.checked_mul(sign * minutes)?)?;
        rest = after.get(1..).unwrap_or_default();
    }
    Some(step)
}

/// Reads a category; clap lists them where another word was typed.
pub(crate) fn category() -> impl TypedValueParser<Value = Category> {
    PossibleValuesParser::new(Category::ALL.map(Category::name))
        .try_map(|name| Category::from_name(&name).ok_or("no such category"))
}

fn quoted(text: &str) -> String {
    format!("\u{201c}{}\u{201d}", text.escape_debug())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stepped(text: &str) -> Option<(i32, i32)> {
        parse_step(text).map(|step| (step.days, step.minutes))
    }

    #[test]
    fn lengths_are_read_as_people_write_them() {
        let read = ["90m", "90", "1h30", "1h30m", "2H", "+1d", "-15m", "-1w2d"].map(stepped);
        let meant = [
            (0, 90),
            (0, 90),
            (0, 90),
            (0, 90),
            (0, 120),
            (1, 0),
            (0, -15),
            (-9, 0),
        ];
        assert_eq!(read, meant.map(Some));
        for text in ["", "-", "h", "1x", "1.5h", "9999999999m", "1h-5m", "é"] {
            assert_eq!(stepped(text), None, "{text}");
        }
    }

    #[test]
    fn a_date_is_four_digits_two_and_two() {
        assert!(date("2026-11-20").is_ok());
        for text in [
            "2026-11-31",
            "26-11-20",
            "2026-1-2",
            "20.11.2026",
            "+2026-11-20",
            "",
        ] {
            let fault = date(text).unwrap_err();
            assert!(fault.message.ends_with("is no date."), "{}", fault.message);
        }
        let outside = date("1600-01-01").unwrap_err();
        assert_eq!(outside.message, "The date lies outside the calendar.");
    }

    #[test]
    fn a_week_is_one_of_its_days_or_its_number() {
        let monday = week("2026-W47").unwrap();
        assert_eq!(monday.to_string(), "2026-11-16");
        assert_eq!(week("2026-11-18").unwrap().to_string(), "2026-11-18");
        for text in ["2026-W54", "2026-W4", "26-W47", "W47", "next"] {
            assert!(week(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_time_may_leave_out_its_date() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 16).unwrap();
        let on = |text: &str| Time::read(text).map(|time| time.on(day).to_string());
        assert_eq!(on("09:05").unwrap(), "2026-11-16 09:05:00");
        assert_eq!(on("2026-11-20T09:05").unwrap(), "2026-11-20 09:05:00");
        assert_eq!(on("2026-11-20 09:05:00").unwrap(), "2026-11-20 09:05:00");
        assert!(on("25:00").is_err() && on("nine").is_err() && on("2026-11-31T09:00").is_err());
    }

    #[test]
    fn a_time_that_has_been_is_yesterdays_where_todays_is_far_ahead() {
        let now = NaiveDate::from_ymd_opt(2026, 11, 20).unwrap();
        let near = |text: &str, hour: u32| {
            let now = now.and_hms_opt(hour, 30, 0).unwrap();
            Time::read(text).unwrap().near(now).to_string()
        };
        assert_eq!(near("23:50", 0), "2026-11-19 23:50:00");
        assert_eq!(near("18:00", 17), "2026-11-20 18:00:00");
        assert_eq!(near("2026-11-20T23:50", 0), "2026-11-20 23:50:00");
    }
}
