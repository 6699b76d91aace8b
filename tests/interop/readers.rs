//! The peers, made ready once per run: a Python environment in `target/peers`
//! with pinned packages, and a small C program beside it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Mutex, PoisonError};

use harness::{Step, printed, root, target};

/// One occurrence as a peer reports it: uid, start, end; instants in UTC, dates as they are.
pub(crate) type Seen = BTreeSet<(String, String, String)>;

// Tests run side by side; each peer is made ready by the first that asks.
static PYTHON: Mutex<Option<PathBuf>> = Mutex::new(None);
static LIBICAL: Mutex<Option<PathBuf>> = Mutex::new(None);

/// A program that reads calendar files.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Reader {
    /// icalendar with recurring-ical-events.
    Python,
    /// libical, through a C program compiled here.
    Libical,
}

impl Reader {
    /// Every occurrence that starts in `[from, to)`, both dates.
    pub(crate) fn read(self, file: &Path, from: &str, to: &str) -> Step<Seen> {
        let (program, bounds) = match self {
            Self::Python => (once(&PYTHON, python)?, [from.to_owned(), to.to_owned()]),
            Self::Libical => (
                once(&LIBICAL, libical)?,
                [from.replace('-', ""), to.replace('-', "")],
            ),
        };
        let mut command = Command::new(program);
        if matches!(self, Self::Python) {
            command.arg(here("read_icalendar.py"));
        }
        let printed = printed(command.arg(file).args(bounds))?;
        let occurrences = printed.lines().filter_map(|line| {
            let mut parts = line.split('\t').map(str::to_owned);
            Some((parts.next()?, parts.next()?, parts.next()?))
        });
        Ok(occurrences
            .filter(|(_, start, _)| from <= start.as_str() && start.as_str() < to)
            .collect())
    }
}

fn once(place: &Mutex<Option<PathBuf>>, make: fn() -> Step<PathBuf>) -> Step<PathBuf> {
    let mut place = place.lock().unwrap_or_else(PoisonError::into_inner);
    match &*place {
        Some(made) => Ok(made.clone()),
        None => Ok(place.insert(make()?).clone()),
    }
}

fn python() -> Step<PathBuf> {
    let environment = peers().join("venv");
    let wanted = fs::read_to_string(here("requirements.txt"))?;
    let stamp = environment.join("installed-from");
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(environment.join("bin/python"));
    }
    printed(
        Command::new("/usr/bin/python3")
            .args(["-m", "venv", "--clear"])
            .arg(&environment),
    )?;
    printed(
        Command::new(environment.join("bin/pip"))
            .args([
                "install",
                "--quiet",
                "--disable-pip-version-check",
                "--no-deps",
                "-r",
            ])
            .arg(here("requirements.txt")),
    )?;
    fs::write(stamp, wanted)?;
    Ok(environment.join("bin/python"))
}

fn libical() -> Step<PathBuf> {
    let flags = printed(Command::new("pkg-config").args(["--cflags", "--libs", "libical"]))?;
    let program = peers().join("read_libical");
    fs::create_dir_all(peers())?;
    printed(
        Command::new("cc")
            .args(["-O1", "-Wall", "-Wextra", "-Werror", "-o"])
            .arg(&program)
            .arg(here("read_libical.c"))
            .args(flags.split_whitespace()),
    )?;
    Ok(program)
}

fn peers() -> PathBuf {
    target().join("peers")
}

fn here(name: &str) -> PathBuf {
    root().join("tests/interop").join(name)
}
