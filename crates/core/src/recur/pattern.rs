//! What a rule asks of a day and of a time of day, with all that DTSTART supplies where the rule is
//! silent. It says yes or no to one day; walking along the days happens in `expand`.

use super::rule::{Frequency, Rule, WeekdayNumber};
use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike, Weekday};

/// A rule together with what its DTSTART adds to it.
pub(super) struct Pattern<'r> {
    pub(super) rule: &'r Rule,
    by_month: Vec<u32>,
    by_month_day: Vec<i32>,
    by_day: Vec<WeekdayNumber>,
    hours: Vec<u32>,
    minutes: Vec<u32>,
    seconds: Vec<u32>,
}

impl<'r> Pattern<'r> {
    pub(super) fn new(rule: &'r Rule, start: NaiveDateTime) -> Pattern<'r> {
        let mut by_month = rule.by_month.clone();
        let mut by_month_day = rule.by_month_day.clone();
        let mut by_day = rule.by_day.clone();
        let silent = by_month_day.is_empty()
            && by_day.is_empty()
            && rule.by_year_day.is_empty()
            && rule.by_week.is_empty();
        match rule.frequency {
            Frequency::Yearly if silent => {
                if by_month.is_empty() {
                    by_month.push(start.month());
                }
                by_month_day.push(start.day() as i32);
            }
            Frequency::Monthly if silent => by_month_day.push(start.day() as i32),
            Frequency::Weekly if silent => by_day.push(WeekdayNumber {
                ordinal: 0,
                weekday: start.weekday(),
            }),
            _ => {}
        }
        let or_start = |list: &[u32], start: u32| match list {
            [] => vec![start],
            list => list.to_vec(),
        };
        Pattern {
            rule,
            by_month,
            by_month_day,
            by_day,
            hours: or_start(&rule.by_hour, start.hour()),
            minutes: or_start(&rule.by_minute, start.minute()),
            seconds: or_start(&rule.by_second, start.second()),
        }
    }

    /// Whether the rule takes a day.
    pub(super) fn takes(&self, day: NaiveDate) -> bool {
        let rule = self.rule;
        (self.by_month.is_empty() || self.by_month.contains(&day.month()))
            && (self.by_month_day.is_empty() || {
                let number = day.day() as i32;
                holds(&self.by_month_day, number, days_in_month(day))
            })
            && (self.by_day.is_empty() || self.by_day.iter().any(|wanted| self.is(wanted, day)))
            && (rule.by_year_day.is_empty() || {
                holds(
                    &rule.by_year_day,
                    day.ordinal() as i32,
                    days_in_year(day.year()),
                )
            })
            && (rule.by_week.is_empty() || {
                let (number, weeks) = week(day, rule.week_start);
                holds(&rule.by_week, number, weeks)
            })
    }

    /// Whether whole months can be passed over without looking at their days.
    pub(super) fn takes_month(&self, month: u32) -> bool {
        self.by_month.is_empty() || self.by_month.contains(&month)
    }

    /// The times of a day, in order; for an hourly rule those of one hour, if the rule takes it.
    pub(super) fn times(&self, hour: Option<u32>) -> Times<'_> {
        let hours = match hour {
            None => Hours::Listed(&self.hours),
            Some(hour) if self.rule.by_hour.is_empty() || self.rule.by_hour.contains(&hour) => {
                Hours::One(hour)
            }
            Some(_) => Hours::Listed(&[]),
        };
        Times {
            hours,
            minutes: &self.minutes,
            seconds: &self.seconds,
        }
    }

