//! What of a day so far matters for the rest of it, and what one more slot does to that. It knows
//! nothing of totals: those are added up beside it.

use super::terms::Terms;
use super::week::Slot;
use super::work::Work;

/// What matters of the slots so far. What no rule and no wish asks for stays at its first value, so
/// that days which differ in nothing that counts are one state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct State {
    /// The last work, idle slots skipped.
    last: Option<Work>,
    /// Technical slots up to here, as far as they count.
    run: u16,
    /// The block that the plan is in and its slots, as far as they count.
    block: Option<(Work, u16)>,
    /// Slots of work up to here.
    stretch: u16,
    /// Slots without work up to here inside the lunch window; all that are needed: lunch was had.
    lunch: u16,
    /// Slots since the last meeting, as far as they count.
    since: u16,
}

impl State {
    /// The beginning of a day.
    pub(super) fn first(terms: &Terms<'_>) -> State {
        State {
            last: None,
            run: 0,
            block: None,
            stretch: 0,
            lunch: 0,
            since: terms.buffer,
        }
    }

    /// The state after one more slot, and what that slot costs; `None`: a rule forbids it.
    pub(super) fn after(
        self,
        terms: &Terms<'_>,
        slot: usize,
        held: Option<Work>,
    ) -> Option<(State, i64)> {
        let (run, run_cost) = self.run_after(terms, held);
        let (last, switch_cost) = self.last_after(terms, held);
        let state = State {
            last,
            run,
            block: self.block_after(terms, slot, held)?,
            stretch: self.stretch_after(terms, held)?,
            lunch: self.lunch_after(terms, slot, held)?,
            since: self.since_after(terms, slot, held)?,
        };
        let off_peak = match held {
            Some(Work::Technical) => terms.off_peak[slot],
            _ => 0,
        };
        let moved = terms.committed.map_or(0, |(committed, cost)| {
            let before = committed[slot];
            if before.is_some() && before != held {
                cost
            } else {
                0
            }
        });
        Some((state, run_cost + switch_cost + off_peak + moved))
    }

    /// What the end of the day costs; `None`: a rule forbids that it ends like this.
    pub(super) fn end(self, terms: &Terms<'_>) -> Option<i64> {
        let ended = self.block.is_none_or(|block| terms.may_end(block));
        ended.then(|| self.run_after(terms, None).1)
    }

    fn run_after(self, terms: &Terms<'_>, held: Option<Work>) -> (u16, i64) {
        match (terms.short, held) {
            (None, _) => (0, 0),
            (Some((short, _)), Some(Work::Technical)) => ((self.run + 1).min(short), 0),
            (Some((short, cost)), _) if self.run < short => (0, i64::from(self.run) * cost),
            (Some(_), _) => (0, 0),
        }
    }

    fn last_after(self, terms: &Terms<'_>, held: Option<Work>) -> (Option<Work>, i64) {
        match (self.last, held) {
            _ if terms.switch == 0 => (None, 0),
            (last, None) => (last, 0),
            (Some(last), Some(work)) if last != work => (held, terms.switch),
            (_, Some(_)) => (held, 0),
        }
    }

    fn block_after(
        self,
        terms: &Terms<'_>,
        slot: usize,
        held: Option<Work>,
    ) -> Option<Option<(Work, u16)>> {
        let chosen = held.filter(|_| terms.given[slot] == Slot::Free);
        let goes_on = self.block.filter(|(work, _)| chosen == Some(*work));
        if goes_on.is_none() && self.block.is_some_and(|block| !terms.may_end(block)) {
            return None;
        }
        let Some((work, (_, most))) = chosen.and_then(|work| Some((work, terms.lengths(work)?)))
        else {
            return Some(None);
        };
        let slots = goes_on.map_or(0, |(_, slots)| slots) + 1;
        (slots <= most).then_some(Some((work, slots)))
    }

    fn stretch_after(self, terms: &Terms<'_>, held: Option<Work>) -> Option<u16> {
        match (terms.stretch, held) {
            (None, _) | (_, None) => Some(0),
            (Some(most), Some(_)) => (self.stretch < most).then_some(self.stretch + 1),
        }
    }

    fn lunch_after(self, terms: &Terms<'_>, slot: usize, held: Option<Work>) -> Option<u16> {
        let Some((lunch, needed)) = &terms.lunch else {
            return Some(0);
        };
        let needed = *needed;
        let pause = match held {
            _ if self.lunch == needed => needed,
            None if lunch.window.contains(&slot) => self.lunch + 1,
            _ => 0,
        };
        let too_late = lunch.window.end <= slot + 1 && pause < needed;
        (!too_late).then_some(pause)
    }

    fn since_after(self, terms: &Terms<'_>, slot: usize, held: Option<Work>) -> Option<u16> {
        let given = terms.given[slot];
        let too_soon = given == Slot::Free && held == Some(Work::Technical);
        if too_soon && self.since < terms.buffer {
            return None;
        }
        match given {
            Slot::Meeting(_) => Some(0),
            _ => Some((self.since + 1).min(terms.buffer)),
        }
    }
}
