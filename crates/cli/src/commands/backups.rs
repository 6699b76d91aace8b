//! `keel backups`: the backups there are, newest first; also those of a plan that does not open.

use crate::args::Global;
use crate::failure::Failure;
use crate::page::Page;
use evenkeel_app::messages::{BackupLine, Fault};
use evenkeel_app::recovery;

pub(crate) fn run(global: &Global, page: &mut Page<'_>) -> Result<(), Failure> {
    let backups = known(global)?;
    if page.json(&backups)? {
        return Ok(());
    }
    if backups.is_empty() {
        return page.line("There is no backup yet.");
    }
    let width = |column: fn(&BackupLine) -> &str| {
        let lengths = backups.iter().map(|backup| column(backup).len());
        lengths.max().unwrap_or(0)
    };
    let (names, reasons) = (width(|backup| &backup.name), width(|backup| &backup.reason));
    for backup in &backups {
        let blocks = match backup.blocks {
            Some(1) => "1 block".into(),
            Some(blocks) => format!("{blocks} blocks"),
            None => String::new(),
        };
        page.line(format_args!(
            "{:<names$}  {}  {:<reasons$}  {:>7} kB  {blocks}",
            backup.name,
            backup.taken.replace('T', " "),
            backup.reason,
            backup.kilobytes
        ))?;
    }
    Ok(())
}

fn known(global: &Global) -> Result<Vec<BackupLine>, Fault> {
    let fault = match global.open() {
        Ok(desk) => return desk.planner.backups(&desk.moment),
        Err(fault) => fault,
    };
    let moment = global.moment_without_plan()?;
    let facts = recovery::facts(&global.folder(), fault, false, &moment);
    match facts.backups.is_empty() {
        true => Err(facts.fault),
        false => Ok(facts.backups),
    }
}
