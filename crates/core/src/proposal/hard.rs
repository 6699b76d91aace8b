//! What must hold in the slots of a week, whatever it costs.

use super::grid::Grid;
use super::{Brief, Relaxed};
use crate::metrics;
use crate::settings::WorkHours;
use crate::suggest::{Breach, Lunch, PerWork, Plan, Rule, Rules, Slot, Week, Work, breaches};
use crate::time::Zone;
use chrono::{Datelike, NaiveDate};

/// The rules for a grid, `growth` as the least minutes in it.
pub(super) fn rules(brief: &Brief<'_>, grid: &Grid<'_>, growth: Option<u32>) -> Rules {
    let mut rules = Rules {
        growth,
        lunch: lunch(brief, grid),
        kept: kept(brief, grid),
        ..Rules::by_default(0..0, 0)
    };
    for relaxed in brief.relaxed {
        if let Relaxed::Rule(rule) = relaxed {
            rules = rules.without(*rule);
        }
    }
    rules
}

/// The rules of single days that what stands breaks already, day by day.
pub(super) fn broken(week: &Week) -> Vec<(usize, Rule)> {
    let days = week.days.iter();
    let standing = Plan {
        days: days
            .map(|day| day.iter().map(|slot| slot.given()).collect())
            .collect(),
    };
    let broken = breaches(week, &standing).into_iter();
    broken
        .filter_map(|breach| match breach {
            Breach::Day { day, rule } => Some((day, rule)),
            Breach::Given { .. } | Breach::Week { .. } => None,
        })
        .collect()
}

/// Half an hour without work in the window that was set for lunch, or in the usual one. Where half
/// an hour of it lies outside the grid, where no work is, it holds by itself.
fn lunch(brief: &Brief<'_>, grid: &Grid<'_>) -> Option<Lunch> {
    let usual = metrics::Rules::default();
    let WorkHours { start, end } = brief.boundaries.lunch.unwrap_or(usual.lunch_window);
    let (start, end) = (u32::from(start), u32::from(end));
    let needed = (usual.lunch as u32).min(end.saturating_sub(start));
    let whole = grid.whole();
    let outside = whole
        .start
        .saturating_sub(start)
        .max(end.saturating_sub(whole.end));
    if needed == 0 || needed <= outside {
        return None;
    }
    let window = grid.inside(&(start..end));
    match needed <= window.len() as u32 * grid.slot_minutes {
        true => Some(Lunch {
            window,
            minutes: needed,
        }),
        // It does not fit the slots: all of them that it touches are left alone.
        false => {
            let window = grid.touching(&(start..end));
            let minutes = window.len() as u32 * grid.slot_minutes;
            (!window.is_empty()).then_some(Lunch { window, minutes })
        }
    }
}

/// What may not be planned where; a rule that touches a slot holds for all of it.
fn kept(brief: &Brief<'_>, grid: &Grid<'_>) -> Option<Vec<Vec<PerWork<bool>>>> {
    let rules = &brief.boundaries.rules;
    if rules.iter().all(|rule| rule.no.category().is_none()) {
        return None;
    }
    let slot = |day: NaiveDate, slot: usize| {
        let minutes = grid.minutes(slot);
        Work::ALL.map(|work| {
            rules.iter().any(|rule| {
                let weekday = day.weekday().num_days_from_monday() as usize;
                let end = match rule.end {
                    1440 => u32::MAX,
                    end => u32::from(end),
                };
                rule.no.category() == Some(work.category())
                    && rule.days[weekday]
                    && u32::from(rule.start) < minutes.end
                    && minutes.start < end
            })
        })
    };
    let days = grid.days.iter();
    Some(
        days.map(|day| (0..grid.slots).map(|at| slot(*day, at)).collect())
            .collect(),
    )
}

/// Whether a time kept free of meetings forbids one in some slots of a day.
pub(super) fn kept_from_meetings(
    brief: &Brief<'_>,
    grid: &Grid<'_>,
    day: usize,
    slots: std::ops::Range<usize>,
) -> bool {
    let weekday = grid.days[day].weekday().num_days_from_monday() as usize;
    brief.boundaries.rules.iter().any(|rule| {
        rule.no.category().is_none()
            && rule.days[weekday]
            && slots.clone().any(|slot| {
                let minutes = grid.minutes(slot);
                u32::from(rule.start) < minutes.end && minutes.start < u32::from(rule.end)
            })
    })
}

/// Free minutes of a week.
pub(super) fn free_minutes(week: &Week) -> u32 {
    let slots = week.days.iter().flatten();
    slots.filter(|slot| **slot == Slot::Free).count() as u32 * week.slot_minutes
}

/// Which day of the home zone it is.
pub(super) fn today(brief: &Brief<'_>) -> NaiveDate {
    let home: &Zone = brief.home;
    let wall = home.wall(brief.now);
    crate::time::logical_day(wall, brief.settings.day_start())
}
