//! Which of the possible parts of a line are taken: of each kind one, and only where it is one
//! beyond doubt. Whatever is not taken stays in the title.

use super::candidate::{Candidate, What};
use super::clock::Sure;
use super::marks::Mark;
use crate::facets::MOST_TAGS;

/// The parts that are taken, in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Chosen {
    pub parts: Vec<Candidate>,
    /// A length stands beside a time that already says when it ends.
    pub length_left: bool,
}

/// Chooses among the candidates of a line of `words` words.
pub(super) fn choose(all: Vec<Candidate>, words: usize) -> Chosen {
    let repeats = first(&all, |one| {
        is_repeat(one) && certain_repeat(one, &all, words)
    });
    let time = a_time(&all, words);
    let due = first(&all, |one| matches!(one.what, What::Due { .. }));
    let day = match (time, due) {
        (None, Some(_)) => None,
        _ => a_day(&all, time),
    };
    let estimate = first(&all, |one| matches!(one.what, What::Estimate(_)));
    let length = first(&all, |one| matches!(one.what, What::Length(_)));
    let ended = time.is_some_and(|time| ends_itself(&all[time]));
    let wanted = match time {
        Some(_) => !ended,
        None => estimate.is_none(),
    };
    let ends = first(&all, |one| matches!(one.what, What::Ends(_)));
    let mark = |of: fn(&Mark) -> bool| {
        first(
            &all,
            |one| matches!(&one.what, What::Mark(mark) if of(mark)),
        )
    };
    let singles = [
        repeats,
        time,
        day,
        due,
        estimate,
        length.filter(|_| wanted),
        ends.filter(|_| repeats.is_some()),
        mark(|mark| matches!(mark, Mark::Category(_))),
        mark(|mark| matches!(mark, Mark::Goal(_))),
        mark(|mark| matches!(mark, Mark::Energy(_))),
    ];
    let tags = tags(&all);
    let taken = |at: &usize| singles.contains(&Some(*at)) || tags.contains(at);
    let parts = all.iter().enumerate().filter(|(at, _)| taken(at));
    Chosen {
        parts: parts.map(|(_, one)| one.clone()).collect(),
        length_left: length.is_some() && ended,
    }
}

fn first(all: &[Candidate], is: impl Fn(&Candidate) -> bool) -> Option<usize> {
    all.iter().position(is)
}

fn is_repeat(one: &Candidate) -> bool {
    matches!(one.what, What::Repeats(_))
}

fn is_day(one: &Candidate) -> bool {
    matches!(one.what, What::Day(_))
}

fn is_time(one: &Candidate) -> bool {
    matches!(one.what, What::Time(_) | What::FromNow(_))
}

/// "Weekly review" is a name; "review Fri 16:00 weekly" is not.
fn certain_repeat(one: &Candidate, all: &[Candidate], words: usize) -> bool {
    let What::Repeats(repeats) = &one.what else {
        return false;
    };
    let beside = || {
        all.iter()
            .any(|other| (is_day(other) || is_time(other)) && one.touches(other))
    };
    repeats.sure || (one.until == words && 0 < one.from) || beside()
}

/// A time beside a day comes first, then the first time of all.
fn a_time(all: &[Candidate], words: usize) -> Option<usize> {
    let certain = |one: &Candidate| is_time(one) && certain_time(one, all, words);
    let beside = |one: &Candidate| {
        all.iter()
            .any(|other| (is_day(other) || is_repeat(other)) && one.touches(other))
    };
    first(all, |one| certain(one) && beside(one)).or_else(|| first(all, certain))
}

fn certain_time(one: &Candidate, all: &[Candidate], words: usize) -> bool {
    let What::Time(times) = &one.what else {
        return true;
    };
    let follows =
        |other: &Candidate| (is_day(other) || is_repeat(other)) && other.until == one.from;
    match times.sure {
        Sure::Yes => true,
        Sure::Beside => {
            one.from == 0 || one.until == words || all.iter().any(|other| one.touches(other))
        }
        Sure::BesideDay => {
            let leads =
                |other: &Candidate| is_day(other) && one.from == 0 && other.from == one.until;
            all.iter().any(|other| follows(other) || leads(other))
        }
    }
}

/// A day beside the time comes first, then the first one that is a day beyond doubt.
fn a_day(all: &[Candidate], time: Option<usize>) -> Option<usize> {
    let beside = |one: &Candidate| time.is_some_and(|time| one.touches(&all[time]));
    let certain = |one: &Candidate| matches!(&one.what, What::Day(words) if words.sure);
    first(all, |one| is_day(one) && beside(one)).or_else(|| first(all, certain))
}

fn ends_itself(time: &Candidate) -> bool {
    matches!(&time.what, What::Time(times) if times.end.is_some())
}

/// Each tag once, as many as a block may carry.
fn tags(all: &[Candidate]) -> Vec<usize> {
    let mut names: Vec<&str> = Vec::new();
    let mut tags = Vec::new();
    for (at, one) in all.iter().enumerate() {
        let What::Mark(Mark::Tag(name)) = &one.what else {
            continue;
        };
        if names.len() < MOST_TAGS && !names.contains(&name.as_str()) {
            names.push(name);
            tags.push(at);
        }
    }
    tags
}
