//! What was done to one occurrence is done to its series: parts that changed there change
//! everywhere, a move moves all, and exceptions follow where they agree with the series.

use super::parts::{followed, same};
use super::{Lost, Rows, Scope};
use crate::block::Block;
use crate::edit::outcome::check;
use crate::edit::{Edit, Next, Plan, Refusal};
use crate::handle::{Handle, Instance};
use crate::repeat::{Series, Shift};
use chrono::{NaiveDateTime, TimeDelta};

impl Rows {
    /// What `before` became in `after` becomes of the following occurrences or of all.
    pub(super) fn spread(
        &self,
        plan: &Plan,
        before: &Block,
        after: &Block,
        scope: Scope,
        next: &mut Next,
    ) -> Result<Edit, Refusal> {
        let id = before.handle();
        let key = id.at.ok_or(Refusal::Gone { id })?;
        let mut edit = Edit::default();
        if scope == Scope::Following && !self.begins_with(key) {
            let (mut old, new) = self.split(plan, key, next).ok_or(Refusal::Gone { id })?;
            touch(plan, &mut old.series);
            edit.put.push(old.series);
            edit.new.push(Handle::from(new.series.id));
            let all = new.spread_all(plan, before, after, key, next)?;
            edit.merge(all);
            // Exceptions that did not change belong to the new series all the same.
            let told = |block: &Block| edit.put.iter().any(|put| put.id == block.id);
            let gone = |block: &Block| edit.removed.contains(&Handle::from(block.id));
            let moved: Vec<Block> = new
                .overrides
                .into_iter()
                .filter(|o| !told(o) && !gone(o))
                .collect();
            edit.put.extend(moved);
        } else {
            edit.merge(self.spread_all(plan, before, after, key, next)?);
        }
        for block in &edit.put {
            check(plan, block)?;
        }
        Ok(edit)
    }

    fn spread_all(
        &self,
        plan: &Plan,
        before: &Block,
        after: &Block,
        key: NaiveDateTime,
        next: &mut Next,
    ) -> Result<Edit, Refusal> {
        let old = &self.series;
        // A part that was changed is changed everywhere, also where this one had its own.
        let mut series = followed(old, old, before, after);
        let way = Way::of(self, plan, before, after, &series, key)?;
        let (times, mut lost) = way.times(&self.times());
        series.start = times.start;
        series.end = later(times.start, way.length)?;
        series.recurrence = Some(times.recurrence.clone());

        let mut edit = Edit {
            main: Some(Handle {
                id: series.id,
                at: way.key(key),
            }),
            ..Edit::default()
        };
        let mut moved: Vec<Block> = Vec::new();
        for row in &self.overrides {
            let Some(instance) = row.instance else {
                continue;
            };
            let to = way.key(instance.key).filter(|to| times.names(*to));
            let Some(to) = to else {
                lost.push(Lost {
                    key: instance.key,
                    skipped: false,
                });
                edit.put.push(single(plan, row, next));
                continue;
            };
            let mut follows = match instance.key == key {
                true => Block {
                    id: row.id,
                    sequence: row.sequence,
                    created: row.created,
                    ..after.clone()
                },
                false => way.with_time(
                    followed(row, old, before, after),
                    row,
                    old,
                    instance.key,
                    to,
                )?,
            };
            follows.uid.clone_from(&series.uid);
            follows.instance = Some(Instance {
                series: series.id,
                key: to,
            });
            if same(&follows, &plainly(&series, to, way.length)?) {
                edit.removed.push(Handle::from(row.id));
            } else if follows != *row {
                touch(plan, &mut follows);
                moved.push(follows);
            }
        }
        if self.instead_of(key).is_none() {
            edit.put.extend(way.left_over(plan, after, &series, key)?);
        }
        // A key is free before another exception takes it.
        moved.sort_by_key(|row| row.instance.map(|instance| instance.key));
        if TimeDelta::zero() < way.step {
            moved.reverse();
        }
        if series != *old {
            if old.created == plan.now && old.sequence == 0 {
                series.modified = plan.now;
            } else {
                touch(plan, &mut series);
            }
        }
        edit.put.insert(0, series);
        edit.put.extend(moved);
        edit.lost = lost;
        Ok(edit)
    }
}

/// How the times of a series go along with one of its occurrences.
struct Way {
    shift: Option<Shift>,
    /// How far the occurrence in hand went from where it stood, and its series with it.
    step: TimeDelta,
    /// How long they are, on their own clock.
    length: TimeDelta,
    old_length: TimeDelta,
}

