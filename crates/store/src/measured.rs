//! What is asked of the past without reading it: whether anything of a week was recorded, and when
//! work went on before and after it.

use crate::error::Result;
use crate::rows::one;
use crate::view::View;
use chrono::{Datelike, Days, NaiveDate};
use evenkeel_core::time::{Instant, Span};
use rusqlite::Params;

/// The questions; public to the crate so that a test can ask SQLite how it answers them.
pub(crate) mod sql {
    pub(crate) const RECORDED: &str = "SELECT EXISTS (SELECT 1 FROM entry \
         WHERE end_at - start_at <= 691200 AND start_at >= :from - 691200 AND start_at < :to \
         AND end_at > :from)";
    pub(crate) const WORKED_UNTIL: &str = "SELECT end_at FROM entry \
         WHERE end_at - start_at <= 691200 AND start_at < ?1 \
         AND json_extract(value, '$.subject.category') <> 'personal' \
         ORDER BY start_at DESC LIMIT 1";
    pub(crate) const WORKS_AGAIN: &str = "SELECT start_at FROM entry \
         WHERE end_at - start_at <= 691200 AND start_at >= ?1 \
         AND json_extract(value, '$.subject.category') <> 'personal' \
         ORDER BY start_at LIMIT 1";
}

impl View<'_> {
    /// Whether a week was committed to, or anything was recorded or said of it.
    pub fn is_measured(&self, week: NaiveDate, span: Span) -> Result<bool> {
        let after = week.checked_add_days(Days::new(7)).unwrap_or(week);
        let next = week.checked_add_days(Days::new(1)).unwrap_or(week);
        let recorded = rusqlite::named_params! { ":from": span.start.0, ":to": span.end.0 };
        let noted = "SELECT EXISTS (SELECT 1 FROM day_note WHERE id >= ?1 AND id < ?2)";
        Ok(self.says(sql::RECORDED, recorded)?
            || self.says(noted, [key(week), key(after)])?
            || !self.commitments(week, next)?.is_empty())
    }

    /// Whether anything was recorded, said or committed to before a moment.
    pub fn is_measured_before(&self, moment: Instant) -> Result<bool> {
        let day = moment.utc().date();
        Ok(self.says(
            "SELECT EXISTS (SELECT 1 FROM entry WHERE start_at < ?1)",
            [moment.0],
        )? || self.says(
            "SELECT EXISTS (SELECT 1 FROM day_note WHERE id <= ?1)",
            [key(day)],
        )? || self.says(
            "SELECT EXISTS (SELECT 1 FROM commitment WHERE week <= ?1)",
            [day.to_string()],
        )?)
    }

    /// Whether the plan of a week was kept as it stood at its end.
    pub fn is_kept(&self, week: NaiveDate) -> Result<bool> {
        let sql = "SELECT EXISTS (SELECT 1 FROM ended_week WHERE id = ?1)";
        self.says(sql, [key(week)])
    }

    /// When the last work that began before a moment ended.
    pub fn worked_until(&self, before: Instant) -> Result<Option<Instant>> {
        one(self.connection, sql::WORKED_UNTIL, [before.0], |row| {
            row.get(0).map(Instant)
        })
    }

    /// When work began at or after a moment.
    pub fn works_again(&self, after: Instant) -> Result<Option<Instant>> {
        one(self.connection, sql::WORKS_AGAIN, [after.0], |row| {
            row.get(0).map(Instant)
        })
    }

    fn says(&self, sql: &str, values: impl Params) -> Result<bool> {
        Ok(one(self.connection, sql, values, |row| row.get(0))?.unwrap_or(false))
    }
}

fn key(day: NaiveDate) -> i64 {
    i64::from(day.num_days_from_ce())
}
