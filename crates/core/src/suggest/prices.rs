//! Prices for the totals: a bound from below for the whole week, found by letting the days pay for
//! every slot instead of meeting the totals, and the best plan met on the way. It proves nothing
//! by itself; `table` and `combine` close the gap.
//!
//! With a price on every slot of a total, a week costs at least
//! `Σ cheapest day with prices + Σ cheapest total that earns them` (a Lagrangian bound). It is raised
//! by steps along the difference between what the days hold and what the totals want, their length
//! after B. T. Polyak, "Minimization of unsmooth functionals" (1969).

use super::ahead::Total;
use super::curve::{Curve, Curves};
use super::machine::Machine;
use super::path::{Path, Rest};
use super::problem::Days;
use super::work::{PerWork, Work};

/// How often the prices are changed at most.
const ROUNDS: u64 = 120;
/// Arcs that all rounds together may reckon; the finest grids get fewer rounds.
const ARCS: u64 = 50_000_000;
/// After so many rounds without a better bound steps are halved.
const PATIENCE: u32 = 4;

/// What a slot costs on top, in thousandths, for each total it counts in.
#[derive(Clone)]
pub(super) struct Prices {
    work: PerWork<i64>,
    all: i64,
    days: Vec<i64>,
}

/// A bound, the prices that give it, and the best plan met.
pub(super) struct Bounded {
    pub(super) prices: Prices,
    /// No plan costs less.
    pub(super) bound: i64,
    /// What the best plan met costs, and that plan; `None`: none was allowed.
    pub(super) met: Option<(i64, Days)>,
}

impl Prices {
    fn none(days: usize) -> Prices {
        Prices {
            work: [0; 3],
            all: 0,
            days: vec![0; days],
        }
    }

    /// What a slot of each kind of work costs on a day.
    pub(super) fn on(&self, day: usize) -> PerWork<i64> {
        self.work.map(|work| work + self.all + self.days[day])
    }

    /// Whether work costs the same on two days.
    pub(super) fn same_on(&self, one: usize, other: usize) -> bool {
        self.days[one] == self.days[other]
    }

    /// The totals of a week, with what a slot earns in each.
    pub(super) fn totals<'w>(&self, curves: &'w Curves) -> [Total<'w>; 4] {
        let [technical, management, growth] = &curves.work;
        let [first, second, third] = self.work;
        [
            (technical, first),
            (management, second),
            (growth, third),
            (&curves.all, self.all),
        ]
        .map(|(curve, price)| Total { curve, price })
    }

    /// What the totals of a week earn.
    pub(super) fn week(&self, slots: PerWork<u32>) -> i64 {
        let of = |work: Work| (self.work[work.index()] + self.all) * i64::from(slots[work.index()]);
        Work::ALL.into_iter().map(of).sum()
    }

    /// What a slot of work earns in a day's own total.
    pub(super) fn earned_on(&self, day: usize) -> i64 {
        self.days[day]
    }

    /// The least that the week's totals cost after what they earn.
    pub(super) fn least_week(&self, curves: &Curves) -> Option<i64> {
        let work = curves.work.iter().zip(self.work);
        let work = work.map(|(curve, price)| lowest(curve, price));
        Some(work.sum::<Option<i64>>()? + lowest(&curves.all, self.all)?)
    }

    /// The least that a day's total costs after what it earns.
    pub(super) fn least_day(&self, curves: &Curves, day: usize) -> Option<i64> {
        lowest(&curves.days[day], self.days[day])
    }
}

fn lowest(curve: &Curve, price: i64) -> Option<i64> {
    curve.lowest(price, 0).map(|(cost, _)| cost)
}

/// The days at some prices.
struct Round {
    bound: i64,
    paths: Vec<Path>,
    /// How many slots the days hold more than the totals want, for each total.
    excess: Prices,
}

