//! What really happened: how it is shown, and the writes that concern it.

mod seen;

use crate::messages::{EntryShown, Fault, NotedLine, Op, Outcome, Range, RunningShown};
use crate::moment::Moment;
use crate::planner::Planner;
use evenkeel_core::actual::{Entry, Interruption, Running};
use evenkeel_core::text;
use evenkeel_core::time::Zone;

/// Whether a request is about what happened rather than about the plan.
pub(crate) fn concerns(op: &Op) -> bool {
    matches!(
        op,
        Op::Start(_)
            | Op::Stop { .. }
            | Op::Session(_)
            | Op::Interrupt { .. }
            | Op::AddEntry(_)
            | Op::EditEntry { .. }
            | Op::SplitEntry { .. }
            | Op::RemoveEntries { .. }
            | Op::AsPlanned(_)
            | Op::Away { .. }
    )
}

impl Planner {
    /// Writes what happened.
    pub(crate) fn change_actual(
        &self,
        _op: Op,
        _seen: &Range,
        _moment: &Moment,
    ) -> Result<Outcome, Fault> {
        Err(Fault::refused("What happened cannot be written yet.", ""))
    }
}

/// Entries as the week shows them.
pub(crate) fn shown(entries: &[Entry], home: &Zone) -> Vec<EntryShown> {
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
            of: entry.subject.of.clone(),
            note: entry.note.clone(),
            noted: noted(&entry.noted, home),
        }
    };
    entries.iter().map(one).collect()
}

/// What is going on, as the week shows it.
pub(crate) fn running(running: &Running, moment: &Moment, home: &Zone) -> RunningShown {
    RunningShown {
        title: running.subject.title.clone(),
        category: running.subject.category,
        of: running.subject.of.clone(),
        phase: running.phase,
        start: home.wall(running.since.at),
        elapsed: u32::try_from(running.since.at.seconds_until(moment.now)).unwrap_or(0),
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

fn whole_minutes(seconds: i64) -> u32 {
    u32::try_from((seconds + 30) / 60).unwrap_or(0)
}
