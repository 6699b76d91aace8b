//! What the program may draw attention to, and when: reminders, focus sessions, questions after an
//! absence. Nothing here decides; `remind` does.

use crate::actual::Rounds;
use crate::category::Category;
use serde::{Deserialize, Serialize};

/// Everything about attention that a person sets. One value, stored as one row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(default)]
pub struct Attention {
    /// Minutes before a block of each category at which to remind, in the order of
    /// [`Category::ALL`]; `None`: not at all. A block may say otherwise.
    pub before: [Option<u16>; 4],
    /// Minutes of work without a break after which to hint at one; `None`: never.
    pub break_after: Option<u16>,
    /// Whether to say that the work hours of the day are over.
    pub end_of_work: bool,
    /// When to remind of committing the week, minutes after midnight of its first work day; `None`:
    /// never.
    pub commit_week: Option<u16>,
    /// How many minutes before the end of the work hours to remind of closing the day; `None`:
    /// never.
    pub close_day: Option<u16>,
    /// Whether nothing is shown while a focus session is at work; it is listed afterwards.
    pub quiet_focus: bool,
    /// The rounds a focus session begins with.
    pub rounds: Rounds,
    /// Whether the next round begins by itself when a break is over.
    pub next_round_by_itself: bool,
    /// Minutes of absence after which to ask what they were; `None`: never.
    pub ask_after_idle: Option<u16>,
}

impl Default for Attention {
    fn default() -> Attention {
        Attention {
            before: [Some(5), Some(5), Some(5), None],
            break_after: Some(120),
            end_of_work: true,
            commit_week: Some(9 * 60 + 30),
            close_day: Some(15),
            quiet_focus: true,
            rounds: Rounds::default(),
            next_round_by_itself: false,
            ask_after_idle: Some(10),
        }
    }
}

impl Attention {
    /// The minutes before a block of a category.
    pub fn before(&self, category: Category) -> Option<u16> {
        self.before[category as usize]
    }
}
