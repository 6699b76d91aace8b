//! Records that are only ever read whole: one JSON value a row, and for some the week they belong to.

use super::values::{day, json, json_at};
use super::{Row, all, one, run};
use crate::error::Result;
use chrono::{Datelike, NaiveDate};
use evenkeel_core::actual::Running;
use evenkeel_core::attention::Attention;
use evenkeel_core::boundary::Boundaries;
use evenkeel_core::commitment::{Commitment, EndedWeek, Reshuffle};
use evenkeel_core::day_note::{DayFeeling, DayNote};
use evenkeel_core::decline::Decline;
use evenkeel_core::task::Task;
use evenkeel_core::template::Template;
use rusqlite::{Connection, ToSql, params};
use serde::de::DeserializeOwned;

/// The statements for a table of JSON values; the week is named where the table has it as a column.
macro_rules! document {
    ($record:ty, $table:literal, $key:expr $(, $week:ident)?) => {
        impl Row for $record {
            fn key(&self) -> u32 {
                let key: fn(&$record) -> u32 = $key;
                key(self)
            }

            fn read(connection: &Connection, key: u32) -> Result<Option<$record>> {
                let sql = concat!("SELECT value FROM ", $table, " WHERE id = ?1");
                one(connection, sql, [key], |row| json_at(row, 0))
            }

            fn write(&self, connection: &Connection) -> Result<()> {
                let sql = concat!(
                    "INSERT OR REPLACE INTO ",
                    $table,
                    " (id, value",
                    $(", ", stringify!($week),)?
                    ") VALUES (:id, :value",
                    $(", :", stringify!($week),)?
                    ")"
                );
                let values: &[(&str, &dyn ToSql)] = &[
                    (":id", &self.key()),
                    (":value", &json(self)?),
                    $((concat!(":", stringify!($week)), &day(self.$week)),)?
                ];
                run(connection, sql, values)
            }

            fn remove(connection: &Connection, key: u32) -> Result<()> {
                let sql = concat!("DELETE FROM ", $table, " WHERE id = ?1");
                run(connection, sql, [key])
            }
        }
    };
}

document!(Boundaries, "boundaries", |_| 0);
document!(Task, "task", |task| task.id.0);
document!(Template, "template", |template| template.id.0);
document!(Decline, "decline", |decline| decline.id.0);
document!(Commitment, "commitment", |made| made.id.0, week);
document!(Running, "running", |_| 0);
document!(Attention, "attention", |_| 0);
document!(DayNote, "day_note", |note| of_day(note.day));
document!(DayFeeling, "day_feeling", |feeling| of_day(feeling.day));
document!(EndedWeek, "ended_week", |ended| of_day(ended.week));
document!(Reshuffle, "reshuffle", |change| change.id.0, week);

/// The key of a record there is one of for a day: days since 1 January of the year 1, which is 1.
/// Days before that share a key that no row can have.
fn of_day(day: NaiveDate) -> u32 {
    u32::try_from(day.num_days_from_ce()).unwrap_or(0)
}

/// Records of the days in `[from, until)`, by day.
fn of_days<T: DeserializeOwned>(
    connection: &Connection,
    sql: &str,
    from: NaiveDate,
    until: NaiveDate,
) -> Result<Vec<T>> {
    let keys = [of_day(from), of_day(until)];
    all(connection, sql, keys, |row| json_at(row, 0))
}

/// What was said of the days in `[from, until)`, by day.
pub(crate) fn day_notes(
    connection: &Connection,
    from: NaiveDate,
    until: NaiveDate,
) -> Result<Vec<DayNote>> {
    let sql = "SELECT value FROM day_note WHERE id >= ?1 AND id < ?2 ORDER BY id";
    of_days(connection, sql, from, until)
}

