//! Outside calendars in their table.

use super::values::{json_or_none, json_text};
use super::{Row, all, one, run};
use crate::error::Result;
use evenkeel_core::event::{Feed, FeedId};
use rusqlite::{Connection, params};

fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Feed> {
    Ok(Feed {
        id: FeedId(row.get(0)?),
        name: row.get(1)?,
        source: row.get(2)?,
        read: row.get(3)?,
        subscription: json_or_none(row, 4)?,
    })
}

/// All calendars, oldest first.
pub(crate) fn feeds(connection: &Connection) -> Result<Vec<Feed>> {
    let sql = "SELECT id, name, source, read_at, subscription FROM feed ORDER BY id";
    all(connection, sql, [], read)
}

impl Row for Feed {
    fn key(&self) -> u32 {
        self.id.0
    }

    fn read(connection: &Connection, key: u32) -> Result<Option<Feed>> {
        let sql = "SELECT id, name, source, read_at, subscription FROM feed WHERE id = ?1";
        one(connection, sql, [key], read)
    }

    /// An update where the row exists: replacing it would first remove the parent of its events.
    fn write(&self, connection: &Connection) -> Result<()> {
        let sql = "INSERT INTO feed (id, name, source, read_at, subscription) \
                   VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (id) \
                   DO UPDATE SET name = ?2, source = ?3, read_at = ?4, subscription = ?5";
        let values = params![
            self.id.0,
            self.name,
            self.source,
            self.read,
            json_text(self.subscription.as_ref())?,
        ];
        run(connection, sql, values)
    }

    fn remove(connection: &Connection, key: u32) -> Result<()> {
        run(connection, "DELETE FROM feed WHERE id = ?1", [key])
    }
}
