//! The inside of a write: typed changes that remember what was there before.

use crate::diff::{Diff, Diffs};
use crate::error::{Error, Result};
use crate::records::records;
use crate::rows::{Row, one, run};
use crate::view::View;
use evenkeel_core::actual::{Entry, EntryId, Running};
use evenkeel_core::attention::Attention;
use evenkeel_core::block::{Block, BlockId};
use evenkeel_core::boundary::Boundaries;
use evenkeel_core::commitment::{Commitment, CommitmentId, EndedWeek, Reshuffle, ReshuffleId};
use evenkeel_core::day_note::{DayFeeling, DayNote};
use evenkeel_core::decline::{Decline, DeclineId};
use evenkeel_core::event::{Event, EventId, Feed, FeedId};
use evenkeel_core::rule::{Rule, RuleId};
use evenkeel_core::settings::Settings;
use evenkeel_core::target::{Target, TargetId};
use evenkeel_core::task::{Task, TaskId};
use evenkeel_core::template::{Template, TemplateId};
use rusqlite::Connection;
use std::collections::BTreeMap;
use std::ops::Deref;

/// What a transaction did, once it is on the disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Committed<T> {
    /// What the caller's function returned.
    pub value: T,
    /// The revision now; the old one when nothing changed.
    pub rev: u32,
    /// What changed; empty when nothing did, and then nothing was written.
    pub diffs: Diffs,
}

macro_rules! transaction {
    ($($field:ident: $record:ty, $doc:literal;)*) => {
        /// A write under way. Reads as [`View`] does, its own changes included.
        pub struct Tx<'c> {
            view: View<'c>,
            last: LastIds,
            $($field: Touched<$record>,)*
        }

        impl<'c> Tx<'c> {
            pub(crate) fn begin(connection: &'c Connection) -> Result<Tx<'c>> {
                Ok(Tx {
                    view: View { connection },
                    last: LastIds::read(connection)?,
                    $($field: Touched::default(),)*
                })
            }

            /// Puts records back as a step of the history has them: first what goes, then what
            /// comes.
            pub(crate) fn put_back(&mut self, rows: crate::history::Rows) -> Result<()> {
                let connection = self.view.connection;
                $(self.$field.put_back(connection, rows.$field)?;)*
                Ok(())
            }

            /// What changed in all; the revision and the ids are written when anything did.
            pub(crate) fn finish(self) -> Result<(u32, Diffs)> {
                let diffs = Diffs {
                    $($field: self.$field.into_diffs(),)*
                };
                let rev = self.view.rev()?;
                if diffs.is_empty() {
                    return Ok((rev, diffs));
                }
                let rev = rev.checked_add(1).ok_or(Error::IdsUsedUp)?;
                self.last.write(self.view.connection, rev)?;
                Ok((rev, diffs))
            }
        }
    };
}
records!(transaction);

impl Tx<'_> {
    /// What this write did to blocks so far.
    pub fn block_diffs(&self) -> Vec<Diff<Block>> {
        self.blocks.so_far()
    }

    /// What this write did to commitments so far.
    pub fn commitment_diffs(&self) -> Vec<Diff<Commitment>> {
        self.commitments.so_far()
    }

    /// What this write did so far to what is noted of changes.
    pub fn reshuffle_diffs(&self) -> Vec<Diff<Reshuffle>> {
        self.reshuffles.so_far()
    }

    /// The plans of weeks that are kept no more after this write.
    pub fn let_go_weeks(&self) -> Vec<EndedWeek> {
        let gone = self.ended.so_far().into_iter();
        gone.filter(|diff| diff.after.is_none())
            .filter_map(|diff| diff.before)
            .collect()
    }

    /// What this write did so far to imported events that were there before.
    pub fn changed_events(&self) -> Vec<Diff<Event>> {
        let known = self.events.0.values();
        let changed = known.filter(|diff| diff.before.is_some() && diff.before != diff.after);
        changed.cloned().collect()
    }
}

impl<'c> Deref for Tx<'c> {
    type Target = View<'c>;

    fn deref(&self) -> &View<'c> {
        &self.view
    }
}

/// One method for each kind of record: an id never given before, put (new or changed), remove.
macro_rules! kind {
    ($record:ty, $id:ident, $map:ident, $last:ident, $new:ident, $put:ident, $remove:ident) => {
        /// An id that was never given before.
        pub fn $new(&mut self) -> Result<$id> {
            self.last.$last = self.last.$last.checked_add(1).ok_or(Error::IdsUsedUp)?;
            Ok($id(self.last.$last))
        }

        /// Writes a record, new or changed.
        pub fn $put(&mut self, record: $record) -> Result<()> {
            self.last.$last = self.last.$last.max(record.id.0);
            self.$map
                .set(self.view.connection, record.id.0, Some(record))
        }

        /// Removes a record; nothing happens when there is none.
        pub fn $remove(&mut self, id: $id) -> Result<()> {
            self.$map.set(self.view.connection, id.0, None)
        }
    };
}

