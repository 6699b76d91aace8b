//! When backups are made and which ones go.

use super::{Backup, Reason, backups_in, make, thin};
use crate::error::Result;
use crate::folder;
use crate::store::{Owner, Store};
use evenkeel_core::time::Instant;

/// At most one automatic backup in this many seconds.
const EVERY: i64 = 30 * 60;

impl Store {
    /// Makes a backup when the last one is half an hour old and something changed since; removes
    /// those that are no longer needed. `None` when nothing was due.
    pub fn backup_if_due(&self, now: Instant) -> Result<Option<Backup>> {
        let rev = self.rev()?;
        let last = self.backups()?.into_iter().next();
        let due = match last {
            None => rev > 0,
            // A backup from the future says that the clock was changed.
            Some(last) => last.rev != rev && !(0..EVERY).contains(&last.time.seconds_until(now)),
        };
        if !due {
            return Ok(None);
        }
        let made = self.backup_now(Reason::Automatic, now)?;
        self.thin(now)?;
        Ok(Some(made))
    }

    /// Makes a backup in any case.
    pub fn backup_now(&self, reason: Reason, now: Instant) -> Result<Backup> {
        make(&self.folder, now, reason)
    }

    /// All backups that can be read, newest first.
    pub fn backups(&self) -> Result<Vec<Backup>> {
        backups_in(self.folder.path())
    }

    fn thin(&self, now: Instant) -> Result<()> {
        if self.owner() == Owner::Window {
            make::sweep(&self.folder)?;
        }
        let files = make::files(&self.folder)?;
        let times: Vec<_> = files.iter().map(|(_, time, _)| *time).collect();
        let gone = thin::superfluous(&times, now);
        for (path, time, _) in files {
            if gone.contains(&time) {
                folder::remove(&path)?;
            }
        }
        Ok(())
    }
}
