//! How a timer or a focus session goes on: pausing, skipping, more time, and the phases that ended
//! while nobody looked.
//!
//! A phase ends at its deadline, whenever that is noticed: a round of work becomes an entry of exactly
//! its length, the break after it begins there and then, and after the break the next round waits.
//! Lengths are told by [`elapsed`], so that a clock that is set moves no deadline.
//!
//! ```text
//! looked at   |                                               |
//! work        [=== 25 ===]
//! break                  [ 5 ]
//! ready                       [ until the person goes on
//! ```

use super::elapsed::{before, elapsed};
use super::lay::NextId;
use super::record::{Recorded, record};
use super::{Entry, Interruption, Mark, Phase, Rounds, Running, Subject};
use crate::time::Instant;

/// The most minutes that can be given to a phase at once.
pub const MOST_EXTENSION: u16 = 120;

/// The longest a phase can be made, seconds.
const LONGEST_PHASE: u32 = 24 * 3600;

/// The most rounds that begin by themselves before somebody looks: a program that nobody attends to
/// invents no work.
const BY_ITSELF: u8 = 1;

/// What a person does to what is going on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Holds it.
    Pause,
    /// Goes on after a pause or a break.
    Resume,
    /// Ends this phase before its time.
    Skip,
    /// Gives this phase so many more minutes.
    Extend(u16),
}

/// Why that cannot be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SessionRefusal {
    /// Nothing is being recorded that could be held.
    NothingToPause,
    /// It goes on already.
    GoesOn,
    /// It has no phases: it goes on until it is stopped.
    NoPhases,
    /// This phase has no end that could be put off.
    NoEnd,
    /// More than [`MOST_EXTENSION`], or nothing.
    Minutes,
}

/// A state of what is going on, and what was recorded on the way to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turned {
    /// What is going on now.
    pub running: Running,
    /// What was recorded, by start; not yet laid over other entries.
    pub recorded: Vec<Entry>,
    /// The phases that ended at their deadline, in order.
    pub ended: Vec<Phase>,
}

/// Something that begins: a plain timer, an open focus session, or one in rounds.
pub fn begin(subject: Subject, focus: Option<Option<Rounds>>, since: Mark, zone: &str) -> Running {
    let rounds = focus.flatten();
    Running {
        subject,
        phase: Phase::Work,
        since,
        length: rounds.map(|rounds| seconds(rounds.work)),
        focus: focus.is_some(),
        rounds,
        done: 0,
        unattended: 0,
        zone: zone.to_string(),
        noted: Vec::new(),
    }
}

/// When the phase that goes on is over, by the clock on the wall as it is now; `None`: never by
/// itself, or how long it went on cannot be told.
pub fn ends(running: &Running, now: &Mark) -> Option<Instant> {
    let length = due(running)?;
    let gone = elapsed(&running.since, now).span()?.seconds();
    Some(now.at.plus_seconds(length - gone))
}

/// Catches up with the phases that are over; `None` when the one that was going on still is.
/// `by_itself` says whether the next round begins when a break is over; no more than [`BY_ITSELF`]
/// do, however often it is looked, until a [`step`] or [`Running::attended`] tells that somebody is
/// there.
pub fn tick(
    running: &Running,
    now: &Mark,
    by_itself: bool,
    next: &mut NextId<'_>,
) -> Option<Turned> {
    let mut turned = Turned {
        running: running.clone(),
        recorded: Vec::new(),
        ended: Vec::new(),
    };
    while let Some(over) = over_since(&turned.running, now) {
        turned.ended.push(turned.running.phase);
        if turned.running.phase == Phase::Work {
            turned.end_work(now, Some(now.at.plus_seconds(-over)), next);
            turned.running.rest();
        } else if by_itself && turned.running.unattended < BY_ITSELF {
            turned.running.unattended += 1;
            turned.running.work();
        } else {
            turned.running.phase = Phase::Ready;
            turned.running.length = None;
        }
        turned.running.since = before(now, over);
    }
    (!turned.ended.is_empty()).then_some(turned)
}

/// Does a step at `now`. The phases that are over by then were caught up with by [`tick`].
pub fn step(
    running: &Running,
    now: &Mark,
    step: Step,
    next: &mut NextId<'_>,
) -> Result<Turned, SessionRefusal> {
    let mut turned = Turned {
        running: running.clone(),
        recorded: Vec::new(),
        ended: Vec::new(),
    };
    match step {
        Step::Pause => turned.pause(now, next)?,
        Step::Resume => turned.resume(now)?,
        Step::Skip => turned.skip(now, next)?,
        Step::Extend(minutes) => turned.running.extend(minutes)?,
    }
    turned.running.unattended = 0;
    Ok(turned)
}

