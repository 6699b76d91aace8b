//! What follows from every write that changes blocks, inside its own transaction: protected time is
//! not given up without a reason, and every departure from a committed week is noted.

use super::commit::of_week;
use super::ended::over_before;
use super::live;
use super::touched::{Touched, Touches, found, touches};
use crate::messages::Fault;
use crate::moment::Moment;
use crate::planner::Planner;
use crate::words::commitment as words;
use chrono::{Days, NaiveDate};
use evenkeel_core::block::Block;
use evenkeel_core::commitment::{
    Commitment, Departure, Loss, Reshuffle, departure, loss, standing,
};
use evenkeel_core::settings::Settings;
use evenkeel_core::time::Zone;
use evenkeel_core::week::Week;
use evenkeel_store::{Committed, Error, Tx};
use std::collections::BTreeSet;

/// Series are looked after in committed weeks that began so many days ago or later.
const BACK: u64 = 28;

impl Planner {
    /// Carries out a write and what follows from it. Every write goes through here.
    pub(crate) fn transact<T>(
        &self,
        label: &str,
        moment: &Moment,
        change: impl FnOnce(&mut Tx<'_>) -> Result<T, Fault>,
    ) -> Result<Committed<T>, Fault> {
        self.store.transact(label, moment.now, |tx| {
            let value = change(tx)?;
            self.keep_ended(tx, moment)?;
            self.follow(tx, moment)?;
            Ok(value)
        })
    }

    fn follow(&self, tx: &mut Tx<'_>, moment: &Moment) -> Result<(), Fault> {
        if tx.block_diffs().is_empty() {
            return Ok(());
        }
        let settings = tx.settings()?;
        let home = moment.home(&settings, &self.zones);
        let touches = touches(tx, moment.now, &self.zones, &home)?;
        let commitments = in_reach(tx, &touches, &settings, &home, moment)?;
        let lost = self.lost(tx, &touches, &commitments, &home, moment)?;
        if !lost.is_empty() && moment.because.is_none() {
            let titles = lost.iter().map(|(block, _)| block.title.as_str());
            return Err(words::needs_reason(&titles.collect::<Vec<_>>()));
        }
        let noted = self.note(tx, &touches, &commitments, &home, moment)?;
        for (block, loss) in lost {
            if !noted.contains(&block.handle().to_string()) {
                let week = settings.week_of(home.wall(block.span(&self.zones, &home).start).date());
                give_up(tx, &block, loss, week, moment)?;
            }
        }
        Ok(())
    }

    /// The protected blocks that lose time, but for those that go back to where they are committed.
    fn lost(
        &self,
        tx: &Tx<'_>,
        touches: &Touches,
        commitments: &[Commitment],
        home: &Zone,
        moment: &Moment,
    ) -> Result<Vec<(Block, Loss)>, Error> {
        let mut left: Vec<Block> = touches.takes_place.clone();
        left.extend(touches.blocks.iter().filter_map(|one| one.after.clone()));
        let mut lost: Vec<(Block, Loss)> = Vec::new();
        let over = over_before(&tx.settings()?, home, moment.now);
        for Touched { before, after, .. } in touches.blocks.iter().chain(&touches.protected) {
            let Some(before) = before else { continue };
            // Of a week that is over nothing is given up any more.
            if before.span(&self.zones, home).end <= over {
                continue;
            }
            let found = loss(before, after.as_ref(), &left, &self.zones, home);
            let Some(found) = found else { continue };
            if self.is_in_place(tx, before, commitments, home)? {
                continue;
            }
            let of_series = |other: &&mut (Block, Loss)| {
                let series = |block: &Block| block.instance.map(|instance| instance.series);
                series(&other.0).is_some() && series(&other.0) == series(before)
            };
            // What a series loses is one thing to say.
            match lost.iter_mut().find(of_series) {
                Some((_, whole)) if before.span(&self.zones, home).start < touches.near.end => {
                    whole.minutes = whole.minutes.saturating_add(found.minutes);
                }
                // Far away it matters that time is lost, not how much.
                Some(_) => {}
                None => lost.push((before.clone(), found)),
            }
        }
        Ok(lost)
    }

    /// Whether a block stands where it is committed.
    fn is_in_place(
        &self,
        tx: &Tx<'_>,
        block: &Block,
        commitments: &[Commitment],
        home: &Zone,
    ) -> Result<bool, Error> {
        let key = block.handle().to_string();
        let each = commitments
            .iter()
            .flat_map(|one| one.planned.iter().map(|of| (of, &one.planned)));
        for (of, planned) in each.filter(|(of, _)| of.key == key) {
            let Some(committed) = &of.block else { continue };
            let now = found(committed, planned, tx, &self.zones, home)?;
            let stands = now.as_ref().map(|now| live::own(now, &self.zones, home));
            let protected = now.is_some_and(|now| now.facets.protected);
            if departure(of, stands).is_none() && (protected || !committed.facets.protected) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Writes down what departs from the commitments now, and forgets what does not any more.
    /// Returns the keys of what departs.
    fn note(
        &self,
        tx: &mut Tx<'_>,
        touches: &Touches,
        commitments: &[Commitment],
        home: &Zone,
        moment: &Moment,
    ) -> Result<BTreeSet<String>, Error> {
        let mut noted = BTreeSet::new();
        for commitment in commitments {
            let notes = notes_on(tx, commitment)?;
            for of in &commitment.planned {
                let Some(committed) = &of.block else { continue };
                let handle = committed.handle();
                let touched = touches
                    .blocks
                    .iter()
                    .find(|one| one.handle == handle || Some(one.handle) == other_name(committed));
                // One that is split off may have changed, or an occurrence of a moved series.
                let repeated = committed.instance.is_some()
                    && (!touches.series.is_empty()
                        || touches.blocks.iter().any(|one| one.handle.at.is_some()));
                if touched.is_none() && !repeated && !touches.series.contains(&handle.id) {
                    continue;
                }
                let now = found(committed, &commitment.planned, tx, &self.zones, home)?;
                let touched = touched.or_else(|| {
                    let by = now.as_ref()?.handle();
                    touches.blocks.iter().find(|one| one.handle == by)
                });
                let stands = now.as_ref().map(|now| live::own(now, &self.zones, home));
                let before = notes.iter().find(|note| note.key == of.key);
                let Some(departs) = departure(of, stands) else {
                    if let Some(note) = before {
                        tx.remove_reshuffle(note.id)?;
                    }
                    continue;
                };
                noted.insert(of.key.clone());
                let moved = touched.is_some_and(|one| self.changed(one, home))
                    || before.is_none_or(|note| {
                        (note.changed, note.minutes) != (departs.changed, departs.minutes)
                    });
                if moved {
                    let id = match before {
                        Some(note) => note.id,
                        None => tx.new_reshuffle_id()?,
                    };
                    let title = now.map_or_else(|| of.title.clone(), |now| now.title);
                    let note = written(&departs, before, title, commitment, moment);
                    tx.put_reshuffle(Reshuffle { id, ..note })?;
                }
            }
        }
        Ok(noted)
    }

    /// Whether a write changed where and what a block is.
    fn changed(&self, touched: &Touched, home: &Zone) -> bool {
        let of = |block: &Option<Block>| {
            let block = block.as_ref()?;
            Some(live::own(block, &self.zones, home))
        };
        of(&touched.before) != of(&touched.after)
    }
}

/// What is noted about a commitment.
pub(super) fn notes_on(tx: &Tx<'_>, commitment: &Commitment) -> Result<Vec<Reshuffle>, Error> {
    let after = commitment.week.checked_add_days(Days::new(1));
    let mut notes = tx.reshuffles(commitment.week, after.unwrap_or(commitment.week))?;
    notes.retain(|note| note.commitment == Some(commitment.id));
    Ok(notes)
}

/// A departure as it is written down: a reason that was given stays until another is.
pub(super) fn written(
    departs: &Departure<'_>,
    before: Option<&Reshuffle>,
    title: String,
    commitment: &Commitment,
    moment: &Moment,
) -> Reshuffle {
    let said = moment.because.as_ref();
    Reshuffle {
        id: before.map_or(evenkeel_core::commitment::ReshuffleId(0), |note| note.id),
        at: moment.now.0,
        week: commitment.week,
        commitment: Some(commitment.id),
        key: departs.of.key.clone(),
        title,
        changed: departs.changed,
        why: said
            .map(|because| because.why)
            .or(before.and_then(|note| note.why)),
        note: match (said, before) {
            (Some(because), _) => because.note.clone(),
            (None, Some(before)) => before.note.clone(),
            (None, None) => String::new(),
        },
        protected: departs.of.facets.protected,
        minutes: departs.minutes,
    }
}

/// Protected time that was given up outside any commitment.
fn give_up(
    tx: &mut Tx<'_>,
    block: &Block,
    loss: Loss,
    week: NaiveDate,
    moment: &Moment,
) -> Result<(), Error> {
    let said = moment.because.as_ref();
    let id = tx.new_reshuffle_id()?;
    tx.put_reshuffle(Reshuffle {
        id,
        at: moment.now.0,
        week,
        commitment: None,
        key: block.handle().to_string(),
        title: block.title.clone(),
        changed: loss.changed,
        why: said.map(|because| because.why),
        note: said.map(|because| because.note.clone()).unwrap_or_default(),
        protected: true,
        minutes: loss.minutes,
    })
}

/// The commitments that stand for the weeks a write reaches into: where the blocks stood, stand and
/// were committed.
fn in_reach(
    tx: &Tx<'_>,
    touches: &Touches,
    settings: &Settings,
    home: &Zone,
    moment: &Moment,
) -> Result<Vec<Commitment>, Error> {
    let mut weeks = BTreeSet::new();
    for one in touches.blocks.iter().chain(&touches.protected) {
        let sides = one.before.iter().chain(&one.after);
        let days = sides.map(|block| block.start.date());
        for day in days.chain(one.handle.at.map(|key| key.date())) {
            // The zone of a block may put it on the day before or after.
            let near = [day.pred_opt(), Some(day), day.succ_opt()];
            weeks.extend(near.into_iter().flatten().map(|day| settings.week_of(day)));
        }
        let noted = tx.reshuffles_of(&one.handle.to_string())?;
        weeks.extend(noted.iter().map(|note| note.week));
    }
    let over = over_before(settings, home, moment.now);
    let mut commitments = Vec::new();
    if !touches.series.is_empty() {
        let today = settings.week_of(moment.today(home));
        let from = today.checked_sub_days(Days::new(BACK)).unwrap_or(today);
        let all = tx.commitments(from, NaiveDate::MAX)?;
        weeks.extend(all.iter().map(|commitment| commitment.week));
    }
    // What is changed in a week that is over is no departure: it is about the past.
    let goes_on =
        |first: &NaiveDate| over < Week::new(*first, settings.day_start(), home).span().end;
    for week in weeks.into_iter().filter(goes_on) {
        commitments.extend(standing(&of_week(tx, week)?).cloned());
    }
    Ok(commitments)
}

fn other_name(committed: &Block) -> Option<evenkeel_core::handle::Handle> {
    evenkeel_core::commitment::other_names(committed)
}
