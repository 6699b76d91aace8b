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
    /// What the season is called; empty for a plain mix.
    #[serde(default)]
    pub name: String,
    /// Wanted lead share in whole percent, 0–100.
    #[serde(default)]
    pub lead: Option<u8>,
    /// What its weeks are marked as, where they are not like others.
    #[serde(default)]
    pub context: Option<Context>,
    /// The preset it began as.
    #[serde(default)]
    pub preset: Option<String>,
}

/// What makes a week unlike others: such weeks enter no baseline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum Context {
    /// Time off.
    Vacation,
    /// Ill.
    Sick,
    /// On call.
    OnCall,
    /// A launch or release.
    Release,
    /// A crisis.
    Crisis,
}

impl Target {
    /// A mix without a name: shares in whole percent, technical, management, growth.
    pub fn plain(
        id: TargetId,
        from: Option<NaiveDate>,
        [technical, management, growth]: [u8; 3],
        week_minutes: u32,
    ) -> Target {
        Target {
            id,
            from,
            until: None,
            technical,
            management,
            growth,
            week_minutes,
            name: String::new(),
            lead: None,
            context: None,
            preset: None,
        }
    }

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

/// The most work minutes a week can hold.
pub const MOST_WEEK_MINUTES: u32 = 7 * 24 * 60;

/// Why a target cannot be set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TargetRefusal {
    /// The three shares do not sum to 100.
    SharesNotWhole {
        /// What they sum to.
        sum: u16,
    },
    /// No work at all, or more than a week holds.
    WeekMinutes {
        /// How many were asked for.
        minutes: u32,
    },
    /// The last day is not after the first.
    EndsBeforeItBegins,
}

impl TargetRefusal {
    /// The field of a form it belongs to.
    pub fn field(self) -> &'static str {
        match self {
            TargetRefusal::SharesNotWhole { .. } => "target",
            TargetRefusal::WeekMinutes { .. } => "week_minutes",
            TargetRefusal::EndsBeforeItBegins => "until",
        }
    }
}

impl Target {
    /// Whether it may be set.
    pub fn check(&self) -> Result<(), TargetRefusal> {
        let shares = [self.technical, self.management, self.growth];
        let sum = shares.into_iter().map(u16::from).sum();
        if sum != 100 {
            return Err(TargetRefusal::SharesNotWhole { sum });
        }
        let minutes = self.week_minutes;
        if !(1..=MOST_WEEK_MINUTES).contains(&minutes) {
            return Err(TargetRefusal::WeekMinutes { minutes });
        }
        match (self.from, self.until) {
            (Some(from), Some(until)) if until <= from => Err(TargetRefusal::EndsBeforeItBegins),
            _ => Ok(()),
        }
    }
}

/// The target that holds on a day: of those whose range holds it, the one that begins latest.
pub fn target_on(targets: &[Target], day: NaiveDate) -> Option<&Target> {
    targets
        .iter()
        .filter(|target| target.holds_on(day))
        .max_by_key(|target| (target.from, target.id))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn target() -> Target {
        Target::plain(TargetId(1), None, [50, 40, 10], 40 * 60)
    }

    #[test]
    fn shares_that_do_not_sum_to_a_hundred_are_refused() {
        let refused = Target {
            technical: 51,
            ..target()
        };
        let sum = 101;
        assert_eq!(refused.check(), Err(TargetRefusal::SharesNotWhole { sum }));
        assert_eq!(target().check(), Ok(()));
    }

    #[test]
    fn a_week_holds_between_one_minute_and_seven_days_of_work() {
        for (week_minutes, fits) in [(0, false), (1, true), (10_080, true), (10_081, false)] {
            let target = Target {
                week_minutes,
                ..target()
            };
            assert_eq!(target.check().is_ok(), fits, "{week_minutes}");
        }
    }

    #[test]
    fn a_target_ends_after_it_begins() {
        let day = "2026-11-16".parse().ok();
        let refused = Target {
            from: day,
            until: day,
            ..target()
        };
        assert_eq!(refused.check(), Err(TargetRefusal::EndsBeforeItBegins));
    }
}
