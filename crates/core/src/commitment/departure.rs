//! Where the live plan departs from a commitment, block by block.
//!
//! A block departs when it begins, ends or is categorised differently, or is gone; what came in
//! addition does not count, and neither does room kept for what comes up. An imported meeting
//! departs when it takes place at another time or not at all, and that is external by itself: how it
//! is categorised is a reading of it, no change.

use super::{Changed, Commitment, Committed, Reshuffle, Why};
use crate::category::Category;
use crate::time::Span;

/// What a committed block is now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Live {
    /// When it takes place.
    pub span: Span,
    /// What kind of time it is.
    pub category: Category,
    /// Whether it is room kept for what comes up, and so no plan for anything.
    pub contingency: bool,
}

/// A committed block that is not as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Departure<'c> {
    /// As it was committed.
    pub of: &'c Committed,
    /// What was done; the most telling where it is more than one thing.
    pub changed: Changed,
    /// Where it is now.
    pub to: Option<Span>,
    /// Committed minutes that it does not fill any more.
    pub minutes: u32,
}

impl Departure<'_> {
    /// Whether it is an imported meeting: nobody has to say why.
    pub fn is_imported(&self) -> bool {
        self.of.block.is_none()
    }
}

/// How a committed block departs from what it is now, if it does.
pub fn departure<'c>(of: &'c Committed, live: Option<Live>) -> Option<Departure<'c>> {
    if of.facets.contingency {
        return None;
    }
    let Some(live) = live else {
        return Some(Departure {
            of,
            changed: Changed::Removed,
            to: None,
            minutes: minutes(of.span.seconds()),
        });
    };
    let another = of.block.is_some() && (of.category != live.category || live.contingency);
    let kept = match another {
        true => 0,
        false => of.span.intersection(live.span).seconds(),
    };
    let changed = if of.span.seconds() != live.span.seconds() {
        Changed::Resized
    } else if of.span != live.span {
        Changed::Moved
    } else if another {
        Changed::Recategorized
    } else {
        return None;
    };
    Some(Departure {
        of,
        changed,
        to: Some(live.span),
        minutes: minutes(of.span.seconds() - kept),
    })
}

/// All departures from a commitment, in its order.
pub fn departures<'c>(
    commitment: &'c Commitment,
    live: impl Fn(&Committed) -> Option<Live>,
) -> Vec<Departure<'c>> {
    let planned = commitment.planned.iter();
    planned.filter_map(|of| departure(of, live(of))).collect()
}

/// How many changes have which reason.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counted {
    /// One's own choice.
    pub mine: u32,
    /// From outside, imported meetings among them.
    pub external: u32,
    /// Room was kept for it.
    pub contingency: u32,
    /// Nobody has said why yet.
    pub open: u32,
}

impl Counted {
    /// All changes.
    pub fn total(&self) -> u32 {
        self.mine + self.external + self.contingency + self.open
    }
}

/// The changes of a commitment by reason. `reshuffles` are the notes about it, by key.
pub fn counted(departures: &[Departure<'_>], reshuffles: &[&Reshuffle]) -> Counted {
    let mut counted = Counted::default();
    for departure in departures {
        let why = match departure.is_imported() {
            true => Some(Why::External),
            false => reshuffles
                .iter()
                .find(|note| note.key == departure.of.key)
                .and_then(|note| note.why),
        };
        match why {
            Some(Why::Mine) => counted.mine += 1,
            Some(Why::External) => counted.external += 1,
            Some(Why::Contingency) => counted.contingency += 1,
            None => counted.open += 1,
        }
    }
    counted
}

pub(super) fn minutes(seconds: i64) -> u32 {
    u32::try_from(seconds / 60).unwrap_or(0)
}

#[cfg(test)]
mod tests;
