//! The thorough check a person can ask for: SQLite's own, and the rules that no CHECK can hold.

use super::{Counts, make};
use crate::connect;
use crate::error::Result;
use crate::store::Store;
use crate::view::View;
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
const INVARIANTS: [(&str, &str); 9] = [
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
        "SELECT count(*) - count(DISTINCT uid) FROM block",
        "blocks that share a uid",
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
    ]
    .into_iter()
    .filter_map(|(kind, read)| Some(format!("{kind}: {}", read.err()?)))
    .collect()
}
