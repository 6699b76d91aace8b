//! What committed blocks and meetings are now, in one state of some days, or were when their week
//! was over.

use super::shifted::shifted;
use crate::scene::Scene;
use crate::shown::Key;
use chrono::NaiveDateTime;
use evenkeel_core::block::Block;
use evenkeel_core::commitment::{Committed, EndedWeek, Live, other_names};
use evenkeel_core::event::{Event, EventId, FeedId};
use evenkeel_core::handle::Handle;
use evenkeel_core::time::{Span, Zone, Zones};
use std::collections::HashMap;

/// What stands now, by the names a commitment may know it by.
pub(crate) struct Now<'s> {
    own: HashMap<Handle, Live>,
    blocks: Vec<&'s Block>,
    /// One's own meetings from outside: by occurrence, by the name files know the occurrence by, and
    /// single ones by themselves, since their key is their time.
    meetings: HashMap<(EventId, NaiveDateTime), Live>,
    by_uid: HashMap<(FeedId, &'s str, NaiveDateTime), (Key, Live)>,
    single: HashMap<EventId, (Key, Live)>,
    events: HashMap<EventId, &'s Event>,
}

impl<'s> Now<'s> {
    /// What stands in one state of some days.
    pub(super) fn of(scene: &'s Scene, blocks: &'s [Block], zones: &Zones) -> Now<'s> {
        let own = blocks
            .iter()
            .map(|block| (block, own(block, zones, &scene.home)));
        let meetings = scene
            .counted()
            .map(|(event, occurrence)| (event.id, occurrence.key, meeting(event, occurrence.span)));
        Now::among(own, meetings, scene.events())
    }

    /// What stood when a week was over.
    pub(crate) fn at_end(ended: &'s EndedWeek, events: impl Iterator<Item = &'s Event>) -> Now<'s> {
        let live = |of: &Committed| Live {
            span: of.span,
            category: of.category,
            contingency: of.facets.contingency,
        };
        let planned = || ended.planned.iter();
        let own = planned().filter_map(|of| Some((of.block.as_ref()?, live(of))));
        let meetings = planned()
            .filter(|of| of.block.is_none())
            .filter_map(|of| match Key::parse(&of.key)? {
                Key::Event(id, key) => Some((id, key, live(of))),
                Key::Block(_) => None,
            });
        Now::among(own, meetings, events)
    }

    /// These blocks and meetings.
    pub(crate) fn among(
        own: impl Iterator<Item = (&'s Block, Live)>,
        meetings: impl Iterator<Item = (EventId, NaiveDateTime, Live)>,
        events: impl Iterator<Item = &'s Event>,
    ) -> Now<'s> {
        let (blocks, own) = own
            .map(|(block, live)| (block, (block.handle(), live)))
            .unzip();
        let mut now = Now {
            own,
            blocks,
            meetings: HashMap::new(),
            by_uid: HashMap::new(),
            single: HashMap::new(),
            events: events.map(|event| (event.id, event)).collect(),
        };
        for (id, key, live) in meetings {
            now.meetings.insert((id, key), live);
            let Some(event) = now.events.get(&id) else {
                continue;
            };
            let named = (Key::Event(id, key), live);
            let name = (event.feed, event.uid.as_str(), key);
            now.by_uid.insert(name, named);
            if event.recurrence.is_none() && event.recurrence_id.is_none() {
                now.single.insert(id, named);
            }
        }
        now
    }

    /// What a committed block or meeting is.
    pub(crate) fn find(&self, of: &Committed, planned: &[Committed]) -> Option<Live> {
        Some(self.find_named(of, planned)?.1)
    }

    /// The same with the name it goes by.
    pub(crate) fn find_named(&self, of: &Committed, planned: &[Committed]) -> Option<(Key, Live)> {
        if let Some(block) = &of.block {
            let by = |handle: Handle| Some((Key::Block(handle), *self.own.get(&handle)?));
            let named = by(block.handle()).or_else(|| by(other_names(block)?));
            let standing = self.blocks.iter().copied();
            return named.or_else(|| by(shifted(block, planned, standing)?.handle()));
        }
        let Some(Key::Event(id, key)) = Key::parse(&of.key) else {
            return None;
        };
        let by_uid = || {
            let event = self.events.get(&id)?;
            self.by_uid.get(&(event.feed, event.uid.as_str(), key))
        };
        let exact = self.meetings.get(&(id, key));
        let exact = exact.map(|live| (Key::Event(id, key), *live));
        let other = || by_uid().or_else(|| self.single.get(&id)).copied();
        exact.or_else(other)
    }
}

/// What one's own block is now.
pub(crate) fn own(block: &Block, zones: &Zones, home: &Zone) -> Live {
    Live {
        span: block.span(zones, home),
        category: block.category,
        contingency: block.facets.contingency,
    }
}

/// What a meeting from outside is now.
pub(crate) fn meeting(event: &Event, span: Span) -> Live {
    Live {
        span,
        category: event.category,
        contingency: false,
    }
}
