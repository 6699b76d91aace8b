//! `keel`, the command line: it reads what was typed, asks the app crate, and prints the answer.
//! No SQL, no rules, no arithmetic on time.

mod args;
mod commands;
mod desk;
mod failure;
mod page;
mod rows;
mod typed;

use clap::Parser;
use std::io::{BufWriter, Write};
use std::process::ExitCode;

fn main() -> ExitCode {
    let args = args::Args::parse();
    let mut out = BufWriter::new(std::io::stdout().lock());
    let done = args.run(&mut out);
    // What a command printed before it failed is worth having.
    let flushed = out.flush().map_err(failure::Failure::from);
    match done.and(flushed) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(),
    }
}
