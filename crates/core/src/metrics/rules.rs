//! The numbers the metrics go by. Those without a source are conventions: chosen, not found.

use crate::balance::Mix;
use crate::focus::MERGE_GAP_MINUTES;
use crate::settings::{Settings, WorkHours};
use crate::switches::HARD_GAP_MINUTES;

/// What is wanted, and where the lines are drawn. Lengths are minutes.
#[derive(Clone, Debug, PartialEq)]
pub struct Rules {
    /// Wanted shares of the work categories.
    pub target: Option<Mix>,
    /// Wanted part of leading in the time that says how much of it was leading, 0–1.
    pub lead_target: Option<f64>,
    /// Work hours from Monday to Sunday; `None` is a day without work.
    pub work_hours: [Option<WorkHours>; 7],
    /// When lunch is looked for.
    pub lunch_window: WorkHours,
    /// Shortest gap in that window that is a lunch.
    pub lunch: i64,
    /// Shortest gap in work that is a break; a shorter one does not end a stretch of work.
    pub break_shortest: i64,
    /// Longest gap in work that is a break.
    pub break_longest: i64,
    /// Longest idle gap that does not end a run of focus.
    pub focus_gap: i64,
    /// A switch with a shorter gap is hard.
    pub hard_switch_gap: i64,
    /// Meetings with a shorter gap are back to back.
    pub back_to_back_gap: i64,
    /// How late a block may start and still be on time.
    pub on_time_grace: i64,
    /// The part of a block that must be covered for it to be done, 0–1.
    pub done_coverage: f64,
    /// A day with less work, or less work outside the hours, counts as one without.
    pub quiet_tolerance: i64,
}

impl Default for Rules {
    fn default() -> Rules {
        Rules {
            target: None,
            lead_target: None,
            work_hours: Settings::default().work_hours,
            lunch_window: WorkHours {
                start: 11 * 60,
                end: 14 * 60 + 30,
            },
            lunch: 30,
            break_shortest: 5,
            break_longest: 120,
            focus_gap: MERGE_GAP_MINUTES,
            hard_switch_gap: HARD_GAP_MINUTES,
            back_to_back_gap: 5,
            on_time_grace: 5,
            done_coverage: 0.8,
            quiet_tolerance: 15,
        }
    }
}
