//! Repeating in words: "every tue", "every 2 weeks", "every second tuesday of the month", "daily",
//! "until 18 Dec", "6 times".

use super::DayOrder;
use super::day::{Day, day, weekday};
use super::phrase::{Found, Phrase, count, number, ordinal};
use crate::repeat::{Every, MonthDay};
use chrono::Weekday;

/// How something repeats, as it was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct RepeatWords {
    pub every: EveryWords,
    /// Every how many of them.
    pub interval: u32,
    /// Whether the words could hardly mean anything else; "daily" might be a name.
    pub sure: bool,
}

/// What comes round, as far as the words say it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum EveryWords {
    /// All of it.
    Said(Every),
    /// The weekday of the first day.
    Week,
    /// The date of the first day.
    Month,
}

/// When it is over, as it was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum EndWords {
    /// With a day.
    Until(Day),
    /// After so many times.
    Times(u32),
    /// After so many days.
    Days(u32),
}

pub(super) fn repeats(words: Phrase<'_>) -> Option<Found<RepeatWords>> {
    match words.word(0) {
        "every" | "each" => every(words.skip(1)).map(|found| found.after(1)),
        "weekdays" | "workdays" => Some(Found::new(said(workdays(), 1), 1)),
        "daily" => Some(unsure(Found::new(said(Every::Daily, 1), 1))),
        "weekly" => Some(unsure(weeks(words.skip(1), 1).after(1))),
        "biweekly" | "fortnightly" => Some(unsure(weeks(words.skip(1), 2).after(1))),
        "monthly" => Some(unsure(months(words.skip(1), 1).after(1))),
        word => {
            // "Tuesdays", not "tues".
            let (day, 5..) = (weekday(word.strip_suffix('s')?)?, word.len()) else {
                return None;
            };
            let more = list(words.skip(1), true);
            Some(on_days(day, more, 1).after(1))
        }
    }
}

/// "until 18 Dec", "6 times", "for 6 times", "for 6 weeks".
pub(super) fn ends(words: Phrase<'_>, order: DayOrder) -> Option<Found<EndWords>> {
    match words.word(0) {
        "until" | "till" | "til" => {
            let found = day(words.skip(1), order)?;
            Some(found.map(|words| EndWords::Until(words.day)).after(1))
        }
        "for" => {
            let many = count(words.word(1))?;
            let end = match words.word(2) {
                "times" => EndWords::Times(many),
                "day" | "days" => EndWords::Days(many),
                "week" | "weeks" => EndWords::Days(many * 7),
                _ => return None,
            };
            Some(Found::new(end, 3))
        }
        word if words.word(1) == "times" => Some(Found::new(EndWords::Times(count(word)?), 2)),
        word => {
            let times = number(word.strip_suffix('x')?, 3).filter(|times| 1 < *times)?;
            Some(Found::new(EndWords::Times(times), 1))
        }
    }
}

fn every(words: Phrase<'_>) -> Option<Found<RepeatWords>> {
    let word = words.word(0);
    if let Some(found) = unit(words, 1) {
        return Some(found);
    }
    if let Some(day) = weekday(
        word.strip_suffix('s')
            .filter(|_| 4 < word.len())
            .unwrap_or(word),
    ) {
        let more = list(words.skip(1), false);
        return Some(on_days(day, more, 1).after(1));
    }
    if word == "last" {
        return last(words.skip(1)).map(|found| found.after(1));
    }
    if word == "other" {
        return counted(words.skip(1), 2).map(|found| found.after(1));
    }
    if let Some(place) = ordinal(word) {
        return in_row(words, place);
    }
    let many = count(word)?;
    unit(words.skip(1), many).map(|found| found.after(1))
}

/// "second tuesday": every second week, unless the month is named. "first tuesday" can only be of
/// the month.
fn in_row(words: Phrase<'_>, place: u32) -> Option<Found<RepeatWords>> {
    if let Some(day) = weekday(words.word(1)) {
        let month = of_month(words.skip(2));
        if (0 < month || place == 1) && place <= 5 {
            let nth = i8::try_from(place).ok()?;
            let every = Every::MonthlyNth { nth, weekday: day };
            return Some(Found::new(said(every, 1), 2 + month));
        }
    }
    let numeral = words.word(0).starts_with(|c: char| c.is_ascii_digit());
    match counted(words.skip(1), place) {
        Some(found) => Some(found.after(1)),
        None if numeral && place <= 31 => {
            let day = MonthDay(i8::try_from(place).ok()?);
            let used = 1 + of_month(words.skip(1));
            Some(Found::new(said(Every::MonthlyOn { day }, 1), used))
        }
        None => None,
    }
}

/// "tuesday", "week", "month" after "second".
fn counted(words: Phrase<'_>, many: u32) -> Option<Found<RepeatWords>> {
    match weekday(words.word(0)) {
        Some(day) => Some(on_days(day, list(words.skip(1), false), many).after(1)),
        None => unit(words, many),
    }
}

