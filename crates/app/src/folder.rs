//! Where a person's data lies, the same for the window and the command line.

use std::path::{Path, PathBuf};

/// The folder to use: `EVENKEEL_DATA`, else the desktop's place for the data of programs.
pub fn chosen() -> PathBuf {
    if let Some(folder) = std::env::var_os("EVENKEEL_DATA").filter(|name| !name.is_empty()) {
        return PathBuf::from(folder);
    }
    usual()
}

/// The folder where the demo profile of a data folder lies.
pub fn demo(folder: &Path) -> PathBuf {
    folder.join("demo")
}

/// The name under which windows of one folder find each other.
pub fn bus_name(folder: &Path) -> String {
    let own = "org.evenkeel.Evenkeel";
    if folder == usual() {
        return own.into();
    }
    // FNV-1a: short, stable, and nothing depends on it being hard to guess.
    let hash = folder
        .to_string_lossy()
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
    format!("{own}.Folder{hash:016x}")
}

fn usual() -> PathBuf {
    let home = || {
        std::env::var_os("HOME")
            .map(PathBuf::from)
            .unwrap_or_default()
    };
    std::env::var_os("XDG_DATA_HOME")
        .map(PathBuf::from)
        .filter(|folder| folder.is_absolute())
        .unwrap_or_else(|| home().join(".local/share"))
        .join("evenkeel")
}
