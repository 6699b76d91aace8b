//! A day, a week or a month that someone names to go there: "2026-12-03", "3 Dec", "next week",
//! "week 49", "March 2027". Only a text that says nothing else is read.

use crate::settings::Settings;
use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

/// Where a name leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// One day.
    Day(NaiveDate),
    /// The week with this first day.
    Week(NaiveDate),
    /// The month with this first day.
    Month(NaiveDate),
}

impl Place {
    /// Its first day.
    pub fn day(self) -> NaiveDate {
        match self {
            Place::Day(day) | Place::Week(day) | Place::Month(day) => day,
        }
    }

    /// How far away it is: "today", "in 3 days", "6 weeks ago", "next month".
    pub fn away(self, today: NaiveDate) -> String {
        let days = (self.day() - today).num_days();
        match self {
            Place::Day(_) => days_away(days),
            Place::Week(_) => match days.div_euclid(7) + i64::from(days.rem_euclid(7) != 0) {
                0 => "this week".into(),
                1 => "next week".into(),
                -1 => "last week".into(),
                weeks => counted(weeks, "week"),
            },
            Place::Month(day) => match months(today, day) {
                0 => "this month".into(),
                1 => "next month".into(),
                -1 => "last month".into(),
                months => counted(months, "month"),
            },
        }
    }
}

/// The place that a text names; `None` where it names none, or one outside the calendar.
pub fn place(text: &str, today: NaiveDate, settings: &Settings) -> Option<Place> {
    let text = text.to_lowercase().replace(',', " ");
    let words: Vec<&str> = text
        .split_whitespace()
        .filter(|word| *word != "of")
        .collect();
    let from = Reader { today, settings };
    from.written(&words)
        .or_else(|| from.week(&words))
        .or_else(|| from.month(&words))
        .or_else(|| from.day(&words))
        .filter(|place| (1900..=9990).contains(&place.day().year()))
}

struct Reader<'s> {
    today: NaiveDate,
    settings: &'s Settings,
}

impl Reader<'_> {
    /// As computers write it: "2026-12-03", "2026-12", "2026-W49".
    fn written(&self, words: &[&str]) -> Option<Place> {
        let [word] = words else { return None };
        if let Ok(day) = word.parse() {
            return Some(Place::Day(day));
        }
        let (year, rest) = word.split_once('-')?;
        let year = year_of(year)?;
        match rest.strip_prefix('w') {
            Some(week) => self.numbered(year, week.parse().ok()?),
            None => Some(Place::Month(NaiveDate::from_ymd_opt(
                year,
                rest.parse().ok()?,
                1,
            )?)),
        }
    }

    fn week(&self, words: &[&str]) -> Option<Place> {
        let by = |weeks: i64| {
            let day = shifted(self.today, weeks.checked_mul(7)?)?;
            Some(Place::Week(self.settings.week_of(day)))
        };
        match words {
            ["this", "week"] => by(0),
            ["next", "week"] => by(1),
            ["last" | "previous", "week"] => by(-1),
            ["in", count, "week" | "weeks"] => by(count_of(count)?),
            [count, "week" | "weeks", "ago"] => by(-count_of(count)?),
            ["week", number] => self.numbered(self.today.iso_week().year(), number.parse().ok()?),
            ["week", number, year] => self.numbered(year_of(year)?, number.parse().ok()?),
            [short] => {
                let number = short.strip_prefix('w')?.parse().ok()?;
                self.numbered(self.today.iso_week().year(), number)
            }
            _ => None,
        }
    }

    /// The week with an ISO number: the one whose Thursday has it.
    fn numbered(&self, year: i32, number: u32) -> Option<Place> {
        let thursday = NaiveDate::from_isoywd_opt(year, number, Weekday::Thu)?;
        Some(Place::Week(self.settings.week_of(thursday)))
    }

    fn month(&self, words: &[&str]) -> Option<Place> {
        let first = self.today.with_day(1)?;
        match words {
            ["this", "month"] => Some(Place::Month(first)),
            ["next", "month"] => Some(Place::Month(first.checked_add_months(Months::new(1))?)),
            ["last" | "previous", "month"] => {
                Some(Place::Month(first.checked_sub_months(Months::new(1))?))
            }
            [name] => Some(Place::Month(first.with_month(month_of(name)?)?)),
            [name, year] => Some(Place::Month(NaiveDate::from_ymd_opt(
                year_of(year)?,
                month_of(name)?,
                1,
            )?)),
            _ => None,
        }
    }

    fn day(&self, words: &[&str]) -> Option<Place> {
        let by = |days: i64| shifted(self.today, days);
        let day = match words {
            ["today" | "now"] => by(0),
            ["tomorrow"] => by(1),
            ["yesterday"] => by(-1),
            ["in", count, "day" | "days"] => by(count_of(count)?),
            [count, "day" | "days", "ago"] => by(-count_of(count)?),
            [name] => by(self.ahead(weekday_of(name)?)),
            ["next", name] => self.next(weekday_of(name)?),
            ["last", name] => by(match self.ahead(weekday_of(name)?) {
                0 => -7,
                ahead => ahead - 7,
            }),
            [one, other] => self.dated(one, other, None),
            [one, other, year] => self.dated(one, other, Some(year_of(year)?)),
            _ => None,
        };
        day.map(Place::Day)
    }

    /// "3 Dec", "Dec 3rd": without a year the one whose day is nearest.
    fn dated(&self, one: &str, other: &str, year: Option<i32>) -> Option<NaiveDate> {
        let (month, day) = match month_of(other) {
            Some(month) => (month, number_of(one)?),
            None => (month_of(one)?, number_of(other)?),
        };
        if let Some(year) = year {
            return NaiveDate::from_ymd_opt(year, month, day);
        }
        let this = self.today.year();
        (this - 1..=this + 1)
            .filter_map(|year| NaiveDate::from_ymd_opt(year, month, day))
            .min_by_key(|date| (*date - self.today).num_days().abs())
    }

    /// The day of that name in the week after this one.
    fn next(&self, weekday: Weekday) -> Option<NaiveDate> {
        let week = shifted(self.settings.week_of(self.today), 7)?;
        shifted(week, i64::from(weekday.days_since(week.weekday())))
    }

    /// Days until a weekday comes; today counts.
    fn ahead(&self, weekday: Weekday) -> i64 {
        i64::from(weekday.days_since(self.today.weekday()))
    }
}

