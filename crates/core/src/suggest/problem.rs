//! A week made ready for the search: an automaton for every day and a curve for every total. Its
//! meetings have their places; choosing those is `movable`'s part.

use super::cost::islands;
use super::curve::Curves;
use super::machine::Machine;
use super::points::Points;
use super::week::Week;
use super::work::{PerWork, Work};

/// Days of a plan while it is searched.
pub(super) type Days = Vec<Vec<Option<Work>>>;

/// A week made ready.
pub(super) struct Problem<'w> {
    pub(super) week: &'w Week,
    pub(super) machines: Vec<Machine>,
    pub(super) curves: Curves,
    /// For each day the first one that is like it: what can be planned on it costs the same.
    pub(super) alike: Vec<usize>,
    /// What every plan costs.
    pub(super) base: Points,
}

impl<'w> Problem<'w> {
    pub(super) fn new(week: &'w Week) -> Problem<'w> {
        let days = 0..week.days.len();
        let machines: Vec<Machine> = days.clone().map(|day| Machine::new(week, day)).collect();
        let curves = Curves::new(week);
        let like = |one: usize, other: usize| {
            machines[one] == machines[other] && curves.days[one] == curves.days[other]
        };
        let first = |day: usize| (0..day).find(|one| like(*one, day)).unwrap_or(day);
        Problem {
            week,
            alike: days.clone().map(first).collect(),
            machines,
            curves,
            base: days.map(|day| islands(week, day)).sum(),
        }
    }

    /// How many arcs its days have together: how long reckoning every day once takes.
    pub(super) fn arcs(&self) -> u64 {
        self.machines.iter().map(Machine::arcs).sum()
    }

    /// What a plan costs, what every plan costs aside; `None`: it breaks a rule.
    pub(super) fn cost(&self, days: &[Vec<Option<Work>>]) -> Option<i64> {
        let mut week = [0; 3];
        let mut cost = 0;
        for ((held, machine), curve) in days.iter().zip(&self.machines).zip(&self.curves.days) {
            let slots = slots(held);
            week = [0, 1, 2].map(|work| week[work] + slots[work]);
            cost += machine.cost(held)? + curve.at(slots.iter().sum())?;
        }
        Some(cost + self.curves.week(week)?)
    }
}

/// The totals of a day.
pub(super) fn slots(held: &[Option<Work>]) -> PerWork<u32> {
    let mut slots = [0; 3];
    for work in held.iter().flatten() {
        slots[work.index()] += 1;
    }
    slots
}
