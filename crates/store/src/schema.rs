//! The schema and its versions. A released migration is never changed: a new one is added.

use rusqlite::Connection;
use rusqlite_migration::{M, Migrations};

/// "EVKL": tells our files from those of other programs.
pub(crate) const APPLICATION_ID: i32 = 0x4556_4b4c;

/// One entry per released version, oldest first.
///
/// A migration that changes the shape of a record also empties `undo`: its steps hold records in
/// the shape they had.
pub(crate) const STEPS: &[M<'static>] = &[
    M::up(include_str!("schema/v1.sql")),
    M::up(include_str!("schema/v2.sql")),
    M::up(include_str!("schema/v3.sql")),
];

/// The version this program writes.
pub(crate) const VERSION: i64 = STEPS.len() as i64;

/// Takes the steps a database lacks, in one transaction, or leaves it as it was.
pub(crate) fn migrate(connection: &mut Connection, steps: &[M<'_>]) -> Result<(), String> {
    Migrations::from_slice(steps)
        .to_latest(connection)
        .map_err(|error| error.to_string())
}

/// `user_version` and `application_id`, both read from the file's header.
pub(crate) fn stamp(connection: &Connection) -> rusqlite::Result<(i64, i32)> {
    connection.query_row(
        "SELECT user_version, application_id FROM pragma_user_version, pragma_application_id",
        [],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}
