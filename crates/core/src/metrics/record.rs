//! What is known of a week: what was planned, what was committed, what happened.

use crate::metrics::{Neighbours, Reason, Rules};
use crate::stretch::Stretch;
use crate::time::{Instant, Span, Zone};
use crate::week::Week;
use std::collections::BTreeMap;

/// A week to be measured.
#[derive(Clone, Debug)]
pub struct Record {
    /// Its seven logical days.
    pub week: Week,
    /// The zone its hours are meant in.
    pub home: Zone,
    /// What is wanted, and where the lines are drawn.
    pub rules: Rules,
    /// Now, in a running week: nothing later is looked at. `None` when the week is over.
    pub until: Option<Instant>,
    /// The live plan.
    pub planned: Vec<Planned>,
    /// What happened.
    pub actual: Vec<Entry>,
    /// The plan as it was when the week was committed; `None` when it never was.
    pub committed: Option<Vec<Planned>>,
    /// Why committed blocks changed, by id.
    pub reasons: BTreeMap<String, Reason>,
    /// What is known of the weeks before and after.
    pub neighbours: Neighbours,
    /// When each of the seven days was closed by the person: work after that is after hours.
    pub closed: [Option<Instant>; 7],
}

/// A block of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    /// When, and what kind of time.
    pub stretch: Stretch,
    /// Its identity, the same in the live plan and in the commitment.
    pub id: Option<String>,
    /// What it is tagged with, such as `exercise`.
    pub tags: Vec<String>,
    /// How much of it is leading rather than managing, percent.
    pub lead_pct: Option<u8>,
    /// Whether its time is to be kept free of other things.
    pub protected: bool,
    /// Whether the person called it done.
    pub ticked: bool,
    /// Whether it holds time for what nobody planned: it is neither kept nor missed.
    pub contingency: bool,
}

/// What really happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// When, and what kind of time.
    pub stretch: Stretch,
    /// What it is tagged with.
    pub tags: Vec<String>,
    /// How much of it was leading rather than managing, percent.
    pub lead_pct: Option<u8>,
}

impl Planned {
    /// A plain block.
    pub fn new(stretch: Stretch) -> Planned {
        Planned {
            stretch,
            id: None,
            tags: Vec::new(),
            lead_pct: None,
            protected: false,
            ticked: false,
            contingency: false,
        }
    }
}

impl Entry {
    /// A plain entry.
    pub fn new(stretch: Stretch) -> Entry {
        Entry {
            stretch,
            tags: Vec::new(),
            lead_pct: None,
        }
    }
}

impl Record {
    /// A week in which nothing was planned and nothing happened.
    pub fn empty(week: Week, home: Zone, rules: Rules) -> Record {
        Record {
            week,
            home,
            rules,
            until: None,
            planned: Vec::new(),
            actual: Vec::new(),
            committed: None,
            reasons: BTreeMap::new(),
            neighbours: Neighbours::default(),
            closed: [None; 7],
        }
    }

    /// The time that is measured: the week, up to now.
    pub fn within(&self) -> Span {
        let Span { start, end } = self.week.span();
        Span::new(start, self.until.map_or(end, |until| end.min(until)))
    }
}

/// Blocks cut to a span; what lies outside falls away.
pub(super) fn blocks_within(blocks: &[Planned], within: Span) -> Vec<Planned> {
    let cut = blocks.iter().filter_map(|block| {
        Some(Planned {
            stretch: stretch_within(block.stretch, within)?,
            ..block.clone()
        })
    });
    cut.collect()
}

/// Entries cut to a span; what lies outside falls away.
pub(super) fn entries_within(entries: &[Entry], within: Span) -> Vec<Entry> {
    let cut = entries.iter().filter_map(|entry| {
        Some(Entry {
            stretch: stretch_within(entry.stretch, within)?,
            ..entry.clone()
        })
    });
    cut.collect()
}

fn stretch_within(stretch: Stretch, within: Span) -> Option<Stretch> {
    let span = stretch.span.intersection(within);
    (0 < span.seconds()).then_some(Stretch { span, ..stretch })
}
