//! The search for one week whose meetings have their places. First bounds from both sides; then all
//! weeks within a slack above the lower one, the slack doubled until a week is found. Where that
//! takes more steps than allowed, the best plan known stands without a proof.

use super::coarse::coarse;
use super::combine::{Found, Goal, slacks};
use super::effort::{Effort, Exhausted};
use super::path::Rest;
use super::prices::{Bounded, bounded};
use super::problem::{Days, Problem};
use super::refine::refine;
use super::rows::{Limits, Row};
use super::table::Table;

/// The best plan found.
pub(super) struct Solved {
    pub(super) days: Days,
    /// What it costs, what every plan costs aside.
    pub(super) cost: i64,
    /// No plan costs less.
    pub(super) bound: i64,
    /// How many plans cost as little, if that is proved to be the least.
    pub(super) ways: Option<u64>,
}

/// The best plan, starting from one that keeps every rule. `None`: none costs less than `cutoff`.
pub(super) fn solve(
    problem: &Problem<'_>,
    start: Days,
    cutoff: i64,
    effort: &mut Effort,
) -> Option<Solved> {
    let start_cost = problem.cost(&start)?;
    let bounded = bounded(&problem.machines, &problem.curves, start_cost)?;
    if cutoff <= bounded.bound {
        return None;
    }
    let (cost, days) = known(problem, &bounded, start, effort)?;
    let mut solved = Solved {
        days,
        cost,
        bound: bounded.bound,
        ways: None,
    };
    let searched = effort
        .spend(problem.arcs())
        .and_then(|()| exact(problem, &bounded, &mut solved, effort));
    match searched {
        // Without a proof the best plan known stands, and the bound as far as it was raised.
        Ok(()) | Err(Exhausted) => Some(solved),
    }
}

fn exact(
    problem: &Problem<'_>,
    bounded: &Bounded,
    solved: &mut Solved,
    effort: &mut Effort,
) -> Result<(), Exhausted> {
    for slack in slacks(solved.cost - bounded.bound) {
        if let Some((days, found)) = within(problem, bounded, slack, effort)? {
            solved.days = days;
            solved.cost = found.cost;
            solved.bound = found.cost;
            solved.ways = Some(found.ways).filter(|ways| *ways < u64::MAX);
            return Ok(());
        }
        solved.bound = bounded.bound + slack;
    }
    Ok(())
}

/// The cheapest week at most `slack` above the bound.
fn within(
    problem: &Problem<'_>,
    bounded: &Bounded,
    slack: i64,
    effort: &mut Effort,
) -> Result<Option<(Days, Found)>, Exhausted> {
    let mut tables: Vec<Table> = Vec::new();
    // Which table is whose: days that are alike, and pay alike, have one together.
    let mut whose: Vec<usize> = Vec::with_capacity(problem.machines.len());
    for (day, machine) in problem.machines.iter().enumerate() {
        let first = problem.alike[day];
        if first < day && bounded.prices.same_on(first, day) {
            whose.push(whose[first]);
            continue;
        }
        let rest = Rest::new(machine, bounded.prices.on(day));
        let limits = Limits::new(problem, bounded, day, &rest, slack);
        whose.push(tables.len());
        tables.push(Table::new(machine, &limits, effort)?);
    }
    let rows: Vec<&[Row]> = whose.iter().map(|table| &tables[*table].rows[..]).collect();
    let goal = Goal {
        curves: &problem.curves,
        prices: &bounded.prices,
        slack,
    };
    Ok(goal.cheapest(&rows, effort)?.map(|found| {
        let chosen = whose.iter().zip(&found.rows);
        let days = chosen.map(|(table, row)| tables[*table].plan(&tables[*table].rows[*row]));
        (days.collect(), found)
    }))
}

/// The best plan known before the search: the start, the best plan the bound met and the optimum on
/// a grid half as fine, each refined.
fn known(
    problem: &Problem<'_>,
    bounded: &Bounded,
    start: Days,
    effort: &Effort,
) -> Option<(i64, Days)> {
    let met = bounded.met.as_ref().map(|(_, days)| days.clone());
    let from = |start: Days| {
        let days = refine(problem, bounded, start)?;
        Some((problem.cost(&days)?, days))
    };
    let first = from(met.unwrap_or(start))?;
    match first.0 == bounded.bound {
        true => Some(first),
        false => {
            let second = coarse(problem.week, effort).and_then(from);
            [Some(first), second]
                .into_iter()
                .flatten()
                .min_by_key(|(cost, _)| *cost)
        }
    }
}
