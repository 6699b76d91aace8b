//! Starting other programs, and stopping with a sentence when they fail.

use std::env;
use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::place;

/// Why a verb could not finish, for the person who typed it.
#[derive(Debug)]
pub(crate) struct Stop(pub(crate) String);

impl<E: std::error::Error> From<E> for Stop {
    fn from(error: E) -> Self {
        Self(error.to_string())
    }
}

/// What every step returns.
pub(crate) type Done<T = ()> = Result<T, Stop>;

/// Stops with this sentence.
pub(crate) fn stop<T>(reason: impl Into<String>) -> Done<T> {
    Err(Stop(reason.into()))
}

/// A program started at the root of the tree.
pub(crate) fn program(name: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(name);
    command.current_dir(place::root());
    command
}

/// The cargo that runs this.
pub(crate) fn cargo() -> Command {
    program(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// npm in the UI's folder.
pub(crate) fn npm() -> Command {
    let mut npm = program("npm");
    npm.current_dir(place::ui());
    npm
}

/// Runs it with its output shown; anything but success stops.
pub(crate) fn succeed(command: &mut Command) -> Done {
    let line = shown(command);
    match command.stdin(Stdio::null()).status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => stop(format!("`{line}` ended with {status}")),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            stop(format!("`{line}`: no such program"))
        }
        Err(error) => stop(format!("`{line}`: {error}")),
    }
}

/// Runs it quietly and returns what it printed, or `None` when it is missing or fails.
pub(crate) fn answer(command: &mut Command) -> Option<String> {
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Where a program lies on the search path.
pub(crate) fn found(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path)
        .chain([Path::new("/usr/sbin").into(), Path::new("/sbin").into()])
        .map(|folder| folder.join(name))
        .find(|file| file.is_file())
}

/// The command line as one would type it.
fn shown(command: &Command) -> String {
    let words = [command.get_program()]
        .into_iter()
        .chain(command.get_args());
    words
        .map(|word| word.to_string_lossy().into_owned())
        .collect::<Vec<_>>()
        .join(" ")
}
