//! The marker: a small file outside the database that says "data existed here", so that a database
//! that vanished, shrank or lost its log is never taken for a new one.
//!
//! One line: the database's identity and the newest revision known to be saved. The revision is a
//! lower bound: it is written after the commit, without a sync, and may lag behind.

use crate::folder::Folder;
use std::fs::OpenOptions;
use std::io::{self, Write};

/// What the marker says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Marker {
    /// Identity of the database that was here, 32 hexadecimal digits.
    pub(crate) identity: String,
    /// A revision that was saved.
    pub(crate) rev: u32,
}

/// What was found where the marker should be.
pub(crate) enum Found {
    /// No marker: no data was here.
    Nothing,
    /// Data was here, but the line cannot be read: it was torn by a crash.
    Unreadable,
    /// Data was here.
    Marker(Marker),
}

pub(crate) fn read(folder: &Folder) -> io::Result<Found> {
    match std::fs::read_to_string(folder.marker()) {
        Ok(line) => Ok(parse(&line).map_or(Found::Unreadable, Found::Marker)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Found::Nothing),
        Err(error) if error.kind() == io::ErrorKind::InvalidData => Ok(Found::Unreadable),
        Err(error) => Err(error),
    }
}

/// Writes the line in place: it always has the same length, so it needs no new room on the disk.
pub(crate) fn write(folder: &Folder, marker: &Marker) -> io::Result<()> {
    let line = format!("{} {:010}\n", marker.identity, marker.rev);
    OpenOptions::new()
        .create(true)
        .truncate(false)
        .write(true)
        .open(folder.marker())?
        .write_all(line.as_bytes())
}

fn parse(line: &str) -> Option<Marker> {
    let (identity, rev) = line.strip_suffix('\n')?.split_once(' ')?;
    let whole = identity.len() == 32 && identity.bytes().all(|byte| byte.is_ascii_hexdigit());
    whole.then_some(())?;
    Some(Marker {
        identity: identity.to_string(),
        rev: rev.parse().ok()?,
    })
}
