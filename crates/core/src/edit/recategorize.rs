//! Blocks become another kind of time.

use super::{Edit, Plan, Refusal};
use crate::block::Block;
use crate::category::Category;
use crate::handle::Handle;

/// Gives blocks a category, locked ones too: they stay where they are.
pub fn recategorize(plan: &Plan, ids: &[Handle], category: Category) -> Result<Edit, Refusal> {
    let blocks = plan.selected(ids)?.into_iter();
    let changed = blocks
        .map(|block| Block {
            category,
            ..block.clone()
        })
        .collect();
    Edit::settle(plan, changed, Vec::new())
}
