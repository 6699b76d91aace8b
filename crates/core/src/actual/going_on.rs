//! What is being recorded right now, as it would be kept if it ended now.
//!
//! ```text
//! running    [===========================]
//! by hand            [====]
//! recorded   [------]      [-------------]
//! ```

use super::elapsed::elapsed;
use super::free::free;
use super::{Entry, Mark, Phase, Running, Source};
use crate::time::Span;

/// The time that what goes on has come to, by start: as long as the clocks together say, no longer
/// than its phase is meant to last, and around what is recorded or entered otherwise. `entries` hold
/// at least those that share time with it.
pub fn going_on(running: &Running, entries: &[Entry], now: &Mark) -> Vec<Span> {
    if running.phase != Phase::Work {
        return Vec::new();
    }
    let Some(Span { start, end }) = elapsed(&running.since, now).span() else {
        return Vec::new();
    };
    let meant = running
        .length
        .map(|length| start.plus_seconds(length.into()));
    let end = meant.map_or(end, |meant| end.min(meant));
    let firm: Vec<Span> = entries
        .iter()
        .filter(|entry| entry.source != Source::Confirmed)
        .map(|entry| entry.span)
        .collect();
    free(Span::new(start, end), &firm)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::actual::{EntryId, Subject, Ticks};
    use crate::category::Category;
    use crate::drawn::Drawing;
    use crate::facets::Facets;
    use crate::time::Instant;

    fn mark(at: Instant, seconds: i64) -> Mark {
        Mark {
            at,
            ticks: Some(Ticks {
                boot: "a".into(),
                seconds,
            }),
        }
    }

    fn subject() -> Subject {
        Subject {
            title: "Ingest design".into(),
            category: Category::Technical,
            of: None,
            facets: Facets::default(),
        }
    }

    fn since(since: Mark) -> Running {
        crate::actual::session::begin(subject(), None, since, "UTC")
    }

    fn by_hand(span: Span, source: Source) -> Entry {
        Entry {
            id: EntryId(1),
            span,
            zone: "UTC".into(),
            subject: subject(),
            source,
            note: String::new(),
            noted: Vec::new(),
            modified: 0,
        }
    }

    fn spans(drawing: &Drawing, label: &str) -> Vec<Span> {
        let stretches = drawing.stretches(label, Category::Technical);
        stretches.into_iter().map(|one| one.span).collect()
    }

    #[test]
    fn what_was_entered_meanwhile_is_left_out_as_drawn() {
        let drawing = Drawing::of(include_str!("going_on.rs"));
        let all = spans(&drawing, "running")[0];
        let call = spans(&drawing, "by hand")[0];
        let expected = spans(&drawing, "recorded");
        let running = since(mark(all.start, 0));
        let now = mark(all.end, all.seconds());
        let found = |source| going_on(&running, &[by_hand(call, source)], &now);
        assert_eq!(found(Source::Hand), expected);
        assert_eq!(found(Source::Confirmed), [all]);
    }

    #[test]
    fn a_clock_that_was_set_adds_and_takes_nothing() {
        let running = since(mark(Instant(36_000), 0));
        for set in [-7_200, 10_800] {
            let now = mark(Instant(36_600 + set), 600);
            let found = going_on(&running, &[], &now);
            assert_eq!(
                found,
                [Span::new(Instant(36_000 + set), Instant(36_600 + set))]
            );
        }
    }

    #[test]
    fn a_round_that_is_over_lasts_no_longer_and_a_held_one_records_nothing() {
        let mut running = since(mark(Instant(0), 0));
        running.length = Some(1_500);
        let later = mark(Instant(6_000), 6_000);
        let round = Span::new(Instant(0), Instant(1_500));
        assert_eq!(going_on(&running, &[], &later), [round]);
        running.phase = Phase::Paused;
        assert_eq!(going_on(&running, &[], &later), []);
    }
}