fn days_away(days: i64) -> String {
    match days.abs() {
        0 => "today".into(),
        1 if days < 0 => "yesterday".into(),
        1 => "tomorrow".into(),
        ..14 => counted(days, "day"),
        14..61 => counted(days / 7, "week"),
        61..731 => counted(days * 12 / 365, "month"),
        _ => counted(days / 365, "year"),
    }
}

fn counted(number: i64, unit: &str) -> String {
    let count = number.abs();
    let plural = if count == 1 { "" } else { "s" };
    match number < 0 {
        true => format!("{count} {unit}{plural} ago"),
        false => format!("in {count} {unit}{plural}"),
    }
}

fn months(from: NaiveDate, to: NaiveDate) -> i64 {
    let count = |day: NaiveDate| i64::from(day.year()) * 12 + i64::from(day.month0());
    count(to) - count(from)
}

fn shifted(day: NaiveDate, by: i64) -> Option<NaiveDate> {
    let days = Days::new(by.unsigned_abs());
    match by < 0 {
        true => day.checked_sub_days(days),
        false => day.checked_add_days(days),
    }
}

fn count_of(word: &str) -> Option<i64> {
    match word {
        "a" | "one" => Some(1),
        "two" => Some(2),
        "three" => Some(3),
        word => word.parse::<u16>().ok().map(i64::from),
    }
}

fn number_of(word: &str) -> Option<u32> {
    let digits = word.trim_end_matches(|letter: char| !letter.is_ascii_digit());
    let ending = &word[digits.len()..];
    if !["", "st", "nd", "rd", "th", "."].contains(&ending) {
        return None;
    }
    digits.parse().ok()
}

fn year_of(word: &str) -> Option<i32> {
    (word.len() == 4).then(|| word.parse().ok())?
}

fn month_of(word: &str) -> Option<u32> {
    const NAMES: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    named(word, &NAMES).map(|index| index as u32 + 1)
}

