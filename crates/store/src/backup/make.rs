//! Making a backup: copy under a temporary name, check, sync, give it its name.

use super::{Backup, Counts, Reason, free_path, named};
use crate::error::{Error, Result};
use crate::folder::{self, Folder};
use crate::store::held;
use crate::{connect, schema, view};
use evenkeel_core::time::Instant;
use rusqlite::Connection;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

const UNFINISHED: &str = "unfinished";

/// Held while a backup is made: one that is due may meet one before an import, and both would write
/// to the file that bears this process's number.
static MAKING: Mutex<()> = Mutex::new(());

/// All backups of a data folder that can be read, newest first. Needs no open store.
pub fn list(dir: &Path) -> Result<Vec<Backup>> {
    let mut found: Vec<Backup> = files(&Folder::new(dir))?
        .into_iter()
        .filter_map(|(path, _, _)| describe(&path).ok())
        .collect();
    found.sort_by_key(|backup| std::cmp::Reverse((backup.time, backup.rev)));
    Ok(found)
}

/// The files with the names of backups, in no order.
pub(super) fn files(folder: &Folder) -> Result<Vec<(PathBuf, Instant, Reason)>> {
    let entries = match std::fs::read_dir(folder.backups()) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries?,
    };
    let mut found = Vec::new();
    for entry in entries {
        let path = entry?.path();
        if let Some((time, reason)) = named(&path) {
            found.push((path, time, reason));
        }
    }
    Ok(found)
}

/// Copies the live database into a backup, in any format this program ever wrote.
pub(crate) fn make(folder: &Folder, now: Instant, reason: Reason) -> Result<Backup> {
    copy(folder, now, reason).map_err(|error| match error {
        Error::Full => Error::Full,
        other => Error::NoBackup(other.to_string()),
    })
}

fn copy(folder: &Folder, now: Instant, reason: Reason) -> Result<Backup> {
    let _making = held(&MAKING);
    let backups = folder.backups();
    std::fs::create_dir_all(&backups)?;
    let unfinished = backups.join(format!("{UNFINISHED}-{}", std::process::id()));
    folder::remove(&unfinished)?;
    let source = connect::copier(&folder.database())?;
    let before = content(&source)?;
    let target = unfinished.to_string_lossy();
    let copied = source
        .execute("VACUUM INTO ?1", [&target])
        .map_err(Error::from)
        .and_then(|_| verify(&unfinished))
        .and_then(|after| match after {
            (rev, counts) if rev == before.0 && counts != before.1 => {
                Err(Error::BackupDamaged("records are missing".into()))
            }
            _ => Ok(()),
        });
    if let Err(error) = copied {
        folder::remove(&unfinished)?;
        return Err(error);
    }
    let path = free_path(&backups, now, reason);
    folder::publish(&unfinished, &path)?;
    describe(&path)
}

/// Removes what a crash left behind, and leaves alone what another process is writing.
pub(super) fn sweep(folder: &Folder) -> Result<()> {
    let _making = held(&MAKING);
    let own = std::process::id().to_string();
    let lives = |process: &str| process != own && Path::new("/proc").join(process).exists();
    for entry in std::fs::read_dir(folder.backups())? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let maker = name
            .strip_prefix(UNFINISHED)
            .and_then(|rest| rest.strip_prefix('-'));
        // SQLite's own files beside it end in -journal or -wal.
        let process = maker.map(|rest| rest.split('-').next().unwrap_or_default());
        if name.starts_with(UNFINISHED) && !process.is_some_and(lives) {
            folder::remove(&path)?;
        }
    }
    Ok(())
}

/// Looks through a whole copy; returns what it holds.
pub(crate) fn verify(path: &Path) -> Result<(u32, Counts)> {
    let broken = |error: Error| Error::BackupDamaged(error.to_string());
    let connection = connect::frozen(path).map_err(Error::from).map_err(broken)?;
    let (version, application) = schema::stamp(&connection)
        .map_err(Error::from)
        .map_err(broken)?;
    if is_newer((version, application)) {
        return Err(Error::BackupNewer);
    }
    if application != schema::APPLICATION_ID || version < 1 {
        return Err(Error::BackupDamaged("it is of another kind".into()));
    }
    let found: String = connection
        .query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))
        .map_err(Error::from)
        .map_err(broken)?;
    if found != "ok" {
        return Err(Error::BackupDamaged(found));
    }
    content(&connection).map_err(broken)
}

/// Whether a stamp is that of a later version of this program.
fn is_newer((version, application): (i64, i32)) -> bool {
    application == schema::APPLICATION_ID && schema::VERSION < version
}

/// What a backup holds. Opens it, and looks at no more of it than its counts.
pub(super) fn describe(path: &Path) -> Result<Backup> {
    let (time, reason) = named(path).ok_or(Error::BackupDamaged("it has no date".into()))?;
    let connection = connect::frozen(path)?;
    let (rev, counts) = match is_newer(schema::stamp(&connection)?) {
        true => (0, None),
        false => content(&connection).map(|(rev, counts)| (rev, Some(counts)))?,
    };
    Ok(Backup {
        path: path.to_path_buf(),
        time,
        reason,
        bytes: path.metadata()?.len(),
        rev,
        counts,
    })
}

/// The revision and the counts of a database.
pub(super) fn content(connection: &Connection) -> Result<(u32, Counts)> {
    let sql = "SELECT (SELECT count(*) FROM block), (SELECT count(*) FROM event), \
               (SELECT count(*) FROM feed), (SELECT count(*) FROM rule), \
               (SELECT count(*) FROM target)";
    let counts = connection.query_row(sql, [], |row| {
        Ok(Counts {
            blocks: row.get(0)?,
            events: row.get(1)?,
            feeds: row.get(2)?,
            rules: row.get(3)?,
            targets: row.get(4)?,
        })
    })?;
    Ok((view::rev(connection)?, counts))
}
