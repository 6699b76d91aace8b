//! Times of day in words: "9", "9:30", "9am", "9-10:30", "from 9 to 10", "14h", "noon".

use super::phrase::{Found, Phrase, number};

const HALF_DAY: u32 = 12 * 60;
const DAY: u32 = 24 * 60;
/// Two bare numbers below this are as often an amount: "collect 2-3 ideas".
const EARLY: u32 = 8 * 60;

/// A time of day as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Clock {
    /// Minutes after midnight as written, 0–1440.
    minutes: u32,
    /// How it was written.
    style: Style,
    /// Whether it is a number and nothing else.
    number: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    /// "9", "9:30": morning and afternoon are open.
    Open,
    /// "09:30", "14", "14h", "noon": one time of day only.
    Whole,
    /// "9am".
    Halved,
}

/// A time of day, or two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Times {
    /// Minutes after midnight of the day.
    pub start: u32,
    /// Minutes after midnight of the day, later than `start`; beyond 1440 on the day after.
    pub end: Option<u32>,
    /// How surely the words are a time.
    pub sure: Sure,
}

/// How surely words are a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sure {
    /// They could hardly be anything else.
    Yes,
    /// "2-3" or "at 9": where another part or an end of the line is beside it.
    Beside,
    /// A bare number: only beside a day.
    BesideDay,
}

/// The time the words begin with.
pub(super) fn times(words: Phrase<'_>) -> Option<Found<Times>> {
    match words.word(0) {
        "at" | "from" | "@" | "between" => {
            let hours = words.word(0) != "between";
            let found = plain(words.skip(1), hours)?;
            let sure = match found.value.sure {
                Sure::BesideDay => Sure::Beside,
                sure => sure,
            };
            Some(found.map(|times| Times { sure, ..times }).after(1))
        }
        word => match word.strip_prefix('@') {
            Some(rest) => {
                let clock = clock(rest, true)?;
                Some(Found::new(alone(clock, Sure::Yes), 1))
            }
            None => plain(words, false),
        },
    }
}

/// `hours`: whether "9h" is a time here and not a length.
fn plain(words: Phrase<'_>, hours: bool) -> Option<Found<Times>> {
    if words.counts_things() {
        return None;
    }
    if let Some(found) = range(words) {
        // "10-15 minutes" is a length that is not known.
        return (!is_amount(words.word(found.used))).then_some(found);
    }
    let found = spaced(words, hours)?;
    let sure = match found.value.number {
        true => Sure::BesideDay,
        false => Sure::Yes,
    };
    Some(found.map(|clock| alone(clock, sure)))
}

fn range(words: Phrase<'_>) -> Option<Found<Times>> {
    let word = words.word(0);
    if let Some((first, second)) = split(word) {
        // "9-10", and "9- 10" where the second part is the next word.
        let (end, used) = match second {
            "" => (spaced_in_range(words.skip(1))?, 1),
            second => (half(second, words.word(1))?, 0),
        };
        let start = ranged(first)?;
        // "1-1" is two people.
        if first == second && start.number {
            return None;
        }
        return Some(Found::new(between(start, end.value), used + end.used));
    }
    let start = spaced_in_range(words)?;
    let joint = words.word(start.used);
    let joined = match joint {
        "to" | "until" | "till" | "-" | "\u{2013}" | "\u{2014}" => Some(""),
        "and" if words.before() == "between" => Some(""),
        _ => joint.strip_prefix(is_dash),
    }?;
    let end = match joined {
        "" => spaced_in_range(words.skip(start.used + 1))?.after(1),
        joined => half(joined, words.word(start.used + 1))?,
    };
    Some(Found::new(
        between(start.value, end.value),
        start.used + end.used,
    ))
}

fn is_amount(word: &str) -> bool {
    matches!(
        word,
        "m" | "min" | "mins" | "minutes" | "h" | "hrs" | "hours" | "days" | "weeks" | "months"
    ) || matches!(word, "years" | "times" | "people" | "%" | "percent")
}

