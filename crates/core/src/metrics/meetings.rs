//! Meetings: how much of work they are, how they crowd, and which days are free of them.
//!
//! ```text
//! meeting        [==][==]  [====]
//! back to back      ||
//! ```
//!
//! Minutes count each moment once; share = those ÷ the time in which any work runs. Two meetings
//! that start in the same logical day, neighbours by start, are back to back when the gap between
//! them is at least 0 and shorter than the limit; overlapping ones are not. A work day with work is
//! free of meetings when none starts in it; a half-day, parted at the middle of the lunch window,
//! likewise. Personal time takes no part.
//!
//! Units: minutes, a ratio 0–1, pairs, days. Evidence: weak. Companies that tried days without
//! meetings report large gains, best at about three a week, in a survey whose sizes are too large to
//! be taken literally (Laker 2022); vendors' figures say how much others have.

use crate::metrics::union::Union;
use crate::metrics::{Day, Rules};
use crate::steps::step;
use crate::stretch::Stretch;
use crate::sweep::{minutes, ratio};
use crate::time::{Instant, Span};
use serde::Serialize;

/// The meetings of a week.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Meetings {
    /// Minutes in which any meeting runs.
    pub meeting_minutes: f64,
    /// As part of the time in which any work runs.
    pub meeting_share: Option<f64>,
    /// Pairs with hardly a gap.
    pub back_to_back: u32,
    /// Work days with work and without meetings.
    pub meeting_free_days: u32,
}

/// The meetings of a week whose stretches are cut to it.
pub fn meetings(actual: &[Stretch], days: &[Day], rules: &Rules) -> Meetings {
    let spans = spans(actual);
    let work = Union::of_work(actual);
    let running = Union::of(spans.iter().copied()).seconds();
    let starts: Vec<Instant> = spans.iter().map(|span| span.start).collect();
    let work_days = days.iter().filter(|day| day.hours.is_some());
    Meetings {
        meeting_minutes: minutes(running),
        meeting_share: ratio(running, work.seconds()),
        back_to_back: back_to_back(&spans, days, rules),
        meeting_free_days: free(work_days.map(|day| day.span), &starts, &work),
    }
}

/// Half-days of work days with work in which no meeting starts: the morning ends and the afternoon
/// begins at the middle of the lunch window.
pub fn free_half_days(actual: &[Stretch], days: &[Day]) -> u32 {
    let starts: Vec<Instant> = spans(actual).iter().map(|span| span.start).collect();
    let work_days = days.iter().filter(|day| day.hours.is_some());
    let halves = work_days.flat_map(|day| {
        let noon = day.lunch.start.plus_seconds(day.lunch.seconds() / 2);
        let noon = noon.clamp(day.span.start, day.span.end);
        [
            Span::new(day.span.start, noon),
            Span::new(noon, day.span.end),
        ]
    });
    free(halves, &starts, &Union::of_work(actual))
}

/// Work meetings by start, then end.
fn spans(actual: &[Stretch]) -> Vec<Span> {
    let meetings = actual
        .iter()
        .filter(|one| one.meeting && one.category.is_work());
    let mut spans: Vec<Span> = meetings.map(|one| one.span).collect();
    spans.sort_unstable_by(|a, b| {
        step();
        a.cmp(b)
    });
    spans
}

fn back_to_back(spans: &[Span], days: &[Day], rules: &Rules) -> u32 {
    let day_of = |instant: Instant| days.partition_point(|day| day.span.start <= instant);
    let pairs = spans.windows(2).filter(|pair| {
        step();
        let gap = pair[0].end.seconds_until(pair[1].start);
        let near = 0 <= gap && gap < rules.back_to_back_gap * 60;
        near && day_of(pair[0].start) == day_of(pair[1].start)
    });
    pairs.count() as u32
}

/// How many of some spans hold work but no start of a meeting.
fn free(spans: impl Iterator<Item = Span>, starts: &[Instant], work: &Union) -> u32 {
    let free = spans.filter(|span| {
        let next = starts.partition_point(|start| *start < span.start);
        let meets = starts.get(next).is_some_and(|start| *start < span.end);
        0 < work.within(*span) && !meets
    });
    free.count() as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::category::Category;
    use crate::drawn::Drawing;
    use crate::metrics::{Rules, days};
    use crate::time::Zone;
    use crate::week::Week;

    fn week() -> Vec<Day> {
        let start = chrono::NaiveTime::MIN;
        let week = Week::new("1970-01-01".parse().unwrap(), start, &Zone::utc());
        days(&week, week.span().end, &Rules::default(), &Zone::utc())
    }

    fn meeting(span: Span) -> Stretch {
        Stretch {
            meeting: true,
            ..Stretch::new(span, Category::Management)
        }
    }

    #[test]
    fn pairs_without_a_gap_are_as_drawn() {
        let drawing = Drawing::of(include_str!("meetings.rs"));
        let all: Vec<Stretch> = drawing.spans("meeting").into_iter().map(meeting).collect();
        let found = meetings(&all, &week(), &Rules::default());
        assert_eq!(
            found.back_to_back as usize,
            drawing.spans("back to back").len()
        );
        assert_eq!(found.meeting_minutes, drawing.minutes("meeting"));
        assert_eq!(found.meeting_share, Some(1.0));
    }

    #[test]
    fn a_morning_meeting_leaves_the_afternoon_free() {
        let hour = |from: i64, to: i64| Span::new(Instant(from * 3600), Instant(to * 3600));
        let all = [
            meeting(hour(9, 10)),
            Stretch::new(hour(10, 16), Category::Technical),
        ];
        assert_eq!(free_half_days(&all, &week()), 1);
        assert_eq!(
            meetings(&all, &week(), &Rules::default()).meeting_free_days,
            0
        );
    }
}
