//! Fields of a block change, as typed into a form.

use super::create::known_zone;
use super::{Edit, Field, Plan, Refusal};
use crate::block::Block;
use crate::category::Category;
use crate::facets::{CheckItem, Facets};
use crate::handle::Handle;
use crate::task::TaskId;
use chrono::NaiveDateTime;

/// The fields that change; the others stay.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Patch {
    /// What it is called.
    pub title: Option<String>,
    /// What kind of time it is.
    pub category: Option<Category>,
    /// First minute, wall time in the zone the block has after the change.
    pub start: Option<NaiveDateTime>,
    /// First minute after, wall time in the zone the block has after the change.
    pub end: Option<NaiveDateTime>,
    /// Another zone, `Some(None)` for floating. The wall times stay what they are.
    pub zone: Option<Option<String>>,
    /// Free text.
    pub notes: Option<String>,
    /// Where it takes place.
    pub location: Option<String>,
    /// Whether edits of other blocks must leave it where it is.
    pub locked: Option<bool>,
    /// The goal it serves.
    pub goal: Option<String>,
    /// All its facets.
    pub facets: Option<Facets>,
    /// All of its checklist.
    pub checklist: Option<Vec<CheckItem>>,
    /// The task it is time for, `Some(None)` for none.
    pub task: Option<Option<TaskId>>,
}

/// Changes fields of a block. The time and zone of a locked block change only together with its
/// unlocking.
pub fn change(plan: &Plan, id: Handle, patch: &Patch) -> Result<Edit, Refusal> {
    let before = plan.block(id)?;
    let mut block = before.clone();
    if let Some(zone) = &patch.zone {
        block.zone = known_zone(plan, zone.as_deref())?;
    }
    let Patch {
        title,
        category,
        start,
        end,
        zone: _,
        notes,
        location,
        locked,
        goal,
        facets,
        checklist,
        task,
    } = patch.clone();
    block.title = title.unwrap_or(block.title);
    block.category = category.unwrap_or(block.category);
    block.start = start.unwrap_or(block.start);
    block.end = end.unwrap_or(block.end);
    block.notes = notes.unwrap_or(block.notes);
    block.location = location.unwrap_or(block.location);
    block.locked = locked.unwrap_or(block.locked);
    block.goal = goal.unwrap_or(block.goal);
    block.facets = facets.unwrap_or(block.facets);
    block.checklist = checklist.unwrap_or(block.checklist);
    block.task = task.unwrap_or(block.task);

    let time = |block: &Block| (block.start, block.end, block.zone.clone());
    if before.locked && block.locked && time(&block) != time(before) {
        let title = before.title.clone();
        return Err(Refusal::Locked { id, title });
    }
    if block.end <= block.start || plan.span(&block).seconds() == 0 {
        let only_start = start.is_some() && end.is_none();
        let field = if only_start { Field::Start } else { Field::End };
        return Err(Refusal::EndsBeforeStart { field });
    }
    Edit::settle(plan, vec![block], Vec::new())
}
