//! The plan of a week as it stood when that was over, kept before the first change that comes later:
//! the figures of the week stay about what was planned while it went on.

use crate::labels;
use crate::messages::Fault;
use crate::moment::Moment;
use crate::planner::Planner;
use crate::scene::{Scene, counts};
use crate::went::plan;
use chrono::{Days, NaiveDate, NaiveDateTime};
use evenkeel_core::block::Block;
use evenkeel_core::category::Category;
use evenkeel_core::commitment::EndedWeek;
use evenkeel_core::event::{Event, Recurrence};
use evenkeel_core::recur;
use evenkeel_core::series;
use evenkeel_core::settings::Settings;
use evenkeel_core::time::{Instant, Span, Zone, Zones, logical_day};
use evenkeel_core::week::Week;
use evenkeel_store::{Diff, Diffs, Error, Tx, View};
use std::collections::{BTreeSet, HashSet};

/// Where the week begins that goes on now: everything before is in weeks that are over.
pub(crate) fn over_before(settings: &Settings, home: &Zone, now: Instant) -> Instant {
    let day = logical_day(home.wall(now), settings.day_start());
    let first = settings.week_of(day);
    Week::new(first, settings.day_start(), home).span().start
}

/// The first day of the week that some moment lies in.
fn week_at(at: Instant, settings: &Settings, home: &Zone) -> NaiveDate {
    settings.week_of(logical_day(home.wall(at), settings.day_start()))
}

impl Planner {
    /// Keeps the plans of weeks that are over and that a write changed for the first time. What
    /// stood before the write is what every other reader still sees.
    pub(crate) fn keep_ended(&self, tx: &mut Tx<'_>, moment: &Moment) -> Result<(), Fault> {
        self.keep_since(tx, None, moment)
    }

    /// The same for rows that undo or redo has put back, of a step that was made at some time. What
    /// was over by then is again as it was before the step; weeks that ended since are kept. A kept
    /// plan goes only where the plan stands again as it was kept.
    pub(crate) fn keep_put_back(
        &self,
        tx: &mut Tx<'_>,
        made: Instant,
        moment: &Moment,
    ) -> Result<(), Fault> {
        self.keep_since(tx, Some(made), moment)?;
        let gone = tx.let_go_weeks();
        let weeks: Vec<NaiveDate> = gone.iter().map(|ended| ended.week).collect();
        let stand = self.as_they_stand(tx, &weeks, moment)?;
        for ended in gone.into_iter().filter(|ended| !stand.contains(ended)) {
            tx.put_ended_week(ended)?;
        }
        self.keep_promises(tx, made, moment)
    }

    /// What was committed and what departed from it stay, for weeks that ended since a step was made.
    fn keep_promises(&self, tx: &mut Tx<'_>, made: Instant, moment: &Moment) -> Result<(), Fault> {
        let settings = tx.settings()?;
        let home = moment.home(&settings, &self.zones);
        let [first, present] = [made, moment.now].map(|at| week_at(at, &settings, &home));
        let ended_since = |week: NaiveDate| first <= week && week < present;
        for diff in tx.commitment_diffs() {
            match (diff.before, diff.after) {
                (Some(before), _) if ended_since(before.week) => tx.put_commitment(before)?,
                (None, Some(after)) if ended_since(after.week) => tx.remove_commitment(after.id)?,
                _ => {}
            }
        }
        for diff in tx.reshuffle_diffs() {
            match (diff.before, diff.after) {
                (Some(before), _) if ended_since(before.week) => tx.put_reshuffle(before)?,
                (None, Some(after)) if ended_since(after.week) => tx.remove_reshuffle(after.id)?,
                _ => {}
            }
        }
        Ok(())
    }

    fn keep_since(
        &self,
        tx: &mut Tx<'_>,
        since: Option<Instant>,
        moment: &Moment,
    ) -> Result<(), Fault> {
        let (blocks, events) = (tx.block_diffs(), tx.changed_events());
        if blocks.is_empty() && events.is_empty() {
            return Ok(());
        }
        let settings = tx.settings()?;
        let home = moment.home(&settings, &self.zones);
        let over = Over {
            before: over_before(&settings, &home, moment.now),
            zones: &self.zones,
            home: &home,
        };
        // Most writes are about this week and later ones: nothing has to be read for them.
        if events.is_empty() && !blocks.iter().any(|diff| over.may_hold(diff)) {
            return Ok(());
        }
        let ended = self.store.read(|before| {
            if !before.is_measured_before(over.before)? {
                return Ok::<_, Fault>(Vec::new());
            }
            let mut changed: Vec<Span> = Vec::new();
            changed.extend(blocks.iter().flat_map(|diff| over.of_block(diff)));
            changed.extend(events.iter().flat_map(|diff| over.of_event(diff)));
            let mut weeks = over.weeks(&changed, &settings);
            if let Some(since) = since {
                let went_on = week_at(since, &settings, &home);
                weeks.retain(|first| went_on <= *first);
            }
            let weeks = to_keep(before, &weeks, &settings, &home)?;
            Ok(self.as_they_stand(before, &weeks, moment)?)
        })?;
        for ended in ended {
            if !tx.is_kept(ended.week)? {
                tx.put_ended_week(ended)?;
            }
        }
        Ok(())
    }

