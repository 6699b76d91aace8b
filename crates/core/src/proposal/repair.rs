//! Repairing a week: blocks that something landed on get other places, as few of their minutes as
//! possible move, and every other block stays.
//!
//! ```text
//! before   T T T T . . .     a block of two hours
//! landed   . M M . . . .     a meeting of one hour
//! after    T . . T T T .     what the meeting took goes behind it
//! ```

mod places;

use super::fill::{chosen, effort};
use super::grid::Grid;
use super::soft::{alike, committed};
use super::{Brief, Change, Item, Proposal, Proposed, Unmet, Weights, given, hard};
use crate::handle::Handle;
use crate::suggest::{
    Effort, Lengths, Movable, NoPlan, PerWork, Place, Plan, Points, Slot, Stability, Suggestion,
    Wanted, Week, Work, suggest,
};
use crate::time::Span;
use places::{Lifted, places};

/// A minute of a lifted block without a place costs so much, and a minute too many.
const LOST: Points = Points::whole(40);
/// What moving a minute costs beyond its usual weight: what can stay stays.
const STRONG: f64 = 6.0;
/// What stays of a block that something landed on is no shorter, minutes.
const SHORTEST_REST: u32 = 30;
/// How many places a meeting of one's own is tried at, the nearest.
const NEAREST: usize = 24;

/// Other places for the blocks that something landed on.
pub(super) fn repair(brief: &Brief<'_>) -> Proposed {
    let (mut hit, mut unmet) = hit(brief);
    let grid = Grid::new(brief, given::days(brief));
    loop {
        let (lifted, optimal) = replaced(brief, &grid, &hit);
        // A block without any place stays where it is, and takes its time from the others.
        if let Some(at) = lifted.iter().position(Lifted::has_no_place) {
            unmet.extend(lifted[at].missing());
            hit.remove(at);
            continue;
        }
        unmet.extend(lifted.iter().filter_map(Lifted::missing));
        let mut proposals: Vec<Proposal> = lifted.iter().flat_map(Lifted::proposals).collect();
        proposals.sort_by_key(|proposal| proposal.span);
        return Proposed {
            proposals,
            optimal,
            slot_minutes: grid.slot_minutes,
            unmet,
        };
    }
}

/// The hit blocks with their new places, and whether none are better.
fn replaced<'h>(brief: &Brief<'_>, grid: &Grid<'_>, hit: &'h [Hit<'h>]) -> (Vec<Lifted<'h>>, bool) {
    let mut lifted: Vec<Lifted<'h>> = hit.iter().map(Lifted::new).collect();
    let placed = match hit.is_empty() || grid.days.is_empty() {
        true => None,
        false => planned(brief, grid, hit),
    };
    let Some((week, found, meetings)) = placed else {
        return (lifted, true);
    };
    for (meeting, place) in meetings.iter().zip(&found.meetings) {
        let span = grid.span(place.day, place.slot..place.slot + meeting.slots);
        if let Some(one) = lifted.iter_mut().find(|one| one.is(meeting.block)) {
            one.put_whole(span);
        }
    }
    places(&chosen(grid, &week, &found), &mut lifted);
    (lifted, found.optimal)
}

/// A block and what landed on it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hit<'a> {
    pub(super) item: &'a Item,
    pub(super) block: Handle,
    pub(super) work: Work,
    pub(super) landed: &'a Item,
}

