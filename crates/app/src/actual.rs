//! What really happened: how it is shown, and the writes that concern it.

mod absence;
mod as_planned;
mod away;
mod began_at;
mod entries;
mod interrupt;
mod keep;
mod named;
mod pass;
mod right_now;
mod seen;
mod session;
mod shown;
mod start;
mod stop;
mod subject;

pub use absence::AbsenceBeat;
pub(crate) use absence::Absences;
pub(crate) use as_planned::planned_in;
pub(crate) use away::Over;
pub(crate) use keep::{Ended, Left, end};
pub(crate) use shown::{running, shown, whole_minutes};

pub use session::{SessionBeat, Words};

use crate::messages::{Fault, Op, Outcome, Range};
use crate::moment::Moment;
use crate::outcome::Saved;
use crate::planner::Planner;
use crate::words;
use evenkeel_core::time::{Instant, Span};
use evenkeel_store::Tx;

/// Whether a request is about what happened rather than about the plan.
pub(crate) fn concerns(op: &Op) -> bool {
    matches!(
        op,
        Op::Start(_)
            | Op::Stop { .. }
            | Op::Session(_)
            | Op::BeganAt { .. }
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
        op: Op,
        seen: &Range,
        moment: &Moment,
    ) -> Result<Outcome, Fault> {
        // What is over by now is recorded first: it is no part of what is asked for.
        self.catch_up(moment)?;
        match op {
            Op::Start(draft) => {
                let done = self.start(&draft, seen, moment)?;
                self.seen_starting(moment);
                Ok(done)
            }
            Op::Stop { at } => self.stop(at, seen, moment),
            Op::BeganAt { at } => self.began_at(at, seen, moment),
            Op::Interrupt { word } => self.interrupt(&word, seen, moment),
            Op::AddEntry(draft) => self.add_entry(&draft, seen, moment),
            Op::EditEntry { entry, patch } => self.edit_entry(entry, &patch, seen, moment),
            Op::SplitEntry { entry, at } => self.split_entry(entry, at, seen, moment),
            Op::RemoveEntries { entries } => self.remove_entries(&entries, seen, moment),
            Op::AsPlanned(which) => self.as_planned(&which, seen, moment),
            Op::Away { from, until, was } => {
                let done = self.away(from, until, &was, seen, moment)?;
                self.answered(Span::new(Instant(from), Instant(until)));
                Ok(done)
            }
            Op::Session(step) => self.session(step, seen, moment),
            _ => Err(words::actual::not_about_this()),
        }
    }

    /// A write about what happened; `change` ends with the sentence to say.
    fn write_actual(
        &self,
        label: &str,
        seen: &Range,
        moment: &Moment,
        change: impl FnOnce(&mut Tx<'_>) -> Result<String, Fault>,
    ) -> Result<Outcome, Fault> {
        let committed = self.transact(label, moment, change)?;
        let saved = Saved {
            rev: committed.rev,
            diffs: &committed.diffs,
            before: None,
            main: None,
            said: committed.value,
        };
        Ok(self.outcome(saved, seen)?)
    }
}
