//! "It happened as planned": the plan becomes entries where nothing else is recorded.

use super::free::free;
use super::{Entry, EntryId, Source, Subject};
use crate::time::{Instant, Span};

/// Shorter than this, seconds, a gap is left as it is: nobody planned seconds.
pub const SHORTEST_GAP: i64 = 60;

/// Something that was planned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    /// When.
    pub span: Span,
    /// What; its facets say whether it is room kept for what comes up.
    pub subject: Subject,
}

/// What a confirmation comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Confirmed {
    /// The new entries, by start.
    pub entries: Vec<Entry>,
    /// How many of the planned things got any time.
    pub things: usize,
    /// How many of them had begun by now.
    pub begun: usize,
}

/// Entries for what was planned, as far as it is over by `now` and nothing of `taken` is there.
///
/// Where two planned things share time the one that starts first gets it. Room kept for what comes
/// up is left out: it cannot happen as planned.
pub fn confirm(
    planned: &[Planned],
    taken: &[Span],
    now: Instant,
    zone: &str,
    next: &mut super::lay::NextId<'_>,
) -> Confirmed {
    let mut planned: Vec<&Planned> = planned
        .iter()
        .filter(|one| !one.subject.facets.contingency && one.span.start < now)
        .collect();
    planned.sort_by_key(|one| (one.span.start, one.span.end));
    let mut taken = taken.to_vec();
    let mut confirmed = Confirmed {
        begun: planned.len(),
        ..Confirmed::default()
    };
    for one in planned {
        let over = Span::new(one.span.start, one.span.end.min(now));
        let mut parts = free(over, &taken);
        parts.retain(|part| SHORTEST_GAP <= part.seconds());
        confirmed.things += usize::from(!parts.is_empty());
        for part in parts {
            taken.push(part);
            confirmed.entries.push(entry(next(), part, one, zone, now));
        }
    }
    confirmed.entries.sort_by_key(|entry| entry.span.start);
    confirmed
}

fn entry(id: EntryId, span: Span, planned: &Planned, zone: &str, now: Instant) -> Entry {
    Entry {
        id,
        span,
        zone: zone.to_string(),
        subject: planned.subject.clone(),
        source: Source::Confirmed,
        note: String::new(),
        noted: Vec::new(),
        modified: now.0,
    }
}

#[cfg(test)]
mod tests;
