//! What a timer leaves when it ends: the stretch of time that it recorded, if it did.

use super::elapsed::{Elapsed, elapsed};
use super::{Entry, EntryId, Interruption, Mark, Phase, Running, Source};
use crate::time::{Instant, Span};

/// Shorter than this, seconds, nothing is recorded: it was started by mistake.
pub const SHORTEST: i64 = 5;

/// Longer than this, seconds, a timer may have been forgotten.
pub const LONG: i64 = 12 * 3600;

/// What ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Recorded {
    /// Time was recorded.
    Time {
        /// The entry, not yet laid over others.
        entry: Box<Entry>,
        /// Whether the clock on the wall was set meanwhile.
        clock_set: bool,
    },
    /// It was held or in a break: what there was is recorded already.
    Nothing,
    /// It went on for too short a time.
    TooShort,
    /// The clock stands before its beginning; how long it went on cannot be told.
    Unknown,
}

/// Why it cannot have ended then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EndRefusal {
    /// That is not over yet.
    Future,
    /// It had not begun.
    BeforeStart {
        /// When it began, by the clock as it is now.
        since: Instant,
    },
}

/// What is recorded of something that ends now, or ended at `at`. `id` is for the entry.
pub fn record(
    running: &Running,
    now: &Mark,
    at: Option<Instant>,
    id: EntryId,
) -> Result<Recorded, EndRefusal> {
    if at.is_some_and(|at| now.at < at) {
        return Err(EndRefusal::Future);
    }
    let told = elapsed(&running.since, now);
    let since = told.span().map_or(running.since.at, |span| span.start);
    if at.is_some_and(|at| at < since) {
        return Err(EndRefusal::BeforeStart { since });
    }
    if running.phase != Phase::Work {
        return Ok(Recorded::Nothing);
    }
    let Some(span) = told.span() else {
        return Ok(Recorded::Unknown);
    };
    let span = Span::new(span.start, at.unwrap_or(span.end));
    if span.seconds() < SHORTEST {
        return Ok(Recorded::TooShort);
    }
    let clock_set = matches!(told, Elapsed::Set(_));
    Ok(Recorded::Time {
        entry: Box::new(Entry {
            id,
            span,
            zone: running.zone.clone(),
            subject: running.subject.clone(),
            source: Source::Timer,
            note: String::new(),
            noted: inside(&running.noted, span),
            modified: now.at.0,
        }),
        clock_set,
    })
}

/// What was noted while the clock stood elsewhere is kept at the nearest moment inside.
fn inside(noted: &[Interruption], span: Span) -> Vec<Interruption> {
    let last = span.end.plus_seconds(-1);
    let one = |one: &Interruption| Interruption {
        at: one.at.clamp(span.start, last),
        ..one.clone()
    };
    let mut noted: Vec<Interruption> = noted.iter().map(one).collect();
    noted.sort_by_key(|one| one.at);
    noted
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::actual::{Subject, Ticks};
    use crate::category::Category;
    use crate::facets::Facets;

    fn mark(at: i64, steady: i64) -> Mark {
        let ticks = Some(Ticks {
            boot: "a".into(),
            seconds: steady,
        });
        Mark {
            at: Instant(at),
            ticks,
        }
    }

    fn running(phase: Phase, noted: &[i64]) -> Running {
        Running {
            subject: Subject {
                title: "Ingest".into(),
                category: Category::Technical,
                of: Some("b1".into()),
                facets: Facets::default(),
            },
            phase,
            since: mark(1_000, 10),
            length: None,
            focus: false,
            rounds: None,
            done: 0,
            unattended: 0,
            zone: "Europe/Berlin".into(),
            noted: noted
                .iter()
                .map(|at| Interruption {
                    at: Instant(*at),
                    word: "incident".into(),
                })
                .collect(),
        }
    }

    fn recorded(running: &Running, now: &Mark, at: Option<i64>) -> Result<Recorded, EndRefusal> {
        record(running, now, at.map(Instant), EntryId(7))
    }

    #[test]
    fn only_work_leaves_an_entry_and_only_from_five_seconds_on() {
        let work = running(Phase::Work, &[1_500]);
        let Ok(Recorded::Time { entry, clock_set }) = recorded(&work, &mark(2_000, 1_010), None)
        else {
            panic!("nothing was recorded");
        };
        assert!(!clock_set);
        assert_eq!(
            (entry.span.start, entry.span.end),
            (Instant(1_000), Instant(2_000))
        );
        assert_eq!((entry.source, entry.noted.len()), (Source::Timer, 1));
        let short = recorded(&work, &mark(1_004, 14), None);
        assert_eq!(short, Ok(Recorded::TooShort));
        for phase in [
            Phase::Paused,
            Phase::ShortBreak,
            Phase::LongBreak,
            Phase::Ready,
        ] {
            let held = recorded(&running(phase, &[]), &mark(2_000, 1_010), None);
            assert_eq!(held, Ok(Recorded::Nothing));
        }
    }

    #[test]
    fn it_can_have_ended_earlier_but_not_later_than_now_nor_before_it_began() {
        let work = running(Phase::Work, &[1_900]);
        let now = mark(2_000, 1_010);
        let Ok(Recorded::Time { entry, .. }) = recorded(&work, &now, Some(1_600)) else {
            panic!("nothing was recorded");
        };
        assert_eq!(entry.span.end, Instant(1_600));
        assert_eq!(entry.noted[0].at, Instant(1_599));
        assert_eq!(recorded(&work, &now, Some(2_001)), Err(EndRefusal::Future));
        let since = Instant(1_000);
        let early = recorded(&work, &now, Some(999));
        assert_eq!(early, Err(EndRefusal::BeforeStart { since }));
    }

    #[test]
    fn a_clock_set_meanwhile_takes_the_entry_and_what_was_noted_along() {
        let work = running(Phase::Work, &[1_100, 9_900]);
        let Ok(Recorded::Time { entry, clock_set }) = recorded(&work, &mark(10_000, 1_010), None)
        else {
            panic!("nothing was recorded");
        };
        assert!(clock_set);
        assert_eq!(entry.span, Span::new(Instant(9_000), Instant(10_000)));
        let at: Vec<i64> = entry.noted.iter().map(|one| one.at.0).collect();
        assert_eq!(at, [9_000, 9_900]);
    }

    #[test]
    fn a_clock_before_the_beginning_tells_nothing_after_a_new_start() {
        let work = running(Phase::Work, &[]);
        let now = Mark {
            at: Instant(500),
            ticks: None,
        };
        assert_eq!(recorded(&work, &now, None), Ok(Recorded::Unknown));
    }
}
