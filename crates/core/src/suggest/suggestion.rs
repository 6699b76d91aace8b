//! The verb: from a week to the plan of least cost, or to the reason why there is none.

use super::conflict::{Conflict, conflict};
use super::cost::{Cost, cost};
use super::effort::Effort;
use super::feasible::feasible;
use super::movable::{self, Place};
use super::plan::Plan;
use super::points::Points;
use super::problem::Problem;
use super::solve::solve;
use super::week::{Flaw, Week};

/// A plan for a week.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggestion {
    /// The plan. It keeps every rule.
    pub plan: Plan,
    /// Where each movable meeting begins.
    pub meetings: Vec<Place>,
    /// What it costs, term by term.
    pub cost: Cost,
    /// What no plan can cost less than.
    pub bound: Points,
    /// Whether it is proved that no plan costs less.
    pub optimal: bool,
    /// How many plans cost as little; `None`: not known.
    pub as_good: Option<u64>,
    /// Steps the search took.
    pub steps: u64,
}

/// Why there is no plan.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoPlan {
    /// The week contradicts itself.
    #[error("{0}")]
    Flaw(#[from] Flaw),
    /// Rules are in each other's way.
    #[error("no plan can keep {0}")]
    Conflict(Conflict),
    /// The movable meetings find no places side by side.
    #[error("the movable meetings do not fit")]
    NoPlace,
}

/// The plan of least cost. The same week and effort always give the same plan.
pub fn suggest(week: &Week, mut effort: Effort) -> Result<Suggestion, NoPlan> {
    week.check()?;
    if !week.movable.is_empty() {
        return movable::suggest(week, effort);
    }
    match settled(week, Points::MAX, &mut effort) {
        Settled::Planned(suggestion) => Ok(*suggestion),
        Settled::Impossible | Settled::TooDear => Err(NoPlan::Conflict(conflict(week))),
    }
}

/// What comes of a week whose meetings all have their places.
pub(super) enum Settled {
    /// The plan of least cost.
    Planned(Box<Suggestion>),
    /// No plan costs less than the cutoff.
    TooDear,
    /// No plan keeps every rule.
    Impossible,
}

/// Plans a week whose meetings all have their places.
pub(super) fn settled(week: &Week, cutoff: Points, effort: &mut Effort) -> Settled {
    let problem = Problem::new(week);
    let Some(start) = feasible(&problem) else {
        return Settled::Impossible;
    };
    let cutoff = cutoff.thousandths() - problem.base.thousandths();
    let Some(solved) = solve(&problem, start, cutoff, effort) else {
        return Settled::TooDear;
    };
    let plan = Plan { days: solved.days };
    Settled::Planned(Box::new(Suggestion {
        cost: cost(week, &plan),
        plan,
        meetings: Vec::new(),
        bound: problem.base + Points::from_thousandths(solved.bound),
        optimal: solved.bound == solved.cost,
        as_good: solved.ways,
        steps: effort.done(),
    }))
}
