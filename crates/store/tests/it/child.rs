//! Runs one test of this very program in a process of its own, told by the environment what to do.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const FOLDER: &str = "EVENKEEL_TEST_CHILD";

/// The folder this process is to work in, when it is such a child.
pub(crate) fn folder() -> Option<PathBuf> {
    std::env::var_os(FOLDER).map(PathBuf::from)
}

/// A process that runs the test of this name in the folder; its output can be read.
pub(crate) fn command(test: &str, folder: &Path) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command
        .args(["--exact", test, "--nocapture", "--test-threads=1"])
        .env(FOLDER, folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    command
}
