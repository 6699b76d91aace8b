//! Reading the tree: tracked files, cargo's own account of the packages.

use std::fs;
use std::path::Path;
use std::process::Command;

use harness::{Step, printed, root};
use serde_json::Value;

/// Paths of the files below `folder` that are tracked or about to be, from the
/// root of the tree.
pub(crate) fn tracked(folder: &str) -> Step<Vec<String>> {
    let names = printed(Command::new("git").current_dir(root()).args([
        "ls-files",
        "-z",
        "--cached",
        "--others",
        "--exclude-standard",
        "--",
        folder,
    ]))?;
    let names = names.split_terminator('\0');
    Ok(names
        .filter(|name| root().join(name).is_file())
        .map(str::to_owned)
        .collect())
}

/// The text of a file; empty when it is not text.
pub(crate) fn text(name: &str) -> String {
    fs::read_to_string(root().join(name)).unwrap_or_default()
}

/// Every package of the workspace and what it needs on this kind of machine,
/// from what is already here; packages for other systems are never fetched.
pub(crate) fn packages() -> Step<Vec<Value>> {
    let versions = printed(Command::new("rustc").arg("-vV"))?;
    let host = versions
        .lines()
        .find_map(|line| line.strip_prefix("host: "));
    let metadata = printed(
        Command::new(env!("CARGO"))
            .current_dir(root())
            .args([
                "metadata",
                "--format-version",
                "1",
                "--locked",
                "--offline",
                "--filter-platform",
            ])
            .arg(host.ok_or("rustc names no host")?),
    )?;
    let mut metadata: Value = serde_json::from_str(&metadata)?;
    Ok(serde_json::from_value(metadata["packages"].take())?)
}

/// The name of a file without its folders and its ending.
pub(crate) fn stem(name: &str) -> &str {
    Path::new(name)
        .file_stem()
        .and_then(|stem| stem.to_str())
        .unwrap_or(name)
}
