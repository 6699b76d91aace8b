//! Load and rest: how much work there was, how much of it outside the hours, and how long the rests
//! between the days were.
//!
//! ```text
//! day            [================================================][============================]
//! hours             [==============]                                  [==============]
//! work              [=====]  [=================]                               [========]
//! after hours                       |----------|                                      |-|
//! span              |--------------------------|                               |--------|
//! overnight rest                                |-----------------------------|
//! ```
//!
//! * work = time in which any work runs; after hours = work on work days outside their hours, and
//!   inside them once the day was closed; weekend = work on other days. These are cut where a logical
//!   day begins.
//! * span of a day = last end − first start of the work that starts in it; an overnight rest lies
//!   between the last end of one day and the first start of the next, when both have work that
//!   starts in them, and is never below 0. It is short under 11 hours.
//! * A quiet day has less work outside the hours than the tolerance, a day off less work at all.
//! * The longest rest is the longest time without work inside the week. A rest that runs over the
//!   week's edge counts in full in the week where it began, as far as the neighbours are known;
//!   else the edge ends it. The weekly rest is kept when that is at least 35 hours.
//!
//! Unit: minutes, days. Evidence: 11 hours a day and 35 hours a week are legal minima (EU directive
//! 2003/88, articles 3 and 5), not limits of health; quick returns cost sleep (shift workers,
//! moderate); for work after hours logs disagree (mixed: Adler-Milstein 2020 and a contrary study);
//! not switching off goes with exhaustion (two meta-analyses, strong as a correlation). The tolerance
//! is a convention.

use crate::metrics::union::Union;
use crate::metrics::{Day, Rules};
use crate::steps::step;
use crate::stretch::Stretch;
use crate::sweep::minutes;
use crate::time::{Instant, Span};
use crate::week::Week;
use serde::Serialize;

/// A rest between two days is short under so many minutes.
const SHORT_REST: i64 = 11 * 60;
/// A week's longest rest should have so many minutes.
const WEEKLY_REST: i64 = 35 * 60;

/// What is known of the weeks before and after.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Neighbours {
    /// When the last work before the week ended.
    pub worked_until: Option<Instant>,
    /// When work began again after the week.
    pub works_again: Option<Instant>,
}

/// The load and the rests of a week.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct LoadRest {
    /// Minutes in which any work runs.
    pub work_minutes: f64,
    /// Those on work days outside the hours.
    pub after_hours: f64,
    /// Those on other days.
    pub weekend: f64,
    /// From each day's first start to its last end, minutes.
    pub span_per_day: Vec<f64>,
    /// Days with hardly any work outside the hours.
    pub quiet_days: u32,
    /// Days with hardly any work.
    pub days_off: u32,
    /// Days with any work.
    pub worked_days: u32,
    /// Rests between neighbouring days with work, minutes.
    pub overnight_rests: Vec<f64>,
    /// Those under 11 hours.
    pub short_rests: u32,
    /// Longest time without work, minutes.
    pub longest_rest: f64,
    /// Whether that is 35 hours or more.
    pub weekly_rest_35h: bool,
}

/// The load and the rests of a week whose stretches are cut to it, and of its days.
pub fn load_rest(
    actual: &[Stretch],
    (week, days): (&Week, &[Day]),
    neighbours: &Neighbours,
    rules: &Rules,
) -> LoadRest {
    let work = Union::of_work(actual);
    let mut found = LoadRest {
        work_minutes: minutes(work.seconds()),
        ..LoadRest::default()
    };
    for day in days.iter().filter(|day| day.has_begun()) {
        found.add_day(day, &work, rules.quiet_tolerance * 60);
    }
    let reaches = reaches(actual, days);
    found.span_per_day = reaches.iter().map(|one| length(one.as_ref())).collect();
    let next = neighbours.works_again.filter(|again| {
        let Span { start, end } = week.day_after();
        start <= *again && *again < end
    });
    found.add_nights(&reaches, next);
    let longest = longest_rest(&work, days, neighbours);
    found.longest_rest = minutes(longest);
    found.weekly_rest_35h = WEEKLY_REST * 60 <= longest;
    found
}

impl LoadRest {
    fn add_day(&mut self, day: &Day, work: &Union, tolerance: i64) {
        let all = work.within(day.span);
        let inside = day
            .open_hours()
            .map(|hours| work.within(hours.intersection(day.span)));
        let outside = all - inside.unwrap_or(0);
        match inside {
            Some(_) => self.after_hours += minutes(outside),
            None => self.weekend += minutes(outside),
        }
        self.quiet_days += u32::from(outside < tolerance);
        self.days_off += u32::from(all < tolerance);
        self.worked_days += u32::from(0 < all);
    }

    /// The nights after each day; `next` is the first start of the day after the week.
    fn add_nights(&mut self, reaches: &[Option<Span>], next: Option<Instant>) {
        let mornings = reaches.iter().map(|reach| reach.map(|reach| reach.start));
        for (evening, morning) in reaches.iter().zip(mornings.skip(1).chain([next])) {
            if let (Some(evening), Some(morning)) = (evening, morning) {
                let rest = evening.end.seconds_until(morning).max(0);
                self.overnight_rests.push(minutes(rest));
                self.short_rests += u32::from(rest < SHORT_REST * 60);
            }
        }
    }
}

