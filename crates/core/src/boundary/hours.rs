//! Which hours and days are meant for work, and how much of a week days off leave.

use super::{Boundaries, DayOff, HoursPeriod};
use crate::settings::{Settings, WorkHours};
use chrono::{Datelike, NaiveDate};

impl Boundaries {
    /// The work hours of a date; `None` on a day without work and on a day off.
    pub fn work_hours_on(&self, day: NaiveDate, settings: &Settings) -> Option<WorkHours> {
        match self.day_off(day) {
            Some(_) => None,
            None => self.usual_hours_on(day, settings),
        }
    }

    /// The work hours of a date as if it were no day off: those of the period that begins latest of
    /// those that hold, and of the settings where none does.
    pub fn usual_hours_on(&self, day: NaiveDate, settings: &Settings) -> Option<WorkHours> {
        let holding = self.hours.iter().filter(|period| period.holds_on(day));
        match holding.max_by_key(|period| period.from) {
            Some(period) => period.hours[day.weekday().num_days_from_monday() as usize],
            None => settings.work_hours_on(day),
        }
    }

    /// The day off a date lies in; of several the first in the list.
    pub fn day_off(&self, day: NaiveDate) -> Option<&DayOff> {
        self.days_off.iter().find(|off| off.holds_on(day))
    }
}

impl HoursPeriod {
    /// Whether it holds on a date.
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day < until)
    }
}

impl DayOff {
    /// Whether a date lies in it.
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.from <= day && day < self.until
    }
}

/// What days off leave of the usual hours of some dates, 0–1: a week of forty hours with one of its
/// five days off has 0.8 left. 1 where nothing is usual, so that a week without hours keeps what is
/// wanted of it.
pub fn part_left(
    boundaries: &Boundaries,
    settings: &Settings,
    days: impl IntoIterator<Item = NaiveDate>,
) -> f64 {
    let (mut usual, mut left) = (0, 0);
    for day in days {
        let hours = boundaries.usual_hours_on(day, settings);
        let minutes = hours.map_or(0, |hours| u32::from(hours.end.saturating_sub(hours.start)));
        usual += minutes;
        if boundaries.day_off(day).is_none() {
            left += minutes;
        }
    }
    match usual {
        0 => 1.0,
        usual => f64::from(left) / f64::from(usual),
    }
}

#[cfg(test)]
mod tests {
    use super::super::DayOffKind;
    use super::*;
    use crate::time::days;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn every_day(start: u16, end: u16) -> [Option<WorkHours>; 7] {
        [Some(WorkHours { start, end }); 7]
    }

    fn off(from: &str, until: &str) -> DayOff {
        DayOff {
            from: date(from),
            until: date(until),
            kind: DayOffKind::Vacation,
            name: String::new(),
        }
    }

    #[test]
    fn the_period_that_begins_latest_gives_the_hours_and_the_settings_the_rest() {
        let period = |from: Option<&str>, until: Option<&str>, start| HoursPeriod {
            from: from.map(date),
            until: until.map(date),
            hours: every_day(start, 1020),
        };
        let boundaries = Boundaries {
            hours: vec![
                period(Some("2026-12-07"), Some("2026-12-09"), 600),
                period(Some("2026-12-01"), Some("2026-12-11"), 480),
                period(None, Some("2026-11-02"), 420),
            ],
            ..Boundaries::default()
        };
        let settings = Settings::default();
        let start = |day| {
            let hours = boundaries.work_hours_on(date(day), &settings);
            hours.map(|hours| hours.start)
        };
        assert_eq!(start("2026-11-01"), Some(420));
        assert_eq!(start("2026-11-02"), Some(540));
        assert_eq!(start("2026-12-06"), Some(480));
        assert_eq!(start("2026-12-07"), Some(600));
        assert_eq!(start("2026-12-09"), Some(480));
        assert_eq!(start("2026-12-11"), Some(540));
        assert_eq!(start("2026-12-12"), None);
    }

    #[test]
    fn a_day_off_has_no_hours_and_the_day_it_ends_has() {
        let boundaries = Boundaries {
            days_off: vec![off("2026-11-16", "2026-11-18")],
            ..Boundaries::default()
        };
        let settings = Settings::default();
        let works = |day| boundaries.work_hours_on(date(day), &settings).is_some();
        assert!(!works("2026-11-16") && !works("2026-11-17") && works("2026-11-18"));
    }

    #[test]
    fn a_week_is_as_much_shorter_as_its_days_off_had_hours() {
        let week = || days(date("2026-11-16"), date("2026-11-23"));
        let settings = Settings::default();
        let left = |days_off| {
            let boundaries = Boundaries {
                days_off,
                ..Boundaries::default()
            };
            part_left(&boundaries, &settings, week())
        };
        assert_eq!(left(vec![]), 1.0);
        assert_eq!(left(vec![off("2026-11-18", "2026-11-19")]), 0.8);
        assert_eq!(left(vec![off("2026-11-21", "2026-11-23")]), 1.0);
        assert_eq!(left(vec![off("2026-11-01", "2026-12-01")]), 0.0);
        let idle = Settings {
            work_hours: [None; 7],
            ..Settings::default()
        };
        let boundaries = Boundaries {
            days_off: vec![off("2026-11-01", "2026-12-01")],
            ..Boundaries::default()
        };
        assert_eq!(part_left(&boundaries, &idle, week()), 1.0);
    }
}
