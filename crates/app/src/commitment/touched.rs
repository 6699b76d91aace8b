//! What a write did to blocks, told by the names they are committed by: occurrences of a series as
//! single blocks, before and after.

use super::shifted::shifted;
use crate::blocks;
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use evenkeel_core::block::{Block, BlockId};
use evenkeel_core::commitment::Committed;
use evenkeel_core::handle::{Handle, Instance};
use evenkeel_core::repeat::Series;
use evenkeel_core::series;
use evenkeel_core::time::{Instant, Span, Zone, Zones};
use evenkeel_store::{Diff, Error, Tx};
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// What protected time of a series is lost is counted for so many seconds from now on, and looked
/// for as long after every point at which the series changed.
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
    /// Their protected occurrences of the near future, and from where the series changed on.
    pub(super) protected: Vec<Touched>,
    /// The near future.
    pub(super) near: Span,
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
        near: Span::new(now, now.plus_seconds(AHEAD)),
    };
    let mut points: BTreeSet<Instant> = diffs
        .iter()
        .flat_map(|diff| turning_points(diff, now, zones, home))
        .collect();
    points.insert(now);
    let windows = windows(&points);
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
            let mut met = HashSet::new();
            let mut all: Vec<Block> = Vec::new();
            for window in &windows {
                let of = std::slice::from_ref(series);
                let none = Vec::new();
                all.extend(series::standing(none, of, &own, *window, zones, home).0);
            }
            all.retain(|block| met.insert(block.handle()));
            all
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

/// Where a protected series may lose time later than soon: its next time, where it begins and ends
/// before and after, and what is left out of it or added to it on one side alone.
fn turning_points(diff: &Diff<Block>, now: Instant, zones: &Zones, home: &Zone) -> Vec<Instant> {
    let Some(before) = diff.before.as_ref() else {
        return Vec::new();
    };
    if !repeats(before) || !before.facets.protected {
        return Vec::new();
    }
    let zone = before.zone_or(zones, home);
    let mut walls: Vec<NaiveDateTime> = Vec::new();
    let mut single: BTreeMap<NaiveDateTime, usize> = BTreeMap::new();
    for block in [&diff.before, &diff.after].into_iter().flatten() {
        walls.push(block.start);
        let Some(recurrence) = &block.recurrence else {
            continue;
        };
        let course = Series {
            start: block.start,
            recurrence: recurrence.clone(),
        };
        walls.extend(course.next(zone.wall(now), 1));
        walls.extend(recurrence.last);
        walls.extend(recurrence.rule.as_deref().and_then(until));
        let days = recurrence.except_days.iter();
        let extra = recurrence.extra.iter().map(|(start, _)| *start);
        let of_days = days.map(|day| day.and_time(NaiveTime::MIN));
        for wall in recurrence
            .except
            .iter()
            .copied()
            .chain(extra)
            .chain(of_days)
        {
            *single.entry(wall).or_default() += 1;
        }
    }
    walls.extend(
        single
            .iter()
            .filter(|(_, sides)| **sides == 1)
            .map(|(wall, _)| *wall),
    );
    let points = walls.into_iter().map(|wall| zone.instant(wall));
    points.filter(|point| now < *point).collect()
}

/// The end that a rule names.
fn until(rule: &str) -> Option<NaiveDateTime> {
    let parts = rule.split(';');
    let told = parts
        .filter_map(|part| part.strip_prefix("UNTIL="))
        .next()?;
    let told = told.trim_end_matches('Z');
    let day = || NaiveDate::parse_from_str(told, "%Y%m%d").ok();
    let wall = NaiveDateTime::parse_from_str(told, "%Y%m%dT%H%M%S").ok();
    wall.or_else(|| Some(day()?.and_time(NaiveTime::MIN)))
}

/// The stretches after some points, none twice.
fn windows(points: &BTreeSet<Instant>) -> Vec<Span> {
    let mut windows: Vec<Span> = Vec::new();
    for point in points {
        let end = point.plus_seconds(AHEAD);
        match windows.last_mut() {
            Some(last) if *point <= last.end => last.end = end,
            _ => windows.push(Span::new(*point, end)),
        }
    }
    windows
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
    planned: &[Committed],
    tx: &Tx<'_>,
    zones: &Zones,
    home: &Zone,
) -> Result<Option<Block>, Error> {
    if let Some(block) = blocks::find(committed.handle(), tx, zones, home)? {
        return Ok(Some(block));
    }
    if let Some(handle) = evenkeel_core::commitment::other_names(committed)
        && let Some(block) = blocks::find(handle, tx, zones, home)?
    {
        return Ok(Some(block));
    }
    let Some(instance) = committed.instance else {
        return Ok(None);
    };
    let zone = committed.zone_or(zones, home);
    let midnight = zone.instant(instance.key.date().and_time(NaiveTime::MIN));
    // Zones and changes of the clock put a day anywhere within three.
    let span = Span::new(
        midnight.plus_seconds(-86_400),
        midnight.plus_seconds(2 * 86_400),
    );
    let loaded = tx.plan_between(span)?;
    let (series, replaced) = (&loaded.series, &loaded.replaced);
    let (blocks, _) = series::standing(loaded.blocks, series, replaced, span, zones, home);
    Ok(shifted(committed, planned, blocks.iter()).cloned())
}

fn repeats(block: &Block) -> bool {
    block.recurrence.is_some()
}
