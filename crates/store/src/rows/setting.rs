//! The settings: one row, one JSON value. No row means that nothing was ever set.

use super::values::{json, json_at};
use super::{Row, one, run};
use crate::error::Result;
use evenkeel_core::settings::Settings;
use rusqlite::{Connection, params};

impl Row for Settings {
    fn key(&self) -> u32 {
        0
    }

    fn read(connection: &Connection, key: u32) -> Result<Option<Settings>> {
        let sql = "SELECT value FROM setting WHERE id = ?1";
        one(connection, sql, [key], |row| json_at(row, 0))
    }

    fn write(&self, connection: &Connection) -> Result<()> {
        let sql = "INSERT OR REPLACE INTO setting (id, value) VALUES (0, ?1)";
        run(connection, sql, params![json(self)?])
    }

    fn remove(connection: &Connection, key: u32) -> Result<()> {
        run(connection, "DELETE FROM setting WHERE id = ?1", [key])
    }
}
