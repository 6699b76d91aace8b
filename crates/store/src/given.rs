//! What the program remembers of its own doing: reminders it gave, and when it last saw itself
//! running. No part of the plan, so no revision, no undo step and no backup follows from it.

use crate::error::Result;
use crate::rows::values::{json, json_at};
use crate::rows::{one, run};
use crate::store::{Store, held};
use evenkeel_core::actual::Mark;
use evenkeel_core::time::Instant;
use rusqlite::{Connection, TransactionBehavior, params};
use std::collections::BTreeSet;

/// How many given reminders are remembered: those of some years. The oldest are forgotten by their
/// number and not by their time, which a clock that was set would have wrong.
const MOST_GIVEN: u32 = 20_000;

impl Store {
    /// Notes reminders as given, and tells which of them were not yet: those are this caller's to
    /// show. Of two programs that ask for the same, one is told. Reminders were looked at up to now.
    pub fn give(&self, reminders: &[(String, Instant)], now: Instant) -> Result<BTreeSet<String>> {
        self.aside(|connection| {
            let mut new = BTreeSet::new();
            for (id, due) in reminders {
                let sql = "INSERT OR IGNORE INTO reminded (id, due, at) VALUES (?1, ?2, ?3)";
                let mut statement = connection.prepare_cached(sql)?;
                if statement.execute(params![id, due.0, now.0])? == 1 {
                    new.insert(id.clone());
                }
            }
            let old = "DELETE FROM reminded WHERE rowid <= (SELECT max(rowid) FROM reminded) - ?1";
            run(connection, old, [MOST_GIVEN])?;
            let looked = "INSERT OR REPLACE INTO looked (id, at) VALUES (0, ?1)";
            run(connection, looked, [now.0])?;
            Ok(new)
        })
    }

    /// Which of these reminders were given.
    pub fn given(&self, ids: &[&str]) -> Result<BTreeSet<String>> {
        self.read(|view| {
            let mut given = BTreeSet::new();
            for id in ids {
                let sql = "SELECT id FROM reminded WHERE id = ?1";
                given.extend(one(view.connection, sql, [id], |row| row.get(0))?);
            }
            Ok(given)
        })
    }

    /// Up to when reminders were looked at; `None`: never.
    pub fn looked(&self) -> Result<Option<Instant>> {
        self.read(|view| {
            let sql = "SELECT at FROM looked WHERE id = 0";
            one(view.connection, sql, [], |row| Ok(Instant(row.get(0)?)))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Owner;

    fn some(count: usize) -> Vec<(String, Instant)> {
        let one = |number| (format!("start:b{number}:0"), Instant(0));
        (0..count).map(one).collect()
    }

    #[test]
    fn of_two_programs_one_is_told_to_show_a_reminder() {
        let dir = tempfile::tempdir().unwrap();
        let window = Store::open(dir.path(), Owner::Window).unwrap();
        let guest = Store::open(dir.path(), Owner::Guest).unwrap();
        assert_eq!(window.looked().unwrap(), None);
        assert_eq!(window.give(&some(2), Instant(5)).unwrap().len(), 2);
        let third = guest.give(&some(3), Instant(6)).unwrap();
        assert_eq!(third.into_iter().collect::<Vec<_>>(), ["start:b2:0"]);
        assert_eq!(guest.looked().unwrap(), Some(Instant(6)));
        assert_eq!(guest.rev().unwrap(), 0);
        let asked = ["start:b1:0", "start:b7:0"];
        let given = window.given(&asked).unwrap();
        assert_eq!(given.into_iter().collect::<Vec<_>>(), ["start:b1:0"]);
    }

    #[test]
    fn the_oldest_reminders_are_forgotten_by_their_number_whatever_the_clock_said() {
        let dir = tempfile::tempdir().unwrap();
        let store = Store::open(dir.path(), Owner::Window).unwrap();
        let many = some(MOST_GIVEN as usize + 10);
        let (first, last) = many.split_at(20);
        store.give(first, Instant(i64::MAX)).unwrap();
        store.give(last, Instant(0)).unwrap();
        let left = store.give(&many, Instant(0)).unwrap();
        assert_eq!(left.len(), 10);
    }
}
