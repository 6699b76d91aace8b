//! When backups are made and which ones go.

use super::{Backup, Reason, backups_in, make, thin};
use crate::error::Result;
use crate::folder;
use crate::store::{Owner, Store, held};
use evenkeel_core::time::Instant;
use std::path::PathBuf;

/// At most one automatic backup in this many seconds.
const EVERY: i64 = 30 * 60;

/// What the last look at the backups said. A window asks every few seconds, so most answers come
/// from here.
#[derive(Debug, Default)]
pub(crate) struct Look {
    /// The revision that the newest backup holds.
    held: Option<u32>,
    /// When the newest backup was made.
    newest: Option<Instant>,
    /// How often the folder was listed and a backup in it opened, for the tests.
    listed: u32,
    opened: u32,
}

impl Look {
    /// Whether the newest backup is less than half an hour old.
    fn is_fresh(&self, now: Instant) -> bool {
        self.newest
            .is_some_and(|newest| (0..EVERY).contains(&newest.seconds_until(now)))
    }
}

impl Store {
    /// Makes a backup when the last one is half an hour old and something changed since; removes
    /// those that are no longer needed. `None` when nothing was due.
    pub fn backup_if_due(&self, now: Instant) -> Result<Option<Backup>> {
        let mut look = held(&self.look);
        let rev = self.rev()?;
        if rev == 0 || look.held == Some(rev) || look.is_fresh(now) {
            return Ok(None);
        }
        look.listed += 1;
        let last = self.newest(now)?;
        look.newest = last.as_ref().map(|(_, time)| *time);
        if look.is_fresh(now) {
            return Ok(None);
        }
        if let Some((path, _)) = last {
            look.opened += 1;
            if make::describe(&path).is_ok_and(|last| last.rev == rev) {
                look.held = Some(rev);
                return Ok(None);
            }
        }
        let made = self.backup_now(Reason::Automatic, now)?;
        look.held = Some(made.rev);
        look.newest = Some(made.time);
        self.thin(now)?;
        Ok(Some(made))
    }

    /// The newest backup by its name alone. One from the future says that the clock was changed; it
    /// does not tell how old the present state is.
    fn newest(&self, now: Instant) -> Result<Option<(PathBuf, Instant)>> {
        let files = make::files(&self.folder)?.into_iter();
        Ok(files
            .map(|(path, time, _)| (path, time))
            .filter(|(_, time)| *time <= now)
            .max_by_key(|(_, time)| *time))
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

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Instant = Instant(1_795_160_672);

    fn later(seconds: i64) -> Instant {
        NOW.plus_seconds(seconds)
    }

    fn change(store: &Store) {
        let mut settings = store.settings().unwrap();
        settings.first_run_done = !settings.first_run_done;
        let put = |tx: &mut crate::Tx<'_>| tx.put_settings(settings);
        store.transact("change", NOW, put).unwrap();
    }

    /// How often the folder was listed and a backup in it opened.
    fn looks(store: &Store) -> (u32, u32) {
        let look = held(&store.look);
        (look.listed, look.opened)
    }

    #[test]
    fn asking_every_two_seconds_looks_at_the_backups_a_few_times_a_day() {
        let dir = tempfile::tempdir().unwrap();
        let store = Store::open(dir.path(), Owner::Window).unwrap();
        change(&store);
        store.backup_if_due(NOW).unwrap().unwrap();
        for old in 1..200 {
            let name = later(-86_400 * old)
                .utc()
                .format("%Y-%m-%dT%H%M%SZ-import.db");
            std::fs::write(dir.path().join(format!("backups/{name}")), "garbage").unwrap();
        }
        assert_eq!(looks(&store), (1, 0));
        for seconds in (2..EVERY).step_by(2) {
            change_now_and_then(&store, seconds);
            assert_eq!(store.backup_if_due(later(seconds)).unwrap(), None);
        }
        assert_eq!(looks(&store), (1, 0));
        assert!(store.backup_if_due(later(EVERY)).unwrap().is_some());
        assert_eq!(looks(&store), (2, 1));
        for seconds in (EVERY..4 * EVERY).step_by(2) {
            assert_eq!(store.backup_if_due(later(seconds)).unwrap(), None);
        }
        assert_eq!(looks(&store), (2, 1));
    }

    fn change_now_and_then(store: &Store, seconds: i64) {
        if seconds % 300 == 0 {
            change(store);
        }
    }

    #[test]
    fn a_window_that_opens_an_unchanged_plan_opens_one_backup_once() {
        let dir = tempfile::tempdir().unwrap();
        let store = Store::open(dir.path(), Owner::Window).unwrap();
        change(&store);
        store.backup_now(Reason::ByHand, later(-7200)).unwrap();
        let made = store.backup_now(Reason::ByHand, later(-3600)).unwrap();
        for seconds in 0..20 {
            assert_eq!(store.backup_if_due(later(seconds)).unwrap(), None);
        }
        assert_eq!(looks(&store), (1, 1));
        assert_eq!(store.backups().unwrap()[0], made);
    }

    #[test]
    fn a_backup_from_the_future_neither_hinders_nor_hastens_the_next() {
        let dir = tempfile::tempdir().unwrap();
        let store = Store::open(dir.path(), Owner::Window).unwrap();
        change(&store);
        store.backup_now(Reason::ByHand, later(86_400)).unwrap();
        assert!(store.backup_if_due(NOW).unwrap().is_some());
        change(&store);
        assert_eq!(store.backup_if_due(later(2)).unwrap(), None);
        assert!(store.backup_if_due(later(EVERY)).unwrap().is_some());
    }
}
