//! One walk along the time line past every start and end, for all figures that ask "what runs at
//! the same time?".
//!
//! ```text
//! technical   [=========]
//! management       [=========]
//! visited     |-T-||-TM-||-M-|
//! ```

use crate::category::Category;
use crate::steps::step;
use crate::stretch::Stretch;
use crate::time::{Instant, Span};

/// What runs at one time.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Running {
    categories: [i32; 4],
    technical_meetings: i32,
}

impl Running {
    fn change(&mut self, stretch: &Stretch, by: i32) {
        self.categories[stretch.category as usize] += by;
        if stretch.meeting && stretch.category == Category::Technical {
            self.technical_meetings += by;
        }
    }

    /// Whether anything of a category runs.
    pub(crate) fn has(&self, category: Category) -> bool {
        0 < self.categories[category as usize]
    }

    /// The work categories that run.
    pub(crate) fn work(&self) -> impl Iterator<Item = Category> + '_ {
        Category::WORK
            .into_iter()
            .filter(|category| self.has(*category))
    }

    /// Whether any work runs.
    pub(crate) fn is_work(&self) -> bool {
        self.work().next().is_some()
    }

    /// Whether work runs that is not undisturbed technical work: management, growth or a technical
    /// meeting.
    pub(crate) fn disturbs_focus(&self) -> bool {
        self.has(Category::Management) || self.has(Category::Growth) || 0 < self.technical_meetings
    }

    /// Whether technical work runs and nothing disturbs it.
    pub(crate) fn is_focus(&self) -> bool {
        self.has(Category::Technical) && !self.disturbs_focus()
    }
}

/// Visits the pieces of `within` between neighbouring starts and ends in order, idle ones between
/// them too. Sorts once: O(n log n), at most 2n − 1 visits.
pub(crate) fn sweep(stretches: &[Stretch], within: Span, mut visit: impl FnMut(Span, &Running)) {
    let mut edges: Vec<(Instant, i32, &Stretch)> = Vec::with_capacity(stretches.len() * 2);
    for stretch in stretches {
        let span = stretch.span.intersection(within);
        if 0 < span.seconds() {
            edges.push((span.start, 1, stretch));
            edges.push((span.end, -1, stretch));
        }
    }
    edges.sort_unstable_by(|(a, ..), (b, ..)| {
        step();
        a.cmp(b)
    });
    let mut running = Running::default();
    let mut from = None;
    for (instant, by, stretch) in edges {
        step();
        if let Some(from) = from.filter(|from| *from < instant) {
            visit(Span::new(from, instant), &running);
        }
        running.change(stretch, by);
        from = Some(instant);
    }
}

/// The stretches of `within` in which any work runs, joined where they touch.
pub(crate) fn work_spans(stretches: &[Stretch], within: Span) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    sweep(stretches, within, |span, running| {
        if !running.is_work() {
            return;
        }
        match spans.last_mut().filter(|last| last.end == span.start) {
            Some(last) => last.end = span.end,
            None => spans.push(span),
        }
    });
    spans
}

/// Minutes, with their fraction, of a number of seconds.
pub(crate) fn minutes(seconds: i64) -> f64 {
    seconds as f64 / 60.0
}

/// A ratio of two numbers of seconds or of things; `None` where there is nothing to divide by.
pub(crate) fn ratio(part: i64, whole: i64) -> Option<f64> {
    (0 < whole).then(|| part as f64 / whole as f64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drawn::Drawing;

    fn visits(count: i64) -> i64 {
        let stretches: Vec<Stretch> = (0..count)
            .map(|index| {
                let start = Instant(index * 7 % 4096 * 60);
                Stretch::new(
                    Span::new(start, start.plus_seconds(5000)),
                    Category::ALL[index as usize % 4],
                )
            })
            .collect();
        let mut visits = 0;
        let always = Span::new(Instant(0), Instant(i64::from(u32::MAX)));
        sweep(&stretches, always, |_, _| visits += 1);
        visits
    }

    #[test]
    fn the_pieces_visited_are_as_drawn() {
        let drawing = Drawing::of(include_str!("sweep.rs"));
        let mut stretches = drawing.stretches("technical", Category::Technical);
        stretches.extend(drawing.stretches("management", Category::Management));
        let mut visited = Vec::new();
        let always = Span::new(Instant(0), Instant(i64::from(u32::MAX)));
        sweep(&stretches, always, |span, _| visited.push(span));
        assert_eq!(visited, drawing.spans("visited"));
    }

    #[test]
    fn sixteen_times_the_stretches_take_about_sixteen_times_the_visits() {
        let few = visits(200);
        assert_eq!(few, 2 * 200 - 1);
        assert!(visits(16 * 200) <= 16 * (few + 1));
    }

    #[test]
    fn work_that_touches_is_one_span() {
        let stretch =
            |from, to, category| Stretch::new(Span::new(Instant(from), Instant(to)), category);
        let stretches = [
            stretch(0, 60, Category::Technical),
            stretch(60, 90, Category::Management),
            stretch(90, 200, Category::Personal),
            stretch(120, 180, Category::Growth),
        ];
        let spans = work_spans(&stretches, Span::new(Instant(30), Instant(150)));
        let expected = [(30, 90), (120, 150)].map(|(a, b)| Span::new(Instant(a), Instant(b)));
        assert_eq!(spans, expected);
    }
}