/// The blocks that something landed on and that may move, and those that may not.
fn hit<'a>(brief: &Brief<'a>) -> (Vec<Hit<'a>>, Vec<Unmet>) {
    let (mut hit, mut unmet) = (Vec::new(), Vec::new());
    let today = hard::today(brief);
    let week = brief.week.span();
    for item in brief.items {
        let own = item.block.zip(item.work());
        let Some((block, work)) = own.filter(|_| !item.contingency) else {
            continue;
        };
        let landed = brief
            .items
            .iter()
            .find(|other| other.block.is_none() && other.span.overlaps(item.span));
        let to_come = brief.now <= item.span.start && item.span.overlaps(week);
        let Some(landed) = landed.filter(|_| to_come) else {
            continue;
        };
        let (_, start) = (work, brief.home.wall(item.span.start));
        let day = crate::time::logical_day(start, brief.settings.day_start());
        let promised = brief.committed.iter().any(|one| one.block == block);
        match item.stays || (promised && day == today) {
            true => unmet.push(Unmet::Stays {
                block,
                title: item.title.clone(),
                landed: landed.title.clone(),
            }),
            false => hit.push(Hit {
                item,
                block,
                work,
                landed,
            }),
        }
    }
    hit.sort_by_key(|one| one.item.span);
    (hit, unmet)
}

/// A meeting of one's own that finds another place as a whole.
struct Meeting {
    block: Handle,
    slots: usize,
}

/// The week with the hit blocks lifted out of it, planned again.
fn planned(
    brief: &Brief<'_>,
    grid: &Grid<'_>,
    hit: &[Hit<'_>],
) -> Option<(Week, Suggestion, Vec<Meeting>)> {
    let is_hit = |item: &Item| hit.iter().any(|one| item.block == Some(one.block));
    let days = given::given(brief, grid, is_hit);
    let mut week = Week {
        slot_minutes: grid.slot_minutes,
        rules: hard::rules(brief, grid, None),
        days,
        ..Week::default()
    };
    let alone = |one: &&Hit<'_>| !one.item.meeting;
    lengths(&mut week, hit.iter().filter(alone), grid.slot_minutes);
    week.rules.spared = hard::broken(&week);
    let slotted = given::slotted(&week.days, grid.slot_minutes);
    let lost = lost(hit, grid.slot_minutes);
    let per_minute = Weights::at(
        brief.settings.suggest_weights.stability.max(1),
        2.0 * STRONG,
    );
    week.wishes = crate::suggest::Wishes {
        wanted: [0, 1, 2].map(|work| {
            Some(Wanted {
                minutes: slotted[work] + lost[work],
                under: LOST,
                over: LOST,
            })
        }),
        stability: Some(Stability {
            committed: stood(brief, grid, hit),
            per_minute,
        }),
        contingency: None,
        ..alike(brief, grid)
    };
    let mut meetings = Vec::new();
    for one in hit.iter().filter(|one| one.item.meeting) {
        if let Some(movable) = movable(brief, grid, &week, one) {
            let slots = movable.slots;
            let work = Work::ALL.iter().position(|work| *work == one.work)?;
            if let Some(wanted) = &mut week.wishes.wanted[work] {
                wanted.minutes += slots as u32 * grid.slot_minutes;
            }
            week.movable.push(movable);
            meetings.push(Meeting {
                block: one.block,
                slots,
            });
        }
    }
    match suggest(&week, steps(grid, &meetings)) {
        Ok(found) => {
            for (movable, place) in std::mem::take(&mut week.movable)
                .iter()
                .zip(&found.meetings)
            {
                let slots = place.slot..place.slot + movable.slots;
                week.days[place.day][slots].fill(Slot::Meeting(movable.work));
            }
            Some((week, found, meetings))
        }
        Err(NoPlan::NoPlace | NoPlan::Conflict(_)) if !meetings.is_empty() => {
            let blocks: Vec<Hit<'_>> = hit.iter().copied().filter(|one| alone(&one)).collect();
            // Where the meetings do not fit side by side, the blocks are placed without them.
            Some(planned(brief, grid, &blocks)?).filter(|_| !blocks.is_empty())
        }
        Err(_) => None,
    }
}

fn steps(grid: &Grid<'_>, meetings: &[Meeting]) -> Effort {
    match meetings.is_empty() {
        true => effort(grid),
        false => Effort::of(2_000_000),
    }
}

/// What stays of a block may be shorter than blocks usually are, and a long one may stay long.
fn lengths<'h>(week: &mut Week, hit: impl Iterator<Item = &'h Hit<'h>>, slot_minutes: u32) {
    for one in hit {
        let minutes = slots_of(one.item.span, slot_minutes) * slot_minutes;
        let work = Work::ALL.iter().position(|work| *work == one.work);
        if let Some(Some(Lengths { least, most })) =
            work.and_then(|work| week.rules.blocks.get_mut(work))
        {
            *least = (*least).min(minutes).min(SHORTEST_REST);
            *most = (*most).max(minutes);
        }
    }
}

