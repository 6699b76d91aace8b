//! Records and times for the tests.

use chrono::{Duration, NaiveDate, NaiveDateTime};
use evenkeel_core::actual::{Entry, EntryId, Interruption, Mark, Phase, Running, Source, Subject};
use evenkeel_core::attention::Attention;
use evenkeel_core::block::{Block, BlockId};
use evenkeel_core::category::Category;
use evenkeel_core::commitment::{
    Changed, Commitment, CommitmentId, EndedWeek, Reshuffle, ReshuffleId, Why,
};
use evenkeel_core::day_note::{DayFeeling, DayNote};
use evenkeel_core::decline::{Decline, DeclineId};
use evenkeel_core::event::{CategoryBy, Event, EventId, Feed, FeedId, Recurrence, Status};
use evenkeel_core::facets::Facets;
use evenkeel_core::handle::Instance;
use evenkeel_core::rule::{Rule, RuleField, RuleId};
use evenkeel_core::target::{Target, TargetId};
use evenkeel_core::task::{Task, TaskId};
use evenkeel_core::template::{Reach, Template, TemplateId};
use evenkeel_core::time::{Instant, Span};
use evenkeel_store::{Error, Owner, Store};
use std::path::Path;

pub(crate) const NOW: Instant = Instant(1_795_160_672);

pub(crate) fn at(text: &str) -> NaiveDateTime {
    format!("{text}:00").parse().unwrap()
}

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(crate) fn span(from: &str, to: &str) -> Span {
    Span::new(Instant::from_utc(at(from)), Instant::from_utc(at(to)))
}

pub(crate) fn window(dir: &Path) -> Store {
    Store::open(dir, Owner::Window).unwrap()
}

pub(crate) fn guest(dir: &Path) -> Store {
    Store::open(dir, Owner::Guest).unwrap()
}

pub(crate) fn block(id: u32, start: &str, minutes: i64) -> Block {
    Block {
        uid: format!("block-{id}@evenkeel"),
        notes: "notes".into(),
        created: NOW.0,
        modified: NOW.0,
        ..Block::plain(
            BlockId(id),
            &format!("Block {id}"),
            Category::Technical,
            at(start),
            at(start) + Duration::minutes(minutes),
        )
    }
}

pub(crate) fn feed(id: u32) -> Feed {
    Feed {
        id: FeedId(id),
        name: "Work".into(),
        source: "work.ics".into(),
        read: NOW.0,
        subscription: None,
    }
}

pub(crate) fn event(id: u32, feed: u32, start: &str, minutes: i64) -> Event {
    Event {
        id: EventId(id),
        feed: FeedId(feed),
        uid: format!("event-{id}"),
        recurrence_id: None,
        title: format!("Event {id}"),
        notes: "notes".into(),
        location: "Room".into(),
        link: Some("https://example.org/join".into()),
        organizer: "ada@example.org".into(),
        labels: vec!["green".into()],
        start: at(start),
        end: at(start) + Duration::minutes(minutes),
        zone: Some("Europe/Vienna".into()),
        all_day: false,
        status: Status::Tentative,
        free: false,
        recurrence: None,
        sequence: 1,
        category: Category::Management,
        category_by: CategoryBy::Guess,
        raw: "BEGIN:VEVENT\r\nEND:VEVENT\r\n".into(),
    }
}

pub(crate) fn series(id: u32, feed: u32, start: &str, rule: &str) -> Event {
    Event {
        recurrence: Some(Recurrence {
            rule: Some(rule.into()),
            ..Recurrence::default()
        }),
        ..event(id, feed, start, 60)
    }
}

pub(crate) fn rule(id: u32) -> Rule {
    Rule {
        id: RuleId(id),
        position: id,
        field: RuleField::Title,
        words: vec!["1:1".into(), "standup".into()],
        category: Category::Management,
    }
}

pub(crate) fn target(id: u32) -> Target {
    Target::plain(TargetId(id), Some(day("2026-01-01")), [50, 40, 10], 2400)
}

/// Adds a block and returns its id.
pub(crate) fn add_block(store: &Store, start: &str) -> BlockId {
    let done = store.transact::<_, Error>("Add block", NOW, |tx| {
        let id = tx.new_block_id()?;
        tx.put_block(block(id.0, start, 60))?;
        Ok(id)
    });
    done.unwrap().value
}

/// Every record of every kind, as text.
pub(crate) fn dump(store: &Store) -> String {
    store
        .read::<_, Error>(|view| {
            let feeds = view.feeds()?;
            let mut events = Vec::new();
            for feed in &feeds {
                events.extend(view.events_of(feed.id)?);
            }
            Ok(format!(
                "{:#?}{feeds:#?}{events:#?}{:#?}{:#?}{:#?}",
                view.blocks()?,
                view.rules()?,
                view.targets()?,
                view.settings()?
            ))
        })
        .unwrap()
}

/// Every value of every table that undo promises to restore, straight from SQLite.
pub(crate) fn tables(dir: &Path) -> Vec<String> {
    let database = rusqlite::Connection::open(dir.join("evenkeel.db")).unwrap();
    let mut rows = Vec::new();
    let kinds = [
        "block",
        "event",
        "event_text",
        "feed",
        "rule",
        "setting",
        "target",
        "boundaries",
        "task",
        "template",
        "commitment",
        "reshuffle",
        "decline",
        "entry",
        "running",
        "day_note",
        "day_feeling",
        "ended_week",
        "attention",
    ];
    for table in kinds {
        let sql = format!("SELECT * FROM {table} ORDER BY id");
        let mut statement = database.prepare(&sql).unwrap();
        let columns = statement.column_count();
        let mut found = statement.query([]).unwrap();
        while let Some(row) = found.next().unwrap() {
            let values: Vec<rusqlite::types::Value> = (0..columns)
                .map(|column| row.get(column).unwrap())
                .collect();
            rows.push(format!("{table} {values:?}"));
        }
    }
    rows
}

