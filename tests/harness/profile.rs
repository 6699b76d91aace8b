//! One person's data, made anew for a journey and gone afterwards.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::{Step, keel_binary};

/// The zone every journey lives in, as far as the computer lets it.
pub const ZONE: &str = "Europe/Berlin";

/// One event of a calendar file.
#[derive(Debug, Clone, Copy)]
pub struct Event<'e> {
    /// Who it is across imports.
    pub uid: &'e str,
    /// What it is called.
    pub title: &'e str,
    /// `2026-11-19`.
    pub date: &'e str,
    /// `09:30`.
    pub from: &'e str,
    /// `10:30`.
    pub to: &'e str,
}

impl Event<'_> {
    /// Without a zone, so that it stands at these times wherever the machine is.
    fn lines(&self) -> String {
        let Self {
            uid,
            title,
            date,
            from,
            to,
        } = self;
        let wall = |clock: &str| format!("{}T{}00", date.replace('-', ""), clock.replace(':', ""));
        format!(
            "BEGIN:VEVENT\r\nUID:{uid}\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:{}\r\nDTEND:{}\r\nSUMMARY:{title}\r\nEND:VEVENT\r\n",
            wall(from),
            wall(to),
        )
    }
}

/// A home folder with a data folder in it.
#[derive(Debug)]
pub struct Profile {
    home: tempfile::TempDir,
}

impl Profile {
    /// An empty one.
    pub fn fresh() -> Step<Self> {
        let home = tempfile::Builder::new().prefix("evenkeel-").tempdir()?;
        for folder in ["data", "logs", "run", "files"] {
            fs::create_dir(home.path().join(folder))?;
        }
        Ok(Self { home })
    }

    /// Where the program keeps its database (`EVENKEEL_DATA`).
    pub fn data(&self) -> PathBuf {
        self.home.path().join("data")
    }

    /// Where the parts of the desktop and the program log to.
    pub fn logs(&self) -> PathBuf {
        self.home.path().join("logs")
    }

    /// A place for files of the person's own, such as exports.
    pub fn file(&self, name: &str) -> PathBuf {
        self.home.path().join("files").join(name)
    }

    /// A log that a process started by the journey writes to.
    pub fn log(&self, name: &str) -> Step<File> {
        Ok(File::options()
            .create(true)
            .append(true)
            .open(self.logs().join(name))?)
    }

    /// Gives a command this home, this data folder and a fixed zone and language.
    pub fn dress<'c>(&self, command: &'c mut Command) -> &'c mut Command {
        let home = self.home.path();
        command
            .env("EVENKEEL_DATA", self.data())
            .env("HOME", home)
            .env("XDG_DATA_HOME", home.join(".local/share"))
            .env("XDG_CONFIG_HOME", home.join(".config"))
            .env("XDG_CACHE_HOME", home.join(".cache"))
            .env("XDG_STATE_HOME", home.join(".local/state"))
            .env("XDG_RUNTIME_DIR", home.join("run"))
            .env("TZ", ZONE)
            .env("LANG", "C.UTF-8")
            .env("LC_ALL", "C.UTF-8")
            .env("LANGUAGE", "en_GB");
        // Reminders come by the clock: where a journey does not set it, none comes.
        match self.clock_file().exists() {
            true => command.env("EVENKEEL_CLOCK", self.clock_file()),
            false => command.env("EVENKEEL_REMINDERS", "off"),
        }
    }

    /// Sets the clocks that the program and `keel` read to a wall time of [`ZONE`],
    /// `2026-11-16T09:55`. Only for a journey that begins with `scene_at`.
    pub fn clock(&self, wall: &str) -> Step {
        self.tell_clock(wall, "")
    }

    /// The same, and nobody has touched anything for so many seconds.
    pub fn clock_without_a_hand(&self, wall: &str, idle: u32) -> Step {
        self.tell_clock(wall, &idle.to_string())
    }

    fn tell_clock(&self, wall: &str, idle: &str) -> Step {
        let wall: jiff::civil::DateTime = wall.parse()?;
        let now = wall.in_tz(ZONE)?.timestamp().as_second();
        let (file, next) = (self.clock_file(), self.home.path().join("clock.next"));
        fs::write(&next, format!("{now} {now} journey {idle}\n"))?;
        Ok(fs::rename(next, file)?)
    }

    /// A file of the person's settings of the desktop.
    pub fn config(&self, name: &str) -> PathBuf {
        self.home.path().join(".config").join(name)
    }

    fn clock_file(&self) -> PathBuf {
        self.home.path().join("clock")
    }

    /// Runs `keel` on this data and returns what it printed.
    pub fn keel<S: AsRef<std::ffi::OsStr>>(&self, args: &[S]) -> Step<String> {
        let binary = keel_binary();
        let output = self
            .dress(Command::new(&binary).args(args))
            .output()
            .map_err(|error| format!("cannot start {}: {error}", binary.display()))?;
        let said = String::from_utf8_lossy(&output.stderr);
        if output.status.success() {
            return Ok(String::from_utf8(output.stdout)?);
        }
        let words: Vec<_> = args
            .iter()
            .map(|arg| arg.as_ref().to_string_lossy())
            .collect();
        Err(format!(
            "keel {} ended with {}: {}",
            words.join(" "),
            output.status,
            said.trim()
        )
        .into())
    }

    /// Runs `keel … --json` and reads what it printed.
    pub fn keel_json(&self, args: &[&str]) -> Step<Value> {
        let args: Vec<&str> = args.iter().copied().chain(["--json"]).collect();
        Ok(serde_json::from_str(&self.keel(&args)?)?)
    }

    /// What is planned this week, as `keel` tells it.
    pub fn plan(&self) -> Step<Value> {
        self.keel_json(&["agenda"])
    }

    /// Writes a calendar file with these events, times in this zone.
    pub fn calendar(&self, name: &str, events: &[Event<'_>]) -> Step<PathBuf> {
        let path = self.file(name);
        let events: String = events.iter().map(Event::lines).collect();
        fs::write(
            &path,
            format!(
                "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//journey//\r\n{events}END:VCALENDAR\r\n"
            ),
        )?;
        Ok(path)
    }

    /// The end of every log, for a failure's report.
    pub(crate) fn last_words(&self) -> String {
        let Ok(entries) = fs::read_dir(self.logs()) else {
            return String::new();
        };
        let mut logs: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
        logs.retain(|path| path.extension().is_some_and(|kind| kind == "log"));
        logs.sort();
        logs.iter().map(|log| tail(log)).collect()
    }
}

fn tail(log: &Path) -> String {
    let text = fs::read(log).unwrap_or_default();
    let text = String::from_utf8_lossy(&text);
    let lines: Vec<&str> = text.lines().collect();
    let last = lines.len().saturating_sub(15);
    if lines.is_empty() {
        return String::new();
    }
    let name = log.file_name().unwrap_or_default().to_string_lossy();
    format!("--- {name}\n{}\n", lines[last..].join("\n"))
}
