//! The messages between window and program: TypeScript written from the Rust
//! types, and kept in the tree.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::command::{Done, cargo, stop, succeed};
use crate::place;

const KEPT: &str = "ui/src/messages";

/// Writes them into the UI.
pub(crate) fn write() -> Done {
    export(&place::root().join(KEPT))
}

/// Stops when those in the tree are not what the Rust types say.
pub(crate) fn check() -> Done {
    let fresh = place::target().join("types");
    if fresh.exists() {
        fs::remove_dir_all(&fresh)?;
    }
    export(&fresh)?;
    let (kept, fresh) = (read(&place::root().join(KEPT))?, read(&fresh)?);
    let stale: Vec<String> = kept
        .keys()
        .chain(fresh.keys().filter(|name| !kept.contains_key(*name)))
        .filter(|name| kept.get(*name) != fresh.get(*name))
        .map(|name| name.display().to_string())
        .collect();
    if stale.is_empty() {
        return Ok(());
    }
    stop(format!(
        "stale in {KEPT}: {}. Run `cargo xtask types` and commit what it writes.",
        stale.join(", ")
    ))
}

fn export(folder: &Path) -> Done {
    succeed(
        cargo()
            .args([
                "test",
                "--quiet",
                "-p",
                "evenkeel-app",
                "--features",
                "ts",
                "export_bindings",
            ])
            .env("TS_RS_EXPORT_DIR", folder),
    )
}

fn read(folder: &Path) -> Done<BTreeMap<PathBuf, Vec<u8>>> {
    let mut files = BTreeMap::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(here) = open.pop() {
        for entry in fs::read_dir(&here)? {
            let path = entry?.path();
            if path.is_dir() {
                open.push(path);
            } else if let Ok(name) = path.strip_prefix(folder) {
                files.insert(name.to_path_buf(), fs::read(&path)?);
            }
        }
    }
    Ok(files)
}
