//! Category rules in their table.

use super::values::{category_at, json, json_at, name_of, named};
use super::{Row, all, one, run};
use crate::error::Result;
use evenkeel_core::rule::{Rule, RuleField, RuleId};
use rusqlite::{Connection, params};

const FIELD: &[(RuleField, &str)] = &[
    (RuleField::Title, "title"),
    (RuleField::Organizer, "organizer"),
];

fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Rule> {
    Ok(Rule {
        id: RuleId(row.get(0)?),
        position: row.get(1)?,
        field: named(row, 2, FIELD)?,
        words: json_at(row, 3)?,
        category: category_at(row, 4)?,
    })
}

/// All rules in the order in which they decide.
pub(crate) fn rules(connection: &Connection) -> Result<Vec<Rule>> {
    let sql = "SELECT id, position, field, words, category FROM rule ORDER BY position, id";
    all(connection, sql, [], read)
}

impl Row for Rule {
    fn key(&self) -> u32 {
        self.id.0
    }

    fn read(connection: &Connection, key: u32) -> Result<Option<Rule>> {
        let sql = "SELECT id, position, field, words, category FROM rule WHERE id = ?1";
        one(connection, sql, [key], read)
    }

    fn write(&self, connection: &Connection) -> Result<()> {
        let sql = "INSERT OR REPLACE INTO rule (id, position, field, words, category) \
                   VALUES (?1, ?2, ?3, ?4, ?5)";
        let values = params![
            self.id.0,
            self.position,
            name_of(self.field, FIELD),
            json(&self.words)?,
            self.category.name(),
        ];
        run(connection, sql, values)
    }

    fn remove(connection: &Connection, key: u32) -> Result<()> {
        run(connection, "DELETE FROM rule WHERE id = ?1", [key])
    }
}
