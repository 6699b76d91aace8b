//! Lengths in words: "90m", "1h30", "1.5h", "2 hours", "for half an hour".

use super::phrase::{Found, Phrase, number};

/// More minutes than anyone plans at once: a thousand hours.
const MOST_MINUTES: u32 = 60_000;

/// The length the words begin with, "for" included.
pub(super) fn length(words: Phrase<'_>) -> Option<Found<u32>> {
    match words.word(0) {
        "for" => plain(words.skip(1)).map(|found| found.after(1)),
        _ => plain(words),
    }
}

/// "~2h", "~ 2h", "est 2h": how long something takes in all.
pub(super) fn estimate(words: Phrase<'_>) -> Option<Found<u32>> {
    match words.word(0) {
        "~" | "est" | "estimate" => plain(words.skip(1)).map(|found| found.after(1)),
        word => {
            let rest = word.strip_prefix('~')?;
            one(rest, words.word(1), words.word(2))
        }
    }
}

/// "in 30 min", "in 2h": how long from now.
pub(super) fn from_now(words: Phrase<'_>) -> Option<Found<u32>> {
    match words.word(0) {
        "in" => plain(words.skip(1)).map(|found| found.after(1)),
        _ => None,
    }
}

fn plain(words: Phrase<'_>) -> Option<Found<u32>> {
    if words.says(&["half", "an", "hour"]) {
        return Some(Found::new(30, 3));
    }
    if words.says(&["half", "hour"]) {
        return Some(Found::new(30, 2));
    }
    if words.says(&["an", "hour"]) {
        return Some(Found::new(60, 2));
    }
    one(words.word(0), words.word(1), words.word(2))
}

/// A length out of one, two or three words.
fn one(word: &str, next: &str, third: &str) -> Option<Found<u32>> {
    if let Some(minutes) = glued(word) {
        // "1h 30m" goes on; "1h 30" does not, for 30 might be anything.
        let more = hours(word).and_then(|_| minutes_word(next));
        return match more.filter(|more| minutes % 60 == 0 && *more < 60) {
            Some(more) => Some(Found::new(minutes + more, 2)),
            None => Some(Found::new(minutes, 1)),
        };
    }
    let minutes = match unit(next)? {
        Unit::Hours => decimal(word, 60)?,
        Unit::Minutes => number(word, 5)?,
    };
    let more = match unit(next)? {
        Unit::Hours => minutes_word(third).filter(|more| *more < 60),
        Unit::Minutes => None,
    };
    match more {
        Some(more) => Some(Found::new(sensible(minutes + more)?, 3)),
        None => Some(Found::new(sensible(minutes)?, 2)),
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Unit {
    Hours,
    Minutes,
}

fn unit(word: &str) -> Option<Unit> {
    match word {
        "h" | "hr" | "hrs" | "hour" | "hours" => Some(Unit::Hours),
        "m" | "min" | "mins" | "minute" | "minutes" => Some(Unit::Minutes),
        _ => None,
    }
}

/// "90m", "2h", "1.5h", "1h30", "1h30m".
fn glued(word: &str) -> Option<u32> {
    let letters = word.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ','))?;
    let (amount, ending) = word.split_at(letters);
    if let Some(unit) = unit(ending) {
        return sensible(match unit {
            Unit::Hours => decimal(amount, 60)?,
            Unit::Minutes => number(amount, 5)?,
        });
    }
    let rest = ending.strip_prefix('h')?;
    let minutes = number(rest.strip_suffix('m').unwrap_or(rest), 2).filter(|m| *m < 60)?;
    sensible(number(amount, 4)?.checked_mul(60)?.checked_add(minutes)?)
}

/// The hours of "2h", of a word that ends with its hours.
fn hours(word: &str) -> Option<&str> {
    ["h", "hr", "hrs"]
        .iter()
        .find_map(|unit| word.strip_suffix(unit))
}

/// "30m", "30min".
fn minutes_word(word: &str) -> Option<u32> {
    let letters = word.find(|c: char| !c.is_ascii_digit())?;
    let (amount, ending) = word.split_at(letters);
    (unit(ending)? == Unit::Minutes).then(|| number(amount, 2))?
}

/// `text` times `whole`, where at most two digits follow the point.
fn decimal(text: &str, whole: u32) -> Option<u32> {
    let Some((units, parts)) = text.split_once(['.', ',']) else {
        return number(text, 4)?.checked_mul(whole);
    };
    let hundredths = match parts.len() {
        1 => number(parts, 1)? * 10,
        _ => number(parts, 2)?,
    };
    number(units, 4)?
        .checked_mul(whole)?
        .checked_add(hundredths * whole / 100)
}

fn sensible(minutes: u32) -> Option<u32> {
    (1..=MOST_MINUTES).contains(&minutes).then_some(minutes)
}