    /// How many times every whole period yields, where that is the same for all of them. Counting
    /// up to COUNT needs no walk then.
    pub(super) fn per_period(&self) -> Option<u64> {
        let rule = self.rule;
        if !rule.by_year_day.is_empty() || !rule.by_week.is_empty() {
            return None;
        }
        let times = self.times(None).len() as u64;
        let no_months = self.by_month.is_empty();
        let no_month_days = self.by_month_day.is_empty();
        let by_position = &rule.by_position;
        let fixed = match rule.frequency {
            Frequency::Secondly | Frequency::Minutely => None,
            Frequency::Hourly => {
                let free = no_months && no_month_days && self.by_day.is_empty();
                (free && rule.by_hour.is_empty())
                    .then_some((self.minutes.len() * self.seconds.len()) as u64)
            }
            Frequency::Daily => {
                (no_months && no_month_days && self.by_day.is_empty()).then_some(times)
            }
            Frequency::Weekly => {
                (no_months && no_month_days).then(|| times * self.plain_weekdays())
            }
            Frequency::Monthly => no_months.then(|| self.days_in_any_month(by_position))?,
            Frequency::Yearly => {
                let dated = self.by_day.is_empty() && by_position.is_empty() && !no_months;
                (dated && same_in_any_month(&self.by_month_day))
                    .then(|| (self.by_month.len() * self.by_month_day.len()) as u64 * times)
            }
        };
        if by_position.is_empty() || rule.frequency == Frequency::Monthly {
            return fixed;
        }
        let most = i64::try_from(fixed?).unwrap_or(i64::MAX);
        one_sided(by_position, most).then_some(by_position.len() as u64)
    }

    fn days_in_any_month(&self, by_position: &[i32]) -> Option<u64> {
        let times = self.times(None).len() as u64;
        if !self.by_day.is_empty() && self.by_month_day.is_empty() {
            if self.by_day.iter().all(|day| day.ordinal == 0) {
                // Every weekday comes four or five times, so only low positions are certain.
                let least = i64::try_from(4 * times * self.plain_weekdays()).unwrap_or(i64::MAX);
                return (!by_position.is_empty() && one_sided(by_position, least))
                    .then_some(by_position.len() as u64);
            }
            let ordinals: Vec<i32> = self.by_day.iter().map(|day| day.ordinal.into()).collect();
            return (by_position.is_empty() && one_sided(&ordinals, 4))
                .then_some(self.by_day.len() as u64 * times);
        }
        let dated = self.by_day.is_empty() && same_in_any_month(&self.by_month_day);
        let fixed = dated.then_some(self.by_month_day.len() as u64 * times)?;
        if by_position.is_empty() {
            return Some(fixed);
        }
        one_sided(by_position, i64::try_from(fixed).unwrap_or(i64::MAX))
            .then_some(by_position.len() as u64)
    }

    fn plain_weekdays(&self) -> u64 {
        let mask = self.by_day.iter().fold(0u8, |mask, day| {
            mask | 1 << day.weekday.num_days_from_monday()
        });
        u64::from(mask.count_ones())
    }

    fn is(&self, wanted: &WeekdayNumber, day: NaiveDate) -> bool {
        if wanted.weekday != day.weekday() {
            return false;
        }
        let ordinal = i32::from(wanted.ordinal);
        let (number, length) = match self.rule.frequency {
            _ if ordinal == 0 => return true,
            Frequency::Yearly if self.rule.by_month.is_empty() => {
                (day.ordinal() as i32, days_in_year(day.year()))
            }
            Frequency::Yearly | Frequency::Monthly => (day.day() as i32, days_in_month(day)),
            // An ordinal means nothing within a week or a day.
            _ => return true,
        };
        let from_start = (number - 1) / 7 + 1;
        let from_end = -((length - number) / 7 + 1);
        ordinal == from_start || ordinal == from_end
    }
}

/// The times of day of a rule, without making a list of up to 86,400 of them.
#[derive(Clone, Copy)]
pub(super) struct Times<'p> {
    hours: Hours<'p>,
    minutes: &'p [u32],
    seconds: &'p [u32],
}

#[derive(Clone, Copy)]
enum Hours<'p> {
    Listed(&'p [u32]),
    One(u32),
}

