//! What stands in the slots of a week, and which of them are free.

use super::grid::{Grid, window};
use super::{Brief, Item, REST_MINUTES};
use crate::suggest::{PerWork, Slot, Work};
use crate::time::{Instant, Span};
use chrono::{Days, NaiveDate, NaiveTime};

/// The days of a week that still have work hours to come.
pub(super) fn days(brief: &Brief<'_>) -> Vec<NaiveDate> {
    let days = brief.week.days().map(|(day, _)| day);
    days.filter(|day| {
        let hours = window(brief, *day).map(|minutes| instants(brief, *day, minutes));
        hours.is_some_and(|hours| brief.now < hours.end)
    })
    .collect()
}

/// The slots of all days, everything in its place but the items that `lifted` names.
pub(super) fn given(
    brief: &Brief<'_>,
    grid: &Grid<'_>,
    lifted: impl Fn(&Item) -> bool,
) -> Vec<Vec<Slot>> {
    let standing: Vec<&Item> = brief.items.iter().filter(|item| !lifted(item)).collect();
    let days = 0..grid.days.len();
    days.map(|day| {
        let free = free(brief, grid.days[day]);
        let slots = 0..grid.slots;
        slots
            .map(|slot| {
                let span = grid.span(day, slot..slot + 1);
                let is_free = free.is_some_and(|free| {
                    grid.is_even(day, slot) && free.start <= span.start && span.end <= free.end
                });
                taken(&standing, span).unwrap_or(match is_free {
                    true => Slot::Free,
                    false => Slot::Blocked,
                })
            })
            .collect()
    })
    .collect()
}

/// Minutes of work in the slots whatever the plan is.
pub(super) fn slotted(given: &[Vec<Slot>], slot_minutes: u32) -> PerWork<u32> {
    let mut minutes = [0; 3];
    for work in given.iter().flatten().filter_map(|slot| slot.given()) {
        let at = Work::ALL.iter().position(|one| *one == work).unwrap_or(0);
        minutes[at] += slot_minutes;
    }
    minutes
}

/// What takes a slot; the work that has most of it.
fn taken(standing: &[&Item], slot: Span) -> Option<Slot> {
    let here = || standing.iter().filter(|item| item.span.overlaps(slot));
    let meeting = here().any(|item| item.meeting && !item.contingency && item.work().is_some());
    let most = here().max_by_key(|item| {
        let part = item.span.intersection(slot).seconds();
        (item.work().is_some() && !item.contingency, part)
    })?;
    Some(match most.work() {
        None => Slot::Blocked,
        Some(_) if most.contingency => Slot::Open,
        Some(work) if meeting => Slot::Meeting(work),
        Some(work) => Slot::Fixed(work),
    })
}

/// The part of a day's hours in which something may be planned: still to come, and with a night's
/// rest to what stands on the days before and after.
fn free(brief: &Brief<'_>, day: NaiveDate) -> Option<Span> {
    let hours = instants(brief, day, window(brief, day)?);
    let rest = REST_MINUTES * 60;
    let (_, own) = brief.week.days().find(|(one, _)| *one == day)?;
    let work = || brief.items.iter().filter(|item| item.work().is_some());
    let before = work().filter(|item| item.span.start < own.start);
    let awake = before.map(|item| item.span.end.plus_seconds(rest)).max();
    let after = work().filter(|item| own.end <= item.span.start);
    let early = after.map(|item| item.span.start).min();
    let next = day.checked_add_days(Days::new(1))?;
    let next = window(brief, next).map(|minutes| instants(brief, next, minutes).start);
    let asleep = [early, next].into_iter().flatten().min();
    let start = hours.start.max(brief.now).max(awake.unwrap_or(hours.start));
    let end = asleep.map_or(hours.end, |wake| hours.end.min(wake.plus_seconds(-rest)));
    (start < end).then(|| Span::new(start, end))
}

fn instants(brief: &Brief<'_>, day: NaiveDate, minutes: std::ops::Range<u32>) -> Span {
    let midnight = day.and_time(NaiveTime::MIN);
    let at = |minute: u32| -> Instant {
        let wall = midnight + chrono::TimeDelta::minutes(i64::from(minute));
        brief.home.instant(wall)
    };
    Span::new(at(minutes.start), at(minutes.end))
}
