//! A plan of ten years: 100,000 blocks and events, a thousand of them series.

use chrono::{Days, NaiveDateTime, TimeDelta};
use evenkeel_app::messages::Range;
use evenkeel_app::{Instant, Moment};
use evenkeel_core::block::{Block, BlockId};
use evenkeel_core::category::Category;
use evenkeel_core::event::{CategoryBy, Event, Feed, FeedId, Recurrence, Status};
use evenkeel_store::{Error, Owner, Store};
use std::path::Path;

const DAYS: u64 = 3650;
const ZONE: &str = "Europe/Berlin";

/// How much of each is in the ten years.
#[derive(Clone, Copy)]
pub(crate) struct Size {
    blocks: u64,
    events: u64,
    series: u64,
}

impl Size {
    /// 100,000 rows.
    pub(crate) const FULL: Size = Size {
        blocks: 40_000,
        events: 59_000,
        series: 1_000,
    };

    /// Enough to see whether everything still works.
    pub(crate) const SMALL: Size = Size {
        blocks: 400,
        events: 590,
        series: 10,
    };
}

/// How long the series last.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Alive {
    /// Nine of ten for a year.
    AYear,
    /// All of them since the first year, without an end.
    Always,
}

/// What was made.
pub(crate) struct Filled {
    /// The block to drag.
    pub(crate) block: BlockId,
    /// The week it is in.
    pub(crate) seen: Range,
    /// All weeks.
    pub(crate) weeks: Vec<Range>,
}

/// Friday of the week in view, near the end of the ten years.
pub(crate) fn moment() -> Moment {
    Moment {
        now: Instant::from_utc(monday() + Days::new(4) + TimeDelta::hours(7)),
        system_zone: ZONE.into(),
        zone: None,
        ticks: None,
        because: None,
    }
}

/// Where a step of the drag goes: another quarter of an hour of the week each time.
pub(crate) fn place(run: usize) -> NaiveDateTime {
    let run = run as u64;
    let quarter = TimeDelta::minutes((run % 40 * 15) as i64);
    monday() + Days::new(run % 5) + TimeDelta::hours(8) + quarter
}

/// Years before the week in view.
pub(crate) fn far(run: usize) -> NaiveDateTime {
    place(run) - Days::new(2_800)
}

pub(crate) fn fill(folder: &Path, size: Size, alive: Alive) -> Result<Filled, Error> {
    let store = Store::open(folder, Owner::Guest).map_err(|error| Error::Io(error.to_string()))?;
    let feed = FeedId(1);
    let Size {
        blocks,
        events,
        series,
    } = size;
    let done = store.transact("fill", moment().now, |tx| {
        tx.put_feed(Feed {
            id: feed,
            name: "Work".into(),
            source: "work.ics".into(),
            read: 0,
            subscription: None,
        })?;
        for number in 0..blocks {
            let id = tx.new_block_id()?;
            tx.put_block(block(id, at(number, blocks)))?;
        }
        for number in 0..events {
            let mut event = event(feed, &format!("e{number}"), at(number, events));
            event.id = tx.new_event_id()?;
            tx.put_event(event)?;
        }
        for number in 0..series {
            let start = match alive {
                Alive::AYear => at(number, series),
                Alive::Always => at(number, series * 10),
            };
            let mut event = event(feed, &format!("s{number}"), start);
            event.id = tx.new_event_id()?;
            event.recurrence = Some(Recurrence {
                rule: Some(rule(number, start, alive)),
                except: vec![start + Days::new(14)],
                ..Recurrence::default()
            });
            tx.put_event(event)?;
        }
        let id = tx.new_block_id()?;
        tx.put_block(block(id, place(0)))?;
        Ok::<BlockId, Error>(id)
    })?;
    let week = |start: NaiveDateTime| Range {
        from: start.date(),
        until: start.date() + Days::new(7),
    };
    Ok(Filled {
        block: done.value,
        seen: week(monday()),
        weeks: (2..DAYS / 7 - 2)
            .map(|number| week(first() + Days::new(number * 7)))
            .collect(),
    })
}

fn rule(number: u64, start: NaiveDateTime, alive: Alive) -> String {
    let rules = [
        "FREQ=WEEKLY;BYDAY=MO",
        "FREQ=WEEKLY;INTERVAL=2",
        "FREQ=WEEKLY;BYDAY=TU,TH",
        "FREQ=MONTHLY;BYDAY=1WE",
        "FREQ=WEEKLY",
    ];
    let rule = rules[number as usize % rules.len()];
    if alive == Alive::Always || number.is_multiple_of(10) {
        return rule.into();
    }
    let until = start + Days::new(365);
    format!("{rule};UNTIL={}", until.format("%Y%m%dT%H%M%S"))
}

/// The first Monday of the ten years.
fn first() -> NaiveDateTime {
    chrono::DateTime::UNIX_EPOCH.naive_utc() + Days::new(17_168)
}

/// The Monday of the week in view.
fn monday() -> NaiveDateTime {
    first() + Days::new(7 * 500)
}

/// Spreads so many over all working hours of the ten years.
fn at(number: u64, all: u64) -> NaiveDateTime {
    let hour = 8 + (number * 7919) % 10;
    first() + Days::new(number * DAYS / all) + TimeDelta::hours(hour as i64)
}

fn block(id: BlockId, start: NaiveDateTime) -> Block {
    Block {
        uid: format!("b{}@evenkeel", id.0),
        zone: Some(ZONE.into()),
        notes: "Notes of a block,
        a sentence or two of them."
            .into(),
        ..Block::plain(
            id,
            &format!("Ingest design {}", id.0),
            Category::ALL[id.0 as usize % 4],
            start,
            start + TimeDelta::minutes(45),
        )
    }
}

fn event(feed: FeedId, uid: &str, start: NaiveDateTime) -> Event {
    Event {
        id: evenkeel_core::event::EventId(0),
        feed,
        uid: format!("{uid}@example.org"),
        recurrence_id: None,
        title: "Weekly with the team".into(),
        notes: "Agenda, notes and a link to join. ".repeat(8),
        location: "Room 3".into(),
        link: Some("https://example.org/join".into()),
        organizer: "ada@example.org".into(),
        labels: Vec::new(),
        start,
        end: start + TimeDelta::minutes(30),
        zone: Some(ZONE.into()),
        all_day: false,
        status: Status::Confirmed,
        free: false,
        recurrence: None,
        sequence: 0,
        category: Category::Management,
        category_by: CategoryBy::Rule,
        raw: "BEGIN:VEVENT\r\n".repeat(30),
    }
}
