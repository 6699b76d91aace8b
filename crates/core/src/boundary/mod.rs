//! Boundaries: when work may be, and what kind of it. Hours that hold for a while, lunch, days off,
//! times kept free of something, the least and the most of a category in a week.
//!
//! They refuse nothing by themselves: [`violations`] says where a week crosses them, and the one who
//! plans decides.

mod check;
mod hours;
mod violation;

pub use check::{BoundaryRefusal, LONGEST_NAME, MOST_DAYS_OFF, MOST_RULES};
pub use hours::part_left;
pub use violation::{Crossing, Outside, SHORTEST_LUNCH_MINUTES, Violation, violations};

use crate::category::Category;
use crate::settings::WorkHours;
use crate::stretch::Stretch;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// All boundaries of a person. One value, stored as one row.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(default)]
pub struct Boundaries {
    /// Work hours that hold for some dates; on all others those of the settings hold.
    pub hours: Vec<HoursPeriod>,
    /// When lunch is; `None`: no time is kept for it.
    pub lunch: Option<WorkHours>,
    /// Days without work.
    pub days_off: Vec<DayOff>,
    /// Times kept free of something.
    pub rules: Vec<BoundaryRule>,
    /// The least and the most of a category in a week; at most one for each.
    pub limits: Vec<WeekLimit>,
}

/// Work hours that hold for a while.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct HoursPeriod {
    /// First day; `None`: since ever.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub from: Option<NaiveDate>,
    /// First day they no longer hold; `None`: until further notice.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub until: Option<NaiveDate>,
    /// From Monday to Sunday; `None` is a day without work.
    pub hours: [Option<WorkHours>; 7],
}

/// A day off, or several in a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct DayOff {
    /// First day.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub from: NaiveDate,
    /// First day of work again.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub until: NaiveDate,
    /// What kind.
    pub kind: DayOffKind,
    /// What it is called; may be empty.
    pub name: String,
}

/// What kind of day off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum DayOffKind {
    /// Time of one's own.
    Vacation,
    /// A public holiday.
    Holiday,
    /// Not well.
    Sick,
    /// Anything else.
    Other,
}

/// A time of the day that is kept free of something: "no management before 11:00".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct BoundaryRule {
    /// What stays out.
    pub no: RuleSubject,
    /// On which days, from Monday to Sunday.
    pub days: [bool; 7],
    /// First minute after midnight; 0 means from where the logical day begins.
    pub start: u16,
    /// First minute after, at most 1440, which means to where the logical day ends.
    pub end: u16,
}

/// What a rule keeps out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum RuleSubject {
    /// Technical work.
    Technical,
    /// Management.
    Management,
    /// Growth.
    Growth,
    /// Meetings of every work category.
    Meetings,
}

impl RuleSubject {
    /// Whether it is about a stretch of time.
    pub fn holds(self, stretch: &Stretch) -> bool {
        match self.category() {
            Some(category) => stretch.category == category,
            None => stretch.meeting && stretch.category.is_work(),
        }
    }

    /// The category it is; `None` for meetings, which may be of any.
    pub fn category(self) -> Option<Category> {
        match self {
            RuleSubject::Technical => Some(Category::Technical),
            RuleSubject::Management => Some(Category::Management),
            RuleSubject::Growth => Some(Category::Growth),
            RuleSubject::Meetings => None,
        }
    }
}

/// The least and the most of a category in a week. The least of growth is a setting of its own and
/// does not stand here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct WeekLimit {
    /// Which work category.
    pub category: Category,
    /// Minutes; `None`: any.
    pub least: Option<u32>,
    /// Minutes; `None`: any.
    pub most: Option<u32>,
}
