//! "It happened as planned": the plan becomes entries where nothing else is recorded.

use super::keep;
use super::right_now::after;
use super::subject::{of_block, of_event};
use crate::day::span_of_day;
use crate::labels;
use crate::messages::{AsPlanned, Fault, Outcome, Range};
use crate::moment::Moment;
use crate::planner::Planner;
use crate::scene::Scene;
use crate::shown::Key;
use crate::words;
use evenkeel_core::actual::Phase;
use evenkeel_core::actual::confirm::{Planned, confirm};
use evenkeel_core::actual::elapsed::elapsed;
use evenkeel_core::time::{Span, Zone, Zones};
use evenkeel_store::{Tx, View};

impl Planner {
    /// Confirms what was planned, as far as it is over; a block under way counts up to now. It takes
    /// no time from what is recorded, nor from what is being recorded.
    pub(super) fn as_planned(
        &self,
        which: &AsPlanned,
        seen: &Range,
        moment: &Moment,
    ) -> Result<Outcome, Fault> {
        let label = match which {
            AsPlanned::These { keys } => self.store.read(|view| {
                let home = moment.home(&view.settings()?, &self.zones);
                let planned = self.these(view, keys, &home)?;
                Ok::<_, Fault>(labels::actual::confirm(&planned))
            })?,
            AsPlanned::Day { day } => format!("confirm {}", labels::actual::day(*day)),
            AsPlanned::RestOfDay { day } => {
                format!("confirm the rest of {}", labels::actual::day(*day))
            }
        };
        self.write_actual(&label, seen, moment, |tx| {
            let home = moment.home(&tx.settings()?, &self.zones);
            let planned = self.to_confirm(tx, which, moment, &home)?;
            let taken = taken(tx, &planned, moment)?;
            let zone = home.name();
            let confirmed =
                keep::with_ids(tx, |next| confirm(&planned, &taken, moment.now, zone, next))?;
            if confirmed.begun == 0 {
                return Err(words::actual::not_begun());
            }
            if confirmed.entries.is_empty() {
                return Err(words::actual::all_recorded());
            }
            for entry in &confirmed.entries {
                tx.put_entry(entry.clone())?;
            }
            Ok(labels::actual::confirmed(&confirmed))
        })
    }

    fn to_confirm(
        &self,
        tx: &Tx<'_>,
        which: &AsPlanned,
        moment: &Moment,
        home: &Zone,
    ) -> Result<Vec<Planned>, Fault> {
        let (day, rest) = match which {
            AsPlanned::These { keys } => return self.these(tx, keys, home),
            AsPlanned::Day { day } => (*day, false),
            AsPlanned::RestOfDay { day } => (*day, true),
        };
        let scene = self.scene_in(tx, std::slice::from_ref(&(day..after(day))), moment)?;
        let within = span_of_day(day, &scene);
        let mut planned = planned_in(&scene, within, &self.zones);
        if planned.is_empty() {
            return Err(words::actual::nothing_planned(day));
        }
        if rest {
            let entries = tx.entries_between(within)?;
            let last = entries.iter().map(|entry| entry.span.end).max();
            let from = last.unwrap_or(within.start);
            planned.retain(|one| from < one.span.end);
            for one in &mut planned {
                one.span.start = one.span.start.max(from);
            }
            if planned.is_empty() {
                return Err(words::actual::nothing_after(home.wall(from)));
            }
        }
        Ok(planned)
    }

    /// What was planned under these keys.
    fn these(&self, view: &View<'_>, keys: &[String], home: &Zone) -> Result<Vec<Planned>, Fault> {
        if keys.is_empty() {
            return Err(words::actual::no_block_selected());
        }
        let planned = |key: &String| self.planned(view, key, home);
        keys.iter().map(planned).collect()
    }
}

/// What was planned to begin in a stretch of time and takes time, by start.
pub(crate) fn planned_in(scene: &Scene, within: Span, zones: &Zones) -> Vec<Planned> {
    let own = scene
        .blocks
        .iter()
        .map(|block| of_block(block, zones, &scene.home));
    let imported = scene.counted().map(|(event, occurrence)| {
        let key = Key::Event(event.id, occurrence.key).to_string();
        of_event(event, key, occurrence.span)
    });
    let begins = |one: &Planned| {
        let start = one.span.start;
        within.start <= start && start < within.end && 0 < one.span.seconds()
    };
    let mut planned: Vec<Planned> = own.chain(imported).filter(begins).collect();
    planned.sort_by_key(|one| (one.span.start, one.span.end));
    planned
}

/// What is recorded already, or is being recorded.
fn taken(tx: &Tx<'_>, planned: &[Planned], moment: &Moment) -> Result<Vec<Span>, Fault> {
    let start = planned.iter().map(|one| one.span.start).min();
    let end = planned.iter().map(|one| one.span.end).max();
    let (Some(start), Some(end)) = (start, end) else {
        return Ok(Vec::new());
    };
    let entries = tx.entries_between(Span::new(start, end))?;
    let mut taken: Vec<Span> = entries.iter().map(|entry| entry.span).collect();
    let running = tx.running()?.filter(|running| running.phase == Phase::Work);
    let told = running.and_then(|running| elapsed(&running.since, &moment.mark()).span());
    taken.extend(told);
    Ok(taken)
}
