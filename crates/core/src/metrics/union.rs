//! Time that several spans cover together, each moment once, and quick answers about it.
//!
//! ```text
//! spans   [====]     [==]
//! spans      [=====]      [==]
//! union   |--------| |--| |--|
//! ```

use crate::steps::step;
use crate::stretch::Stretch;
use crate::time::{Instant, Span};

/// Disjoint spans in time order, none of them empty, no two of them touching.
#[derive(Debug, Default)]
pub(super) struct Union {
    spans: Vec<Span>,
    /// Seconds covered before each span.
    before: Vec<i64>,
}

impl Union {
    /// Sorts once: O(n log n).
    pub(super) fn of(spans: impl IntoIterator<Item = Span>) -> Union {
        let mut sorted: Vec<Span> = spans.into_iter().filter(|one| 0 < one.seconds()).collect();
        sorted.sort_unstable_by(|a, b| {
            step();
            a.cmp(b)
        });
        let mut union = Union::default();
        let mut covered = 0;
        for span in sorted {
            step();
            match union.spans.last_mut().filter(|last| span.start <= last.end) {
                Some(last) => {
                    covered += last.end.seconds_until(span.end).max(0);
                    last.end = last.end.max(span.end);
                }
                None => {
                    union.before.push(covered);
                    covered += span.seconds();
                    union.spans.push(span);
                }
            }
        }
        union
    }

    /// The time in which any work runs.
    pub(super) fn of_work(stretches: &[Stretch]) -> Union {
        let work = stretches.iter().filter(|one| one.category.is_work());
        Union::of(work.map(|one| one.span))
    }

    /// Its spans.
    pub(super) fn spans(&self) -> &[Span] {
        &self.spans
    }

    /// Seconds it covers.
    pub(super) fn seconds(&self) -> i64 {
        match (self.spans.last(), self.before.last()) {
            (Some(last), Some(before)) => before + last.seconds(),
            _ => 0,
        }
    }

    /// Seconds it covers of a span: O(log n).
    pub(super) fn within(&self, span: Span) -> i64 {
        match span.seconds() {
            0 => 0,
            _ => self.until(span.end) - self.until(span.start),
        }
    }

    /// Its spans cut to a span.
    pub(super) fn cut(&self, to: Span) -> impl Iterator<Item = Span> + '_ {
        let from = self.partition(|one| one.end <= to.start);
        let after = match to.seconds() {
            0 => from,
            _ => self.partition(|one| one.start < to.end),
        };
        self.spans[from..after].iter().map(move |one| {
            step();
            one.intersection(to)
        })
    }

    /// Seconds that both cover: one walk along both.
    pub(super) fn shared(&self, other: &Union) -> i64 {
        let (mut one, mut two) = (self.spans.iter().peekable(), other.spans.iter().peekable());
        let mut shared = 0;
        while let (Some(first), Some(second)) = (one.peek(), two.peek()) {
            step();
            shared += first.intersection(**second).seconds();
            match first.end < second.end {
                true => one.next(),
                false => two.next(),
            };
        }
        shared
    }

    /// Seconds covered before an instant.
    fn until(&self, instant: Instant) -> i64 {
        let begun = self.partition(|one| one.start < instant);
        match begun.checked_sub(1) {
            None => 0,
            Some(last) => {
                let span = self.spans[last];
                self.before[last] + span.start.seconds_until(instant.min(span.end))
            }
        }
    }

    fn partition(&self, before: impl Fn(&Span) -> bool) -> usize {
        self.spans.partition_point(|one| {
            step();
            before(one)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drawn::Drawing;
    use proptest::prelude::*;

    #[test]
    fn the_union_is_as_drawn() {
        let drawing = Drawing::of(include_str!("union.rs"));
        let union = Union::of(drawing.spans("spans"));
        assert_eq!(union.spans(), drawing.spans("union"));
    }

    fn spans() -> impl Strategy<Value = Vec<Span>> {
        let one = (0i64..100, 0i64..20)
            .prop_map(|(start, length)| Span::new(Instant(start), Instant(start + length)));
        prop::collection::vec(one, 0..20)
    }

    fn covers(spans: &[Span], second: i64) -> bool {
        let covers = |one: &Span| one.start.0 <= second && second < one.end.0;
        spans.iter().any(covers)
    }

    proptest! {
        #[test]
        fn it_answers_as_counting_second_by_second_does(
            one in spans(),
            two in spans(),
            from in 0i64..120,
            length in 0i64..60,
        ) {
            let (first, second) = (Union::of(one.clone()), Union::of(two.clone()));
            let count = |test: &dyn Fn(i64) -> bool| (0..150).filter(|at| test(*at)).count() as i64;
            prop_assert_eq!(first.seconds(), count(&|at| covers(&one, at)));
            let shared = count(&|at| covers(&one, at) && covers(&two, at));
            prop_assert_eq!(first.shared(&second), shared);
            let asked = Span::new(Instant(from), Instant(from + length));
            let within = count(&|at| covers(&one, at) && covers(&[asked], at));
            prop_assert_eq!(first.within(asked), within);
            let cut: Vec<Span> = first.cut(asked).collect();
            prop_assert_eq!(cut.iter().map(|one| one.seconds()).sum::<i64>(), within);
            prop_assert!(cut.iter().all(|one| 0 < one.seconds()));
        }
    }
}
