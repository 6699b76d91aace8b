//! Absences: looking whether somebody is there while time is recorded, and the questions that wait
//! for an answer. They wait as long as the program runs.

use crate::labels;
use crate::messages::{self, AwayOffer, AwayQuestion, Fault};
use crate::moment::Moment;
use crate::planner::{Planner, held};
use crate::scene::Scene;
use crate::shown;
use chrono::{Days, NaiveDate};
use evenkeel_core::actual::absence::{Away, Look, Watch, is_watched, questions};
use evenkeel_core::actual::elapsed::elapsed;
use evenkeel_core::actual::{Phase, Running, Source};
use evenkeel_core::event::Status;
use evenkeel_core::time::{Instant, Span};
use std::ops::Range;

/// How often to look whether somebody is back, seconds.
const EVERY: i64 = 10;

/// Shorter than this, seconds, what is left of a question is not worth asking any more.
const LEAST: i64 = 60;

/// How far around an absence plans are offered as what it was, seconds.
const AROUND: i64 = 2 * 3600;

/// How many of them.
const OFFERS: usize = 5;

/// Who is there, and what is asked.
#[derive(Debug, Default)]
pub(crate) struct Absences {
    watch: Option<Watch>,
    asked: Vec<Span>,
}

/// What a look came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AbsenceBeat {
    /// Whether there is something new to ask.
    pub asks: bool,
    /// When to look again; none: whenever.
    pub next: Option<Instant>,
}

impl Planner {
    /// Looks whether somebody is there. `idle` asks the desktop for how many seconds nothing was
    /// touched; it is only called where time may be recorded.
    pub fn beat_absence(
        &self,
        idle: impl FnOnce() -> Option<i64>,
        moment: &Moment,
    ) -> Result<AbsenceBeat, Fault> {
        let (running, attention) = self
            .store
            .read(|view| Ok::<_, Fault>((view.running()?, view.attention()?)))?;
        let watched = running.as_ref().is_some_and(is_watched);
        let mut absences = held(&self.absences);
        if absences.watch.is_none() {
            absences.watch = Some(Watch::from(self.store.last_seen()?));
        }
        let Some(watch) = absences.watch.as_mut() else {
            return Ok(AbsenceBeat::default());
        };
        let Some(after) = attention.ask_after_idle else {
            watch.rest();
            return Ok(AbsenceBeat::default());
        };
        if !watched && !watch.is_watching() {
            return Ok(AbsenceBeat::default());
        }
        let after = i64::from(after) * 60;
        let now = moment.mark();
        let away = watch.look(Look { now, idle: idle() }, after);
        let is_away = watch.is_away();
        if !watched && !is_away {
            watch.rest();
        }
        let before = absences.asked.len();
        if let Some(away) = away {
            let new = self.worth_asking(&away, running.as_ref(), after, moment)?;
            absences.asked.extend(new);
        }
        Ok(AbsenceBeat {
            asks: before < absences.asked.len(),
            next: is_away.then(|| moment.now.plus_seconds(EVERY)),
        })
    }

    /// Whether somebody is known to be at the computer.
    pub(super) fn is_somebody_there(&self) -> bool {
        let absences = held(&self.absences);
        absences.watch.as_ref().is_some_and(Watch::is_there)
    }

    /// The oldest question that waits for an answer; one about time that is not recorded any more
    /// is dropped.
    pub fn away_question(&self, moment: &Moment) -> Result<Option<AwayQuestion>, Fault> {
        let mut absences = held(&self.absences);
        while let Some(span) = absences.asked.first().copied() {
            if let Some(question) = self.question(span, moment)? {
                return Ok(Some(question));
            }
            absences.asked.remove(0);
        }
        Ok(None)
    }

    /// A question was answered.
    pub(super) fn answered(&self, span: Span) {
        held(&self.absences)
            .asked
            .retain(|asked| !asked.overlaps(span));
    }

