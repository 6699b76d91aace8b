//! Single values between SQL and the domain. What cannot be read back is damage.

use chrono::{NaiveDate, NaiveDateTime};
use evenkeel_core::category::Category;
use evenkeel_core::time::Instant;
use rusqlite::Row;
use rusqlite::types::{FromSql, Type, ValueRef};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// A wall time as it is stored: whole seconds since 1970 as if the clock showed UTC.
pub(crate) fn wall(time: NaiveDateTime) -> i64 {
    Instant::from_utc(time).0
}

pub(crate) fn wall_at(row: &Row<'_>, column: usize) -> rusqlite::Result<NaiveDateTime> {
    parsed(row, column, |seconds: i64| {
        chrono::DateTime::from_timestamp(seconds, 0).map(|time| time.naive_utc())
    })
}

pub(crate) fn wall_or_none(
    row: &Row<'_>,
    column: usize,
) -> rusqlite::Result<Option<NaiveDateTime>> {
    match row.get::<_, Option<i64>>(column)? {
        Some(_) => wall_at(row, column).map(Some),
        None => Ok(None),
    }
}

/// A date as it is stored: `2026-11-20`.
pub(crate) fn day(date: NaiveDate) -> String {
    date.to_string()
}

pub(crate) fn day_or_none(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<NaiveDate>> {
    match row.get::<_, Option<String>>(column)? {
        Some(_) => parsed(row, column, |text: String| text.parse().ok()).map(Some),
        None => Ok(None),
    }
}

pub(crate) fn category_at(row: &Row<'_>, column: usize) -> rusqlite::Result<Category> {
    named(row, column, &Category::ALL.map(|one| (one, one.name())))
}

/// The value that goes by the name in the column.
pub(crate) fn named<T: Copy>(
    row: &Row<'_>,
    column: usize,
    names: &[(T, &str)],
) -> rusqlite::Result<T> {
    let text = row.get_ref(column)?.as_str()?;
    names
        .iter()
        .find(|(_, name)| *name == text)
        .map(|(value, _)| *value)
        .ok_or_else(|| unreadable(column))
}

/// The name a value goes by.
pub(crate) fn name_of<T: Copy + PartialEq>(value: T, names: &[(T, &'static str)]) -> &'static str {
    names
        .iter()
        .find(|(known, _)| *known == value)
        .map_or("", |(_, name)| name)
}

pub(crate) fn json<T: Serialize>(value: &T) -> rusqlite::Result<String> {
    serde_json::to_string(value)
        .map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))
}

pub(crate) fn json_at<T: DeserializeOwned>(row: &Row<'_>, column: usize) -> rusqlite::Result<T> {
    serde_json::from_str(row.get_ref(column)?.as_str()?).map_err(|_| unreadable(column))
}

pub(crate) fn json_or_none<T: DeserializeOwned>(
    row: &Row<'_>,
    column: usize,
) -> rusqlite::Result<Option<T>> {
    match row.get_ref(column)? {
        ValueRef::Null => Ok(None),
        _ => json_at(row, column).map(Some),
    }
}

/// A value that may be absent, as it is stored.
pub(crate) fn json_text<T: Serialize>(value: Option<&T>) -> rusqlite::Result<Option<String>> {
    value.map(json).transpose()
}

pub(crate) fn named_or_none<T: Copy>(
    row: &Row<'_>,
    column: usize,
    names: &[(T, &str)],
) -> rusqlite::Result<Option<T>> {
    match row.get_ref(column)? {
        ValueRef::Null => Ok(None),
        _ => named(row, column, names).map(Some),
    }
}

fn parsed<A: FromSql, T>(
    row: &Row<'_>,
    column: usize,
    parse: impl FnOnce(A) -> Option<T>,
) -> rusqlite::Result<T> {
    parse(row.get(column)?).ok_or_else(|| unreadable(column))
}

/// Names the column only: what stands in it may be private.
fn unreadable(column: usize) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(column, Type::Text, "unreadable value".into())
}
