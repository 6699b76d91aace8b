//! Starting: what runs ends and the next begins, in one step.

use super::keep::{self, Ended};
use super::subject::Said;
use crate::labels::{self, title};
use crate::messages::{Fault, FocusDraft, Outcome, Range, StartDraft};
use crate::moment::Moment;
use crate::planner::Planner;
use crate::words;
use chrono::NaiveDateTime;
use evenkeel_core::actual::by_hand::LONGEST;
use evenkeel_core::actual::elapsed::before;
use evenkeel_core::actual::{Mark, Phase, Running, Source, Subject};
use evenkeel_core::attention::check_rounds;
use evenkeel_core::time::{Span, Zone};
use evenkeel_store::{Tx, View};

impl Planner {
    /// Starts a timer or a focus session; what ran before is recorded up to then.
    ///
    /// It may have begun earlier than now, at most a day, but not while something else was recorded
    /// as it happened or entered by hand: that time has its entry.
    pub(super) fn start(
        &self,
        draft: &StartDraft,
        seen: &Range,
        moment: &Moment,
    ) -> Result<Outcome, Fault> {
        let subject = self.store.read(|view| self.started(view, draft, moment))?;
        let label = format!("start {}", title(&subject.title));
        self.write_actual(&label, seen, moment, |tx| {
            let home = moment.home(&tx.settings()?, &self.zones);
            let subject = self.started(tx, draft, moment)?;
            let running = tx.running()?;
            if let Some(running) = running.as_ref().filter(|one| is_same(one, &subject, draft)) {
                let since = super::running(running, moment, &home).start;
                return Ok(labels::actual::already(&subject.title, since));
            }
            let now = moment.mark();
            let since = began(draft.at, &now, &home)?;
            let ended = match running {
                Some(running) => Some(switch(tx, &running, &now, &since, &home)?),
                None => None,
            };
            if since.at < now.at {
                self.free_since(tx, &since, &now, &home)?;
            }
            let said = labels::actual::started(&subject.title, ended.as_ref());
            let zone = home.name().to_string();
            tx.set_running(Some(begin(subject, since, draft.focus, zone)?))?;
            Ok(said)
        })
    }

    fn started(
        &self,
        view: &View<'_>,
        draft: &StartDraft,
        moment: &Moment,
    ) -> Result<Subject, Fault> {
        let home = moment.home(&view.settings()?, &self.zones);
        let of = draft.of.as_deref().filter(|key| !key.is_empty());
        // A block says itself what it is.
        let said = match of {
            Some(_) => Said {
                of,
                ..Said::default()
            },
            None => Said {
                of,
                title: draft.title.as_deref().unwrap_or_default(),
                category: draft.category,
            },
        };
        let subject = self.subject(view, said, &home)?;
        words::actual::title_fits(&subject.title)?;
        Ok(subject)
    }

    /// Refuses to begin while something was recorded or entered.
    pub(super) fn free_since(
        &self,
        tx: &Tx<'_>,
        since: &Mark,
        now: &Mark,
        home: &Zone,
    ) -> Result<(), Fault> {
        let entries = tx.entries_between(Span::new(since.at, now.at))?;
        let mut firm = entries.iter().rev();
        match firm.find(|entry| entry.source != Source::Confirmed) {
            Some(last) => Err(words::actual::recorded_until(
                &last.subject.title,
                home.wall(last.span.end),
            )),
            None => Ok(()),
        }
    }
}

/// When it began, by both clocks.
pub(super) fn began(at: Option<NaiveDateTime>, now: &Mark, home: &Zone) -> Result<Mark, Fault> {
    let Some(at) = at else {
        return Ok(now.clone());
    };
    let ago = home.instant(at).seconds_until(now.at);
    match ago {
        ..0 => Err(words::actual::starts_later()),
        0..=LONGEST => Ok(before(now, ago)),
        _ => Err(words::actual::started_long_ago()),
    }
}

/// Ends what runs when the next begins.
fn switch(
    tx: &mut Tx<'_>,
    running: &Running,
    now: &Mark,
    next: &Mark,
    home: &Zone,
) -> Result<Ended, Fault> {
    let at = (next.at < now.at).then_some(next.at);
    keep::end(tx, running, now, at)?
        .map_err(|refusal| words::actual::runs_since(&running.subject.title, refusal, home))
}

fn begin(
    subject: Subject,
    since: Mark,
    focus: Option<FocusDraft>,
    zone: String,
) -> Result<Running, Fault> {
    let rounds = match focus {
        Some(FocusDraft::Rounds(rounds)) => {
            check_rounds(&rounds)?;
            Some(rounds)
        }
        Some(FocusDraft::Open) | None => None,
    };
    Ok(Running {
        subject,
        phase: Phase::Work,
        since,
        length: rounds.map(|rounds| u32::from(rounds.work) * 60),
        focus: focus.is_some(),
        rounds,
        done: 0,
        unattended: 0,
        zone,
        noted: Vec::new(),
    })
}

/// Whether this is what goes on already.
fn is_same(running: &Running, subject: &Subject, draft: &StartDraft) -> bool {
    let same = match (&running.subject.of, &subject.of) {
        (None, None) => {
            let (one, other) = (running.subject.title.trim(), subject.title.trim());
            one.to_lowercase() == other.to_lowercase()
                && (draft.category.is_none() || running.subject.category == subject.category)
        }
        (one, other) => one == other,
    };
    same && running.phase == Phase::Work && running.focus == draft.focus.is_some()
}
