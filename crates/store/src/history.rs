//! The undo log. A step holds the rows to put back; undoing swaps them with the present ones, and
//! the same step then redoes. It is one log for all processes: undo takes the newest step, whoever
//! made it, and so never overwrites what somebody else did since.

use crate::diff::{Diff, Diffs};
use crate::error::{Error, Result};
use crate::records::records;
use crate::rows::{Row, one, run};
use evenkeel_core::actual::Running;
use evenkeel_core::time::Instant;
use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// How many steps are kept.
pub(crate) const STEPS: i64 = 500;

/// How many bytes all steps but the newest may take together.
const BYTES: i64 = 64 << 20;

/// What an undo or a redo did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undone {
    /// The label of the step.
    pub label: String,
    /// The revision now.
    pub rev: u32,
    /// What changed.
    pub diffs: Diffs,
}

/// Which way to go along the log.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    Back,
    Forth,
}

/// A step that can be undone or redone next.
pub(crate) struct Step {
    pub(crate) id: i64,
    pub(crate) label: String,
    /// When it was made, or turned around last.
    pub(crate) at: Instant,
    pub(crate) rows: Rows,
}

/// The label of the step that would be undone or redone next.
pub(crate) fn label(connection: &Connection, way: Way) -> Result<Option<String>> {
    let sql = match way {
        Way::Back => "SELECT label FROM undo WHERE undone = 0 ORDER BY id DESC LIMIT 1",
        Way::Forth => "SELECT label FROM undo WHERE undone = 1 ORDER BY id LIMIT 1",
    };
    one(connection, sql, [], |row| row.get(0))
}

/// The step that is undone or redone next.
pub(crate) fn next(connection: &Connection, way: Way) -> Result<Option<Step>> {
    let sql = match way {
        Way::Back => {
            "SELECT id, label, at, rows FROM undo WHERE undone = 0 ORDER BY id DESC LIMIT 1"
        }
        Way::Forth => "SELECT id, label, at, rows FROM undo WHERE undone = 1 ORDER BY id LIMIT 1",
    };
    let found: Option<(i64, String, i64, Vec<u8>)> = one(connection, sql, [], |row| {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
    })?;
    let Some((id, label, at, rows)) = found else {
        return Ok(None);
    };
    let rows = serde_json::from_slice(&rows)
        .map_err(|_| Error::Damaged(format!("step {id} of the history is unreadable")))?;
    let at = Instant(at);
    Ok(Some(Step {
        id,
        label,
        at,
        rows,
    }))
}

/// Adds a step after a change: what was undone before can no longer be redone.
pub(crate) fn push(
    connection: &Connection,
    label: &str,
    now: Instant,
    diffs: &Diffs,
) -> Result<()> {
    run(connection, "DELETE FROM undo WHERE undone = 1", [])?;
    let sql = "INSERT INTO undo (id, label, at, undone, rows) \
               VALUES ((SELECT coalesce(max(id), 0) + 1 FROM undo), ?1, ?2, 0, ?3)";
    run(connection, sql, params![label, now.0, befores(diffs)?])?;
    prune(connection)
}

/// Turns a step around after it was undone or redone.
pub(crate) fn turn(
    connection: &Connection,
    id: i64,
    way: Way,
    now: Instant,
    diffs: &Diffs,
) -> Result<()> {
    let sql = "UPDATE undo SET undone = ?2, at = ?3, rows = ?4 WHERE id = ?1";
    let values = params![id, way == Way::Back, now.0, befores(diffs)?];
    run(connection, sql, values)
}

/// Drops a step that has nothing left to put back.
pub(crate) fn forget(connection: &Connection, id: i64) -> Result<()> {
    run(connection, "DELETE FROM undo WHERE id = ?1", [id])
}

/// What came about by itself is no step, but it ends what was to be done again: that was about how
/// things stood before. Steps that would lead a session back to a phase that is over by now leave it
/// as it is; where that was all they did, they are forgotten.
pub(crate) fn overtake(connection: &Connection, diffs: &Diffs) -> Result<()> {
    run(connection, "DELETE FROM undo WHERE undone = 1", [])?;
    for before in diffs.running.iter().filter_map(|diff| diff.before.as_ref()) {
        leave_phases(connection, before)?;
    }
    Ok(())
}

