//! What new blocks are for: open tasks by due day and energy, within what is left of them and
//! before their due day is over, and plain time of the category where no task fits.

use super::hard::today;
use super::{Brief, Open, Unmet};
use crate::category::Category;
use crate::suggest::{Rules, Work};
use crate::task::{Energy, TaskId};
use crate::time::{Instant, Span, logical_day};
use chrono::{NaiveDate, Timelike};

/// A part of a stretch and the task it is for.
type Part = (Option<TaskId>, Category, Span);

/// Stretches of work as blocks, tasks given out in time order, and the tasks that are due this week
/// and find no time before.
pub(super) fn named(brief: &Brief<'_>, chosen: &[(Work, Span)]) -> (Vec<Part>, Vec<Unmet>) {
    let least = Rules::by_default(0..0, 0).blocks;
    let mut left: Vec<Left> = brief.tasks.iter().map(|open| Left::of(*open)).collect();
    let mut parts = Vec::new();
    for (work, span) in chosen {
        let lengths = Work::ALL.iter().zip(&least).find(|(one, _)| *one == work);
        let least = lengths.and_then(|(_, lengths)| *lengths);
        let least = least.map_or(0, |lengths| lengths.least);
        let mut start = span.start;
        while start < span.end {
            let rest = minutes(start, span.end);
            let task = next(brief, &mut left, work.category(), start, least);
            let length = task.as_ref().map_or(rest, |task| task.part(rest, least));
            let end = start.plus_seconds(i64::from(length) * 60);
            let task = task.map(|task| {
                task.minutes = task.minutes.map(|left| left.saturating_sub(length));
                task.used = true;
                task.open.task.id
            });
            parts.push((task, work.category(), Span::new(start, end)));
            start = end;
        }
    }
    let late = left.iter().filter_map(|one| one.late(brief)).collect();
    (parts, late)
}

/// A task and what is left of it while time is given out.
struct Left<'a> {
    open: Open<'a>,
    minutes: Option<u32>,
    used: bool,
}

/// A block may be so much longer than what is left of its task, in minutes.
const SLACK: u32 = 29;

impl<'a> Left<'a> {
    fn of(open: Open<'a>) -> Left<'a> {
        Left {
            open,
            minutes: open.left,
            used: false,
        }
    }

    /// Whether it still wants a block of at least so many minutes. A task without an estimate gets
    /// one block a week.
    fn wants(&self, least: u32) -> bool {
        match self.minutes {
            None => !self.used,
            Some(left) => 0 < left && least <= left + SLACK,
        }
    }

    /// Whether it may have time on a day: until its due day is over, or later where that is over
    /// already.
    fn may_wait(&self, day: NaiveDate, today: NaiveDate) -> bool {
        let due = self.open.task.due;
        due.is_none_or(|due| due < today || day <= due)
    }

    /// What of it finds no time before its due day is over, where that is a day of the week that is
    /// still to come.
    fn late(&self, brief: &Brief<'_>) -> Option<Unmet> {
        let task = self.open.task;
        let due = task.due.filter(|due| today(brief) <= *due)?;
        let asked = brief.week.days().any(|(day, _)| day == due);
        let work = Work::of(task.category).is_some();
        let missing = self.minutes.map_or(!self.used, |left| 0 < left);
        (asked && work && missing).then(|| Unmet::Due {
            task: task.id,
            title: task.title.clone(),
            due,
            minutes: self.minutes,
        })
    }

    /// How many of some minutes it takes, so that what remains is long enough for a block.
    fn part(&self, rest: u32, least: u32) -> u32 {
        let Some(left) = self.minutes else {
            return rest;
        };
        let wanted = left.div_ceil(15).saturating_mul(15).max(least);
        match rest.checked_sub(wanted) {
            None | Some(0) => rest,
            Some(over) if least <= over => wanted,
            Some(over) if over <= SLACK => rest,
            // The task gets a little less, so that a block of its own is left over.
            Some(_) => rest
                .checked_sub(least)
                .filter(|part| least <= *part)
                .unwrap_or(rest),
        }
    }
}

/// The task that is due first and not too late, of those due alike the one whose energy fits the
/// hour.
fn next<'l, 'a>(
    brief: &Brief<'_>,
    left: &'l mut [Left<'a>],
    category: Category,
    start: Instant,
    least: u32,
) -> Option<&'l mut Left<'a>> {
    let wall = brief.home.wall(start);
    let minute = wall.hour() * 60 + wall.minute();
    let best = brief.settings.peak_hours;
    let best = best.map(|hours| u32::from(hours.start) <= minute && minute < u32::from(hours.end));
    let fits = |energy: Option<Energy>| match (best, energy) {
        (None, _) => true,
        (Some(best), Some(Energy::High)) => best,
        (Some(best), _) => !best,
    };
    let (day, today) = (logical_day(wall, brief.settings.day_start()), today(brief));
    let open = left.iter_mut().filter(|one| {
        one.open.task.category == category && one.wants(least) && one.may_wait(day, today)
    });
    open.min_by_key(|one| {
        let task = one.open.task;
        let due = task.due.unwrap_or(NaiveDate::MAX);
        (due, !fits(task.energy), task.position, task.id)
    })
}

fn minutes(start: Instant, end: Instant) -> u32 {
    u32::try_from(start.seconds_until(end) / 60).unwrap_or(0)
}
