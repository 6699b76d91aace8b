//! What the person has set: hours, days, the look of the week.

use crate::proposal::Weights;
use crate::role::role;
use crate::target::MOST_WEEK_MINUTES;
use crate::time::{Zones, week_start};
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

/// Which layers of a week are drawn, and how. None at all counts as the plan alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(default)]
pub struct Layers {
    /// All of the plan as it was committed, and not only what has left its place.
    pub committed: bool,
    /// The plan as it is.
    pub live: bool,
    /// What really happened.
    pub actual: bool,
    /// Each in a part of the day of its own, rather than over each other.
    pub beside: bool,
}

impl Default for Layers {
    fn default() -> Layers {
        Layers {
            committed: false,
            live: true,
            actual: true,
            beside: false,
        }
    }
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
    /// What is drawn of a week: committed, planned, what happened.
    pub layers: Layers,
    /// The role chosen at the first run, a name of `roles`.
    pub role: Option<String>,
    /// Whether the person changed the category rules; until then those that come along hold.
    pub own_rules: bool,
    /// Whether the first run is over.
    pub first_run_done: bool,
    /// How much each wish counts when a week is suggested.
    pub suggest_weights: Weights,
    /// The hours in which technical work goes best; `None`: any is as good.
    pub peak_hours: Option<WorkHours>,
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
            layers: Layers::default(),
            role: None,
            own_rules: false,
            first_run_done: false,
            suggest_weights: Weights::default(),
            peak_hours: None,
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

/// The grids that drags and keys may snap to, in minutes.
pub const SNAPS: [u16; 6] = [5, 10, 15, 20, 30, 60];
/// The latest a logical day may begin, minutes after midnight.
pub const LATEST_DAY_START: u16 = 12 * 60;
/// How low and how high an hour of the grid may be, CSS pixels.
pub const HOUR_HEIGHTS: std::ops::RangeInclusive<u16> = 20..=200;

/// Why settings cannot be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SettingsRefusal {
    /// The zone database does not know the home zone.
    UnknownZone {
        /// The name as it was given.
        name: String,
    },
    /// The work hours of a weekday end before they begin, or leave the day.
    WorkHours {
        /// 0 = Monday … 6 = Sunday.
        weekday: u8,
    },
    /// There is no such weekday.
    WeekStart {
        /// What was given.
        weekday: u8,
    },
    /// A logical day may begin between midnight and [`LATEST_DAY_START`].
    DayStart {
        /// What was given, minutes after midnight.
        minutes: u16,
    },
    /// Not one of [`SNAPS`].
    Snap {
        /// What was given.
        minutes: u16,
    },
    /// More growth than a week holds.
    GrowthMinimum {
        /// What was given.
        minutes: u32,
    },
    /// Outside [`HOUR_HEIGHTS`].
    HourHeight {
        /// What was given.
        pixels: u16,
    },
    /// A weight above [`Weights::MOST`].
    Weight {
        /// Its name.
        name: &'static str,
    },
    /// Best hours that end before they begin, or leave the day.
    PeakHours,
    /// Not one of the roles.
    UnknownRole {
        /// The name as it was given.
        name: String,
    },
}

impl SettingsRefusal {
    /// The setting it is about.
    pub fn field(&self) -> &'static str {
        match self {
            SettingsRefusal::UnknownZone { .. } => "home_zone",
            SettingsRefusal::WorkHours { .. } => "work_hours",
            SettingsRefusal::WeekStart { .. } => "week_starts_on",
            SettingsRefusal::DayStart { .. } => "day_starts_at",
            SettingsRefusal::Snap { .. } => "snap_minutes",
            SettingsRefusal::GrowthMinimum { .. } => "growth_minimum",
            SettingsRefusal::HourHeight { .. } => "hour_height",
            SettingsRefusal::Weight { .. } => "suggest_weights",
            SettingsRefusal::PeakHours => "peak_hours",
            SettingsRefusal::UnknownRole { .. } => "role",
        }
    }
}

impl Settings {
    /// Whether they may be kept: the first reason why not.
    pub fn check(&self, zones: &Zones) -> Result<(), SettingsRefusal> {
        if let Some(name) = self
            .home_zone
            .clone()
            .filter(|name| zones.get(name).is_none())
        {
            return Err(SettingsRefusal::UnknownZone { name });
        }
        for (hours, weekday) in self.work_hours.iter().zip(0..) {
            if hours.is_some_and(|hours| hours.end <= hours.start || 24 * 60 < hours.end) {
                return Err(SettingsRefusal::WorkHours { weekday });
            }
        }
        if 6 < self.week_starts_on {
            let weekday = self.week_starts_on;
            return Err(SettingsRefusal::WeekStart { weekday });
        }
        if LATEST_DAY_START < self.day_starts_at {
            let minutes = self.day_starts_at;
            return Err(SettingsRefusal::DayStart { minutes });
        }
        if !SNAPS.contains(&self.snap_minutes) {
            let minutes = self.snap_minutes;
            return Err(SettingsRefusal::Snap { minutes });
        }
        if MOST_WEEK_MINUTES < self.growth_minimum {
            let minutes = self.growth_minimum;
            return Err(SettingsRefusal::GrowthMinimum { minutes });
        }
        if !HOUR_HEIGHTS.contains(&self.hour_height) {
            let pixels = self.hour_height;
            return Err(SettingsRefusal::HourHeight { pixels });
        }
        let mut weights = self.suggest_weights.named().into_iter();
        if let Some((name, _)) = weights.find(|(_, level)| Weights::MOST < *level) {
            return Err(SettingsRefusal::Weight { name });
        }
        let wrong = |hours: WorkHours| hours.end <= hours.start || 24 * 60 < hours.end;
        if self.peak_hours.is_some_and(wrong) {
            return Err(SettingsRefusal::PeakHours);
        }
        match self.role.clone().filter(|name| role(name).is_none()) {
            Some(name) => Err(SettingsRefusal::UnknownRole { name }),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_settings_to_begin_with_may_be_kept() {
        assert_eq!(Settings::default().check(&Zones::bundled()), Ok(()));
    }

    #[test]
    fn every_setting_out_of_range_is_refused_by_its_name() {
        type Change = fn(&mut Settings);
        let changes: [(&str, Change); 8] = [
            ("home_zone", |set| {
                set.home_zone = Some("Mars/Olympus".into())
            }),
            ("work_hours", |set| {
                set.work_hours[2] = Some(WorkHours {
                    start: 600,
                    end: 600,
                });
            }),
            ("week_starts_on", |set| set.week_starts_on = 7),
            ("day_starts_at", |set| set.day_starts_at = 13 * 60),
            ("snap_minutes", |set| set.snap_minutes = 7),
            ("growth_minimum", |set| set.growth_minimum = 10_081),
            ("hour_height", |set| set.hour_height = 0),
            ("role", |set| set.role = Some("juggler".into())),
        ];
        for (field, change) in changes {
            let mut settings = Settings::default();
            change(&mut settings);
            let refused = settings.check(&Zones::bundled()).unwrap_err();
            assert_eq!(refused.field(), field);
        }
    }
}
