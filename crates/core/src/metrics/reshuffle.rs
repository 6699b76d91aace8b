//! Reshuffling: how much of the committed plan was changed before it could happen.
//!
//! ```text
//! committed    [=======]    [===]
//! live            [=======]
//! reshuffled   |-|          |---|
//! ```
//!
//! Blocks are matched by id. Changed: another start, end or category in the live plan; deleted: not
//! in it any more; blocks that came in addition do not count. reshuffled minutes = committed time
//! that the live plan does not give to the same category any more, each moment once; stability = 1 −
//! that ÷ committed time. Contingency blocks are no part of either plan.
//!
//! Units: blocks, minutes, a ratio 0–1. Evidence: none for a limit; that one should keep to a
//! commitment is advice, and contingent planning is its counter-finding (Parke 2018). So changes
//! that came from outside can be left out with [`own_changes()`].

use crate::category::Category;
use crate::metrics::Planned;
use crate::metrics::union::Union;
use crate::sweep::{minutes, ratio};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};

/// Why a committed block changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// One's own choice.
    Mine,
    /// Somebody or something else.
    External,
    /// A surprise for which time was held.
    Contingency,
}

/// How much of a commitment changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Reshuffle {
    /// Blocks with another start, end or category.
    pub blocks_changed: u32,
    /// Blocks that are gone.
    pub blocks_deleted: u32,
    /// Both together.
    pub reshuffle_count: u32,
    /// Committed minutes that their category does not have any more.
    pub reshuffled_minutes: f64,
    /// The part of the committed minutes that stayed; `None` without any.
    pub plan_stability: Option<f64>,
}

/// How the live plan differs from the commitment.
pub fn reshuffle(committed: &[Planned], live: &[Planned]) -> Reshuffle {
    let lives = by_id(live);
    let mut found = Reshuffle::default();
    for block in counted(committed) {
        match block.id.as_deref().and_then(|id| lives.get(id)) {
            None => found.blocks_deleted += 1,
            Some(now) if differ(block, now) => found.blocks_changed += 1,
            Some(_) => {}
        }
    }
    found.reshuffle_count = found.blocks_changed + found.blocks_deleted;
    let (mut before, mut kept) = (0, 0);
    for category in Category::ALL {
        let wanted = of_category(committed, category);
        before += wanted.seconds();
        kept += wanted.shared(&of_category(live, category));
    }
    found.reshuffled_minutes = minutes(before - kept);
    found.plan_stability = ratio(kept, before);
    found
}

/// The live plan as it would be without the changes that came from outside: to be compared with the
/// commitment in its stead.
pub fn own_changes(
    committed: &[Planned],
    live: &[Planned],
    reasons: &BTreeMap<String, Reason>,
) -> Vec<Planned> {
    let external = |block: &Planned| {
        let reason = block.id.as_ref().and_then(|id| reasons.get(id));
        reason == Some(&Reason::External)
    };
    let undone = committed.iter().filter(|block| external(block));
    let stayed = live.iter().filter(|block| !external(block));
    undone.chain(stayed).cloned().collect()
}

fn counted(plan: &[Planned]) -> impl Iterator<Item = &Planned> {
    plan.iter().filter(|block| !block.contingency)
}

fn by_id(plan: &[Planned]) -> HashMap<&str, &Planned> {
    counted(plan)
        .filter_map(|block| Some((block.id.as_deref()?, block)))
        .collect()
}

fn differ(one: &Planned, other: &Planned) -> bool {
    let key = |block: &Planned| (block.stretch.span, block.stretch.category);
    key(one) != key(other)
}

fn of_category(plan: &[Planned], category: Category) -> Union {
    let of = counted(plan).filter(|block| block.stretch.category == category);
    Union::of(of.map(|block| block.stretch.span))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drawn::Drawing;

    fn plan(drawing: &Drawing, label: &str) -> Vec<Planned> {
        let stretches = drawing.stretches(label, Category::Technical).into_iter();
        let blocks = stretches.zip(["a", "b"]).map(|(stretch, id)| Planned {
            id: Some(id.into()),
            ..Planned::new(stretch)
        });
        blocks.collect()
    }

    #[test]
    fn the_minutes_that_move_away_are_as_drawn() {
        let drawing = Drawing::of(include_str!("reshuffle.rs"));
        let (committed, live) = (plan(&drawing, "committed"), plan(&drawing, "live"));
        let found = reshuffle(&committed, &live);
        assert_eq!((found.blocks_changed, found.blocks_deleted), (1, 1));
        assert_eq!(found.reshuffled_minutes, drawing.minutes("reshuffled"));
    }

    #[test]
    fn what_came_from_outside_can_be_left_out() {
        let drawing = Drawing::of(include_str!("reshuffle.rs"));
        let (committed, live) = (plan(&drawing, "committed"), plan(&drawing, "live"));
        let reasons = [("a", Reason::External), ("b", Reason::Mine)];
        let reasons = reasons.map(|(id, reason)| (id.to_string(), reason)).into();
        let own = reshuffle(&committed, &own_changes(&committed, &live, &reasons));
        assert_eq!((own.blocks_changed, own.blocks_deleted), (0, 1));
        let all = [("a", Reason::External), ("b", Reason::External)];
        let all = all.map(|(id, reason)| (id.to_string(), reason)).into();
        let none = reshuffle(&committed, &own_changes(&committed, &live, &all));
        assert_eq!((none.reshuffle_count, none.plan_stability), (0, Some(1.0)));
    }

    #[test]
    fn a_commitment_to_nothing_has_no_stability() {
        assert_eq!(reshuffle(&[], &[]).plan_stability, None);
    }
}
