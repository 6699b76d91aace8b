//! Blocks in their table.

use super::extent::Extent;
use super::values::{category_at, json_or_none, json_text, wall, wall_at, wall_or_none};
use super::{Row, one, run};
use crate::error::Result;
use evenkeel_core::block::{Block, BlockId};
use evenkeel_core::handle::Instance;
use evenkeel_core::task::TaskId;
use rusqlite::{Connection, params};

/// The columns in the order in which [`read`] takes them.
macro_rules! columns {
    () => {
        "id, uid, title, category, start_wall, end_wall, zone, locked, sequence, created, \
         modified, location, notes, recurrence, series, series_key, task, goal, facets, checklist"
    };
}
pub(crate) use columns;

pub(crate) fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Block> {
    Ok(Block {
        id: BlockId(row.get(0)?),
        uid: row.get(1)?,
        title: row.get(2)?,
        category: category_at(row, 3)?,
        start: wall_at(row, 4)?,
        end: wall_at(row, 5)?,
        zone: row.get(6)?,
        locked: row.get(7)?,
        sequence: row.get(8)?,
        created: row.get(9)?,
        modified: row.get(10)?,
        location: row.get(11)?,
        notes: row.get(12)?,
        recurrence: json_or_none(row, 13)?,
        instance: instance(row)?,
        task: row.get::<_, Option<u32>>(16)?.map(TaskId),
        goal: row.get(17)?,
        facets: json_or_none(row, 18)?.unwrap_or_default(),
        checklist: json_or_none(row, 19)?.unwrap_or_default(),
    })
}

fn instance(row: &rusqlite::Row<'_>) -> rusqlite::Result<Option<Instance>> {
    let series = row.get::<_, Option<u32>>(14)?.map(BlockId);
    Ok(match (series, wall_or_none(row, 15)?) {
        (Some(series), Some(key)) => Some(Instance { series, key }),
        _ => None,
    })
}

impl Row for Block {
    fn key(&self) -> u32 {
        self.id.0
    }

    fn read(connection: &Connection, key: u32) -> Result<Option<Block>> {
        let sql = concat!("SELECT ", columns!(), " FROM block WHERE id = ?1");
        one(connection, sql, [key], read)
    }

    fn write(&self, connection: &Connection) -> Result<()> {
        let sql = concat!(
            "INSERT OR REPLACE INTO block (",
            columns!(),
            ", series_from, series_until, longest) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, \
             ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23)"
        );
        let extent = self
            .recurrence
            .as_ref()
            .map(|recurrence| Extent::of(self.start, self.end, recurrence));
        let said = Some(&self.facets).filter(|facets| !facets.is_plain());
        let listed = Some(&self.checklist).filter(|list| !list.is_empty());
        let values = params![
            self.id.0,
            self.uid,
            self.title,
            self.category.name(),
            wall(self.start),
            wall(self.end),
            self.zone,
            self.locked,
            self.sequence,
            self.created,
            self.modified,
            self.location,
            self.notes,
            json_text(self.recurrence.as_ref())?,
            self.instance.map(|instance| instance.series.0),
            self.instance.map(|instance| wall(instance.key)),
            self.task.map(|task| task.0),
            self.goal,
            json_text(said)?,
            json_text(listed)?,
            extent.map(|extent| extent.from),
            extent.map(|extent| extent.until),
            extent.map(|extent| extent.longest),
        ];
        run(connection, sql, values)
    }

    fn remove(connection: &Connection, key: u32) -> Result<()> {
        run(connection, "DELETE FROM block WHERE id = ?1", [key])
    }
}
