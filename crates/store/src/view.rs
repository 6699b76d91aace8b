//! What can be read, from one unchanging state of the database.

use crate::error::Result;
use crate::plan::{self, Loaded};
use crate::rows::values::wall;
use crate::rows::{Row, all, block, document, entry, event, feed, one, rule, target};
use crate::search::{self, Hit};
use chrono::{NaiveDate, NaiveDateTime};

use evenkeel_core::actual::{Entry, EntryId, Running};
use evenkeel_core::attention::Attention;
use evenkeel_core::block::{Block, BlockId};
use evenkeel_core::boundary::Boundaries;
use evenkeel_core::commitment::{Commitment, EndedWeek, Reshuffle};
use evenkeel_core::day_note::{DayFeeling, DayNote};
use evenkeel_core::decline::Decline;
use evenkeel_core::event::{Event, EventId, Feed, FeedId};
use evenkeel_core::find::Needle;
use evenkeel_core::handle::Instance;
use evenkeel_core::rule::Rule;
use evenkeel_core::settings::Settings;
use evenkeel_core::target::Target;
use evenkeel_core::task::{Task, TaskId};
use evenkeel_core::template::{Template, TemplateId};
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

    /// The row that stands in for one occurrence of a series.
    pub fn block_instead_of(&self, instance: Instance) -> Result<Option<Block>> {
        let sql = concat!(
            "SELECT ",
            block::columns!(),
            " FROM block WHERE series = ?1 AND series_key = ?2"
        );
        let values = rusqlite::params![instance.series.0, wall(instance.key)];
        one(self.connection, sql, values, block::read)
    }

    /// The rows that stand in for occurrences of a series, by occurrence.
    pub fn overrides_of(&self, series: BlockId) -> Result<Vec<Block>> {
        let sql = concat!(
            "SELECT ",
            block::columns!(),
            " FROM block WHERE series = ?1 ORDER BY series_key"
        );
        all(self.connection, sql, [series.0], block::read)
    }

    /// The blocks that are time for a task, series among them, by start.
    pub fn blocks_of_task(&self, task: TaskId) -> Result<Vec<Block>> {
        let sql = concat!(
            "SELECT ",
            block::columns!(),
            " FROM block WHERE task = ?1 ORDER BY start_wall, id"
        );
        all(self.connection, sql, [task.0], block::read)
    }

    /// All block rows there are, series and overrides among them, by id.
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

    /// The boundaries; none until something was set.
    pub fn boundaries(&self) -> Result<Boundaries> {
        Ok(Row::read(self.connection, 0)?.unwrap_or_default())
    }

    /// A task.
    pub fn task(&self, id: TaskId) -> Result<Option<Task>> {
        Row::read(self.connection, id.0)
    }

    /// All tasks, finished ones too, oldest first.
    pub fn tasks(&self) -> Result<Vec<Task>> {
        document::tasks(self.connection)
    }

    /// A template.
    pub fn template(&self, id: TemplateId) -> Result<Option<Template>> {
        Row::read(self.connection, id.0)
    }

    /// All templates of the person, oldest first.
    pub fn templates(&self) -> Result<Vec<Template>> {
        document::templates(self.connection)
    }

    /// Everything declined, oldest first.
    pub fn declines(&self) -> Result<Vec<Decline>> {
        document::declines(self.connection)
    }

    /// Commitments of the weeks that begin in `[from, until)`, oldest first, withdrawn ones too.
    pub fn commitments(&self, from: NaiveDate, until: NaiveDate) -> Result<Vec<Commitment>> {
        document::commitments(self.connection, from, until)
    }

    /// Reshuffles of the weeks that begin in `[from, until)`, oldest first.
    pub fn reshuffles(&self, from: NaiveDate, until: NaiveDate) -> Result<Vec<Reshuffle>> {
        document::reshuffles(self.connection, from, until)
    }

    /// Reshuffles of a block or an occurrence, by its key, oldest first.
    pub fn reshuffles_of(&self, key: &str) -> Result<Vec<Reshuffle>> {
        document::reshuffles_of(self.connection, key)
    }

    /// An entry.
    pub fn entry(&self, id: EntryId) -> Result<Option<Entry>> {
        Row::read(self.connection, id.0)
    }

    /// Entries that hold some of a stretch of time, by start.
    pub fn entries_between(&self, span: Span) -> Result<Vec<Entry>> {
        entry::between(self.connection, span)
    }

    /// Entries that are time for a block or a meeting, by start.
    pub fn entries_of(&self, key: &str) -> Result<Vec<Entry>> {
        entry::of(self.connection, key)
    }

    /// What is going on.
    pub fn running(&self) -> Result<Option<Running>> {
        Row::read(self.connection, 0)
    }

    /// What was said of the days in `[from, until)`, by day.
    pub fn day_notes(&self, from: NaiveDate, until: NaiveDate) -> Result<Vec<DayNote>> {
        document::day_notes(self.connection, from, until)
    }

    /// How the days in `[from, until)` felt, by day.
    pub fn feelings(&self, from: NaiveDate, until: NaiveDate) -> Result<Vec<DayFeeling>> {
        document::feelings(self.connection, from, until)
    }

    /// The kept plans of the weeks that begin in `[from, until)`, by week.
    pub fn ended_weeks(&self, from: NaiveDate, until: NaiveDate) -> Result<Vec<EndedWeek>> {
        document::ended_weeks(self.connection, from, until)
    }

    /// What may draw attention; the defaults until something was set.
    pub fn attention(&self) -> Result<Attention> {
        Ok(Row::read(self.connection, 0)?.unwrap_or_default())
    }

    /// Goals that blocks serve, the one named last first, each once.
    pub fn goals(&self) -> Result<Vec<String>> {
        document::goals(self.connection)
    }

    /// Tags that blocks carry, the most frequent first, each once.
    pub fn tags(&self) -> Result<Vec<String>> {
        document::tags(self.connection)
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