impl Turned {
    /// What was recorded of the work that ends here becomes an entry, with what came up in it.
    fn end_work(&mut self, now: &Mark, at: Option<Instant>, next: &mut NextId<'_>) {
        let id = next();
        let Ok(Recorded::Time { entry, clock_set }) = record(&self.running, now, at, id) else {
            return;
        };
        // Read by a clock that stood elsewhere, nothing tells what was noted after the end.
        let after = |one: &Interruption| !clock_set && entry.span.end <= one.at;
        let later: Vec<Interruption> = self.running.noted.drain(..).filter(after).collect();
        let noted = entry.noted.len() - later.len();
        self.running.noted = later;
        let mut entry = *entry;
        entry.noted.truncate(noted);
        self.recorded.push(entry);
    }

    fn pause(&mut self, now: &Mark, next: &mut NextId<'_>) -> Result<(), SessionRefusal> {
        if self.running.phase != Phase::Work {
            return Err(SessionRefusal::NothingToPause);
        }
        let gone = elapsed(&self.running.since, now).seconds();
        let left = |length: u32| {
            let left = (i64::from(length) - gone).max(1);
            u32::try_from(left).unwrap_or(length)
        };
        self.end_work(now, None, next);
        self.running.length = self.running.length.map(left);
        self.running.phase = Phase::Paused;
        self.running.since = now.clone();
        Ok(())
    }

    fn resume(&mut self, now: &Mark) -> Result<(), SessionRefusal> {
        match self.running.phase {
            Phase::Work => return Err(SessionRefusal::GoesOn),
            Phase::Paused => self.running.phase = Phase::Work,
            Phase::ShortBreak | Phase::LongBreak | Phase::Ready => self.running.work(),
        }
        self.running.since = now.clone();
        Ok(())
    }

    fn skip(&mut self, now: &Mark, next: &mut NextId<'_>) -> Result<(), SessionRefusal> {
        if self.running.rounds.is_none() {
            return Err(SessionRefusal::NoPhases);
        }
        match self.running.phase {
            Phase::Work => {
                self.end_work(now, None, next);
                self.running.rest();
            }
            Phase::Paused => self.running.rest(),
            Phase::ShortBreak | Phase::LongBreak | Phase::Ready => self.running.work(),
        }
        self.running.since = now.clone();
        Ok(())
    }
}

impl Running {
    /// The same with somebody known to be there: rounds may begin by themselves again.
    pub fn attended(self) -> Running {
        Running {
            unattended: 0,
            ..self
        }
    }

    /// A round is over: the break after it.
    fn rest(&mut self) {
        let rounds = self.rounds.unwrap_or_default();
        self.done = self.done.saturating_add(1);
        let long = self.done.checked_rem(rounds.every) == Some(0);
        (self.phase, self.length) = match long {
            true => (Phase::LongBreak, Some(seconds(rounds.long))),
            false => (Phase::ShortBreak, Some(seconds(rounds.short))),
        };
    }

    /// The next round.
    fn work(&mut self) {
        self.phase = Phase::Work;
        self.length = self.rounds.map(|rounds| seconds(rounds.work));
    }

    fn extend(&mut self, minutes: u16) -> Result<(), SessionRefusal> {
        if minutes == 0 || MOST_EXTENSION < minutes {
            return Err(SessionRefusal::Minutes);
        }
        let length = self.length.ok_or(SessionRefusal::NoEnd)?;
        self.length = Some((length + seconds(minutes)).min(LONGEST_PHASE.max(length)));
        Ok(())
    }
}

/// How long the phase lasts at most, seconds. What is left of a round that is held does not run out.
fn due(running: &Running) -> Option<i64> {
    match running.phase {
        Phase::Work | Phase::ShortBreak | Phase::LongBreak => running.length.map(i64::from),
        Phase::Paused | Phase::Ready => None,
    }
}

/// For how many seconds the phase has been over; `None` while it is not.
fn over_since(running: &Running, now: &Mark) -> Option<i64> {
    let length = due(running)?;
    let gone = elapsed(&running.since, now).span()?.seconds();
    (length <= gone).then_some(gone - length)
}

fn seconds(minutes: u16) -> u32 {
    u32::from(minutes) * 60
}

#[cfg(test)]
mod tests;
