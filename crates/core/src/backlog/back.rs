//! Blocks go back to the backlog.

use super::position_after;
use crate::block::Block;
use crate::edit::{self, Edit, Plan, Refusal};
use crate::handle::Handle;
use crate::task::{Task, TaskId};

/// What changes when blocks go back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Back {
    /// The blocks go.
    pub edit: Edit,
    /// The tasks as they become, new and changed ones.
    pub tasks: Vec<Task>,
    /// The tasks that the blocks went to, each once, in the order of the blocks.
    pub to: Vec<TaskId>,
}

/// Takes blocks out of the week. A block of a task dissolves into it, so that more of it is left to
/// plan; any other block becomes a task that is thought to take as long as the block did. A task
/// that was done is to be done again. Nothing that was written on a block is lost: what its task
/// does not say yet is added to its notes.
pub fn back(
    plan: &Plan,
    blocks: &[Handle],
    tasks: &[Task],
    next: &mut dyn FnMut() -> TaskId,
) -> Result<Back, Refusal> {
    let edit = edit::remove(plan, blocks)?;
    let mut back = Back {
        edit,
        ..Back::default()
    };
    let mut position = position_after(tasks);
    for handle in &back.edit.removed {
        let found = plan.blocks.iter().find(|block| block.handle() == *handle);
        let Some(block) = found else {
            continue;
        };
        let known = |task: &&Task| Some(task.id) == block.task;
        let changed = back.tasks.iter().find(known);
        let task = match changed.or_else(|| tasks.iter().find(known)) {
            Some(task) => with(task, block),
            None => {
                let id = next();
                position += 1;
                of(plan, block, id, position - 1)
            }
        };
        if !back.to.contains(&task.id) {
            back.to.push(task.id);
        }
        back.tasks.retain(|other| other.id != task.id);
        back.tasks.push(task);
    }
    let same = |task: &Task| tasks.iter().any(|before| before == task);
    back.tasks.retain(|task| !same(task));
    Ok(back)
}

/// The task with what the block says beyond it.
fn with(task: &Task, block: &Block) -> Task {
    let mut notes = task.notes.clone();
    for text in [&block.notes, &block.location] {
        let text = text.trim();
        if !notes.contains(text) {
            let gap = if notes.is_empty() { "" } else { "\n\n" };
            notes = notes + gap + text;
        }
    }
    Task {
        notes,
        finished: None,
        ..task.clone()
    }
}

fn of(plan: &Plan, block: &Block, id: TaskId, position: i64) -> Task {
    let minutes = block.span(plan.zones, plan.home).seconds() / 60;
    let title = match block.title.trim() {
        "" => "Untitled block",
        title => title,
    };
    let task = Task {
        id,
        title: title.to_string(),
        category: block.category,
        estimate: u32::try_from(minutes).ok().filter(|minutes| 0 < *minutes),
        goal: block.goal.clone(),
        due: None,
        energy: None,
        notes: String::new(),
        tags: block.facets.tags.clone(),
        position,
        created: plan.now,
        finished: None,
    };
    with(&task, block)
}
