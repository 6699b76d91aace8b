//! Stopping: what ran is recorded, and nothing runs any more.

use super::{keep, pass};
use crate::labels::{self, title};
use crate::messages::{Fault, Outcome, Range};
use crate::moment::Moment;
use crate::planner::Planner;
use crate::words;
use chrono::NaiveDateTime;
use evenkeel_core::actual::elapsed::elapsed;
use evenkeel_core::actual::record::{Recorded, record};
use evenkeel_core::actual::{Entry, EntryId, Running};

impl Planner {
    /// Stops what runs, now or as of an earlier time.
    pub(super) fn stop(
        &self,
        at: Option<NaiveDateTime>,
        seen: &Range,
        moment: &Moment,
    ) -> Result<Outcome, Fault> {
        let running = self.what_runs()?;
        let label = format!("stop {}", title(&running.subject.title));
        self.write_actual(&label, seen, moment, |tx| {
            let home = moment.home(&tx.settings()?, &self.zones);
            let running = tx.running()?.ok_or_else(words::actual::nothing_runs)?;
            let since = elapsed(&running.since, &moment.mark()).span();
            let at = at.map(|wall| match since {
                Some(since) => pass::inside(wall, since, &home),
                None => home.instant(wall),
            });
            let ended = keep::end(tx, &running, &moment.mark(), at)?;
            let ended = ended.map_err(|refusal| {
                words::actual::cannot_end(&running.subject.title, refusal, &home)
            })?;
            tx.set_running(None)?;
            Ok(labels::actual::stopped(&ended))
        })
    }

    /// Stops what runs, if anything does, before another plan takes the place of this one. Returns
    /// what was recorded.
    pub(crate) fn stop_for_restore(&self, moment: &Moment) -> Result<Option<Entry>, Fault> {
        self.catch_up(moment)?;
        let Some(running) = self.store.read(|view| view.running())? else {
            return Ok(None);
        };
        let label = format!("stop {}", title(&running.subject.title));
        let committed = self.transact(&label, moment, |tx| {
            let Some(running) = tx.running()? else {
                return Ok(None);
            };
            tx.set_running(None)?;
            match record(&running, &moment.mark(), None, EntryId(0)) {
                Ok(Recorded::Time { entry, .. }) => {
                    keep::add(tx, Entry::clone(&entry))?;
                    Ok(Some(*entry))
                }
                _ => Ok(None),
            }
        })?;
        Ok(committed.value)
    }

    /// Enters what was recorded until a moment ago into the plan that is here now.
    pub(crate) fn carry_over(&self, entry: Entry) -> Result<(), Fault> {
        self.store.come_about(|tx| keep::add(tx, entry))?;
        Ok(())
    }

    /// What goes on; a refusal where nothing does.
    pub(super) fn what_runs(&self) -> Result<Running, Fault> {
        let running = self.store.read(|view| view.running())?;
        running.ok_or_else(words::actual::nothing_runs)
    }
}