fn weekday_of(word: &str) -> Option<Weekday> {
    const NAMES: [&str; 7] = [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ];
    Weekday::try_from(named(word, &NAMES)? as u8).ok()
}

/// Which name a word is, whole or from three letters on.
fn named(word: &str, names: &[&str]) -> Option<usize> {
    let word = word.trim_end_matches('.');
    if word.len() < 3 {
        return None;
    }
    names.iter().position(|name| name.starts_with(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> Option<String> {
        // A Thursday.
        let today = "2026-11-19".parse().unwrap();
        place(text, today, &Settings::default()).map(|place| match place {
            Place::Day(day) => format!("day {day}"),
            Place::Week(day) => format!("week {day}"),
            Place::Month(day) => format!("month {day}"),
        })
    }

    #[test]
    fn a_place_in_time_is_read_in_many_ways() {
        for (text, expected) in [
            ("2026-12-03", "day 2026-12-03"),
            ("3 Dec", "day 2026-12-03"),
            ("dec 3", "day 2026-12-03"),
            ("3rd of December, 2027", "day 2027-12-03"),
            ("3. Dec. 2027", "day 2027-12-03"),
            ("2 Jan", "day 2027-01-02"),
            ("29 feb 2028", "day 2028-02-29"),
            ("today", "day 2026-11-19"),
            ("Yesterday", "day 2026-11-18"),
            ("in 10 days", "day 2026-11-29"),
            ("two days ago", "day 2026-11-17"),
            ("thu", "day 2026-11-19"),
            ("next thu", "day 2026-11-26"),
            ("next sunday", "day 2026-11-29"),
            ("last thursday", "day 2026-11-12"),
            ("fri", "day 2026-11-20"),
            ("last fri", "day 2026-11-13"),
            ("this week", "week 2026-11-16"),
            ("next week", "week 2026-11-23"),
            ("last week", "week 2026-11-09"),
            ("in 3 weeks", "week 2026-12-07"),
            ("2 weeks ago", "week 2026-11-02"),
            ("week 49", "week 2026-11-30"),
            ("W1", "week 2025-12-29"),
            ("week 53 2026", "week 2026-12-28"),
            ("2027-W02", "week 2027-01-11"),
            ("december", "month 2026-12-01"),
            ("mar 2027", "month 2027-03-01"),
            ("2027-03", "month 2027-03-01"),
            ("next month", "month 2026-12-01"),
        ] {
            assert_eq!(read(text).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn how_far_away_a_place_is_fits_its_size() {
        let today: NaiveDate = "2026-11-19".parse().unwrap();
        let day = |text: &str| Place::Day(text.parse().unwrap()).away(today);
        let week = |text: &str| Place::Week(text.parse().unwrap()).away(today);
        let month = |text: &str| Place::Month(text.parse().unwrap()).away(today);
        assert_eq!(day("2026-11-19"), "today");
        assert_eq!(day("2026-11-18"), "yesterday");
        assert_eq!(day("2026-12-01"), "in 12 days");
        assert_eq!(day("2026-12-03"), "in 2 weeks");
        assert_eq!(day("2026-08-19"), "3 months ago");
        assert_eq!(day("2021-01-01"), "5 years ago");
        assert_eq!(week("2026-11-16"), "this week");
        assert_eq!(week("2026-11-23"), "next week");
        assert_eq!(week("2026-11-09"), "last week");
        assert_eq!(week("2026-11-02"), "2 weeks ago");
        assert_eq!(month("2026-11-01"), "this month");
        assert_eq!(month("2027-01-01"), "in 2 months");
    }

    #[test]
    fn what_names_no_place_in_time_is_left_alone() {
        for text in [
            "",
            "design review",
            "3",
            "30 feb",
            "31 feb 2027",
            "week 54",
            "week 53 2027",
            "we",
            "1:1",
            "may be later today",
            "in 99999 days",
            "0003-01-01",
            "dec dec",
            "3x dec",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn nothing_that_is_typed_is_too_much(
            text in "(in|next|last|week|w|[0-9]{1,12}|dec|ago|days| |-|\\PC){0,12}",
            day in 0i32..3_000_000,
        ) {
            let today = NaiveDate::from_num_days_from_ce_opt(day).unwrap_or_default();
            let _ = place(&text, today, &Settings::default());
        }
    }
}
