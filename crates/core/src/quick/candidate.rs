//! Everything in a line that could be a part of it, from left to right and without overlaps.

use super::DayOrder;
use super::clock::{Times, times};
use super::day::{Day, DayWords, day};
use super::length::{estimate, from_now, length};
use super::marks::{Mark, mark};
use super::phrase::{Found, Phrase};
use super::repeats::{EndWords, RepeatWords, ends, repeats};
use super::tokens::Token;

/// What words might be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum What {
    Day(DayWords),
    Time(Times),
    /// So many minutes from now.
    FromNow(u32),
    Length(u32),
    Repeats(RepeatWords),
    Ends(EndWords),
    Estimate(u32),
    Due {
        day: Day,
        /// Whether a time of day stands behind it, which no due day has.
        timed: bool,
    },
    Mark(Mark),
}

/// Words that might be a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Candidate {
    pub what: What,
    /// The first token.
    pub from: usize,
    /// The first token after.
    pub until: usize,
}

impl Candidate {
    /// Whether no word stands between the two.
    pub(super) fn touches(&self, other: &Candidate) -> bool {
        self.until == other.from || other.until == self.from
    }
}

pub(super) fn candidates(tokens: &[Token<'_>], order: DayOrder) -> Vec<Candidate> {
    let mut all = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match longest(Phrase::new(tokens, at), order) {
            Some(found) => {
                let (from, until) = (at, at + found.used);
                let what = found.value;
                all.push(Candidate { what, from, until });
                at = until;
            }
            None => at += 1,
        }
    }
    all
}

/// The longest reading of the words; of two equally long ones the first in this order.
fn longest(words: Phrase<'_>, order: DayOrder) -> Option<Found<What>> {
    let readings = [
        mark(words).map(|mark| Found::new(What::Mark(mark), 1)),
        estimate(words).map(|found| found.map(What::Estimate)),
        due(words, order),
        repeats(words).map(|found| found.map(What::Repeats)),
        ends(words, order).map(|found| found.map(What::Ends)),
        from_now(words).map(|found| found.map(What::FromNow)),
        day(words, order).map(|found| found.map(What::Day)),
        times(words).map(|found| found.map(What::Time)),
        length(words).map(|found| found.map(What::Length)),
    ];
    let mut best: Option<Found<What>> = None;
    for reading in readings.into_iter().flatten() {
        if best.as_ref().is_none_or(|best| best.used < reading.used) {
            best = Some(reading);
        }
    }
    best
}

/// "due fri", "by 3 Dec".
fn due(words: Phrase<'_>, order: DayOrder) -> Option<Found<What>> {
    if !matches!(words.word(0), "due" | "by") {
        return None;
    }
    let colon = usize::from(words.word(1).is_empty() && words.token(1).is_some_and(|t| !t.quoted));
    let found = day(words.skip(1 + colon), order)?.after(1 + colon);
    let time = times(words.skip(found.used)).filter(|found| found.value.end.is_none());
    let day = found.value.day;
    Some(match time {
        Some(time) => Found::new(What::Due { day, timed: true }, found.used + time.used),
        None => found.map(|words| What::Due {
            day: words.day,
            timed: false,
        }),
    })
}
