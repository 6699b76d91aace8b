//! What a person can do about a database that does not open. Nothing here happens on its own, and
//! nothing is ever deleted: what is damaged is set aside.

use crate::backup::{Backup, Counters, stage, verify};
use crate::error::{Error, Result};
use crate::folder::{self, Folder, length, with_companions};
use crate::marker::{self, Found, Marker};
use crate::open::{OpenError, create, lock};
use evenkeel_core::time::Instant;
use std::path::{Path, PathBuf};

/// Moves the database with its log and its index into a folder of their own, and returns that
/// folder. Only while no window has it open.
pub fn set_aside(dir: &Path, now: Instant) -> Result<PathBuf> {
    let folder = Folder::new(dir);
    let _held = lock(&folder).map_err(not_locked)?;
    let aside = free_folder(dir, now);
    std::fs::create_dir(&aside)?;
    let mut moved: Vec<(PathBuf, PathBuf)> = Vec::new();
    for from in with_companions(&folder.database()) {
        let to = aside.join(from.file_name().unwrap_or_default());
        if length(&from)?.is_none() {
            continue;
        }
        if let Err(error) = std::fs::rename(&from, &to) {
            for (from, to) in moved {
                std::fs::rename(to, from)?;
            }
            return Err(error.into());
        }
        moved.push((from, to));
    }
    folder::sync_folder(&aside)?;
    folder::sync_folder(dir)?;
    Ok(aside)
}

/// Looks through a whole backup and says why it could not be restored, before anything is moved.
pub fn check(backup: &Backup) -> Result<()> {
    verify(&backup.path).map(drop)
}

/// Puts a backup where no database is any more.
pub fn start_from(dir: &Path, backup: &Backup) -> Result<()> {
    let folder = Folder::new(dir);
    let _held = lock(&folder).map_err(not_locked)?;
    vacant(&folder)?;
    verify(&backup.path)?;
    let marker = known(&folder)?;
    let identity = marker.as_ref().map(|marker| marker.identity.as_str());
    let counters = Counters::lost(marker.as_ref());
    let staged = stage(&folder, backup, identity, &counters)?;
    staged.query_row("PRAGMA journal_mode = WAL", [], |_| Ok(()))?;
    staged.close().map_err(|(_, error)| error)?;
    Ok(folder::publish(&folder.fresh(), &folder.database())?)
}

/// Begins with an empty database where none is any more.
pub fn start_empty(dir: &Path) -> Result<()> {
    let folder = Folder::new(dir);
    let _held = lock(&folder).map_err(not_locked)?;
    vacant(&folder)?;
    folder::remove(&folder.marker())?;
    create(&folder).map_err(|error| Error::Io(error.to_string()))
}

/// Takes an older or exchanged database for what it is: the next opening no longer asks what was
/// saved before. Where there is none, the marker stays: it is what tells that one is missing.
pub fn accept(dir: &Path) -> Result<()> {
    let folder = Folder::new(dir);
    let _held = lock(&folder).map_err(not_locked)?;
    if length(&folder.database())?.is_none() {
        return Err(Error::Refused("there is no database to accept".into()));
    }
    Ok(folder::remove(&folder.marker())?)
}

fn vacant(folder: &Folder) -> Result<()> {
    let [database, log, _] = with_companions(&folder.database());
    match (length(&database)?, length(&log)?) {
        (None, None) => Ok(()),
        _ => Err(Error::Refused("a database is still in its place".into())),
    }
}

fn known(folder: &Folder) -> Result<Option<Marker>> {
    Ok(match marker::read(folder)? {
        Found::Marker(marker) => Some(marker),
        Found::Nothing | Found::Unreadable => None,
    })
}

fn not_locked(error: OpenError) -> Error {
    match error {
        OpenError::AlreadyOpen { .. } => Error::NeedsLock,
        OpenError::ReadOnly { .. } => Error::ReadOnly,
        OpenError::Full { .. } => Error::Full,
        other => Error::Io(other.to_string()),
    }
}

fn free_folder(dir: &Path, now: Instant) -> PathBuf {
    let name = format!("set-aside-{}", now.utc().format("%Y-%m-%dT%H%M%SZ"));
    let numbered = (2..).map(|number| dir.join(format!("{name}.{number}")));
    std::iter::once(dir.join(&name))
        .chain(numbered)
        .find(|path| !path.exists())
        .unwrap_or_default()
}
