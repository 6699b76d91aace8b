//! What a write did to blocks, told by the names they are committed by: occurrences of a series as
//! single blocks, before and after.

use crate::blocks;
use evenkeel_core::block::{Block, BlockId};
use evenkeel_core::handle::{Handle, Instance};
use evenkeel_core::series;
use evenkeel_core::time::{Instant, Span, Zone, Zones};
use evenkeel_store::{Diff, Error, Tx};
use std::collections::{BTreeSet, HashSet};

/// Protected time of a series is looked after for so many seconds from now on.
const AHEAD: i64 = 12 * 7 * 86_400;

/// A block or an occurrence before and after a write.
pub(super) struct Touched {
    pub(super) handle: Handle,
    pub(super) before: Option<Block>,
    pub(super) after: Option<Block>,
}

/// All that a write touched.
pub(super) struct Touches {
    /// Single blocks, and occurrences with a row of their own.
    pub(super) blocks: Vec<Touched>,
    /// Series that changed as a whole.
    pub(super) series: BTreeSet<BlockId>,
    /// Their protected occurrences of the near future.
    pub(super) protected: Vec<Touched>,
    /// What of the changed series takes place then.
    pub(super) takes_place: Vec<Block>,
}

/// Reads what a write did so far.
pub(super) fn touches(
    tx: &Tx<'_>,
    now: Instant,
    zones: &Zones,
    home: &Zone,
) -> Result<Touches, Error> {
    let diffs = tx.block_diffs();
    let mut found = Touches {
        blocks: Vec::new(),
        series: BTreeSet::new(),
        protected: Vec::new(),
        takes_place: Vec::new(),
    };
    let near = Span::new(now, now.plus_seconds(AHEAD));
    for diff in &diffs {
        let sides = [&diff.before, &diff.after];
        if sides.into_iter().flatten().all(|block| !repeats(block)) {
            found.blocks.push(single(diff, &diffs, tx, zones, home)?);
            continue;
        }
        if let Some(id) = sides.into_iter().flatten().map(|block| block.id).next() {
            found.series.insert(id);
        }
        let own = own_rows(diff, &diffs, tx)?;
        let given = |series: &Block| {
            let rows = Vec::new();
            let series = std::slice::from_ref(series);
            series::standing(rows, series, &own, near, zones, home).0
        };
        let after: Vec<Block> = match &diff.after {
            Some(series) if repeats(series) => given(series),
            Some(block) => vec![block.clone()],
            None => Vec::new(),
        };
        let before: Vec<Block> = match &diff.before {
            Some(series) if repeats(series) && series.facets.protected => given(series),
            Some(block) if block.facets.protected && !repeats(block) => vec![block.clone()],
            _ => Vec::new(),
        };
        for block in before {
            let same = |other: &&Block| other.start == block.start;
            found.protected.push(Touched {
                handle: block.handle(),
                after: after.iter().find(same).cloned(),
                before: Some(block),
            });
        }
        found.takes_place.extend(after);
    }
    Ok(found)
}

/// A row that stands for itself, or in for an occurrence that its series may give as well.
fn single(
    diff: &Diff<Block>,
    diffs: &[Diff<Block>],
    tx: &Tx<'_>,
    zones: &Zones,
    home: &Zone,
) -> Result<Touched, Error> {
    let row = diff.after.as_ref().or(diff.before.as_ref());
    let handle = row.map_or(Handle::from(BlockId(0)), Block::handle);
    let (mut before, mut after) = (diff.before.clone(), diff.after.clone());
    if let Some(instance) = handle.instance() {
        let now = tx.block(instance.series)?;
        let of = |diff: &&Diff<Block>| {
            let mut sides = diff.before.iter().chain(&diff.after);
            sides.any(|block| block.id == instance.series)
        };
        let then = match diffs.iter().find(of) {
            Some(changed) => changed.before.clone(),
            None => now.clone(),
        };
        let given = |series: &Block| series::occurrence(series, instance.key, zones, home);
        before = before.or_else(|| then.as_ref().and_then(given));
        after = after.or_else(|| now.as_ref().and_then(given));
    }
    Ok(Touched {
        handle,
        before,
        after,
    })
}

/// The occurrences of a series that have a row of their own, before or after the write: they are
/// told of by that row.
fn own_rows(
    diff: &Diff<Block>,
    diffs: &[Diff<Block>],
    tx: &Tx<'_>,
) -> Result<HashSet<Instance>, Error> {
    let mut own = HashSet::new();
    if let Some(series) = diff.before.as_ref().or(diff.after.as_ref()) {
        let rows = tx.overrides_of(series.id)?;
        own.extend(rows.iter().filter_map(|block| block.instance));
    }
    let sides = diffs
        .iter()
        .flat_map(|diff| diff.before.iter().chain(&diff.after));
    own.extend(sides.filter_map(|block| block.instance));
    Ok(own)
}

/// The block that goes by a name now, also where it repeats by now or does no longer.
pub(super) fn found(
    committed: &Block,
    tx: &Tx<'_>,
    zones: &Zones,
    home: &Zone,
) -> Result<Option<Block>, Error> {
    if let Some(block) = blocks::find(committed.handle(), tx, zones, home)? {
        return Ok(Some(block));
    }
    match evenkeel_core::commitment::other_names(committed) {
        Some(handle) => blocks::find(handle, tx, zones, home),
        None => Ok(None),
    }
}

fn repeats(block: &Block) -> bool {
    block.recurrence.is_some()
}
