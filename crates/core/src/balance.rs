//! The balance of a week: how work time is shared out among the categories, and how far that is
//! from the mix one wants.
//!
//! Where k distinct work categories overlap, each gets 1/k of the time. Personal time takes no
//! part. A ratio with nothing to divide by is `None`, never 0.

use crate::category::Category;
use crate::stretch::Stretch;
use crate::sweep::{minutes, sweep};
use crate::time::Span;
use serde::Serialize;

/// A number for each work category: minutes, or shares that sum to 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Mix {
    /// Of technical work.
    pub technical: f64,
    /// Of management.
    pub management: f64,
    /// Of growth.
    pub growth: f64,
}

impl Mix {
    /// The number of a category; 0 for personal time.
    pub fn of(&self, category: Category) -> f64 {
        match category {
            Category::Technical => self.technical,
            Category::Management => self.management,
            Category::Growth => self.growth,
            Category::Personal => 0.0,
        }
    }

    /// The sum of the three.
    pub fn total(&self) -> f64 {
        self.technical + self.management + self.growth
    }

    /// The three as parts of their sum; `None` when that is 0.
    pub fn shares(&self) -> Option<Mix> {
        let total = self.total();
        (0.0 < total).then(|| self.times(1.0 / total))
    }

    /// Total variation distance between two mixes of shares, 0–1: the smallest part of the time that
    /// would have to change category to turn one into the other.
    pub fn distance(&self, other: Mix) -> f64 {
        let apart = |category| (self.of(category) - other.of(category)).abs();
        Category::WORK.into_iter().map(apart).sum::<f64>() / 2.0
    }

    fn times(&self, factor: f64) -> Mix {
        Mix {
            technical: self.technical * factor,
            management: self.management * factor,
            growth: self.growth * factor,
        }
    }

    pub(crate) fn plus(&self, other: Mix) -> Mix {
        Mix {
            technical: self.technical + other.technical,
            management: self.management + other.management,
            growth: self.growth + other.growth,
        }
    }

    fn add(&mut self, category: Category, amount: f64) {
        match category {
            Category::Technical => self.technical += amount,
            Category::Management => self.management += amount,
            Category::Growth => self.growth += amount,
            Category::Personal => {}
        }
    }
}

/// How work time is shared out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Balance {
    /// Minutes per category; they sum to the minutes in which any work runs.
    pub minutes: Mix,
    /// The same as shares; `None` without work.
    pub shares: Option<Mix>,
    /// Distance of the shares from the target, 0–1; `None` without work or target.
    pub tvd: Option<f64>,
    /// The minutes that would have to change category to meet the target.
    pub minutes_to_move: Option<f64>,
}

impl Balance {
    fn of(minutes: Mix, target: Option<Mix>) -> Balance {
        let shares = minutes.shares();
        let tvd = shares
            .zip(target)
            .map(|(shares, target)| shares.distance(target));
        Balance {
            minutes,
            shares,
            tvd,
            minutes_to_move: tvd.map(|tvd| tvd * minutes.total()),
        }
    }

    /// Minutes in which any work runs.
    pub fn work_minutes(&self) -> f64 {
        self.minutes.total()
    }
}

/// The balance of the stretches inside `within`, usually [`crate::week::Week::span`], against a
/// target of shares.
pub fn balance(stretches: &[Stretch], within: Span, target: Option<Mix>) -> Balance {
    let mut total = Mix::default();
    sweep(stretches, within, |span, running| {
        let share = minutes(span.seconds()) / running.work().count().max(1) as f64;
        for category in running.work() {
            total.add(category, share);
        }
    });
    Balance::of(total, target)
}

/// Minutes inside `within` in which anything personal runs; overlapping time counts once.
pub fn personal_minutes(stretches: &[Stretch], within: Span) -> f64 {
    let mut seconds = 0;
    sweep(stretches, within, |span, running| {
        if running.has(Category::Personal) {
            seconds += span.seconds();
        }
    });
    minutes(seconds)
}

/// A week of a longer window.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PooledWeek {
    /// Its minutes per category.
    pub minutes: Mix,
    /// The shares wanted in it.
    pub target: Option<Mix>,
}

/// The balance of several weeks together: minutes are pooled first, then the distance is taken, so
/// that a week of one kind and a week of the other can balance each other. The target is the mean
/// of the weeks' targets, weighted by their minutes.
pub fn pooled(weeks: &[PooledWeek]) -> Balance {
    let mut total = Mix::default();
    let mut wanted = Mix::default();
    for week in weeks {
        total = total.plus(week.minutes);
        if let Some(target) = week.target {
            wanted = wanted.plus(target.times(week.minutes.total()));
        }
    }
    Balance::of(total, wanted.shares())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::Instant;
    use proptest::prelude::*;

    fn stretches() -> impl Strategy<Value = Vec<Stretch>> {
        let one = (
            0i64..2000,
            0i64..300,
            prop::sample::select(&Category::ALL[..]),
        );
        let stretch = one.prop_map(|(start, length, category)| {
            let start = Instant(start * 60);
            Stretch::new(Span::new(start, start.plus_seconds(length * 60)), category)
        });
        prop::collection::vec(stretch, 0..30)
    }

    const WITHIN: Span = Span {
        start: Instant(200 * 60),
        end: Instant(1800 * 60),
    };

    proptest! {
        #[test]
        fn minutes_sum_to_the_union_of_work(stretches in stretches()) {
            let worked = |minute: &i64| {
                let instant = Instant(minute * 60);
                stretches.iter().any(|one| {
                    one.category.is_work() && one.span.start <= instant && instant < one.span.end
                })
            };
            let union = (200..1800).filter(worked).count() as f64;
            let balance = balance(&stretches, WITHIN, None);
            prop_assert!((balance.work_minutes() - union).abs() < 1e-6);
        }

        #[test]
        fn shares_sum_to_one_and_the_distance_lies_between_zero_and_one(
            stretches in stretches(),
            (technical, management) in (0.0..0.5f64, 0.0..0.5f64),
        ) {
            let target = Mix { technical, management, growth: 1.0 - technical - management };
            let balance = balance(&stretches, WITHIN, Some(target));
            match balance.shares {
                None => prop_assert!(balance.tvd.is_none() && balance.minutes_to_move.is_none()),
                Some(shares) => {
                    prop_assert!((shares.total() - 1.0).abs() < 1e-9);
                    let tvd = balance.tvd.unwrap();
                    prop_assert!((0.0..=1.0 + 1e-9).contains(&tvd));
                }
            }
        }
    }

    #[test]
    fn personal_time_counts_once_and_takes_no_part_in_the_balance() {
        let span = |from: i64, to: i64| Span::new(Instant(from * 60), Instant(to * 60));
        let stretches = [
            Stretch::new(span(300, 360), Category::Personal),
            Stretch::new(span(330, 390), Category::Personal),
            Stretch::new(span(330, 390), Category::Technical),
        ];
        assert_eq!(personal_minutes(&stretches, WITHIN), 90.0);
        assert_eq!(balance(&stretches, WITHIN, None).minutes.technical, 60.0);
    }

    #[test]
    fn weeks_without_a_target_pool_to_none() {
        let week = PooledWeek {
            minutes: Mix {
                technical: 60.0,
                ..Mix::default()
            },
            target: None,
        };
        assert_eq!(pooled(&[week]).tvd, None);
        assert_eq!(pooled(&[]).shares, None);
    }
}
