//! A series in two: what comes before one of its times, and what comes from there on. Together they
//! take place exactly when the whole did.

use super::series::Series;
use super::text::{Part, with};
use crate::event::Recurrence;
use crate::recur::{Frequency, Rule, keys};
use chrono::{NaiveDateTime, TimeDelta};

impl Series {
    /// What comes before `key`; nothing where the series begins there. A COUNT becomes an UNTIL.
    pub fn cut_before(&self, key: NaiveDateTime) -> Option<Series> {
        if key <= self.start {
            return None;
        }
        let old = &self.recurrence;
        let rule = match self.rule() {
            Some(rule) if keys::first_from(&rule, self.start, key).is_some() => {
                let until = self.last_second_before(&rule, key);
                old.rule
                    .as_deref()
                    .map(|text| with(text, &[Part::Count, Part::Until], Some(until)))
            }
            _ => old.rule.clone(),
        };
        Some(Series {
            start: self.start,
            recurrence: Recurrence {
                rule,
                ..part(old, |wall| wall < key, |day| NaiveDateTime::from(day) < key)
            }
            .counted(self.start),
        })
    }

    /// What comes from `key` on; nothing where nothing does. A COUNT loses what came before.
    pub fn rest_from(&self, key: NaiveDateTime) -> Option<Series> {
        if key <= self.start {
            return Some(self.clone());
        }
        let old = &self.recurrence;
        let mut rest = part(
            old,
            |wall| key <= wall,
            |day| key <= day.and_time(super::last_second()),
        );
        let rule = self.rule();
        let first = rule
            .as_ref()
            .and_then(|rule| keys::first_from(rule, self.start, key));
        let start = match (rule, first) {
            (Some(rule), Some(first)) => {
                rest.rule = match (rule.count, old.rule.as_deref()) {
                    (Some(count), Some(text)) => {
                        let before = keys::count_before(&rule, self.start, first)?;
                        let left = count.saturating_sub(before).max(1);
                        Some(with(text, &[Part::Count], Some(format!("COUNT={left}"))))
                    }
                    (_, text) => text.map(str::to_string),
                };
                first
            }
            _ => {
                rest.rule = None;
                rest.extra.sort_unstable();
                rest.extra.first()?.0
            }
        };
        Some(Series {
            start,
            recurrence: rest.counted(start),
        })
    }

    /// UNTIL for what lies before `key`: the end of a day where the rule gives one time a day, so
    /// that it reads well.
    fn last_second_before(&self, rule: &Rule, key: NaiveDateTime) -> String {
        let once_a_day = Frequency::Daily <= rule.frequency
            && rule.by_hour.is_empty()
            && rule.by_minute.is_empty()
            && rule.by_second.is_empty();
        let last = match key.date().pred_opt() {
            Some(day) if once_a_day && key.time() <= self.start.time() => {
                day.and_time(super::last_second())
            }
            _ => key - TimeDelta::seconds(1),
        };
        format!("UNTIL={}", last.format("%Y%m%dT%H%M%S"))
    }
}

/// Exceptions and further times on one side of a cut.
fn part(
    old: &Recurrence,
    wall: impl Fn(NaiveDateTime) -> bool,
    day: impl Fn(chrono::NaiveDate) -> bool,
) -> Recurrence {
    Recurrence {
        rule: None,
        last: None,
        extra: old
            .extra
            .iter()
            .copied()
            .filter(|(start, _)| wall(*start))
            .collect(),
        except: old
            .except
            .iter()
            .copied()
            .filter(|key| wall(*key))
            .collect(),
        except_days: old
            .except_days
            .iter()
            .copied()
            .filter(|one| day(*one))
            .collect(),
    }
}
