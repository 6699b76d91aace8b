//! Days in words: "tomorrow", "next tue", "3 Dec", "3.12.", "2026-12-03", "12/3", "in 3 days".

use super::phrase::{Found, Phrase, count, number, ordinal};
use super::{Context, DayOrder};
use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

/// A day as it was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Day {
    /// So many days from today; may be yesterday.
    FromToday(i64),
    /// So many months from today.
    MonthsOn(u32),
    /// The coming day of that name; today counts.
    Coming(Weekday),
    /// The day of that name in this week.
    This(Weekday),
    /// The day of that name in the week after this one.
    Next(Weekday),
    /// A date; without a year the next such date.
    Date {
        year: Option<i32>,
        month: u32,
        day: u32,
        /// The weekday said along with it.
        said: Option<Weekday>,
    },
    /// The next such day of a month.
    OfMonth(u32),
}

/// A day, and whether its words could hardly mean anything else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct DayWords {
    pub day: Day,
    pub sure: bool,
}

/// The day the words begin with, "on" included.
pub(super) fn day(words: Phrase<'_>, order: DayOrder) -> Option<Found<DayWords>> {
    if matches!(words.word(0), "on" | "starting" | "from" | "since") {
        let found = match words.word(1) {
            "the" => of_month(words.skip(2)).map(|found| found.after(1)),
            _ => None,
        };
        let found =
            found.or_else(|| plain_day(words.skip(1), order).map(|found| found.map(|d| d.day)));
        return found.map(|found| found.map(|day| DayWords { day, sure: true }).after(1));
    }
    plain_day(words, order)
}

/// The weekday of a name, full or short.
pub(super) fn weekday(word: &str) -> Option<Weekday> {
    Some(match word {
        "mon" | "monday" => Weekday::Mon,
        "tue" | "tues" | "tuesday" => Weekday::Tue,
        "wed" | "weds" | "wednesday" => Weekday::Wed,
        "thu" | "thur" | "thurs" | "thursday" => Weekday::Thu,
        "fri" | "friday" => Weekday::Fri,
        "sat" | "saturday" => Weekday::Sat,
        "sun" | "sunday" => Weekday::Sun,
        _ => return None,
    })
}

fn plain_day(words: Phrase<'_>, order: DayOrder) -> Option<Found<DayWords>> {
    let sure = |found: Found<Day>| found.map(|day| DayWords { day, sure: true });
    relative(words)
        .or_else(|| date(words, order))
        .map(sure)
        .or_else(|| named(words, order))
}

fn relative(words: Phrase<'_>) -> Option<Found<Day>> {
    let from_today = |days, used| Some(Found::new(Day::FromToday(days), used));
    match words.word(0) {
        "today" => from_today(0, 1),
        "tomorrow" | "tmr" | "tmrw" => from_today(1, 1),
        "yesterday" => from_today(-1, 1),
        "day" if words.says(&["day", "after", "tomorrow"]) => from_today(2, 3),
        "in" => in_some_time(words),
        "next" | "this" | "coming" => {
            let named = weekday(words.word(1))?;
            let day = match words.word(0) {
                "next" => Day::Next(named),
                "this" => Day::This(named),
                _ => Day::Coming(named),
            };
            Some(Found::new(day, 2))
        }
        _ => None,
    }
}

/// "in 3 days", "in a week", "in 2 months"; "in 3d" and "in 2w" as well.
fn in_some_time(words: Phrase<'_>) -> Option<Found<Day>> {
    let glued = |unit: char| words.word(1).strip_suffix(unit).and_then(count);
    let (many, unit, used) = if let Some(many) = glued('d') {
        (many, "days", 2)
    } else if let Some(many) = glued('w') {
        (many, "weeks", 2)
    } else {
        let many = match words.word(1) {
            "a" => 1,
            word => count(word)?,
        };
        (many, words.word(2), 3)
    };
    let day = match unit {
        "day" | "days" => Day::FromToday(i64::from(many)),
        "week" | "weeks" => Day::FromToday(i64::from(many) * 7),
        "month" | "months" => Day::MonthsOn(many),
        _ => return None,
    };
    Some(Found::new(day, used))
}

/// A weekday, alone or with the date it should be: "Tue", "Tue 24 Nov", "tue next week".
fn named(words: Phrase<'_>, order: DayOrder) -> Option<Found<DayWords>> {
    let said = weekday(words.word(0))?;
    if let Some(found) = date(words.skip(1), order) {
        let day = match found.value {
            Day::Date {
                year, month, day, ..
            } => Day::Date {
                year,
                month,
                day,
                said: Some(said),
            },
            other => other,
        };
        return Some(Found::new(DayWords { day, sure: true }, found.used + 1));
    }
    if let Some(found) = of_month(words.skip(1)).filter(|_| words.word(2) != "of") {
        let day = found.value;
        return Some(Found::new(DayWords { day, sure: true }, found.used + 1));
    }
    if words.skip(1).says(&["next", "week"]) {
        let day = Day::Next(said);
        return Some(Found::new(DayWords { day, sure: true }, 3));
    }
    // The sun and what one sat through are not days.
    let sure = !matches!(words.word(0), "sun" | "sat");
    let day = Day::Coming(said);
    Some(Found::new(DayWords { day, sure }, 1))
}

