//! Whether somebody was away while time was recorded, and which time is worth a question. Asked once,
//! on return; where nothing tells of an absence, nothing is asked.
//!
//! Three things tell: the desktop, how long nobody touched anything; two looks far apart, that the
//! computer slept in between; and the last look before the program ended, that nobody looked since.

use super::elapsed::{before, elapsed};
use super::free::free;
use super::{Mark, Phase, Running};
use crate::time::Span;

/// Two looks further apart than this, seconds: the computer slept, or the program was not there.
pub const APART: i64 = 150;

/// One look at whether somebody is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Look {
    /// When.
    pub now: Mark,
    /// Seconds since anything was touched; `None` where the desktop does not tell.
    pub idle: Option<i64>,
}

/// Time in which nobody was there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Away {
    /// When.
    pub span: Span,
    /// Whether the program was not there either.
    pub closed: bool,
}

/// For how long somebody who touched something counts as there, seconds.
const LATELY: i64 = 5 * 60;

/// What is known of who is there, from look to look.
#[derive(Clone, Debug, Default)]
pub struct Watch {
    last: Option<Look>,
    /// Since when nobody is there.
    since: Option<Mark>,
    /// Whether the program was ended since the last look.
    closed: bool,
}

impl Watch {
    /// Begins where the program was last seen.
    pub fn from(seen: Option<Mark>) -> Watch {
        Watch {
            closed: seen.is_some(),
            last: seen.map(|now| Look { now, idle: None }),
            since: None,
        }
    }

    /// Whether there was a look to compare the next one with.
    pub fn is_watching(&self) -> bool {
        self.last.is_some()
    }

    /// Whether nobody is there, as far as is known.
    pub fn is_away(&self) -> bool {
        self.since.is_some()
    }

    /// Whether somebody is known to be there: the desktop tells, and something was touched lately.
    pub fn is_there(&self) -> bool {
        let touched = self.last.as_ref().and_then(|look| look.idle);
        !self.is_away() && touched.is_some_and(|idle| idle < LATELY)
    }

    /// Forgets everything: nothing is recorded any more.
    pub fn rest(&mut self) {
        *self = Watch::default();
    }

    /// Looks. On return from an absence of `after` seconds or longer, tells it.
    pub fn look(&mut self, look: Look, after: i64) -> Option<Away> {
        let last = self.last.replace(look.clone());
        let gap = last.as_ref().map_or(0, |last| {
            elapsed(&last.now, &look.now)
                .span()
                .map_or(0, Span::seconds)
        });
        let slept = APART.max(after) <= gap;
        let idle = look.idle.unwrap_or(0).max(0);
        let still = after <= idle;
        if self.since.is_none() {
            self.since = match last {
                Some(last) if slept => Some(before(&last.now, last.idle.unwrap_or(0).max(0))),
                _ if still => Some(before(&look.now, idle)),
                _ => None,
            };
        }
        if still {
            return None;
        }
        let closed = std::mem::take(&mut self.closed);
        let span = elapsed(&self.since.take()?, &look.now).span()?;
        let until = look.now.at.plus_seconds(-idle);
        let span = Span::new(span.start, until.max(span.start));
        (after <= span.seconds()).then_some(Away { span, closed })
    }
}

/// Whether time may be recorded while nobody is there: it is now, or may be after a break.
pub fn is_watched(running: &Running) -> bool {
    match running.phase {
        Phase::Work | Phase::ShortBreak | Phase::LongBreak => true,
        Phase::Paused | Phase::Ready => false,
    }
}

