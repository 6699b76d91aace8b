//! Noting what came up, without stopping.

use crate::labels::title;
use crate::messages::{Fault, Outcome, Range};
use crate::moment::Moment;
use crate::planner::Planner;
use crate::words;
use evenkeel_core::actual::{Interruption, Phase};
use evenkeel_core::edit::LONGEST_TITLE;

impl Planner {
    /// Notes an interruption of what is being recorded.
    pub(super) fn interrupt(
        &self,
        word: &str,
        seen: &Range,
        moment: &Moment,
    ) -> Result<Outcome, Fault> {
        let word = match word.trim() {
            "" => "interruption",
            word => word,
        };
        if LONGEST_TITLE < word.chars().count() {
            return Err(words::actual::long_word());
        }
        let running = self.what_runs()?;
        let what = title(&running.subject.title);
        let label = format!("note {word}");
        self.write_actual(&label, seen, moment, |tx| {
            let mut running = tx.running()?.ok_or_else(words::actual::nothing_runs)?;
            if running.phase != Phase::Work {
                return Err(words::actual::nothing_recorded());
            }
            running.noted.push(Interruption {
                at: moment.now,
                word: word.into(),
            });
            tx.set_running(Some(running))?;
            Ok(format!("Noted in {what}: {word}."))
        })
    }
}
