//! What the made-up person's days came to: mostly the plan, a little late and a little longer, with
//! an incident that took part of a morning.

use crate::actual::confirm::Planned;
use crate::actual::{Entry, EntryId, Interruption, Source, Subject};
use crate::category::Category;
use crate::facets::Facets;
use crate::time::{Instant, Span};

const MINUTE: i64 = 60;
/// Shorter than this nobody writes down, seconds.
const SHORTEST: i64 = 5 * MINUTE;
/// The day of the incident, 0 = Monday, and the least work that it can break into, seconds.
const INCIDENT_DAY: u8 = 1;
const BROKEN: i64 = 2 * 3600;

/// What became of a day's plan, by start and without any moment twice; the ids are still to be given.
pub fn happened(planned: &[Planned], weekday: u8, zone: &str) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut broken = weekday != INCIDENT_DAY;
    let mut free = Instant(i64::MIN);
    for (at, one) in planned.iter().enumerate() {
        if one.subject.facets.contingency {
            continue;
        }
        let (late, longer, source) = course(&one.subject, usize::from(weekday) + at);
        let start = one.span.start.plus_seconds(late * MINUTE).max(free);
        let end = one.span.end.plus_seconds(longer * MINUTE);
        if start.seconds_until(end) < SHORTEST {
            continue;
        }
        let span = Span::new(start, end);
        if !broken && one.subject.category == Category::Technical && BROKEN <= span.seconds() {
            broken = true;
            let (work, incident) = interrupted(one, span, zone);
            entries.extend([work, incident]);
        } else {
            entries.push(entry(one.subject.clone(), span, source, zone));
        }
        free = end;
    }
    entries
}

/// Minutes it began late, minutes it took longer, and how it is known.
fn course(subject: &Subject, turn: usize) -> (i64, i64, Source) {
    let imported = subject.of.as_deref().is_some_and(|of| of.starts_with('e'));
    match (subject.category, turn % 3) {
        (_, 0) if imported => (0, 8, Source::Hand),
        _ if imported => (0, 0, Source::Confirmed),
        (Category::Personal, _) => (0, -15, Source::Hand),
        (_, 0) => (4, 11, Source::Timer),
        (_, 1) => (9, -8, Source::Timer),
        _ => (0, 0, Source::Timer),
    }
}

/// Work that an incident ended, and the incident.
fn interrupted(planned: &Planned, span: Span, zone: &str) -> (Entry, Entry) {
    let cut = span.start.plus_seconds(75 * MINUTE);
    let work = Entry {
        noted: vec![Interruption {
            at: span.start.plus_seconds(40 * MINUTE),
            word: "alarm".into(),
        }],
        ..entry(
            planned.subject.clone(),
            Span::new(span.start, cut),
            Source::Timer,
            zone,
        )
    };
    let subject = Subject {
        title: "Incident: replica lag".into(),
        category: Category::Management,
        of: None,
        facets: Facets::default(),
    };
    let incident = entry(subject, Span::new(cut, span.end), Source::Hand, zone);
    (work, incident)
}

fn entry(subject: Subject, span: Span, source: Source, zone: &str) -> Entry {
    Entry {
        id: EntryId(0),
        span,
        zone: zone.into(),
        subject,
        source,
        note: String::new(),
        noted: Vec::new(),
        modified: span.end.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn planned(title: &str, of: &str, category: Category, from: i64, until: i64) -> Planned {
        Planned {
            span: Span::new(Instant(from * MINUTE), Instant(until * MINUTE)),
            subject: Subject {
                title: title.into(),
                category,
                of: Some(of.into()),
                facets: Facets::default(),
            },
        }
    }

    #[test]
    fn no_moment_is_there_twice_and_an_incident_breaks_into_one_morning() {
        let plan = [
            planned("Stand-up", "e1", Category::Management, 570, 585),
            planned("Storage engine", "b1", Category::Technical, 585, 750),
            planned("Lunch walk", "b2", Category::Personal, 745, 765),
            planned("Ingest design", "b3", Category::Technical, 780, 930),
        ];
        for weekday in 0..5 {
            let entries = happened(&plan, weekday, "Europe/Berlin");
            for pair in entries.windows(2) {
                assert!(pair[0].span.end <= pair[1].span.start, "{pair:?}");
            }
            let incidents = entries
                .iter()
                .filter(|entry| entry.subject.title.starts_with("Incident"));
            assert_eq!(incidents.count(), usize::from(weekday == INCIDENT_DAY));
            assert!(entries.iter().all(|entry| {
                entry
                    .noted
                    .iter()
                    .all(|one| entry.span.start <= one.at && one.at < entry.span.end)
            }));
        }
    }
}
