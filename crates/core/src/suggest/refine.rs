//! A local search: every day may change by one move, and of all weeks made of such days the cheapest
//! is taken, until none is cheaper. Where those are too many, two days change at a time. It finds
//! good plans and proves nothing.
//!
//! A move gives all free slots of a range to one kind of work or to none:
//!
//! ```text
//! before  T T - - M M M G
//! move        |-----|        to T
//! after   T T T T T M M G
//! ```

use super::combine::{Goal, slacks};
use super::effort::Effort;
use super::path::Rest;
use super::prices::Bounded;
use super::problem::{Days, Problem, slots};
use super::rows::{Limits, Row, cheapest};
use super::week::Slot;
use super::work::Work;

/// How many times all days may change at most.
const ROUNDS: u64 = 40;
/// Slots that all rounds together may walk over; the finest grids get fewer rounds.
const SLOTS: u64 = 50_000_000;
/// Steps for adding up the days of one round.
const STEPS: u64 = 300_000;

/// A plan that no move makes cheaper; `None`: the one to start from breaks a rule.
pub(super) fn refine(problem: &Problem<'_>, bounded: &Bounded, start: Days) -> Option<Days> {
    let mut cost = problem.cost(&start)?;
    let mut days = start;
    // Every round walks over every day once for each kind of work and each range in it.
    let slots = problem.week.slots_a_day() as u64;
    let walked = 2 * slots.pow(3) * problem.week.days.len() as u64;
    for _ in 0..(SLOTS / walked.max(1)).clamp(1, ROUNDS) {
        let Some(better) = moved(problem, bounded, &days, cost) else {
            break;
        };
        cost = problem.cost(&better)?;
        days = better;
    }
    Some(days)
}

/// A cheaper week one move a day away.
fn moved(problem: &Problem<'_>, bounded: &Bounded, days: &Days, cost: i64) -> Option<Days> {
    let most = cost - bounded.bound - 1;
    let near: Vec<Near> = (0..days.len())
        .map(|day| Near::new(problem, bounded, (day, &days[day]), most))
        .collect();
    let goal = |slack| Goal {
        curves: &problem.curves,
        prices: &bounded.prices,
        slack,
    };
    let all: Vec<&[Row]> = near.iter().map(|near| &near.rows[..]).collect();
    let mut effort = Effort::of(STEPS);
    let found = slacks(most).find_map(|slack| goal(slack).cheapest(&all, &mut effort).transpose());
    if let Some(Ok(found)) = found {
        return Some(chosen(&near, &all, &found.rows));
    }
    // Too many ways to change all days together, or none that helps: two days at a time.
    found?.err()?;
    let pairs = (0..days.len()).flat_map(|one| (one..days.len()).map(move |other| (one, other)));
    let pairs = pairs.filter_map(|(one, other)| {
        let rows = near
            .iter()
            .enumerate()
            .map(|(day, near)| match day == one || day == other {
                true => &near.rows[..],
                false => &near.stay[..],
            });
        let rows: Vec<&[Row]> = rows.collect();
        let found = goal(most).cheapest(&rows, &mut Effort::of(STEPS)).ok()??;
        Some((found.cost, chosen(&near, &rows, &found.rows)))
    });
    Some(pairs.min_by_key(|(cost, _)| *cost)?.1)
}

fn chosen(near: &[Near], rows: &[&[Row]], chosen: &[usize]) -> Days {
    let days = near.iter().zip(rows).zip(chosen);
    days.map(|((near, rows), row)| near.plans[rows[*row].plan as usize].clone())
        .collect()
}

/// A day and what is one move away from it.
struct Near {
    /// The day itself first.
    plans: Days,
    /// The cheapest of them for all totals.
    rows: Vec<Row>,
    /// The day itself.
    stay: Vec<Row>,
}

impl Near {
    fn new(
        problem: &Problem<'_>,
        bounded: &Bounded,
        (day, held): (usize, &[Option<Work>]),
        slack: i64,
    ) -> Near {
        let machine = &problem.machines[day];
        let rest = Rest::new(machine, bounded.prices.on(day));
        let limits = Limits::new(problem, bounded, day, &rest, slack);
        let plans = neighbours(&problem.week.days[day], held);
        let row = |(index, held): (u32, &Vec<Option<Work>>)| {
            limits.row(slots(held), machine.cost(held)?, 1, index)
        };
        let stay = (0..).zip(&plans).take(1).filter_map(row).collect();
        let rows = cheapest((0..).zip(&plans).filter_map(row));
        Near { plans, rows, stay }
    }
}

/// A day and every day one move away.
fn neighbours(given: &[Slot], held: &[Option<Work>]) -> Days {
    let kinds = Work::ALL.map(Some).into_iter().chain([None]);
    let mut days = vec![held.to_vec()];
    for kind in kinds {
        for start in (0..held.len()).filter(|start| given[*start] == Slot::Free) {
            let mut day = held.to_vec();
            for end in start..held.len() {
                if given[end] == Slot::Free && day[end] != kind {
                    day[end] = kind;
                    days.push(day.clone());
                }
            }
        }
    }
    days
}
