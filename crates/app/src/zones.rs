//! The zone database to use: the newer of the system's and the one in the program.

use evenkeel_core::time::Zones;
use jiff::tz::TimeZoneDatabase;
use std::io::{BufRead, BufReader};
use std::path::Path;

const SYSTEM: &str = "/usr/share/zoneinfo";

/// Loads the newer database. Releases are named so that they sort by age: `2025b`, `2026a`.
pub(crate) fn newest() -> Zones {
    let bundled = Zones::bundled();
    match system_release() {
        Some(release) if bundled.version() < release.as_str() => {
            match TimeZoneDatabase::from_dir(SYSTEM) {
                Ok(database) => Zones::new(database, release),
                Err(_) => bundled,
            }
        }
        _ => bundled,
    }
}

/// The release is the first line of the source file that comes along: `# version 2026a`.
fn system_release() -> Option<String> {
    let file = std::fs::File::open(Path::new(SYSTEM).join("tzdata.zi")).ok()?;
    let mut line = String::new();
    BufReader::new(file).read_line(&mut line).ok()?;
    let release = line.trim().strip_prefix("# version ")?;
    Some(release.to_string())
}
