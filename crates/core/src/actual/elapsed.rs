//! How long something has gone on, from both clocks: the one on the wall, which people and computers
//! set, and the steady one, which nobody can.
//!
//! While the computer has not been started anew the steady clock says how long; the clock on the wall
//! then only says when that was. So a clock set back or forward loses and invents no minute.

use super::Mark;
use crate::time::Span;

/// How far the two clocks may drift apart before the one on the wall counts as set, seconds.
pub const SET: i64 = 120;

/// How long it has gone on, as far as can be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Elapsed {
    /// Both clocks agree, or only the one on the wall can be asked.
    Plain(Span),
    /// The clock on the wall was set meanwhile. The newest reading of it counts, so this ends now
    /// and began as long ago as the steady clock says.
    Set(Span),
    /// The clock on the wall stands before the beginning, and there is no other to ask.
    Unknown,
}

impl Elapsed {
    /// The stretch of time, where it is known.
    pub fn span(self) -> Option<Span> {
        match self {
            Elapsed::Plain(span) | Elapsed::Set(span) => Some(span),
            Elapsed::Unknown => None,
        }
    }

    /// Seconds; none where they are not known.
    pub fn seconds(self) -> i64 {
        self.span().map_or(0, Span::seconds)
    }
}

/// From `since` until `now`.
pub fn elapsed(since: &Mark, now: &Mark) -> Elapsed {
    let wall = since.at.seconds_until(now.at);
    match steady(since, now) {
        Some(steady) if SET < (wall - steady).abs() => {
            Elapsed::Set(Span::new(now.at.plus_seconds(-steady), now.at))
        }
        // A clock put right by seconds may stand before a beginning that was seconds ago.
        Some(steady) if wall < steady && wall <= 0 => {
            Elapsed::Plain(Span::new(now.at.plus_seconds(-steady), now.at))
        }
        None if wall < -SET => Elapsed::Unknown,
        _ => Elapsed::Plain(Span::new(since.at, now.at)),
    }
}

/// A mark so many seconds before another, on both clocks.
pub fn before(mark: &Mark, seconds: i64) -> Mark {
    let ticks = mark.ticks.clone().map(|ticks| super::Ticks {
        seconds: ticks.seconds - seconds,
        ..ticks
    });
    Mark {
        at: mark.at.plus_seconds(-seconds),
        ticks,
    }
}

/// What the steady clock says, where both marks were read since the same start. Of two programs that
/// start something at once the later to write may have looked at the clock a little earlier.
fn steady(since: &Mark, now: &Mark) -> Option<i64> {
    let (since, now) = (since.ticks.as_ref()?, now.ticks.as_ref()?);
    let seconds = now.seconds - since.seconds;
    (since.boot == now.boot && -SET <= seconds).then_some(seconds.max(0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::actual::Ticks;
    use crate::time::Instant;
    use proptest::prelude::*;

    fn mark(at: i64, ticks: Option<(&str, i64)>) -> Mark {
        let ticks = ticks.map(|(boot, seconds)| Ticks {
            boot: boot.into(),
            seconds,
        });
        Mark {
            at: Instant(at),
            ticks,
        }
    }

    fn span(start: i64, end: i64) -> Span {
        Span::new(Instant(start), Instant(end))
    }

    #[test]
    fn a_clock_set_forward_or_back_changes_when_it_was_and_not_how_long() {
        let since = mark(36_000, Some(("a", 100)));
        for set in [-86_400, -7_200, -121, 121, 3_600, 86_400] {
            let now = mark(36_000 + 1_500 + set, Some(("a", 1_600)));
            let expected = span(36_000 + set, 37_500 + set);
            assert_eq!(elapsed(&since, &now), Elapsed::Set(expected));
        }
    }

    #[test]
    fn a_clock_put_right_by_seconds_is_not_spoken_of() {
        let since = mark(36_000, Some(("a", 100)));
        let now = mark(37_620, Some(("a", 1_600)));
        assert_eq!(elapsed(&since, &now), Elapsed::Plain(span(36_000, 37_620)));
        let just_begun = mark(35_990, Some(("a", 120)));
        let short = Elapsed::Plain(span(35_970, 35_990));
        assert_eq!(elapsed(&since, &just_begun), short);
    }

    #[test]
    fn after_a_new_start_of_the_computer_only_the_wall_can_be_asked() {
        let since = mark(36_000, Some(("a", 100)));
        let later = mark(43_200, Some(("b", 5)));
        assert_eq!(
            elapsed(&since, &later),
            Elapsed::Plain(span(36_000, 43_200))
        );
        let earlier = mark(36_000 - SET - 1, Some(("b", 5)));
        assert_eq!(elapsed(&since, &earlier), Elapsed::Unknown);
        let long_ago = mark(4, None);
        assert_eq!(elapsed(&mark(5_000, None), &long_ago), Elapsed::Unknown);
    }

    #[test]
    fn a_look_at_the_clock_a_moment_before_the_beginning_is_no_time_at_all() {
        for ticks in [None, Some(("a", 100))] {
            let since = mark(36_000, ticks);
            let now = before(&since, 2);
            assert_eq!(elapsed(&since, &now).seconds(), 0);
            assert!(matches!(elapsed(&since, &now), Elapsed::Plain(_)));
        }
    }

    #[test]
    fn a_mark_is_taken_back_on_both_clocks() {
        let earlier = before(&mark(100, Some(("a", 50))), 30);
        assert_eq!(earlier, mark(70, Some(("a", 20))));
    }

    proptest! {
        /// Whatever is done to the clock on the wall, what the steady one counted is what is
        /// recorded, but for less than it may drift.
        #[test]
        fn no_minute_is_lost_or_invented(
            at in 0..2_000_000_000_i64,
            steady in 0..200_000_i64,
            set in -300_000..300_000_i64,
        ) {
            let since = mark(at, Some(("a", 7)));
            let now = mark(at + steady + set, Some(("a", 7 + steady)));
            let told = elapsed(&since, &now);
            let off = (told.seconds() - steady).abs();
            prop_assert!(off <= SET);
            prop_assert_eq!(off == 0 || matches!(told, Elapsed::Plain(_)), true);
            prop_assert_eq!(told.span().map(|span| span.end), Some(now.at));
        }
    }
}
