//! `keel restore`: brings a backup back, or takes an older copy as it is. Needs the plan for itself, and works where the plan does
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
    #[arg(value_name = "NAME|latest", required_unless_present = "accept")]
    backup: Option<String>,
    /// Open an older copy that was put back by hand as it is
    #[arg(long, conflicts_with = "backup")]
    accept: bool,
}

impl Restore {
    pub(crate) fn run(self, global: &Global, page: &mut Page<'_>) -> Result<(), Failure> {
        let said = match self.backup.as_deref() {
            Some(backup) => restore(global, backup)?,
            None => accept(global)?,
        };
        page.said(&said)
    }
}

fn accept(global: &Global) -> Result<String, Failure> {
    recovery::accept(&global.folder())?;
    Ok(format!(
        "The plan in {} opens as it is. keel backups lists what else there is.",
        global.folder().display()
    ))
}

fn restore(global: &Global, wanted: &str) -> Result<String, Failure> {
    match Planner::open_window(&global.folder(), &global.moment_without_plan()?) {
        Ok(planner) => Ok(exchange(global, wanted, planner)?),
        Err(facts) if facts.can_restore => Ok(recover(global, wanted, &facts.backups)?),
        Err(facts) => Err(facts.fault.into()),
    }
}

fn exchange(global: &Global, wanted: &str, planner: Planner) -> Result<String, Fault> {
    let Desk { planner, moment } = global.desk(planner)?;
    let backups = planner.backups(&moment)?;
    let name = &named(wanted, &backups)?.name;
    if planner
        .verify()
        .is_err_and(|fault| fault.code == FaultCode::Data)
    {
        // A damaged plan cannot be backed up first; it is set aside as it is.
        drop(planner);
        return recover(global, wanted, &backups);
    }
    planner.restore(name, &moment)?;
    Ok(format!(
        "Restored {name}. What was there before is the newest backup now."
    ))
}

fn recover(global: &Global, wanted: &str, backups: &[BackupLine]) -> Result<String, Fault> {
    let name = &named(wanted, backups)?.name;
    let moment = global.moment_without_plan()?;
    recovery::restore(&global.folder(), name, &moment)?;
    Ok(format!(
        "Restored {name}. The files that could not be used are set aside in {}.",
        global.folder().display()
    ))
}

fn named<'b>(wanted: &str, backups: &'b [BackupLine]) -> Result<&'b BackupLine, Fault> {
    let found = match wanted {
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
                wanted.escape_debug()
            ),
            "keel backups lists them.",
        ),
    })
}
