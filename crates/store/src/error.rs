//! What can go wrong once the store is open. Messages hold no titles and no notes.

use rusqlite::ErrorCode;

/// Why a read or a write did not happen. Whatever was saved before is still there.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The disk has no room left.
    #[error("the disk is full")]
    Full,
    /// The file or its folder cannot be written to.
    #[error("the database cannot be written to")]
    ReadOnly,
    /// Another process was writing for longer than the busy timeout.
    #[error("another program is writing to the database")]
    Busy,
    /// The disk reported a failure.
    #[error("the disk reported a failure: {0}")]
    Io(String),
    /// The file is not what it should be.
    #[error("the database is damaged: {0}")]
    Damaged(String),
    /// A rule of the schema was broken: a mistake of the caller.
    #[error("the database refused the change: {0}")]
    Refused(String),
    /// All ids of a kind were given out.
    #[error("no more ids are left for this kind of record")]
    IdsUsedUp,
    /// Only the process that holds the window's lock may do this.
    #[error("this needs the window's lock")]
    NeedsLock,
    /// The backup could not be made, so the change that wanted one was not begun.
    #[error("the backup could not be made: {0}")]
    NoBackup(String),
    /// The backup does not pass its check.
    #[error("the backup is not intact: {0}")]
    BackupDamaged(String),
    /// The backup was made by a newer version of the program.
    #[error("the backup comes from a newer version")]
    BackupNewer,
}

/// What the store's own functions return.
pub(crate) type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// Whether the file and its connection can no longer be trusted.
    pub(crate) fn shakes_trust(&self) -> bool {
        matches!(self, Error::Io(_) | Error::Damaged(_))
    }
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Error {
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Error::Full,
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => Error::ReadOnly,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Error::Busy,
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => {
                Error::Damaged(error.to_string())
            }
            Some(ErrorCode::ConstraintViolation | ErrorCode::TypeMismatch) => {
                Error::Refused(error.to_string())
            }
            Some(_) => Error::Io(error.to_string()),
            None => Error::Damaged(error.to_string()),
        }
    }
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Error {
        use std::io::ErrorKind;
        match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Error::Full,
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Error::ReadOnly,
            _ => Error::Io(error.to_string()),
        }
    }
}
