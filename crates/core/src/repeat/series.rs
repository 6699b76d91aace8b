//! When a series takes place, as far as editing it goes: its first time and how it comes round.
//! It knows neither what takes place nor the times its single occurrences were moved to.

use crate::event::Recurrence;
use crate::recur::{Rule, keys};
use chrono::NaiveDateTime;

/// The times of a series, in wall time of its zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// Its first time, which counts whether or not the rule names it.
    pub start: NaiveDateTime,
    /// How it comes round.
    pub recurrence: Recurrence,
}

impl Series {
    /// A series that repeats by a rule, without exceptions.
    pub fn new(start: NaiveDateTime, rule: String) -> Series {
        Series {
            start,
            recurrence: Recurrence {
                rule: Some(rule),
                ..Recurrence::default()
            }
            .counted(start),
        }
    }

    /// Its next times from a wall time on, at most `most`, exceptions left out.
    pub fn next(&self, from: NaiveDateTime, most: usize) -> Vec<NaiveDateTime> {
        let mut found = Vec::new();
        for window in keys::windows(from.max(self.first_of_all())) {
            if most <= found.len() || self.ends_before(window.start) {
                break;
            }
            found.extend(keys::starts(self.start, &self.recurrence, window));
        }
        found.truncate(most);
        found
    }

    /// Whether it takes place at a time, exceptions left out.
    pub fn holds(&self, key: NaiveDateTime) -> bool {
        let window = key..key + chrono::TimeDelta::seconds(1);
        keys::starts(self.start, &self.recurrence, window).contains(&key)
    }

    /// Whether it would take place at a time if nothing were left out.
    pub fn names(&self, key: NaiveDateTime) -> bool {
        let window = key..key + chrono::TimeDelta::seconds(1);
        keys::named(self.start, &self.recurrence, window).contains(&key)
    }

    /// The first time it takes place, exceptions left out; none for a series with nothing left.
    pub fn first(&self) -> Option<NaiveDateTime> {
        self.next(NaiveDateTime::MIN, 1).first().copied()
    }

    fn first_of_all(&self) -> NaiveDateTime {
        let further = self.recurrence.extra.iter().map(|(start, _)| *start);
        further.chain([self.start]).min().unwrap_or(self.start)
    }

    /// Whether nothing can come from a wall time on.
    fn ends_before(&self, from: NaiveDateTime) -> bool {
        let rule = self.rule();
        let ruled = match &rule {
            None => self.start < from,
            Some(rule) => {
                let until = rule.until.map(crate::recur::Until::wall);
                let last = until.into_iter().chain(self.recurrence.last).min();
                last.is_some_and(|last| last < from)
            }
        };
        let further = &self.recurrence.extra;
        ruled && further.iter().all(|(start, _)| *start < from)
    }

    /// Its rule, where it has one that can be read.
    pub(crate) fn rule(&self) -> Option<Rule> {
        Rule::parse(self.recurrence.rule.as_deref()?).ok()
    }
}

impl Recurrence {
    /// The same with the end of its COUNT worked out, for a series whose first time is `start`.
    pub fn counted(self, start: NaiveDateTime) -> Recurrence {
        let rule = self.rule.as_deref().and_then(|rule| Rule::parse(rule).ok());
        Recurrence {
            last: rule.and_then(|rule| keys::last_of(&rule, start)),
            ..self
        }
    }
}
