//! A week is committed, or its commitment is withdrawn. What was committed stays on record.

use crate::labels;
use crate::messages::{Fault, Outcome, Range};
use crate::moment::Moment;
use crate::outcome::Saved;
use crate::planner::Planner;
use crate::scene::Scene;
use crate::shown::Key;
use crate::words::commitment as words;
use chrono::{Days, NaiveDate};
use evenkeel_core::block::Block;
use evenkeel_core::commitment::{Commitment, Committed, snapshot, standing};
use evenkeel_core::facets::Facets;
use evenkeel_core::time::Zones;
use evenkeel_store::{Error, View};

impl Planner {
    /// Commits the week that holds a day as it is now. A commitment that stood is withdrawn.
    pub(crate) fn commit_week(
        &self,
        day: NaiveDate,
        seen: &Range,
        moment: &Moment,
    ) -> Result<Outcome, Fault> {
        let label = "commit the week";
        let written = self.transact(label, moment, |tx| {
            let first = tx.settings()?.week_of(day);
            let after = first.checked_add_days(Days::new(7)).unwrap_or(first);
            let scene = self.scene_in(tx, &[first..after], moment)?;
            let week = scene.week_of(first);
            if week.span().end <= moment.now {
                return Err(words::week_over(first));
            }
            let planned = planned(&scene, &scene.blocks, first, &self.zones);
            if planned.is_empty() {
                return Err(words::nothing_to_commit(first));
            }
            let said = labels::committed(&planned);
            let before = of_week(tx, first)?;
            if let Some(stood) = standing(&before) {
                if same(&stood.planned, &planned) {
                    return Err(words::committed_already(first));
                }
                tx.put_commitment(withdrawn(stood, moment))?;
            }
            let id = tx.new_commitment_id()?;
            tx.put_commitment(Commitment {
                id,
                week: first,
                at: moment.now.0,
                withdrawn: None,
                planned,
            })?;
            Ok(said)
        })?;
        let saved = Saved {
            rev: written.rev,
            diffs: &written.diffs,
            before: None,
            main: None,
            said: written.value,
        };
        Ok(self.outcome(saved, seen)?)
    }

    /// Withdraws the commitment of the week that holds a day.
    pub(crate) fn uncommit_week(
        &self,
        day: NaiveDate,
        seen: &Range,
        moment: &Moment,
    ) -> Result<Outcome, Fault> {
        let label = "withdraw the commitment";
        let written = self.transact(label, moment, |tx| {
            let first = tx.settings()?.week_of(day);
            let all = of_week(tx, first)?;
            let stood = standing(&all).ok_or_else(|| words::not_committed(first))?;
            Ok(tx.put_commitment(withdrawn(stood, moment))?)
        })?;
        let saved = Saved {
            rev: written.rev,
            diffs: &written.diffs,
            before: None,
            main: None,
            said: "The week is not committed any more. What was committed stays on record.".into(),
        };
        Ok(self.outcome(saved, seen)?)
    }
}

/// All commitments of a week, withdrawn ones too, oldest first.
pub(super) fn of_week(view: &View<'_>, first: NaiveDate) -> Result<Vec<Commitment>, Error> {
    let after = first.checked_add_days(Days::new(1)).unwrap_or(first);
    view.commitments(first, after)
}

/// What a week would be committed to.
pub(crate) fn planned(
    scene: &Scene,
    blocks: &[Block],
    first: NaiveDate,
    zones: &Zones,
) -> Vec<Committed> {
    let meetings = scene.counted().map(|(event, occurrence)| Committed {
        key: Key::Event(event.id, occurrence.key).to_string(),
        title: event.title.clone(),
        category: event.category,
        span: occurrence.span,
        facets: Facets {
            meeting: true,
            ..Facets::default()
        },
        block: None,
    });
    let week = scene.week_of(first).span();
    snapshot(week, blocks, meetings.collect(), zones, &scene.home)
}

/// Whether two snapshots commit to the same.
fn same(one: &[Committed], other: &[Committed]) -> bool {
    let told = |of: &Committed| {
        let kept = (of.facets.contingency, of.facets.protected);
        (of.key.clone(), of.span, of.category, kept)
    };
    one.iter().map(told).eq(other.iter().map(told))
}

fn withdrawn(commitment: &Commitment, moment: &Moment) -> Commitment {
    Commitment {
        withdrawn: Some(moment.now.0),
        ..commitment.clone()
    }
}
