//! Blocks go.

use super::{Edit, Plan, Refusal};
use crate::block::Block;
use crate::handle::Handle;

/// Removes blocks, locked ones too: a lock guards against other blocks, not against its owner.
pub fn remove(plan: &Plan, ids: &[Handle]) -> Result<Edit, Refusal> {
    let removed = plan.selected(ids)?.into_iter().map(Block::handle).collect();
    Ok(Edit {
        removed,
        ..Edit::default()
    })
}