/// Raises the bound. `upper` is what some plan costs; `None` when a day cannot be planned at all.
pub(super) fn bounded(machines: &[Machine], curves: &Curves, upper: i64) -> Option<Bounded> {
    let mut prices = Prices::none(machines.len());
    let first = round(machines, curves, &prices)?;
    let mut best = Bounded {
        prices: prices.clone(),
        bound: first.bound,
        met: None,
    };
    let mut best_excess = first.excess;
    let (mut upper, mut length, mut patience) = (upper, 1.0, 0);
    let arcs: u64 = machines.iter().map(Machine::arcs).sum();
    for _ in 0..(ARCS / arcs.max(1)).clamp(1, ROUNDS) {
        let round = round(machines, curves, &prices)?;
        let total = total(&round.paths, curves);
        if let Some(total) =
            total.filter(|total| best.met.as_ref().is_none_or(|met| *total < met.0))
        {
            upper = upper.min(total);
            let days = round.paths.into_iter().map(|path| path.held);
            best.met = Some((total, days.collect()));
        }
        patience += 1;
        if best.bound < round.bound {
            best.prices = prices.clone();
            best.bound = round.bound;
            best_excess = round.excess.clone();
            patience = 0;
        }
        if round.excess.norm() == 0 || upper <= best.bound {
            break;
        }
        let mut excess = &round.excess;
        if patience == PATIENCE {
            (length, patience) = (length / 2.0, 0);
            prices = best.prices.clone();
            excess = &best_excess;
        }
        let missing = (upper - best.bound).max(1) as f64;
        prices.raise(excess, length * missing / excess.norm() as f64);
    }
    Some(best)
}

fn round(machines: &[Machine], curves: &Curves, prices: &Prices) -> Option<Round> {
    let mut round = Round {
        bound: prices.least_week(curves)?,
        paths: Vec::with_capacity(machines.len()),
        excess: Prices::none(machines.len()),
    };
    let mut slots = [0; 3];
    for (day, machine) in machines.iter().enumerate() {
        let rest = Rest::new(machine, prices.on(day));
        let path = rest.path(machine)?;
        round.bound += rest.least()? + prices.least_day(curves, day)?;
        slots = [0, 1, 2].map(|work| slots[work] + path.slots[work]);
        let held = path.slots.iter().sum();
        round.excess.days[day] = excess(&curves.days[day], prices.days[day], held)?;
        round.paths.push(path);
    }
    for (work, curve) in curves.work.iter().enumerate() {
        round.excess.work[work] = excess(curve, prices.work[work], slots[work])?;
    }
    round.excess.all = excess(&curves.all, prices.all, slots.iter().sum())?;
    Some(round)
}

fn excess(curve: &Curve, price: i64, held: u32) -> Option<i64> {
    match curve.is_flat() {
        true => Some(0),
        false => Some(i64::from(held) - i64::from(curve.lowest(price, held)?.1)),
    }
}

/// What a week of these days costs; `None`: its totals are not allowed.
fn total(paths: &[Path], curves: &Curves) -> Option<i64> {
    let mut slots = [0; 3];
    let mut total = 0;
    for (path, curve) in paths.iter().zip(&curves.days) {
        slots = [0, 1, 2].map(|work| slots[work] + path.slots[work]);
        total += path.cost + curve.at(path.slots.iter().sum())?;
    }
    Some(total + curves.week(slots)?)
}

impl Prices {
    fn each(&mut self) -> impl Iterator<Item = &mut i64> {
        let week = self.work.iter_mut().chain([&mut self.all]);
        week.chain(&mut self.days)
    }

    /// The square of its length.
    fn norm(&self) -> i64 {
        let week = self.work.iter().chain([&self.all]);
        week.chain(&self.days).map(|excess| excess * excess).sum()
    }

    fn raise(&mut self, excess: &Prices, step: f64) {
        let mut by = excess.clone();
        for (price, by) in self.each().zip(by.each()) {
            *price += (*by as f64 * step).round() as i64;
        }
    }
}
