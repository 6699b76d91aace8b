//! A made-up profile to look around in: twenty weeks of a tech lead, ending with the week of a given
//! day, the same for the same day every time.
//!
//! They tell a slow story: hiring begins, meetings grow, evenings fill up, building shrinks and
//! growth starves. One block of the last week collides with a meeting, to be dragged away.

mod calendar;
mod happened;
mod meetings;
mod own;
mod said;
mod slot;
#[cfg(test)]
mod tests;
mod wishes;

pub use calendar::calendar;
pub use happened::happened;
pub use wishes::{boundaries, declines, seasons};

use crate::edit::Draft;
use crate::role::{ROLES, Role};
use crate::time::week_start;
use chrono::{NaiveDate, TimeDelta, Weekday};

/// How many weeks there are.
pub const WEEKS: u8 = 20;

/// The role of the made-up person.
pub const ROLE: &Role = &ROLES[0];

/// Minutes of work a week that person wants.
pub const WEEK_MINUTES: u32 = 38 * 60;

/// The blocks of all weeks in time order, in a zone or floating. The last week is the one, from
/// Monday on, that holds `on`.
pub fn blocks(on: NaiveDate, zone: Option<&str>) -> Vec<Draft> {
    let mut drafts = Vec::new();
    for week in 0..WEEKS {
        let monday = monday(on, week);
        for slot in own::slots().filter(|slot| slot.takes_place_in(week)) {
            let (start, end) = slot.times(monday);
            let end = end - breather(week, slot.weekday, end - start);
            drafts.push(Draft {
                zone: zone.map(String::from),
                facets: said::facets(slot.title, slot.category),
                ..Draft::plain(slot.title, slot.category, start, end)
            });
        }
    }
    drafts.sort_by_key(|draft| (draft.start, draft.end));
    drafts
}

/// The Monday of a week that went as that person wants it: what they keep as a template.
pub fn steady_week(on: NaiveDate) -> NaiveDate {
    monday(on, 6)
}

/// No two weeks are quite alike: now and then a long block ends a quarter of an hour early.
fn breather(week: u8, weekday: u8, length: TimeDelta) -> TimeDelta {
    let early = (week * 5 + weekday * 3).is_multiple_of(7) && TimeDelta::hours(2) < length;
    TimeDelta::minutes(if early { 15 } else { 0 })
}

/// The Monday of a week, 0 being the first of all.
fn monday(on: NaiveDate, week: u8) -> NaiveDate {
    let back = TimeDelta::weeks(i64::from(WEEKS - 1) - i64::from(week));
    week_start(on, Weekday::Mon) - back
}
