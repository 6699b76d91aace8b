//! Reading the tree: tracked files, cargo's own account of the packages.

use std::fs;
use std::path::Path;
use std::process::Command;

use harness::root;
use serde_json::Value;

/// Paths of the tracked files below `folder`, from the root of the tree.
pub(crate) fn tracked(folder: &str) -> Vec<String> {
    let output = Command::new("git")
        .current_dir(root())
        .args([
            "ls-files",
            "-z",
            "--cached",
            "--others",
            "--exclude-standard",
            "--",
            folder,
        ])
        .output()
        .expect("git lists the files");
    assert!(
        output.status.success(),
        "git ls-files: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    let names = String::from_utf8(output.stdout).expect("file names are UTF-8");
    names
        .split_terminator('\0')
        .filter(|name| root().join(name).is_file())
        .map(str::to_owned)
        .collect()
}

/// The text of a file, or `None` when it is not text.
pub(crate) fn text(name: &str) -> Option<String> {
    fs::read_to_string(root().join(name)).ok()
}

/// `cargo metadata` of the whole workspace, from what is already here.
pub(crate) fn metadata() -> Value {
    let output = Command::new(env!("CARGO"))
        .current_dir(root())
        .args(["metadata", "--format-version", "1", "--locked", "--offline"])
        .output()
        .expect("cargo starts");
    assert!(
        output.status.success(),
        "cargo metadata: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    serde_json::from_slice(&output.stdout).expect("cargo metadata prints JSON")
}

/// The name of a file without its folders and its ending.
pub(crate) fn stem(name: &str) -> &str {
    Path::new(name)
        .file_stem()
        .and_then(|stem| stem.to_str())
        .unwrap_or(name)
}