/// "friday", "friday of the month", "day of the month" after "last".
fn last(words: Phrase<'_>) -> Option<Found<RepeatWords>> {
    let used = 1 + of_month(words.skip(1));
    let every = match weekday(words.word(0)) {
        Some(weekday) => Every::MonthlyNth { nth: -1, weekday },
        None if words.word(0) == "day" && 1 < used => Every::MonthlyOn {
            day: MonthDay::LAST,
        },
        None => return None,
    };
    Some(Found::new(said(every, 1), used))
}

/// How many words "of the month" takes here.
fn of_month(words: Phrase<'_>) -> usize {
    let named = |word: &str| matches!(word, "the" | "each" | "every" | "a");
    let of = matches!(words.word(0), "of" | "in");
    match of && named(words.word(1)) && words.word(2) == "month" {
        true => 3,
        false => 0,
    }
}

fn unit(words: Phrase<'_>, many: u32) -> Option<Found<RepeatWords>> {
    Some(match words.word(0) {
        "day" | "days" => Found::new(said(Every::Daily, many), 1),
        "weekday" | "weekdays" | "workday" | "workdays" if many == 1 => {
            Found::new(said(workdays(), 1), 1)
        }
        "week" | "weeks" => weeks(words.skip(1), many).after(1),
        "fortnight" => weeks(words.skip(1), many.checked_mul(2)?).after(1),
        "month" | "months" => months(words.skip(1), many).after(1),
        "quarter" | "quarters" => months(words.skip(1), many.checked_mul(3)?).after(1),
        "year" | "years" => Found::new(said(Every::Yearly, many), 1),
        _ => return None,
    })
}

/// "on tue and thu" after "2 weeks"; without it the first day says which.
fn weeks(words: Phrase<'_>, interval: u32) -> Found<RepeatWords> {
    let on = usize::from(words.word(0) == "on");
    let (days, used) = list(words.skip(on), false);
    let every = match days.is_empty() {
        true => return Found::new(open(EveryWords::Week, interval), 0),
        false => Every::Weekly { days },
    };
    Found::new(said(every, interval), on + used)
}

/// "on the 15th", "on the first monday", "on the last day" after "month".
fn months(words: Phrase<'_>, interval: u32) -> Found<RepeatWords> {
    let days = || {
        let the = usize::from(words.word(1) == "the");
        let rest = words.skip(1 + the);
        let place = ordinal(rest.word(0));
        let last = rest.word(0) == "last";
        if words.word(0) != "on" {
            return None;
        }
        if last && rest.word(1) == "day" {
            let day = MonthDay::LAST;
            return Some((Every::MonthlyOn { day }, 3 + the));
        }
        if let Some(weekday) = weekday(rest.word(1)) {
            let place = place.filter(|place| *place <= 5);
            let nth = if last { -1 } else { i8::try_from(place?).ok()? };
            return Some((Every::MonthlyNth { nth, weekday }, 3 + the));
        }
        let day = MonthDay(i8::try_from(place.filter(|place| *place <= 31)?).ok()?);
        Some((Every::MonthlyOn { day }, 2 + the))
    };
    match days() {
        Some((every, used)) => Found::new(said(every, interval), used),
        None => Found::new(open(EveryWords::Month, interval), 0),
    }
}

fn on_days(first: Weekday, more: (Vec<Weekday>, usize), interval: u32) -> Found<RepeatWords> {
    let (mut days, used) = more;
    days.insert(0, first);
    days.sort_unstable_by_key(Weekday::num_days_from_monday);
    days.dedup();
    Found::new(said(Every::Weekly { days }, interval), used)
}

/// Weekdays one after the other: "thu", "and thu", ", thu & fri".
fn list(words: Phrase<'_>, plural: bool) -> (Vec<Weekday>, usize) {
    let mut days = Vec::new();
    let mut used = 0;
    loop {
        let joint = usize::from(matches!(words.word(used), "and" | "&" | "+"));
        let word = words.word(used + joint);
        let single = word.strip_suffix('s').filter(|_| plural && 4 < word.len());
        let Some(day) = weekday(single.unwrap_or(word)) else {
            return (days, used);
        };
        days.push(day);
        used += joint + 1;
    }
}

fn workdays() -> Every {
    use Weekday::{Fri, Mon, Thu, Tue, Wed};
    Every::Weekly {
        days: vec![Mon, Tue, Wed, Thu, Fri],
    }
}

fn said(every: Every, interval: u32) -> RepeatWords {
    open(EveryWords::Said(every), interval)
}

fn open(every: EveryWords, interval: u32) -> RepeatWords {
    RepeatWords {
        every,
        interval,
        sure: true,
    }
}

fn unsure(found: Found<RepeatWords>) -> Found<RepeatWords> {
    found.map(|words| RepeatWords {
        sure: false,
        ..words
    })
}
