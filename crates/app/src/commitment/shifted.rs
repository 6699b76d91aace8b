//! Which occurrence a committed one became when its series was moved or split as a whole: every key
//! changes then, and after a split the series too.

use evenkeel_core::block::Block;
use evenkeel_core::commitment::Committed;

/// The occurrence of the same day that a committed one became, among what stands: of its own
/// series, or of one that was split off since. What is committed by its own name is nobody else's.
pub(super) fn shifted<'b>(
    committed: &Block,
    planned: &[Committed],
    standing: impl Iterator<Item = &'b Block> + Clone,
) -> Option<&'b Block> {
    let was = committed.instance?;
    let own = || planned.iter().filter_map(|of| of.block.as_ref());
    let is_new = |block: &Block| {
        let series = block.instance.map(|instance| instance.series);
        own().all(|of| {
            of.instance.map(|instance| instance.series) != series && Some(of.id) != series
        })
    };
    let of_day = || {
        standing.clone().filter(|block| {
            let that_day = |key: chrono::NaiveDateTime| key.date() == was.key.date();
            block.instance.is_some_and(|now| that_day(now.key))
                && own().all(|of| of.handle() != block.handle())
        })
    };
    let same = |block: &&Block| block.instance.is_some_and(|now| now.series == was.series);
    let alike = |block: &&Block| {
        is_new(block) && block.title == committed.title && block.category == committed.category
    };
    of_day().find(same).or_else(|| of_day().find(alike))
}
