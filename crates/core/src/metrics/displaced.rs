//! What took the place of planned time: for every stretch that was planned and in which its category
//! did not happen, what happened instead.
//!
//! ```text
//! planned       [===========]       [===]
//! actual           [===]
//! other               [===]       [===]
//! missed        |-|     |---|       |---|
//! taken                 |-|         |-|
//! unrecorded    |-|        ||          ||
//! ```
//!
//! * missed = P \ A of one category: the planned time that was not kept, whether or not it was made
//!   up for elsewhere. It is cut where one planned block ends and another goes on, so that each
//!   stretch belongs to one block; of blocks of a category that overlap, the first to begin has the
//!   time.
//! * taken = the part of a missed stretch in which some other category ran; of entries that overlap,
//!   the first to begin has the time. The rest is unrecorded.
//! * An unrecorded stretch may still have a word: something that was noted inside it, or no longer
//!   than [`NOTED_BEFORE`] before it began. Of several the last.
//! * Room kept for what comes up is no plan, so nothing displaces it.
//!
//! Each missed moment is in exactly one part of one stretch: the parts of a category sum to planned −
//! kept, to the second, also where entries overlap and where clocks jump.
//!
//! Unit: seconds, since the parts have to add up. Evidence: none for a limit; that interruptions make
//! or break a developer's day is their own account (Meyer 2019, moderate). The five minutes are a
//! convention.

use crate::category::Category;
use crate::metrics::Planned;
use crate::metrics::union::Union;
use crate::steps::step;
use crate::stretch::Stretch;
use crate::time::{Instant, Span};
use std::collections::BTreeMap;

/// How long before time in which nothing was recorded a word may have been noted to be its cause,
/// seconds.
pub const NOTED_BEFORE: i64 = 5 * 60;

/// A stretch of planned time in which its category did not happen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missed {
    /// When.
    pub span: Span,
    /// What was planned.
    pub category: Category,
    /// The block it is part of, by its place in the plan.
    pub of: usize,
    /// What happened instead, in time order, without gaps.
    pub parts: Vec<Part>,
}

/// A part of a missed stretch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// When.
    pub span: Span,
    /// What happened in it.
    pub by: By,
}

/// What took the place of planned time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum By {
    /// An entry of another category, by its place in what happened.
    Entry(usize),
    /// Nothing was recorded, but something had come up: by its place in what was noted.
    Noted(usize),
    /// Nothing was recorded.
    Nothing,
}

/// The missed stretches of a plan, by start, as far as they lie within the time that is measured.
/// `noted` is when something came up, in any order.
pub fn displaced(
    plan: &[Planned],
    actual: &[Stretch],
    noted: &[Instant],
    within: Span,
) -> Vec<Missed> {
    let entries = tiles(actual.iter().map(|entry| entry.span));
    let mut noted: Vec<(Instant, usize)> =
        noted.iter().enumerate().map(|(n, at)| (*at, n)).collect();
    noted.sort_unstable();
    let mut found = Vec::new();
    for category in Category::ALL {
        let of = |block: &Planned| match !block.contingency && block.stretch.category == category {
            true => block.stretch.span.intersection(within),
            false => Span::new(within.start, within.start),
        };
        let spent = actual.iter().filter(|entry| entry.category == category);
        let spent = Union::of(spent.map(|entry| entry.span));
        for (planned, block) in tiles(plan.iter().map(of)) {
            let missed = gaps(planned, spent.cut(planned)).into_iter();
            found.extend(missed.map(|span| Missed {
                span,
                category,
                of: block,
                parts: parts(span, &entries, &noted),
            }));
        }
    }
    found.sort_by_key(|missed| (missed.span, missed.category));
    found
}

