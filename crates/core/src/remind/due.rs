//! Which reminders are to be shown, and when to look again.
//!
//! A reminder is given once, by its id. Beyond that only one thing is remembered: how far the clock
//! had been looked at. What is about an instant after that may still be said; what is about an
//! earlier one was given then, or came into the plan when it was over, and is nothing to say.

use super::Reminder;
use crate::steps::step;
use crate::time::{Instant, Span};
use std::collections::BTreeSet;

/// How far back anything is looked for after an absence, seconds.
pub const FARTHEST: i64 = 30 * 86_400;

/// How far back what was missed is listed one by one, seconds; what is older is counted.
pub const LISTED: i64 = 2 * 86_400;

/// What is to be shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Due {
    /// Each by itself, by its moment.
    pub now: Vec<Reminder>,
    /// What was missed: together as a list, the newest last.
    pub missed: Vec<Reminder>,
    /// What was missed so long ago that it is only counted, the newest last.
    pub older: Vec<Reminder>,
    /// When the next one is due, as far as the schedule goes.
    pub next: Option<Instant>,
}

/// How far ahead a schedule goes, seconds.
const AHEAD: i64 = 26 * 3600;

/// How long a schedule serves before another is made, seconds.
const SERVES: i64 = 3600;

/// The stretch of time to make a schedule of, in order to look at it now and for a while.
pub fn window(since: Instant, now: Instant) -> Span {
    Span::new(since, now.plus_seconds(AHEAD))
}

/// Whether a schedule of a stretch of time still says everything there is to say now.
pub fn serves(made: Span, since: Instant, now: Instant) -> bool {
    let ahead = now.seconds_until(made.end);
    made.start <= since && (AHEAD - SERVES..=AHEAD).contains(&ahead)
}

/// From which instant on something may still have to be said: from where the clock had been looked
/// at, or from now where it was set back since, and no farther back than [`FARTHEST`].
pub fn since(looked: Instant, now: Instant) -> Instant {
    looked.min(now).max(now.plus_seconds(-FARTHEST))
}

/// What of a schedule is to be shown. `given` names what was shown before; `since` is [`since`].
pub fn due(schedule: &[Reminder], given: &BTreeSet<String>, now: Instant, since: Instant) -> Due {
    let mut due = Due::default();
    for reminder in schedule {
        step();
        if now < reminder.due {
            let next = due.next.map_or(reminder.due, |next| next.min(reminder.due));
            due.next = Some(next);
        } else if since < reminder.at && !given.contains(&reminder.id) {
            let list = if now < reminder.until {
                &mut due.now
            } else if reminder.about.lapses() {
                continue;
            } else if now.plus_seconds(-LISTED) <= reminder.at {
                &mut due.missed
            } else {
                &mut due.older
            };
            list.push(reminder.clone());
        }
    }
    for list in [&mut due.now, &mut due.missed, &mut due.older] {
        list.sort_by(|a, b| (a.at, &a.id).cmp(&(b.at, &b.id)));
    }
    due
}

impl Due {
    /// Everything that is shown in one way or another.
    pub fn all(&self) -> impl Iterator<Item = &Reminder> {
        self.now.iter().chain(&self.missed).chain(&self.older)
    }

    /// The same with those alone that are somebody's to show.
    pub fn only(mut self, mine: &BTreeSet<String>) -> Due {
        for list in [&mut self.now, &mut self.missed, &mut self.older] {
            list.retain(|reminder| mine.contains(&reminder.id));
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::super::{About, Begins, GRACE};
    use super::*;
    use crate::category::Category;
    use crate::time::Span;

    const MINUTE: i64 = 60;
    const DAY: i64 = 86_400;

    /// A reminder five minutes before an instant, minutes after 1970 began.
    fn before(at: i64) -> Reminder {
        let at = Instant(at * MINUTE);
        Reminder {
            id: format!("start:b1:{}", at.0),
            about: About::Start(Begins {
                key: "b1".into(),
                title: "Ingest design".into(),
                category: Category::Technical,
                imported: false,
                span: Span::new(at, at.plus_seconds(3600)),
            }),
            due: at.plus_seconds(-5 * MINUTE),
            at,
            until: at.plus_seconds(GRACE),
        }
    }

    fn look(schedule: &[Reminder], now: i64, looked: i64) -> (usize, usize, usize) {
        let (now, looked) = (Instant(now * MINUTE), Instant(looked * MINUTE));
        let due = due(schedule, &BTreeSet::new(), now, since(looked, now));
        (due.now.len(), due.missed.len(), due.older.len())
    }

    #[test]
    fn it_is_shown_from_its_moment_on_and_listed_once_that_is_over() {
        let one = [before(100)];
        assert_eq!(look(&one, 94, 90), (0, 0, 0));
        assert_eq!(look(&one, 95, 94), (1, 0, 0));
        assert_eq!(look(&one, 102, 94), (1, 0, 0));
        assert_eq!(look(&one, 103, 94), (0, 1, 0));
    }

    #[test]
    fn what_is_made_shortly_before_it_begins_is_shown_at_once_and_what_is_over_never() {
        assert_eq!(look(&[before(100)], 98, 98), (1, 0, 0));
        assert_eq!(look(&[before(100)], 100, 100), (0, 0, 0));
        assert_eq!(look(&[before(100)], 300, 300), (0, 0, 0));
    }

    #[test]
    fn a_long_absence_is_counted_and_its_last_two_days_are_listed() {
        let hourly: Vec<Reminder> = (0..24 * 40).map(|hour| before(hour * 60)).collect();
        let forty_days = 40 * DAY / MINUTE;
        assert_eq!(look(&hourly, forty_days, 0), (0, 48, 28 * 24 - 1));
        assert_eq!(look(&hourly, 3 * DAY / MINUTE, 0), (1, 48, 23));
    }

    #[test]
    fn a_clock_set_back_is_looked_at_from_where_it_stands() {
        let ten_years = 10 * 365 * DAY / MINUTE;
        let one = [before(100)];
        assert_eq!(look(&one, 50, ten_years), (0, 0, 0));
        assert_eq!(look(&one, 95, 50), (1, 0, 0));
        let given = BTreeSet::from([one[0].id.clone()]);
        let now = Instant(95 * MINUTE);
        assert_eq!(
            due(&one, &given, now, since(Instant(0), now)),
            Due::default()
        );
    }

    #[test]
    fn the_next_look_is_at_the_earliest_that_is_to_come() {
        let two = [before(200), before(100)];
        let now = Instant(10 * MINUTE);
        let next = due(&two, &BTreeSet::new(), now, now).next;
        assert_eq!(next, Some(Instant(95 * MINUTE)));
    }
}
