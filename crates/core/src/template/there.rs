//! What stands already in the days a template is laid over, asked for by what it is and by when.

use super::place::Place;
use super::{Fate, Ground, Piece};
use crate::category::Category;
use crate::time::Span;
use chrono::{Datelike, NaiveDateTime, Timelike, Weekday};
use std::collections::HashMap;

/// What stands in the days already.
pub(super) struct There {
    /// Own blocks and meetings by what they are; each answers for one piece only.
    same: HashMap<(String, Category, Span), usize>,
    /// Series by what they are called, with weekday and minute of their start.
    series: Vec<(String, Category, Weekday, u32)>,
    /// Everything that takes time, by start.
    taken: Vec<(Span, String)>,
}

impl There {
    pub(super) fn of(ground: &Ground) -> There {
        let plan = ground.plan;
        let own = plan.blocks.iter().map(|block| {
            let span = block.span(plan.zones, plan.home);
            (span, block.title.as_str(), block.category)
        });
        let meetings = ground
            .meetings
            .iter()
            .map(|meeting| (meeting.span, meeting.title.as_str(), meeting.category));
        let (mut same, mut taken) = (HashMap::new(), Vec::new());
        for (span, title, category) in own.chain(meetings) {
            *same.entry((called(title), category, span)).or_insert(0) += 1;
            taken.push((span, title.to_string()));
        }
        taken.sort();
        let series = ground.series.iter().map(|series| {
            let (day, minute) = (series.start.weekday(), minute_of(series.start));
            (called(&series.title), series.category, day, minute)
        });
        There {
            same,
            series: series.collect(),
            taken,
        }
    }

    /// Whether a piece is there; what answers for it answers for no other.
    pub(super) fn take(&mut self, piece: &Piece, place: &Place) -> Option<Fate> {
        let title = called(&piece.title);
        if piece.rule.is_some() {
            let (day, minute) = (place.start.weekday(), minute_of(place.start));
            let alike =
                |one: &(String, Category, Weekday, u32)| one.0 == title && one.1 == piece.category;
            let exact = self
                .series
                .iter()
                .position(|one| alike(one) && one.2 == day && one.3 == minute);
            let found = exact.or_else(|| self.series.iter().position(alike));
            return found.map(|at| {
                self.series.swap_remove(at);
                Fate::SeriesThere
            });
        }
        let left = self.same.get_mut(&(title, piece.category, place.span))?;
        *left = left.checked_sub(1)?;
        Some(Fate::There)
    }

    /// What takes time in a span, by start.
    pub(super) fn taken_in(&self, span: Span) -> impl Iterator<Item = &(Span, String)> {
        let until = self.taken.partition_point(|(one, _)| one.start < span.end);
        self.taken[..until]
            .iter()
            .filter(move |(one, _)| one.overlaps(span))
    }
}

/// A title as it is compared.
fn called(title: &str) -> String {
    title.trim().to_lowercase()
}

fn minute_of(wall: NaiveDateTime) -> u32 {
    wall.hour() * 60 + wall.minute()
}
