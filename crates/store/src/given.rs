//! What the program remembers of its own doing: reminders it gave, and when it last saw itself
//! running. No part of the plan, so no revision, no undo step and no backup follows from it.

use crate::error::Result;
use crate::rows::values::{json, json_at};
use crate::rows::{all, one, run};
use crate::store::{Store, held};
use evenkeel_core::actual::Mark;
use evenkeel_core::time::Instant;
use rusqlite::{Connection, TransactionBehavior, params};
use std::collections::BTreeSet;

impl Store {
    /// Notes reminders as given, and tells which of them were not yet: those are this caller's to
    /// show. Of two programs that ask for the same, one is told.
    pub fn give(&self, reminders: &[(String, Instant)], now: Instant) -> Result<BTreeSet<String>> {
        if reminders.is_empty() {
            return Ok(BTreeSet::new());
        }
        self.aside(|connection| {
            let sql = "INSERT OR IGNORE INTO reminded (id, due, at) VALUES (?1, ?2, ?3)";
            let mut new = BTreeSet::new();
            for (id, due) in reminders {
                let mut statement = connection.prepare_cached(sql)?;
                if statement.execute(params![id, due.0, now.0])? == 1 {
                    new.insert(id.clone());
                }
            }
            Ok(new)
        })
    }

    /// The reminders given that were due at or after a moment.
    pub fn given_since(&self, since: Instant) -> Result<BTreeSet<String>> {
        self.read(|view| {
            let sql = "SELECT id FROM reminded WHERE due >= ?1";
            let ids = all(view.connection, sql, [since.0], |row| row.get(0))?;
            Ok(ids.into_iter().collect())
        })
    }

    /// Forgets the reminders that were due before a moment.
    pub fn forget_given(&self, before: Instant) -> Result<()> {
        self.aside(|connection| {
            run(
                connection,
                "DELETE FROM reminded WHERE due < ?1",
                [before.0],
            )
        })
    }

    /// When the program last noted that it was running; `None`: never.
    pub fn last_seen(&self) -> Result<Option<Mark>> {
        self.read(|view| {
            let sql = "SELECT value FROM seen WHERE id = 0";
            one(view.connection, sql, [], |row| json_at(row, 0))
        })
    }

    /// Notes that the program is running.
    pub fn note_seen(&self, mark: &Mark) -> Result<()> {
        let value = json(mark)?;
        self.aside(|connection| {
            let sql = "INSERT OR REPLACE INTO seen (id, value) VALUES (0, ?1)";
            run(connection, sql, [value])
        })
    }

    /// A write beside the plan, in a transaction of its own.
    pub(crate) fn aside<T>(&self, change: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
        self.verify()?;
        let mut writer = held(&self.writer);
        let connection = self.opened(&mut writer)?;
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let value = change(&transaction)?;
        if let Err(error) = transaction.commit().map_err(crate::Error::from) {
            drop(writer);
            self.distrust(&error);
            return Err(error);
        }
        Ok(value)
    }
}
