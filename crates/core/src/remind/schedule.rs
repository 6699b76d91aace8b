//! All reminders that a plan gives in a stretch of time.

use super::{About, Begins, GRACE, Reminder, worked_since};
use crate::actual::{Entry, Mark, Running};
use crate::attention::{Attention, EARLIEST_BEFORE};
use crate::boundary::Boundaries;
use crate::facets::Remind;
use crate::settings::Settings;
use crate::steps::step;
use crate::time::{Instant, Span, Zone, days};
use chrono::{NaiveDate, NaiveTime, TimeDelta};
use std::collections::BTreeSet;

/// How long a hint at a break stands while the work goes on, seconds.
const HINT_STANDS: i64 = 12 * 3600;

/// Something that begins, with what is said of reminding before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thing {
    /// What.
    pub begins: Begins,
    /// What is said of it alone; `None`: as its category has it.
    pub remind: Option<Remind>,
    /// Whether it is room kept for what comes up: there is nothing to go to.
    pub contingency: bool,
}

/// What is known of the plan and of what goes on.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// What may draw attention.
    pub attention: &'a Attention,
    /// The hours and the look of the week.
    pub settings: &'a Settings,
    /// Hours that hold for a while, and days off.
    pub boundaries: &'a Boundaries,
    /// Where the person is.
    pub home: &'a Zone,
    /// What begins in that time.
    pub things: &'a [Thing],
    /// The first days of the weeks that are committed.
    pub committed: &'a BTreeSet<NaiveDate>,
    /// The days that are closed.
    pub closed: &'a BTreeSet<NaiveDate>,
    /// What was recorded lately, by start.
    pub entries: &'a [Entry],
    /// What goes on.
    pub running: Option<&'a Running>,
    /// Now by both clocks, which tell together how long that has gone on.
    pub now: &'a Mark,
}

/// The reminders about an instant at or after the start of a stretch of time that are due before its
/// end, by when they are due.
pub fn schedule(known: &Known<'_>, within: Span) -> Vec<Reminder> {
    let mut found: Vec<Reminder> = known
        .things
        .iter()
        .filter_map(|thing| before(known, thing))
        .collect();
    let first = known.home.wall(within.start).date();
    let last = known.home.wall(within.end).date();
    let around = |day: NaiveDate, by: i64| day.checked_add_signed(TimeDelta::days(by));
    if let (Some(first), Some(last)) = (around(first, -1), around(last, 2)) {
        for day in days(first, last) {
            step();
            found.extend(of_day(known, day));
        }
    }
    found.extend(long_work(known));
    found.retain(|one| within.start <= one.at && one.due < within.end);
    found.sort_by(|a, b| (a.due, &a.id).cmp(&(b.due, &b.id)));
    found
}

/// The one before something begins. What is worked on already needs none.
fn before(known: &Known<'_>, thing: &Thing) -> Option<Reminder> {
    step();
    let Begins {
        key,
        category,
        span,
        ..
    } = &thing.begins;
    let minutes = match thing.remind {
        Some(Remind::Never) => None,
        Some(Remind::Before(minutes)) => Some(minutes),
        None if thing.contingency => None,
        None => known.attention.before(*category),
    }?;
    let on_it = |running: &Running| running.subject.of.as_ref() == Some(key);
    if known.running.is_some_and(on_it) {
        return None;
    }
    let ahead = 60 * i64::from(minutes.min(EARLIEST_BEFORE));
    Some(Reminder {
        id: format!("start:{key}:{}", span.start.0),
        about: About::Start(thing.begins.clone()),
        due: span.start.plus_seconds(-ahead),
        at: span.start,
        until: span.start.plus_seconds(GRACE),
    })
}

/// Those of a day with work hours. A closed day has none of its own.
fn of_day(known: &Known<'_>, day: NaiveDate) -> Vec<Reminder> {
    let Known {
        attention,
        settings,
        boundaries,
        ..
    } = known;
    let Some(hours) = boundaries.work_hours_on(day, settings) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    let (start, end) = (at(known, day, hours.start), at(known, day, hours.end));
    let night = day.succ_opt().map_or(end, |next| {
        known.home.instant(next.and_time(settings.day_start()))
    });
    if !known.closed.contains(&day) {
        if attention.end_of_work {
            found.push(Reminder {
                id: format!("end:{day}:{}", end.0),
                about: About::EndOfWork,
                due: end,
                at: end,
                until: night.max(end.plus_seconds(GRACE)),
            });
        }
        if let Some(minutes) = attention.close_day {
            let due = end.plus_seconds(-60 * i64::from(minutes.min(EARLIEST_BEFORE)));
            found.push(Reminder {
                id: format!("close:{day}:{}", end.0),
                about: About::CloseDay,
                due: due.max(start.min(end)),
                at: end,
                until: night.max(end.plus_seconds(GRACE)),
            });
        }
    }
    if let Some(minutes) = attention.commit_week
        && begins_week(known, day)
    {
        let due = at(known, day, minutes);
        found.push(Reminder {
            id: format!("commit:{day}:{}", due.0),
            about: About::CommitWeek,
            due,
            at: due,
            until: night.max(due.plus_seconds(GRACE)),
        });
    }
    found
}

/// Whether a day is the first work day of a week that is not committed.
fn begins_week(known: &Known<'_>, day: NaiveDate) -> bool {
    let first = known.settings.week_of(day);
    let works = |day| {
        known
            .boundaries
            .work_hours_on(day, known.settings)
            .is_some()
    };
    !known.committed.contains(&first) && !days(first, day).any(works)
}

/// The hint at a break, while work goes on.
fn long_work(known: &Known<'_>) -> Option<Reminder> {
    let minutes = known.attention.break_after?;
    let since = worked_since(known.entries, known.running, known.now)?;
    let due = since.plus_seconds(60 * i64::from(minutes));
    Some(Reminder {
        id: format!("break:{}", since.0),
        about: About::Break { since },
        due,
        at: due,
        until: due.plus_seconds(HINT_STANDS),
    })
}

/// A minute of a day as an instant; the day's last minute may be the next midnight.
fn at(known: &Known<'_>, day: NaiveDate, minute: u16) -> Instant {
    let midnight = day.and_time(NaiveTime::MIN);
    let wall = midnight.checked_add_signed(TimeDelta::minutes(i64::from(minute)));
    known.home.instant(wall.unwrap_or(midnight))
}
