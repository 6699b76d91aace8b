//! The VTIMEZONE of a file as a POSIX TZ string: the rules in force last, for all years. It does not
//! follow how a zone changed over time.

use super::tree::Component;
use super::value::{When, when};
use crate::recur::{Frequency, Rule};
use chrono::{Datelike, NaiveDateTime, Timelike};

/// A zone described in one line.
pub(super) struct Described {
    pub(super) posix: String,
    /// Whether the line says all that the VTIMEZONE says of its last years.
    pub(super) exact: bool,
}

/// The POSIX TZ string of a VTIMEZONE.
pub(super) fn posix(component: &Component<'_>) -> Option<Described> {
    let mut standard = last(component, "STANDARD");
    let mut daylight = last(component, "DAYLIGHT");
    // With one kind of time only, that is the offset all year, whatever it is called.
    if standard.is_none() {
        standard = daylight.take();
    }
    let standard = standard?;
    let fixed = |exact| {
        Some(Described {
            posix: offset(standard.to),
            exact,
        })
    };
    let Some(daylight) = daylight else {
        return fixed(true);
    };
    match (standard.change(), daylight.change()) {
        (Some(to_standard), Some(to_daylight)) => Some(Described {
            posix: format!(
                "{}{},{to_daylight},{to_standard}",
                offset(standard.to),
                offset(daylight.to)
            ),
            exact: true,
        }),
        // Daylight saving time was given up before the last change to standard time.
        _ if daylight.rule.is_none() && daylight.start <= standard.start => fixed(true),
        _ => fixed(false),
    }
}

/// One STANDARD or DAYLIGHT part.
struct Part {
    start: NaiveDateTime,
    /// Seconds east of UTC.
    to: i32,
    rule: Option<Rule>,
}

/// The part in force last: one whose rule never ends, else the one that starts latest.
fn last(component: &Component<'_>, name: &str) -> Option<Part> {
    component
        .children
        .iter()
        .filter(|child| child.name == name)
        .filter_map(part)
        .max_by_key(|part| {
            let endless = part.rule.as_ref().is_some_and(|rule| rule.until.is_none());
            (endless, part.start)
        })
}

fn part(component: &Component<'_>) -> Option<Part> {
    let start = match when(component.line("DTSTART")?.value)? {
        When::Wall(wall) | When::Utc(wall) => wall,
        When::Day(day) => day.into(),
    };
    let rule = component
        .line("RRULE")
        .and_then(|line| Rule::parse(line.value).ok());
    Some(Part {
        start,
        to: seconds_east(component.line("TZOFFSETTO")?.value)?,
        rule,
    })
}

impl Part {
    /// When it begins each year, as `Mmonth.week.day/time`.
    fn change(&self) -> Option<String> {
        let rule = self.rule.as_ref()?;
        if rule.frequency != Frequency::Yearly || rule.until.is_some() || rule.interval != 1 {
            return None;
        }
        let month = match rule.by_month.as_slice() {
            [] => self.start.month(),
            [month] => *month,
            _ => return None,
        };
        let (weekday, week) = match rule.by_day.as_slice() {
            [day] => {
                let week = match (day.ordinal, rule.by_month_day.as_slice()) {
                    (-1, []) => 5,
                    (week @ 1..=4, []) => week,
                    // "The Sunday between the 8th and the 14th" is the second Sunday.
                    (0, days @ [first, ..]) if days.len() == 7 && first % 7 == 1 => {
                        i16::try_from(first / 7 + 1).ok()?
                    }
                    _ => return None,
                };
                (day.weekday, week)
            }
            _ => return None,
        };
        let time = self.start.time();
        Some(format!(
            "M{month}.{week}.{}/{}:{:02}:{:02}",
            weekday.num_days_from_sunday(),
            time.hour(),
            time.minute(),
            time.second()
        ))
    }
}

/// An offset as name and POSIX number, which counts hours *west* of UTC.
fn offset(seconds_east: i32) -> String {
    let clock = |seconds: i32| {
        let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
        match (minutes, rest) {
            (0, 0) => format!("{hours}"),
            (_, 0) => format!("{hours}:{minutes:02}"),
            _ => format!("{hours}:{minutes:02}:{rest:02}"),
        }
    };
    let size = seconds_east.abs();
    let (east, west) = if seconds_east < 0 {
        ('-', "")
    } else {
        ('+', "-")
    };
    let name = format!("{:02}{:02}", size / 3600, size / 60 % 60);
    format!("<{east}{name}>{west}{}", clock(size))
}

/// Reads an offset such as `+0530`, in seconds.
fn seconds_east(value: &str) -> Option<i32> {
    let value = value.trim();
    let (sign, digits) = match value.as_bytes().first()? {
        b'-' => (-1, &value[1..]),
        b'+' => (1, &value[1..]),
        _ => (1, value),
    };
    if !matches!(digits.len(), 4 | 6) || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let pair = |at: usize| {
        digits
            .get(at..at + 2)
            .map_or(Some(0), |two| two.parse().ok())
    };
    let seconds: i32 = pair(0)? * 3600 + pair(2)? * 60 + pair(4)?;
    (seconds < 25 * 3600).then_some(sign * seconds)
}