    fn worth_asking(
        &self,
        away: &Away,
        running: Option<&Running>,
        after: i64,
        moment: &Moment,
    ) -> Result<Vec<Span>, Fault> {
        let mut recorded = self.recorded(away.span, moment)?;
        if away.closed {
            // Of a program that was not there, only what went on when it was last seen and still
            // does is asked about: whatever began since, somebody began elsewhere.
            let goes_on =
                running.filter(|running| running.focus || running.since.at.0 <= away.span.start.0);
            recorded.retain(|(_, title)| goes_on.is_some_and(|one| one.subject.title == *title));
            let at = away.span.start;
            if !recorded
                .iter()
                .any(|(span, _)| span.start <= at && at <= span.end)
            {
                return Ok(Vec::new());
            }
        }
        let recorded: Vec<Span> = recorded.into_iter().map(|(span, _)| span).collect();
        let (Some(first), Some(last)) = (
            recorded.iter().map(|span| span.start).min(),
            recorded.iter().map(|span| span.end).max(),
        ) else {
            return Ok(Vec::new());
        };
        let within = away.span.intersection(Span::new(first, last));
        let scene = self.scene_around(within, moment)?;
        let stretches = scene.stretches(&scene.blocks, within, &self.zones);
        let mut meetings = scene.fixed();
        meetings.extend(
            stretches
                .iter()
                .filter(|stretch| stretch.meeting)
                .map(|stretch| stretch.span),
        );
        Ok(questions(away.span, &recorded, &meetings, after))
    }

    /// What was recorded as it happened in a stretch of time, and is, with what it is called.
    fn recorded(&self, span: Span, moment: &Moment) -> Result<Vec<(Span, String)>, Fault> {
        let (entries, running) = self
            .store
            .read(|view| Ok::<_, Fault>((view.entries_between(span)?, view.running()?)))?;
        let mut recorded: Vec<(Span, String)> = entries
            .into_iter()
            .filter(|entry| entry.source == Source::Timer)
            .map(|entry| (entry.span, entry.subject.title))
            .collect();
        if let Some(running) = running.filter(|running| running.phase == Phase::Work) {
            let went = elapsed(&running.since, &moment.mark()).span();
            recorded.extend(went.map(|span| (span, running.subject.title)));
        }
        Ok(recorded)
    }

    fn question(&self, span: Span, moment: &Moment) -> Result<Option<AwayQuestion>, Fault> {
        let recorded = self.recorded(span, moment)?;
        let held: i64 = recorded
            .iter()
            .map(|(one, _)| one.intersection(span).seconds())
            .sum();
        let first = recorded.into_iter().find(|(one, _)| one.overlaps(span));
        let Some((_, title)) = first.filter(|_| LEAST <= held) else {
            return Ok(None);
        };
        let running = self.store.read(|view| view.running())?;
        let of = running.as_ref().and_then(|one| one.subject.of.clone());
        let scene = self.scene_around(span, moment)?;
        let (start, end) = (scene.home.wall(span.start), scene.home.wall(span.end));
        Ok(Some(AwayQuestion {
            from: span.start.0,
            until: span.end.0,
            start,
            end,
            sentence: labels::session::away(start, end, span.seconds(), &title),
            runs: running.is_some_and(|one| one.phase == Phase::Work),
            offers: self.offers(&scene, span, of.as_deref()),
            title,
        }))
    }

    /// What was planned around an absence, what shares most of it first.
    fn offers(&self, scene: &Scene, span: Span, but: Option<&str>) -> Vec<AwayOffer> {
        let wall = |at: Instant| scene.home.wall(at);
        let days = messages::Range {
            from: wall(span.start).date(),
            until: after(wall(span.end).date()),
        };
        let around = [
            wall(span.start.plus_seconds(-AROUND)),
            wall(span.end.plus_seconds(AROUND)),
        ];
        let mut near = shown::occurrences(scene, &days, &self.zones);
        near.retain(|one| {
            let stands = !one.all_day && one.status != Status::Cancelled;
            stands && one.start < around[1] && around[0] < one.end && Some(one.key.as_str()) != but
        });
        let [start, end] = [wall(span.start), wall(span.end)];
        near.sort_by_key(|one| (one.start.max(start) - one.end.min(end), one.start));
        let offers = near.into_iter().map(|one| AwayOffer {
            key: one.key,
            title: one.title,
            category: one.category,
        });
        offers.take(OFFERS).collect()
    }

    fn scene_around(&self, span: Span, moment: &Moment) -> Result<std::sync::Arc<Scene>, Fault> {
        let settings = self.store.settings()?;
        let home = moment.home(&settings, &self.zones);
        let day = |at: Instant| home.wall(at).date();
        let days: Range<NaiveDate> = day(span.start)..after(day(span.end));
        self.scene_of(days, moment)
    }
}

fn after(date: NaiveDate) -> NaiveDate {
    date.checked_add_days(Days::new(1)).unwrap_or(date)
}