impl Times<'_> {
    pub(super) fn len(&self) -> usize {
        let hours = match self.hours {
            Hours::Listed(hours) => hours.len(),
            Hours::One(_) => 1,
        };
        hours * self.minutes.len() * self.seconds.len()
    }

    /// The `index`-th time, counted from 0.
    pub(super) fn at(&self, index: usize) -> NaiveTime {
        let (index, second) = (index / self.seconds.len(), index % self.seconds.len());
        let (index, minute) = (index / self.minutes.len(), index % self.minutes.len());
        let hour = match self.hours {
            Hours::Listed(hours) => hours.get(index).copied().unwrap_or_default(),
            Hours::One(hour) => hour,
        };
        NaiveTime::from_hms_opt(hour, self.minutes[minute], self.seconds[second])
            .unwrap_or_default()
    }

    /// How many times lie before `time`.
    pub(super) fn before(&self, time: NaiveTime) -> usize {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = (low + high) / 2;
            if self.at(middle) < time {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }
}

/// Whether a list holds a number, counted from the start or (negative) from the end.
fn holds(list: &[i32], number: i32, length: i32) -> bool {
    list.contains(&number) || list.contains(&(number - length - 1))
}

/// All from the start or all from the end, none beyond `most`: then no two mean the same.
fn one_sided(list: &[i32], most: i64) -> bool {
    let within = |n: &i32| i64::from(n.abs()) <= most;
    list.iter().all(within) && (list.iter().all(|n| *n > 0) || list.iter().all(|n| *n < 0))
}

fn same_in_any_month(month_days: &[i32]) -> bool {
    !month_days.is_empty() && one_sided(month_days, 28)
}

fn days_in_month(day: NaiveDate) -> i32 {
    match day.month() {
        4 | 6 | 9 | 11 => 30,
        2 if day.leap_year() => 29,
        2 => 28,
        _ => 31,
    }
}

fn days_in_year(year: i32) -> i32 {
    match NaiveDate::from_yo_opt(year, 366) {
        Some(_) => 366,
        None => 365,
    }
}

/// The week of the year a day is in, and how many weeks that year has. As in ISO 8601 the first
/// week has at least four days in the year, but weeks may start on any day.
fn week(day: NaiveDate, week_start: Weekday) -> (i32, i32) {
    let year = day.year();
    let (first, weeks) = first_week(year, week_start);
    let into = day.ordinal() as i32 - first;
    if into < 0 {
        let (before, weeks) = first_week(year - 1, week_start);
        let into = day.ordinal() as i32 + days_in_year(year - 1) - before;
        return (into / 7 + 1, weeks);
    }
    let number = into / 7 + 1;
    if weeks < number {
        return (1, first_week(year + 1, week_start).1);
    }
    (number, weeks)
}

/// Day of the year (possibly below 1) on which week 1 starts, and the number of weeks.
fn first_week(year: i32, week_start: Weekday) -> (i32, i32) {
    let offset = |year: i32| {
        let into = NaiveDate::from_yo_opt(year, 1)
            .map_or(0, |day| day.weekday().days_since(week_start) as i32);
        if into <= 3 { 1 - into } else { 8 - into }
    };
    let first = offset(year);
    let next = days_in_year(year) + offset(year + 1);
    (first, (next - first) / 7)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weeks_that_start_on_monday_are_those_of_iso_8601() {
        let first = NaiveDate::from_ymd_opt(1899, 12, 1).unwrap();
        for day in first.iter_days().take(90_000) {
            let (number, weeks) = week(day, Weekday::Mon);
            assert_eq!(number, day.iso_week().week() as i32, "{day}");
            let year = day.iso_week().year();
            let last = NaiveDate::from_ymd_opt(year, 12, 28).unwrap();
            assert_eq!(weeks, last.iso_week().week() as i32, "{day}");
        }
    }
}
