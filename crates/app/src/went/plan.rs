//! What takes time in each of several weeks, found in one walk over the plan.

use crate::commitment::live;
use crate::scene::Scene;
use crate::shown::Key;
use evenkeel_core::block::Block;
use evenkeel_core::commitment::{Committed, EndedWeek, Live, entry};
use evenkeel_core::event::Event;
use evenkeel_core::facets::Facets;
use evenkeel_core::recur::Occurrence;
use evenkeel_core::time::{Span, Zone, Zones};
use evenkeel_core::week::Week;

/// One thing that takes time.
#[derive(Clone, Copy)]
pub(crate) enum Takes<'s> {
    /// One's own block.
    Own(&'s Block, Live),
    /// A meeting from outside.
    Meeting(&'s Event, &'s Occurrence),
}

/// What takes time in each of some weeks that follow each other in time, by start. What reaches into
/// two is in both.
pub(crate) fn by_week<'s>(scene: &'s Scene, weeks: &[Week], zones: &Zones) -> Vec<Vec<Takes<'s>>> {
    let mut found: Vec<Vec<Takes<'s>>> = weeks.iter().map(|_| Vec::new()).collect();
    let own = scene
        .blocks
        .iter()
        .map(|block| Takes::Own(block, live::own(block, zones, &scene.home)));
    let meetings = scene
        .counted()
        .map(|(event, occurrence)| Takes::Meeting(event, occurrence));
    for takes in own.chain(meetings) {
        for week in touched(takes.span(), weeks) {
            found[week].push(takes);
        }
    }
    for week in &mut found {
        week.sort_by_cached_key(|takes| (takes.span(), takes.key()));
    }
    found
}

/// The weeks, by their place, that some time lies in.
pub(crate) fn touched(span: Span, weeks: &[Week]) -> std::ops::Range<usize> {
    let from = weeks.partition_point(|week| week.span().end <= span.start);
    let until = weeks.partition_point(|week| week.span().start < span.end);
    match 0 < span.seconds() {
        true => from..until.max(from),
        false => from..from,
    }
}

impl Takes<'_> {
    pub(crate) fn span(&self) -> Span {
        match self {
            Takes::Own(_, live) => live.span,
            Takes::Meeting(_, occurrence) => occurrence.span,
        }
    }

    pub(crate) fn key(&self) -> Key {
        match self {
            Takes::Own(block, _) => Key::Block(block.handle()),
            Takes::Meeting(event, occurrence) => Key::Event(event.id, occurrence.key),
        }
    }

    /// As it is kept when its week is over.
    fn kept(&self, zones: &Zones, home: &Zone) -> Committed {
        match self {
            Takes::Own(block, _) => entry(block, zones, home),
            Takes::Meeting(event, occurrence) => Committed {
                key: self.key().to_string(),
                title: event.title.clone(),
                category: event.category,
                span: occurrence.span,
                facets: Facets {
                    meeting: !event.organizer.is_empty(),
                    ..Facets::default()
                },
                block: None,
            },
        }
    }
}

/// The plan of a week as it is kept when that is over.
pub(crate) fn ended(week: &Week, takes: &[Takes<'_>], zones: &Zones, home: &Zone) -> EndedWeek {
    EndedWeek {
        week: week.first(),
        planned: takes.iter().map(|takes| takes.kept(zones, home)).collect(),
    }
}
