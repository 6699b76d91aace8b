//! How the window compares with the plainest thing that could stand there: a
//! bare web view for the start and for memory, a page of 500 boxes for the
//! drag. Baselines run in turn with the window, on the same display, so that
//! figures of one run can be compared. `cargo xtask bench window` starts it.
#![allow(
    clippy::print_stdout,
    reason = "its output is for the person who typed the command"
)]

mod bare;
mod drag;
mod figures;
mod memory;
mod start;

use std::process::ExitCode;

use harness::{Step, played};

/// Runs of each kind; the first warms the disk cache and is left out.
const RUNS: usize = 8;

fn main() -> ExitCode {
    match bench() {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}

fn bench() -> Step {
    let bare = bare::build()?;
    let mut starts = start::Starts::default();
    let mut sizes = memory::Sizes::default();
    for run in 0..=RUNS {
        let (window, plain) = played("bench-start", async |scene| start::once(scene, &bare).await)?;
        if 0 < run {
            starts.add(window.painted, plain.painted);
            sizes.add(window.memory, plain.memory);
        }
    }
    starts.print();
    sizes.print();
    played("bench-drag", async |scene| {
        drag::compare(scene, &bare).await
    })?
    .print();
    Ok(())
}
