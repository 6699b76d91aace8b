//! Filling what is free: the slots the search gave to a kind of work become new blocks.

use super::grid::Grid;
use super::name::named;
use super::soft::{Totals, wishes};
use super::{Brief, Change, Proposal, Proposed, Relaxed, Stuck, Unmet, given, hard};
use crate::suggest::{Conflict, Effort, NoPlan, Plan, Rule, Slot, Suggestion, Week, Work, suggest};
use crate::time::Span;
use chrono::NaiveDate;

/// Steps on half hours: enough for a proof.
const HALF_HOURS: Effort = Effort::DEFAULT;
/// Steps on quarter hours, where a proof may take long and the local search is as good.
const QUARTER_HOURS: Effort = Effort::of(150_000);

/// New blocks for the free time of a week.
pub(super) fn fill(brief: &Brief<'_>) -> Result<Proposed, Stuck> {
    let totals = Totals::new(brief);
    let (grid, mut week, mut unmet) = ground(brief);
    if week.days.is_empty() {
        unmet.push(Unmet::Full);
        unmet.extend(missing(&totals, [0; 3]));
        unmet.extend(named(brief, &[]).1);
        return Ok(Proposed {
            proposals: Vec::new(),
            optimal: true,
            slot_minutes: grid.slot_minutes,
            unmet,
        });
    }
    let slotted = given::slotted(&week.days, grid.slot_minutes);
    let [_, _, growth] = totals.standing;
    let growth_missing = totals.growth.saturating_sub(growth);
    let least = totals.in_slots(2, totals.growth, slotted);
    let spared = std::mem::take(&mut week.rules.spared);
    week.rules = hard::rules(brief, &grid, (0 < growth_missing).then_some(least));
    week.rules.spared = spared;
    week.wishes = wishes(brief, &grid, &totals, slotted);
    let found = match suggest(&week, effort(&grid)) {
        Ok(found) => found,
        Err(why) => {
            return Err(Stuck {
                growth_missing,
                free: hard::free_minutes(&week),
                ..stuck(&grid, why)
            });
        }
    };
    let chosen = chosen(&grid, &week, &found);
    let mut minutes = [0; 3];
    for (work, span) in &chosen {
        minutes[place(*work)] += u32::try_from(span.seconds() / 60).unwrap_or(0);
    }
    unmet.extend(missing(&totals, minutes));
    let (proposals, late) = named(brief, &chosen);
    unmet.extend(late);
    Ok(Proposed {
        proposals: proposals
            .into_iter()
            .map(|(task, category, span)| Proposal {
                change: Change::New { task },
                category,
                span,
            })
            .collect(),
        optimal: found.optimal,
        slot_minutes: grid.slot_minutes,
        unmet,
    })
}

/// The days in which something is free, without wishes. What stands in a day may break its rules
/// already: then nothing is added there, unless the person said so, or it is today, where what is
/// past is past.
fn ground<'a>(brief: &Brief<'a>) -> (Grid<'a>, Week, Vec<Unmet>) {
    let (grid, week) = with_room(brief, given::days(brief));
    let today = hard::today(brief);
    let mut unmet: Vec<Unmet> = Vec::new();
    let mut left: Vec<NaiveDate> = grid.days.clone();
    for (day, rule) in hard::broken(&week) {
        let day = grid.days[day];
        if day != today && !brief.relaxed.contains(&Relaxed::Day(day)) && left.contains(&day) {
            left.retain(|one| *one != day);
            unmet.push(Unmet::Day { day, rule });
        }
    }
    let (grid, mut week) = with_room(brief, left);
    week.rules.spared = hard::broken(&week);
    (grid, week, unmet)
}

/// Those of some days in which something is free.
fn with_room<'a>(brief: &Brief<'a>, days: Vec<NaiveDate>) -> (Grid<'a>, Week) {
    let grid = Grid::new(brief, days);
    let given = given::given(brief, &grid, |_| false);
    let room: Vec<bool> = given.iter().map(|day| day.contains(&Slot::Free)).collect();
    if room.contains(&false) {
        let days = grid.days.iter().zip(room);
        let left = days.filter_map(|(day, room)| room.then_some(*day));
        return with_room(brief, left.collect());
    }
    let week = Week {
        slot_minutes: grid.slot_minutes,
        days: given,
        rules: hard::rules(brief, &grid, None),
        ..Week::default()
    };
    (grid, week)
}

pub(super) fn effort(grid: &Grid<'_>) -> Effort {
    match grid.slot_minutes {
        30 => HALF_HOURS,
        _ => QUARTER_HOURS,
    }
}

/// The stretches of free slots that the plan gives to one kind of work, by start.
pub(super) fn chosen(grid: &Grid<'_>, week: &Week, found: &Suggestion) -> Vec<(Work, Span)> {
    let Plan { days } = &found.plan;
    let mut chosen = Vec::new();
    for (day, (held, given)) in days.iter().zip(&week.days).enumerate() {
        let own = |slot: usize| match given.get(slot) {
            Some(Slot::Free) => held[slot],
            _ => None,
        };
        let mut start = 0;
        while start < held.len() {
            let mut end = start + 1;
            if let Some(work) = own(start) {
                while own(end) == Some(work) {
                    end += 1;
                }
                chosen.push((work, grid.span(day, start..end)));
            }
            start = end;
        }
    }
    chosen
}

/// What stays under what is wanted when so many minutes are added.
fn missing(totals: &Totals, added: [u32; 3]) -> Vec<Unmet> {
    let missing = |work: Work| {
        let at = place(work);
        let wanted = totals.wanted[at]?;
        let minutes = wanted.saturating_sub(totals.standing[at] + added[at]);
        let category = work.category();
        (0 < minutes).then_some(Unmet::Wanted { category, minutes })
    };
    Work::ALL.into_iter().filter_map(missing).collect()
}

fn place(work: Work) -> usize {
    Work::ALL.iter().position(|one| *one == work).unwrap_or(0)
}

fn stuck(grid: &Grid<'_>, why: NoPlan) -> Stuck {
    let (rules, day): (Vec<Rule>, _) = match why {
        NoPlan::Conflict(Conflict { rules, day }) => (rules, day),
        // Neither can be: the week was made here, and nothing in it is movable.
        NoPlan::Flaw(_) | NoPlan::NoPlace => (Vec::new(), None),
    };
    Stuck {
        rules,
        day: day.and_then(|day| grid.days.get(day).copied()),
        growth_missing: 0,
        free: 0,
    }
}
