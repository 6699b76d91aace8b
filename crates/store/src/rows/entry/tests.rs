//! How SQLite answers the questions about entries, and how much work that is: counted, not timed.

use super::*;
use crate::error::Error;
use crate::store::{Owner, Store};
use evenkeel_core::actual::{EntryId, Source, Subject};
use evenkeel_core::category::Category;
use evenkeel_core::facets::Facets;
use evenkeel_core::time::Instant;
use rusqlite::{StatementStatus, ToSql};

const NOW: i64 = 1_795_160_672;

fn entry(id: u32, start: i64) -> Entry {
    Entry {
        id: EntryId(id),
        span: Span::new(Instant(start), Instant(start + 3_000)),
        zone: "Europe/Berlin".into(),
        subject: Subject {
            title: "An hour".into(),
            category: Category::Technical,
            of: Some(format!("b{id}")),
            facets: Facets::default(),
        },
        source: Source::Timer,
        note: String::new(),
        noted: Vec::new(),
        modified: NOW,
    }
}

/// Ten entries in the week, and as many as asked for in the years before.
fn filled(before: u32) -> (tempfile::TempDir, Store) {
    let dir = tempfile::tempdir().unwrap();
    let store = Store::open(dir.path(), Owner::Window).unwrap();
    store
        .transact::<_, Error>("Record", Instant(NOW), |tx| {
            for id in 1..=before {
                tx.put_entry(entry(id, NOW - 30 * 86_400 - i64::from(id) * 3_600))?;
            }
            for hour in 1..=10 {
                tx.put_entry(entry(before + hour, NOW + i64::from(hour) * 3_600))?;
            }
            Ok(())
        })
        .unwrap();
    (dir, store)
}

type Values = &'static [(&'static str, &'static dyn ToSql)];

/// The questions with values of the coming week.
fn questions() -> [(&'static str, Values); 3] {
    const TO: i64 = NOW + 7 * 86_400;
    [
        (
            sql::SHORT,
            &[(":from", &NOW), (":to", &TO), (":long", &LONG)],
        ),
        (sql::LONG, &[(":from", &NOW), (":to", &TO)]),
        (sql::OF, &[("?1", &"b7")]),
    ]
}

#[test]
fn every_question_about_entries_is_answered_through_an_index() {
    let (_dir, store) = filled(100);
    let look = |connection: &Connection| -> rusqlite::Result<()> {
        for (sql, values) in questions() {
            let mut plan = connection.prepare(&format!("EXPLAIN QUERY PLAN {sql}"))?;
            let lines = plan.query_map(values, |row| row.get::<_, String>(3))?;
            for line in lines {
                let line = line?;
                let found = line.starts_with("SEARCH") && line.contains("INDEX");
                // The few of one block are put in order by themselves.
                let in_order = sql == sql::OF && line.ends_with("FOR ORDER BY");
                assert!(found || in_order, "{line} for {sql}");
            }
        }
        Ok(())
    };
    let done = store.read::<_, Error>(|view| Ok(look(view.connection)?));
    done.unwrap();
}

#[test]
fn a_week_of_entries_costs_the_same_however_long_the_past() {
    let steps = |store: &Store| -> i32 {
        let count = |connection: &Connection| -> rusqlite::Result<i32> {
            let mut steps = 0;
            for (sql, values) in questions() {
                let mut statement = connection.prepare(sql)?;
                let mut rows = statement.query(values)?;
                while rows.next()?.is_some() {}
                drop(rows);
                assert_eq!(statement.get_status(StatementStatus::FullscanStep), 0);
                steps += statement.get_status(StatementStatus::VmStep);
            }
            Ok(steps)
        };
        let counted = store.read::<_, Error>(|view| Ok(count(view.connection)?));
        counted.unwrap()
    };
    let (_few_dir, few) = filled(500);
    let (_many_dir, many) = filled(8_000);
    assert_eq!(steps(&few), steps(&many));
}
