//! `keel backup`: a backup now, checked before it is kept.

use super::backups;
use crate::args::Global;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::page::Page;

#[derive(Debug, clap::Args)]
pub(crate) struct Backup {
    /// List the backups instead
    #[arg(long)]
    list: bool,
}

impl Backup {
    pub(crate) fn run(self, global: &Global, page: &mut Page<'_>) -> Result<(), Failure> {
        if self.list {
            return backups::run(global, page);
        }
        let Desk { planner, moment } = global.open()?;
        let made = planner.back_up(&moment)?;
        match page.json(&made)? {
            true => Ok(()),
            false => page.line(format_args!(
                "Backed up to {} ({} kB).",
                made.name, made.kilobytes
            )),
        }
    }
}
