//! `keel export`: the plan as a calendar file.

use crate::args::Global;
use crate::desk::Desk;
use crate::failure::{Failure, refused};
use crate::page::Page;
use crate::typed;
use evenkeel_app::messages::ExportChoice;
use std::path::{Path, PathBuf};

#[derive(Debug, clap::Args)]
pub(crate) struct Export {
    /// First day, such as 2026-11-16 [default: from the first block on]
    #[arg(long, value_name = "DATE")]
    from: Option<String>,
    /// First day after [default: to the last block]
    #[arg(long, value_name = "DATE")]
    to: Option<String>,
    /// Personal blocks too
    #[arg(long)]
    personal: bool,
    /// Imported events too
    #[arg(long)]
    imported: bool,
    /// The file to write; - prints it
    #[arg(long, short, value_name = "FILE")]
    output: PathBuf,
}

impl Export {
    pub(crate) fn run(self, global: &Global, page: &mut Page<'_>) -> Result<(), Failure> {
        let choice = ExportChoice {
            from: typed::day(self.from.as_deref())?,
            until: typed::day(self.to.as_deref())?,
            personal: self.personal,
            imported: self.imported,
        };
        let Desk { planner, moment } = global.open()?;
        if let (Some(_), Some(_)) = (choice.from, choice.until) {
            planner.days(choice.from, choice.until, &moment)?;
        }
        if self.output == Path::new("-") {
            let (text, _) = planner.export_text(&choice, &moment)?;
            return page.raw(&text);
        }
        if self.output.is_dir() {
            let what = format!("{} is a folder.", self.output.display());
            return Err(refused(what, "Name the file to write, such as week.ics.").into());
        }
        let exported = planner.export(&choice, &self.output, &moment)?;
        match page.json(&exported)? {
            true => Ok(()),
            false => page.line(exported.said),
        }
    }
}
