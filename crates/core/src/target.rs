//! What mix the person wants: shares per work category and hours a week, valid from a date on.

use crate::balance::Mix;
use crate::category::Category;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Names a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(transparent)]
pub struct TargetId(pub u32);

/// Wanted shares of work time with a date range, and the work hours they are shares of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Target {
    /// Its identity here.
    pub id: TargetId,
    /// First day it holds; `None`: since ever.
    pub from: Option<NaiveDate>,
    /// First day it no longer holds; `None`: until further notice.
    pub until: Option<NaiveDate>,
    /// Whole percent of work time.
    pub technical: u8,
    /// Whole percent of work time.
    pub management: u8,
    /// Whole percent of work time; the three sum to 100.
    pub growth: u8,
    /// Minutes of work wanted in a week.
    pub week_minutes: u32,
}

impl Target {
    /// The share of work time wanted for a category, 0–1; 0 for personal time.
    pub fn share(&self, category: Category) -> f64 {
        let percent = match category {
            Category::Technical => self.technical,
            Category::Management => self.management,
            Category::Growth => self.growth,
            Category::Personal => 0,
        };
        f64::from(percent) / 100.0
    }

    /// Minutes a week wanted for a category, rounded to whole minutes.
    pub fn minutes(&self, category: Category) -> u32 {
        (self.share(category) * f64::from(self.week_minutes)).round() as u32
    }

    /// The wanted shares of the three work categories.
    pub fn mix(&self) -> Mix {
        Mix {
            technical: self.share(Category::Technical),
            management: self.share(Category::Management),
            growth: self.share(Category::Growth),
        }
    }

    /// Whether it holds on a day.
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day < until)
    }
}

/// The target that holds on a day: of those whose range holds it, the one that begins latest.
pub fn target_on(targets: &[Target], day: NaiveDate) -> Option<&Target> {
    targets
        .iter()
        .filter(|target| target.holds_on(day))
        .max_by_key(|target| (target.from, target.id))
}
