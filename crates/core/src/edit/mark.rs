//! Facets of several blocks change at once: only what is named, the rest stays as each block has it.

use super::{Edit, Plan, Refusal};
use crate::block::Block;
use crate::facets::{self, ACTIVITIES, Facets, Horizon, MOST_TAGS, Remind};
use crate::handle::Handle;

/// The facets that change; the others stay.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// How much of it is about why and where, 0–100; `Some(None)` for unsaid.
    pub lead: Option<Option<u8>>,
    /// The name of what is done in it; `Some(None)` for unsaid.
    pub activity: Option<Option<String>>,
    /// How far ahead it looks; `Some(None)` for unsaid.
    pub horizon: Option<Option<Horizon>>,
    /// Whether it is a meeting.
    pub meeting: Option<bool>,
    /// Whether somebody else could do it.
    pub delegable: Option<bool>,
    /// Whether it may only be moved or deleted with a reason.
    pub protected: Option<bool>,
    /// Whether it is room kept for what comes up.
    pub contingency: Option<bool>,
    /// Whether edits of other blocks must leave it where it is.
    pub locked: Option<bool>,
    /// When to remind before it; `Some(None)`: as its category has it.
    pub remind: Option<Option<Remind>>,
    /// Tags that come, as typed.
    pub add: Vec<String>,
    /// Tags that go.
    pub remove: Vec<String>,
}

/// Changes facets of blocks. An activity brings its lead share along where none was said.
pub fn mark(plan: &Plan, ids: &[Handle], marks: &Marks) -> Result<Edit, Refusal> {
    if let Some(Some(percent)) = marks.lead
        && 100 < percent
    {
        return Err(Refusal::NoShare);
    }
    let mut changed = Vec::new();
    for block in plan.selected(ids)? {
        changed.push(Block {
            locked: marks.locked.unwrap_or(block.locked),
            facets: marked(&block.facets, marks)?,
            ..block.clone()
        });
    }
    Edit::settle(plan, changed, Vec::new())
}

fn marked(before: &Facets, marks: &Marks) -> Result<Facets, Refusal> {
    let mut after = before.clone();
    if let Some(activity) = &marks.activity {
        let known = ACTIVITIES
            .iter()
            .find(|one| Some(one.name) == activity.as_deref());
        after.lead = after.lead.or(known.and_then(|known| known.lead));
        after.activity = known.map(|known| known.name.to_string());
    }
    after.lead = marks.lead.unwrap_or(after.lead);
    after.horizon = marks.horizon.unwrap_or(after.horizon);
    after.meeting = marks.meeting.unwrap_or(after.meeting);
    after.delegable = marks.delegable.unwrap_or(after.delegable);
    after.protected = marks.protected.unwrap_or(after.protected);
    after.contingency = marks.contingency.unwrap_or(after.contingency);
    after.remind = marks.remind.unwrap_or(after.remind);
    after.tags.retain(|tag| !marks.remove.contains(tag));
    for typed in &marks.add {
        let tag = facets::tag(typed).ok_or(Refusal::NoTag)?;
        if !after.tags.contains(&tag) {
            after.tags.push(tag);
        }
    }
    match after.tags.len() <= MOST_TAGS {
        true => Ok(after),
        false => Err(Refusal::TooManyTags),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tagged(tags: &[&str]) -> Facets {
        Facets {
            tags: tags.iter().map(|tag| tag.to_string()).collect(),
            ..Facets::default()
        }
    }

    #[test]
    fn only_what_is_named_changes() {
        let before = Facets {
            lead: Some(30),
            delegable: true,
            ..tagged(&["peer", "process"])
        };
        let marks = Marks {
            protected: Some(true),
            add: vec![" Stretch ".into(), "peer".into()],
            remove: vec!["process".into()],
            ..Marks::default()
        };
        let expected = Facets {
            protected: true,
            ..Facets {
                tags: vec!["peer".into(), "stretch".into()],
                ..before.clone()
            }
        };
        assert_eq!(marked(&before, &marks), Ok(expected));
    }

    #[test]
    fn an_activity_brings_its_lead_share_only_where_none_was_said() {
        let marks = Marks {
            activity: Some(Some("people".into())),
            ..Marks::default()
        };
        assert_eq!(marked(&Facets::default(), &marks).unwrap().lead, Some(80));
        let said = Facets {
            lead: Some(30),
            ..Facets::default()
        };
        assert_eq!(marked(&said, &marks).unwrap().lead, Some(30));
        let none = Marks {
            activity: Some(None),
            ..Marks::default()
        };
        let left = marked(&marked(&said, &marks).unwrap(), &none).unwrap();
        assert_eq!(left, said);
    }

    #[test]
    fn what_is_no_tag_and_one_tag_too_many_are_refused() {
        let add = |add: Vec<String>| Marks {
            add,
            ..Marks::default()
        };
        assert_eq!(
            marked(&Facets::default(), &add(vec!["  ".into()])),
            Err(Refusal::NoTag)
        );
        let many = (0..=MOST_TAGS).map(|number| format!("tag {number}"));
        assert_eq!(
            marked(&Facets::default(), &add(many.collect())),
            Err(Refusal::TooManyTags)
        );
    }
}