/// Minutes of the hit blocks that want slots, meetings aside.
fn lost(hit: &[Hit<'_>], slot_minutes: u32) -> PerWork<u32> {
    Work::ALL.map(|work| {
        let blocks = hit
            .iter()
            .filter(|one| one.work == work && !one.item.meeting);
        blocks
            .map(|one| slots_of(one.item.span, slot_minutes) * slot_minutes)
            .sum()
    })
}

/// Where the hit blocks stood; elsewhere what was committed.
fn stood(brief: &Brief<'_>, grid: &Grid<'_>, hit: &[Hit<'_>]) -> Plan {
    let promised = committed(brief, grid);
    let held = |day: usize, slot: usize| {
        let span = grid.span(day, slot..slot + 1);
        let here = hit.iter().find(|one| one.item.span.overlaps(span));
        match (here, &promised) {
            (Some(one), _) => Some(one.work),
            (None, Some(promised)) => promised.days[day][slot],
            (None, None) => None,
        }
    };
    let days = 0..grid.days.len();
    Plan {
        days: days
            .map(|day| (0..grid.slots).map(|slot| held(day, slot)).collect())
            .collect(),
    }
}

/// A meeting of one's own with the places it may go to, the nearest first.
fn movable(brief: &Brief<'_>, grid: &Grid<'_>, week: &Week, one: &Hit<'_>) -> Option<Movable> {
    let slots = slots_of(one.item.span, grid.slot_minutes) as usize;
    let work = Work::ALL.iter().position(|work| *work == one.work)?;
    let free = |day: usize, slot: usize| {
        let range = slot..slot + slots;
        let mut given = week.days[day][range.clone()].iter();
        let kept = week.rules.kept.as_ref();
        given.all(|given| *given == Slot::Free)
            && !range
                .clone()
                .any(|slot| kept.is_some_and(|kept| kept[day][slot][work]))
            && !hard::kept_from_meetings(brief, grid, day, range)
    };
    let mut places: Vec<(i64, Place)> = Vec::new();
    for day in 0..grid.days.len() {
        for slot in 0..(grid.slots + 1).saturating_sub(slots) {
            if free(day, slot) {
                let span = grid.span(day, slot..slot + slots);
                let away = one.item.span.start.seconds_until(span.start).abs();
                places.push((away, Place { day, slot }));
            }
        }
    }
    places.sort_unstable();
    let places: Vec<Place> = places
        .into_iter()
        .take(NEAREST)
        .map(|(_, place)| place)
        .collect();
    (!places.is_empty()).then_some(Movable {
        work: one.work,
        slots,
        places,
    })
}

fn slots_of(span: Span, slot_minutes: u32) -> u32 {
    let minutes = u32::try_from(span.seconds() / 60).unwrap_or(0);
    minutes.div_ceil(slot_minutes)
}

impl Hit<'_> {
    /// A change of the block itself.
    fn moves(&self) -> Change {
        Change::Move {
            block: self.block,
            landed: self.landed.title.clone(),
        }
    }

    /// A part of the block on its own.
    fn parts(&self) -> Change {
        Change::Part {
            of: self.block,
            landed: self.landed.title.clone(),
        }
    }

    fn proposal(&self, change: Change, span: Span) -> Proposal {
        Proposal {
            change,
            category: self.item.category,
            span,
        }
    }
}
