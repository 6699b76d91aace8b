//! Targets in their table.

use super::values::{day, day_or_none, name_of, named_or_none};
use super::{Row, all, one, run};
use crate::error::Result;
use evenkeel_core::target::{Context, Target, TargetId};
use rusqlite::{Connection, params};

macro_rules! columns {
    () => {
        "id, from_day, until_day, technical, management, growth, week_minutes, name, lead, \
         context, preset"
    };
}

const CONTEXT: &[(Context, &str)] = &[
    (Context::Vacation, "vacation"),
    (Context::Sick, "sick"),
    (Context::OnCall, "on_call"),
    (Context::Release, "release"),
    (Context::Crisis, "crisis"),
];

fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Target> {
    Ok(Target {
        id: TargetId(row.get(0)?),
        from: day_or_none(row, 1)?,
        until: day_or_none(row, 2)?,
        technical: row.get(3)?,
        management: row.get(4)?,
        growth: row.get(5)?,
        week_minutes: row.get(6)?,
        name: row.get(7)?,
        lead: row.get(8)?,
        context: named_or_none(row, 9, CONTEXT)?,
        preset: row.get(10)?,
    })
}

/// All targets, oldest first.
pub(crate) fn targets(connection: &Connection) -> Result<Vec<Target>> {
    let sql = concat!("SELECT ", columns!(), " FROM target ORDER BY id");
    all(connection, sql, [], read)
}

impl Row for Target {
    fn key(&self) -> u32 {
        self.id.0
    }

    fn read(connection: &Connection, key: u32) -> Result<Option<Target>> {
        let sql = concat!("SELECT ", columns!(), " FROM target WHERE id = ?1");
        one(connection, sql, [key], read)
    }

    fn write(&self, connection: &Connection) -> Result<()> {
        let sql = concat!(
            "INSERT OR REPLACE INTO target (",
            columns!(),
            ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)"
        );
        let values = params![
            self.id.0,
            self.from.map(day),
            self.until.map(day),
            self.technical,
            self.management,
            self.growth,
            self.week_minutes,
            self.name,
            self.lead,
            self.context.map(|context| name_of(context, CONTEXT)),
            self.preset,
        ];
        run(connection, sql, values)
    }

    fn remove(connection: &Connection, key: u32) -> Result<()> {
        run(connection, "DELETE FROM target WHERE id = ?1", [key])
    }
}
