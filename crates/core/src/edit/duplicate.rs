//! Copies that follow what they were made from.

use super::drag::{copy, make_way, whole};
use super::push::Way;
use super::{Edit, Next, Others, Plan, Refusal};
use crate::block::Block;
use crate::handle::Handle;
use crate::time::Instant;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Copies blocks: the copies of one logical day's blocks follow the last of them, in the same order
/// and with the same gaps. Blocks in the way answer as `others` says, pushed ones go later.
pub fn duplicate(
    plan: &Plan,
    ids: &[Handle],
    others: Others,
    next: &mut Next,
) -> Result<Edit, Refusal> {
    let mut days: BTreeMap<NaiveDate, Vec<&Block>> = BTreeMap::new();
    for block in plan.selected(ids)? {
        let day = plan.day(plan.span(block).start);
        days.entry(day).or_default().push(block);
    }
    let mut copies = Vec::new();
    let mut new = Vec::new();
    for blocks in days.values() {
        let spans = || blocks.iter().map(|block| plan.span(block));
        let first = spans().map(|span| span.start).min().unwrap_or(Instant(0));
        let last = spans().map(|span| span.end).max().unwrap_or(first);
        let step = plan.home.wall(last) - plan.home.wall(first);
        for block in blocks {
            let mut double = whole(plan, block, step)?;
            copy(&mut double, &mut new, next);
            copies.push(double);
        }
    }
    make_way(plan, copies, new, others, Way::Later)
}
