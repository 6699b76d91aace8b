//! Before and after as a value: undo record, event for other windows and sync journal at once.

use evenkeel_core::block::Block;
use evenkeel_core::event::{Event, Feed};
use evenkeel_core::rule::Rule;
use evenkeel_core::settings::Settings;
use evenkeel_core::target::Target;

/// What one transaction did to one record. Never equal on both sides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diff<T> {
    /// The record before; `None` when it is new.
    pub before: Option<T>,
    /// The record after; `None` when it was removed.
    pub after: Option<T>,
}

/// What one transaction did, by kind of record, each in the order of the ids.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diffs {
    /// Blocks.
    pub blocks: Vec<Diff<Block>>,
    /// Events of outside calendars, complete with notes and raw text.
    pub events: Vec<Diff<Event>>,
    /// Outside calendars.
    pub feeds: Vec<Diff<Feed>>,
    /// Category rules.
    pub rules: Vec<Diff<Rule>>,
    /// Targets.
    pub targets: Vec<Diff<Target>>,
    /// Settings; at most one.
    pub settings: Vec<Diff<Settings>>,
}

impl Diffs {
    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many records changed.
    pub fn len(&self) -> usize {
        self.blocks.len()
            + self.events.len()
            + self.feeds.len()
            + self.rules.len()
            + self.targets.len()
            + self.settings.len()
    }
}
