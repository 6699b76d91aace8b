//! A month as its weeks.

use super::Figures;
use chrono::NaiveDate;
use evenkeel_core::category::Category;
use serde::Serialize;

/// The weeks that touch a month, each with its balance.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Month {
    /// The state it shows.
    pub rev: u32,
    /// The first day of the month.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub first: NaiveDate,
    /// Today in the home zone.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub today: NaiveDate,
    /// Four to six weeks, in order.
    pub weeks: Vec<MonthWeek>,
    /// The longest of what is planned and wanted in any of these weeks, minutes: what bars are drawn
    /// against.
    pub most_minutes: u32,
    /// The longest work of any of these days, minutes.
    pub most_in_a_day: u32,
}

/// One week of a month.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct MonthWeek {
    /// Its balance; `figures.week` is its first day.
    pub figures: Figures,
    /// Its seven days, those of the months beside included.
    pub days: Vec<MonthDay>,
}

/// One logical day of a month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct MonthDay {
    /// Its date.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub day: NaiveDate,
    /// Whether it has work hours.
    pub works: bool,
    /// What the day off is called, where it is one.
    pub off: Option<String>,
    /// Minutes per category; those without any are left out.
    pub parts: Vec<DayPart>,
    /// Minutes of work.
    pub work_minutes: u32,
    /// In words: "6 h 30 of work: technical 4 h, management 2 h 30. Personal 1 h."
    pub words: String,
}

/// The time of one category in a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct DayPart {
    /// Which.
    pub category: Category,
    /// How much.
    pub minutes: u32,
}
