//! A block begins to repeat, repeats otherwise, or stops.

use super::spread::{alone, later, single, touch};
use super::{Lost, Rows, Scope};
use crate::block::Block;
use crate::edit::{Edit, Next, Plan, Refusal};
use crate::handle::{Handle, Instance};
use crate::repeat::{Repeat, Series};
use chrono::{NaiveDateTime, TimeDelta};

/// How a block is to repeat from now on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rhythm {
    /// How; nothing to stop.
    pub repeat: Option<Repeat>,
    /// Which occurrences of a series it is about; one alone cannot repeat by itself.
    pub scope: Scope,
}

/// Makes a block a series, or changes how a series repeats. `rows` is what is stored of the series
/// the block belongs to, if it does.
///
/// To stop all leaves the occurrence in hand as a single block; to stop the following leaves those
/// up to it.
pub fn set_repeat(
    plan: &Plan,
    id: Handle,
    rows: Option<&Rows>,
    rhythm: &Rhythm,
    next: &mut Next,
) -> Result<Edit, Refusal> {
    let block = plan.block(id)?;
    let (Some(rows), Some(key)) = (rows, id.at) else {
        return match &rhythm.repeat {
            Some(repeat) => begin(plan, block, repeat),
            None => Ok(Edit::default()),
        };
    };
    if rhythm.scope == Scope::This {
        return Err(Refusal::OneAlone {
            title: block.title.clone(),
        });
    }
    let from_here = rhythm.scope == Scope::Following && !rows.begins_with(key);
    match &rhythm.repeat {
        None if from_here => Ok(rows.stop_after(plan, key)),
        None => Ok(rows.stop(plan, block)),
        Some(repeat) if from_here => {
            let (mut old, new) = rows.split(plan, key, next).ok_or(Refusal::Gone { id })?;
            touch(plan, &mut old.series);
            let repeat = kept_end(repeat, rows, &new);
            let all = new.change(plan, &repeat, key, next)?;
            let mut edit = Edit {
                new: vec![Handle::from(new.series.id)],
                put: vec![old.series],
                ..Edit::default()
            };
            edit.merge(all);
            Ok(edit)
        }
        Some(repeat) => rows.change(plan, repeat, key, next),
    }
}

/// A count that was not touched goes on counting.
fn kept_end(repeat: &Repeat, old: &Rows, new: &Rows) -> Repeat {
    let said = |rows: &Rows| {
        let rule = rows.times().recurrence.rule?;
        Repeat::from_rule(&rule, rows.series.start)
    };
    match (said(old), said(new)) {
        (Some(old), Some(new)) if old.ends == repeat.ends => repeat.clone().ending(new.ends),
        _ => repeat.clone(),
    }
}

fn begin(plan: &Plan, block: &Block, repeat: &Repeat) -> Result<Edit, Refusal> {
    let times = begun(repeat, block.start, block)?;
    let mut series = Block {
        start: times.start,
        end: later(times.start, block.end - block.start)?,
        recurrence: Some(times.recurrence),
        ..block.clone()
    };
    touch(plan, &mut series);
    let main = Handle {
        id: series.id,
        at: Some(series.start),
    };
    crate::edit::outcome::check(plan, &series)?;
    Ok(Edit {
        put: vec![series],
        main: Some(main),
        ..Edit::default()
    })
}

fn begun(repeat: &Repeat, start: NaiveDateTime, block: &Block) -> Result<Series, Refusal> {
    repeat.series(start).map_err(|why| Refusal::Repeat {
        title: block.title.clone(),
        why,
    })
}

impl Rows {
    /// The same series by another rule.
    fn change(
        &self,
        plan: &Plan,
        repeat: &Repeat,
        key: NaiveDateTime,
        next: &mut Next,
    ) -> Result<Edit, Refusal> {
        let old = &self.series;
        let mut new = begun(repeat, old.start, old)?;
        let mut lost = Vec::new();
        for left_out in &self.times().recurrence.except {
            match new.names(*left_out) {
                true => new.recurrence.except.push(*left_out),
                false => lost.push(Lost {
                    key: *left_out,
                    skipped: true,
                }),
            }
        }
        let mut edit = Edit::default();
        let mut rows = Vec::new();
        for row in &self.overrides {
            let Some(instance) = row.instance else {
                continue;
            };
            if new.names(instance.key) {
                rows.push(Block {
                    uid: old.uid.clone(),
                    instance: Some(Instance {
                        series: old.id,
                        ..instance
                    }),
                    ..row.clone()
                });
                continue;
            }
            lost.push(Lost {
                key: instance.key,
                skipped: false,
            });
            rows.push(single(plan, row, next));
        }
        if new.first().is_none() {
            return Err(Refusal::NothingLeft {
                title: old.title.clone(),
            });
        }
        edit.main = Some(Handle {
            id: old.id,
            at: new.next(key, 1).first().copied().or(new.first()),
        });
        let mut series = Block {
            start: new.start,
            end: later(new.start, old.end - old.start)?,
            recurrence: Some(new.recurrence),
            ..old.clone()
        };
        if series != *old {
            touch(plan, &mut series);
        }
        crate::edit::outcome::check(plan, &series)?;
        edit.put.push(series);
        edit.put.extend(rows);
        edit.lost = lost;
        Ok(edit)
    }

    /// The series ends with an occurrence.
    fn stop_after(&self, plan: &Plan, key: NaiveDateTime) -> Edit {
        let times = self.times();
        let after = key + TimeDelta::seconds(1);
        match times.cut_before(after) {
            Some(before) => Edit {
                main: Some(Handle {
                    id: self.series.id,
                    at: Some(key),
                }),
                ..self.ended(plan, before.recurrence, after)
            },
            None => Edit::default(),
        }
    }

    /// Only the occurrence in hand stays, as a single block under the series' name.
    fn stop(&self, plan: &Plan, block: &Block) -> Edit {
        let mut single = Block {
            id: self.series.id,
            uid: self.series.uid.clone(),
            sequence: self.series.sequence,
            created: self.series.created,
            ..alone(plan, block)
        };
        touch(plan, &mut single);
        Edit {
            main: Some(Handle::from(single.id)),
            put: vec![single],
            removed: self
                .overrides
                .iter()
                .map(|row| Handle::from(row.id))
                .collect(),
            ..Edit::default()
        }
    }
}