fn is_dash(letter: char) -> bool {
    matches!(letter, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

fn split(word: &str) -> Option<(&str, &str)> {
    let at = word.find(is_dash).filter(|at| 0 < *at)?;
    let dash = word[at..].chars().next()?;
    Some((&word[..at], &word[at + dash.len_utf8()..]))
}

/// A clock within a range, where "9.30" and "9h" are times too.
fn ranged(text: &str) -> Option<Clock> {
    clock(text, true).or_else(|| {
        let (hour, minute) = text.split_once('.')?;
        (minute.len() == 2).then(|| clock(&format!("{hour}:{minute}"), true))?
    })
}

/// The second half of "9-10" with the "am" that may stand apart from it.
fn half(text: &str, next: &str) -> Option<Found<Clock>> {
    if let Some(found) = with_half(text, next, true) {
        return Some(found);
    }
    Some(Found::new(ranged(text)?, 1))
}

fn spaced_in_range(words: Phrase<'_>) -> Option<Found<Clock>> {
    spaced(words, true).or_else(|| Some(Found::new(ranged(words.word(0))?, 1)))
}

/// A clock with what may stand apart from it: "9 am", "9 o'clock".
fn spaced(words: Phrase<'_>, hours: bool) -> Option<Found<Clock>> {
    let (word, next) = (words.word(0), words.word(1));
    if let Some(found) = with_half(word, next, hours) {
        return Some(found);
    }
    let found = clock(word, hours)?;
    match matches!(next, "o'clock" | "o\u{2019}clock") && found.number {
        true => {
            let number = false;
            Some(Found::new(Clock { number, ..found }, 2))
        }
        false => Some(Found::new(found, 1)),
    }
}

/// "9" and "am", where they stand apart.
fn with_half(word: &str, next: &str, hours: bool) -> Option<Found<Clock>> {
    let half = match next {
        "am" | "a.m" | "a.m." => "am",
        "pm" | "p.m" | "p.m." => "pm",
        _ => return None,
    };
    let found = clock(&format!("{word}{half}"), hours)?;
    Some(Found::new(found, 2))
}

/// A time of day in one word.
fn clock(text: &str, hours: bool) -> Option<Clock> {
    let whole = |minutes| Clock {
        minutes,
        style: Style::Whole,
        number: false,
    };
    match text {
        "noon" | "midday" => return Some(whole(HALF_DAY)),
        "midnight" => return Some(whole(DAY)),
        _ => {}
    }
    for (ending, later) in [("am", 0), ("pm", HALF_DAY)] {
        if let Some(rest) = text.strip_suffix(ending) {
            let (hour, minute) = parts(rest, &[':', '.'])?;
            let within = (1..=12).contains(&hour);
            let minutes = hour % 12 * 60 + minute.unwrap_or(0) + later;
            return within.then_some(Clock {
                minutes,
                style: Style::Halved,
                number: false,
            });
        }
    }
    let (hour, minute) = match text.contains('h') {
        true => match parts(text.strip_suffix('h').unwrap_or(text), &['h'])? {
            // "9h" is nine hours long unless something says that it is a time.
            (hour, _) if hour < 13 && !hours => return None,
            (hour, minute) => (hour, Some(minute.unwrap_or(0))),
        },
        false => parts(text, &[':'])?,
    };
    let minutes = hour * 60 + minute.unwrap_or(0);
    if 24 < hour || DAY < minutes {
        return None;
    }
    let whole = 12 < hour || text.starts_with('0');
    Some(Clock {
        minutes,
        style: if whole { Style::Whole } else { Style::Open },
        number: minute.is_none(),
    })
}

/// Hour and minute, the minute in two digits.
fn parts(text: &str, signs: &[char]) -> Option<(u32, Option<u32>)> {
    let Some((hour, minute)) = text.split_once(signs) else {
        return Some((number(text, 2)?, None));
    };
    let minute = number(minute, 2).filter(|m| minute.len() == 2 && *m < 60)?;
    Some((number(hour, 2)?, Some(minute)))
}

/// One time: 1 to 5 without "am" or a leading zero is in the afternoon.
fn alone(clock: Clock, sure: Sure) -> Times {
    Times {
        start: day_time(clock),
        end: None,
        sure,
    }
}

fn day_time(clock: Clock) -> u32 {
    match clock.style == Style::Open && (60..6 * 60).contains(&clock.minutes) {
        true => clock.minutes + HALF_DAY,
        false => clock.minutes,
    }
}

/// From one time to another: the end is the first such time after the start.
fn between(start: Clock, end: Clock) -> Times {
    let open = |clock: Clock| clock.style == Style::Open;
    let first = match (open(start), end.style) {
        // "11-1pm" begins in the morning, "9-10pm" in the evening.
        (true, Style::Halved) => {
            let same = start.minutes % HALF_DAY + end.minutes / HALF_DAY * HALF_DAY;
            match same < end.minutes {
                true => same,
                false => (same + HALF_DAY) % DAY,
            }
        }
        // "4-14" begins at four in the morning.
        (true, Style::Whole) if start.minutes < end.minutes && end.minutes <= day_time(start) => {
            start.minutes
        }
        _ => day_time(start),
    };
    let mut last = end.minutes;
    if last <= first && open(end) && first < last + HALF_DAY {
        last += HALF_DAY;
    }
    while last <= first {
        last += DAY;
    }
    Times {
        start: first,
        end: Some(last),
        sure: match start.number && end.number && start.minutes < EARLY {
            true => Sure::Beside,
            false => Sure::Yes,
        },
    }
}
