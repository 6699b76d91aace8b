//! Runs the program. The clock and the zone are given, so nothing depends on the day or the
//! computer.

use serde_json::Value;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;

/// A data folder and the program on it.
pub(crate) struct Keel {
    dir: TempDir,
    now: &'static str,
    zone: &'static str,
}

impl Keel {
    /// An empty folder; it is Friday, 20 November 2026, in Berlin.
    pub(crate) fn new() -> Keel {
        Keel {
            dir: tempfile::tempdir().unwrap(),
            now: "2026-11-20T07:00:00Z",
            zone: "Europe/Berlin",
        }
    }

    /// The same in another zone.
    pub(crate) fn in_zone(zone: &'static str) -> Keel {
        Keel {
            zone,
            ..Keel::new()
        }
    }

    /// The data folder.
    pub(crate) fn folder(&self) -> PathBuf {
        self.dir.path().join("data")
    }

    /// A path beside the data folder.
    pub(crate) fn beside(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    /// A file beside the data folder.
    pub(crate) fn file(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.beside(name);
        std::fs::write(&path, content).unwrap();
        path
    }

    /// The program, ready to run.
    pub(crate) fn command(&self, args: &[impl AsRef<OsStr>]) -> Command {
        let mut command = bare();
        command
            .arg("--data")
            .arg(self.folder())
            .args(["--now", self.now])
            .args(["--zone", self.zone])
            .args(args);
        command
    }

    /// Runs the program, whatever comes of it.
    pub(crate) fn run(&self, args: &[impl AsRef<OsStr>]) -> Said {
        Said::of(self.command(args).output().unwrap())
    }

    /// Runs the program, which must do as asked, and returns what it printed.
    pub(crate) fn ok(&self, args: &[impl AsRef<OsStr>]) -> String {
        let said = self.run(args);
        assert_eq!((said.code, said.err.as_str()), (0, ""), "{}", said.out);
        said.out
    }

    /// The same with a line of words.
    pub(crate) fn words(&self, line: &str) -> String {
        self.ok(&line.split(' ').collect::<Vec<_>>())
    }

    /// What a line of words prints at another time of that Friday.
    pub(crate) fn at(&self, time: &str, line: &str) -> String {
        let now = format!("2026-11-20T{time}");
        let mut command = bare();
        command
            .arg("--data")
            .arg(self.folder())
            .args(["--now", &now, "--zone", self.zone])
            .args(line.split(' '));
        let said = Said::of(command.output().unwrap());
        assert_eq!((said.code, said.err.as_str()), (0, ""), "{}", said.out);
        said.out
    }

    /// The JSON a line of words prints.
    pub(crate) fn json(&self, line: &str) -> Value {
        serde_json::from_str(&self.words(&format!("{line} --json"))).unwrap()
    }

    /// Imports a file and returns its report.
    pub(crate) fn import(&self, file: &Path) -> Value {
        let file = file.to_str().unwrap();
        serde_json::from_str(&self.ok(&["import", file, "--json"])).unwrap()
    }

    /// The refusal a line of words meets: exit code 1, one sentence and perhaps a hint.
    pub(crate) fn refusal(&self, args: &[impl AsRef<OsStr>]) -> String {
        let said = self.run(args);
        assert_eq!(said.code, 1, "{}{}", said.out, said.err);
        said.refusal()
    }
}

/// The program alone: no zone, no clock, no folder.
pub(crate) fn bare() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_keel"));
    command.env_remove("EVENKEEL_DATA").env_remove("COLUMNS");
    command
}

/// What the program said and how it ended.
pub(crate) struct Said {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Said {
    pub(crate) fn of(output: Output) -> Said {
        Said {
            code: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// The sentence on stderr, which has the shape every refusal has.
    pub(crate) fn refusal(&self) -> String {
        let lines: Vec<&str> = self.err.lines().collect();
        let hint = lines.get(1).is_none_or(|hint| hint.starts_with("Hint: "));
        let sentence = lines[0].strip_prefix("Error: ").unwrap();
        assert!(hint && lines.len() <= 2, "{}", self.err);
        assert!(sentence.ends_with('.'), "{sentence}");
        sentence.to_string()
    }
}

/// A file of `tests/fixtures`.
pub(crate) fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../tests/fixtures")
        .join(name)
}