/// From the first start to the last end of the work that starts in each day.
fn reaches(actual: &[Stretch], days: &[Day]) -> Vec<Option<Span>> {
    let mut reaches: Vec<Option<Span>> = vec![None; days.len()];
    for stretch in actual.iter().filter(|one| one.category.is_work()) {
        step();
        let span = stretch.span;
        let begun = days.partition_point(|day| day.span.start <= span.start);
        if let Some(reach) = begun.checked_sub(1).and_then(|day| reaches.get_mut(day)) {
            let wider =
                |reach: Span| Span::new(reach.start.min(span.start), reach.end.max(span.end));
            *reach = Some(reach.map_or(span, wider));
        }
    }
    reaches
}

fn length(reach: Option<&Span>) -> f64 {
    minutes(reach.map_or(0, |reach| reach.seconds()))
}

fn longest_rest(work: &Union, days: &[Day], neighbours: &Neighbours) -> i64 {
    let mut begun = days.iter().filter(|day| day.has_begun());
    let Some(first) = begun.next() else {
        return 0;
    };
    let last = begun.next_back().unwrap_or(first);
    let (start, end) = (first.span.start, last.span.end);
    // Where the week before is known, the rest that opens this one began there.
    let opens = neighbours.worked_until.is_none_or(|until| start <= until);
    let closes = neighbours.works_again.map_or(end, |again| again.max(end));
    let mut from = opens.then_some(start);
    let mut longest = 0;
    for span in work.spans() {
        step();
        longest = longest.max(from.map_or(0, |from| from.seconds_until(span.start)));
        from = Some(span.end);
    }
    longest.max(from.map_or(0, |from| from.seconds_until(closes)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::category::Category;
    use crate::drawn::Drawing;
    use crate::metrics::days;
    use crate::time::Zone;

    const HOUR: i64 = 3600;

    fn week() -> Week {
        let start = chrono::NaiveTime::MIN;
        Week::new("1970-01-01".parse().unwrap(), start, &Zone::utc())
    }

    /// The drawn days.
    fn drawn() -> (Drawing, Vec<Day>) {
        let drawing = Drawing::of(include_str!("load_rest.rs"));
        let hours = drawing.spans("hours").into_iter();
        let days = drawing.spans("day").into_iter().zip(hours);
        let days = days.map(|(span, hours)| Day {
            span,
            hours: Some(hours),
            lunch: hours,
            closed: None,
        });
        (drawing, days.collect())
    }

    #[test]
    fn time_after_hours_spans_and_the_night_are_as_drawn() {
        let (drawing, days) = drawn();
        let work = drawing.stretches("work", Category::Technical);
        let found = load_rest(
            &work,
            (&week(), &days),
            &Neighbours::default(),
            &Rules::default(),
        );
        assert_eq!(found.after_hours, drawing.minutes("after hours"));
        assert_eq!(found.span_per_day, drawing.lengths("span"));
        assert_eq!(found.overnight_rests, drawing.lengths("overnight rest"));
    }

    fn measured(work: &[(i64, i64)], neighbours: Neighbours, until: Instant) -> LoadRest {
        let span = |(from, to)| Span::new(Instant(from * HOUR), Instant(to * HOUR));
        let work = work
            .iter()
            .map(|one| Stretch::new(span(*one), Category::Technical));
        let week = week();
        let rules = Rules::default();
        let days = days(&week, until, &rules, &Zone::utc());
        load_rest(
            &work.collect::<Vec<_>>(),
            (&week, &days),
            &neighbours,
            &rules,
        )
    }

    #[test]
    fn a_rest_over_the_edge_counts_in_full_where_it_began() {
        let end = week().span().end;
        let work = [(40, 41), (165, 167)];
        let alone = measured(&work, Neighbours::default(), end);
        assert_eq!(
            (alone.longest_rest, alone.overnight_rests.len()),
            (124.0 * 60.0, 0)
        );
        let known = Neighbours {
            worked_until: Some(Instant(-200 * HOUR)),
            works_again: Some(Instant(176 * HOUR)),
        };
        let known = measured(&work, known, end);
        assert_eq!(known.overnight_rests, [9.0 * 60.0]);
        assert_eq!(known.short_rests, 1);
        let idle = Neighbours {
            worked_until: Some(Instant(-200 * HOUR)),
            works_again: Some(Instant(400 * HOUR)),
        };
        assert_eq!(
            measured(&[(160, 167)], idle, end).longest_rest,
            233.0 * 60.0
        );
        assert_eq!(
            measured(&[(100, 168)], idle, end).longest_rest,
            232.0 * 60.0
        );
    }

    #[test]
    fn work_after_the_day_was_closed_is_after_hours_and_never_before() {
        let after = |closed: Option<i64>| {
            let mut days = days(&week(), week().span().end, &Rules::default(), &Zone::utc());
            // The second day is a Friday: work from 14:00 to 20:00, hours until 17:00 or 18:00.
            days[1].closed = closed.map(|hour| Instant((24 + hour) * HOUR));
            let span = Span::new(Instant(38 * HOUR), Instant(44 * HOUR));
            let work = [Stretch::new(span, Category::Technical)];
            let none = Neighbours::default();
            load_rest(&work, (&week(), &days), &none, &Rules::default()).after_hours
        };
        let usual = after(None);
        assert_eq!(after(Some(23)), usual);
        assert_eq!(after(Some(15)), 5.0 * 60.0);
        assert_eq!(after(Some(2)), 6.0 * 60.0);
    }

    #[test]
    fn days_that_have_not_begun_are_neither_quiet_nor_off() {
        let running = measured(&[(10, 12)], Neighbours::default(), Instant(36 * HOUR));
        assert_eq!((running.worked_days, running.days_off), (1, 1));
        assert_eq!(running.longest_rest, 24.0 * 60.0);
    }
}
