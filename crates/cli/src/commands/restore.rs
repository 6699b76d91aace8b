//! `keel restore`: brings a backup back. Needs the plan for itself, and works where the plan does
//! not open any more: what is damaged is set aside, never deleted.

use crate::args::Global;
use crate::desk::Desk;
use crate::failure::{Failure, fault};
use crate::page::Page;
use evenkeel_app::messages::{BackupLine, Fault, FaultCode};
use evenkeel_app::{Planner, recovery};

#[derive(Debug, clap::Args)]
pub(crate) struct Restore {
    /// A name that keel backups lists, or latest
    #[arg(value_name = "NAME|latest")]
    backup: String,
}

impl Restore {
    pub(crate) fn run(self, global: &Global, page: &mut Page<'_>) -> Result<(), Failure> {
        let said = match Planner::open_window(&global.folder(), &global.moment_without_plan()?) {
            Ok(planner) => self.exchange(global, planner)?,
            Err(facts) if facts.can_restore => self.recover(global, &facts.backups)?,
            Err(facts) => return Err(facts.fault.into()),
        };
        page.said(&said)
    }

    fn exchange(&self, global: &Global, planner: Planner) -> Result<String, Fault> {
        let Desk { planner, moment } = global.desk(planner)?;
        let backups = planner.backups(&moment)?;
        let name = &self.named(&backups)?.name;
        if planner
            .verify()
            .is_err_and(|fault| fault.code == FaultCode::Data)
        {
            // A damaged plan cannot be backed up first; it is set aside as it is.
            drop(planner);
            return self.recover(global, &backups);
        }
        planner.restore(name, &moment)?;
        Ok(format!(
            "Restored {name}. What was there before is the newest backup now."
        ))
    }

    fn recover(&self, global: &Global, backups: &[BackupLine]) -> Result<String, Fault> {
        let name = &self.named(backups)?.name;
        let moment = global.moment_without_plan()?;
        recovery::restore(&global.folder(), name, &moment)?;
        Ok(format!(
            "Restored {name}. The files that could not be used are set aside in {}.",
            global.folder().display()
        ))
    }

    fn named<'b>(&self, backups: &'b [BackupLine]) -> Result<&'b BackupLine, Fault> {
        let found = match self.backup.as_str() {
            "latest" => backups.first(),
            name => backups.iter().find(|backup| backup.name == name),
        };
        found.ok_or_else(|| match backups.is_empty() {
            true => fault(
                FaultCode::Gone,
                "There is no backup to restore.",
                "keel backup makes one.",
            ),
            false => fault(
                FaultCode::Gone,
                format!(
                    "No backup is called \u{201c}{}\u{201d}.",
                    self.backup.escape_debug()
                ),
                "keel backups lists them.",
            ),
        })
    }
}
