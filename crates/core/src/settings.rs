//! What the person has set: hours, days, the look of the week.

use crate::time::week_start;
use chrono::{Datelike, NaiveDate, NaiveTime, Weekday};
use serde::{Deserialize, Serialize};

/// The hours of one weekday that are meant for work, `[start, end)` in minutes after midnight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct WorkHours {
    /// First minute, 0–1439.
    pub start: u16,
    /// First minute after, 1–1440, later than `start`.
    pub end: u16,
}

/// Which look the window has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the desktop has it.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

/// Everything the person has set. One value, stored as one row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(default)]
pub struct Settings {
    /// IANA name of the home zone; `None`: the computer's.
    pub home_zone: Option<String>,
    /// Work hours from Monday to Sunday; `None` is a day without work.
    pub work_hours: [Option<WorkHours>; 7],
    /// The day a week starts with, 0 = Monday … 6 = Sunday.
    pub week_starts_on: u8,
    /// When a logical day begins, minutes after midnight.
    pub day_starts_at: u16,
    /// The grid that drags and keys snap to, in minutes.
    pub snap_minutes: u16,
    /// Least growth time wanted in a week, in minutes.
    pub growth_minimum: u32,
    /// Switches a day above which a hint appears.
    pub switches_hint: u32,
    /// Look of the window.
    pub theme: Theme,
    /// Whether letters and digits are commands while the grid has the focus.
    pub letter_keys: bool,
    /// Whether Saturday and Sunday are shown.
    pub show_weekend: bool,
    /// Whether the hours well before and after work are shown.
    pub show_all_hours: bool,
    /// Height of an hour in the grid, CSS pixels.
    pub hour_height: u16,
    /// The role chosen at the first run, a name of `roles`.
    pub role: Option<String>,
    /// Whether the first run is over.
    pub first_run_done: bool,
}

impl Default for Settings {
    fn default() -> Settings {
        let day = Some(WorkHours {
            start: 9 * 60,
            end: 17 * 60 + 30,
        });
        Settings {
            home_zone: None,
            work_hours: [day, day, day, day, day, None, None],
            week_starts_on: 0,
            day_starts_at: 4 * 60,
            snap_minutes: 15,
            growth_minimum: 60,
            switches_hint: 6,
            theme: Theme::System,
            letter_keys: true,
            show_weekend: true,
            show_all_hours: false,
            hour_height: 43,
            role: None,
            first_run_done: false,
        }
    }
}

impl Settings {
    /// The first day of the week that holds `day`.
    pub fn week_of(&self, day: NaiveDate) -> NaiveDate {
        let first = Weekday::try_from(self.week_starts_on % 7).unwrap_or(Weekday::Mon);
        week_start(day, first)
    }

    /// The work hours of a date.
    pub fn work_hours_on(&self, day: NaiveDate) -> Option<WorkHours> {
        self.work_hours[day.weekday().num_days_from_monday() as usize]
    }

    /// When a logical day begins.
    pub fn day_start(&self) -> NaiveTime {
        NaiveTime::from_num_seconds_from_midnight_opt(u32::from(self.day_starts_at) * 60, 0)
            .unwrap_or_default()
    }
}
