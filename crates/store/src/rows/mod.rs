//! How each kind of record lies in its table: one file per kind. Nothing here knows about undo.

pub(crate) mod block;
pub(crate) mod document;
pub(crate) mod entry;
pub(crate) mod event;
mod extent;
pub(crate) mod feed;
pub(crate) mod rule;
mod setting;
pub(crate) mod target;
pub(crate) mod values;

use crate::error::Result;
use rusqlite::Connection;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// A record with a table of its own and a numeric key.
pub(crate) trait Row: Clone + PartialEq + Serialize + DeserializeOwned {
    /// The key in the table.
    fn key(&self) -> u32;
    /// The record with this key.
    fn read(connection: &Connection, key: u32) -> Result<Option<Self>>;
    /// Writes the record, over an older version of it where there is one.
    fn write(&self, connection: &Connection) -> Result<()>;
    /// Removes the record with this key.
    fn remove(connection: &Connection, key: u32) -> Result<()>;
}

/// The first row of a query as a record.
pub(crate) fn one<T>(
    connection: &Connection,
    sql: &str,
    parameters: impl rusqlite::Params,
    read: fn(&rusqlite::Row<'_>) -> rusqlite::Result<T>,
) -> Result<Option<T>> {
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query(parameters)?;
    Ok(rows.next()?.map(read).transpose()?)
}

/// All rows of a query as records.
pub(crate) fn all<T>(
    connection: &Connection,
    sql: &str,
    parameters: impl rusqlite::Params,
    read: fn(&rusqlite::Row<'_>) -> rusqlite::Result<T>,
) -> Result<Vec<T>> {
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map(parameters, read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Runs a statement that returns nothing.
pub(crate) fn run(
    connection: &Connection,
    sql: &str,
    parameters: impl rusqlite::Params,
) -> Result<()> {
    connection.prepare_cached(sql)?.execute(parameters)?;
    Ok(())
}
