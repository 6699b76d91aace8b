//! Backups while the plan is open: making, listing, bringing one back, checking the data.

use crate::labels;
use crate::messages::{BackupLine, CheckReport, Fault};
use crate::moment::Moment;
use crate::planner::Planner;
use evenkeel_core::time::Zone;
use evenkeel_store::{Backup, Reason};

impl Planner {
    /// All backups, newest first.
    pub fn backups(&self, moment: &Moment) -> Result<Vec<BackupLine>, Fault> {
        let home = self.home(moment)?;
        let mut backups = self.store.backups()?;
        backups.sort_by_key(|backup| std::cmp::Reverse(backup.time));
        Ok(backups.iter().map(|backup| line(backup, &home)).collect())
    }

    /// Makes a backup now.
    pub fn back_up(&self, moment: &Moment) -> Result<BackupLine, Fault> {
        let backup = self.store.backup_now(Reason::ByHand, moment.now)?;
        Ok(line(&backup, &self.home(moment)?))
    }

    /// Makes a backup when something changed and the last one is half an hour old.
    pub fn back_up_if_due(&self, moment: &Moment) -> Result<(), Fault> {
        self.store.backup_if_due(moment.now)?;
        Ok(())
    }

    /// Brings a backup back, after one of the present state. Needs the window's lock. What runs is
    /// stopped first: its time is in that backup of the present state, and in the plan that is
    /// brought back, where nothing else stands for it.
    pub fn restore(&self, name: &str, moment: &Moment) -> Result<(), Fault> {
        let backups = self.store.backups()?;
        let backup = named(&backups, name)?;
        self.store.may_restore(backup)?;
        let recorded = self.stop_for_restore(moment)?;
        self.store.restore(backup, moment.now)?;
        match recorded {
            Some(entry) => self.carry_over(entry),
            None => Ok(()),
        }
    }

    /// Looks through everything and says what it found.
    pub fn check(&self) -> Result<CheckReport, Fault> {
        let report = self.store.check()?;
        let counts = report.counts;
        let mut lines = report.problems.clone();
        if lines.is_empty() {
            lines.push(format!(
                "Everything is in order: {}, {}.",
                labels::count(counts.blocks as usize, "block"),
                labels::count(counts.events as usize, "imported event")
            ));
        }
        Ok(CheckReport {
            sound: report.problems.is_empty(),
            lines,
        })
    }
}

/// The backup of that file name.
pub(crate) fn named<'b>(backups: &'b [Backup], name: &str) -> Result<&'b Backup, Fault> {
    backups
        .iter()
        .find(|backup| file_name(backup) == name)
        .ok_or_else(|| Fault::gone("backup"))
}

/// A backup in the list.
pub(crate) fn line(backup: &Backup, home: &Zone) -> BackupLine {
    BackupLine {
        name: file_name(backup),
        taken: home
            .wall(backup.time)
            .format("%Y-%m-%dT%H:%M:%S")
            .to_string(),
        reason: match backup.reason {
            _ if backup.is_newer() => "from a newer Evenkeel",
            Reason::Automatic => "made by itself",
            Reason::ByHand => "made by hand",
            Reason::Migration => "before an upgrade",
            Reason::Import => "before an import",
            Reason::Restore => "before a restore",
            Reason::Removal => "before a calendar was removed",
        }
        .into(),
        kilobytes: u32::try_from(backup.bytes.div_ceil(1024)).unwrap_or(u32::MAX),
        blocks: backup.counts.map(|counts| counts.blocks),
    }
}

fn file_name(backup: &Backup) -> String {
    backup
        .path
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}
