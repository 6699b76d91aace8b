//! Protected time that a change would give up. Making more of it, or writing a note into it, gives
//! up nothing.

use super::Changed;
use super::departure::minutes;
use crate::block::Block;
use crate::time::{Span, Zone, Zones};

/// What a change takes from a protected block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Loss {
    /// What was done to it.
    pub changed: Changed,
    /// Minutes that were protected and are not any more.
    pub minutes: u32,
}

/// What a change takes from a block; `None` where it was not protected or all of its time still is.
/// `also` are the other blocks the same change leaves: of a block that is split nothing is lost.
pub fn loss(
    before: &Block,
    after: Option<&Block>,
    also: &[Block],
    zones: &Zones,
    home: &Zone,
) -> Option<Loss> {
    if !before.facets.protected {
        return None;
    }
    let stood = before.span(zones, home);
    let keeps = |block: &&Block| {
        let roomy = block.facets.contingency && !before.facets.contingency;
        block.facets.protected && !roomy && block.category == before.category
    };
    let mut kept: Vec<Span> = after
        .into_iter()
        .chain(also)
        .filter(keeps)
        .map(|block| block.span(zones, home).intersection(stood))
        .filter(|span| 0 < span.seconds())
        .collect();
    kept.sort_unstable();
    let mut lost = 0;
    let mut from = stood.start;
    for span in kept {
        lost += from.seconds_until(span.start).max(0);
        from = from.max(span.end);
    }
    lost += from.seconds_until(stood.end).max(0);
    let changed = match after {
        None => Changed::Removed,
        Some(after) if after.category != before.category => Changed::Recategorized,
        Some(after) if !keeps(&after) => Changed::Unprotected,
        Some(after) if after.span(zones, home).seconds() == stood.seconds() => Changed::Moved,
        Some(_) => Changed::Resized,
    };
    (0 < lost).then(|| Loss {
        changed,
        minutes: minutes(lost),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::block::BlockId;
    use crate::category::Category;

    fn block(start: &str, end: &str) -> Block {
        let at = |clock: &str| format!("2026-11-16T{clock}:00").parse().unwrap();
        let mut block = Block::plain(BlockId(1), "Read", Category::Growth, at(start), at(end));
        block.facets.protected = true;
        block
    }

    fn lost(after: Option<Block>) -> Option<(Changed, u32)> {
        let before = block("09:00", "10:00");
        let found = loss(
            &before,
            after.as_ref(),
            &[],
            &Zones::bundled(),
            &Zone::utc(),
        );
        found.map(|loss| (loss.changed, loss.minutes))
    }

    #[test]
    fn protected_time_is_lost_by_moving_shortening_recategorising_unprotecting_and_deleting() {
        assert_eq!(lost(None), Some((Changed::Removed, 60)));
        let moved = block("09:15", "10:15");
        assert_eq!(lost(Some(moved)), Some((Changed::Moved, 15)));
        let far = block("14:00", "15:00");
        assert_eq!(lost(Some(far)), Some((Changed::Moved, 60)));
        let shorter = block("09:00", "09:40");
        assert_eq!(lost(Some(shorter)), Some((Changed::Resized, 20)));
        let mut other = block("09:00", "10:00");
        other.category = Category::Management;
        assert_eq!(lost(Some(other)), Some((Changed::Recategorized, 60)));
        let mut open = block("09:00", "10:00");
        open.facets.protected = false;
        assert_eq!(lost(Some(open)), Some((Changed::Unprotected, 60)));
    }

    #[test]
    fn more_time_or_another_name_loses_nothing() {
        assert_eq!(lost(Some(block("08:30", "10:30"))), None);
        let mut named = block("09:00", "10:00");
        named.title = "Read on".into();
        named.facets.lead = Some(40);
        assert_eq!(lost(Some(named)), None);
    }

    #[test]
    fn a_block_that_is_split_keeps_its_time() {
        let before = block("09:00", "10:00");
        let halves = [block("09:00", "09:30"), block("09:30", "10:00")];
        let found = |also: &[Block]| {
            loss(
                &before,
                Some(&halves[0]),
                also,
                &Zones::bundled(),
                &Zone::utc(),
            )
        };
        assert_eq!(found(&halves), None);
        assert_eq!(found(&[]).map(|loss| loss.minutes), Some(30));
    }
}
