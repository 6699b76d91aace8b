//! Opening: everything that must be known before the first row is read. A database that existed
//! is never replaced by an empty one, and nothing is repaired on its own.

use crate::backup::{self, Reason};
use crate::error::Error;
use crate::folder::{self, Folder, length, with_companions};
use crate::marker::{self, Found, Marker};
use crate::store::{Owner, Store, marker_of};
use crate::{connect, schema};
use evenkeel_core::time::Instant;
use rusqlite::Connection;
use rusqlite_migration::M;
use std::fs::{File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, UNIX_EPOCH};

/// Why the database was not opened. Its files are as they were.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    /// Another window has it.
    #[error("{} is open in another window", .folder.display())]
    AlreadyOpen {
        /// The data folder.
        folder: PathBuf,
    },
    /// Data was here, and the file is gone or empty.
    #[error("{} is missing, although data was saved here", .database.display())]
    Missing {
        /// Where the database should be.
        database: PathBuf,
    },
    /// The file or its log is not what it should be.
    #[error("{} is damaged: {what}", .database.display())]
    Damaged {
        /// The database.
        database: PathBuf,
        /// What was found.
        what: String,
    },
    /// The file is intact, but older than what was saved here: its log is gone, or somebody put an
    /// old copy in its place.
    #[error("{} is at revision {found}, but {saved} was saved", .database.display())]
    Older {
        /// The database.
        database: PathBuf,
        /// The revision it has.
        found: u32,
        /// A revision that was saved.
        saved: u32,
    },
    /// The file belongs to another program.
    #[error("{} belongs to another program", .database.display())]
    Foreign {
        /// The file.
        database: PathBuf,
    },
    /// A newer version of this program wrote the file.
    #[error("{} has format {found}, this program knows up to {known}", .database.display())]
    Newer {
        /// The database.
        database: PathBuf,
        /// Its format.
        found: i64,
        /// The newest format this program knows.
        known: i64,
    },
    /// The file has an older format, and only the window that is open may bring it up to date.
    #[error("{} has an older format and a window has it open", .database.display())]
    NeedsWindow {
        /// The database.
        database: PathBuf,
    },
    /// The file has an older format and could not be brought up to date; it is as it was.
    #[error("{} could not be brought up to date: {what}", .database.display())]
    Migration {
        /// The database.
        database: PathBuf,
        /// What happened.
        what: String,
    },
    /// The folder cannot be made.
    #[error("{} cannot be created: {what}", .folder.display())]
    NoFolder {
        /// The data folder.
        folder: PathBuf,
        /// What the system said.
        what: String,
    },
    /// The folder or the file cannot be written to.
    #[error("{} cannot be written to", .folder.display())]
    ReadOnly {
        /// The data folder.
        folder: PathBuf,
    },
    /// The disk is full.
    #[error("the disk that holds {} is full", .folder.display())]
    Full {
        /// The data folder.
        folder: PathBuf,
    },
    /// Another program kept the file busy.
    #[error("{} is busy", .database.display())]
    Busy {
        /// The database.
        database: PathBuf,
    },
    /// The disk reported a failure.
    #[error("{} cannot be read: {what}", .folder.display())]
    Io {
        /// The data folder.
        folder: PathBuf,
        /// What the system said.
        what: String,
    },
}

type Result<T> = std::result::Result<T, OpenError>;

/// How often and how long a guest waits for a window that is making the database right now.
const WAITS: u32 = 250;
const WAIT: Duration = Duration::from_millis(20);

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
        let reader = probe(&folder, owner)?;
        let marker = recognise(&folder, &reader)?;
        Ok(Store::new(folder, reader, marker, lock))
    }
}

/// Takes the window's lock. The system lets go of it when the process ends, however it ends.
pub(crate) fn lock(folder: &Folder) -> Result<File> {
    let facts = Facts(folder);
    let file = File::options()
        .create(true)
        .truncate(false)
        .write(true)
        .open(folder.lock())
        .map_err(|error| facts.io(error))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(OpenError::AlreadyOpen {
            folder: folder.path().to_path_buf(),
        }),
        Err(TryLockError::Error(error)) => Err(facts.io(error)),
    }
}

