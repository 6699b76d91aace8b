//! A new block.

use super::drag::make_way;
use super::push::Way;
use super::{Edit, Field, Next, Others, Plan, Refusal};
use crate::block::Block;
use crate::category::Category;
use crate::event::Recurrence;
use crate::facets::{CheckItem, Facets};
use crate::handle::Handle;
use crate::repeat::Repeat;
use crate::task::TaskId;
use chrono::NaiveDateTime;

/// What a person says about a block before it exists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// What it is called; may be empty, to be typed next.
    pub title: String,
    /// What kind of time it is.
    pub category: Category,
    /// First minute, wall time in `zone`.
    pub start: NaiveDateTime,
    /// First minute after, wall time in `zone`.
    pub end: NaiveDateTime,
    /// IANA name, or `None` for a floating block that follows the home zone.
    pub zone: Option<String>,
    /// Free text.
    pub notes: String,
    /// Where it takes place.
    pub location: String,
    /// Whether edits of other blocks must leave it where it is.
    pub locked: bool,
    /// The goal it serves; empty for none.
    pub goal: String,
    /// What else is known of it.
    pub facets: Facets,
    /// What to see to in it.
    pub checklist: Vec<CheckItem>,
    /// The task it is time for.
    pub task: Option<TaskId>,
    /// How it repeats, for a series.
    pub recurrence: Option<Recurrence>,
}

impl Draft {
    /// A block with nothing but a title, a category and a time.
    pub fn plain(
        title: &str,
        category: Category,
        start: NaiveDateTime,
        end: NaiveDateTime,
    ) -> Draft {
        Draft {
            title: title.to_string(),
            category,
            start,
            end,
            zone: None,
            notes: String::new(),
            location: String::new(),
            locked: false,
            goal: String::new(),
            facets: Facets::default(),
            checklist: Vec::new(),
            task: None,
            recurrence: None,
        }
    }

    /// The same as a series; it begins on its first day that the repeat names.
    pub fn repeating(self, repeat: &Repeat) -> Result<Draft, Refusal> {
        let series = repeat.series(self.start).map_err(|why| Refusal::Repeat {
            title: self.title.clone(),
            why,
        })?;
        let length = self.end - self.start;
        let end = series.start.checked_add_signed(length);
        Ok(Draft {
            start: series.start,
            end: end.ok_or(Refusal::OutsideCalendar)?,
            recurrence: Some(series.recurrence),
            ..self
        })
    }
}

/// Makes a block; those in the way answer as `others` says, pushed ones go later.
pub fn create(
    plan: &Plan,
    draft: &Draft,
    others: Others,
    next: &mut Next,
) -> Result<Edit, Refusal> {
    let zone = known_zone(plan, draft.zone.as_deref())?;
    if draft.end <= draft.start {
        return Err(Refusal::EndsBeforeStart { field: Field::End });
    }
    let (id, uid) = next();
    let block = Block {
        id,
        uid,
        title: draft.title.clone(),
        category: draft.category,
        start: draft.start,
        end: draft.end,
        zone,
        notes: draft.notes.clone(),
        location: draft.location.clone(),
        locked: draft.locked,
        sequence: 0,
        created: plan.now,
        modified: plan.now,
        recurrence: draft.recurrence.clone(),
        instance: None,
        task: draft.task,
        goal: draft.goal.clone(),
        facets: draft.facets.clone(),
        checklist: draft.checklist.clone(),
    };
    make_way(
        plan,
        vec![block],
        vec![Handle::from(id)],
        others,
        Way::Later,
    )
}

/// The zone's name as the database writes it.
pub(super) fn known_zone(plan: &Plan, name: Option<&str>) -> Result<Option<String>, Refusal> {
    let Some(name) = name else {
        return Ok(None);
    };
    match plan.zones.get(name) {
        Some(zone) => Ok(Some(zone.name().to_string())),
        None => Err(Refusal::UnknownZone { name: name.into() }),
    }
}
