//! The thorough check a person can ask for: SQLite's own, and the rules that no CHECK can hold.

use super::{Counts, make};
use crate::connect;
use crate::error::Result;
use crate::store::Store;
use crate::view::View;
use chrono::NaiveDate;
use evenkeel_core::time::{Instant, Span};
use rusqlite::Connection;

/// What a check found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// What is wrong, one line each, without titles; empty when all is well.
    pub problems: Vec<String>,
    /// What the database holds.
    pub counts: Counts,
}

/// Questions whose answer must be zero.
const INVARIANTS: [(&str, &str); 19] = [
    (
        "SELECT count(*) FROM pragma_foreign_key_check",
        "events without a calendar",
    ),
    (
        "SELECT count(*) FROM event LEFT JOIN event_text USING (id) WHERE raw IS NULL",
        "events without their text",
    ),
    (
        "SELECT count(*) FROM block, meta WHERE block.id > last_block",
        "blocks with an id never given",
    ),
    (
        "SELECT count(*) FROM event, meta WHERE event.id > last_event",
        "events with an id never given",
    ),
    (
        "SELECT count(*) FROM feed, meta WHERE feed.id > last_feed",
        "calendars with an id never given",
    ),
    (
        "SELECT count(*) FROM rule, meta WHERE rule.id > last_rule",
        "rules with an id never given",
    ),
    (
        "SELECT count(*) FROM target, meta WHERE target.id > last_target",
        "targets with an id never given",
    ),
    (
        "SELECT count(*) - count(DISTINCT uid) FROM block WHERE series IS NULL",
        "blocks that share a uid",
    ),
    (
        "SELECT count(*) FROM block o LEFT JOIN block s ON s.id = o.series \
         WHERE o.series IS NOT NULL AND s.recurrence IS NULL",
        "changed occurrences without their series",
    ),
    (
        "SELECT count(*) FROM block LEFT JOIN task ON task.id = block.task \
         WHERE block.task IS NOT NULL AND task.id IS NULL",
        "blocks of a task that is gone",
    ),
    (
        "SELECT count(*) FROM task, meta WHERE task.id > last_task",
        "tasks with an id never given",
    ),
    (
        "SELECT count(*) FROM template, meta WHERE template.id > last_template",
        "templates with an id never given",
    ),
    (
        "SELECT count(*) FROM commitment, meta WHERE commitment.id > last_commitment",
        "commitments with an id never given",
    ),
    (
        "SELECT count(*) FROM reshuffle, meta WHERE reshuffle.id > last_reshuffle",
        "changes with an id never given",
    ),
    (
        "SELECT count(*) FROM decline, meta WHERE decline.id > last_decline",
        "declined things with an id never given",
    ),
    (
        "SELECT count(*) FROM entry, meta WHERE entry.id > last_entry",
        "entries with an id never given",
    ),
    (
        "SELECT count(*) FROM entry WHERE start_at <> json_extract(value, '$.span.start') \
         OR end_at <> json_extract(value, '$.span.end')",
        "entries whose time is not that of their row",
    ),
    (
        "SELECT count(*) FROM (SELECT start_at, lag(end_at) OVER (ORDER BY start_at) AS before \
         FROM entry) WHERE start_at < before",
        "entries that hold the same time",
    ),
    (
        "SELECT abs(count(*) - 1) FROM meta",
        "rows too many or too few in meta",
    ),
];

impl Store {
    /// Looks through everything: pages, indexes, references, every single record.
    pub fn check(&self) -> Result<Report> {
        let connection = connect::reader(&self.folder.database())?;
        let snapshot = connection.unchecked_transaction()?;
        let mut problems = pages(&snapshot)?;
        if problems.is_empty() {
            for (sql, what) in INVARIANTS {
                let count: i64 = snapshot.query_row(sql, [], |row| row.get(0))?;
                if count != 0 {
                    problems.push(format!("{count} {what}"));
                }
            }
            problems.extend(records(&View {
                connection: &snapshot,
            }));
        }
        let (_, counts) = make::content(&snapshot)?;
        Ok(Report { problems, counts })
    }
}

fn pages(connection: &Connection) -> Result<Vec<String>> {
    let mut statement = connection.prepare("PRAGMA integrity_check")?;
    let found = statement.query_map([], |row| row.get(0))?;
    let found: Vec<String> = found.collect::<rusqlite::Result<_>>()?;
    Ok(found.into_iter().filter(|line| line != "ok").collect())
}

fn ever() -> Span {
    Span::new(Instant(i64::MIN / 2), Instant(i64::MAX / 2))
}

/// The kinds of records that cannot all be read back.
fn records(view: &View<'_>) -> Vec<String> {
    let events = || -> Result<()> {
        for feed in view.feeds()? {
            view.events_of(feed.id)?;
        }
        Ok(())
    };
    [
        ("blocks", view.blocks().map(drop)),
        ("events", events()),
        ("rules", view.rules().map(drop)),
        ("targets", view.targets().map(drop)),
        ("settings", view.settings().map(drop)),
        ("boundaries", view.boundaries().map(drop)),
        ("tasks", view.tasks().map(drop)),
        ("templates", view.templates().map(drop)),
        ("declines", view.declines().map(drop)),
        ("entries", view.entries_between(ever()).map(drop)),
        ("the timer", view.running().map(drop)),
        (
            "days",
            view.day_notes(NaiveDate::MIN, NaiveDate::MAX).map(drop),
        ),
        (
            "how days felt",
            view.feelings(NaiveDate::MIN, NaiveDate::MAX).map(drop),
        ),
        (
            "ended weeks",
            view.ended_weeks(NaiveDate::MIN, NaiveDate::MAX).map(drop),
        ),
        ("attention", view.attention().map(drop)),
        (
            "commitments",
            view.commitments(NaiveDate::MIN, NaiveDate::MAX).map(drop),
        ),
        (
            "reshuffles",
            view.reshuffles(NaiveDate::MIN, NaiveDate::MAX).map(drop),
        ),
    ]
    .into_iter()
    .filter_map(|(kind, read)| Some(format!("{kind}: {}", read.err()?)))
    .collect()
}
