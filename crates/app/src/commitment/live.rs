//! What committed blocks and meetings are now, in one state of some days.

use super::shifted::shifted;
use crate::scene::Scene;
use crate::shown::Key;
use chrono::NaiveDateTime;
use evenkeel_core::block::Block;
use evenkeel_core::commitment::{Committed, Live, other_names};
use evenkeel_core::event::{Event, EventId, FeedId};
use evenkeel_core::handle::Handle;
use evenkeel_core::time::{Span, Zone, Zones};
use std::collections::HashMap;

/// What stands now, by the names a commitment may know it by.
pub(super) struct Now<'s> {
    own: HashMap<Handle, Live>,
    blocks: &'s [Block],
    /// One's own meetings from outside: by occurrence, by the name files know the occurrence by, and
    /// single ones by themselves, since their key is their time.
    meetings: HashMap<(EventId, NaiveDateTime), Live>,
    by_uid: HashMap<(FeedId, &'s str, NaiveDateTime), Live>,
    single: HashMap<EventId, Live>,
    events: HashMap<EventId, &'s Event>,
}

impl<'s> Now<'s> {
    pub(super) fn of(scene: &'s Scene, blocks: &'s [Block], zones: &Zones) -> Now<'s> {
        let mut now = Now {
            own: blocks
                .iter()
                .map(|block| (block.handle(), own(block, zones, &scene.home)))
                .collect(),
            blocks,
            meetings: HashMap::new(),
            by_uid: HashMap::new(),
            single: HashMap::new(),
            events: scene.events().map(|event| (event.id, event)).collect(),
        };
        for (event, occurrence) in scene.counted() {
            let live = meeting(event, occurrence.span);
            now.meetings.insert((event.id, occurrence.key), live);
            let name = (event.feed, event.uid.as_str(), occurrence.key);
            now.by_uid.insert(name, live);
            if event.recurrence.is_none() && event.recurrence_id.is_none() {
                now.single.insert(event.id, live);
            }
        }
        now
    }

    pub(super) fn find(&self, of: &Committed, planned: &[Committed]) -> Option<Live> {
        if let Some(block) = &of.block {
            let by = |handle: Handle| self.own.get(&handle).copied();
            let named = by(block.handle()).or_else(|| by(other_names(block)?));
            return named.or_else(|| by(shifted(block, planned, self.blocks)?.handle()));
        }
        let Some(Key::Event(id, key)) = Key::parse(&of.key) else {
            return None;
        };
        let by_uid = || {
            let event = self.events.get(&id)?;
            self.by_uid.get(&(event.feed, event.uid.as_str(), key))
        };
        let exact = self.meetings.get(&(id, key));
        let found = exact.or_else(by_uid).or_else(|| self.single.get(&id));
        found.copied()
    }
}

/// What one's own block is now.
pub(super) fn own(block: &Block, zones: &Zones, home: &Zone) -> Live {
    Live {
        span: block.span(zones, home),
        category: block.category,
        contingency: block.facets.contingency,
    }
}

fn meeting(event: &Event, span: Span) -> Live {
    Live {
        span,
        category: event.category,
        contingency: false,
    }
}
