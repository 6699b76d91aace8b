//! Carrying out one write: the only place where a request becomes a transaction.

use crate::actual;
use crate::blocks;
use crate::laying;
use crate::messages::{Fault, Op, Outcome, Range, Reply};
use crate::moment::{Because, Moment};
use crate::outcome::Saved;
use crate::planner::Planner;
use crate::scene::Scene;
use crate::series;
use crate::tasks;
use evenkeel_core::block::BlockId;
use evenkeel_core::edit::Edit;
use evenkeel_core::edit::series::Rows;
use evenkeel_store::{Error, Tx, Undone};

impl Planner {
    /// Carries out one write and says what changed in the days someone looks at.
    pub fn apply(&self, op: Op, seen: Range, moment: &Moment) -> Reply {
        self.reply(self.carry_out(op, seen, moment), moment)
    }

    /// Takes the last write back.
    pub fn undo(&self, seen: Range, moment: &Moment) -> Reply {
        let result = self.step(
            seen,
            moment,
            "Undone",
            ["There is nothing to undo.", "Nothing was changed yet."],
            |planner| {
                let keep = |tx: &mut Tx<'_>, made| planner.keep_put_back(tx, made, moment);
                planner.store.undo_then(moment.now, keep)
            },
        );
        self.reply(result, moment)
    }

    /// Does again what was undone last.
    pub fn redo(&self, seen: Range, moment: &Moment) -> Reply {
        let result = self.step(
            seen,
            moment,
            "Done again",
            [
                "There is nothing to redo.",
                "Redo is for what was undone last.",
            ],
            |planner| {
                let keep = |tx: &mut Tx<'_>, made| planner.keep_put_back(tx, made, moment);
                planner.store.redo_then(moment.now, keep)
            },
        );
        self.reply(result, moment)
    }

    /// Whether another process wrote something; the outcome tells every window to read again.
    pub fn news(&self) -> Result<Option<Outcome>, Fault> {
        if !self.store.changed_elsewhere()? {
            return Ok(None);
        }
        let (undo, redo) = self.store.undo_labels()?;
        Ok(Some(Outcome {
            rev: self.store.rev()?,
            reload: true,
            seen: None,
            put: Vec::new(),
            removed: Vec::new(),
            figures: None,
            undo,
            undoable: false,
            redo,
            said: String::new(),
            notice: String::new(),
            spread: None,
            focus: None,
            asks: None,
        }))
    }

    /// Where the home zone has changed, every time in view reads differently.
    pub(crate) fn reply(&self, result: Result<Outcome, Fault>, moment: &Moment) -> Reply {
        let seen_elsewhere = |outcome: Outcome| -> Result<Outcome, Fault> {
            Ok(Outcome {
                reload: outcome.reload || self.travelled(moment)?,
                ..outcome
            })
        };
        match result.and_then(seen_elsewhere) {
            Ok(outcome) => Reply::Done(Box::new(outcome)),
            Err(fault) => Reply::Refused(fault),
        }
    }

    fn carry_out(&self, op: Op, seen: Range, moment: &Moment) -> Result<Outcome, Fault> {
        match op {
            Op::SetEventCategory { event, category } => {
                self.set_event_category(event, category, &seen, moment)
            }
            Op::SetTarget(draft) => self.set_target(draft, &seen, moment),
            Op::SetSeason(draft) => self.set_season(draft, &seen, moment),
            Op::EditSeason { season, draft } => self.edit_season(season, draft, &seen, moment),
            Op::RemoveSeason { season } => self.remove_season(season, &seen, moment),
            Op::StartCrisis { on, blocks } => self.start_crisis(on, &blocks, &seen, moment),
            Op::EndCrisis { on } => self.end_crisis(on, &seen, moment),
            Op::SetBoundaries { boundaries } => self.set_boundaries(boundaries, &seen, moment),
            Op::SetAttention { attention } => self.set_attention(attention, &seen, moment),
            Op::AddDecline(draft) => self.add_decline(draft, &seen, moment),
            Op::EditDecline { decline, draft } => self.edit_decline(decline, draft, &seen, moment),
            Op::RemoveDecline { decline } => self.remove_decline(decline, &seen, moment),
            Op::SetSettings { settings } => self.set_settings(settings, &seen, moment),
            Op::Welcome { settings, target } => self.welcome(settings, target, &seen),
            Op::SetRules { rules } => self.set_rules(rules, &seen, moment),
            Op::Accept { proposals } => self.accept(&proposals, &seen, moment),
            Op::ApplyRules => self.apply_rules(&seen, moment),
            Op::Import { path } => self.import(&path, &seen, moment),
            Op::Subscribe {
                address,
                name,
                every_minutes,
            } => self.subscribe(&address, &name, every_minutes, &seen, moment),
            Op::SetSubscription {
                feed,
                every_minutes,
            } => self.set_subscription(feed, every_minutes, &seen, moment),
            Op::RenameFeed { feed, name } => self.rename_feed(feed, &name, &seen, moment),
            Op::RemoveFeed { feed } => self.remove_feed(feed, &seen, moment),
            Op::CloseDay(closing) => self.close_day(&closing, &seen, moment),
            Op::ReopenDay { day } => self.reopen_day(day, &seen, moment),
            Op::Tick { key, done } => self.tick(&key, done, &seen, moment),
            op if actual::concerns(&op) => self.change_actual(op, &seen, moment),
            op if tasks::concerns(&op) => self.change_tasks(&op, &seen, moment),
            Op::SaveTemplate(new) => self.save_template(&new, &seen, moment),
            Op::RenameTemplate { template, name } => {
                self.rename_template(template, &name, &seen, moment)
            }
            Op::RemoveTemplate { template } => self.remove_template(template, &seen, moment),
            op if laying::concerns(&op) => self.lay(&op, &seen, moment),
            Op::Commit { week } => self.commit_week(week, &seen, moment),
            Op::Uncommit { week } => self.uncommit_week(week, &seen, moment),
            Op::GiveReason {
                keys,
                week,
                why,
                note,
            } => self.give_reason(&keys, week, Because { why, note }, &seen, moment),
            Op::PutBack { keys, week } => self.put_back(&keys, week, &seen, moment),
            Op::Because { why, note, what } => {
                let because = Some(Because { why, note });
                let moment = Moment {
                    because,
                    ..moment.clone()
                };
                self.carry_out(*what, seen, &moment)
            }
            op => self.edit_blocks(op, seen, moment),
        }
    }

