//! One day as the search reckons it: all lengths in slots, all weights in thousandths. It only turns
//! units; what the terms do to a day is in `state`.

use super::points::Points;
use super::rules::Lunch;
use super::week::{Slot, Week};
use super::work::{PerWork, Work};

/// One day's given slots, with all lengths turned into slots and all weights into thousandths.
pub(super) struct Terms<'w> {
    pub(super) given: &'w [Slot],
    /// What each slot may hold.
    choices: Vec<Vec<Option<Work>>>,
    pub(super) switch: i64,
    /// Runs shorter than so many slots cost so much a slot.
    pub(super) short: Option<(u16, i64)>,
    /// What technical work costs in each slot.
    pub(super) off_peak: Vec<i64>,
    /// What was committed, and what a slot that holds something else costs.
    pub(super) committed: Option<(&'w [Option<Work>], i64)>,
    /// Least and most slots of a block.
    pub(super) blocks: PerWork<Option<(u16, u16)>>,
    pub(super) lunch: Option<(Lunch, u16)>,
    pub(super) stretch: Option<u16>,
    pub(super) buffer: u16,
}

/// More slots than a day can have.
const LONG: u32 = u16::MAX as u32;

impl<'w> Terms<'w> {
    pub(super) fn new(week: &'w Week, day: usize) -> Terms<'w> {
        let (wishes, rules, minutes) = (&week.wishes, week.rules.on(day), week.slot_minutes);
        let given = &week.days[day][..];
        let up = |length: u32| length.div_ceil(minutes).min(LONG) as u16;
        let down = |length: u32| (length / minutes).min(LONG) as u16;
        let slot = |points: Points| points.times(minutes).thousandths();
        let off_peak = |at| match &wishes.peak {
            Some(peak) if !peak.slots.contains(&at) => slot(peak.per_minute),
            _ => 0,
        };
        Terms {
            given,
            choices: (0..given.len())
                .map(|at| choices(given[at], rules.kept.as_ref().map(|kept| kept[day][at])))
                .collect(),
            switch: wishes.switch.thousandths(),
            short: wishes
                .short_runs
                .map(|it| (up(it.below), slot(it.per_minute))),
            off_peak: (0..given.len()).map(off_peak).collect(),
            committed: wishes
                .stability
                .as_ref()
                .map(|it| (&it.committed.days[day][..], slot(it.per_minute))),
            blocks: rules
                .blocks
                .map(|it| it.map(|it| (up(it.least), down(it.most)))),
            lunch: rules.lunch.as_ref().map(|it| (it.clone(), up(it.minutes))),
            stretch: rules.stretch.map(down),
            buffer: rules.buffer.map_or(0, up),
        }
    }

    /// How many slots the day has.
    pub(super) fn slots(&self) -> usize {
        self.given.len()
    }

    /// What a slot may hold.
    pub(super) fn choices(&self, slot: usize) -> &[Option<Work>] {
        &self.choices[slot]
    }

    /// Least and most slots of a block of one kind of work.
    pub(super) fn lengths(&self, work: Work) -> Option<(u16, u16)> {
        self.blocks[work.index()]
    }

    /// Whether a block may end with so many slots.
    pub(super) fn may_end(&self, (work, slots): (Work, u16)) -> bool {
        self.lengths(work).is_none_or(|(least, _)| least <= slots)
    }
}

/// What a slot may hold, some kinds of work kept out of it.
fn choices(given: Slot, kept: Option<PerWork<bool>>) -> Vec<Option<Work>> {
    let kept = kept.unwrap_or_default();
    let chosen = Work::ALL.into_iter().filter(|work| !kept[work.index()]);
    match given {
        Slot::Free => std::iter::once(None).chain(chosen.map(Some)).collect(),
        taken => vec![taken.given()],
    }
}
