//! Blocks in the way give: each is cut where it is covered and keeps its longest uncovered piece.
//!
//! ```text
//! before   |--mail------|  |--call--|
//! drop             [write----]
//! after    |--mail-|[write---]|call-|
//! ```

use super::{LEAST_MINUTES, Plan, Refusal};
use crate::block::Block;
use crate::time::{Instant, Span};

/// The blocks that are cut to make place for `moved`.
pub(super) fn shrink(plan: &Plan, moved: &[Block]) -> Result<Vec<Block>, Refusal> {
    let covers: Vec<Span> = moved.iter().map(|block| plan.span(block)).collect();
    let mut cut = Vec::new();
    for block in plan.blocks {
        let stays = block.stays_put() || moved.iter().any(|moved| moved.handle() == block.handle());
        let whole = plan.span(block);
        if stays || !covers.iter().any(|cover| cover.overlaps(whole)) {
            continue;
        }
        let left = longest_uncovered(whole, &covers)
            .and_then(|piece| trimmed(plan, block, piece))
            .ok_or_else(|| Refusal::WouldVanish {
                id: block.handle(),
                title: block.title.clone(),
            })?;
        cut.push(left);
    }
    Ok(cut)
}

/// The longest piece that no cover touches; of equal ones the earlier.
fn longest_uncovered(whole: Span, covers: &[Span]) -> Option<Span> {
    let mut pieces = vec![whole];
    for cover in covers {
        pieces = pieces
            .into_iter()
            .flat_map(|piece| {
                [
                    Span::new(piece.start, piece.end.min(cover.start)),
                    Span::new(piece.start.max(cover.end), piece.end),
                ]
            })
            .filter(|piece| 0 < piece.seconds())
            .collect();
        pieces.dedup();
    }
    pieces
        .into_iter()
        .min_by_key(|piece| (-piece.seconds(), piece.start))
}

/// The block cut to a piece of itself; inside a repeated hour a little less, down to where wall
/// times can say the cut.
fn trimmed(plan: &Plan, block: &Block, piece: Span) -> Option<Block> {
    let zone = plan.zone(block);
    let can_say = |instant: Instant| zone.instant(zone.wall(instant)) == instant;
    let whole = plan.span(block);
    let mut trimmed = block.clone();
    let Span { mut start, mut end } = piece;
    if start != whole.start {
        while !can_say(start) && start < end {
            start = start.plus_seconds(60);
        }
        trimmed.start = zone.wall(start);
    }
    if end != whole.end {
        while !can_say(end) && start < end {
            end = end.plus_seconds(-60);
        }
        trimmed.end = zone.wall(end);
    }
    (start.plus_seconds(LEAST_MINUTES * 60) <= end && trimmed.start < trimmed.end)
        .then_some(trimmed)
}
