//! Setting, changing and removing a season.

use crate::labels;
use crate::messages::{Fault, Outcome, Range, SeasonDraft};
use crate::moment::Moment;
use crate::planner::Planner;
use crate::settings::wanted;
use chrono::NaiveDate;
use evenkeel_core::season::{Meeting, meetings};
use evenkeel_core::target::{Target, TargetId};
use evenkeel_store::View;

impl Planner {
    pub(crate) fn set_season(
        &self,
        draft: SeasonDraft,
        seen: &Range,
        moment: &Moment,
    ) -> Result<Outcome, Fault> {
        let today = moment.today(&self.home(moment)?);
        let mut said = String::new();
        let label = format!("add season {}", draft.name.trim());
        let outcome = self.write(&label, "", seen, moment, |tx| {
            let season = target(tx.new_target_id()?, &draft);
            season.check_season()?;
            said = format!("Season {} saved.", season.name);
            tx.put_target(season.clone())?;
            said.extend(overlap(&season, &wanted(tx)?, today));
            Ok(())
        })?;
        Ok(outcome.told(said))
    }

    pub(crate) fn edit_season(
        &self,
        id: TargetId,
        draft: SeasonDraft,
        seen: &Range,
        moment: &Moment,
    ) -> Result<Outcome, Fault> {
        let today = moment.today(&self.home(moment)?);
        let mut said = String::new();
        let before = self.store.read(|view| season(view, id))?;
        let label = format!("change season {}", before.name);
        let outcome = self.write(&label, "", seen, moment, |tx| {
            let before = season(tx, id)?;
            let season = target(id, &draft);
            season.check_season()?;
            said = format!("Season {} saved.", season.name);
            let dates = (before.from, before.until) != (season.from, season.until);
            tx.put_target(season.clone())?;
            if dates {
                said.extend(overlap(&season, &wanted(tx)?, today));
            }
            Ok(())
        })?;
        Ok(outcome.told(said))
    }

    pub(crate) fn remove_season(
        &self,
        id: TargetId,
        seen: &Range,
        moment: &Moment,
    ) -> Result<Outcome, Fault> {
        let name = self.store.read(|view| season(view, id))?.name;
        let label = format!("remove season {name}");
        let said = format!("Season {name} removed.");
        self.write(&label, &said, seen, moment, |tx| {
            season(tx, id)?;
            Ok(tx.remove_target(id)?)
        })
    }
}

/// The season of an id, or that it is gone.
fn season(view: &View<'_>, id: TargetId) -> Result<Target, Fault> {
    let targets = view.targets()?;
    let found = targets
        .into_iter()
        .find(|target| target.id == id && target.is_season());
    found.ok_or_else(|| Fault::gone("season"))
}

fn target(id: TargetId, draft: &SeasonDraft) -> Target {
    Target {
        id,
        from: Some(draft.from),
        until: draft.until,
        technical: draft.technical,
        management: draft.management,
        growth: draft.growth,
        week_minutes: draft.week_minutes,
        name: draft.name.trim().into(),
        lead: draft.lead,
        context: draft.context,
        preset: draft.preset.clone(),
    }
}

/// The first sentence about where a season meets another, with a space before it.
fn overlap(season: &Target, targets: &[Target], today: NaiveDate) -> Option<String> {
    let meets = meets(season, targets, today);
    Some(format!(" {}", meets.into_iter().next()?))
}

/// Where other seasons meet one and which of the two counts there.
pub(super) fn meets(season: &Target, targets: &[Target], today: NaiveDate) -> Vec<String> {
    meetings(targets, season)
        .iter()
        .filter(|meeting| meeting.other.is_season())
        .map(|meeting| sentence(meeting, season, today))
        .collect()
}

fn sentence(meeting: &Meeting<'_>, season: &Target, today: NaiveDate) -> String {
    let dates = labels::dates(meeting.from, meeting.until, today);
    let other = &meeting.other.name;
    match (meeting.other_counts, meeting.other.from == season.from) {
        (true, true) => {
            format!("{other} counts {dates}: both begin on one day, and it was added later.")
        }
        (true, false) => format!("{other} counts {dates}, because it begins later."),
        (false, true) => {
            format!(
                "It counts instead of {other} {dates}: both begin on one day, and it was added later."
            )
        }
        (false, false) => {
            format!("It counts instead of {other} {dates}, because it begins later.")
        }
    }
}