impl<'c> Tx<'c> {
    kind!(
        Block,
        BlockId,
        blocks,
        block,
        new_block_id,
        put_block,
        remove_block
    );
    kind!(
        Event,
        EventId,
        events,
        event,
        new_event_id,
        put_event,
        remove_event
    );
    kind!(
        Feed,
        FeedId,
        feeds,
        feed,
        new_feed_id,
        put_feed,
        remove_feed
    );
    kind!(
        Rule,
        RuleId,
        rules,
        rule,
        new_rule_id,
        put_rule,
        remove_rule
    );
    kind!(
        Target,
        TargetId,
        targets,
        target,
        new_target_id,
        put_target,
        remove_target
    );
    kind!(
        Task,
        TaskId,
        tasks,
        task,
        new_task_id,
        put_task,
        remove_task
    );
    kind!(
        Template,
        TemplateId,
        templates,
        template,
        new_template_id,
        put_template,
        remove_template
    );
    kind!(
        Commitment,
        CommitmentId,
        commitments,
        commitment,
        new_commitment_id,
        put_commitment,
        remove_commitment
    );
    kind!(
        Reshuffle,
        ReshuffleId,
        reshuffles,
        reshuffle,
        new_reshuffle_id,
        put_reshuffle,
        remove_reshuffle
    );
    kind!(
        Decline,
        DeclineId,
        declines,
        decline,
        new_decline_id,
        put_decline,
        remove_decline
    );

    kind!(
        Entry,
        EntryId,
        entries,
        entry,
        new_entry_id,
        put_entry,
        remove_entry
    );

    /// Says what is going on, or that nothing is.
    pub fn set_running(&mut self, running: Option<Running>) -> Result<()> {
        self.running.set(self.view.connection, 0, running)
    }

    /// Writes what was said of a day, new or changed.
    pub fn put_day_note(&mut self, note: DayNote) -> Result<()> {
        self.day_notes
            .set(self.view.connection, note.key(), Some(note))
    }

    /// Writes how a day felt, new or changed.
    pub fn put_feeling(&mut self, feeling: DayFeeling) -> Result<()> {
        self.feelings
            .set(self.view.connection, feeling.key(), Some(feeling))
    }

    /// Keeps the plan of a week that is over as it stands.
    pub fn put_ended_week(&mut self, week: EndedWeek) -> Result<()> {
        self.ended.set(self.view.connection, week.key(), Some(week))
    }

    /// Writes what may draw attention.
    pub fn put_attention(&mut self, attention: Attention) -> Result<()> {
        self.attention.set(self.view.connection, 0, Some(attention))
    }

    /// Writes the settings.
    pub fn put_settings(&mut self, settings: Settings) -> Result<()> {
        self.settings.set(self.view.connection, 0, Some(settings))
    }

    /// Writes the boundaries.
    pub fn put_boundaries(&mut self, boundaries: Boundaries) -> Result<()> {
        self.boundaries
            .set(self.view.connection, 0, Some(boundaries))
    }
}

/// Before and after of every record of one kind that was touched.
struct Touched<T>(BTreeMap<u32, Diff<T>>);

impl<T> Default for Touched<T> {
    fn default() -> Touched<T> {
        Touched(BTreeMap::new())
    }
}

impl<T: Row> Touched<T> {
    fn set(&mut self, connection: &Connection, key: u32, after: Option<T>) -> Result<()> {
        let before = match self.0.get(&key) {
            Some(diff) => diff.after.clone(),
            None => T::read(connection, key)?,
        };
        if before == after {
            return Ok(());
        }
        match &after {
            Some(record) => record.write(connection)?,
            None => T::remove(connection, key)?,
        }
        let diff = self.0.entry(key).or_insert(Diff {
            before,
            after: None,
        });
        diff.after = after;
        Ok(())
    }

    fn put_back(&mut self, connection: &Connection, rows: Vec<(u32, Option<T>)>) -> Result<()> {
        let (come, go): (Vec<_>, Vec<_>) = rows.into_iter().partition(|(_, row)| row.is_some());
        for (key, row) in go.into_iter().chain(come) {
            self.set(connection, key, row)?;
        }
        Ok(())
    }

    fn so_far(&self) -> Vec<Diff<T>> {
        let changed = self.0.values().filter(|diff| diff.before != diff.after);
        changed.cloned().collect()
    }

    fn into_diffs(self) -> Vec<Diff<T>> {
        self.0
            .into_values()
            .filter(|diff| diff.before != diff.after)
            .collect()
    }
}

macro_rules! last_ids {
    ($($kind:ident: $column:literal),*) => {
        /// The newest id given out for each kind. They only grow, so that no id ever names two
        /// things.
        #[derive(Clone, Copy, Debug, Default)]
        pub(crate) struct LastIds {
            $($kind: u32,)*
        }

        impl LastIds {
            /// The higher of both, for each kind.
            pub(crate) fn raised(self, other: LastIds) -> LastIds {
                LastIds {
                    $($kind: self.$kind.max(other.$kind),)*
                }
            }

            pub(crate) fn read(connection: &Connection) -> Result<LastIds> {
                let sql = "SELECT * FROM meta WHERE id = 1";
                let found = one(connection, sql, [], |row| {
                    Ok(LastIds {
                        $($kind: row.get($column)?,)*
                    })
                })?;
                found.ok_or_else(|| Error::Damaged("the counters are missing".into()))
            }

            pub(crate) fn write(&self, connection: &Connection, rev: u32) -> Result<()> {
                let sql = concat!(
                    "UPDATE meta SET rev = :rev",
                    $(", ", $column, " = :", $column,)*
                    " WHERE id = 1"
                );
                let values: &[(&str, &dyn rusqlite::ToSql)] = &[
                    (":rev", &rev),
                    $((concat!(":", $column), &self.$kind),)*
                ];
                run(connection, sql, values)
            }
        }
    };
}
last_ids! {
    block: "last_block",
    event: "last_event",
    feed: "last_feed",
    rule: "last_rule",
    target: "last_target",
    task: "last_task",
    template: "last_template",
    commitment: "last_commitment",
    reshuffle: "last_reshuffle",
    decline: "last_decline",
    entry: "last_entry"
}
