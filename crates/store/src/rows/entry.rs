//! Entries: the columns that are asked for, and the rest as one JSON value.

use super::values::{json, json_at};
use super::{Row, all, one, run};
use crate::error::Result;
use evenkeel_core::actual::Entry;
use evenkeel_core::time::Span;
use rusqlite::{Connection, named_params, params};

/// Entries that are longer have an index of their own, seconds.
const LONG: i64 = 8 * 86_400;

impl Row for Entry {
    fn key(&self) -> u32 {
        self.id.0
    }

    fn read(connection: &Connection, key: u32) -> Result<Option<Entry>> {
        let sql = "SELECT value FROM entry WHERE id = ?1";
        one(connection, sql, [key], |row| json_at(row, 0))
    }

    fn write(&self, connection: &Connection) -> Result<()> {
        let sql = "INSERT OR REPLACE INTO entry (id, start_at, end_at, of, value) \
                   VALUES (?1, ?2, ?3, ?4, ?5)";
        let Span { start, end } = self.span;
        let values = params![self.id.0, start.0, end.0, self.subject.of, json(self)?];
        run(connection, sql, values)
    }

    fn remove(connection: &Connection, key: u32) -> Result<()> {
        run(connection, "DELETE FROM entry WHERE id = ?1", [key])
    }
}

/// The questions; public to the crate so that a test can ask SQLite how it answers them.
pub(crate) mod sql {
    pub(crate) const SHORT: &str = "SELECT value FROM entry \
         WHERE end_at - start_at <= 691200 AND start_at >= :from - :long AND start_at < :to \
         AND end_at > :from ORDER BY start_at";
    pub(crate) const LONG: &str = "SELECT value FROM entry \
         WHERE end_at - start_at > 691200 AND end_at > :from AND start_at < :to";
    pub(crate) const OF: &str = "SELECT value FROM entry WHERE of = ?1 ORDER BY start_at";
}

/// Entries that hold some of a stretch of time, by start.
pub(crate) fn between(connection: &Connection, span: Span) -> Result<Vec<Entry>> {
    let (from, to) = (span.start.0, span.end.0);
    let short = named_params! { ":from": from, ":to": to, ":long": LONG };
    let long = named_params! { ":from": from, ":to": to };
    let mut entries: Vec<Entry> = all(connection, sql::SHORT, short, |row| json_at(row, 0))?;
    entries.extend(all(connection, sql::LONG, long, |row| json_at(row, 0))?);
    entries.sort_by_key(|entry: &Entry| entry.span.start);
    Ok(entries)
}

/// Entries that are time for a block or a meeting, by start.
pub(crate) fn of(connection: &Connection, key: &str) -> Result<Vec<Entry>> {
    all(connection, sql::OF, [key], |row| json_at(row, 0))
}

#[cfg(test)]
mod tests;