/// Something that ran is over without a step: none leads back to it.
pub(crate) fn let_go(connection: &Connection, ran: &Running) -> Result<()> {
    run(connection, "DELETE FROM undo WHERE undone = 1", [])?;
    leave_phases(connection, ran)
}

fn leave_phases(connection: &Connection, session: &Running) -> Result<()> {
    let mut steps = connection.prepare("SELECT id, rows FROM undo ORDER BY id DESC")?;
    let mut found = steps.query([])?;
    let mut left: Vec<(i64, Map<String, Value>)> = Vec::new();
    while let Some(step) = found.next()? {
        let (id, rows): (i64, Vec<u8>) = (step.get(0)?, step.get(1)?);
        let unreadable = |_| Error::Damaged(format!("step {id} of the history is unreadable"));
        let mut rows: Map<String, Value> = serde_json::from_slice(&rows).map_err(unreadable)?;
        let Some(running) = rows.remove("running") else {
            continue;
        };
        let running: Vec<(u32, Option<Running>)> =
            serde_json::from_value(running).map_err(unreadable)?;
        let earlier =
            |(_, row): &(u32, Option<Running>)| row.as_ref().is_some_and(|row| is_of(row, session));
        if !running.iter().all(earlier) {
            // Here it began.
            break;
        }
        left.push((id, rows));
    }
    drop(found);
    drop(steps);
    for (id, rows) in left {
        if only_recorded(&rows) {
            forget(connection, id)?;
            continue;
        }
        let rows = serde_json::to_vec(&rows).map_err(|error| Error::Refused(error.to_string()))?;
        let sql = "UPDATE undo SET rows = ?2 WHERE id = ?1";
        run(connection, sql, params![id, rows])?;
    }
    Ok(())
}

/// Whether both are phases of one session.
fn is_of(one: &Running, other: &Running) -> bool {
    (one.focus, one.rounds, &one.subject) == (other.focus, other.rounds, &other.subject)
}

/// Whether nothing is left of a step but new entries: what a phase came to that it ended.
fn only_recorded(rows: &Map<String, Value>) -> bool {
    let new = |row: &Value| row.get(1).is_none_or(Value::is_null);
    rows.iter().all(|(kind, rows)| {
        kind == "entries" && rows.as_array().is_some_and(|all| all.iter().all(new))
    })
}

/// Forgets the oldest steps beyond what is kept; never the newest.
fn prune(connection: &Connection) -> Result<()> {
    let sql = "DELETE FROM undo WHERE id <= (SELECT max(id) FROM undo) - ?1";
    run(connection, sql, [STEPS])?;
    let sql = "DELETE FROM undo WHERE id <= (SELECT max(id) FROM (SELECT id, \
               sum(length(rows)) OVER (ORDER BY id DESC) AS bytes, \
               row_number() OVER (ORDER BY id DESC) AS place FROM undo) \
               WHERE bytes > ?1 AND place > 1)";
    run(connection, sql, [BYTES])
}

macro_rules! rows {
    ($($field:ident: $record:ty, $doc:literal;)*) => {
        /// The rows of a step: the key and the record to put back, or none for a row to remove.
        #[derive(Default, Deserialize)]
        #[serde(default)]
        pub(crate) struct Rows {
            $(pub(crate) $field: Vec<(u32, Option<$record>)>,)*
        }

        /// The rows as they were before, as JSON. A row that is new costs only its key here; its
        /// content is read when it is undone.
        fn befores(diffs: &Diffs) -> Result<Vec<u8>> {
            #[derive(Serialize)]
            struct Before<'a> {
                $(
                    #[serde(skip_serializing_if = "Vec::is_empty")]
                    $field: Vec<(u32, Option<&'a $record>)>,
                )*
            }
            let before = Before {
                $($field: keyed(&diffs.$field),)*
            };
            serde_json::to_vec(&before).map_err(|error| Error::Refused(error.to_string()))
        }
    };
}
records!(rows);

fn keyed<T: Row>(diffs: &[Diff<T>]) -> Vec<(u32, Option<&T>)> {
    diffs
        .iter()
        .filter_map(|diff| {
            let key = diff.before.as_ref().or(diff.after.as_ref())?.key();
            Some((key, diff.before.as_ref()))
        })
        .collect()
}
