//! Every test there is, in the order in which they are cheapest to learn from.

use std::env;
use std::time::Instant;

use crate::build::{self, PAGE_INSIDE, Profile};
use crate::command::{Done, Stop, cargo, npm, stop, succeed};
use crate::setup::{self, For};
use crate::{package, types};

/// One step: the word to run it alone, what it claims, how it finds out.
struct Step {
    name: &'static str,
    claims: &'static str,
    run: fn() -> Done,
}

const STEPS: &[Step] = &[
    Step {
        name: "fmt",
        claims: "the Rust code is formatted",
        run: fmt,
    },
    Step {
        name: "clippy",
        claims: "the compiler and clippy have nothing to say",
        run: clippy,
    },
    Step {
        name: "types",
        claims: "the UI's message types are those of the program",
        run: types::check,
    },
    Step {
        name: "tidy",
        claims: "the tree keeps its own rules",
        run: || outside("tidy"),
    },
    Step {
        name: "crates",
        claims: "unit, property, golden and documentation tests",
        run: crates,
    },
    Step {
        name: "ui-check",
        claims: "the UI's types hold",
        run: || ui("check"),
    },
    Step {
        name: "ui-lint",
        claims: "the UI's code is formatted and linted",
        run: || ui("lint"),
    },
    Step {
        name: "ui-test",
        claims: "the UI's own tests",
        run: || ui("test"),
    },
    Step {
        name: "build",
        claims: "the programs build",
        run: || build::programs(Profile::Debug),
    },
    Step {
        name: "interop",
        claims: "other calendar programs read what we write",
        run: || with_programs("interop"),
    },
    Step {
        name: "e2e",
        claims: "journeys through the real window",
        run: || with_programs("e2e"),
    },
    Step {
        name: "package",
        claims: "the package installs, opens, and leaves nothing behind",
        run: packaged,
    },
];

pub(crate) fn list() -> Done {
    for step in STEPS {
        println!("{:10} {}", step.name, step.claims);
    }
    Ok(())
}

/// Runs these steps, or all.
pub(crate) fn test(names: &[&str]) -> Done {
    if let Some(unknown) = names
        .iter()
        .find(|name| STEPS.iter().all(|step| step.name != **name))
    {
        return stop(format!(
            "There is no step {unknown}; `cargo xtask test --list` names them."
        ));
    }
    setup::ready(For::Testing)?;

    let chosen = STEPS
        .iter()
        .filter(|step| names.is_empty() || names.contains(&step.name));
    let mut lines = Vec::new();
    let mut failed = 0;
    for step in chosen {
        println!("\n==> {}: {}", step.name, step.claims);
        let start = Instant::now();
        let outcome = (step.run)();
        let seconds = start.elapsed().as_secs_f64();
        let verdict = match outcome {
            Ok(()) => "passed".to_owned(),
            Err(Stop(reason)) => {
                failed += 1;
                format!("FAILED: {reason}")
            }
        };
        let line = format!("{:10} {seconds:7.1} s  {verdict}", step.name);
        println!("{line}");
        lines.push(line);
    }

    println!("\n{}", lines.join("\n"));
    println!("{} passed, {failed} failed", lines.len() - failed);
    if failed == 0 {
        Ok(())
    } else {
        stop("Some steps failed; `cargo xtask test STEP` runs one alone.")
    }
}

fn fmt() -> Done {
    succeed(cargo().args(["fmt", "--all", "--check"]))
}

fn clippy() -> Done {
    succeed(
        cargo()
            .args([
                "clippy",
                "--quiet",
                "--workspace",
                "--all-targets",
                "--features",
                PAGE_INSIDE,
            ])
            .args(["--", "-D", "warnings"]),
    )
}

fn crates() -> Done {
    succeed(cargo().args([
        "test",
        "--quiet",
        "--workspace",
        "--exclude",
        "evenkeel-tests",
        "--features",
        PAGE_INSIDE,
    ]))?;
    succeed(cargo().args(["test", "--quiet", "-p", "evenkeel-tests", "--lib"]))
}

fn ui(script: &str) -> Done {
    succeed(npm().args(["run", "--silent", script]))
}

/// One of the test programs of `tests/`, against the programs built for it.
fn outside(name: &str) -> Done {
    succeed(cargo().args(["test", "--quiet", "-p", "evenkeel-tests", "--test", name]))
}

/// The same, with programs that are those of the sources.
fn with_programs(name: &str) -> Done {
    build::programs(Profile::Debug)?;
    outside(name)
}

fn packaged() -> Done {
    let deb = match env::var_os("EVENKEEL_DEB") {
        Some(deb) => deb.into(),
        None => package::make(Profile::Debug)?,
    };
    succeed(
        cargo()
            .args([
                "test",
                "--quiet",
                "-p",
                "evenkeel-tests",
                "--test",
                "package",
                "--",
                "--nocapture",
            ])
            .env("EVENKEEL_DEB", deb),
    )
}