impl Way {
    fn of(
        rows: &Rows,
        plan: &Plan,
        before: &Block,
        after: &Block,
        series: &Block,
        key: NaiveDateTime,
    ) -> Result<Way, Refusal> {
        let old_length = rows.series.end - rows.series.start;
        let length = match after.end - after.start {
            length if length == before.end - before.start => old_length,
            length => length,
        };
        let still = Way {
            shift: None,
            step: TimeDelta::zero(),
            length,
            old_length,
        };
        if before.start == after.start {
            return Ok(still);
        }
        // The occurrence may keep a clock of its own; its series moves on the series' clock.
        let on_clock_of = |series: &Block, block: &Block| match block.zone == series.zone {
            true => block.start,
            false => plan.zone(series).wall(plan.span(block).start),
        };
        // One that was moved before goes on from where it stood, not from where its series has it.
        let step = on_clock_of(series, after) - on_clock_of(&rows.series, before);
        let to = later(key, step)?;
        let shift = rows
            .times()
            .shift(key, to)
            .ok_or_else(|| Refusal::CannotFollow {
                title: rows.series.title.clone(),
            })?;
        Ok(Way {
            shift: Some(shift),
            step,
            ..still
        })
    }

    /// Where an occurrence is now.
    fn key(&self, key: NaiveDateTime) -> Option<NaiveDateTime> {
        match &self.shift {
            Some(shift) => shift.key(key),
            None => Some(key),
        }
    }

    /// The times after the move, and what was left out of days that are none any more.
    fn times(&self, old: &Series) -> (Series, Vec<Lost>) {
        let Some(shift) = &self.shift else {
            return (old.clone(), Vec::new());
        };
        let mut times = shift.series.clone();
        let mut lost = Vec::new();
        let mut except = Vec::new();
        for key in &old.recurrence.except {
            match shift.key(*key).filter(|to| times.names(*to)) {
                Some(to) => except.push(to),
                None => lost.push(Lost {
                    key: *key,
                    skipped: true,
                }),
            }
        }
        times.recurrence.except = except;
        (times, lost)
    }

    /// An exception with its time: where it had the time of the series it follows, in its length
    /// too.
    fn with_time(
        &self,
        mut block: Block,
        row: &Block,
        old: &Block,
        from: NaiveDateTime,
        to: NaiveDateTime,
    ) -> Result<Block, Refusal> {
        let in_place = row.start == from && row.zone == old.zone;
        let own_length = row.end - row.start;
        let length = match own_length == self.old_length {
            true => self.length,
            false => own_length,
        };
        if in_place && !row.locked {
            block.start = to;
        }
        block.end = later(block.start, length)?;
        Ok(block)
    }

    /// A row for the occurrence in hand, where it is still not as its series has it.
    fn left_over(
        &self,
        plan: &Plan,
        after: &Block,
        series: &Block,
        key: NaiveDateTime,
    ) -> Result<Option<Block>, Refusal> {
        let Some(to) = self.key(key) else {
            return Ok(None);
        };
        if same(after, &plainly(series, to, self.length)?) {
            return Ok(None);
        }
        let mut row = Block {
            uid: series.uid.clone(),
            instance: Some(Instance {
                series: series.id,
                key: to,
            }),
            ..after.clone()
        };
        touch(plan, &mut row);
        Ok(Some(row))
    }
}

/// An occurrence as its series has it.
fn plainly(series: &Block, key: NaiveDateTime, length: TimeDelta) -> Result<Block, Refusal> {
    Ok(Block {
        start: key,
        end: later(key, length)?,
        ..series.clone()
    })
}

/// An exception without a series: a block of its own.
pub(super) fn single(plan: &Plan, row: &Block, next: &mut Next) -> Block {
    let (_, uid) = next();
    let mut block = Block {
        uid,
        ..alone(plan, row)
    };
    touch(plan, &mut block);
    block
}

/// An occurrence as a single block. Where clocks going forward would swallow it, it stands after
/// them.
pub(super) fn alone(plan: &Plan, occurrence: &Block) -> Block {
    let mut block = Block {
        instance: None,
        recurrence: None,
        ..occurrence.clone()
    };
    if plan.span(&block).seconds() == 0 {
        let zone = plan.zone(&block);
        let span = plan.span(occurrence);
        block.start = zone.wall(span.start);
        block.end = zone.wall(span.end);
    }
    block
}

pub(super) fn touch(plan: &Plan, block: &mut Block) {
    block.sequence = block.sequence.saturating_add(1);
    block.modified = plan.now;
}

pub(super) fn later(wall: NaiveDateTime, by: TimeDelta) -> Result<NaiveDateTime, Refusal> {
    wall.checked_add_signed(by).ok_or(Refusal::OutsideCalendar)
}
