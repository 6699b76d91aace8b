//! Boundaries: read, set, and what new days off find standing on them.

use crate::labels;
use crate::messages::{Fault, Outcome, Range};
use crate::moment::Moment;
use crate::planner::Planner;
use crate::scene::Scene;
use chrono::{Days, NaiveDate};
use evenkeel_core::boundary::{Boundaries, DayOff};
use evenkeel_core::text;
use evenkeel_core::time::{Span, days};
use evenkeel_core::week::Week;
use evenkeel_store::Tx;
use std::collections::BTreeSet;

/// Days off further away than this are not looked at for what stands on them.
const LOOK_DAYS: i64 = 400;

impl Planner {
    /// All boundaries.
    pub fn boundaries(&self) -> Result<Boundaries, Fault> {
        Ok(self.store.read(|view| view.boundaries())?)
    }

    pub(crate) fn set_boundaries(
        &self,
        boundaries: Boundaries,
        seen: &Range,
        moment: &Moment,
    ) -> Result<Outcome, Fault> {
        let boundaries = tidied(boundaries);
        boundaries.check()?;
        let mut said = "Boundaries saved.".to_string();
        let outcome = self.write("change boundaries", "", seen, moment, |tx| {
            let before = tx.boundaries()?;
            let new = boundaries.days_off.iter();
            let new: Vec<&DayOff> = new.filter(|off| !before.days_off.contains(off)).collect();
            said.extend(self.standing_on(tx, &new, moment)?);
            Ok(tx.put_boundaries(boundaries)?)
        })?;
        Ok(outcome.told(said))
    }

    /// What stands on days that become days off, in one sentence; none where nothing does.
    fn standing_on(
        &self,
        tx: &mut Tx<'_>,
        off: &[&DayOff],
        moment: &Moment,
    ) -> Result<Option<String>, Fault> {
        let near: Vec<NaiveDate> = off
            .iter()
            .filter(|off| (off.until - off.from).num_days() <= LOOK_DAYS)
            .flat_map(|off| days(off.from, off.until))
            .collect();
        let (Some(first), Some(last)) = (near.iter().min(), near.iter().max()) else {
            return Ok(None);
        };
        if LOOK_DAYS < (*last - *first).num_days() {
            return Ok(None);
        }
        let after = last.checked_add_days(Days::new(1)).unwrap_or(*last);
        let scene = Scene::load(tx, &[*first..after], &self.zones, moment)?;
        let logical: Vec<Span> = near
            .iter()
            .filter_map(|day| {
                let week = Week::new(*day, scene.day_start(), &scene.home);
                week.days().next().map(|(_, span)| span)
            })
            .collect();
        let standing: Vec<Span> = scene
            .blocks
            .iter()
            .filter(|block| block.category.is_work())
            .map(|block| block.span(&self.zones, &scene.home))
            .filter(|span| logical.iter().any(|day| day.overlaps(*span)))
            .collect();
        if standing.is_empty() {
            return Ok(None);
        }
        let minutes: i64 = standing.iter().map(|span| span.seconds() / 60).sum();
        let weeks: BTreeSet<NaiveDate> = near
            .iter()
            .map(|day| scene.settings.week_of(*day))
            .collect();
        let committed = self.committed_among(tx, &weeks)?;
        Ok(Some(sentence(standing.len(), minutes as u32, committed)))
    }

    /// How many of these weeks are committed.
    fn committed_among(
        &self,
        tx: &mut Tx<'_>,
        weeks: &BTreeSet<NaiveDate>,
    ) -> Result<usize, Fault> {
        let (Some(first), Some(last)) = (weeks.first(), weeks.last()) else {
            return Ok(0);
        };
        let after = last.checked_add_days(Days::new(1)).unwrap_or(*last);
        let commitments = tx.commitments(*first, after)?;
        let held = commitments.iter().filter(|one| one.withdrawn.is_none());
        let held: BTreeSet<NaiveDate> = held.map(|one| one.week).collect();
        Ok(held.intersection(weeks).count())
    }
}

fn sentence(blocks: usize, minutes: u32, committed: usize) -> String {
    let (stand, stay) = match blocks {
        1 => ("stands", "it stays until you move it"),
        _ => ("stand", "they stay until you move them"),
    };
    let time = text::duration(minutes);
    let where_to = match committed {
        0 => String::new(),
        1 => ", in a week you committed".into(),
        weeks => format!(", in {weeks} weeks you committed"),
    };
    let blocks = labels::count(blocks, "block");
    format!(" {blocks} ({time}) {stand} on these days{where_to}; {stay}.")
}

/// Names without spaces around them, days off by date; rules and limits as they were given.
fn tidied(boundaries: Boundaries) -> Boundaries {
    let mut tidied = boundaries;
    for off in &mut tidied.days_off {
        off.name = off.name.trim().to_string();
    }
    tidied
        .limits
        .retain(|limit| limit.least.is_some() || limit.most.is_some());
    tidied
}
