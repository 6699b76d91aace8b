//! What happened and what goes on as the window shows it: wall times at home, minutes in words.

use crate::messages::{EntryShown, NotedLine, RunningShown};
use crate::moment::Moment;
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use evenkeel_core::actual::elapsed::elapsed;
use evenkeel_core::actual::{Entry, Interruption, Running};
use evenkeel_core::text;
use evenkeel_core::time::{Zone, logical_day};
use std::collections::BTreeMap;

/// Entries as the week shows them. `closed` says when logical days were closed, those of the entries
/// among them; what happens before a logical day begins belongs to the day before.
pub(crate) fn shown(
    entries: &[Entry],
    home: &Zone,
    day_start: NaiveTime,
    closed: &BTreeMap<NaiveDate, NaiveDateTime>,
) -> Vec<EntryShown> {
    let is_after_close = |entry: &Entry| {
        let day = logical_day(home.wall(entry.span.start), day_start);
        let closed = closed.get(&day);
        entry.subject.category.is_work()
            && closed.is_some_and(|closed| *closed < home.wall(entry.span.end))
    };
    let one = |entry: &Entry| {
        let minutes = whole_minutes(entry.span.seconds());
        EntryShown {
            id: entry.id,
            title: entry.subject.title.clone(),
            category: entry.subject.category,
            start: home.wall(entry.span.start),
            end: home.wall(entry.span.end),
            minutes,
            length_words: text::duration(minutes),
            source: entry.source,
            after_close: is_after_close(entry),
            of: entry.subject.of.clone(),
            note: entry.note.clone(),
            noted: noted(&entry.noted, home),
        }
    };
    entries.iter().map(one).collect()
}

/// What is going on, as the week shows it.
pub(crate) fn running(running: &Running, moment: &Moment, home: &Zone) -> RunningShown {
    let told = elapsed(&running.since, &moment.mark());
    let since = told.span().map_or(running.since.at, |span| span.start);
    RunningShown {
        title: running.subject.title.clone(),
        category: running.subject.category,
        of: running.subject.of.clone(),
        phase: running.phase,
        start: home.wall(since),
        elapsed: u32::try_from(told.seconds()).unwrap_or(0),
        length: running.length,
        focus: running.focus,
        rounds: running.rounds,
        done: running.done,
        noted: noted(&running.noted, home),
    }
}

fn noted(noted: &[Interruption], home: &Zone) -> Vec<NotedLine> {
    let line = |one: &Interruption| NotedLine {
        at: home.wall(one.at),
        word: one.word.clone(),
    };
    noted.iter().map(line).collect()
}

/// Whole minutes, the nearest.
pub(crate) fn whole_minutes(seconds: i64) -> u32 {
    u32::try_from((seconds + 30) / 60).unwrap_or(0)
}