/// How many seconds of a category each cause displaced, most first; what `cause` calls alike is one.
pub fn ledger<C: Ord>(
    missed: &[Missed],
    category: Category,
    cause: impl Fn(By) -> C,
) -> Vec<(C, i64)> {
    let mut sums: BTreeMap<C, i64> = BTreeMap::new();
    let parts = missed.iter().filter(|missed| missed.category == category);
    for part in parts.flat_map(|missed| &missed.parts) {
        *sums.entry(cause(part.by)).or_default() += part.span.seconds();
    }
    let mut ledger: Vec<(C, i64)> = sums.into_iter().collect();
    ledger.sort_by_key(|(_, seconds)| -seconds);
    ledger
}

/// Spans with each moment in one of them alone, by start, with the place of the span it is from:
/// the first to begin has the time.
fn tiles(spans: impl Iterator<Item = Span>) -> Vec<(Span, usize)> {
    let mut sorted: Vec<(Span, usize)> = spans.enumerate().map(|(n, span)| (span, n)).collect();
    sorted.sort_unstable_by(|a, b| {
        step();
        a.cmp(b)
    });
    let mut covered = Instant(i64::MIN);
    let tiled = sorted.into_iter().map(|(span, of)| {
        let rest = Span::new(span.start.max(covered), span.end);
        covered = covered.max(span.end);
        (rest, of)
    });
    tiled.filter(|(span, _)| 0 < span.seconds()).collect()
}

/// What of a span is in none of some others, which lie in it, in order.
fn gaps(of: Span, others: impl Iterator<Item = Span>) -> Vec<Span> {
    let mut gaps = Vec::new();
    let mut from = of.start;
    for other in others {
        gaps.push(Span::new(from, other.start));
        from = other.end;
    }
    gaps.push(Span::new(from, of.end));
    gaps.retain(|gap| 0 < gap.seconds());
    gaps
}

/// A missed stretch by what happened in it. No entry of its own category reaches into it.
fn parts(missed: Span, entries: &[(Span, usize)], noted: &[(Instant, usize)]) -> Vec<Part> {
    let first = entries.partition_point(|(span, _)| span.end <= missed.start);
    let there = entries[first..]
        .iter()
        .take_while(|(span, _)| span.start < missed.end);
    let taken: Vec<Part> = there
        .map(|(span, entry)| {
            step();
            Part {
                span: span.intersection(missed),
                by: By::Entry(*entry),
            }
        })
        .collect();
    let free = gaps(missed, taken.iter().map(|part| part.span)).into_iter();
    let mut parts: Vec<Part> = free
        .map(|span| Part {
            span,
            by: word(span, noted),
        })
        .chain(taken.iter().copied())
        .collect();
    parts.sort_by_key(|part| part.span);
    parts
}

