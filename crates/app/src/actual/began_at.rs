//! Correcting when what is going on began; nothing that ran before it is touched.

use crate::labels::{self, title};
use crate::messages::{Fault, Outcome, Range};
use crate::moment::Moment;
use crate::planner::Planner;
use crate::words;
use chrono::NaiveDateTime;
use evenkeel_core::actual::Phase;

impl Planner {
    /// What is being recorded began earlier or later than it was started, at most a day before now.
    pub(super) fn began_at(
        &self,
        at: NaiveDateTime,
        seen: &Range,
        moment: &Moment,
    ) -> Result<Outcome, Fault> {
        let running = self.what_runs()?;
        let label = format!("change the start of {}", title(&running.subject.title));
        self.write_actual(&label, seen, moment, |tx| {
            let home = moment.home(&tx.settings()?, &self.zones);
            let mut running = tx.running()?.ok_or_else(words::actual::nothing_runs)?;
            if running.phase != Phase::Work {
                return Err(words::actual::nothing_recorded());
            }
            let now = moment.mark();
            let since = super::start::began(Some(at), &now, &home)?;
            if since.at < running.since.at {
                self.free_since(tx, &since, &running.since, &home)?;
            }
            running.since = since;
            let said = labels::actual::began(&running.subject.title, at);
            tx.set_running(Some(running))?;
            Ok(said)
        })
    }
}
