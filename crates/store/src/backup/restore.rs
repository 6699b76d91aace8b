//! Restoring: the backup is checked and prepared in a copy, then takes the place of the present
//! state in one transaction of SQLite's own. A crash leaves the one or the other.

use super::{Backup, Reason, make};
use crate::error::{Error, Result};
use crate::folder::{self, Folder, with_companions};
use crate::marker::Marker;
use crate::rows::Row;
use crate::store::{Owner, Store};
use crate::tx::LastIds;
use crate::{connect, history, schema, view};
use evenkeel_core::actual::Running;
use evenkeel_core::time::Instant;
use rusqlite::backup::StepResult;
use rusqlite::{Connection, params};

impl Store {
    /// Brings back the state of a backup, after a backup of the present one. Only for the window.
    /// Returns the new revision, which is higher than any before; ids already given stay given.
    /// Nothing runs afterwards: what ran then is long over.
    pub fn restore(&self, backup: &Backup, now: Instant) -> Result<u32> {
        self.may_restore(backup)?;
        self.backup_now(Reason::Restore, now)?;
        self.replace(|live| {
            let present = Counters::read(live)?;
            let staged = stage(&self.folder, backup, Some(&self.identity), &present)?;
            carry_given(live, &staged)?;
            let copied = rusqlite::backup::Backup::new(&staged, live)?.step(-1)?;
            drop(staged);
            folder::remove(&self.folder.fresh())?;
            match copied {
                StepResult::Done => Ok(()),
                _ => Err(Error::Busy),
            }
        })
    }

    /// Whether a backup is one that can be brought back from here.
    pub fn may_restore(&self, backup: &Backup) -> Result<()> {
        if self.owner() == Owner::Guest {
            return Err(Error::NeedsLock);
        }
        make::verify(&backup.path)?;
        Ok(())
    }
}

/// Copies a backup beside the database, brings it up to date and raises its counters to those given.
pub(crate) fn stage(
    folder: &Folder,
    backup: &Backup,
    identity: Option<&str>,
    counters: &Counters,
) -> Result<Connection> {
    for file in with_companions(&folder.fresh()) {
        folder::remove(&file)?;
    }
    std::fs::copy(&backup.path, folder.fresh())?;
    let mut staged = connect::writer(&folder.fresh())?;
    schema::migrate(&mut staged, schema::STEPS).map_err(Error::BackupDamaged)?;
    let own = Counters::read(&staged)?;
    let rev = own.rev.max(counters.rev).checked_add(1);
    let last = own.last.raised(counters.last);
    last.write(&staged, rev.ok_or(Error::IdsUsedUp)?)?;
    let sql = "UPDATE meta SET identity = coalesce(?1, identity) WHERE id = 1";
    staged.execute(sql, [identity])?;
    // What was to be said meanwhile is over: reminders begin from where the clock stands.
    staged.execute("DELETE FROM looked", [])?;
    still(&staged)?;
    Ok(staged)
}

/// What ran when the backup was made does not run on: nobody knows when it ended.
fn still(staged: &Connection) -> Result<()> {
    if let Some(ran) = Running::read(staged, 0)? {
        Running::remove(staged, 0)?;
        history::let_go(staged, &ran)?;
    }
    staged.execute("DELETE FROM seen", [])?;
    Ok(())
}

/// What was given stays given, whatever the plan becomes.
fn carry_given(live: &Connection, staged: &Connection) -> Result<()> {
    let mut given = live.prepare("SELECT id, due, at FROM reminded ORDER BY rowid")?;
    let mut rows = given.query([])?;
    let sql = "INSERT OR IGNORE INTO reminded (id, due, at) VALUES (?1, ?2, ?3)";
    let mut insert = staged.prepare(sql)?;
    while let Some(row) = rows.next()? {
        let (id, due, at): (String, i64, i64) = (row.get(0)?, row.get(1)?, row.get(2)?);
        insert.execute(params![id, due, at])?;
    }
    Ok(())
}

/// How far a database had come: its revision, and the newest id of each kind.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Counters {
    rev: u32,
    last: LastIds,
}

impl Counters {
    fn read(connection: &Connection) -> Result<Counters> {
        Ok(Counters {
            rev: view::rev(connection)?,
            last: LastIds::read(connection)?,
        })
    }

    /// Those of a database that is gone: only the revision is known, from its marker.
    pub(crate) fn lost(marker: Option<&Marker>) -> Counters {
        Counters {
            rev: marker.map_or(0, |marker| marker.rev),
            last: LastIds::default(),
        }
    }
}
