//! Backups: complete copies beside the database, each checked before it is listed.

mod check;
mod due;
mod make;
mod restore;
mod thin;

pub use check::Report;
pub(crate) use due::Look;
pub use make::list as backups_in;
pub(crate) use make::{make, verify};
pub(crate) use restore::{Counters, stage};

use chrono::{DateTime, NaiveDateTime};
use evenkeel_core::time::Instant;
use std::path::{Path, PathBuf};

/// Why a backup was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Some time went by and something changed.
    Automatic,
    /// The person asked for it.
    ByHand,
    /// Before the file was brought to a newer format.
    Migration,
    /// Before a large import.
    Import,
    /// Before another backup was restored.
    Restore,
    /// Before much was removed at once.
    Removal,
}

impl Reason {
    const NAMES: [(Reason, &'static str); 6] = [
        (Reason::Automatic, "automatic"),
        (Reason::ByHand, "by-hand"),
        (Reason::Migration, "migration"),
        (Reason::Import, "import"),
        (Reason::Restore, "restore"),
        (Reason::Removal, "removal"),
    ];

    /// The word in the file's name.
    pub fn name(self) -> &'static str {
        let known = Reason::NAMES.iter().find(|(reason, _)| *reason == self);
        known.map_or("", |(_, name)| name)
    }

    fn from_name(name: &str) -> Option<Reason> {
        let known = Reason::NAMES.iter().find(|(_, known)| *known == name)?;
        Some(known.0)
    }
}

/// How many records of each kind there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Blocks.
    pub blocks: u32,
    /// Events of outside calendars.
    pub events: u32,
    /// Outside calendars.
    pub feeds: u32,
    /// Category rules.
    pub rules: u32,
    /// Targets.
    pub targets: u32,
}

/// A copy that can be restored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// The file.
    pub path: PathBuf,
    /// When it was made.
    pub time: Instant,
    /// Why it was made.
    pub reason: Reason,
    /// Its size.
    pub bytes: u64,
    /// The revision it holds; 0 where it cannot be told.
    pub rev: u32,
    /// What it holds; `None` when a newer version made it, which may count differently.
    pub counts: Option<Counts>,
}

impl Backup {
    /// Whether a newer version of the program made it, so that this one cannot restore it.
    pub fn is_newer(&self) -> bool {
        self.counts.is_none()
    }
}

const STAMP: &str = "%Y-%m-%dT%H%M%SZ";

/// `2026-11-20T074432Z-automatic.db`, with a number where that name is taken.
fn free_path(folder: &Path, time: Instant, reason: Reason) -> PathBuf {
    let stem = format!("{}-{}", time.utc().format(STAMP), reason.name());
    let numbered = (2..).map(|number| folder.join(format!("{stem}.{number}.db")));
    std::iter::once(folder.join(format!("{stem}.db")))
        .chain(numbered)
        .find(|path| !path.exists())
        .unwrap_or_default()
}

/// What the name of a backup says; `None` for other files.
fn named(path: &Path) -> Option<(Instant, Reason)> {
    let stem = path.file_name()?.to_str()?.strip_suffix(".db")?;
    let (time, reason) = stem.split_once("Z-")?;
    let time = NaiveDateTime::parse_from_str(&format!("{time}Z"), STAMP).ok()?;
    let reason = reason.split('.').next().and_then(Reason::from_name)?;
    Some((Instant(DateTime::timestamp(&time.and_utc())), reason))
}