/// How the days in `[from, until)` felt, by day.
pub(crate) fn feelings(
    connection: &Connection,
    from: NaiveDate,
    until: NaiveDate,
) -> Result<Vec<DayFeeling>> {
    let sql = "SELECT value FROM day_feeling WHERE id >= ?1 AND id < ?2 ORDER BY id";
    of_days(connection, sql, from, until)
}

/// The kept plans of the weeks that begin in `[from, until)`, by week.
pub(crate) fn ended_weeks(
    connection: &Connection,
    from: NaiveDate,
    until: NaiveDate,
) -> Result<Vec<EndedWeek>> {
    let sql = "SELECT value FROM ended_week WHERE id >= ?1 AND id < ?2 ORDER BY id";
    of_days(connection, sql, from, until)
}

/// A day to compare stored days with. They are compared as text, which holds for the years that
/// have four digits.
fn edge(date: NaiveDate) -> String {
    let first = NaiveDate::from_ymd_opt(0, 1, 1).unwrap_or_default();
    let last = NaiveDate::from_ymd_opt(9999, 12, 31).unwrap_or_default();
    day(date.clamp(first, last))
}

/// All tasks, oldest first.
pub(crate) fn tasks(connection: &Connection) -> Result<Vec<Task>> {
    all(
        connection,
        "SELECT value FROM task ORDER BY id",
        [],
        |row| json_at(row, 0),
    )
}

/// All templates, oldest first.
pub(crate) fn templates(connection: &Connection) -> Result<Vec<Template>> {
    let sql = "SELECT value FROM template ORDER BY id";
    all(connection, sql, [], |row| json_at(row, 0))
}

/// Everything declined, oldest first.
pub(crate) fn declines(connection: &Connection) -> Result<Vec<Decline>> {
    let sql = "SELECT value FROM decline ORDER BY id";
    all(connection, sql, [], |row| json_at(row, 0))
}

/// Commitments of the weeks that begin in `[from, until)`, oldest first, withdrawn ones too.
pub(crate) fn commitments(
    connection: &Connection,
    from: NaiveDate,
    until: NaiveDate,
) -> Result<Vec<Commitment>> {
    let sql = "SELECT value FROM commitment WHERE week >= ?1 AND week < ?2 ORDER BY week, id";
    all(connection, sql, params![edge(from), edge(until)], |row| {
        json_at(row, 0)
    })
}

/// Reshuffles of the weeks that begin in `[from, until)`, oldest first.
pub(crate) fn reshuffles(
    connection: &Connection,
    from: NaiveDate,
    until: NaiveDate,
) -> Result<Vec<Reshuffle>> {
    let sql = "SELECT value FROM reshuffle WHERE week >= ?1 AND week < ?2 ORDER BY week, id";
    all(connection, sql, params![edge(from), edge(until)], |row| {
        json_at(row, 0)
    })
}

/// Reshuffles of a block or an occurrence, oldest first.
pub(crate) fn reshuffles_of(connection: &Connection, key: &str) -> Result<Vec<Reshuffle>> {
    let sql = "SELECT value FROM reshuffle WHERE json_extract(value, '$.key') = ?1 ORDER BY id";
    all(connection, sql, [key], |row| json_at(row, 0))
}

/// Goals that were named, the one named last first, each once.
pub(crate) fn goals(connection: &Connection) -> Result<Vec<String>> {
    let sql = "SELECT goal FROM block WHERE goal <> '' GROUP BY goal \
               ORDER BY max(modified) DESC, goal LIMIT 50";
    all(connection, sql, [], |row| row.get(0))
}

/// Tags that were given, the most frequent first, each once.
pub(crate) fn tags(connection: &Connection) -> Result<Vec<String>> {
    let sql = "SELECT tag.value FROM block, json_each(block.facets, '$.tags') AS tag \
               WHERE facets IS NOT NULL GROUP BY tag.value \
               ORDER BY count(*) DESC, tag.value LIMIT 100";
    all(connection, sql, [], |row| row.get(0))
}
