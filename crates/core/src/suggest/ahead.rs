//! What the days still to come and the week's totals cost at least, so that a sum of the first days
//! that cannot end well is dropped at once.
//!
//! ```text
//! slots so far     [=====]
//! days to come            [~~~~~]      at least R(x) above their bounds to hold x slots
//! total wanted                  |      C(n) above its bound for n slots in all
//! ```
//!
//! For one total the least is `min over x of R(x) + C(slots so far + x)`. Several totals are met by
//! the same days, so each may count only its part of R: with `n` totals, R once and C `n` times is at
//! most `n` times the truth.
//!
//! Units: thousandths of a point.

use super::curve::Curve;
use super::rows::Row;
use super::work::PerWork;

/// Stands for what is not allowed: more than any limit, and far from overflow.
const NEVER: i64 = i64::MAX / 64;

/// A total of the week.
pub(super) struct Total<'w> {
    /// What each number of slots costs.
    pub(super) curve: &'w Curve,
    /// What a slot earns.
    pub(super) price: i64,
}

/// Least costs of what is to come, by day, total and slots so far. The totals are those of the three
/// kinds of work and of all work.
pub(super) struct Ahead {
    days: Vec<[Vec<i64>; TOTALS]>,
    /// How many totals cost anything; the others are left out.
    parts: i64,
}

const TOTALS: usize = 4;

impl Ahead {
    pub(super) fn new(totals: &[Total<'_>; TOTALS], days: &[&[Row]]) -> Ahead {
        let is_free = |total: &Total<'_>| total.price == 0 && total.curve.is_flat();
        let parts = totals.iter().filter(|total| !is_free(total)).count() as i64;
        let mut ahead: Vec<[Vec<i64>; TOTALS]> = vec![Default::default(); days.len() + 1];
        for (place, total) in totals.iter().enumerate() {
            let least = match is_free(total) {
                true => vec![vec![0; total.curve.slots()]; days.len() + 1],
                false => least(total, place, parts, days),
            };
            for (day, least) in ahead.iter_mut().zip(least) {
                day[place] = least;
            }
        }
        Ahead { days: ahead, parts }
    }

    /// Whether a sum of the first `day` days with this slack may still end within a limit.
    pub(super) fn may_end(&self, day: usize, slots: &PerWork<u32>, slack: i64, limit: i64) -> bool {
        let least = |place: usize| {
            let so_far = held(slots, place) as usize;
            self.days[day][place].get(so_far).copied().unwrap_or(NEVER)
        };
        let least: i64 = (0..TOTALS).map(least).sum();
        least <= self.parts * (limit - slack)
    }
}

/// What of a row or a sum belongs to a total.
fn held(slots: &PerWork<u32>, place: usize) -> u32 {
    match slots.get(place) {
        Some(slots) => *slots,
        None => slots.iter().sum(),
    }
}

/// For each number of days so far and each number of slots in them, the least of what is to come.
fn least(total: &Total<'_>, place: usize, parts: i64, days: &[&[Row]]) -> Vec<Vec<i64>> {
    let above = total.curve.above_least(total.price);
    let mut rest = vec![0];
    let mut least = vec![Vec::new(); days.len() + 1];
    for day in (0..=days.len()).rev() {
        if let Some(rows) = days.get(day) {
            rest = together(&of_day(place, rows), &rest);
        }
        least[day] = (0..above.len())
            .map(|so_far| {
                let ends = above[so_far..].iter().zip(&rest);
                let each = ends.filter_map(|(above, rest)| Some((*above)? * parts + rest));
                each.min().unwrap_or(NEVER).min(NEVER)
            })
            .collect();
    }
    least
}

/// The least slack of a day for each number of slots.
fn of_day(place: usize, rows: &[Row]) -> Vec<i64> {
    let most = rows
        .iter()
        .map(|row| held(&row.slots, place))
        .max()
        .unwrap_or(0);
    let mut least = vec![NEVER; most as usize + 1];
    for row in rows {
        let of_slots = &mut least[held(&row.slots, place) as usize];
        *of_slots = row.slack.min(*of_slots);
    }
    least
}

/// The least slack of two stretches of days for each number of slots in both.
fn together(one: &[i64], other: &[i64]) -> Vec<i64> {
    let mut least = vec![NEVER; one.len() + other.len() - 1];
    for (a, first) in one.iter().enumerate() {
        for (sum, second) in least[a..].iter_mut().zip(other) {
            *sum = (first + second).min(*sum);
        }
    }
    least
}
