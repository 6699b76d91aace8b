//! How the two kinds of connection are set up.

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use std::path::Path;
use std::time::Duration;

/// How long a write waits for that of another process.
const PATIENCE: Duration = Duration::from_secs(5);

/// Statements kept ready per connection; there are fewer than this many different ones.
const STATEMENTS: usize = 64;

/// A connection that only reads.
///
/// Closing it leaves the write-ahead log where it is: a database that turns out to be damaged must
/// stay byte for byte what it was.
pub(crate) fn reader(database: &Path) -> rusqlite::Result<Connection> {
    let connection = open(database, OpenFlags::empty())?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    connection.pragma_update(None, "query_only", true)?;
    Ok(connection)
}

/// A connection that writes: every commit is on the disk before it is reported.
pub(crate) fn writer(database: &Path) -> rusqlite::Result<Connection> {
    let connection = open(database, OpenFlags::empty())?;
    connection.execute_batch("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON")?;
    Ok(connection)
}

/// A new database in write-ahead mode, still without a schema.
pub(crate) fn creator(database: &Path) -> rusqlite::Result<Connection> {
    let connection = open(database, OpenFlags::SQLITE_OPEN_CREATE)?;
    connection.pragma_update(None, "application_id", crate::schema::APPLICATION_ID)?;
    connection.query_row("PRAGMA journal_mode = WAL", [], |_| Ok(()))?;
    connection.execute_batch("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON")?;
    Ok(connection)
}

fn open(database: &Path, more: OpenFlags) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX | more;
    let connection = Connection::open_with_flags(database, flags)?;
    connection.busy_timeout(PATIENCE)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    Ok(connection)
}
