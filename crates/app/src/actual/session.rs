//! Focus sessions: the steps a person takes, and catching up with the phases that are over.

use super::keep;
use crate::labels;
use crate::messages::{Fault, Outcome, Range, SessionStep};
use crate::moment::Moment;
use crate::planner::Planner;
use crate::words;
use evenkeel_core::actual::session::{self, Step, Turned};
use evenkeel_core::actual::{EntryId, Phase, Running};
use evenkeel_core::time::Instant;
use evenkeel_store::Tx;

/// Later than this, seconds, nobody is told of the end of a phase as if it were news.
const NEWS: i64 = 120;

/// What a look at a session came to.
#[derive(Clone, Debug, Default)]
pub struct SessionBeat {
    /// What every window is told; none where nothing ended.
    pub outcome: Option<Outcome>,
    /// Words for the desktop, where somebody would want to hear of it.
    pub notice: Option<Words>,
    /// When to look again.
    pub next: Option<Instant>,
}

/// A notification: what it is about, and one sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// What it is about.
    pub title: String,
    /// One sentence.
    pub body: String,
}

impl Planner {
    /// Looks whether a phase is over, and if so goes on as the session does.
    pub fn beat_session(&self, moment: &Moment) -> Result<SessionBeat, Fault> {
        let outcome = self.catch_up(moment)?;
        let (running, attention) = self
            .store
            .read(|view| Ok::<_, Fault>((view.running()?, view.attention()?)))?;
        let Some(running) = running else {
            return Ok(SessionBeat {
                outcome,
                ..SessionBeat::default()
            });
        };
        let mark = moment.mark();
        let hushed = attention.quiet_focus && running.focus && running.phase == Phase::Work;
        let fresh = running.since.at.seconds_until(moment.now) <= NEWS;
        let notice = outcome
            .as_ref()
            .filter(|_| fresh && !hushed)
            .map(|_| labels::session::notice(&running));
        Ok(SessionBeat {
            outcome,
            notice,
            next: session::ends(&running, &mark),
        })
    }

    /// Whether a focus session is at work and nothing is to be shown meanwhile.
    pub fn is_hushed(&self) -> Result<bool, Fault> {
        let (running, attention) = self
            .store
            .read(|view| Ok::<_, Fault>((view.running()?, view.attention()?)))?;
        let at_work = |running: Running| running.focus && running.phase == Phase::Work;
        Ok(attention.quiet_focus && running.is_some_and(at_work))
    }

    /// Records the phases that are over, for everything that follows. Nobody did that, so it is no
    /// step of undo.
    pub(crate) fn catch_up(&self, moment: &Moment) -> Result<Option<Outcome>, Fault> {
        let mark = moment.mark();
        let there = self.is_somebody_there();
        let attended = |running: Running| match there {
            true => running.attended(),
            false => running,
        };
        let over = self.store.read(|view| {
            let Some(running) = view.running()?.map(attended) else {
                return Ok::<_, Fault>(false);
            };
            let by_itself = view.attention()?.next_round_by_itself;
            let mut none = || EntryId(0);
            Ok(session::tick(&running, &mark, by_itself, &mut none).is_some())
        })?;
        if !over {
            return Ok(None);
        }
        let committed = self.store.come_about(|tx| {
            let Some(running) = tx.running()?.map(attended) else {
                return Ok::<_, Fault>(None);
            };
            let by_itself = tx.attention()?.next_round_by_itself;
            let turned =
                keep::with_ids(tx, |next| session::tick(&running, &mark, by_itself, next))?;
            turned.map(|turned| save(tx, turned)).transpose()
        })?;
        let Some(running) = committed.value else {
            return Ok(None);
        };
        let (undo, redo) = self.store.undo_labels()?;
        Ok(Some(Outcome {
            rev: committed.rev,
            reload: true,
            seen: None,
            put: Vec::new(),
            removed: Vec::new(),
            figures: None,
            undo,
            undoable: false,
            redo,
            said: labels::session::ended(&running),
            notice: String::new(),
            spread: None,
            focus: None,
            asks: None,
        }))
    }

    /// Does a step of what is going on.
    pub(super) fn session(
        &self,
        asked: SessionStep,
        seen: &Range,
        moment: &Moment,
    ) -> Result<Outcome, Fault> {
        let running = self.what_runs()?;
        let label = labels::session::undo(asked, &running);
        self.write_actual(&label, seen, moment, |tx| {
            let before = tx.running()?.ok_or_else(words::actual::nothing_runs)?;
            let mark = moment.mark();
            let step = match asked {
                SessionStep::Pause => Step::Pause,
                SessionStep::Resume => Step::Resume,
                SessionStep::Skip => Step::Skip,
                SessionStep::Extend { minutes } => Step::Extend(minutes),
            };
            let turned = keep::with_ids(tx, |next| session::step(&before, &mark, step, next))??;
            let after = save(tx, turned)?;
            Ok(labels::session::said(asked, &before, &after))
        })
    }
}

/// Writes where a session stands, and what it recorded.
fn save(tx: &mut Tx<'_>, turned: Turned) -> Result<Running, Fault> {
    for entry in turned.recorded {
        keep::lay_over(tx, entry)?;
    }
    tx.set_running(Some(turned.running.clone()))?;
    Ok(turned.running)
}
