//! Everything that may show in a stretch of time, found through the indexes and never by a scan.

use crate::error::Result;
use crate::rows::values::wall_at;
use crate::rows::{all, block, event};
use evenkeel_core::block::{Block, BlockId};
use evenkeel_core::event::Event;
use evenkeel_core::handle::Instance;
use evenkeel_core::time::Span;
use rusqlite::{Connection, named_params};
use std::collections::{BTreeMap, HashSet};

/// Wall times stand at most this far from UTC. Zones of files reach 25 hours, and a change of the
/// clock may lengthen an occurrence by one.
const WIDEN: i64 = 26 * 3600;

/// Rows that are longer have an index of their own.
const LONG: i64 = 8 * 86_400;

/// Candidates for a stretch of time: nothing inside it is missing, some of it may lie outside.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Loaded {
    /// Single blocks and overrides, by start and id.
    pub blocks: Vec<Block>,
    /// Series of blocks, by id.
    pub series: Vec<Block>,
    /// Occurrences of those series that have a row of their own, wherever that row stands.
    pub replaced: HashSet<Instance>,
    /// Single events, whole series and the overrides that may matter, by id; without `notes` and
    /// `raw`, which [`View::event`](crate::View::event) has.
    pub events: Vec<Event>,
}

/// The questions; public to the crate so that a test can ask SQLite how it answers them.
pub(crate) mod sql {
    use super::{block, event};

    pub(crate) const BLOCKS_SHORT: &str = concat!(
        "SELECT ",
        block::columns!(),
        " FROM block WHERE recurrence IS NULL AND end_wall - start_wall <= 691200 \
         AND start_wall >= :from - :long AND start_wall < :to AND end_wall >= :from"
    );
    pub(crate) const BLOCKS_LONG: &str = concat!(
        "SELECT ",
        block::columns!(),
        " FROM block WHERE recurrence IS NULL AND end_wall - start_wall > 691200 \
         AND end_wall >= :from AND start_wall < :to"
    );
    pub(crate) const BLOCK_SERIES: &str = concat!(
        "SELECT ",
        block::columns!(),
        " FROM block WHERE recurrence IS NOT NULL AND series_until >= :from AND series_from < :to"
    );
    /// A block is at most a week long, so that an occurrence that touches the window begins no
    /// earlier than `:long` before it.
    pub(crate) const REPLACED: &str = "SELECT series, series_key FROM block \
         WHERE series IS NOT NULL AND series_key >= :from - :long AND series_key < :to";
    pub(crate) const EVENTS_SHORT: &str = concat!(
        "SELECT ",
        event::columns!("event"),
        " FROM event WHERE recurrence IS NULL AND end_wall - start_wall <= 691200 \
         AND start_wall >= :from - :long AND start_wall < :to AND end_wall >= :from"
    );
    pub(crate) const EVENTS_LONG: &str = concat!(
        "SELECT ",
        event::columns!("event"),
        " FROM event WHERE recurrence IS NULL AND end_wall - start_wall > 691200 \
         AND end_wall >= :from AND start_wall < :to"
    );
    pub(crate) const SERIES: &str = concat!(
        "SELECT ",
        event::columns!("event"),
        " FROM event WHERE recurrence IS NOT NULL AND series_until >= :from AND series_from < :to"
    );
    /// An override counts when the occurrence it replaces may touch the window, wherever the
    /// override itself went.
    pub(crate) const OVERRIDES: &str = concat!(
        "SELECT ",
        event::columns!("event"),
        " FROM event WHERE recurrence_at IS NOT NULL AND recurrence IS NULL \
         AND recurrence_at >= :from - :long AND recurrence_at < :to"
    );
    /// The same for series with occurrences that are longer than `:long`.
    pub(crate) const OVERRIDES_LONG: &str = concat!(
        "SELECT ",
        event::columns!("o"),
        " FROM event s CROSS JOIN event o ON o.feed = s.feed AND o.uid = s.uid \
         AND o.recurrence_at >= :from - s.longest AND o.recurrence_at < :to \
         WHERE s.longest > 691200 AND s.series_until >= :from AND s.series_from < :to"
    );
}

pub(crate) fn between(connection: &Connection, span: Span) -> Result<Loaded> {
    let (from, to) = (span.start.0 - WIDEN, span.end.0 + WIDEN);
    let short = named_params! { ":from": from, ":to": to, ":long": LONG };
    let other = named_params! { ":from": from, ":to": to };

    let mut blocks = all(connection, sql::BLOCKS_SHORT, short, block::read)?;
    blocks.extend(all(connection, sql::BLOCKS_LONG, other, block::read)?);
    blocks.sort_by_key(|block| (block.start, block.id));

    let mut series = all(connection, sql::BLOCK_SERIES, other, block::read)?;
    series.sort_by_key(|block| block.id);
    let replaced = match series.is_empty() {
        true => HashSet::new(),
        false => all(connection, sql::REPLACED, short, instance)?
            .into_iter()
            .collect(),
    };

    let mut events = BTreeMap::new();
    for (sql, values) in [
        (sql::EVENTS_SHORT, short),
        (sql::EVENTS_LONG, other),
        (sql::SERIES, other),
        (sql::OVERRIDES, short),
        (sql::OVERRIDES_LONG, other),
    ] {
        for event in all(connection, sql, values, event::read_light)? {
            events.insert(event.id, event);
        }
    }
    Ok(Loaded {
        blocks,
        series,
        replaced,
        events: events.into_values().collect(),
    })
}

fn instance(row: &rusqlite::Row<'_>) -> rusqlite::Result<Instance> {
    Ok(Instance {
        series: BlockId(row.get(0)?),
        key: wall_at(row, 1)?,
    })
}

#[cfg(test)]
mod tests;