/// The stretches of an absence that are worth a question: of `after` seconds or more in one piece,
/// recorded, and outside of meetings, in which nobody touches anything.
///
/// ```text
/// away        |-----------------------|
/// recorded  [===================]
/// meetings         [===]
/// asked       |---|     |-------|
/// ```
pub fn questions(away: Span, recorded: &[Span], meetings: &[Span], after: i64) -> Vec<Span> {
    let mut without = recorded.to_vec();
    without.sort_by_key(|span| span.start);
    let mut stretches: Vec<Span> = Vec::new();
    for span in without {
        match stretches.last_mut() {
            // One timer went over into the next.
            Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
            _ => stretches.push(span),
        }
    }
    let mut asked: Vec<Span> = stretches
        .into_iter()
        .flat_map(|span| free(away.intersection(span), meetings))
        .collect();
    asked.retain(|span| after <= span.seconds());
    asked
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::actual::Ticks;
    use crate::time::Instant;
    use proptest::prelude::*;

    const AFTER: i64 = 600;

    fn mark(real: i64, off: i64) -> Mark {
        let ticks = Some(Ticks {
            boot: "a".into(),
            seconds: real,
        });
        Mark {
            at: Instant(1_000_000 + real + off),
            ticks,
        }
    }

    fn look(real: i64, idle: impl Into<Option<i64>>) -> Look {
        Look {
            now: mark(real, 0),
            idle: idle.into(),
        }
    }

    fn span(start: i64, end: i64) -> Span {
        Span::new(Instant(1_000_000 + start), Instant(1_000_000 + end))
    }

    /// Someone who touches something at the given times only, looked at every half minute.
    fn watched(touches: &[i64], until: i64, watch: &mut Watch) -> Vec<Span> {
        let mut asked = Vec::new();
        for real in (0..until).step_by(30) {
            let last = touches.iter().rev().find(|touch| **touch <= real);
            let idle = real - last.copied().unwrap_or(0);
            let away = watch.look(look(real, idle), AFTER);
            asked.extend(away.map(|away| away.span));
        }
        asked
    }

    #[test]
    fn an_absence_is_told_once_on_return_and_from_its_beginning() {
        let touches = [0, 60, 400, 1_500, 1_510, 1_800, 2_000];
        let asked = watched(&touches, 2_300, &mut Watch::default());
        assert_eq!(asked, [span(400, 1_500)]);
    }

    #[test]
    fn nobody_is_asked_while_still_away_nor_for_less_than_was_set() {
        let mut watch = Watch::default();
        assert_eq!(watched(&[0], 50_000, &mut watch), []);
        assert!(watch.is_away());
        assert_eq!(watched(&[0, 590, 1_180], 1_500, &mut Watch::default()), []);
    }

    #[test]
    fn sleep_is_an_absence_whether_the_desktop_tells_or_not() {
        for idle in [None, Some(4)] {
            let mut watch = Watch::default();
            assert_eq!(watch.look(look(1_000, idle), AFTER), None);
            assert_eq!(watch.look(look(1_030, idle), AFTER), None);
            let away = watch.look(look(9_000, idle), AFTER).unwrap();
            let idle = idle.unwrap_or(0);
            assert_eq!(away.span, span(1_030 - idle, 9_000 - idle));
            assert!(!away.closed);
            assert_eq!(watch.look(look(9_030, idle + 30), AFTER), None);
        }
    }

    #[test]
    fn a_computer_that_woke_without_anybody_there_is_still_away() {
        let mut watch = Watch::default();
        watch.look(look(1_000, 20), AFTER);
        assert_eq!(watch.look(look(9_000, 8_020), AFTER), None);
        let away = watch.look(look(9_060, 5), AFTER).unwrap();
        assert_eq!(away.span, span(980, 9_055));
    }

    #[test]
    fn a_program_that_was_ended_counts_from_where_it_was_last_seen() {
        let mut watch = Watch::from(Some(mark(1_000, 0)));
        let away = watch.look(look(5_000, None), AFTER).unwrap();
        assert_eq!((away.span, away.closed), (span(1_000, 5_000), true));
        let mut soon = Watch::from(Some(mark(1_000, 0)));
        assert_eq!(soon.look(look(1_400, None), AFTER), None);
        let mut never = Watch::from(None);
        assert_eq!(never.look(look(5_000, None), AFTER), None);
    }

    #[test]
    fn looks_that_are_a_little_late_are_no_sleep() {
        let mut watch = Watch::default();
        watch.look(look(0, None), 60);
        assert_eq!(watch.look(look(APART - 1, None), 60), None);
        assert!(watch.look(look(2 * APART, None), 60).is_some());
    }

    #[test]
    fn hands_on_the_clock_are_no_absence() {
        for off in [-90_000, 90_000] {
            let mut watch = Watch::default();
            watch.look(look(1_000, 3), AFTER);
            let now = mark(1_030, off);
            assert_eq!(
                watch.look(
                    Look {
                        now,
                        idle: Some(33)
                    },
                    AFTER
                ),
                None
            );
        }
    }

    #[test]
    fn meetings_and_what_was_not_recorded_are_not_asked_about() {
        let away = span(0, 10_000);
        let timer = [span(-500, 9_000)];
        assert_eq!(questions(away, &timer, &[], AFTER), [span(0, 9_000)]);
        let meetings = [span(100, 3_700)];
        let rest = questions(away, &timer, &meetings, AFTER);
        assert_eq!(rest, [span(3_700, 9_000)]);
        assert_eq!(questions(away, &timer, &[span(-9, 9_999)], AFTER), []);
        assert_eq!(questions(away, &[], &[], AFTER), []);
        let rounds = [span(0, 400), span(700, 1_200), span(1_200, 1_400)];
        assert_eq!(questions(away, &rounds, &[], AFTER), [span(700, 1_400)]);
    }

    proptest! {
        /// Each absence that is long enough is told once, on its own, and no other time is.
        #[test]
        fn every_long_absence_is_told_once(gaps in prop::collection::vec(1..3_000_i64, 1..30)) {
            let mut touches = vec![0];
            for gap in &gaps {
                touches.push(touches.last().unwrap() + gap);
            }
            let end = touches.last().unwrap() + 300;
            let asked = watched(&touches, end, &mut Watch::default());
            // A return is noticed at the next look; what was touched until then is the return.
            let long = touches.windows(2).filter(|pair| AFTER <= pair[1] - pair[0]).count();
            prop_assert!(asked.len() <= long);
            for pair in touches.windows(2).filter(|pair| AFTER + 60 <= pair[1] - pair[0]) {
                let told = asked.iter().filter(|one| one.start == span(pair[0], pair[0]).start);
                prop_assert_eq!(told.count(), 1);
            }
        }
    }
}
