//! Why committed blocks were changed, and the way back to where they were committed.

use super::commit::of_week;
use super::follow::{notes_on, written};
use super::live::{self, Now};
use super::touched::found;
use crate::apply::save;
use crate::labels;
use crate::messages::{Fault, Op, Outcome, Range};
use crate::moment::{Because, Moment};
use crate::outcome::Saved;
use crate::planner::Planner;
use crate::words::commitment as words;
use chrono::NaiveDate;
use evenkeel_core::block::{Block, BlockId};
use evenkeel_core::commitment::{Commitment, Committed, Reshuffle, departure, restored, standing};
use evenkeel_core::edit::{Edit, Refusal};
use evenkeel_core::repeat::Series;
use evenkeel_core::series;
use evenkeel_core::time::Zone;
use evenkeel_store::{Error, Tx, View};

impl Planner {
    /// Writes down why committed blocks were changed.
    pub(crate) fn give_reason(
        &self,
        keys: &[String],
        week: NaiveDate,
        because: Because,
        seen: &Range,
        moment: &Moment,
    ) -> Result<Outcome, Fault> {
        let why = because.why;
        let told = Moment {
            because: Some(because),
            ..moment.clone()
        };
        let titles = self.titles(keys, week)?;
        let label = labels::reason(&titles);
        let written = self.transact(&label, moment, |tx| {
            let home = moment.home(&tx.settings()?, &self.zones);
            let stands = stands(tx, week)?;
            let notes = notes_on(tx, &stands)?;
            // Of a week that is over and was changed since, what stood at its end.
            let next = stands.week.succ_opt().unwrap_or(stands.week);
            let ended = tx.ended_weeks(stands.week, next)?;
            let at_end = ended.first().map(|ended| Now::at_end(ended, [].iter()));
            let mut said = 0;
            for of in chosen(&stands, keys) {
                let Some(committed) = &of.block else { continue };
                let now = found(committed, &stands.planned, tx, &self.zones, &home)?;
                let live = match &at_end {
                    Some(at_end) => at_end.find(of, &stands.planned),
                    None => now.as_ref().map(|now| live::own(now, &self.zones, &home)),
                };
                let Some(departs) = departure(of, live) else {
                    continue;
                };
                let before = notes.iter().find(|note| note.key == of.key);
                let id = match before {
                    Some(note) => note.id,
                    None => tx.new_reshuffle_id()?,
                };
                let title = now.map_or_else(|| of.title.clone(), |now| now.title);
                let note = written(&departs, before, title, &stands, &told);
                // When it was changed stays what it was.
                let at = before.map_or(note.at, |before| before.at);
                tx.put_reshuffle(Reshuffle { id, at, ..note })?;
                said += 1;
            }
            match said {
                0 => Err(words::no_such_change()),
                _ => Ok(self.scene_of_seen(tx, seen, moment)?),
            }
        })?;
        let saved = Saved {
            rev: written.rev,
            diffs: &written.diffs,
            before: Some(written.value),
            main: None,
            said: labels::noted(why).into(),
        };
        Ok(self.outcome(saved, seen)?)
    }

    /// Puts committed blocks back to where they were committed.
    pub(crate) fn put_back(
        &self,
        keys: &[String],
        week: NaiveDate,
        seen: &Range,
        moment: &Moment,
    ) -> Result<Outcome, Fault> {
        let titles = self.titles(keys, week)?;
        let label = labels::step(
            "put back",
            &titles.iter().map(String::as_str).collect::<Vec<_>>(),
        );
        let op = Op::PutBack {
            keys: keys.to_vec(),
            week,
        };
        let written = self.transact(&label, moment, |tx| {
            let before = self.stage(tx, &op, &[], seen, moment)?;
            let stands = stands(tx, week)?;
            let mut main = None;
            for of in chosen(&stands, keys) {
                let Some(committed) = &of.block else { continue };
                let put =
                    self.put_one_back(tx, committed, &stands.planned, &before.home, moment)?;
                main = main.or(put);
            }
            match main {
                None => Err(words::no_such_change()),
                Some(main) => Ok((before, main)),
            }
        })?;
        let (before, main) = written.value;
        let saved = Saved {
            rev: written.rev,
            diffs: &written.diffs,
            before: Some(before),
            main: Some(main),
            said: format!("{}.", labels::sentence_case(&label)),
        };
        Ok(self.outcome(saved, seen)?)
    }

