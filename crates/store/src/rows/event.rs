//! Events of outside calendars in their table.

use super::extent::Extent;
use super::values::{category_at, json, json_at, name_of, named, wall, wall_at, wall_or_none};
use super::{Row, one, run};
use crate::error::Result;
use evenkeel_core::event::{CategoryBy, Event, EventId, FeedId, Status};
use rusqlite::{Connection, params};

const STATUS: &[(Status, &str)] = &[
    (Status::Confirmed, "confirmed"),
    (Status::Tentative, "tentative"),
    (Status::Cancelled, "cancelled"),
];

const CATEGORY_BY: &[(CategoryBy, &str)] = &[
    (CategoryBy::File, "file"),
    (CategoryBy::Rule, "rule"),
    (CategoryBy::Guess, "guess"),
    (CategoryBy::Hand, "hand"),
];

/// The columns of a light row, from the table that goes by the name given, in the order in which
/// [`read_light`] takes them.
macro_rules! columns {
    ($t:literal) => {
        concat!(
            $t,
            ".id, ",
            $t,
            ".feed, ",
            $t,
            ".uid, ",
            $t,
            ".recurrence_at, ",
            $t,
            ".title, ",
            $t,
            ".location, ",
            $t,
            ".link, ",
            $t,
            ".organizer, ",
            $t,
            ".labels, ",
            $t,
            ".start_wall, ",
            $t,
            ".end_wall, ",
            $t,
            ".zone, ",
            $t,
            ".all_day, ",
            $t,
            ".status, ",
            $t,
            ".free, ",
            $t,
            ".sequence, ",
            $t,
            ".category, ",
            $t,
            ".category_by, ",
            $t,
            ".recurrence"
        )
    };
}
pub(crate) use columns;

/// An event without its notes and raw text, which stand in a table of their own.
pub(crate) fn read_light(row: &rusqlite::Row<'_>) -> rusqlite::Result<Event> {
    let labels = match row.get_ref(8)?.as_str()? {
        "[]" => Vec::new(),
        _ => json_at(row, 8)?,
    };
    let recurrence = match row.get_ref(18)? {
        rusqlite::types::ValueRef::Null => None,
        _ => Some(json_at(row, 18)?),
    };
    Ok(Event {
        id: EventId(row.get(0)?),
        feed: FeedId(row.get(1)?),
        uid: row.get(2)?,
        recurrence_id: wall_or_none(row, 3)?,
        title: row.get(4)?,
        location: row.get(5)?,
        link: row.get(6)?,
        organizer: row.get(7)?,
        labels,
        start: wall_at(row, 9)?,
        end: wall_at(row, 10)?,
        zone: row.get(11)?,
        all_day: row.get(12)?,
        status: named(row, 13, STATUS)?,
        free: row.get(14)?,
        sequence: row.get(15)?,
        category: category_at(row, 16)?,
        category_by: named(row, 17, CATEGORY_BY)?,
        recurrence,
        notes: String::new(),
        raw: String::new(),
    })
}

/// An event with everything: the light columns, then `notes` and `raw`.
pub(crate) fn read_full(row: &rusqlite::Row<'_>) -> rusqlite::Result<Event> {
    Ok(Event {
        notes: row.get(19)?,
        raw: row.get(20)?,
        ..read_light(row)?
    })
}

impl Row for Event {
    fn key(&self) -> u32 {
        self.id.0
    }

    fn read(connection: &Connection, key: u32) -> Result<Option<Event>> {
        let sql = concat!(
            "SELECT ",
            columns!("event"),
            ", notes, raw FROM event LEFT JOIN event_text USING (id) WHERE event.id = ?1"
        );
        one(connection, sql, [key], read_full)
    }

    fn write(&self, connection: &Connection) -> Result<()> {
        let sql = "INSERT OR REPLACE INTO event (id, feed, uid, recurrence_at, title, location, \
             link, organizer, labels, start_wall, end_wall, zone, all_day, status, free, \
             sequence, category, category_by, recurrence, series_from, series_until, longest) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, \
             ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22)";
        let extent = self
            .recurrence
            .as_ref()
            .map(|recurrence| Extent::of(self.start, self.end, recurrence));
        let values = params![
            self.id.0,
            self.feed.0,
            self.uid,
            self.recurrence_id.map(wall),
            self.title,
            self.location,
            self.link,
            self.organizer,
            json(&self.labels)?,
            wall(self.start),
            wall(self.end),
            self.zone,
            self.all_day,
            name_of(self.status, STATUS),
            self.free,
            self.sequence,
            self.category.name(),
            name_of(self.category_by, CATEGORY_BY),
            self.recurrence.as_ref().map(json).transpose()?,
            extent.map(|extent| extent.from),
            extent.map(|extent| extent.until),
            extent.map(|extent| extent.longest),
        ];
        run(connection, sql, values)?;
        let sql = "INSERT OR REPLACE INTO event_text (id, notes, raw) VALUES (?1, ?2, ?3)";
        run(connection, sql, params![self.id.0, self.notes, self.raw])
    }

    fn remove(connection: &Connection, key: u32) -> Result<()> {
        run(connection, "DELETE FROM event_text WHERE id = ?1", [key])?;
        run(connection, "DELETE FROM event WHERE id = ?1", [key])
    }
}
