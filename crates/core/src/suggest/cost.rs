//! What a plan costs, term by term, read off the plan itself. The search reckons in another way and
//! is held to this one by tests.

use super::plan::Plan;
use super::points::Points;
use super::week::{Slot, Week};
use super::work::{PerWork, Work};
use std::iter::once;

/// The terms of a plan's cost, in minute-equivalents.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cost {
    /// For minutes missing.
    pub under: PerWork<Points>,
    /// For minutes too many.
    pub over: PerWork<Points>,
    /// For switches.
    pub switches: Points,
    /// For short technical runs.
    pub short_runs: Points,
    /// For technical work outside the best hours.
    pub off_peak: Points,
    /// For leaving the committed plan.
    pub moved: Points,
    /// For days without room.
    pub contingency: Points,
    /// For meetings strewn over a day.
    pub islands: Points,
}

impl Cost {
    /// All terms together.
    pub fn total(&self) -> Points {
        let totals = self.under.into_iter().chain(self.over);
        let days = [
            self.switches,
            self.short_runs,
            self.off_peak,
            self.moved,
            self.contingency,
            self.islands,
        ];
        totals.chain(days).sum()
    }
}

/// The cost of a plan for a week.
pub fn cost(week: &Week, plan: &Plan) -> Cost {
    let mut cost = Cost::default();
    let slots = plan.slots();
    for (index, wanted) in week.wishes.wanted.iter().enumerate() {
        if let Some(wanted) = wanted {
            let minutes = slots[index] * week.slot_minutes;
            cost.under[index] = wanted.under.times(wanted.minutes.saturating_sub(minutes));
            cost.over[index] = wanted.over.times(minutes.saturating_sub(wanted.minutes));
        }
    }
    for day in 0..week.days.len() {
        add_day(week, plan, day, &mut cost);
    }
    cost
}

fn add_day(week: &Week, plan: &Plan, day: usize, cost: &mut Cost) {
    let (wishes, minutes) = (&week.wishes, week.slot_minutes);
    let (held, given) = (&plan.days[day], &week.days[day]);
    let work: Vec<Work> = held.iter().flatten().copied().collect();
    let switches = work.windows(2).filter(|pair| pair[0] != pair[1]).count();
    cost.switches += wishes.switch.times(switches as u32);
    if let Some(short) = wishes.short_runs {
        let runs = runs(held, |held| *held == Some(Work::Technical));
        let runs = runs.into_iter().map(|slots| slots * minutes);
        let short_minutes = runs.filter(|run| *run < short.below).sum();
        cost.short_runs += short.per_minute.times(short_minutes);
    }
    if let Some(peak) = &wishes.peak {
        let outside =
            |slot: &usize| held[*slot] == Some(Work::Technical) && !peak.slots.contains(slot);
        let slots = (0..held.len()).filter(outside).count() as u32;
        cost.off_peak += peak.per_minute.times(slots * minutes);
    }
    if let Some(stability) = &wishes.stability {
        let committed = stability.committed.days[day].iter().zip(held);
        let moved = committed.filter(|(before, now)| before.is_some() && before != now);
        cost.moved += stability.per_minute.times(moved.count() as u32 * minutes);
    }
    if let Some(contingency) = wishes.contingency {
        let open = contingency.open_minutes(given, minutes);
        let usable = given.iter().filter(|slot| **slot != Slot::Blocked).count();
        let idle = (usable - work.len()) as u32 * minutes;
        cost.contingency += contingency.per_minute.times(open.saturating_sub(idle));
    }
    cost.islands += islands(week, day);
}

/// What the meetings of a day cost for lying apart; only where they lie matters.
pub(super) fn islands(week: &Week, day: usize) -> Points {
    let islands = runs(&week.days[day], |slot| matches!(slot, Slot::Meeting(_))).len();
    week.wishes.island.times(islands.saturating_sub(1) as u32)
}

/// The lengths of the maximal runs of slots that are meant, in slots.
pub(super) fn runs<T>(slots: &[T], meant: impl Fn(&T) -> bool) -> Vec<u32> {
    let mut runs = Vec::new();
    let mut run = 0;
    for meant in slots.iter().map(meant).chain(once(false)) {
        match meant {
            true => run += 1,
            false if run != 0 => runs.push(std::mem::take(&mut run)),
            false => {}
        }
    }
    runs
}