    fn put_one_back(
        &self,
        tx: &mut Tx<'_>,
        committed: &Block,
        planned: &[Committed],
        home: &Zone,
        moment: &Moment,
    ) -> Result<Option<evenkeel_core::handle::Handle>, Fault> {
        let now = found(committed, planned, tx, &self.zones, home)?;
        if let Some(now) = &now
            && now.locked
            && (now.start, now.end, &now.zone) != (committed.start, committed.end, &committed.zone)
        {
            let (id, title) = (now.handle(), now.title.clone());
            return Err(Refusal::Locked { id, title }.into());
        }
        let mut block = restored(committed, now.as_ref());
        let handle = block.handle();
        if now.as_ref() == Some(&block) {
            return Ok(None);
        }
        if now.is_none() && !is_named(tx, &block)? {
            return Err(words::changed_as_a_whole(&block.title));
        }
        if now.is_none() && self.is_given_again(tx, &block, home)? {
            return Ok(Some(handle));
        }
        block.sequence = block.sequence.saturating_add(1);
        block.modified = moment.now.0;
        // An id that something else has by now is not taken from it.
        if now.is_none() && block.instance.is_some() && tx.block(block.id)?.is_some() {
            block.id = BlockId(0);
        }
        let put = vec![block];
        save(
            tx,
            Edit {
                put,
                ..Edit::default()
            },
        )?;
        Ok(Some(handle))
    }

    /// Lets a series give an occurrence again that was left out of it; says whether that is all
    /// there is to put back.
    fn is_given_again(&self, tx: &mut Tx<'_>, block: &Block, home: &Zone) -> Result<bool, Error> {
        let Some(instance) = block.instance else {
            return Ok(false);
        };
        let Some(mut of) = tx.block(instance.series)? else {
            return Ok(false);
        };
        if let Some(recurrence) = &mut of.recurrence {
            recurrence.except.retain(|key| *key != instance.key);
        }
        let given = series::occurrence(&of, instance.key, &self.zones, home);
        tx.put_block(of)?;
        let told = |block: &Block| (block.start, block.end, block.zone.clone(), block.category);
        Ok(given.is_some_and(|given| {
            told(&given) == told(block)
                && given.facets == block.facets
                && given.title == block.title
                && given.notes == block.notes
        }))
    }

    /// What the committed blocks are called.
    fn titles(&self, keys: &[String], week: NaiveDate) -> Result<Vec<String>, Fault> {
        self.store.read(|view| {
            let stands = stands(view, week)?;
            let own = chosen(&stands, keys).filter(|of| of.block.is_some());
            Ok(own.map(|of| of.title.clone()).collect())
        })
    }
}

/// Whether the series that an occurrence belongs to still names it, left out or not.
fn is_named(tx: &Tx<'_>, block: &Block) -> Result<bool, Error> {
    let Some(instance) = block.instance else {
        return Ok(true);
    };
    let Some(of) = tx.block(instance.series)? else {
        return Ok(false);
    };
    Ok(of.recurrence.is_some_and(|recurrence| {
        let start = of.start;
        Series { start, recurrence }.names(instance.key)
    }))
}

fn stands(view: &View<'_>, day: NaiveDate) -> Result<Commitment, Fault> {
    let first = view.settings()?.week_of(day);
    let all = of_week(view, first)?;
    let stands = standing(&all).cloned();
    stands.ok_or_else(|| words::not_committed(first))
}

fn chosen<'c>(
    commitment: &'c Commitment,
    keys: &'c [String],
) -> impl Iterator<Item = &'c Committed> {
    let planned = commitment.planned.iter();
    planned.filter(|of| keys.contains(&of.key))
}
