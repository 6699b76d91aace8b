//! Blocks become another kind of time.

use super::{Edit, Plan, Refusal};
use crate::block::{Block, BlockId};
use crate::category::Category;

/// Gives blocks a category, locked ones too: they stay where they are.
pub fn recategorize(plan: &Plan, ids: &[BlockId], category: Category) -> Result<Edit, Refusal> {
    let blocks = plan.selected(ids)?.into_iter();
    let changed = blocks
        .map(|block| Block {
            category,
            ..block.clone()
        })
        .collect();
    Edit::settle(plan, changed, Vec::new())
}
