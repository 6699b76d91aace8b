//! What people type in this tree: `cargo xtask run`, `test`, `bench`, `types`,
//! `package`. One file per verb; it knows tools and folders, and nothing of
//! the planner itself.
#![allow(
    clippy::print_stdout,
    reason = "its output is for the person who typed the command"
)]

mod bench;
mod build;
mod command;
mod node;
mod package;
mod place;
mod run;
mod setup;
mod stamp;
mod system;
mod test;
mod types;

use std::process::ExitCode;

use command::Stop;

const USAGE: &str = "\
cargo xtask run [--release]   install what is missing, build, open the planner
cargo xtask test [STEP…]      every test, or only these steps; `--list` names them
cargo xtask bench             how fast and how large, next to plain baselines
cargo xtask types             write the UI's message types from the Rust ones
cargo xtask package           the .deb, in release form";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["run"] => run::run(build::Profile::Debug),
        ["run", "--release"] => run::run(build::Profile::Release),
        ["test", "--list"] => test::list(),
        ["test", steps @ ..] => test::test(steps),
        ["bench", which @ ..] => bench::bench(which),
        ["types"] => types::write(),
        ["package"] => package::package(),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(Stop(reason)) => {
            eprintln!("{reason}");
            ExitCode::FAILURE
        }
    }
}
