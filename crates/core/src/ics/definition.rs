//! A short VTIMEZONE for a zone and the years a calendar concerns: yearly rules where the zone has
//! them, single changes where it has not. Reading one is done in `vtimezone`.

use super::content::{plain, push};
use super::value::escaped;
use crate::time::{Instant, Zone};
use chrono::{Datelike, NaiveDateTime, TimeDelta, Weekday};
use std::ops::RangeInclusive;

/// How many years beyond the last are looked at to tell "the fourth Sunday" from "the last".
const FURTHER_YEARS: i32 = 12;

/// Appends the VTIMEZONE of a zone under a TZID, right for all of `years`.
pub(super) fn push_definition(
    out: &mut String,
    tzid: &str,
    zone: &Zone,
    years: &RangeInclusive<i32>,
) {
    push(out, &plain("BEGIN", "VTIMEZONE"));
    push(out, &plain("TZID", escaped(tzid)));
    if let Some(name) = zone.rules().iana_name().filter(|name| *name != tzid) {
        push(out, &plain("X-LIC-LOCATION", name));
    }
    for part in parts(zone, years) {
        part.push(out);
    }
    push(out, &plain("END", "VTIMEZONE"));
}

/// One STANDARD or DAYLIGHT part: changes that follow one yearly rule.
struct Part {
    kind: Kind,
    first: NaiveDateTime,
    last: NaiveDateTime,
    last_instant: Instant,
    /// Which of its weekdays in the month it can be, counted from 1; -1 is the last.
    ordinals: Vec<i32>,
    /// Whether it goes on after the years that were looked at.
    open: bool,
}

#[derive(Clone, PartialEq)]
struct Kind {
    from: i64,
    to: i64,
    daylight: bool,
    name: String,
}

/// A change of clocks.
struct Change {
    instant: Instant,
    /// What clocks showed at that instant before they were changed.
    wall: NaiveDateTime,
    kind: Kind,
}

fn parts(zone: &Zone, years: &RangeInclusive<i32>) -> Vec<Part> {
    // One year early, so that the first year starts with a change already behind it.
    let (first_year, last_year) = (years.start() - 1, years.end() + FURTHER_YEARS);
    let changes = changes(zone, first_year, last_year);
    let mut parts: Vec<Part> = Vec::new();
    if changes
        .first()
        .is_none_or(|change| first_year < change.wall.year())
    {
        parts.push(initial(zone, first_year, changes.is_empty()));
    }
    for change in changes {
        let followed = parts
            .iter_mut()
            .rev()
            .find(|part| part.goes_on_with(&change));
        match followed {
            Some(part) => part.take(&change),
            None => parts.push(Part::new(&change)),
        }
    }
    parts.retain(|part| part.first.year() <= *years.end());
    for part in &mut parts {
        part.open = last_year <= part.last.year();
    }
    parts
}

fn changes(zone: &Zone, first_year: i32, last_year: i32) -> Vec<Change> {
    let Some(start) = new_year(first_year) else {
        return Vec::new();
    };
    let start = zone.instant(start);
    let Ok(after) = jiff::Timestamp::from_second(start.0 - 1) else {
        return Vec::new();
    };
    let mut from = zone.offset_seconds(start.plus_seconds(-1));
    let mut changes = Vec::new();
    for transition in zone.rules().following(after) {
        let instant = Instant(transition.timestamp().as_second());
        let to = i64::from(transition.offset().seconds());
        let wall = instant.plus_seconds(from).utc();
        if last_year < wall.year() {
            break;
        }
        let kind = Kind {
            from,
            to,
            daylight: transition.dst().is_dst(),
            name: transition.abbreviation().to_string(),
        };
        // Where only the name changes, clocks do not.
        if from != to {
            changes.push(Change {
                instant,
                wall,
                kind,
            });
        }
        from = to;
    }
    changes
}

