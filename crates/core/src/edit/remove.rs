//! Blocks go.

use super::{Edit, Plan, Refusal};
use crate::block::BlockId;

/// Removes blocks, locked ones too: a lock guards against other blocks, not against its owner.
pub fn remove(plan: &Plan, ids: &[BlockId]) -> Result<Edit, Refusal> {
    let removed = plan.selected(ids)?.iter().map(|block| block.id).collect();
    Ok(Edit {
        removed,
        ..Edit::default()
    })
}
