//! Finding what was typed in everything the plan holds: a scan, since people type three letters out
//! of the middle of a word, and since an index of texts would have to be kept on every write.
//!
//! To search another kind of record, add it to [`Found`], write one function that goes through its
//! table and offers what fits, and call it in [`all`].

use crate::error::Result;
use crate::rows::values::wall;
use chrono::NaiveDateTime;
use evenkeel_core::block::BlockId;
use evenkeel_core::event::EventId;
use evenkeel_core::find::{Fit, Needle, Rank};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row};
use std::collections::BinaryHeap;

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Found {
    /// A block of one's own, or a whole series of them.
    Block(BlockId),
    /// An imported event, or a whole series of them.
    Event(EventId),
}

/// One thing that fits. The least is the best.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hit {
    /// How well it fits.
    pub rank: Rank,
    /// Wall seconds between it and the time asked about: 0 while it, or a series, is under way.
    pub away: i64,
    /// What it is.
    pub what: Found,
}

/// What fits best, the best first; as many as asked for.
pub(crate) fn all(
    connection: &Connection,
    needle: &Needle,
    near: NaiveDateTime,
    most: usize,
) -> Result<Vec<Hit>> {
    let mut best = Best {
        near: wall(near),
        most,
        hits: BinaryHeap::new(),
    };
    blocks(connection, needle, &mut best)?;
    events(connection, needle, &mut best)?;
    Ok(best.hits.into_sorted_vec())
}

fn blocks(connection: &Connection, needle: &Needle, best: &mut Best) -> Result<()> {
    let sql = "SELECT id, title, location, notes, coalesce(series_from, start_wall), \
               coalesce(series_until, end_wall) FROM block";
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let around = [text(row, 2)?, text(row, 3)?];
        if let Some(rank) = needle.rank(text(row, 1)?, &around) {
            let id = BlockId(row.get(0)?);
            best.offer(rank, row.get(4)?, row.get(5)?, Found::Block(id));
        }
    }
    Ok(())
}

/// An event that lacks words which may yet stand in its notes.
struct Lacking {
    id: u32,
    fit: Fit,
    from: i64,
    until: i64,
}

fn events(connection: &Connection, needle: &Needle, best: &mut Best) -> Result<()> {
    let sql = "SELECT id, title, location, organizer, coalesce(series_from, start_wall), \
               coalesce(series_until, end_wall) FROM event ORDER BY id";
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query([])?;
    let mut lacking = Vec::new();
    while let Some(row) = rows.next()? {
        let fit = needle.around(needle.title(text(row, 1)?), text(row, 2)?);
        let fit = needle.around(fit, text(row, 3)?);
        let (id, from, until) = (row.get(0)?, row.get(4)?, row.get(5)?);
        match fit.rank() {
            Some(rank) => best.offer(rank, from, until, Found::Event(EventId(id))),
            None => lacking.push(Lacking {
                id,
                fit,
                from,
                until,
            }),
        }
    }
    // Notes are most of what there is to read, and what is found in them ranks last.
    match best.is_full_of_titles() {
        true => Ok(()),
        false => notes(connection, needle, &lacking, best),
    }
}

/// Read from an index that holds the notes alone; a test asks SQLite whether it does so.
pub(crate) const NOTES: &str = "SELECT id, notes FROM event_text WHERE notes <> '' ORDER BY id";

/// Goes through the notes of events in the order of the events.
fn notes(
    connection: &Connection,
    needle: &Needle,
    events: &[Lacking],
    best: &mut Best,
) -> Result<()> {
    let sql = NOTES;
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query([])?;
    let mut events = events.iter().peekable();
    while let Some(row) = rows.next()? {
        let id: u32 = row.get(0)?;
        while events.next_if(|event| event.id < id).is_some() {}
        let Some(event) = events.next_if(|event| event.id == id) else {
            continue;
        };
        if let Some(rank) = needle.around(event.fit, text(row, 1)?).rank() {
            best.offer(rank, event.from, event.until, Found::Event(EventId(id)));
        }
    }
    Ok(())
}

/// The best so far.
struct Best {
    near: i64,
    most: usize,
    /// The worst of them on top.
    hits: BinaryHeap<Hit>,
}

impl Best {
    /// Whether nothing that fits only around its title can be among them.
    fn is_full_of_titles(&self) -> bool {
        let worst = self.hits.peek().map(|hit| hit.rank);
        self.most <= self.hits.len() && worst < Some(Rank::Around)
    }

    fn offer(&mut self, rank: Rank, from: i64, until: i64, what: Found) {
        let before = from.saturating_sub(self.near);
        let since = self.near.saturating_sub(until);
        let away = before.max(since).max(0);
        self.hits.push(Hit { rank, away, what });
        if self.most < self.hits.len() {
            self.hits.pop();
        }
    }
}

fn text<'r>(row: &'r Row<'_>, column: usize) -> rusqlite::Result<&'r str> {
    match row.get_ref(column)? {
        ValueRef::Null => Ok(""),
        value => Ok(value.as_str()?),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Error;
    use crate::store::{Owner, Store};

    #[test]
    fn notes_are_read_without_the_raw_texts_beside_them() {
        let dir = tempfile::tempdir().unwrap();
        let store = Store::open(dir.path(), Owner::Window).unwrap();
        let plan: String = store
            .read::<_, Error>(|view| {
                let sql = format!("EXPLAIN QUERY PLAN {NOTES}");
                Ok(view.connection.query_row(&sql, [], |row| row.get(3))?)
            })
            .unwrap();
        assert!(plan.contains("COVERING INDEX event_noted"), "{plan}");
        assert!(!plan.contains("TEMP B-TREE"), "{plan}");
    }
}
