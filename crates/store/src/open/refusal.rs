//! Why opening was refused, with every fact a sentence about it needs.

use crate::error::Error;
use crate::folder::Folder;
use std::io;
use std::path::PathBuf;

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

/// Turns failures into errors that name the folder.
pub(super) struct Facts<'a>(pub(super) &'a Folder);

impl Facts<'_> {
    pub(super) fn no_folder(&self, error: io::Error) -> OpenError {
        OpenError::NoFolder {
            folder: self.0.path().to_path_buf(),
            what: error.to_string(),
        }
    }

    pub(super) fn io(&self, error: io::Error) -> OpenError {
        self.error(error.into())
    }

    pub(super) fn damaged(&self, what: String) -> OpenError {
        OpenError::Damaged {
            database: self.0.database(),
            what,
        }
    }

    pub(super) fn migration(&self, what: String) -> OpenError {
        OpenError::Migration {
            database: self.0.database(),
            what,
        }
    }

    pub(super) fn error(&self, error: Error) -> OpenError {
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
