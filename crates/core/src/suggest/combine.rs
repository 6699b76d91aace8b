//! Adding days up: of all weeks made of one row of each day, the cheapest whose cost lies within the
//! limit, and how many plans are as cheap.

use super::ahead::Ahead;
use super::curve::Curves;
use super::effort::{Effort, Exhausted};
use super::mix::Known;
use super::prices::Prices;
use super::rows::Row;
use super::work::PerWork;

/// The cheapest week within the limit.
pub(super) struct Found {
    pub(super) cost: i64,
    /// How many plans cost as little.
    pub(super) ways: u64,
    /// The row of each day.
    pub(super) rows: Vec<usize>,
}

/// Totals of the first days at least cost.
#[derive(Clone, Copy)]
struct Sum {
    slots: PerWork<u32>,
    cost: i64,
    slack: i64,
    ways: u64,
    from: u32,
    row: u32,
}

/// What the week's totals may cost.
pub(super) struct Goal<'w> {
    pub(super) curves: &'w Curves,
    pub(super) prices: &'w Prices,
    /// The most slack of all days and totals together.
    pub(super) slack: i64,
}

/// Slacks to look within, one after the other, until something is found: small ones cost little and
/// the last one is `most`.
pub(super) fn slacks(most: i64) -> impl Iterator<Item = i64> {
    let first = (0 <= most).then_some((most / FIRST_PART).clamp(1.min(most), most));
    std::iter::successors(first, move |slack| {
        (*slack < most).then_some((slack * 2 + 1).min(most))
    })
}

/// The first slack is this part of the last.
const FIRST_PART: i64 = 256;

impl Goal<'_> {
    /// The cheapest week; `None`: none is within the limit.
    pub(super) fn cheapest(
        &self,
        days: &[&[Row]],
        effort: &mut Effort,
    ) -> Result<Option<Found>, Exhausted> {
        let mut layers = vec![vec![Sum {
            slots: [0; 3],
            cost: 0,
            slack: 0,
            ways: 1,
            from: 0,
            row: 0,
        }]];
        let ahead = Ahead::new(&self.prices.totals(self.curves), days);
        for (index, day) in days.iter().enumerate() {
            let may_end = |sum: &Sum| ahead.may_end(index + 1, &sum.slots, sum.slack, self.slack);
            let next = self.next(&layers[layers.len() - 1], day, may_end, effort)?;
            layers.push(next);
        }
        Ok(self.best(&layers))
    }

    fn next(
        &self,
        sums: &[Sum],
        day: &[Row],
        may_end: impl Fn(&Sum) -> bool,
        effort: &mut Effort,
    ) -> Result<Vec<Sum>, Exhausted> {
        let mut next: Vec<Sum> = Vec::with_capacity(sums.len());
        let mut known = Known::default();
        for (from, sum) in (0u32..).zip(sums) {
            // Rows lie in the order of their slack.
            let fits = day.partition_point(|row| sum.slack + row.slack <= self.slack);
            effort.spend(fits as u64)?;
            for (index, row) in (0u32..).zip(&day[..fits]) {
                let found = Sum {
                    slots: [0, 1, 2].map(|work| sum.slots[work] + row.slots[work]),
                    cost: sum.cost + row.cost,
                    slack: sum.slack + row.slack,
                    ways: sum.ways.saturating_mul(row.ways),
                    from,
                    row: index,
                };
                if !may_end(&found) {
                    continue;
                }
                let at = *known.entry(found.key()).or_insert(next.len() as u32);
                match next.get_mut(at as usize) {
                    None => next.push(found),
                    Some(sum) if found.cost < sum.cost => *sum = found,
                    Some(sum) if found.cost == sum.cost => {
                        sum.ways = sum.ways.saturating_add(found.ways);
                    }
                    Some(_) => {}
                }
            }
        }
        Ok(next)
    }

    fn best(&self, layers: &[Vec<Sum>]) -> Option<Found> {
        let weeks = layers[layers.len() - 1].iter();
        let least = self.prices.least_week(self.curves)?;
        let whole = weeks.filter_map(|sum| {
            let totals = self.curves.week(sum.slots)?;
            let slack = sum.slack + totals - self.prices.week(sum.slots) - least;
            (slack <= self.slack).then_some((sum.cost + totals, sum))
        });
        let whole: Vec<(i64, &Sum)> = whole.collect();
        let (cost, best) = whole.iter().min_by_key(|(cost, _)| *cost)?;
        let as_good = whole.iter().filter(|(other, _)| other == cost);
        let ways = as_good.fold(0u64, |ways, (_, sum)| ways.saturating_add(sum.ways));
        let mut rows = Vec::with_capacity(layers.len());
        let mut sum = **best;
        for layer in layers.iter().rev().skip(1) {
            rows.push(sum.row as usize);
            sum = layer[sum.from as usize];
        }
        rows.reverse();
        Some(Found {
            cost: *cost,
            ways,
            rows,
        })
    }
}

impl Sum {
    fn key(&self) -> u64 {
        let [technical, management, growth] = self.slots.map(u64::from);
        technical << 42 | management << 21 | growth
    }
}
