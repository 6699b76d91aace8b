//! The baseline program: a GTK window with a web view and nothing else.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use harness::{Step, root, target};

/// Compiles it beside the other peers.
pub(crate) fn build() -> Step<PathBuf> {
    let folder = target().join("peers");
    fs::create_dir_all(&folder)?;
    let program = folder.join("bare_view");
    let flags = Command::new("pkg-config")
        .args(["--cflags", "--libs", "webkit2gtk-4.1"])
        .output()?;
    let compiled = Command::new("cc")
        .args(["-O1", "-Wall", "-Wextra", "-Werror", "-o"])
        .arg(&program)
        .arg(root().join("tests/bench/bare_view.c"))
        .args(String::from_utf8(flags.stdout)?.split_whitespace())
        .status()?;
    if compiled.success() {
        Ok(program)
    } else {
        Err("bare_view.c did not compile".into())
    }
}

/// A page of the harness's own, as an address.
pub(crate) fn page(name: &str) -> String {
    format!("file://{}", root().join("tests/bench").join(name).display())
}
