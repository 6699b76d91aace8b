//! A recurrence rule as a value, read from the text of an RRULE. It knows no dates of its own; what
//! it yields is worked out in `expand`.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, Weekday};

/// COUNT above this is refused: no calendar a person keeps needs it.
pub const MOST_COUNT: u32 = 100_000;

/// How long one period of a rule is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Frequency {
    /// Every INTERVAL-th second; never expanded.
    Secondly,
    /// Every INTERVAL-th minute; never expanded.
    Minutely,
    /// Every INTERVAL-th hour.
    Hourly,
    /// Every INTERVAL-th day.
    Daily,
    /// Every INTERVAL-th week.
    Weekly,
    /// Every INTERVAL-th month.
    Monthly,
    /// Every INTERVAL-th year.
    Yearly,
}

/// A weekday of BYDAY, with its ordinal in the month or year where there is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WeekdayNumber {
    /// 1 is the first, -1 the last, 0 every one.
    pub ordinal: i16,
    /// The day itself.
    pub weekday: Weekday,
}

/// The parts of an RRULE. Lists are sorted and without repetition; an empty list means that the
/// part is absent.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(
    missing_docs,
    reason = "the parts are named as in RFC 5545, section 3.3.10"
)]
pub struct Rule {
    pub frequency: Frequency,
    pub interval: u32,
    pub count: Option<u32>,
    pub until: Option<Until>,
    pub by_second: Vec<u32>,
    pub by_minute: Vec<u32>,
    pub by_hour: Vec<u32>,
    pub by_day: Vec<WeekdayNumber>,
    pub by_month_day: Vec<i32>,
    pub by_year_day: Vec<i32>,
    pub by_week: Vec<i32>,
    pub by_month: Vec<u32>,
    pub by_position: Vec<i32>,
    pub week_start: Weekday,
}

/// UNTIL as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Until {
    /// The last day.
    Day(NaiveDate),
    /// The last wall time.
    Wall(NaiveDateTime),
    /// The last time, in UTC.
    Utc(NaiveDateTime),
}

impl Until {
    /// The last wall time of a rule whose times are already wall times of its series.
    pub fn wall(self) -> NaiveDateTime {
        match self {
            Until::Day(day) => {
                day.and_time(NaiveTime::from_hms_opt(23, 59, 59).unwrap_or_default())
            }
            Until::Wall(wall) | Until::Utc(wall) => wall,
        }
    }
}

impl Rule {
    /// How many values a day is held against.
    pub(super) fn length(&self) -> u32 {
        let lists = [
            self.by_day.len(),
            self.by_month_day.len(),
            self.by_year_day.len(),
            self.by_week.len(),
        ];
        u32::try_from(lists.iter().sum::<usize>()).unwrap_or(u32::MAX)
    }

    /// Reads an RRULE value; the error says in plain words what is wrong with it.
    pub fn parse(value: &str) -> Result<Rule, String> {
        let mut rule = Rule {
            frequency: Frequency::Yearly,
            interval: 1,
            count: None,
            until: None,
            by_second: Vec::new(),
            by_minute: Vec::new(),
            by_hour: Vec::new(),
            by_day: Vec::new(),
            by_month_day: Vec::new(),
            by_year_day: Vec::new(),
            by_week: Vec::new(),
            by_month: Vec::new(),
            by_position: Vec::new(),
            week_start: Weekday::Mon,
        };
        let mut frequency = None;
        for part in value
            .split(';')
            .map(str::trim)
            .filter(|part| !part.is_empty())
        {
            let (name, value) = part
                .split_once('=')
                .ok_or_else(|| format!("“{}” has no value", shortened(part)))?;
            let value = value.trim();
            let wrong = || format!("{} cannot be “{}”", shortened(name), shortened(value));
            match name.trim().to_ascii_uppercase().as_str() {
                "FREQ" => frequency = Some(frequency_named(value).ok_or_else(wrong)?),
                "INTERVAL" => {
                    rule.interval = value.parse().ok().filter(|n| *n > 0).ok_or_else(wrong)?;
                }
                "COUNT" => rule.count = Some(count(value).ok_or_else(wrong)?),
                "UNTIL" => rule.until = Some(until(value).ok_or_else(wrong)?),
                "BYSECOND" => rule.by_second = unsigned(value, 0, 60).ok_or_else(wrong)?,
                "BYMINUTE" => rule.by_minute = unsigned(value, 0, 59).ok_or_else(wrong)?,
                "BYHOUR" => rule.by_hour = unsigned(value, 0, 23).ok_or_else(wrong)?,
                "BYMONTH" => rule.by_month = unsigned(value, 1, 12).ok_or_else(wrong)?,
                "BYDAY" => rule.by_day = weekdays(value).ok_or_else(wrong)?,
                "BYMONTHDAY" => rule.by_month_day = signed(value, 31).ok_or_else(wrong)?,
                "BYYEARDAY" => rule.by_year_day = signed(value, 366).ok_or_else(wrong)?,
                "BYWEEKNO" => rule.by_week = signed(value, 53).ok_or_else(wrong)?,
                "BYSETPOS" => rule.by_position = signed(value, 366).ok_or_else(wrong)?,
                "WKST" => rule.week_start = weekday(value).ok_or_else(wrong)?,
                other if other.starts_with("X-") => {}
                other => return Err(format!("“{}” is not a part of a rule", shortened(other))),
            }
        }
        rule.frequency = frequency.ok_or("it does not say how often")?;
        // A leap second cannot be told from the second before it here.
        rule.by_second.iter_mut().for_each(|s| *s = (*s).min(59));
        rule.by_second.dedup();
        Ok(rule)
    }
}