/// Whether nothing was ever saved here. Refuses when something was and is gone.
fn blank(folder: &Folder) -> Result<bool> {
    let facts = Facts(folder);
    let [database, log, _] = with_companions(&folder.database());
    let size = |path: &Path| length(path).map_err(|error| facts.io(error));
    if size(&database)?.is_some_and(|bytes| bytes > 0) {
        return Ok(false);
    }
    let traces = size(&database)?.is_some()
        || size(&log)?.is_some()
        || size(&folder.marker())?.is_some()
        || size(&folder.backups())?.is_some();
    match traces {
        true => Err(OpenError::Missing { database }),
        false => Ok(true),
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
    let found = marker_of(reader).map_err(|error| facts.error(error))?;
    let known = match marker::read(folder).map_err(|error| facts.io(error))? {
        Found::Marker(known) => Some(known),
        Found::Nothing | Found::Unreadable => None,
    };
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

/// Turns failures into errors that name the folder.
struct Facts<'a>(&'a Folder);

impl Facts<'_> {
    fn no_folder(&self, error: io::Error) -> OpenError {
        OpenError::NoFolder {
            folder: self.0.path().to_path_buf(),
            what: error.to_string(),
        }
    }

    fn io(&self, error: io::Error) -> OpenError {
        self.error(error.into())
    }

    fn damaged(&self, what: String) -> OpenError {
        OpenError::Damaged {
            database: self.0.database(),
            what,
        }
    }

    fn migration(&self, what: String) -> OpenError {
        OpenError::Migration {
            database: self.0.database(),
            what,
        }
    }

    fn error(&self, error: Error) -> OpenError {
        let folder = self.0.path().to_path_buf();
        let database = self.0.database();
        match error {
            Error::Full => OpenError::Full { folder },
            Error::ReadOnly => OpenError::ReadOnly { folder },
            Error::Busy => OpenError::Busy { database },
            Error::Damaged(what) => OpenError::Damaged { database, what },
            other => OpenError::Io {
                folder,
                what: other.to_string(),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn saved_once() -> (tempfile::TempDir, Folder) {
        let dir = tempfile::tempdir().unwrap();
        drop(Store::open(dir.path(), Owner::Window).unwrap());
        let folder = Folder::new(dir.path());
        (dir, folder)
    }

    fn bytes(folder: &Folder) -> Vec<u8> {
        std::fs::read(folder.database()).unwrap()
    }

    #[test]
    fn a_migration_that_fails_leaves_every_byte_and_a_backup() {
        let (_dir, folder) = saved_once();
        let before = bytes(&folder);
        let steps = [
            schema::STEPS[0].clone(),
            M::up("CREATE TABLE extra (id INTEGER)"),
            M::up("CREATE TABLE extra (id INTEGER)"),
        ];
        let failed = upgrade(&folder, Owner::Window, &steps);
        assert!(matches!(failed, Err(OpenError::Migration { .. })));
        assert_eq!(bytes(&folder), before);
        assert_eq!(backup::backups_in(folder.path()).unwrap().len(), 1);
    }

    #[test]
    fn a_migration_keeps_a_backup_in_the_old_format() {
        let (_dir, folder) = saved_once();
        let steps = [
            schema::STEPS[0].clone(),
            M::up("CREATE TABLE extra (id INTEGER)"),
        ];
        upgrade(&folder, Owner::Window, &steps).unwrap();
        let version = |path: &Path| schema::stamp(&connect::frozen(path).unwrap()).unwrap().0;
        let made = &backup::backups_in(folder.path()).unwrap()[0];
        assert_eq!(made.reason, Reason::Migration);
        assert_eq!(version(&made.path), 1);
        assert_eq!(version(&folder.database()), 2);
    }

    #[test]
    fn no_backup_no_migration() {
        let (_dir, folder) = saved_once();
        std::fs::write(folder.backups(), "in the way").unwrap();
        let before = bytes(&folder);
        let steps = [
            schema::STEPS[0].clone(),
            M::up("CREATE TABLE extra (id INTEGER)"),
        ];
        assert!(upgrade(&folder, Owner::Window, &steps).is_err());
        assert_eq!(bytes(&folder), before);
    }

    #[test]
    fn a_guest_does_not_migrate_beside_a_window() {
        let (_dir, folder) = saved_once();
        let _window = lock(&folder).unwrap();
        let refused = upgrade(&folder, Owner::Guest, schema::STEPS);
        assert!(matches!(refused, Err(OpenError::NeedsWindow { .. })));
    }

    #[test]
    fn sqlite_is_new_enough_to_keep_commits_of_two_writers() {
        assert!(rusqlite::version_number() >= 3_051_003);
    }
}
