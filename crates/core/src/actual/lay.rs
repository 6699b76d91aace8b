//! Laying an entry over others, so that no two ever share a moment: who gives way, and what becomes
//! of them.
//!
//! A word by hand is the later one and takes the time it names. A timer takes it from a confirmed
//! plan only, and goes around what else stands there. A confirmed plan fills what is free.

use super::free::free;
use super::{Entry, EntryId, Interruption, Source};
use crate::time::Span;

/// What laying an entry over others comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Laid {
    /// Entries that are new or different, the laid one's among them.
    pub put: Vec<Entry>,
    /// Entries of which nothing is left.
    pub removed: Vec<EntryId>,
    /// Those that lost time, by start.
    pub gave_way: Vec<GaveWay>,
    /// Seconds of the laid entry that it got.
    pub seconds: i64,
    /// Seconds of the laid entry that were not free for it.
    pub kept_out: i64,
}

/// An entry that lost time to a later word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GaveWay {
    /// Which.
    pub id: EntryId,
    /// What it is called.
    pub title: String,
    /// Seconds it lost.
    pub lost: i64,
    /// Seconds that are left of it.
    pub left: i64,
}

/// Gives an id that was never given before.
pub type NextId<'n> = dyn FnMut() -> EntryId + 'n;

/// Lays an entry over others. `old` holds at least those that share time with it, each moment in
/// one of them at most; one with the id of `new` is what `new` was before, and is left out.
///
/// An interruption belongs to whatever stands at its moment afterwards.
pub fn lay(old: &[Entry], new: Entry, next: &mut NextId<'_>) -> Laid {
    let others = old
        .iter()
        .filter(|entry| entry.id != new.id && entry.span.overlaps(new.span));
    let (yielding, firm): (Vec<&Entry>, Vec<&Entry>) =
        others.partition(|entry| gives_way(entry.source, new.source));
    let taken: Vec<Span> = firm.iter().map(|entry| entry.span).collect();
    let room = free(new.span, &taken);
    let mut laid = Laid {
        seconds: room.iter().map(|part| part.seconds()).sum(),
        ..Laid::default()
    };
    laid.kept_out = new.span.seconds() - laid.seconds;
    let mut noted = new.noted.clone();
    for entry in yielding {
        let rest = free(entry.span, &room);
        if rest == [entry.span] {
            continue;
        }
        laid.give_way(entry, &rest, new.modified, next);
        noted.extend(entry.noted.iter().cloned());
    }
    if room.is_empty() && old.iter().any(|entry| entry.id == new.id) {
        laid.removed.push(new.id);
    }
    laid.put.extend(parts(&new, &room, new.modified, next));
    laid.put_by_moment(noted, &firm);
    laid.gave_way.sort_by_key(|one| {
        let stood = old.iter().find(|entry| entry.id == one.id);
        stood.map(|entry| entry.span.start)
    });
    laid
}

/// Lays an entry around others, whatever they are: none of them loses time. Where it has all of its
/// own, it is as it was.
pub fn around(others: &[Entry], entry: Entry, next: &mut NextId<'_>) -> Laid {
    let overlapping = others
        .iter()
        .filter(|other| other.id != entry.id && other.span.overlaps(entry.span));
    let firm: Vec<&Entry> = overlapping.collect();
    if firm.is_empty() {
        return Laid {
            seconds: entry.span.seconds(),
            put: vec![entry],
            ..Laid::default()
        };
    }
    let taken: Vec<Span> = firm.iter().map(|other| other.span).collect();
    let room = free(entry.span, &taken);
    let seconds = room.iter().map(|part| part.seconds()).sum();
    let mut laid = Laid {
        put: parts(&entry, &room, entry.modified, next),
        seconds,
        kept_out: entry.span.seconds() - seconds,
        ..Laid::default()
    };
    laid.put_by_moment(entry.noted, &firm);
    laid
}

/// Takes a stretch of time out of entries; what was noted in it goes too.
pub fn take_out(old: &[Entry], span: Span, modified: i64, next: &mut NextId<'_>) -> Laid {
    let mut laid = Laid::default();
    for entry in old.iter().filter(|entry| entry.span.overlaps(span)) {
        let rest = free(entry.span, &[span]);
        laid.give_way(entry, &rest, modified, next);
        laid.put_by_moment(entry.noted.clone(), &[]);
    }
    laid
}

/// One entry as two, the second with a new id; `None` where `at` is not inside it.
pub fn split(
    entry: &Entry,
    at: crate::time::Instant,
    modified: i64,
    next: &mut NextId<'_>,
) -> Option<Laid> {
    let Span { start, end } = entry.span;
    if at <= start || end <= at {
        return None;
    }
    let halves = [Span::new(start, at), Span::new(at, end)];
    let mut laid = Laid {
        put: parts(entry, &halves, modified, next),
        seconds: entry.span.seconds(),
        ..Laid::default()
    };
    laid.put_by_moment(entry.noted.clone(), &[]);
    Some(laid)
}

/// Whether what stands somewhere gives way to what is laid there.
fn gives_way(old: Source, new: Source) -> bool {
    match new {
        Source::Hand => true,
        Source::Timer => old == Source::Confirmed,
        Source::Confirmed => false,
    }
}

impl Laid {
    /// What is left of an entry, without what was noted in it.
    fn give_way(&mut self, entry: &Entry, rest: &[Span], modified: i64, next: &mut NextId<'_>) {
        let left = rest.iter().map(|part| part.seconds()).sum();
        self.gave_way.push(GaveWay {
            id: entry.id,
            title: entry.subject.title.clone(),
            lost: entry.span.seconds() - left,
            left,
        });
        match rest {
            [] => self.removed.push(entry.id),
            rest => self.put.extend(parts(entry, rest, modified, next)),
        }
    }

    /// What was noted goes to the entry that stands at its moment; one of `firm` may be it.
    fn put_by_moment(&mut self, noted: Vec<Interruption>, firm: &[&Entry]) {
        for one in noted {
            let holds = |entry: &&mut Entry| entry.span.start <= one.at && one.at < entry.span.end;
            if let Some(entry) = self.put.iter_mut().find(holds) {
                note(entry, one);
                continue;
            }
            let stands = |entry: &&&Entry| entry.span.start <= one.at && one.at < entry.span.end;
            if let Some(entry) = firm.iter().find(stands) {
                let mut entry = Entry::clone(entry);
                note(&mut entry, one);
                self.put.push(entry);
            }
        }
    }
}

/// The parts of an entry, nothing noted in them: the first goes on under its id.
fn parts(entry: &Entry, spans: &[Span], modified: i64, next: &mut NextId<'_>) -> Vec<Entry> {
    let part = |(place, span): (usize, &Span)| Entry {
        id: if place == 0 { entry.id } else { next() },
        span: *span,
        noted: Vec::new(),
        modified,
        ..entry.clone()
    };
    spans.iter().enumerate().map(part).collect()
}

fn note(entry: &mut Entry, one: Interruption) {
    if !entry.noted.contains(&one) {
        entry.noted.push(one);
        entry.noted.sort_by_key(|noted| noted.at);
    }
}

#[cfg(test)]
mod tests;
