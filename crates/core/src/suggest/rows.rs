//! Whole days as the search adds them up: totals, cost, and how far above the bound. It does not know
//! how a day came about.

use super::curve::Curve;
use super::path::Rest;
use super::prices::Bounded;
use super::problem::Problem;
use super::work::PerWork;
use std::collections::HashMap;

/// One way to have some totals at least cost.
pub(super) struct Row {
    pub(super) slots: PerWork<u32>,
    /// What the day costs, its own total included.
    pub(super) cost: i64,
    /// How far above the day's bound it is.
    pub(super) slack: i64,
    /// How many plans of the day are as good.
    pub(super) ways: u64,
    /// Where whoever made the row finds its plan.
    pub(super) plan: u32,
}

/// What rules out totals of a day.
pub(super) struct Limits<'w> {
    pub(super) rest: &'w Rest,
    /// What the day's own total costs.
    curve: &'w Curve,
    /// What a slot earns in the day's own total, and the least that total costs after that.
    earns: i64,
    least: i64,
    /// The most slack of a row.
    pub(super) slack: i64,
}

/// Of the rows with the same totals the cheapest, by slack.
pub(super) fn cheapest(rows: impl Iterator<Item = Row>) -> Vec<Row> {
    let mut cheapest: Vec<Row> = Vec::new();
    let mut known: HashMap<PerWork<u32>, usize> = HashMap::new();
    for found in rows {
        let at = *known.entry(found.slots).or_insert(cheapest.len());
        match cheapest.get_mut(at) {
            None => cheapest.push(found),
            Some(row) if found.cost < row.cost => *row = found,
            Some(row) if found.cost == row.cost => row.ways = row.ways.saturating_add(found.ways),
            Some(_) => {}
        }
    }
    cheapest.sort_by_key(|row| (row.slack, row.slots));
    cheapest
}

impl<'w> Limits<'w> {
    pub(super) fn new(
        problem: &'w Problem<'_>,
        bounded: &Bounded,
        day: usize,
        rest: &'w Rest,
        slack: i64,
    ) -> Limits<'w> {
        let curves = &problem.curves;
        Limits {
            rest,
            curve: &curves.days[day],
            earns: bounded.prices.earned_on(day),
            least: bounded.prices.least_day(curves, day).unwrap_or(0),
            slack,
        }
    }

    /// A whole day that costs this, its own total aside; `None`: it is ruled out.
    pub(super) fn row(&self, slots: PerWork<u32>, cost: i64, ways: u64, plan: u32) -> Option<Row> {
        let held: u32 = slots.iter().sum();
        let own = self.curve.at(held)?;
        let prices = self.rest.prices();
        let paid: i64 = (0..3)
            .map(|work| prices[work] * i64::from(slots[work]))
            .sum();
        let above_rest = cost + paid - self.rest.least()?;
        let above_total = own - self.earns * i64::from(held) - self.least;
        let slack = above_rest + above_total;
        (slack <= self.slack).then_some(Row {
            slots,
            cost: cost + own,
            slack,
            ways,
            plan,
        })
    }
}
