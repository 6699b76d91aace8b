//! The open store: one connection that reads, one that writes, and the door for every write.
//!
//! Both connections stand behind a mutex of their own, so that reads never wait for a write. A
//! mutex rather than a thread that owns the connection: the shell's commands already run on threads
//! of their own, and a closure that borrows from its caller needs no channel and no `'static`.

use crate::apart;
use crate::backup::Look;
use crate::error::{Error, Result};
use crate::folder::Folder;
use crate::foreign;
use crate::history::{self, Undone, Way};
use crate::marker::{self, Marker};
use crate::plan::Loaded;
use crate::tx::{Committed, Tx};
use crate::view::{self, View};
use crate::{connect, diff::Diffs};
use evenkeel_core::block::{Block, BlockId};
use evenkeel_core::event::{Event, EventId};
use evenkeel_core::settings::Settings;
use evenkeel_core::time::{Instant, Span};
use rusqlite::{Connection, TransactionBehavior};
use std::fs::File;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Who opens the store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// The desktop window: holds a lock, so that there is only one.
    Window,
    /// The command line: works beside a window, in single short transactions.
    Guest,
}

/// An open database.
#[derive(Debug)]
pub struct Store {
    pub(crate) folder: Folder,
    pub(crate) identity: String,
    /// The last revision this store wrote or reported.
    seen: AtomicU32,
    /// Whether the file passed its check; `None` until it was looked at.
    checked: Mutex<Option<Result<()>>>,
    /// What is known of the backups without looking again.
    pub(crate) look: Mutex<Look>,
    // In this order, so that the writer closes after the reader and tidies the log away.
    reader: Mutex<Connection>,
    pub(crate) writer: Mutex<Option<Connection>>,
    /// The window's lock, held for as long as the store lives.
    pub(crate) lock: Option<File>,
}

impl Store {
    pub(crate) fn new(
        folder: Folder,
        reader: Connection,
        marker: Marker,
        lock: Option<File>,
    ) -> Store {
        Store {
            folder,
            identity: marker.identity,
            seen: AtomicU32::new(marker.rev),
            checked: Mutex::new(None),
            look: Mutex::default(),
            reader: Mutex::new(reader),
            writer: Mutex::new(None),
            lock,
        }
    }

    /// Who opened it.
    pub fn owner(&self) -> Owner {
        match self.lock {
            Some(_) => Owner::Window,
            None => Owner::Guest,
        }
    }

