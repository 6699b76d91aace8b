//! What can be read, from one unchanging state of the database.

use crate::error::Result;
use crate::plan::{self, Loaded};
use crate::rows::{Row, all, block, event, feed, one, rule, target};
use crate::search::{self, Hit};
use chrono::NaiveDateTime;
use evenkeel_core::block::{Block, BlockId};
use evenkeel_core::event::{Event, EventId, Feed, FeedId};
use evenkeel_core::find::Needle;
use evenkeel_core::rule::Rule;
use evenkeel_core::settings::Settings;
use evenkeel_core::target::Target;
use evenkeel_core::time::Span;
use rusqlite::Connection;

/// One state of the database. Reads inside a transaction see what it wrote so far.
pub struct View<'c> {
    pub(crate) connection: &'c Connection,
}

impl View<'_> {
    /// The revision: one more with every change.
    pub fn rev(&self) -> Result<u32> {
        rev(self.connection)
    }

    /// Candidates for everything that may show in a stretch of time.
    pub fn plan_between(&self, span: Span) -> Result<Loaded> {
        plan::between(self.connection, span)
    }

    /// A block.
    pub fn block(&self, id: BlockId) -> Result<Option<Block>> {
        Row::read(self.connection, id.0)
    }

    /// The block that goes by this name in calendar files; the oldest where there are several.
    pub fn block_with_uid(&self, uid: &str) -> Result<Option<Block>> {
        let sql = concat!(
            "SELECT ",
            block::columns!(),
            " FROM block WHERE uid = ?1 ORDER BY id LIMIT 1"
        );
        one(self.connection, sql, [uid], block::read)
    }

    /// All blocks there are, by id.
    pub fn blocks(&self) -> Result<Vec<Block>> {
        let sql = concat!("SELECT ", block::columns!(), " FROM block ORDER BY id");
        all(self.connection, sql, [], block::read)
    }

    /// An event with everything, notes and raw text included.
    pub fn event(&self, id: EventId) -> Result<Option<Event>> {
        Row::read(self.connection, id.0)
    }

    /// What fits words that were typed, the best first and no more than `most`; of two that fit
    /// alike the one nearer to a wall time.
    pub fn search(&self, needle: &Needle, near: NaiveDateTime, most: usize) -> Result<Vec<Hit>> {
        search::all(self.connection, needle, near, most)
    }

    /// A series with its overrides, or all single events that go by a name in a calendar; light.
    pub fn events_called(&self, feed: FeedId, uid: &str) -> Result<Vec<Event>> {
        let sql = concat!(
            "SELECT ",
            event::columns!("event"),
            " FROM event WHERE feed = ?1 AND uid = ?2 ORDER BY event.id"
        );
        all(self.connection, sql, (feed.0, uid), event::read_light)
    }

    /// All events of a calendar with everything, by uid.
    pub fn events_of(&self, feed: FeedId) -> Result<Vec<Event>> {
        let sql = concat!(
            "SELECT ",
            event::columns!("event"),
            ", notes, raw FROM event LEFT JOIN event_text USING (id) WHERE feed = ?1 \
             ORDER BY uid, recurrence_at, event.id"
        );
        all(self.connection, sql, [feed.0], event::read_full)
    }

    /// All outside calendars, oldest first.
    pub fn feeds(&self) -> Result<Vec<Feed>> {
        feed::feeds(self.connection)
    }

    /// All category rules in the order in which they decide.
    pub fn rules(&self) -> Result<Vec<Rule>> {
        rule::rules(self.connection)
    }

    /// All targets, oldest first.
    pub fn targets(&self) -> Result<Vec<Target>> {
        target::targets(self.connection)
    }

    /// The settings; the defaults until something was set.
    pub fn settings(&self) -> Result<Settings> {
        Ok(Row::read(self.connection, 0)?.unwrap_or_default())
    }
}

pub(crate) fn rev(connection: &Connection) -> Result<u32> {
    let sql = "SELECT rev FROM meta WHERE id = 1";
    one(connection, sql, [], |row| row.get(0))?
        .ok_or_else(|| crate::Error::Damaged("the revision is missing".into()))
}
