//! How long work has gone on without a break.

use crate::actual::elapsed::elapsed;
use crate::actual::{Entry, Mark, Phase, Running};
use crate::time::{Instant, Span};

/// The shortest gap that is a break, seconds.
const BREAK: i64 = 10 * 60;

/// When the work that goes on now began, where work goes on: through all entries of work that lie
/// less than a break apart. `entries` are by start.
pub fn worked_since(entries: &[Entry], running: Option<&Running>, now: &Mark) -> Option<Instant> {
    let running = running.filter(|now| now.phase == Phase::Work)?;
    if !running.subject.category.is_work() {
        return None;
    }
    let mut began = elapsed(&running.since, now).span()?.start;
    let mut work: Vec<Span> = entries
        .iter()
        .filter(|entry| entry.subject.category.is_work())
        .map(|entry| entry.span)
        .collect();
    work.sort_unstable_by_key(|span| std::cmp::Reverse(span.end));
    for span in work {
        if BREAK <= span.end.seconds_until(began) {
            break;
        }
        began = began.min(span.start);
    }
    Some(began)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::actual::{EntryId, Mark, Source, Subject};
    use crate::category::Category;
    use crate::facets::Facets;

    fn subject(category: Category) -> Subject {
        Subject {
            title: String::new(),
            category,
            of: None,
            facets: Facets::default(),
        }
    }

    fn entry(from: i64, until: i64, category: Category) -> Entry {
        Entry {
            id: EntryId(1),
            span: Span::new(Instant(from * 60), Instant(until * 60)),
            zone: "UTC".into(),
            subject: subject(category),
            source: Source::Timer,
            note: String::new(),
            noted: Vec::new(),
            modified: 0,
        }
    }

    fn running(since: i64, phase: Phase, category: Category) -> Running {
        Running {
            subject: subject(category),
            phase,
            since: Mark {
                at: Instant(since * 60),
                ticks: None,
            },
            length: None,
            focus: false,
            rounds: None,
            done: 0,
            unattended: 0,
            zone: "UTC".into(),
            noted: Vec::new(),
        }
    }

    fn began(entries: &[Entry], now: &Running) -> Option<i64> {
        worked_since(entries, Some(now), &now.since).map(|began| began.0 / 60)
    }

    #[test]
    fn work_goes_on_through_gaps_that_are_shorter_than_a_break() {
        use Category::{Management, Personal, Technical};
        let now = running(200, Phase::Work, Technical);
        let before = |gap: i64, category| [entry(100, 200 - gap, category)];
        assert_eq!(began(&before(0, Management), &now), Some(100));
        assert_eq!(began(&before(9, Management), &now), Some(100));
        assert_eq!(began(&before(10, Management), &now), Some(200));
        assert_eq!(began(&before(0, Personal), &now), Some(200));
        let several = [
            entry(0, 20, Technical),
            entry(30, 90, Technical),
            entry(95, 195, Management),
        ];
        assert_eq!(began(&several, &now), Some(30));
    }

    #[test]
    fn nothing_goes_on_in_a_break_a_pause_or_ones_own_time() {
        use Category::{Personal, Technical};
        let work = [entry(0, 200, Technical)];
        for phase in [
            Phase::Paused,
            Phase::ShortBreak,
            Phase::LongBreak,
            Phase::Ready,
        ] {
            assert_eq!(began(&work, &running(200, phase, Technical)), None);
        }
        assert_eq!(began(&work, &running(200, Phase::Work, Personal)), None);
        let now = running(200, Phase::Work, Technical).since;
        assert_eq!(worked_since(&work, None, &now), None);
    }
}