    fn edit_blocks(&self, op: Op, seen: Range, moment: &Moment) -> Result<Outcome, Fault> {
        let (named, rows, one) = self.store.read(|view| {
            let home = moment.home(&view.settings()?, &self.zones);
            let named = blocks::load(&op, view, &self.zones, &home)?;
            let (rows, one) = (series::rows(&op, view)?, series::of_one(&op, view)?);
            Ok::<_, Error>((named, rows, one))
        })?;
        if let Some(fault) = blocks::missing(&op, &named) {
            return Err(fault);
        }
        let label = blocks::label(&op, &named, &rows).unwrap_or_default();
        let committed = self.transact(&label, moment, |tx| {
            let scene = self.stage(tx, &op, &named, &seen, moment)?;
            let rows = series::rows(&op, tx)?;
            let edit = self.edit_in(tx, &op, &scene, &rows, moment)?;
            let main = edit.main.or(edit.put.first().map(series::shown_as));
            let lost = series::lost(&edit.lost);
            save(tx, edit)?;
            Ok::<_, Fault>((scene, main, lost))
        })?;
        let (before, main, lost) = committed.value;
        let spread = match committed.diffs.is_empty() {
            true => None,
            false => one.and_then(|rows| series::offer(&op, &rows)),
        };
        let saved = Saved {
            rev: committed.rev,
            diffs: &committed.diffs,
            before: Some(before),
            main,
            said: format!("{}.{lost}", blocks::done(&label)),
        };
        let outcome = self.outcome(saved, &seen)?;
        Ok(Outcome { spread, ..outcome })
    }

    /// Ids are given out before the edit is known, as many as it asks for.
    fn edit_in(
        &self,
        tx: &mut Tx<'_>,
        op: &Op,
        scene: &Scene,
        rows: &[Rows],
        moment: &Moment,
    ) -> Result<Edit, Fault> {
        let mut failed = None;
        let edit = {
            let mut next = || {
                let id = tx.new_block_id().unwrap_or_else(|error| {
                    failed = Some(error);
                    BlockId(0)
                });
                (id, format!("{}@evenkeel", uuid::Uuid::new_v4()))
            };
            blocks::edit(op, scene, rows, &self.zones, moment.now.0, &mut next)
        };
        if let Some(error) = failed {
            return Err(error.into());
        }
        Ok(edit.unwrap_or_else(|| Ok(Edit::default()))?)
    }

    fn step(
        &self,
        seen: Range,
        moment: &Moment,
        done: &str,
        nothing: [&str; 2],
        go: impl FnOnce(&Planner) -> Result<Option<Undone>, Fault>,
    ) -> Result<Outcome, Fault> {
        // The state before may be in memory; read it while it still is the state before.
        let before = self.scene(&seen, moment)?;
        let Some(undone) = go(self)? else {
            return Err(Fault::refused(nothing[0], nothing[1]));
        };
        // Somebody else may have written in between.
        let before = Some(before).filter(|scene| scene.rev + 1 == undone.rev);
        let saved = Saved {
            rev: undone.rev,
            diffs: &undone.diffs,
            before,
            main: None,
            said: format!("{done}: {}.", undone.label),
        };
        Ok(Outcome {
            undoable: false,
            asks: None,
            ..self.outcome(saved, &seen)?
        })
    }
}

/// Writes an edit: an occurrence that changes gets a row that stands in for it, one that goes is
/// left out of its series.
pub(crate) fn save(tx: &mut Tx<'_>, edit: Edit) -> Result<(), Error> {
    for mut block in edit.put {
        if block.id == BlockId(0) {
            block.id = tx.new_block_id()?;
        }
        tx.put_block(block)?;
    }
    for handle in edit.removed {
        let Some(instance) = handle.instance() else {
            tx.remove_block(handle.id)?;
            continue;
        };
        if let Some(own) = tx.block_instead_of(instance)? {
            tx.remove_block(own.id)?;
        }
        if let Some(series) = tx.block(instance.series)? {
            tx.put_block(evenkeel_core::series::without(&series, instance.key))?;
        }
    }
    Ok(())
}