    /// Reads one unchanging state of the database. Does not wait for a write.
    pub fn read<T, E: From<Error>>(
        &self,
        look: impl FnOnce(&View<'_>) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        let connection = held(&self.reader);
        let snapshot = connection.unchecked_transaction().map_err(Error::from)?;
        look(&View {
            connection: &snapshot,
        })
    }

    /// The one door for writes: everything `change` does is saved together with an undo step, or
    /// none of it. When it returns an error nothing is written; nor when it changes nothing.
    pub fn transact<T, E: From<Error>>(
        &self,
        label: &str,
        now: Instant,
        change: impl FnOnce(&mut Tx<'_>) -> std::result::Result<T, E>,
    ) -> std::result::Result<Committed<T>, E> {
        let log = |connection: &Connection, _: &T, diffs: &Diffs| {
            history::push(connection, label, now, diffs)
        };
        self.write(change, log)
    }

    /// A write that cannot be taken back and leaves no undo step: the beginning of a plan.
    pub fn begin<T, E: From<Error>>(
        &self,
        change: impl FnOnce(&mut Tx<'_>) -> std::result::Result<T, E>,
    ) -> std::result::Result<Committed<T>, E> {
        self.write(change, |_, _, _| Ok(()))
    }

    /// A write of what came about by itself. Nobody did it, so it is no step of undo; but what was
    /// undone before can no longer be redone, and no step leads back to a phase that is over.
    pub fn come_about<T, E: From<Error>>(
        &self,
        change: impl FnOnce(&mut Tx<'_>) -> std::result::Result<T, E>,
    ) -> std::result::Result<Committed<T>, E> {
        self.write(change, |connection, _, diffs| {
            history::overtake(connection, diffs)
        })
    }

    /// Takes back the newest step, whoever made it; `None` when there is none.
    pub fn undo(&self, now: Instant) -> Result<Option<Undone>> {
        self.undo_then(now, |_, _| Ok(()))
    }

    /// The same; `then` adds what follows from it once the rows are back, and is told when the step
    /// was made.
    pub fn undo_then<E: From<Error>>(
        &self,
        now: Instant,
        then: impl Fn(&mut Tx<'_>, Instant) -> std::result::Result<(), E>,
    ) -> std::result::Result<Option<Undone>, E> {
        self.go(Way::Back, now, &then)
    }

    /// Does again what was undone last; `None` when there is nothing, or something new was done
    /// since.
    pub fn redo(&self, now: Instant) -> Result<Option<Undone>> {
        self.redo_then(now, |_, _| Ok(()))
    }

    /// The same; `then` adds what follows from it once the rows are back, and is told when the step
    /// was undone.
    pub fn redo_then<E: From<Error>>(
        &self,
        now: Instant,
        then: impl Fn(&mut Tx<'_>, Instant) -> std::result::Result<(), E>,
    ) -> std::result::Result<Option<Undone>, E> {
        self.go(Way::Forth, now, &then)
    }

    /// The labels of the steps that undo and redo would take.
    pub fn undo_labels(&self) -> Result<(Option<String>, Option<String>)> {
        self.read(|view| {
            let label = |way| history::label(view.connection, way);
            Ok((label(Way::Back)?, label(Way::Forth)?))
        })
    }

    /// The revision: one more with every change of any process.
    pub fn rev(&self) -> Result<u32> {
        self.read(|view| view.rev())
    }

    /// Whether another process wrote since the last call, or since opening.
    pub fn changed_elsewhere(&self) -> Result<bool> {
        let rev = self.rev()?;
        Ok(self.seen.fetch_max(rev, Ordering::SeqCst) < rev)
    }

    /// Looks through the whole file for damage, once; later calls return the first answer. The
    /// first write waits for it. Reads do not.
    pub fn verify(&self) -> Result<()> {
        let mut checked = held(&self.checked);
        if let Some(verdict) = &*checked {
            return verdict.clone();
        }
        let verdict = connect::reader(&self.folder.database())
            .map_err(Error::from)
            .and_then(|connection| quick_check(&connection));
        if matches!(verdict, Ok(()) | Err(Error::Damaged(_))) {
            *checked = Some(verdict.clone());
        }
        verdict
    }

    /// Candidates for everything that may show in a stretch of time.
    pub fn plan_between(&self, span: Span) -> Result<Loaded> {
        self.read(|view| view.plan_between(span))
    }

    /// A block.
    pub fn block(&self, id: BlockId) -> Result<Option<Block>> {
        self.read(|view| view.block(id))
    }

    /// An event with everything.
    pub fn event(&self, id: EventId) -> Result<Option<Event>> {
        self.read(|view| view.event(id))
    }

    /// The settings.
    pub fn settings(&self) -> Result<Settings> {
        self.read(|view| view.settings())
    }

    fn go<E: From<Error>>(
        &self,
        way: Way,
        now: Instant,
        then: &impl Fn(&mut Tx<'_>, Instant) -> std::result::Result<(), E>,
    ) -> std::result::Result<Option<Undone>, E> {
        let step = |tx: &mut Tx<'_>| -> std::result::Result<Option<(i64, String)>, E> {
            let Some(step) = history::next(tx.connection, way)? else {
                return Ok(None);
            };
            let rows = foreign::settled(tx, step.rows)?;
            let rows = apart::settled(tx, rows)?;
            tx.put_back(rows)?;
            then(tx, step.at)?;
            Ok(Some((step.id, step.label)))
        };
        let turn = |connection: &Connection, step: &Option<(i64, String)>, diffs: &Diffs| match step
        {
            Some((id, _)) => history::turn(connection, *id, way, now, diffs),
            None => Ok(()),
        };
        let done = self.write(step, turn)?;
        if let Some((id, _)) = done.value
            && done.diffs.is_empty()
        {
            // All it would put back was the server's, and the server has said something else since;
            // or time that something else is recorded for by now.
            self.forget(id)?;
            return self.go(way, now, then);
        }
        Ok(done.value.map(|(_, label)| Undone {
            label,
            rev: done.rev,
            diffs: done.diffs,
        }))
    }

    fn forget(&self, step: i64) -> Result<()> {
        let mut writer = held(&self.writer);
        history::forget(self.opened(&mut writer)?, step)
    }

    /// Begins, changes, logs, commits. The log sees what changed and is part of the transaction.
    fn write<T, E: From<Error>>(
        &self,
        change: impl FnOnce(&mut Tx<'_>) -> std::result::Result<T, E>,
        log: impl FnOnce(&Connection, &T, &Diffs) -> Result<()>,
    ) -> std::result::Result<Committed<T>, E> {
        self.verify()?;
        let mut writer = held(&self.writer);
        let connection = self.opened(&mut writer)?;
        let transaction = connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(Error::from)?;
        let mut tx = Tx::begin(&transaction)?;
        let value = change(&mut tx)?;
        let (rev, diffs) = tx.finish()?;
        if diffs.is_empty() {
            return Ok(Committed { value, rev, diffs });
        }
        log(&transaction, &value, &diffs)?;
        if let Err(error) = transaction.commit().map_err(Error::from) {
            drop(writer);
            self.distrust(&error);
            return Err(error.into());
        }
        // Only a gap of one means that nobody else wrote in between.
        let alone = self.seen.load(Ordering::SeqCst) + 1 == rev;
        if alone {
            self.seen.store(rev, Ordering::SeqCst);
        }
        self.mark(rev);
        Ok(Committed { value, rev, diffs })
    }

    /// Lets `exchange` put another content into the live database, in one transaction of its own.
    pub(crate) fn replace(
        &self,
        exchange: impl FnOnce(&mut Connection) -> Result<()>,
    ) -> Result<u32> {
        let mut writer = held(&self.writer);
        exchange(self.opened(&mut writer)?)?;
        let rev = self.rev()?;
        self.seen.store(rev, Ordering::SeqCst);
        *held(&self.checked) = Some(Ok(()));
        self.mark(rev);
        Ok(rev)
    }

    pub(crate) fn opened<'w>(
        &self,
        writer: &'w mut Option<Connection>,
    ) -> Result<&'w mut Connection> {
        if writer.is_none() {
            *writer = Some(connect::writer(&self.folder.database())?);
        }
        writer.as_mut().ok_or(Error::Busy)
    }

    /// After a failed sync nobody knows what the disk holds: the next write opens and checks anew.
    pub(crate) fn distrust(&self, error: &Error) {
        if error.shakes_trust() {
            *held(&self.writer) = None;
            *held(&self.checked) = None;
        }
    }

    /// Notes what is saved. The change itself is on the disk already, so a failure here loses
    /// nothing: the marker is a lower bound and may lag behind.
    fn mark(&self, rev: u32) {
        let identity = self.identity.clone();
        let _ = marker::write(&self.folder, &Marker { identity, rev });
    }
}

/// Reads the identity and the revision.
pub(crate) fn marker_of(connection: &Connection) -> Result<Marker> {
    let rev = view::rev(connection)?;
    let identity = connection.query_row("SELECT identity FROM meta WHERE id = 1", [], |row| {
        row.get(0)
    })?;
    Ok(Marker { identity, rev })
}

/// SQLite's own check of every page.
pub(crate) fn quick_check(connection: &Connection) -> Result<()> {
    let found: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    match found.as_str() {
        "ok" => Ok(()),
        _ => Err(Error::Damaged(found)),
    }
}

/// A panic while the lock was held rolled its transaction back; the connection is still good.
pub(crate) fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests;
