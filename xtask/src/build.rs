//! The programs themselves: the window `evenkeel` and the command line `keel`.

use std::path::PathBuf;
use std::process::Command;

use crate::command::{Done, cargo, succeed};
use crate::place;

/// Puts the page into the program, so that it needs no development server.
pub(crate) const PAGE_INSIDE: &str = "evenkeel/custom-protocol";

/// How a build is optimised.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Profile {
    /// Quick to build.
    Debug,
    /// Quick to run.
    Release,
}

impl Profile {
    /// Tells cargo.
    pub(crate) fn tell(self, command: &mut Command) -> &mut Command {
        match self {
            Self::Debug => command,
            Self::Release => command.arg("--release"),
        }
    }

    /// Where cargo puts the programs.
    pub(crate) fn folder(self) -> PathBuf {
        place::target().join(match self {
            Self::Debug => "debug",
            Self::Release => "release",
        })
    }
}

/// Builds every program of the tree.
pub(crate) fn programs(profile: Profile) -> Done {
    let mut build = cargo();
    build.args(["build", "--workspace", "--bins", "--features", PAGE_INSIDE]);
    succeed(profile.tell(&mut build))
}
