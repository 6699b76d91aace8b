//! What is wished of the slots of a week, with the weights a person set.

use super::grid::Grid;
use super::{Brief, Weights};
use crate::balance::balance;
use crate::boundary::part_left;
use crate::stretch::Stretch;
use crate::suggest::{
    Contingency, Peak, PerWork, Plan, Points, ShortRuns, Stability, Wanted, Wishes, Work,
};

/// A minute beyond the most that was set costs so much: more than anything it could gain.
const BEYOND_MOST: Points = Points::whole(200);
/// What a run of meetings after the first costs.
const ISLAND: Points = Points::whole(10);

/// Minutes of each kind of work: what is wanted in the whole week, what stands in it.
pub(super) struct Totals {
    /// What is wanted; `None`: any number is as good.
    pub(super) wanted: PerWork<Option<u32>>,
    /// The most allowed.
    most: PerWork<Option<u32>>,
    /// The least growth.
    pub(super) growth: u32,
    /// What stands.
    pub(super) standing: PerWork<u32>,
}

impl Totals {
    /// The totals of a brief, with what days off leave of the week.
    pub(super) fn new(brief: &Brief<'_>) -> Totals {
        let days = brief.week.days().map(|(day, _)| day);
        let left = part_left(brief.boundaries, brief.settings, days);
        let scaled = |minutes: u32| (f64::from(minutes) * left).round() as u32;
        let growth = scaled(brief.settings.growth_minimum);
        let limit = |work: Work| {
            let limits = brief.boundaries.limits.iter();
            limits.copied().find(|it| it.category == work.category())
        };
        let most = Work::ALL.map(|work| limit(work)?.most);
        let wanted = Work::ALL.map(|work| {
            let minutes = brief.wanted.map(|wanted| wanted.of(work.category()));
            let target = minutes.map(|minutes| minutes.round() as u32);
            let least = match work {
                Work::Growth => Some(growth).filter(|least| 0 < *least),
                _ => limit(work).and_then(|limit| limit.least).map(scaled),
            };
            let most = limit(work).and_then(|limit| limit.most);
            let wanted = target.max(least)?;
            Some(most.map_or(wanted, |most| wanted.min(most)))
        });
        let stretches: Vec<Stretch> = brief.items.iter().map(super::Item::stretch).collect();
        let standing = balance(&stretches, brief.week.span(), None).minutes;
        Totals {
            wanted,
            most,
            growth,
            standing: Work::ALL.map(|work| standing.of(work.category()).round() as u32),
        }
    }

    /// Minutes that the slots should hold for a total of `minutes`: what stands outside them, or
    /// does not fill them, is taken off.
    pub(super) fn in_slots(&self, work: usize, minutes: u32, slotted: PerWork<u32>) -> u32 {
        (minutes + slotted[work]).saturating_sub(self.standing[work])
    }
}

/// The wishes for filling what is free.
pub(super) fn wishes(
    brief: &Brief<'_>,
    grid: &Grid<'_>,
    totals: &Totals,
    slotted: PerWork<u32>,
) -> Wishes {
    let level = &brief.settings.suggest_weights;
    let under = [3.0, 3.0, 5.0].map(|usual| Weights::at(level.mix, usual));
    let wanted = [0, 1, 2].map(|work| {
        let minutes = totals.wanted[work]?;
        let capped = totals.most[work].is_some_and(|most| most <= minutes);
        Some(Wanted {
            minutes: totals.in_slots(work, minutes, slotted),
            under: under[work],
            over: match capped {
                true => BEYOND_MOST,
                false => Weights::at(level.mix, 1.0),
            },
        })
    });
    Wishes {
        wanted,
        stability: committed(brief, grid).map(|committed| Stability {
            committed,
            per_minute: Weights::at(level.stability, 2.0),
        }),
        ..alike(brief, grid)
    }
}

/// The wishes that filling and repairing share.
pub(super) fn alike(brief: &Brief<'_>, grid: &Grid<'_>) -> Wishes {
    let level = &brief.settings.suggest_weights;
    let peak = brief.settings.peak_hours.map(|hours| Peak {
        slots: grid
            .inside(&(u32::from(hours.start)..u32::from(hours.end)))
            .collect(),
        per_minute: Weights::at(level.peak, 0.25),
    });
    Wishes {
        switch: Weights::at(level.switches, 15.0),
        short_runs: Some(ShortRuns {
            below: 90,
            per_minute: Weights::at(level.runs, 0.5),
        }),
        peak,
        contingency: Some(Contingency::DEFAULT),
        island: ISLAND,
        ..Wishes::default()
    }
}

/// Where the committed blocks stood, in the shape of the grid; `None` where nothing was committed.
pub(super) fn committed(brief: &Brief<'_>, grid: &Grid<'_>) -> Option<Plan> {
    if brief.committed.is_empty() {
        return None;
    }
    let days = 0..grid.days.len();
    let held = |day: usize, slot: usize| {
        let span = grid.span(day, slot..slot + 1);
        let here = brief.committed.iter().find(|one| one.span.overlaps(span));
        here.and_then(|one| Work::of(one.category))
    };
    Some(Plan {
        days: days
            .map(|day| (0..grid.slots).map(|slot| held(day, slot)).collect())
            .collect(),
    })
}
