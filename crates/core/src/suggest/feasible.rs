//! Whether any plan keeps every rule, whatever it costs. Only two totals have rules, least growth and
//! most work, so for every amount of growth up to the least one the least work that goes with it says
//! it all.

use super::machine::Machine;
use super::problem::{Days, Problem};
use super::work::Work;

/// For every amount of growth in a layer or a sum: the least work with it and how it came about. The
/// last amount stands for every larger one.
type Least<T> = Vec<Option<(u32, T)>>;

/// How a state was reached: from which node and with how much growth before, holding what.
type Step = (usize, usize, Option<Work>);

/// How a sum was reached: the growth of the days before, and of the last one.
type Part = (usize, usize);

/// A plan that keeps every rule; `None`: there is none.
pub(super) fn feasible(problem: &Problem<'_>) -> Option<Days> {
    let week = problem.week;
    let slots = week.slots_a_day();
    let growth = week.rules.growth.unwrap_or(0);
    let needed = growth.div_ceil(week.slot_minutes) as usize;
    let needed = needed.min(slots * week.days.len() + 1);
    let machines = problem.machines.iter();
    let days: Vec<Day> = machines
        .map(|machine| Day::new(machine, needed.min(slots)))
        .collect();
    let sums = sums(problem, &days, needed);
    let (work, _) = sums.last()?[needed]?;
    problem.curves.all.at(work)?;
    let mut amount = needed;
    let mut plan = Days::new();
    for (sum, (day, machine)) in sums.iter().zip(days.iter().zip(&problem.machines)).rev() {
        let (before, own) = sum[amount]?.1;
        plan.push(day.plan(machine, own)?);
        amount = before;
    }
    plan.reverse();
    Some(plan)
}

/// For the first days together the least work for every amount of growth.
fn sums(problem: &Problem<'_>, days: &[Day], needed: usize) -> Vec<Least<Part>> {
    let mut nothing = vec![None; needed + 1];
    nothing[0] = Some((0, (0, 0)));
    let mut sums: Vec<Least<Part>> = Vec::new();
    for (day, curve) in days.iter().zip(&problem.curves.days) {
        let mut sum = vec![None; needed + 1];
        for (own, end) in day.ends.iter().enumerate() {
            let Some((work, _)) = end.filter(|(work, _)| curve.at(*work).is_some()) else {
                continue;
            };
            for (before, least) in sums.last().unwrap_or(&nothing).iter().enumerate() {
                if let Some((earlier, _)) = least {
                    let amount = (before + own).min(needed);
                    lower(&mut sum[amount], earlier + work, (before, own));
                }
            }
        }
        sums.push(sum);
    }
    sums
}

fn lower<T>(least: &mut Option<(u32, T)>, work: u32, how: T) {
    if least.as_ref().is_none_or(|(known, _)| work < *known) {
        *least = Some((work, how));
    }
}

/// The least work of one day in every state, for every amount of growth.
struct Day {
    amounts: usize,
    layers: Vec<Least<Step>>,
    /// After the last slot, with the node.
    ends: Least<usize>,
}

impl Day {
    fn new(machine: &Machine, needed: usize) -> Day {
        let slots = machine.layers().len();
        let amounts = needed + 1;
        let mut layers: Vec<Least<Step>> = vec![vec![None; amounts]];
        layers[0][0] = Some((0, (0, 0, None)));
        for slot in 0..slots {
            let after = match machine.layers().get(slot + 1) {
                Some(nodes) => nodes.len(),
                None => machine.ends().len(),
            };
            let mut next: Least<Step> = vec![None; after * amounts];
            for (at, least) in layers[slot].iter().enumerate() {
                let Some((work, _)) = least else { continue };
                let (node, amount) = (at / amounts, at % amounts);
                for arc in &machine.layers()[slot][node].arcs {
                    let grows = usize::from(arc.held == Some(Work::Growth));
                    let to = arc.to as usize * amounts + (amount + grows).min(needed);
                    let work = work + u32::from(arc.held.is_some());
                    lower(&mut next[to], work, (node, amount, arc.held));
                }
            }
            layers.push(next);
        }
        let mut ends = vec![None; amounts];
        for (at, least) in layers[slots].iter().enumerate() {
            let node = at / amounts;
            if let Some((work, _)) = least.filter(|_| machine.ends()[node].is_some()) {
                lower(&mut ends[at % amounts], work, node);
            }
        }
        Day {
            amounts,
            layers,
            ends,
        }
    }

    /// The plan with the least work for an amount of growth.
    fn plan(&self, machine: &Machine, growth: usize) -> Option<Vec<Option<Work>>> {
        let (mut node, mut amount) = (self.ends[growth]?.1, growth);
        let mut plan = Vec::with_capacity(machine.layers().len());
        for layer in self.layers.iter().skip(1).rev() {
            let (_, (from, before, held)) = layer[node * self.amounts + amount]?;
            plan.push(held);
            (node, amount) = (from, before);
        }
        plan.reverse();
        Some(plan)
    }
}