/// The last thing that was noted in a span or shortly before.
fn word(span: Span, noted: &[(Instant, usize)]) -> By {
    let before = noted.partition_point(|(at, _)| *at < span.end);
    match before.checked_sub(1).and_then(|last| noted.get(last)) {
        Some((at, note)) if at.seconds_until(span.start) <= NOTED_BEFORE => By::Noted(*note),
        _ => By::Nothing,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drawn::Drawing;

    /// All of the time there is.
    const ALWAYS: Span = Span {
        start: Instant(i64::MIN),
        end: Instant(i64::MAX),
    };

    fn at(minute: i64) -> Instant {
        Instant(minute * 60)
    }

    fn stretch(from: i64, until: i64, category: Category) -> Stretch {
        Stretch::new(Span::new(at(from), at(until)), category)
    }

    fn technical(from: i64, until: i64) -> Planned {
        Planned::new(stretch(from, until, Category::Technical))
    }

    /// The parts of what was missed: from, until, by.
    fn check(plan: &[Planned], actual: &[Stretch], noted: &[i64]) -> Vec<(i64, i64, By)> {
        let noted: Vec<Instant> = noted.iter().map(|minute| at(*minute)).collect();
        let missed = displaced(plan, actual, &noted, ALWAYS);
        let parts = missed.iter().flat_map(|missed| &missed.parts);
        parts
            .map(|part| (part.span.start.0 / 60, part.span.end.0 / 60, part.by))
            .collect()
    }

    #[test]
    fn what_was_missed_and_what_took_it_are_as_drawn() {
        let drawing = Drawing::of(include_str!("displaced.rs"));
        let plan: Vec<Planned> = drawing
            .stretches("planned", Category::Technical)
            .into_iter()
            .map(Planned::new)
            .collect();
        let mut actual = drawing.stretches("actual", Category::Technical);
        actual.extend(drawing.stretches("other", Category::Management));
        let missed = displaced(&plan, &actual, &[], ALWAYS);
        let spans: Vec<Span> = missed.iter().map(|missed| missed.span).collect();
        assert_eq!(spans, drawing.spans("missed"));
        let parts = |nothing: bool| -> Vec<Span> {
            let all = missed.iter().flat_map(|missed| &missed.parts);
            let these = all.filter(|part| (part.by == By::Nothing) == nothing);
            these.map(|part| part.span).collect()
        };
        assert_eq!(parts(false), drawing.spans("taken"));
        assert_eq!(parts(true), drawing.spans("unrecorded"));
    }

    #[test]
    fn a_plan_that_was_kept_was_displaced_by_nothing() {
        let plan = [technical(0, 60)];
        assert_eq!(check(&plan, &[plan[0].stretch], &[]), []);
        assert_eq!(check(&[], &[plan[0].stretch], &[]), []);
    }

    #[test]
    fn of_entries_that_overlap_each_moment_has_one() {
        let actual = [
            stretch(10, 40, Category::Growth),
            stretch(0, 20, Category::Management),
            stretch(15, 18, Category::Personal),
        ];
        let found = check(&[technical(0, 60)], &actual, &[]);
        let expected = [
            (0, 20, By::Entry(1)),
            (20, 40, By::Entry(0)),
            (40, 60, By::Nothing),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn blocks_of_a_category_that_overlap_miss_a_moment_once() {
        let missed = displaced(&[technical(30, 90), technical(0, 60)], &[], &[], ALWAYS);
        let found: Vec<(i64, usize)> = missed
            .iter()
            .map(|missed| (missed.span.seconds() / 60, missed.of))
            .collect();
        assert_eq!(found, [(60, 1), (30, 0)]);
    }

    #[test]
    fn what_came_up_just_before_is_the_word_for_time_in_which_nothing_was_recorded() {
        let plan = [technical(0, 60)];
        let worked = [stretch(0, 30, Category::Technical)];
        let noted = |minute: i64| check(&plan, &worked, &[minute]);
        assert_eq!(noted(25), [(30, 60, By::Noted(0))]);
        assert_eq!(noted(24), [(30, 60, By::Nothing)]);
        assert_eq!(noted(45), [(30, 60, By::Noted(0))]);
        assert_eq!(noted(60), [(30, 60, By::Nothing)]);
        assert_eq!(check(&plan, &worked, &[29, 50, 28])[0].2, By::Noted(1));
    }

    #[test]
    fn what_lies_outside_the_measured_time_is_not_missed() {
        let within = Span::new(at(10), at(30));
        let missed = displaced(&[technical(0, 60), technical(90, 95)], &[], &[], within);
        let spans: Vec<Span> = missed.iter().map(|missed| missed.span).collect();
        assert_eq!(spans, [within]);
    }

    #[test]
    fn room_for_what_comes_up_is_displaced_by_nothing() {
        let room = Planned {
            contingency: true,
            ..technical(0, 60)
        };
        assert_eq!(check(&[room], &[], &[]), []);
    }

    #[test]
    fn the_ledger_names_causes_by_what_they_are_called_most_first() {
        let actual = [
            stretch(0, 10, Category::Management),
            stretch(30, 50, Category::Management),
        ];
        let missed = displaced(&[technical(0, 100)], &actual, &[], ALWAYS);
        let cause = |by| match by {
            By::Entry(_) => "meeting",
            _ => "nothing",
        };
        let found = ledger(&missed, Category::Technical, cause);
        assert_eq!(found, [("nothing", 70 * 60), ("meeting", 30 * 60)]);
        assert_eq!(ledger(&missed, Category::Growth, cause), []);
    }
}
