//! The names inside the data folder. The live database is never opened with `std::fs`: closing
//! such a handle would drop the locks SQLite holds on the file in this process.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

/// The data folder of one person.
#[derive(Clone, Debug)]
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn new(dir: &Path) -> Folder {
        Folder(dir.to_path_buf())
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    pub(crate) fn database(&self) -> PathBuf {
        self.0.join("evenkeel.db")
    }

    /// Where a database is prepared before it takes the name of the live one.
    pub(crate) fn fresh(&self) -> PathBuf {
        self.0.join("evenkeel.db.new")
    }

    pub(crate) fn lock(&self) -> PathBuf {
        self.0.join("evenkeel.lock")
    }

    pub(crate) fn marker(&self) -> PathBuf {
        self.0.join("evenkeel.here")
    }

    pub(crate) fn backups(&self) -> PathBuf {
        self.0.join("backups")
    }
}

/// A database file together with the files SQLite keeps beside it.
pub(crate) fn with_companions(database: &Path) -> [PathBuf; 3] {
    let beside = |ending: &str| {
        let mut name = database.as_os_str().to_owned();
        name.push(ending);
        PathBuf::from(name)
    };
    [database.to_path_buf(), beside("-wal"), beside("-shm")]
}

/// The length of a file, `None` when there is none. Asks the folder, does not open the file.
pub(crate) fn length(path: &Path) -> io::Result<Option<u64>> {
    match path.metadata() {
        Ok(facts) => Ok(Some(facts.len())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Removes a file if it is there.
pub(crate) fn remove(path: &Path) -> io::Result<()> {
    match std::fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Lets nobody but its owner read a file or a folder: the plan is private, and the address of a
/// calendar may be as good as a password.
pub(crate) fn keep_private(path: &Path) -> io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let found = std::fs::metadata(path)?.permissions().mode();
        if found & 0o077 != 0 {
            let own = std::fs::Permissions::from_mode(found & 0o700);
            std::fs::set_permissions(path, own)?;
        }
    }
    Ok(())
}

/// Makes renames inside a folder survive a power cut. Windows has no such call and needs none.
pub(crate) fn sync_folder(dir: &Path) -> io::Result<()> {
    if cfg!(unix) {
        File::open(dir)?.sync_all()?;
    }
    Ok(())
}

/// Gives a finished file its final name, so that a power cut leaves either none or all of it.
pub(crate) fn publish(from: &Path, to: &Path) -> io::Result<()> {
    keep_private(from)?;
    File::open(from)?.sync_all()?;
    std::fs::rename(from, to)?;
    match to.parent() {
        Some(dir) => sync_folder(dir),
        None => Ok(()),
    }
}
