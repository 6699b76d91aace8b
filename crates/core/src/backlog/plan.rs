//! A task gets time in the week.

use crate::edit::Draft;
use crate::facets::Facets;
use crate::task::Task;
use crate::time::Zone;
use chrono::NaiveDateTime;

/// How long a block for a task is where nothing says how much is left.
const USUAL_MINUTES: u32 = 60;
/// The most that is proposed at once: what is longer is done in several blocks.
const MOST_AT_ONCE: u32 = 120;
/// The least that is proposed.
const LEAST_AT_ONCE: u32 = 15;

/// How long a block for a task is when nobody says: what is left of it, two hours at the most.
pub fn minutes_at_once(left: Option<u32>) -> u32 {
    match left {
        None | Some(0) => USUAL_MINUTES,
        Some(left) => left.clamp(LEAST_AT_ONCE, MOST_AT_ONCE),
    }
}

/// The block that gives a task so many minutes from `start` on, wall time in the home zone.
pub fn draft(task: &Task, start: NaiveDateTime, minutes: u32, home: &Zone) -> Draft {
    let end = home.instant(start).plus_seconds(i64::from(minutes) * 60);
    Draft {
        zone: Some(home.name().to_string()),
        notes: task.notes.clone(),
        goal: task.goal.clone(),
        facets: Facets {
            tags: task.tags.clone(),
            ..Facets::default()
        },
        task: Some(task.id),
        ..Draft::plain(&task.title, task.category, start, home.wall(end))
    }
}