/// At most 40 characters of foreign text, fit for a sentence.
fn shortened(text: &str) -> String {
    text.chars().take(40).collect()
}

fn frequency_named(value: &str) -> Option<Frequency> {
    Some(match value.to_ascii_uppercase().as_str() {
        "SECONDLY" => Frequency::Secondly,
        "MINUTELY" => Frequency::Minutely,
        "HOURLY" => Frequency::Hourly,
        "DAILY" => Frequency::Daily,
        "WEEKLY" => Frequency::Weekly,
        "MONTHLY" => Frequency::Monthly,
        "YEARLY" => Frequency::Yearly,
        _ => return None,
    })
}

fn count(value: &str) -> Option<u32> {
    value.parse().ok().filter(|n| (1..=MOST_COUNT).contains(n))
}

fn until(value: &str) -> Option<Until> {
    use crate::ics::value::{When, when};
    Some(match when(value)? {
        When::Day(day) => Until::Day(day),
        When::Wall(wall) => Until::Wall(wall),
        When::Utc(wall) => Until::Utc(wall),
    })
}

fn unsigned(value: &str, least: u32, most: u32) -> Option<Vec<u32>> {
    list(value, |item| {
        item.parse().ok().filter(|n| (least..=most).contains(n))
    })
}

fn signed(value: &str, most: i32) -> Option<Vec<i32>> {
    list(value, |item| {
        let number: i32 = item.strip_prefix('+').unwrap_or(item).parse().ok()?;
        (number != 0 && number.abs() <= most).then_some(number)
    })
}

fn list<T: Ord>(value: &str, one: impl Fn(&str) -> Option<T>) -> Option<Vec<T>> {
    let mut items = value
        .split(',')
        .map(|item| one(item.trim()))
        .collect::<Option<Vec<T>>>()?;
    items.sort_unstable();
    items.dedup();
    Some(items)
}

fn weekdays(value: &str) -> Option<Vec<WeekdayNumber>> {
    let mut days = value
        .split(',')
        .map(|item| {
            let item = item.trim();
            let at = item.len().checked_sub(2)?;
            let (ordinal, name) = (item.get(..at)?, item.get(at..)?);
            let ordinal: i16 = match ordinal {
                "" => 0,
                digits => digits
                    .strip_prefix('+')
                    .unwrap_or(digits)
                    .parse()
                    .ok()
                    .filter(|n: &i16| *n != 0 && n.abs() <= 53)?,
            };
            Some(WeekdayNumber {
                ordinal,
                weekday: weekday(name)?,
            })
        })
        .collect::<Option<Vec<_>>>()?;
    days.sort_unstable_by_key(|day| (day.weekday.num_days_from_monday(), day.ordinal));
    days.dedup();
    Some(days)
}

fn weekday(name: &str) -> Option<Weekday> {
    Some(match name.to_ascii_uppercase().as_str() {
        "MO" => Weekday::Mon,
        "TU" => Weekday::Tue,
        "WE" => Weekday::Wed,
        "TH" => Weekday::Thu,
        "FR" => Weekday::Fri,
        "SA" => Weekday::Sat,
        "SU" => Weekday::Sun,
        _ => return None,
    })
}
