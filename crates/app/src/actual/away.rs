//! What an absence was: the work that was recorded, or something to take out of it.

use super::keep::{self, Left};
use super::subject::Said;
use crate::labels;
use crate::messages::{Absence, Fault, Outcome, Range};
use crate::moment::Moment;
use crate::planner::Planner;
use crate::words;
use evenkeel_core::actual::by_hand::{check_span, check_texts};
use evenkeel_core::actual::elapsed::{before, elapsed};
use evenkeel_core::actual::{Entry, EntryId, Phase, Running, Source};
use evenkeel_core::time::{Instant, Span};
use evenkeel_store::Tx;

/// What is over with an absence that is discarded.
pub(crate) struct Over {
    /// What it was called.
    pub(crate) title: String,
    /// Whether it went on after the absence, and that is recorded.
    pub(crate) went_on: bool,
}

impl Planner {
    /// Says what the time from one moment to another was, in which nobody was there.
    pub(super) fn away(
        &self,
        from: i64,
        until: i64,
        was: &Absence,
        seen: &Range,
        moment: &Moment,
    ) -> Result<Outcome, Fault> {
        let span = Span::new(Instant(from), Instant(until));
        if from >= until || moment.now < span.end {
            return Err(words::actual::no_absence());
        }
        let label = labels::actual::away(was);
        self.write_actual(label, seen, moment, |tx| {
            if *was == Absence::Work {
                return Ok("The time away counts as work.".into());
            }
            let home = moment.home(&tx.settings()?, &self.zones);
            let ended = self.leave(tx, span, was, moment)?;
            let Absence::Other {
                of,
                title,
                category,
            } = was
            else {
                return Ok(labels::actual::was_away(span, was, ended.as_ref()));
            };
            let said = Said {
                of: of.as_deref(),
                title,
                category: *category,
            };
            let entry = Entry {
                id: EntryId(0),
                span: check_span(span.start, span.end, None, moment.now)?,
                zone: home.name().to_string(),
                subject: self.subject(tx, said, &home)?,
                source: Source::Hand,
                note: String::new(),
                noted: Vec::new(),
                modified: moment.now.0,
            };
            check_texts(&entry)?;
            let laid = keep::add(tx, entry.clone())?;
            Ok(labels::actual::entered(&entry, &laid.gave_way, &home))
        })
    }

    /// Takes the absence out of what was recorded as it happened and of what still is. What was
    /// entered by hand for that time stays. Gives what is over with it.
    fn leave(
        &self,
        tx: &mut Tx<'_>,
        span: Span,
        was: &Absence,
        moment: &Moment,
    ) -> Result<Option<Over>, Fault> {
        let mut entries = tx.entries_between(span)?;
        entries.retain(|entry| entry.source == Source::Timer);
        let found = !entries.is_empty();
        keep::take_out(tx, &entries, span, moment.now)?;
        let mark = moment.mark();
        let Some((running, since)) = under_way(tx.running()?, span, was, moment) else {
            return match found || matches!(was, Absence::Other { .. }) {
                true => Ok(None),
                false => Err(words::actual::nothing_recorded_then()),
            };
        };
        if since < span.start {
            let mut until_then = running.clone();
            until_then.noted.retain(|one| one.at < span.start);
            // It cannot fail to have ended then: it had begun, and that is over.
            let _ = keep::end(tx, &until_then, &mark, Some(span.start))?;
        }
        let back = before(&mark, span.end.seconds_until(moment.now));
        let worked = since.seconds_until(span.start).max(0);
        let after = Running {
            since: back,
            length: running.length.map(|length| left(length, worked)),
            noted: running
                .noted
                .iter()
                .filter(|one| span.end <= one.at)
                .cloned()
                .collect(),
            ..running
        };
        if *was != Absence::Discard {
            tx.set_running(Some(after))?;
            return Ok(None);
        }
        // What went on since somebody is back is no part of the absence.
        let kept = match after.phase {
            Phase::Work => keep::end(tx, &after, &mark, None)?.ok(),
            _ => None,
        };
        tx.set_running(None)?;
        Ok(Some(Over {
            title: after.subject.title,
            went_on: kept.is_some_and(|ended| matches!(ended.what, Left::Time { .. })),
        }))
    }
}

/// What runs and began before the end of an absence, with when; what is held or in a break only
/// where it is to end.
fn under_way(
    running: Option<Running>,
    span: Span,
    was: &Absence,
    moment: &Moment,
) -> Option<(Running, Instant)> {
    let running = running?;
    let since = elapsed(&running.since, &moment.mark()).span()?.start;
    let concerned = running.phase == Phase::Work || *was == Absence::Discard;
    (since < span.end && concerned).then_some((running, since))
}

/// Seconds that are left of a phase of which some are over; at least a minute, so that it does not
/// end while somebody says what the absence was.
fn left(length: u32, worked: i64) -> u32 {
    let worked = u32::try_from(worked).unwrap_or(u32::MAX);
    length.saturating_sub(worked).max(60)
}
