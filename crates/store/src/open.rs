//! Opening: everything that must be known before the first row is read. A database that existed
//! is never replaced by an empty one, and nothing is repaired on its own.

mod refusal;

pub use refusal::OpenError;

use crate::backup::{self, Reason};
use crate::folder::{self, Folder, length, with_companions};
use crate::marker::{self, Found, Marker};
use crate::store::{Owner, Store, marker_of};
use crate::{connect, schema};
use evenkeel_core::time::Instant;
use refusal::Facts;
use rusqlite::Connection;
use rusqlite_migration::M;
use std::fs::{File, TryLockError};
use std::io;
use std::path::Path;
use std::time::{Duration, UNIX_EPOCH};

type Result<T> = std::result::Result<T, OpenError>;

/// The smallest page SQLite knows, bytes.
const SMALLEST: u64 = 512;

/// How often and how long a guest waits for a window that is making the database right now.
const WAITS: u32 = 250;
const WAIT: Duration = Duration::from_millis(20);

/// How often a held lock is asked, [`WAIT`] apart.
const LOCK_ASKS: u32 = 5;

impl Store {
    /// Opens the database of a data folder, or makes it where nothing ever was.
    pub fn open(dir: &Path, owner: Owner) -> Result<Store> {
        let folder = Folder::new(dir);
        let facts = Facts(&folder);
        if !dir.is_dir() {
            std::fs::create_dir_all(dir).map_err(|error| facts.no_folder(error))?;
        }
        let lock = match owner {
            Owner::Window => Some(lock(&folder)?),
            Owner::Guest => None,
        };
        if blank(&folder)? {
            match owner {
                Owner::Window => create(&folder)?,
                Owner::Guest => create_as_guest(&folder)?,
            }
        }
        // A file of somebody else's or on a system without owners stays as it is.
        let _ = folder::keep_private(&folder.database());
        let reader = probe(&folder, owner)?;
        let marker = recognise(&folder, &reader)?;
        Ok(Store::new(folder, reader, marker, lock))
    }
}

/// Takes the window's lock. The system lets go of it when the process ends, however it ends.
///
/// A program that this process is just starting holds a copy of every open file until it becomes
/// that program, a lock that was let go meanwhile included. So a held lock is asked a few times.
pub(crate) fn lock(folder: &Folder) -> Result<File> {
    let facts = Facts(folder);
    let file = File::options()
        .create(true)
        .truncate(false)
        .write(true)
        .open(folder.lock())
        .map_err(|error| facts.io(error))?;
    for _ in 0..LOCK_ASKS {
        match file.try_lock() {
            Ok(()) => return Ok(file),
            Err(TryLockError::WouldBlock) => std::thread::sleep(WAIT),
            Err(TryLockError::Error(error)) => return Err(facts.io(error)),
        }
    }
    Err(OpenError::AlreadyOpen {
        folder: folder.path().to_path_buf(),
    })
}

/// Whether nothing was ever saved here. Refuses when something was and is gone.
fn blank(folder: &Folder) -> Result<bool> {
    let facts = Facts(folder);
    let [database, log, _] = with_companions(&folder.database());
    let size = |path: &Path| length(path).map_err(|error| facts.io(error));
    // Traces first: another process that is making the database right now leaves them after it.
    let traces = size(&log)?.is_some()
        || size(&folder.marker())?.is_some()
        || size(&folder.backups())?.is_some();
    match size(&database)? {
        Some(bytes) if bytes >= SMALLEST => Ok(false),
        // SQLite takes a file of one byte for an empty one, and then deletes its log.
        Some(1..) => Err(facts.damaged("it is shorter than any database".into())),
        None if !traces => Ok(true),
        _ => Err(OpenError::Missing { database }),
    }
}

/// Makes the database under another name and gives it its own when it is complete, so that a crash
/// leaves either nothing or all of it.
pub(crate) fn create(folder: &Folder) -> Result<()> {
    let facts = Facts(folder);
    let fresh = folder.fresh();
    for file in with_companions(&fresh) {
        folder::remove(&file).map_err(|error| facts.io(error))?;
    }
    let mut connection = connect::creator(&fresh).map_err(|error| facts.error(error.into()))?;
    schema::migrate(&mut connection, schema::STEPS).map_err(|what| facts.migration(what))?;
    drop(connection);
    folder::publish(&fresh, &folder.database()).map_err(|error| facts.io(error))
}

