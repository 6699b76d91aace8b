//! Edits that reach further than one occurrence of a series: to this and the following ones, or to
//! all. Any verb edits one occurrence; what it changed there is then done to the others.
//!
//! Nothing here walks through occurrences: a series of ten thousand costs what one of ten does, and
//! only the exceptions of a series are looked at one by one.

mod apart;
mod parts;
mod remove;
mod repeat;
mod restore;
mod spread;
#[cfg(test)]
mod tests;

pub use apart::apart;
pub use remove::skip;
pub use repeat::{Rhythm, set_repeat};
pub use restore::restore;

use super::{Edit, Next, Plan, Refusal};
use crate::block::{Block, BlockId};
use crate::handle::{Handle, Instance};
use crate::repeat::Series;
use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

/// How far an edit of one occurrence reaches.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// This one alone.
    #[default]
    This,
    /// This one and all after it.
    Following,
    /// All of the series.
    All,
}

/// Everything stored of a series.
#[derive(Clone, Debug)]
pub struct Rows {
    /// The series itself; it has a recurrence.
    pub series: Block,
    /// The rows that stand in for single occurrences.
    pub overrides: Vec<Block>,
}

/// An exception that a change left without an occurrence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lost {
    /// The occurrence it was about, wall time in the series' zone.
    pub key: NaiveDateTime,
    /// Whether it had been left out; else it had a row of its own, which is a single block now.
    pub skipped: bool,
}

/// Turns an edit into one of rows, as far as it reaches: does to the rest of a series what an edit did to those of its occurrences that were named.
/// Blocks that only made way, and single blocks, keep what the edit made of them.
pub fn across(
    plan: &Plan,
    edit: Edit,
    named: &[Handle],
    rows: &[Rows],
    scope: Scope,
    next: &mut Next,
) -> Result<Edit, Refusal> {
    let mut named: Vec<Handle> = named.to_vec();
    named.sort_unstable();
    let mut out = Edit {
        new: edit.new.clone(),
        ..Edit::default()
    };
    let mut converted = Vec::new();
    for of in rows {
        let own = |handle: &&Handle| handle.instance().is_some() && handle.id == of.series.id;
        let own: Vec<Handle> = named.iter().filter(own).copied().collect();
        // Of several occurrences of one series the earliest speaks for it.
        let Some(first) = own.first().copied() else {
            continue;
        };
        let gone = edit.removed.contains(&first);
        if scope == Scope::This && !gone {
            continue;
        }
        if scope == Scope::This {
            let keys: Vec<NaiveDateTime> = own.iter().filter_map(|handle| handle.at).collect();
            out.merge(skip(plan, of, &keys));
        } else if gone {
            out.merge(of.remove(plan, first, scope));
        } else if let Some(after) = edit.put.iter().find(|block| block.handle() == first) {
            out.merge(of.spread(plan, plan.block(first)?, after, scope, next)?);
        }
        converted.extend(own);
    }
    let kept = |handle: &Handle| !converted.contains(handle);
    let put = edit.put.into_iter();
    out.put.extend(put.filter(|block| kept(&block.handle())));
    out.removed.extend(edit.removed.into_iter().filter(kept));
    Ok(out)
}

/// Does to the rest of a series what makes one of its occurrences different from it: one that was
/// left out takes the others with it.
pub fn extend(
    plan: &Plan,
    rows: &Rows,
    key: NaiveDateTime,
    scope: Scope,
    next: &mut Next,
) -> Result<Edit, Refusal> {
    let instance = Instance {
        series: rows.series.id,
        key,
    };
    let id = Handle {
        id: instance.series,
        at: Some(key),
    };
    let Some(after) = rows.instead_of(key) else {
        let left_out = rows.times().recurrence.except.contains(&key);
        return match left_out && scope != Scope::This {
            true => Ok(rows.remove(plan, id, scope)),
            false => Err(Refusal::Gone { id }),
        };
    };
    let length = rows.series.end - rows.series.start;
    let before = Block {
        id: BlockId(0),
        start: key,
        end: spread::later(key, length)?,
        instance: Some(instance),
        recurrence: None,
        ..rows.series.clone()
    };
    match scope {
        Scope::This => Ok(Edit::default()),
        Scope::Following | Scope::All => rows.spread(plan, &before, after, scope, next),
    }
}

impl Rows {
    /// When the series takes place.
    pub fn times(&self) -> Series {
        times(&self.series)
    }

    /// The row that stands in for an occurrence.
    fn instead_of(&self, key: NaiveDateTime) -> Option<&Block> {
        let is = |block: &&Block| block.instance.is_some_and(|instance| instance.key == key);
        self.overrides.iter().find(is)
    }

    /// Whether no occurrence comes before this one: then it and those that follow are all.
    fn begins_with(&self, key: NaiveDateTime) -> bool {
        self.times().first().is_none_or(|first| key <= first)
    }

    /// The series that ends before an occurrence and a new one that begins with it, each with its
    /// exceptions.
    fn split(&self, plan: &Plan, key: NaiveDateTime, next: &mut Next) -> Option<(Rows, Rows)> {
        let times = self.times();
        let (before, rest) = (times.cut_before(key)?, times.rest_from(key)?);
        let (id, uid) = next();
        let length = self.series.end - self.series.start;
        let old = Block {
            recurrence: Some(before.recurrence),
            ..self.series.clone()
        };
        let new = Block {
            id,
            uid,
            start: rest.start,
            end: rest.start.checked_add_signed(length)?,
            recurrence: Some(rest.recurrence),
            sequence: 0,
            created: plan.now,
            ..self.series.clone()
        };
        let (earlier, later): (Vec<Block>, Vec<Block>) = self
            .overrides
            .iter()
            .cloned()
            .partition(|block| block.instance.is_some_and(|instance| instance.key < key));
        let later = later.into_iter().map(|block| Block {
            uid: new.uid.clone(),
            instance: block.instance.map(|instance| Instance {
                series: new.id,
                key: instance.key,
            }),
            ..block
        });
        let later = later.collect();
        let (old, new) = (
            Rows {
                series: old,
                overrides: earlier,
            },
            Rows {
                series: new,
                overrides: later,
            },
        );
        Some((old, new))
    }
}

/// When a series takes place.
pub fn times(series: &Block) -> Series {
    Series {
        start: series.start,
        recurrence: series.recurrence.clone().unwrap_or_default(),
    }
}
