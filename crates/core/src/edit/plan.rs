//! The plan as it stands around an edit, and the questions every verb asks of it.

use super::Refusal;
use crate::block::{Block, BlockId};
use crate::handle::Handle;
use crate::time::{Instant, Span, Zone, Zones, logical_day};
use chrono::{NaiveDate, NaiveTime};

/// Gives the identity of a block that is about to be made: an id and a UID never used before.
pub type Next<'a> = dyn FnMut() -> (BlockId, String) + 'a;

/// Everything an edit may look at.
#[derive(Clone, Copy, Debug)]
pub struct Plan<'a> {
    /// The blocks of every day the edit may touch: those in hand and those that may be in the way.
    pub blocks: &'a [Block],
    /// Stretches that nothing moves: imported events that take time. Locked blocks need not be
    /// repeated here.
    pub fixed: &'a [Span],
    /// The zone database.
    pub zones: &'a Zones,
    /// The home zone.
    pub home: &'a Zone,
    /// When a logical day begins.
    pub day_start: NaiveTime,
    /// The time of the edit, seconds since 1970 UTC.
    pub now: i64,
}

impl<'a> Plan<'a> {
    /// The block of that id.
    pub(super) fn block(&self, id: Handle) -> Result<&'a Block, Refusal> {
        self.blocks
            .iter()
            .find(|block| block.handle() == id)
            .ok_or(Refusal::Gone { id })
    }

    /// The blocks of a selection, each once, in the order they were named.
    pub(super) fn selected(&self, ids: &[Handle]) -> Result<Vec<&'a Block>, Refusal> {
        let mut selected: Vec<&Block> = Vec::new();
        for id in ids {
            if !selected.iter().any(|block| block.handle() == *id) {
                selected.push(self.block(*id)?);
            }
        }
        if selected.is_empty() {
            return Err(Refusal::NothingSelected);
        }
        Ok(selected)
    }

    /// The instants a block covers.
    pub(super) fn span(&self, block: &Block) -> Span {
        block.span(self.zones, self.home)
    }

    /// The zone a block's wall times are meant in.
    pub(super) fn zone(&self, block: &Block) -> Zone {
        block.zone_or(self.zones, self.home)
    }

    /// The logical day an instant belongs to.
    pub(super) fn day(&self, instant: Instant) -> NaiveDate {
        logical_day(self.home.wall(instant), self.day_start)
    }

    /// The instants of a logical day.
    pub(super) fn day_span(&self, day: NaiveDate) -> Span {
        let next = day.succ_opt().unwrap_or(day);
        Span::new(
            self.home.instant(day.and_time(self.day_start)),
            self.home.instant(next.and_time(self.day_start)),
        )
    }

    /// A block at other instants, if its zone's wall times can say them: the second pass through
    /// a repeated hour cannot be said.
    pub(super) fn placed(&self, block: &Block, span: Span) -> Option<Block> {
        let zone = self.zone(block);
        let mut placed = block.clone();
        placed.start = zone.wall(span.start);
        placed.end = zone.wall(span.end);
        (placed.start < placed.end && self.span(&placed) == span).then_some(placed)
    }
}
