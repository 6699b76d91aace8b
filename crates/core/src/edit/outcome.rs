//! What an edit changes: whole blocks as they become, and the checks that every edit ends with.

use super::series::Lost;
use super::{Field, LONGEST_TITLE, Plan, Refusal};
use crate::block::{Block, LONGEST_BLOCK_MINUTES};
use crate::handle::Handle;

/// What an edit changes. The blocks before are in the plan it was made from. An occurrence without
/// a row is among them with id 0.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edit {
    /// Blocks as they become, changed and new alike, each once.
    pub put: Vec<Block>,
    /// Which of `put` were not there before.
    pub new: Vec<Handle>,
    /// Blocks that go.
    pub removed: Vec<Handle>,
    /// What to go on with, where that is not the first of `put`.
    pub main: Option<Handle>,
    /// Exceptions of a series that have no place in it any more.
    pub lost: Vec<Lost>,
}

impl Edit {
    /// Whether nothing changes at all.
    pub fn is_empty(&self) -> bool {
        self.put.is_empty() && self.removed.is_empty()
    }

    /// Another edit beside this one.
    pub(super) fn merge(&mut self, other: Edit) {
        self.put.extend(other.put);
        self.new.extend(other.new);
        self.removed.extend(other.removed);
        self.lost.extend(other.lost);
        self.main = self.main.or(other.main);
    }

    /// The plan after the edit; new blocks come last.
    pub fn applied(&self, blocks: &[Block]) -> Vec<Block> {
        let mut after: Vec<Block> = blocks
            .iter()
            .filter(|block| !self.removed.contains(&block.handle()))
            .cloned()
            .collect();
        for put in &self.put {
            match after
                .iter_mut()
                .find(|block| block.handle() == put.handle())
            {
                Some(block) => *block = put.clone(),
                None => after.push(put.clone()),
            }
        }
        after
    }

    /// The last step of every verb: leaves out what did not change, counts the change, and refuses
    /// blocks that may not be.
    pub(super) fn settle(
        plan: &Plan,
        blocks: Vec<Block>,
        new: Vec<Handle>,
    ) -> Result<Edit, Refusal> {
        let mut put = Vec::with_capacity(blocks.len());
        for mut block in blocks {
            if new.contains(&block.handle()) {
                block.sequence = 0;
                block.created = plan.now;
            } else {
                if plan.block(block.handle())? == &block {
                    continue;
                }
                block.sequence = block.sequence.saturating_add(1);
            }
            block.modified = plan.now;
            check(plan, &block)?;
            put.push(block);
        }
        Ok(Edit {
            put,
            new,
            ..Edit::default()
        })
    }
}

pub(super) fn check(plan: &Plan, block: &Block) -> Result<(), Refusal> {
    for time in [block.start, block.end] {
        if !crate::time::in_calendar(time.date()) {
            return Err(Refusal::OutsideCalendar);
        }
    }
    if block.end <= block.start || plan.span(block).seconds() == 0 {
        return Err(Refusal::EndsBeforeStart { field: Field::End });
    }
    let minutes = (block.end - block.start).num_minutes();
    if LONGEST_BLOCK_MINUTES < minutes {
        return Err(Refusal::TooLong { minutes });
    }
    let characters = block.title.chars().count();
    if LONGEST_TITLE < characters {
        return Err(Refusal::TitleTooLong { characters });
    }
    Ok(())
}
