//! dpkg and the menu entry.

use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use harness::{Step, printed};

/// The package's name, in dpkg and in the menu.
pub(crate) const NAME: &str = "evenkeel";

/// The package, installed until the value is dropped.
#[derive(Debug)]
pub(crate) struct Installed {
    /// Every file and folder it put on the system.
    pub(crate) paths: Vec<PathBuf>,
}

impl Installed {
    /// Installs the package named by `EVENKEEL_DEB`; `None`, with the reason
    /// printed, where that must not be done.
    pub(crate) fn install() -> Step<Option<Self>> {
        let Some(deb) = env::var_os("EVENKEEL_DEB") else {
            return Err(
                "EVENKEEL_DEB names no package: `cargo xtask test package` makes one".into(),
            );
        };
        if output("id", &["-u"])?.trim() != "0" {
            eprintln!("skipped: installing a package needs root");
            return Ok(None);
        }
        if is_installed() {
            eprintln!("skipped: Evenkeel is installed here, and stays as it is");
            return Ok(None);
        }
        printed(Command::new("dpkg").arg("-i").arg(deb))?;
        let listed = output("dpkg", &["-L", NAME])?;
        Ok(Some(Self {
            paths: listed
                .lines()
                .map(PathBuf::from)
                .filter(|path| path != Path::new("/."))
                .collect(),
        }))
    }

    /// Removes it, configuration included.
    pub(crate) fn remove(&self) -> Step {
        printed(Command::new("dpkg").args(["--purge", NAME])).map(drop)
    }
}

impl Drop for Installed {
    fn drop(&mut self) {
        if is_installed() {
            let _ = self.remove();
        }
    }
}

/// Whether dpkg has it.
pub(crate) fn is_installed() -> bool {
    output("dpkg-query", &["-W", "-f", "${db:Status-Status}", NAME])
        .is_ok_and(|status| status == "installed")
}

/// One key of a desktop entry.
pub(crate) fn entry_value(entry: &Path, key: &str) -> Step<String> {
    let text = fs::read_to_string(entry)?;
    let value = text
        .lines()
        .find_map(|line| line.strip_prefix(key)?.strip_prefix('='));
    Ok(value
        .ok_or_else(|| format!("{} has no {key}", entry.display()))?
        .to_owned())
}

/// Everything below `/usr`, `/etc` and `/var/lib` that bears the package's name.
pub(crate) fn traces() -> Step<BTreeSet<PathBuf>> {
    let listed = output(
        "find",
        &[
            "/usr",
            "/etc",
            "/opt",
            "/var/lib",
            "-xdev",
            "-ipath",
            &format!("*{NAME}*"),
            "-not",
            "-path",
            "*/target/*",
        ],
    )?;
    Ok(listed.lines().map(PathBuf::from).collect())
}

/// Runs a program and returns what it printed.
pub(crate) fn output(program: &str, args: &[&str]) -> Step<String> {
    printed(Command::new(program).args(args))
}
