//! What goes on right now, what comes next, and how much of today is done: for the tray and the
//! command line.

use super::as_planned::planned_in;
use super::shown;
use crate::day;
use crate::day::span_of_day;
use crate::labels;
use crate::messages::{EntryShown, Fault, NextShown, Range, RightNow};
use crate::moment::Moment;
use crate::planner::Planner;
use crate::scene::span_of;
use chrono::{Days, NaiveDate, NaiveDateTime};
use evenkeel_core::actual::confirm::Planned;
use evenkeel_core::actual::free::free;
use evenkeel_core::actual::going_on::going_on;
use evenkeel_core::actual::{Entry, Running};
use evenkeel_core::time::{Span, Zone, logical_day};

impl Planner {
    /// What goes on, what is next, and what is done of today's plan.
    pub fn right_now(&self, moment: &Moment) -> Result<RightNow, Fault> {
        let (scene, entries, running) = self.store.read(|view| {
            let settings = view.settings()?;
            let home = moment.home(&settings, &self.zones);
            let day = logical_day(moment.wall(&home), settings.day_start());
            let scene = self.scene_in(view, std::slice::from_ref(&(day..after(day))), moment)?;
            let within = span_of_day(day, &scene);
            let running = view.running()?;
            Ok::<_, Fault>((scene, view.entries_between(within)?, running))
        })?;
        let home = &scene.home;
        let day = logical_day(moment.wall(home), scene.day_start());
        let within = span_of_day(day, &scene);
        let so_far = Span::new(within.start, moment.now);
        let planned = planned_in(&scene, within, &self.zones);
        let under_way = planned
            .iter()
            .rfind(|one| one.span.start <= moment.now && moment.now < one.span.end);
        let next = planned.iter().find(|one| moment.now < one.span.start);
        let planned_minutes = minutes(so_far, planned.iter().filter(|one| is_work(one)));
        let done_minutes = shown::whole_minutes(done(so_far, &entries, running.as_ref(), moment));
        Ok(RightNow {
            running_words: running
                .as_ref()
                .map(|running| labels::actual::running(&super::running(running, moment, home)))
                .unwrap_or_default(),
            running: running.map(|running| super::running(&running, moment, home)),
            under_way: under_way.map(|one| named(one, moment, home)),
            next: next.map(|one| named(one, moment, home)),
            planned_minutes,
            done_minutes,
            words: labels::actual::so_far(done_minutes, planned_minutes),
        })
    }

    /// The entries of some dates, by start.
    pub fn entries(&self, range: Range, moment: &Moment) -> Result<Vec<EntryShown>, Fault> {
        self.store.read(|view| {
            let settings = view.settings()?;
            let home = moment.home(&settings, &self.zones);
            let eve = range.from.pred_opt().unwrap_or(range.from);
            let closed = day::closed_days(view, &(eve..range.until), &home)?;
            let entries = view.entries_between(span_of(&(range.from..range.until), &home))?;
            Ok(shown::shown(&entries, &home, settings.day_start(), &closed))
        })
    }

    /// Now, as clocks at home show it.
    pub fn wall_now(&self, moment: &Moment) -> Result<NaiveDateTime, Fault> {
        Ok(moment.wall(&self.home(moment)?))
    }
}

/// The day after.
pub(super) fn after(day: NaiveDate) -> NaiveDate {
    day.checked_add_days(Days::new(1)).unwrap_or(day)
}

/// Work that is no room kept for what comes up.
fn is_work(planned: &Planned) -> bool {
    planned.subject.category.is_work() && !planned.subject.facets.contingency
}

fn minutes<'p>(within: Span, planned: impl Iterator<Item = &'p Planned>) -> u32 {
    let spans: Vec<Span> = planned.map(|one| one.span).collect();
    shown::whole_minutes(covered(within, &spans))
}

/// Seconds of work that are recorded, or are being.
fn done(within: Span, all: &[Entry], running: Option<&Running>, moment: &Moment) -> i64 {
    let entries = all.iter().filter(|entry| entry.subject.category.is_work());
    let mut spans: Vec<Span> = entries.map(|entry| entry.span).collect();
    let works = |running: &&Running| running.subject.category.is_work();
    if let Some(running) = running.filter(works) {
        spans.extend(going_on(running, all, &moment.mark()));
    }
    covered(within, &spans)
}

/// Seconds of a stretch that any of these holds.
fn covered(within: Span, spans: &[Span]) -> i64 {
    let left = free(within, spans);
    within.seconds() - left.iter().map(|part| part.seconds()).sum::<i64>()
}

fn named(planned: &Planned, moment: &Moment, home: &Zone) -> NextShown {
    let subject = &planned.subject;
    let until = moment.now.seconds_until(planned.span.start).max(0);
    let start = home.wall(planned.span.start);
    NextShown {
        key: subject.of.clone().unwrap_or_default(),
        title: subject.title.clone(),
        category: subject.category,
        start,
        end: home.wall(planned.span.end),
        words: labels::actual::next(&subject.title, start, until),
    }
}