    /// The plans of some weeks, in order.
    fn as_they_stand(
        &self,
        view: &View<'_>,
        weeks: &[NaiveDate],
        moment: &Moment,
    ) -> Result<Vec<EndedWeek>, Error> {
        if weeks.is_empty() {
            return Ok(Vec::new());
        }
        let after = |first: &NaiveDate| first.checked_add_days(Days::new(7)).unwrap_or(*first);
        let days: Vec<_> = weeks.iter().map(|first| *first..after(first)).collect();
        let scene = Scene::load(view, &days, &self.zones, moment)?;
        let weeks: Vec<Week> = weeks.iter().map(|first| scene.week_of(*first)).collect();
        let plans = plan::by_week(&scene, &weeks, &self.zones);
        let kept = weeks.iter().zip(&plans);
        Ok(kept
            .map(|(week, takes)| plan::ended(week, takes, &self.zones, &scene.home))
            .collect())
    }
}

/// What a write to weeks that are over means for them, in a sentence; `before` is the state before,
/// where it is at hand.
pub(crate) fn late(diffs: &Diffs, before: Option<&Scene>, zones: &Zones) -> Option<&'static str> {
    let kept = diffs.ended.iter().filter(|diff| diff.after.is_some());
    let mut weeks: BTreeSet<NaiveDate> = kept
        .filter_map(|diff| diff.after.as_ref().map(|ended| ended.week))
        .collect();
    if let Some(scene) = before {
        let changed: Vec<Span> = diffs
            .blocks
            .iter()
            .flat_map(|diff| diff.before.iter().chain(&diff.after))
            .filter(|block| block.recurrence.is_none())
            .map(|block| block.span(zones, &scene.home))
            .collect();
        let known = scene.all_ended().iter().filter(|ended| {
            let within = scene.week_of(ended.week).span();
            changed.iter().any(|span| span.overlaps(within))
        });
        weeks.extend(known.map(|ended| ended.week));
    }
    labels::late(weeks.len())
}

/// The weeks of which there is something to measure and nothing is kept yet.
fn to_keep(
    view: &View<'_>,
    weeks: &BTreeSet<NaiveDate>,
    settings: &Settings,
    home: &Zone,
) -> Result<Vec<NaiveDate>, Error> {
    let mut found = Vec::new();
    for first in weeks {
        let span = Week::new(*first, settings.day_start(), home).span();
        if !view.is_kept(*first)? && view.is_measured(*first, span)? {
            found.push(*first);
        }
    }
    Ok(found)
}

/// The time that is over.
struct Over<'z> {
    before: Instant,
    zones: &'z Zones,
    home: &'z Zone,
}

