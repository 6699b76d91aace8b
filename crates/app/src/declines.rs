//! The decline log: what was not taken on, so that what matters more has room.

use crate::labels;
use crate::messages::{DeclineDraft, DeclineLine, DeclineSum, Declines, Fault, Outcome, Range};
use crate::moment::Moment;
use crate::planner::Planner;
use chrono::{Days, NaiveDate};
use evenkeel_core::decline::{Decline, DeclineId};
use evenkeel_core::text;
use evenkeel_store::View;
use std::collections::BTreeMap;

/// How many goals have a sum of their own.
const MOST_GOALS: usize = 5;

impl Planner {
    /// The log with its sums.
    pub fn declines(&self, moment: &Moment) -> Result<Declines, Fault> {
        let today = moment.today(&self.home(moment)?);
        let mut declines = self.store.read(|view| view.declines())?;
        declines.sort_by_key(|one| (std::cmp::Reverse(one.on), std::cmp::Reverse(one.id)));
        Ok(Declines {
            today,
            sums: sums(&declines, today),
            goals: most_named(declines.iter().map(|one| one.goal.as_str())),
            people: most_named(declines.iter().filter_map(|one| one.to.as_deref())),
            lines: declines.into_iter().map(line).collect(),
        })
    }

    pub(crate) fn add_decline(
        &self,
        draft: DeclineDraft,
        seen: &Range,
        moment: &Moment,
    ) -> Result<Outcome, Fault> {
        let said = said(&draft);
        let label = format!("note a no to {}", labels::title(&draft.what));
        self.write(&label, &said, seen, moment, |tx| {
            let decline = decline(tx.new_decline_id()?, draft);
            decline.check()?;
            Ok(tx.put_decline(decline)?)
        })
    }

    pub(crate) fn edit_decline(
        &self,
        id: DeclineId,
        draft: DeclineDraft,
        seen: &Range,
        moment: &Moment,
    ) -> Result<Outcome, Fault> {
        let before = self.store.read(|view| found(view, id))?;
        let label = format!("change the no to {}", labels::title(&before.what));
        let said = format!("No to {} changed.", labels::title(&draft.what));
        self.write(&label, &said, seen, moment, |tx| {
            found(tx, id)?;
            let decline = decline(id, draft);
            decline.check()?;
            Ok(tx.put_decline(decline)?)
        })
    }

    pub(crate) fn remove_decline(
        &self,
        id: DeclineId,
        seen: &Range,
        moment: &Moment,
    ) -> Result<Outcome, Fault> {
        let before = self.store.read(|view| found(view, id))?;
        let what = labels::title(&before.what);
        let said = format!("No to {what} removed from the log.");
        self.write(
            &format!("remove the no to {what}"),
            &said,
            seen,
            moment,
            |tx| {
                found(tx, id)?;
                Ok(tx.remove_decline(id)?)
            },
        )
    }
}

fn found(view: &View<'_>, id: DeclineId) -> Result<Decline, Fault> {
    let mut declines = view.declines()?.into_iter();
    declines
        .find(|one| one.id == id)
        .ok_or_else(|| Fault::gone("entry"))
}

fn decline(id: DeclineId, draft: DeclineDraft) -> Decline {
    let person = draft.to.as_deref().map(str::trim).unwrap_or_default();
    Decline {
        id,
        on: draft.on,
        what: draft.what.trim().into(),
        goal: draft.goal.trim().into(),
        to: (!person.is_empty()).then(|| person.into()),
        minutes: draft.minutes,
        uid: draft.uid,
        note: draft.note.trim().into(),
    }
}

fn line(one: Decline) -> DeclineLine {
    DeclineLine {
        id: one.id,
        length_words: text::duration(one.minutes),
        decline: DeclineDraft {
            on: one.on,
            what: one.what,
            goal: one.goal,
            to: one.to,
            minutes: one.minutes,
            uid: one.uid,
            note: one.note,
        },
    }
}

/// "No to Vendor call: 1 h saved, handed to Ada."
fn said(draft: &DeclineDraft) -> String {
    let what = labels::title(&draft.what);
    let saved = text::duration(draft.minutes);
    match draft
        .to
        .as_deref()
        .map(str::trim)
        .filter(|to| !to.is_empty())
    {
        Some(person) => format!("No to {what}: {saved} saved, handed to {person}."),
        None => format!("No to {what}: {saved} saved."),
    }
}

/// The last four weeks, this year, all of them; then each goal.
fn sums(declines: &[Decline], today: NaiveDate) -> Vec<DeclineSum> {
    if declines.is_empty() {
        return Vec::new();
    }
    let weeks_ago = today.checked_sub_days(Days::new(28)).unwrap_or(today);
    let since = |from: NaiveDate| declines.iter().filter(move |one| from < one.on);
    let mut sums = vec![
        sum("Last four weeks", since(weeks_ago)),
        sum("Altogether", declines.iter()),
    ];
    let goals = most_named(declines.iter().map(|one| one.goal.as_str()));
    for goal in goals.iter().take(MOST_GOALS) {
        let for_it = declines.iter().filter(|one| one.goal == *goal);
        sums.push(sum(&format!("For {goal}"), for_it));
    }
    sums
}

fn sum<'a>(label: &str, declines: impl Iterator<Item = &'a Decline>) -> DeclineSum {
    let (mut count, mut handed, mut minutes) = (0u32, 0u32, 0u32);
    for one in declines {
        count += 1;
        handed += u32::from(one.to.is_some());
        minutes = minutes.saturating_add(one.minutes);
    }
    let times = match count {
        1 => "once".into(),
        count => format!("{count} times"),
    };
    let handed = match handed {
        0 => String::new(),
        handed => format!(", {handed} handed on"),
    };
    DeclineSum {
        label: label.into(),
        count,
        minutes,
        words: format!("{} saved, {times}{handed}", text::duration(minutes)),
    }
}

/// Each name once, the one named most often first, then by name; empty ones left out.
fn most_named<'a>(names: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    for name in names.filter(|name| !name.is_empty()) {
        *counts.entry(name).or_default() += 1;
    }
    let mut named: Vec<(&str, u32)> = counts.into_iter().collect();
    named.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    named.into_iter().map(|(name, _)| name.into()).collect()
}
