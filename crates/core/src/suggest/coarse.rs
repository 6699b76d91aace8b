//! A start for the local search: the optimum on a grid half as fine. Two slots become one; one that
//! is free only in part counts as blocked, so the start wastes what does not fit the coarser grid.

use super::effort::Effort;
use super::feasible::feasible;
use super::plan::Plan;
use super::problem::{Days, Problem};
use super::rules::Lunch;
use super::solve::solve;
use super::week::{Slot, Week};
use super::wishes::{Peak, Stability};
use super::work::PerWork;

/// The coarser optimum on the finer grid; `None`: the grid has no coarser one, or no plan fits it.
pub(super) fn coarse(week: &Week, effort: &Effort) -> Option<Days> {
    let coarser = coarser(week)?;
    let problem = Problem::new(&coarser);
    let start = feasible(&problem)?;
    let solved = solve(&problem, start, i64::MAX, &mut effort.quarter())?;
    let mut days = Days::new();
    for (given, held) in week.days.iter().zip(&solved.days) {
        let day = given.iter().enumerate().map(|(slot, given)| match given {
            Slot::Free => held[slot / 2],
            taken => taken.given(),
        });
        days.push(day.collect());
    }
    Some(days)
}

/// The same week on a grid half as fine.
fn coarser(week: &Week) -> Option<Week> {
    if !week.slots_a_day().is_multiple_of(2) {
        return None;
    }
    let mut coarser = week.clone();
    coarser.slot_minutes *= 2;
    coarser.days = week.days.iter().map(|day| pairs(day, slot)).collect();
    if let Some(Peak { slots, .. }) = &mut coarser.wishes.peak {
        slots.retain(|slot| slot % 2 == 0);
        slots.iter_mut().for_each(|slot| *slot /= 2);
    }
    if let Some(Stability { committed, .. }) = &mut coarser.wishes.stability {
        let days = committed
            .days
            .iter()
            .map(|day| pairs(day, |first, _| first));
        *committed = Plan {
            days: days.collect(),
        };
    }
    if let Some(Lunch { window, .. }) = &mut coarser.rules.lunch {
        *window = window.start.div_ceil(2)..window.end / 2;
    }
    if let Some(kept) = &mut coarser.rules.kept {
        let either = |first: PerWork<bool>, second: PerWork<bool>| {
            [0, 1, 2].map(|work| first[work] || second[work])
        };
        *kept = kept.iter().map(|day| pairs(day, either)).collect();
    }
    coarser.check().ok()?;
    Some(coarser)
}

fn pairs<T: Copy>(day: &[T], pair: impl Fn(T, T) -> T) -> Vec<T> {
    day.chunks_exact(2)
        .map(|two| pair(two[0], two[1]))
        .collect()
}

fn slot(first: Slot, second: Slot) -> Slot {
    match first == second {
        true => first,
        false => Slot::Blocked,
    }
}