impl Over<'_> {
    /// The weeks that are over and that some time lies in.
    fn weeks(&self, changed: &[Span], settings: &Settings) -> BTreeSet<NaiveDate> {
        let week = |at: Instant| {
            let day = logical_day(self.home.wall(at), settings.day_start());
            settings.week_of(day)
        };
        let mut weeks = BTreeSet::new();
        for span in changed.iter().filter(|span| span.start < self.before) {
            let mut first = week(span.start);
            let last = week(span.end.min(self.before).plus_seconds(-1).max(span.start));
            while first <= last {
                weeks.insert(first);
                let Some(next) = first.checked_add_days(Days::new(7)) else {
                    break;
                };
                first = next;
            }
        }
        weeks
    }

    /// Whether a change of a block may be one of what is over.
    fn may_hold(&self, diff: &Diff<Block>) -> bool {
        let mut sides = diff.before.iter().chain(&diff.after);
        sides.any(|block| {
            let given = block.instance.map(|instance| instance.key);
            let zone = block.zone_or(self.zones, self.home);
            let first = given.map_or(block.start, |key| key.min(block.start));
            zone.instant(first) < self.before
        })
    }

    /// Where the plan of what is over is another one.
    fn of_block(&self, diff: &Diff<Block>) -> Vec<Span> {
        let sides = || [&diff.before, &diff.after].into_iter().flatten();
        if let [Some(before), Some(after)] = [&diff.before, &diff.after]
            && same(before, after)
        {
            return Vec::new();
        }
        if sides().all(|block| block.recurrence.is_none()) {
            let own = sides().map(|block| block.span(self.zones, self.home));
            // The occurrence that it stands in for.
            let given = sides().filter_map(|block| {
                let key = block.instance?.key;
                Some(self.slot(key, block.zone_or(self.zones, self.home)))
            });
            return own.chain(given).collect();
        }
        if let [Some(before), Some(after)] = [&diff.before, &diff.after]
            && let Some(keys) = left_out(before, after)
        {
            let zone = before.zone_or(self.zones, self.home);
            return keys
                .into_iter()
                .map(|key| self.slot(key, zone.clone()))
                .collect();
        }
        let given =
            |block: &Option<Block>| block.as_ref().map_or(HashSet::new(), |of| self.given(of));
        let (before, after) = (given(&diff.before), given(&diff.after));
        let changed = before.symmetric_difference(&after);
        changed.map(|(span, _, _)| *span).collect()
    }

    /// When a block takes time in what is over, and what kind of time that is.
    fn given(&self, block: &Block) -> HashSet<(Span, Category, bool)> {
        let until = Span::new(block.span(self.zones, self.home).start, self.before);
        if until.seconds() == 0 {
            return HashSet::new();
        }
        let (rows, series) = match block.recurrence {
            Some(_) => (&[][..], std::slice::from_ref(block)),
            None => (std::slice::from_ref(block), &[][..]),
        };
        let none = HashSet::new();
        let (all, _) = series::standing(rows.to_vec(), series, &none, until, self.zones, self.home);
        let (category, roomy) = weight(block);
        all.iter()
            .map(|block| (block.span(self.zones, self.home), category, roomy))
            .collect()
    }

    fn of_event(&self, diff: &Diff<Event>) -> Vec<Span> {
        if let [Some(before), Some(after)] = [&diff.before, &diff.after]
            && when(before) == when(after)
            && counts(before) == counts(after)
        {
            return Vec::new();
        }
        let until = Span::new(Instant(self.before.0 - LONGEST_PAST), self.before);
        let given = |event: &Option<Event>| -> HashSet<Span> {
            let counted = event.iter().filter(|event| counts(event));
            let counted: Vec<Event> = counted.cloned().collect();
            let (all, _) = recur::occurrences(&counted, until, self.zones, self.home);
            all.iter().map(|occurrence| occurrence.span).collect()
        };
        let (before, after) = (given(&diff.before), given(&diff.after));
        before.symmetric_difference(&after).copied().collect()
    }

    fn slot(&self, key: NaiveDateTime, zone: Zone) -> Span {
        let start = zone.instant(key);
        Span::new(start, start.plus_seconds(60))
    }
}

/// How far back a change of an imported series is looked for, seconds: ten years.
const LONGEST_PAST: i64 = 10 * 366 * 86_400;

/// Whether two states of a block take the same time in the same way.
fn same(one: &Block, other: &Block) -> bool {
    (one.start, one.end, &one.zone, &one.recurrence)
        == (other.start, other.end, &other.zone, &other.recurrence)
        && weight(one) == weight(other)
}

/// What kind of time a block is.
fn weight(block: &Block) -> (Category, bool) {
    (block.category, block.facets.contingency)
}

/// When an imported event takes place.
fn when(
    event: &Event,
) -> (
    NaiveDateTime,
    NaiveDateTime,
    &Option<String>,
    &Option<Recurrence>,
) {
    (event.start, event.end, &event.zone, &event.recurrence)
}

/// The occurrences that one of two states of a series leaves out and the other does not, where that
/// is all that is different.
fn left_out(before: &Block, after: &Block) -> Option<Vec<NaiveDateTime>> {
    let (was, is) = (before.recurrence.as_ref()?, after.recurrence.as_ref()?);
    let whole = |of: &Recurrence| Recurrence {
        except: Vec::new(),
        ..of.clone()
    };
    let alike = (before.start, before.end, &before.zone) == (after.start, after.end, &after.zone)
        && weight(before) == weight(after)
        && whole(was) == whole(is);
    alike.then(|| {
        let (was, is): (HashSet<_>, HashSet<_>) =
            (was.except.iter().collect(), is.except.iter().collect());
        was.symmetric_difference(&is).map(|key| **key).collect()
    })
}
