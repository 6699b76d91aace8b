//! Blocks in the way go: in one direction, only as far as needed, one pushing the next.
//!
//! ```text
//! before   |--mail--|--call--|   [fixed]
//! drop        [write---]
//! after       [write---|--mail--][fixed]|--call--|
//! ```
//!
//! They keep their elapsed length and leap over what is fixed or locked. None leaves its logical
//! day: then the whole gesture is refused.

use super::{Plan, Refusal};
use crate::block::Block;
use crate::time::{Instant, Span};

/// Where blocks in the way go: with the block as it moves, away from the edge that is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    Later,
    Earlier,
}

impl Way {
    /// A span as seen by someone walking this way: walking back, time runs backwards. Its own
    /// inverse.
    fn along(self, span: Span) -> Span {
        match self {
            Way::Later => span,
            Way::Earlier => Span::new(Instant(-span.end.0), Instant(-span.start.0)),
        }
    }
}

/// The blocks that make way for `moved`, in their new places.
///
/// One pass in the order of the walk is enough: whatever a pushed block lands on comes later on
/// the walk than everything already passed.
pub(super) fn push(plan: &Plan, moved: &[Block], way: Way) -> Result<Vec<Block>, Refusal> {
    let along = |block: &Block| way.along(plan.span(block));
    let (locked, mut free): (Vec<&Block>, Vec<&Block>) = plan
        .blocks
        .iter()
        .filter(|block| !moved.iter().any(|moved| moved.id == block.id))
        .partition(|block| block.locked);
    free.sort_by_key(|block| (along(block), block.id));
    let standing: Vec<Span> = plan
        .fixed
        .iter()
        .map(|span| way.along(*span))
        .chain(locked.into_iter().map(along))
        .collect();

    let mut pushing: Vec<Span> = moved.iter().map(along).collect();
    let mut pushed = Vec::new();
    for block in free {
        if pushing.iter().any(|span| span.overlaps(along(block))) {
            let placed = first_place(plan, block, way, &pushing, &standing)?;
            pushing.push(along(&placed));
            pushed.push(placed);
        }
    }
    Ok(pushed)
}

fn first_place(
    plan: &Plan,
    block: &Block,
    way: Way,
    pushing: &[Span],
    standing: &[Span],
) -> Result<Block, Refusal> {
    let span = plan.span(block);
    let length = span.seconds();
    let day = plan.day(span.start);
    let limit = way.along(plan.day_span(day)).end;
    let mut at = way.along(span);
    while at.end <= limit {
        let hit = pushing
            .iter()
            .chain(standing)
            .filter(|other| other.overlaps(at))
            .map(|other| other.end)
            .max();
        let start = match hit {
            Some(end) => end,
            None => match plan.placed(block, way.along(at)) {
                Some(placed) => return Ok(placed),
                // The repeated hour: a minute on, until wall times can say the place.
                None => at.start.plus_seconds(60),
            },
        };
        at = Span::new(start, start.plus_seconds(length));
    }
    Err(Refusal::NoRoom {
        id: block.id,
        title: block.title.clone(),
        day,
    })
}
