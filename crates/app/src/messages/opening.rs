//! How the program starts: with a plan, with a first run, or with a reason why not.

use super::Fault;
use evenkeel_core::settings::Settings;
use serde::Serialize;

/// What the window shows first.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(tag = "opening", rename_all = "snake_case")]
pub enum Opening {
    /// The plan is open.
    Ready {
        /// All settings; `first_run_done` tells whether to greet.
        settings: Settings,
        /// Whether this is the demo profile.
        demo: bool,
        /// The roles to choose from.
        roles: Vec<RoleChoice>,
        /// All zone names, for the zone field.
        zones: Vec<String>,
        /// The computer's zone.
        system_zone: String,
        /// Sentences to show once, such as a warning about the folder.
        warnings: Vec<String>,
    },
    /// Data is there but cannot be opened: never a blank week.
    Recovery(RecoveryFacts),
}

/// What the recovery screen says and offers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct RecoveryFacts {
    /// What happened and what to do.
    pub fault: Fault,
    /// The folder the data is in.
    pub folder: String,
    /// Backups to choose from, newest first.
    pub backups: Vec<BackupLine>,
    /// Whether restoring a backup and starting anew are possible here; they are not while another
    /// window has the data, or when only a newer program can read it.
    pub can_restore: bool,
    /// Whether the file is sound but older than what was saved, and can be opened as it is.
    pub can_accept: bool,
}

/// A backup in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct BackupLine {
    /// File name, to be given back for a restore.
    pub name: String,
    /// When, wall time in the home zone as `YYYY-MM-DDTHH:MM:SS`.
    pub taken: String,
    /// Why: "before an import", "every half hour".
    pub reason: String,
    /// Kilobytes.
    pub kilobytes: u32,
    /// Blocks in it, where known.
    pub blocks: Option<u32>,
}

/// What a check of the data found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct CheckReport {
    /// Whether everything is in order.
    pub sound: bool,
    /// One sentence each.
    pub lines: Vec<String>,
}

/// A role with the mix it starts from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct RoleChoice {
    /// Its name in settings.
    pub name: String,
    /// On screen.
    pub label: String,
    /// One sentence about who it is for.
    pub about: String,
    /// Whole percent.
    pub technical: u8,
    /// Whole percent.
    pub management: u8,
    /// Whole percent.
    pub growth: u8,
}
