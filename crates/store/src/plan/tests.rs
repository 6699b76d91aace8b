//! How SQLite answers the questions, and how much work that is: counted, not timed.

use super::*;
use crate::error::Error;
use crate::store::{Owner, Store};
use chrono::{Duration, NaiveDateTime};
use evenkeel_core::category::Category;
use evenkeel_core::event::{CategoryBy, EventId, Feed, FeedId, Recurrence, Status};
use evenkeel_core::time::Instant;
use rusqlite::{StatementStatus, ToSql};

const NOW: Instant = Instant(1_795_160_672);
const QUESTIONS: [&str; 9] = [
    sql::BLOCKS_SHORT,
    sql::BLOCKS_LONG,
    sql::BLOCK_SERIES,
    sql::REPLACED,
    sql::EVENTS_SHORT,
    sql::EVENTS_LONG,
    sql::SERIES,
    sql::OVERRIDES,
    sql::OVERRIDES_LONG,
];

fn event(id: u32, start: NaiveDateTime, rule: Option<&str>) -> Event {
    Event {
        id: EventId(id),
        feed: FeedId(1),
        uid: format!("event-{id}"),
        recurrence_id: None,
        title: "An hour".into(),
        notes: String::new(),
        location: String::new(),
        link: None,
        organizer: String::new(),
        labels: Vec::new(),
        start,
        end: start + Duration::hours(1),
        zone: None,
        all_day: false,
        status: Status::Confirmed,
        free: false,
        recurrence: rule.map(|rule| Recurrence {
            rule: Some(rule.into()),
            ..Recurrence::default()
        }),
        sequence: 0,
        category: Category::Management,
        category_by: CategoryBy::Guess,
        raw: "x".repeat(500),
    }
}

/// Ten events in the week, and as many as asked for in the years before; a tenth of them series
/// that ended.
fn filled(before: u32) -> (tempfile::TempDir, Store) {
    let dir = tempfile::tempdir().unwrap();
    let store = Store::open(dir.path(), Owner::Window).unwrap();
    store
        .transact::<_, Error>("Import", NOW, |tx| {
            tx.put_feed(Feed {
                id: FeedId(1),
                name: String::new(),
                source: String::new(),
                read: 0,
                subscription: None,
            })?;
            for id in 1..=before {
                let start = NOW.utc() - Duration::hours(i64::from(id) * 3 + 24 * 30);
                let ended = format!("FREQ=DAILY;UNTIL={}", start.format("%Y%m%dT%H%M%S"));
                tx.put_event(event(id, start, (id % 10 == 0).then_some(&ended)))?;
            }
            for hour in 1..=10 {
                let start = NOW.utc() + Duration::hours(i64::from(hour));
                tx.put_event(event(before + hour, start, None))?;
            }
            Ok(())
        })
        .unwrap();
    (dir, store)
}

/// The values of a question about the coming week.
fn values(sql: &str) -> &'static [(&'static str, &'static dyn ToSql)] {
    const FROM: i64 = NOW.0 - WIDEN;
    const TO: i64 = NOW.0 + 7 * 86_400 + WIDEN;
    match sql.contains(":long") {
        true => &[(":from", &FROM), (":to", &TO), (":long", &LONG)],
        false => &[(":from", &FROM), (":to", &TO)],
    }
}

/// Steps of SQLite's machine for one week.
fn steps(store: &Store) -> i32 {
    let count = |connection: &Connection| -> rusqlite::Result<i32> {
        let mut steps = 0;
        for sql in QUESTIONS {
            let mut statement = connection.prepare(sql)?;
            let mut rows = statement.query(values(sql))?;
            while rows.next()?.is_some() {}
            drop(rows);
            assert_eq!(statement.get_status(StatementStatus::FullscanStep), 0);
            steps += statement.get_status(StatementStatus::VmStep);
        }
        Ok(steps)
    };
    store
        .read::<_, Error>(|view| Ok(count(view.connection)?))
        .unwrap()
}

#[test]
fn every_question_is_answered_through_an_index() {
    let (_dir, store) = filled(100);
    let look = |connection: &Connection| -> rusqlite::Result<()> {
        for sql in QUESTIONS {
            let mut plan = connection.prepare(&format!("EXPLAIN QUERY PLAN {sql}"))?;
            let lines = plan.query_map(values(sql), |row| row.get::<_, String>(3))?;
            for line in lines {
                let line = line?;
                let found = line.starts_with("SEARCH") && line.contains("INDEX");
                assert!(found, "{line} for {sql}");
            }
        }
        Ok(())
    };
    store
        .read::<_, Error>(|view| Ok(look(view.connection)?))
        .unwrap();
}

#[test]
fn a_week_costs_the_same_however_long_the_past() {
    let (_few_dir, few) = filled(500);
    let (_many_dir, many) = filled(8000);
    assert_eq!(steps(&few), steps(&many));
}