/// A block that repeats every week.
pub(crate) fn repeating(id: u32, start: &str) -> Block {
    Block {
        recurrence: Some(Recurrence {
            rule: Some("FREQ=WEEKLY".into()),
            ..Recurrence::default()
        }),
        ..block(id, start, 45)
    }
}

/// The row of the occurrence on 16 November 2026, 09:00, of a series of blocks.
pub(crate) fn instead(id: u32, series: u32, start: &str) -> Block {
    Block {
        uid: format!("block-{series}@evenkeel"),
        instance: Some(Instance {
            series: BlockId(series),
            key: at("2026-11-16T09:00") + Duration::weeks(i64::from(id)),
        }),
        ..block(id, start, 45)
    }
}

/// Time that was spent on block 1.
pub(crate) fn entry(id: u32, start: i64, end: i64) -> Entry {
    Entry {
        id: EntryId(id),
        span: Span::new(Instant(start), Instant(end)),
        zone: "Europe/Vienna".into(),
        subject: subject("Ingest"),
        source: Source::Timer,
        note: "note".into(),
        noted: vec![Interruption {
            at: Instant(start),
            word: "incident".into(),
        }],
        modified: NOW.0,
    }
}

fn subject(title: &str) -> Subject {
    Subject {
        title: title.into(),
        category: Category::Technical,
        of: Some("b1".into()),
        facets: Facets::default(),
    }
}

/// Something that goes on.
pub(crate) fn running(title: &str) -> Running {
    Running {
        subject: subject(title),
        phase: Phase::Work,
        since: Mark {
            at: NOW,
            ticks: None,
        },
        length: None,
        focus: false,
        rounds: None,
        done: 0,
        unattended: 0,
        zone: "Europe/Vienna".into(),
        noted: Vec::new(),
    }
}

/// How many kinds [`put_record`] knows.
pub(crate) const KINDS: u8 = 11;

/// Writes one of the records that are kept whole: a task, a template, a commitment, a reshuffle, a
/// decline, an entry (on a day of its own), what runs, what is said of a day, how it felt, the plan
/// of a week that ended, or what may draw attention.
pub(crate) fn put_record(
    tx: &mut evenkeel_store::Tx<'_>,
    kind: u8,
    id: u32,
    start: &str,
) -> Result<(), Error> {
    let week = at(start).date();
    match kind {
        0 => tx.put_task(Task {
            id: TaskId(id),
            title: format!("Task {start}"),
            category: Category::Growth,
            estimate: Some(90),
            goal: String::new(),
            due: Some(week),
            energy: None,
            notes: String::new(),
            tags: Vec::new(),
            position: 0,
            created: NOW.0,
            finished: None,
        }),
        1 => tx.put_template(Template {
            id: TemplateId(id),
            name: format!("Template {start}"),
            about: String::new(),
            reach: Reach::Week,
            pieces: Vec::new(),
            created: NOW.0,
        }),
        2 => tx.put_commitment(Commitment {
            id: CommitmentId(id),
            week,
            at: at(start).and_utc().timestamp(),
            withdrawn: None,
            planned: Vec::new(),
        }),
        3 => tx.put_reshuffle(Reshuffle {
            id: ReshuffleId(id),
            at: at(start).and_utc().timestamp(),
            week,
            commitment: None,
            key: "b1".into(),
            title: "Block 1".into(),
            changed: Changed::Moved,
            why: Some(Why::External),
            note: String::new(),
            protected: true,
            minutes: 30,
        }),
        4 => tx.put_decline(Decline {
            id: DeclineId(id),
            on: week,
            what: format!("A panel at {start}"),
            goal: String::new(),
            to: None,
            minutes: 45,
            uid: None,
            note: String::new(),
        }),
        5 => {
            let start = at(start).and_utc().timestamp() + i64::from(id) * 86_400;
            tx.put_entry(entry(id, start, start + 1_800))
        }
        6 => tx.set_running(Some(running(start))),
        7 => tx.put_day_note(DayNote {
            line: format!("Closed at {start}"),
            closed: Some(NOW.0),
            ..DayNote::new(week + Duration::days(i64::from(id)))
        }),
        8 => tx.put_feeling(DayFeeling {
            day: week + Duration::days(i64::from(id)),
            energy: u8::try_from(at(start).and_utc().timestamp() / 3600 % 5 + 1).ok(),
            switched_off: Some(true),
        }),
        9 => tx.put_ended_week(EndedWeek {
            week: week + Duration::weeks(i64::from(id)),
            planned: Vec::new(),
        }),
        _ => tx.put_attention(Attention {
            close_day: u16::try_from(id).ok(),
            end_of_work: start.ends_with("00:00"),
            ..Attention::default()
        }),
    }
}

/// Removes what [`put_record`] wrote, where it can go.
pub(crate) fn remove_record(
    tx: &mut evenkeel_store::Tx<'_>,
    kind: u8,
    id: u32,
) -> Result<(), Error> {
    match kind {
        0 => tx.remove_task(TaskId(id)),
        1 => tx.remove_template(TemplateId(id)),
        2 => tx.remove_commitment(CommitmentId(id)),
        3 => tx.remove_reshuffle(ReshuffleId(id)),
        4 => tx.remove_decline(DeclineId(id)),
        5 => tx.remove_entry(EntryId(id)),
        6 => tx.set_running(None),
        _ => Ok(()),
    }
}
