//! The typed values of iCalendar: text, dates, times, durations and periods. Reading one either
//! gives a value or nothing; what nothing means is decided where it is read.

use chrono::{NaiveDate, NaiveDateTime};

/// A DATE or DATE-TIME as it is written, before its zone is looked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum When {
    /// A DATE.
    Day(NaiveDate),
    /// A DATE-TIME without `Z`: floating, or in the zone that TZID names.
    Wall(NaiveDateTime),
    /// A DATE-TIME with `Z`.
    Utc(NaiveDateTime),
}

/// A DURATION: nominal days, then exact seconds; both carry the sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Length {
    pub(super) days: i64,
    pub(super) seconds: i64,
}

/// Where a PERIOD ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PeriodEnd {
    At(When),
    After(Length),
}

/// Reads a DATE or DATE-TIME. Missing seconds are taken as zero.
pub(crate) fn when(value: &str) -> Option<When> {
    let bytes = value.trim().as_bytes();
    let day = NaiveDate::from_ymd_opt(
        digits(bytes.get(..4)?)? as i32,
        digits(bytes.get(4..6)?)?,
        digits(bytes.get(6..8)?)?,
    )?;
    // Some programs put a Z behind a date, where it means nothing.
    let Some(time) = bytes.get(8..).filter(|rest| !matches!(rest, [] | [b'Z'])) else {
        return Some(When::Day(day));
    };
    let (time, utc) = match time.strip_suffix(b"Z").or(time.strip_suffix(b"z")) {
        Some(time) => (time, true),
        None => (time, false),
    };
    let time = time.strip_prefix(b"T").or(time.strip_prefix(b"t"))?;
    if time.len() != 6 && time.len() != 4 {
        return None;
    }
    let second = time
        .get(4..)
        .filter(|s| !s.is_empty())
        .map_or(Some(0), digits)?;
    // A leap second is counted as the second before it.
    let second = if second == 60 { 59 } else { second };
    let wall = day.and_hms_opt(digits(&time[..2])?, digits(&time[2..4])?, second)?;
    Some(if utc {
        When::Utc(wall)
    } else {
        When::Wall(wall)
    })
}

fn digits(bytes: &[u8]) -> Option<u32> {
    bytes.iter().try_fold(0u32, |sum, byte| {
        byte.is_ascii_digit()
            .then(|| sum * 10 + u32::from(byte - b'0'))
    })
}

/// Reads a DURATION such as `PT45M`, `-P1DT2H` or `P2W`; at most about 1,000 years.
pub(super) fn length(value: &str) -> Option<Length> {
    let value = value.trim().to_ascii_uppercase();
    let (sign, rest) = match value.as_bytes().first()? {
        b'-' => (-1, &value[1..]),
        b'+' => (1, &value[1..]),
        _ => (1, value.as_str()),
    };
    let mut rest = rest.strip_prefix('P')?;
    let mut length = Length {
        days: 0,
        seconds: 0,
    };
    let mut in_time = false;
    let mut any = false;
    while !rest.is_empty() {
        if let Some(after) = rest.strip_prefix('T') {
            in_time = true;
            rest = after;
            continue;
        }
        let end = rest.find(|c: char| !c.is_ascii_digit())?;
        let number: i64 = rest
            .get(..end)?
            .parse()
            .ok()
            .filter(|n| *n < 40_000_000_000)?;
        match (rest.as_bytes()[end], in_time) {
            (b'W', false) => length.days += number * 7,
            (b'D', false) => length.days += number,
            (b'H', true) => length.seconds += number * 3600,
            (b'M', true) => length.seconds += number * 60,
            (b'S', true) => length.seconds += number,
            _ => return None,
        }
        any = true;
        rest = &rest[end + 1..];
    }
    let bounded = length.days <= 366_000 && length.seconds <= 366_000 * 86_400;
    (any && bounded).then_some(Length {
        days: sign * length.days,
        seconds: sign * length.seconds,
    })
}

/// Reads a PERIOD: `start/end` or `start/duration`.
pub(super) fn period(value: &str) -> Option<(When, PeriodEnd)> {
    let (start, end) = value.split_once('/')?;
    let end = match when(end) {
        Some(end) => PeriodEnd::At(end),
        None => PeriodEnd::After(length(end)?),
    };
    Some((when(start)?, end))
}

/// Reads TEXT: `\\ \; \, \n \N` in one pass; a backslash before anything else stands for itself.
pub(super) fn text(value: &str) -> String {
    if !value.contains('\\') {
        return value.to_string();
    }
    let mut out = String::with_capacity(value.len());
    let mut characters = value.chars();
    while let Some(character) = characters.next() {
        if character != '\\' {
            out.push(character);
            continue;
        }
        match characters.next() {
            Some('n' | 'N') => out.push('\n'),
            Some(plain @ ('\\' | ';' | ',')) => out.push(plain),
            Some(other) => out.extend(['\\', other]),
            None => out.push('\\'),
        }
    }
    out
}

/// Reads a comma-separated list of TEXT.
pub(super) fn texts(value: &str) -> impl Iterator<Item = String> {
    let mut rest = Some(value);
    std::iter::from_fn(move || {
        let list = rest?;
        let mut escaped = false;
        let comma = list.bytes().position(|byte| {
            let found = byte == b',' && !escaped;
            escaped = byte == b'\\' && !escaped;
            found
        });
        let item = match comma {
            Some(at) => {
                rest = Some(&list[at + 1..]);
                &list[..at]
            }
            None => {
                rest = None;
                list
            }
        };
        Some(text(item))
    })
}

/// Writes TEXT. Every line end becomes `\n`, so that no value can start a line of its own.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\\' => out.push_str("\\\\"),
            ';' => out.push_str("\\;"),
            ',' => out.push_str("\\,"),
            '\r' => {
                characters.next_if_eq(&'\n');
                out.push_str("\\n");
            }
            '\n' => out.push_str("\\n"),
            other => out.push(other),
        }
    }
    out
}
