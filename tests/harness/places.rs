//! Where things are: the tree, the built programs, the pictures.

use std::env;
use std::path::{Path, PathBuf};

/// The root of the tree.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// The target folder this program was built into.
pub fn target() -> PathBuf {
    built_beside()
        .parent()
        .map_or_else(|| root().join("target"), Path::to_path_buf)
}

/// The desktop program: `EVENKEEL_BIN`, or the one built beside this test.
pub fn program_binary() -> PathBuf {
    env::var_os("EVENKEEL_BIN").map_or_else(|| built_beside().join("evenkeel"), PathBuf::from)
}

/// The command line: `KEEL_BIN`, or the one built beside this test.
pub fn keel_binary() -> PathBuf {
    env::var_os("KEEL_BIN").map_or_else(|| built_beside().join("keel"), PathBuf::from)
}

/// Where pictures go.
pub fn screens() -> PathBuf {
    target().join("screens")
}

/// `target/debug` or `target/release`, whichever this program was built into.
fn built_beside() -> PathBuf {
    let mut place = env::current_exe().unwrap_or_default();
    place.pop();
    if place.ends_with("deps") {
        place.pop();
    }
    place
}
