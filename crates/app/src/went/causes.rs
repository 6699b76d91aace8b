//! What took the place of planned time, named as a person knows it.

use super::load::{Known, is_meeting};
use super::told::whole;
use crate::labels;
use crate::messages::{Cause, DisplacedLine};
use evenkeel_core::actual::{Entry, EntryId};
use evenkeel_core::category::Category;
use evenkeel_core::metrics::{By, Missed, Part, ledger};
use evenkeel_core::text::{duration, label};
use evenkeel_core::time::Instant;
use std::rc::Rc;

/// What the causes are named by.
pub(super) struct Causes<'k> {
    pub(super) known: &'k Known,
    /// What came up, and what it was called.
    pub(super) came_up: &'k [(Instant, &'k str)],
}

/// A cause: what is alike in all of this is one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Named {
    cause: Cause,
    category: Option<Category>,
    /// As it is compared.
    name: String,
}

/// What displaced a category, most first, in whole minutes that add up.
pub(super) fn by_cause(
    causes: &Causes<'_>,
    missed: &[Missed],
    category: Category,
) -> Vec<DisplacedLine> {
    let (mut sum, mut told) = (0, 0);
    let ledger = ledger(missed, category, |by| causes.named(by));
    let lines = ledger.into_iter().filter_map(|(named, seconds)| {
        sum += seconds;
        let upto = whole(sum as f64 / 60.0);
        let minutes = upto - told;
        told = upto;
        causes.line(&named, minutes, missed, category)
    });
    lines.collect()
}

impl Causes<'_> {
    fn line(
        &self,
        named: &Named,
        minutes: u32,
        missed: &[Missed],
        category: Category,
    ) -> Option<DisplacedLine> {
        let all = missed.iter().filter(|one| one.category == category);
        let mut places = all.flat_map(|one| one.parts.iter().map(move |part| (one, part)));
        let mut places = places
            .by_ref()
            .filter(|(_, part)| self.named(part.by) == *named);
        let (first, part) = places.next()?;
        let times = 1 + places.count();
        Some(DisplacedLine {
            cause: named.cause,
            title: self.title(part.by),
            category: named.category,
            minutes,
            words: match times {
                1 => duration(minutes),
                times => format!("{}, {times} times", duration(minutes)),
            },
            key: self
                .known
                .plan
                .get(first.of)
                .map(|named| named.key.clone())
                .unwrap_or_default(),
            entry: self.entry(part.by).map(|entry| entry.id).filter(is_stored),
            at: self.known.record.home.wall(part.span.start),
        })
    }

    /// "Incident review 30 min, nothing recorded 15 min".
    pub(super) fn in_words(&self, parts: &[Part]) -> String {
        let mut each: Vec<(String, i64)> = Vec::new();
        for part in parts {
            let title = self.title(part.by);
            match each.iter_mut().find(|(known, _)| *known == title) {
                Some((_, seconds)) => *seconds += part.span.seconds(),
                None => each.push((title, part.span.seconds())),
            }
        }
        let words = |(title, seconds): &(String, i64)| {
            format!("{title} {}", duration(whole(*seconds as f64 / 60.0)))
        };
        each.iter().map(words).collect::<Vec<_>>().join(", ")
    }

    /// The first entry of some parts.
    pub(super) fn first_entry(&self, parts: &[Part]) -> Option<EntryId> {
        let entries = parts.iter().filter_map(|part| self.entry(part.by));
        entries.map(|entry| entry.id).find(is_stored)
    }

    fn named(&self, by: By) -> Named {
        let entry = self.entry(by);
        Named {
            cause: match (by, entry) {
                (By::Entry(_), Some(entry)) if is_meeting(entry) => Cause::Meeting,
                (By::Entry(_), _) => Cause::Entry,
                (By::Noted(_), _) => Cause::Interruption,
                (By::Nothing, _) => Cause::Nothing,
            },
            category: entry.map(|entry| entry.subject.category),
            name: self.title(by).trim().to_lowercase(),
        }
    }

    fn title(&self, by: By) -> String {
        let word = |note: usize| self.came_up.get(note).map(|(_, word)| *word);
        match (by, self.entry(by)) {
            (By::Entry(_), Some(entry)) => match entry.subject.title.trim() {
                "" => label(entry.subject.category).into(),
                title => title.into(),
            },
            (By::Noted(note), _) => labels::title(word(note).unwrap_or_default()).into(),
            _ => "Nothing recorded".into(),
        }
    }

    fn entry(&self, by: By) -> Option<&Entry> {
        match by {
            By::Entry(place) => self.known.entries.get(place).map(Rc::as_ref),
            _ => None,
        }
    }
}

/// What is going on has no id yet.
fn is_stored(id: &EntryId) -> bool {
    0 < id.0
}
