//! What can be typed: the options every command takes, and the commands.

use crate::commands::Command;
use crate::failure::Failure;
use crate::page::Page;
use std::io::Write;
use std::path::PathBuf;

/// Plan a balanced week from the command line.
#[derive(Debug, clap::Parser)]
#[command(name = "keel", version, max_term_width = 100)]
pub(crate) struct Args {
    #[command(flatten)]
    global: Global,
    #[command(subcommand)]
    command: Command,
}

/// Options that every command takes.
#[derive(Debug, clap::Args)]
pub(crate) struct Global {
    /// The data folder [default: EVENKEEL_DATA, else the desktop's own place]
    #[arg(long, global = true, value_name = "DIR")]
    pub(crate) data: Option<PathBuf>,
    /// The home zone for this run, such as Europe/Berlin
    #[arg(long, global = true, value_name = "ZONE")]
    pub(crate) zone: Option<String>,
    /// The clock for this run: 2026-11-20T07:00:00Z, or 2026-11-20T08:00 in the home zone
    #[arg(long, global = true, value_name = "TIME", allow_hyphen_values = true)]
    pub(crate) now: Option<String>,
    /// Print JSON
    #[arg(long, global = true)]
    pub(crate) json: bool,
}

impl Args {
    /// Does what was typed.
    pub(crate) fn run(self, out: &mut dyn Write) -> Result<(), Failure> {
        let mut page = Page::new(out, self.global.json);
        self.command.run(&self.global, &mut page)
    }
}
