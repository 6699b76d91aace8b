//! Blocks in their table.

use super::values::{category_at, wall, wall_at};
use super::{Row, one, run};
use crate::error::Result;
use evenkeel_core::block::{Block, BlockId};
use rusqlite::{Connection, params};

/// The columns in the order in which [`read`] takes them.
macro_rules! columns {
    () => {
        "id, uid, title, category, start_wall, end_wall, zone, locked, sequence, created, \
         modified, location, notes"
    };
}
pub(crate) use columns;

pub(crate) fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Block> {
    Ok(Block {
        id: BlockId(row.get(0)?),
        uid: row.get(1)?,
        title: row.get(2)?,
        category: category_at(row, 3)?,
        start: wall_at(row, 4)?,
        end: wall_at(row, 5)?,
        zone: row.get(6)?,
        locked: row.get(7)?,
        sequence: row.get(8)?,
        created: row.get(9)?,
        modified: row.get(10)?,
        location: row.get(11)?,
        notes: row.get(12)?,
    })
}

impl Row for Block {
    fn key(&self) -> u32 {
        self.id.0
    }

    fn read(connection: &Connection, key: u32) -> Result<Option<Block>> {
        let sql = concat!("SELECT ", columns!(), " FROM block WHERE id = ?1");
        one(connection, sql, [key], read)
    }

    fn write(&self, connection: &Connection) -> Result<()> {
        let sql = concat!(
            "INSERT OR REPLACE INTO block (",
            columns!(),
            ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)"
        );
        let values = params![
            self.id.0,
            self.uid,
            self.title,
            self.category.name(),
            wall(self.start),
            wall(self.end),
            self.zone,
            self.locked,
            self.sequence,
            self.created,
            self.modified,
            self.location,
            self.notes,
        ];
        run(connection, sql, values)
    }

    fn remove(connection: &Connection, key: u32) -> Result<()> {
        run(connection, "DELETE FROM block WHERE id = ?1", [key])
    }
}
