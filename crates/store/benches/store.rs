//! What a person waits for: opening, a week, a change.

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use evenkeel_core::block::{Block, BlockId};
use evenkeel_core::category::Category;
use evenkeel_core::event::{CategoryBy, Event, Feed, FeedId, Recurrence, Status};
use evenkeel_core::time::{Instant, Span};
use evenkeel_store::{Error, Owner, Store};
use std::path::Path;

const NOW: Instant = Instant(1_795_160_672);
const WEEK: i64 = 7 * 86_400;
const ROWS: u32 = 100_000;
const SERIES: u32 = 1_000;

/// 100,000 rows over ten years around now: 1,000 open series with an override each, events, blocks.
fn fill(store: &Store) -> Result<(), Error> {
    let feed = FeedId(1);
    store.transact::<_, Error>("Import", NOW, |tx| {
        tx.put_feed(Feed {
            id: feed,
            name: "Work".into(),
            source: "work.ics".into(),
            read: NOW.0,
            subscription: None,
        })?;
        for number in 0..ROWS {
            let start = NOW.0 + (i64::from(number) * 7919 % 3650 - 1825) * 86_400 + 3600;
            let start = Instant(start).utc();
            if number % 10 == 9 {
                let id = tx.new_block_id()?;
                tx.put_block(block(id, start))?;
                continue;
            }
            let id = tx.new_event_id()?;
            let series = number < SERIES * 10 / 9;
            let start = if series {
                start - chrono::Duration::days(3650)
            } else {
                start
            };
            let replaced = !series && number < SERIES * 20 / 9;
            tx.put_event(Event {
                id,
                feed,
                uid: format!(
                    "{:016x}@example.org",
                    if replaced {
                        number - SERIES * 10 / 9
                    } else {
                        number
                    }
                ),
                recurrence_id: replaced.then_some(start),
                title: "Weekly with the team".into(),
                notes: "notes ".repeat(40),
                location: "Room 3".into(),
                link: Some("https://example.org/join".into()),
                organizer: "ada@example.org".into(),
                labels: Vec::new(),
                start,
                end: start + chrono::Duration::hours(1),
                zone: Some("Europe/Vienna".into()),
                all_day: false,
                status: Status::Confirmed,
                free: false,
                recurrence: series.then(|| Recurrence {
                    rule: Some("FREQ=WEEKLY;BYDAY=MO,WE".into()),
                    except: vec![start],
                    ..Recurrence::default()
                }),
                sequence: 0,
                category: Category::Management,
                category_by: CategoryBy::Rule,
                raw: "BEGIN:VEVENT\r\n".repeat(40),
            })?;
        }
        Ok(())
    })?;
    Ok(())
}

fn block(id: BlockId, start: chrono::NaiveDateTime) -> Block {
    Block {
        uid: format!("{}@evenkeel", id.0),
        created: NOW.0,
        modified: NOW.0,
        ..Block::plain(
            id,
            "Write the design",
            Category::Technical,
            start,
            start + chrono::Duration::hours(2),
        )
    }
}

fn add(store: &Store) -> Result<u32, Error> {
    let done = store.transact::<_, Error>("Add", NOW, |tx| {
        let id = tx.new_block_id()?;
        tx.put_block(block(id, NOW.utc()))
    })?;
    Ok(done.rev)
}

fn benches(criterion: &mut Criterion) {
    if let Err(error) = measured(criterion) {
        eprintln!("the bench could not run: {error}");
    }
}

fn measured(criterion: &mut Criterion) -> Result<(), Box<dyn std::error::Error>> {
    let dir = tempfile::tempdir()?;
    let store = Store::open(dir.path(), Owner::Window)?;
    fill(&store)?;
    let week = Span::new(NOW, NOW.plus_seconds(WEEK));
    let loaded = store.plan_between(week)?;
    eprintln!(
        "a week of {ROWS} rows: {} blocks, {} events",
        loaded.blocks.len(),
        loaded.events.len()
    );
    criterion.bench_function("a week out of 100,000", |bench| {
        bench.iter(|| store.plan_between(week));
    });
    criterion.bench_function("a change of one row, saved", |bench| {
        bench.iter(|| add(&store));
    });
    criterion.bench_function("undo and redo of one row, saved", |bench| {
        bench.iter(|| (store.undo(NOW), store.redo(NOW)));
    });
    drop(store);
    let guest = |dir: &Path| Store::open(dir, Owner::Guest);
    criterion.bench_function("open as a guest", |bench| {
        bench.iter(|| guest(dir.path()));
    });
    criterion.bench_function("open as a guest and read a week", |bench| {
        bench.iter(|| guest(dir.path()).map(|store| store.plan_between(week)));
    });
    criterion.bench_function("check every page of 100,000", |bench| {
        let open = || Store::open(dir.path(), Owner::Guest);
        bench.iter_batched(
            open,
            |store| store.map(|store| store.verify()),
            BatchSize::PerIteration,
        );
    });
    Ok(())
}

criterion_group!(store, benches);
criterion_main!(store);
