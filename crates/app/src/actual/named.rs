//! What a person means by a word or a few: the key of a block, its UID, or its title on a day.

use super::as_planned::planned_in;
use super::right_now::after;
use crate::day::span_of_day;
use crate::messages::{Fault, FaultCode};
use crate::moment::Moment;
use crate::planner::Planner;
use crate::shown::Key;
use crate::words;
use chrono::NaiveDate;
use evenkeel_core::edit::series::Scope;

impl Planner {
    /// The block, occurrence or meeting that goes by a key, a UID or, on a logical day, a title;
    /// none where these are just words. Of several with the same title the one under way, else the
    /// nearest.
    pub fn named(
        &self,
        name: &str,
        day: NaiveDate,
        moment: &Moment,
    ) -> Result<Option<String>, Fault> {
        let name = name.trim();
        match Key::parse(name) {
            Some(Key::Event(..)) => return Ok(Some(name.into())),
            Some(Key::Block(handle)) => {
                let on = handle.at.is_none().then_some((day, None));
                let found = self.find_occurrence(name, on, Scope::This, moment)?;
                let found = found.ok_or_else(|| {
                    Fault::new(
                        FaultCode::Gone,
                        format!(
                            "No block is called \u{201c}{}\u{201d}.",
                            name.escape_debug()
                        ),
                        "keel agenda shows the keys of blocks.",
                    )
                })?;
                return Ok(Some(found.to_string()));
            }
            None => {}
        }
        if let Some(found) = self.find_block(name, moment)? {
            return Ok(Some(found.to_string()));
        }
        let lower = name.to_lowercase();
        let scene = self.scene_of(day..after(day), moment)?;
        let within = span_of_day(day, &scene);
        let planned = planned_in(&scene, within, &self.zones);
        let called = planned
            .into_iter()
            .filter(|one| one.subject.title.trim().to_lowercase() == lower);
        let nearest = called.min_by_key(|one| match moment.now < one.span.end {
            true => moment.now.seconds_until(one.span.start).max(0),
            false => one.span.end.seconds_until(moment.now),
        });
        Ok(nearest.and_then(|one| one.subject.of))
    }

    /// What is planned right now, for a start without a word.
    pub fn planned_now(&self, moment: &Moment) -> Result<String, Fault> {
        let now = self.right_now(moment)?;
        match now.under_way {
            Some(one) => Ok(one.key),
            None => Err(words::actual::nothing_under_way(now.next.as_ref())),
        }
    }
}
