//! What really happened: timers, entries by hand, the plan confirmed; and the clocks that run while
//! something is recorded.

mod as_planned;
mod away;
mod began_at;
mod by_hand;
mod clocks;
mod crash;
mod right_now;
mod session;
mod story;
mod timer;

use crate::desk::{Desk, wall};
use evenkeel_app::messages::{EntryDraft, EntryPatch, Op, StartDraft};
use evenkeel_app::{Instant, Ticks};
use evenkeel_core::actual::{EntryId, Source};
use evenkeel_core::category::Category;

/// The clock on the wall at home and the steady one: both go on.
fn at(desk: &mut Desk, time: &str) {
    let before = desk.moment.now;
    desk.moment.now = instant(desk, time);
    let passed = before.seconds_until(desk.moment.now);
    if let Some(ticks) = &mut desk.moment.ticks {
        ticks.seconds += passed;
    }
}

/// The instant of a wall time at home; one without a date is on 20 November 2026.
fn instant(desk: &Desk, time: &str) -> Instant {
    let time = match time.contains('T') {
        true => time.to_string(),
        false => format!("2026-11-20T{time}"),
    };
    desk.planner().instant(wall(&time), &desk.moment).unwrap()
}

/// A steady clock that was started long ago.
fn steady(desk: &mut Desk) {
    desk.moment.ticks = Some(Ticks {
        boot: "a".into(),
        seconds: 1_000_000,
    });
}

fn start(title: &str) -> Op {
    Op::Start(StartDraft {
        title: Some(title.into()),
        ..StartDraft::default()
    })
}

fn start_block(key: &str) -> Op {
    Op::Start(StartDraft {
        of: Some(key.into()),
        ..StartDraft::default()
    })
}

fn start_at(title: &str, at: &str) -> Op {
    Op::Start(StartDraft {
        title: Some(title.into()),
        at: Some(wall(&format!("2026-11-20T{at}"))),
        ..StartDraft::default()
    })
}

fn stop() -> Op {
    Op::Stop { at: None }
}

fn enter(title: &str, start: &str, end: &str) -> Op {
    let full = |time: &str| match time.contains('T') {
        true => wall(time),
        false => wall(&format!("2026-11-20T{time}")),
    };
    Op::AddEntry(EntryDraft {
        of: None,
        title: title.into(),
        category: Some(Category::Technical),
        start: full(start),
        end: full(end),
        note: String::new(),
    })
}

fn correct(id: EntryId, patch: EntryPatch) -> Op {
    Op::EditEntry { entry: id, patch }
}

/// The entries in view: title, start, end, source.
fn entries(desk: &Desk) -> Vec<(String, String, String, Source)> {
    let clock = |at: chrono::NaiveDateTime| at.format("%a %H:%M").to_string();
    let shown = desk.week().entries.into_iter();
    shown
        .map(|entry| {
            (
                entry.title,
                clock(entry.start),
                clock(entry.end),
                entry.source,
            )
        })
        .collect()
}

/// The same, drawn: "Ingest 09:00-10:00 timer".
fn lane(desk: &Desk) -> Vec<String> {
    let shown = desk.week().entries.into_iter();
    shown
        .map(|entry| {
            let source = match entry.source {
                Source::Timer => "timer",
                Source::Hand => "hand",
                Source::Confirmed => "confirmed",
            };
            let (start, end) = (entry.start.format("%H:%M"), entry.end.format("%H:%M"));
            format!("{} {start}-{end} {source}", entry.title)
        })
        .collect()
}

fn id_of(desk: &Desk, title: &str) -> EntryId {
    let entries = desk.week().entries;
    let found = entries.iter().find(|entry| entry.title == title);
    found
        .unwrap_or_else(|| panic!("{title} is not in {entries:?}"))
        .id
}