/// "24th" of whichever month comes next.
fn of_month(words: Phrase<'_>) -> Option<Found<Day>> {
    let word = words.word(0);
    let counted = word.starts_with(|first: char| first.is_ascii_digit());
    let day = ordinal(word).filter(|day| counted && *day <= 31)?;
    Some(Found::new(Day::OfMonth(day), 1))
}

fn date(words: Phrase<'_>, order: DayOrder) -> Option<Found<Day>> {
    numeric(words, order).or_else(|| spelled(words))
}

/// A date in one word of numbers.
fn numeric(words: Phrase<'_>, order: DayOrder) -> Option<Found<Day>> {
    let word = words.word(0);
    let (year, month, day) = if let Some(found) = year_first(word) {
        found
    } else if let Some(found) = dotted(word) {
        found
    } else if !words.counts_things() && word != "24/7" {
        slashed(word, order)?
    } else {
        return None;
    };
    Some(Found::new(known(year, month, day)?, 1))
}

fn year_first(word: &str) -> Option<(Option<i32>, u32, u32)> {
    let sign = word.chars().find(|letter| matches!(letter, '-' | '/'))?;
    let mut parts = word.split(sign);
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let whole = year.len() == 4 && month.len() == 2 && day.len() == 2 && parts.next().is_none();
    let year = number(year, 4).filter(|_| whole)?;
    Some((i32::try_from(year).ok(), number(month, 2)?, number(day, 2)?))
}

/// "3.12." and "3.12.2026": day before month everywhere. Without the last point it might be a
/// version, an amount or a clock, so it is no date.
fn dotted(word: &str) -> Option<(Option<i32>, u32, u32)> {
    let mut parts = word.split('.');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    Some((a_year(year)?, number(month, 2)?, number(day, 2)?))
}

/// "12/3" by region; in the other order where only that is a date.
fn slashed(word: &str, order: DayOrder) -> Option<(Option<i32>, u32, u32)> {
    let mut parts = word.split('/');
    let (first, second) = (number(parts.next()?, 2)?, number(parts.next()?, 2)?);
    let year = a_year(parts.next().unwrap_or_default())?;
    if parts.next().is_some() {
        return None;
    }
    let (month, day) = match order {
        DayOrder::DayFirst if second <= 12 => (second, first),
        DayOrder::MonthFirst if 12 < first => (second, first),
        DayOrder::DayFirst | DayOrder::MonthFirst => (first, second),
    };
    Some((year, month, day))
}

/// "", "26" or "2026".
fn a_year(text: &str) -> Option<Option<i32>> {
    match text.len() {
        0 => Some(None),
        2 => number(text, 2).map(|year| Some(2000 + year as i32)),
        4 => number(text, 4).map(|year| Some(year as i32)),
        _ => None,
    }
}

/// "3 Dec", "3rd of December 2026", "Dec 3", "3. Dezember" not.
fn spelled(words: Phrase<'_>) -> Option<Found<Day>> {
    let a_day = |word: &str| {
        let word = word.strip_suffix('.').unwrap_or(word);
        number(word, 2).or_else(|| ordinal(word).filter(|_| word.as_bytes()[0].is_ascii_digit()))
    };
    let (month, day, used) = if let Some(day) = a_day(words.word(0)) {
        let of = usize::from(words.word(1) == "of");
        (month(words.word(1 + of))?, day, 2 + of)
    } else {
        (month(words.word(0))?, a_day(words.word(1))?, 2)
    };
    let year = number(words.word(used), 4).filter(|year| (1900..2200).contains(year));
    let day = known(year.map(|year| year as i32), month, day)?;
    Some(Found::new(day, used + usize::from(year.is_some())))
}

fn month(word: &str) -> Option<u32> {
    const MONTHS: [&str; 12] = [
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
    let named = |month: &&str| *month == word || (word.len() == 3 && month.starts_with(word));
    if word == "sept" {
        return Some(9);
    }
    let place = MONTHS.iter().position(named)?;
    Some(place as u32 + 1)
}

/// A date that exists, in a leap year if need be.
fn known(year: Option<i32>, month: u32, day: u32) -> Option<Day> {
    NaiveDate::from_ymd_opt(year.unwrap_or(2024), month, day)?;
    Some(Day::Date {
        year,
        month,
        day,
        said: None,
    })
}

impl Day {
    /// The date it means, on or after `from` where it may be chosen. `None` beyond the calendar.
    pub(super) fn resolve(self, from: NaiveDate, context: &Context) -> Option<NaiveDate> {
        let week = || crate::time::week_start(from, context.week_starts_on);
        let within = |start: NaiveDate, named: Weekday| {
            start.checked_add_days(Days::new(u64::from(named.days_since(start.weekday()))))
        };
        match self {
            Day::FromToday(days) => context
                .today
                .checked_add_signed(chrono::TimeDelta::days(days)),
            Day::MonthsOn(months) => context.today.checked_add_months(Months::new(months)),
            Day::Coming(named) => within(from, named),
            Day::This(named) => within(week(), named),
            Day::Next(named) => within(week().checked_add_days(Days::new(7))?, named),
            Day::Date {
                year: Some(year),
                month,
                day,
                ..
            } => NaiveDate::from_ymd_opt(year, month, day),
            Day::Date {
                year: None,
                month,
                day,
                ..
            } => (from.year()..from.year().saturating_add(9))
                .filter_map(|year| NaiveDate::from_ymd_opt(year, month, day))
                .find(|date| from <= *date),
            Day::OfMonth(day) => from.iter_days().take(62).find(|date| date.day() == day),
        }
    }
}
