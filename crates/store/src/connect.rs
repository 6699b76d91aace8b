//! How the two kinds of connection are set up.

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use std::path::Path;
use std::time::Duration;

/// How long a write waits for that of another process.
const PATIENCE: Duration = Duration::from_secs(5);

/// Pages the reader may keep, KiB: some weeks of a large plan. Only what is read is taken.
const READER_CACHE_KIB: i64 = 16 << 10;

/// Statements kept ready per connection; there are fewer than this many different ones.
const STATEMENTS: usize = 64;

/// A connection that only reads.
///
/// Closing it leaves the write-ahead log where it is: a database that turns out to be damaged must
/// stay byte for byte what it was.
pub(crate) fn reader(database: &Path) -> rusqlite::Result<Connection> {
    let connection = open(database, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    connection.pragma_update(None, "query_only", true)?;
    connection.pragma_update(None, "cache_size", -READER_CACHE_KIB)?;
    Ok(connection)
}

/// A connection that copies the database elsewhere. It could write, which `VACUUM INTO` needs for
/// its target, and like a reader leaves the log where it is.
pub(crate) fn copier(database: &Path) -> rusqlite::Result<Connection> {
    let connection = open(database, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    Ok(connection)
}

/// A connection to a file that nobody writes to any more.
pub(crate) fn frozen(backup: &Path) -> rusqlite::Result<Connection> {
    open(backup, OpenFlags::SQLITE_OPEN_READ_ONLY)
}

/// A connection that writes: every commit is on the disk before it is reported.
pub(crate) fn writer(database: &Path) -> rusqlite::Result<Connection> {
    let connection = open(database, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    connection.execute_batch("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON")?;
    Ok(connection)
}

/// A new database in write-ahead mode, still without a schema.
pub(crate) fn creator(database: &Path) -> rusqlite::Result<Connection> {
    let connection = open(
        database,
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE,
    )?;
    connection.pragma_update(None, "application_id", crate::schema::APPLICATION_ID)?;
    connection.query_row("PRAGMA journal_mode = WAL", [], |_| Ok(()))?;
    connection.execute_batch("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON")?;
    Ok(connection)
}

fn open(database: &Path, mode: OpenFlags) -> rusqlite::Result<Connection> {
    let connection = Connection::open_with_flags(database, mode | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    connection.busy_timeout(PATIENCE)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    Ok(connection)
}
