//! Reading a file a person named, with everything that can be wrong with files.

use crate::messages::Fault;
use crate::words;
use std::io::{Error, ErrorKind, Read};
use std::path::Path;

/// The bytes of a file; `None` when there are more than `largest`.
pub(crate) fn read(path: &Path, largest: u64) -> Result<Option<Vec<u8>>, Fault> {
    let cannot = |error: &Error| words::file(path, error, "read");
    let facts = path.metadata().map_err(|error| cannot(&error))?;
    if facts.is_dir() {
        return Err(cannot(&ErrorKind::IsADirectory.into()));
    }
    if largest < facts.len() {
        return Ok(None);
    }
    // A pipe or a device has no length to look at and perhaps no end; a file may grow meanwhile.
    let mut bytes = Vec::new();
    std::fs::File::open(path)
        .and_then(|file| file.take(largest + 1).read_to_end(&mut bytes))
        .map_err(|error| cannot(&error))?;
    Ok((bytes.len() as u64 <= largest).then_some(bytes))
}