/// A guest takes the lock for the moment it needs to make the database. When a window has it, that
/// window is about to make it.
fn create_as_guest(folder: &Folder) -> Result<()> {
    for _ in 0..WAITS {
        match lock(folder) {
            Ok(_held) if blank(folder)? => return create(folder),
            Err(OpenError::AlreadyOpen { .. }) if blank(folder)? => std::thread::sleep(WAIT),
            Ok(_) | Err(OpenError::AlreadyOpen { .. }) => return Ok(()),
            Err(error) => return Err(error),
        }
    }
    lock(folder).map(|_| ())
}

/// Opens a reader after a look at the header, and brings an older file up to date.
fn probe(folder: &Folder, owner: Owner) -> Result<Connection> {
    let facts = Facts(folder);
    let database = folder.database();
    let stamped = connect::reader(&database)
        .and_then(|reader| Ok((schema::stamp(&reader)?, reader)))
        .map_err(|error| facts.error(error.into()));
    let ((version, application), reader) = stamped?;
    if application != schema::APPLICATION_ID {
        return Err(OpenError::Foreign { database });
    }
    match version {
        schema::VERSION => Ok(reader),
        newer if newer > schema::VERSION => Err(OpenError::Newer {
            database,
            found: newer,
            known: schema::VERSION,
        }),
        older if older > 0 => {
            drop(reader);
            upgrade(folder, owner, schema::STEPS)?;
            connect::reader(&database).map_err(|error| facts.error(error.into()))
        }
        _ => Err(facts.damaged("its format is unknown".into())),
    }
}

/// Brings an older file up to date; only with the window's lock.
fn upgrade(folder: &Folder, owner: Owner, steps: &[M<'_>]) -> Result<()> {
    let facts = Facts(folder);
    let _held = match owner {
        Owner::Window => None,
        Owner::Guest => match lock(folder) {
            Err(OpenError::AlreadyOpen { .. }) => {
                return Err(OpenError::NeedsWindow {
                    database: folder.database(),
                });
            }
            lock => Some(lock?),
        },
    };
    let saved = written(folder).map_err(|error| facts.io(error))?;
    backup::make(folder, saved, Reason::Migration)
        .map_err(|error| facts.migration(error.to_string()))?;
    let mut connection =
        connect::writer(&folder.database()).map_err(|error| facts.error(error.into()))?;
    schema::migrate(&mut connection, steps).map_err(|what| facts.migration(what))
}

/// When the database was last written to: the time of the backup made before a migration.
fn written(folder: &Folder) -> io::Result<Instant> {
    let time = folder.database().metadata()?.modified()?;
    let since = time.duration_since(UNIX_EPOCH).unwrap_or_default();
    Ok(Instant(i64::try_from(since.as_secs()).unwrap_or_default()))
}

/// Compares the database with its marker, and leaves a marker behind where there is none.
fn recognise(folder: &Folder, reader: &Connection) -> Result<Marker> {
    let facts = Facts(folder);
    // The marker first: what another process saves in between makes the database newer than it.
    let known = match marker::read(folder).map_err(|error| facts.io(error))? {
        Found::Marker(known) => Some(known),
        Found::Nothing | Found::Unreadable => None,
    };
    let found = marker_of(reader).map_err(|error| facts.error(error))?;
    match known {
        Some(known) if known.identity == found.identity && found.rev < known.rev => {
            return Err(OpenError::Older {
                database: folder.database(),
                found: found.rev,
                saved: known.rev,
            });
        }
        Some(known) if known.identity == found.identity => return Ok(found),
        Some(_) if has_log(folder).map_err(|error| facts.io(error))? => {
            return Err(facts.damaged("its log belongs to another database".into()));
        }
        _ => {}
    }
    marker::write(folder, &found).map_err(|error| facts.io(error))?;
    Ok(found)
}

fn has_log(folder: &Folder) -> io::Result<bool> {
    let [_, log, _] = with_companions(&folder.database());
    Ok(length(&log)?.is_some_and(|bytes| bytes > 0))
}

#[cfg(test)]
mod tests;
