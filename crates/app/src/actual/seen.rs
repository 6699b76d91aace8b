//! That the program was there while something was recorded: without it nobody could say how long a
//! timer went on unattended after a crash.

use crate::messages::Fault;
use crate::moment::Moment;
use crate::planner::Planner;
use evenkeel_core::actual::Mark;
use evenkeel_core::time::Instant;
use evenkeel_store::Owner;

/// How often it is noted, seconds.
const EVERY: i64 = 60;

impl Planner {
    /// Notes that the window is there as something starts: it may be gone before the first minute
    /// is over. The command line stays with nobody, so it notes nothing.
    pub(super) fn seen_starting(&self, moment: &Moment) {
        if self.store.owner() == Owner::Window {
            // The start is kept in any case; without this a crash is not asked about.
            let _ = self.store.note_seen(&moment.mark());
        }
    }

    /// Notes that the program is there, where something is recorded and the last note is a minute
    /// old; says when to ask again, or nothing while nothing is recorded.
    pub fn note_running(&self, moment: &Moment) -> Result<Option<Instant>, Fault> {
        if self.store.read(|view| view.running())?.is_none() {
            return Ok(None);
        }
        let seen = self.store.last_seen()?;
        let due = seen.map(|mark| mark.at.plus_seconds(EVERY));
        match due.filter(|due| moment.now < *due && due.0 <= moment.now.0 + EVERY) {
            Some(due) => Ok(Some(due)),
            None => {
                self.store.note_seen(&Mark {
                    at: moment.now,
                    ticks: moment.ticks.clone(),
                })?;
                Ok(Some(moment.now.plus_seconds(EVERY)))
            }
        }
    }
}