/// What holds before the first change; since ever where there is none.
fn initial(zone: &Zone, year: i32, alone: bool) -> Part {
    let first = new_year(if alone { 1970 } else { year }).unwrap_or_default();
    let instant = zone.instant(new_year(year).unwrap_or_default());
    let timestamp = jiff::Timestamp::from_second(instant.0).unwrap_or_default();
    let now = zone.rules().to_offset_info(timestamp);
    let offset = i64::from(now.offset().seconds());
    Part {
        kind: Kind {
            from: offset,
            to: offset,
            daylight: now.dst().is_dst() && !alone,
            name: now.abbreviation().to_string(),
        },
        first,
        last: first,
        last_instant: instant,
        ordinals: Vec::new(),
        open: false,
    }
}

impl Part {
    fn new(change: &Change) -> Part {
        Part {
            kind: change.kind.clone(),
            first: change.wall,
            last: change.wall,
            last_instant: change.instant,
            ordinals: ordinals(change.wall),
            open: false,
        }
    }

    fn goes_on_with(&self, change: &Change) -> bool {
        let (last, wall) = (self.last, change.wall);
        self.kind == change.kind
            && last.year() + 1 == wall.year()
            && last.month() == wall.month()
            && last.weekday() == wall.weekday()
            && last.time() == wall.time()
            && ordinals(wall)
                .iter()
                .any(|ordinal| self.ordinals.contains(ordinal))
    }

    fn take(&mut self, change: &Change) {
        let also = ordinals(change.wall);
        self.ordinals.retain(|ordinal| also.contains(ordinal));
        self.last = change.wall;
        self.last_instant = change.instant;
    }

    fn push(&self, out: &mut String) {
        let name = if self.kind.daylight {
            "DAYLIGHT"
        } else {
            "STANDARD"
        };
        push(out, &plain("BEGIN", name));
        push(
            out,
            &plain("DTSTART", self.first.format("%Y%m%dT%H%M%S").to_string()),
        );
        push(out, &plain("TZOFFSETFROM", offset(self.kind.from)));
        push(out, &plain("TZOFFSETTO", offset(self.kind.to)));
        push(out, &plain("TZNAME", escaped(&self.kind.name)));
        if let (true, Some(ordinal)) = (self.first < self.last, self.ordinals.last()) {
            let until = match self.open {
                true => String::new(),
                false => format!(
                    ";UNTIL={}",
                    self.last_instant.utc().format("%Y%m%dT%H%M%SZ")
                ),
            };
            let day = weekday(self.first.weekday());
            let rule = format!(
                "FREQ=YEARLY;BYMONTH={};BYDAY={ordinal}{day}{until}",
                self.first.month()
            );
            push(out, &plain("RRULE", rule));
        }
        push(out, &plain("END", name));
    }
}

/// The first, second, … of its weekday in its month, and -1 where it is the last.
fn ordinals(wall: NaiveDateTime) -> Vec<i32> {
    let mut ordinals = vec![(wall.day() as i32 - 1) / 7 + 1];
    let week_later = wall + TimeDelta::days(7);
    if week_later.month() != wall.month() {
        ordinals.push(-1);
    }
    ordinals
}

fn new_year(year: i32) -> Option<NaiveDateTime> {
    chrono::NaiveDate::from_ymd_opt(year, 1, 1).map(NaiveDateTime::from)
}

fn offset(seconds: i64) -> String {
    let sign = if seconds < 0 { '-' } else { '+' };
    let size = seconds.abs();
    let (hours, minutes, rest) = (size / 3600, size / 60 % 60, size % 60);
    match rest {
        0 => format!("{sign}{hours:02}{minutes:02}"),
        _ => format!("{sign}{hours:02}{minutes:02}{rest:02}"),
    }
}

fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "MO",
        Weekday::Tue => "TU",
        Weekday::Wed => "WE",
        Weekday::Thu => "TH",
        Weekday::Fri => "FR",
        Weekday::Sat => "SA",
        Weekday::Sun => "SU",
    }
}
