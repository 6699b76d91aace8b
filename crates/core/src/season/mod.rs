//! Seasons: what is wanted for some dates, and starting points for it. Presets, five questions, the
//! phases of a crisis, and which target holds when.
//!
//! All numbers here are starting points and say where they come from. They are about time, never
//! about the person: nothing is called a manager or a leader, and how and when weighs as much as why
//! and where.

mod check;
mod crisis;
mod free;
mod preset;
mod questionnaire;
mod timeline;
mod wanted;

pub use check::SeasonRefusal;
pub use crisis::{CRISIS_PHASES, CrisisPhase, Ended, SUGGESTED, Suggested, begun, ended, running};
pub use free::{first_free, hours_of};
pub use preset::{CONTEXTS, ContextPreset, Origin, SHAPES, Shape, Shares, context, shape};
pub use questionnaire::{Answer, Industry, QUESTIONS, Question, lead_target, nearest};
pub use timeline::{Effective, Meeting, meetings, timeline};
pub use wanted::{Wanted, wanted};

use std::ops::RangeInclusive;

/// Lead targets that may be set, whole percent. Every week needs some of both.
pub const LEAD_TARGETS: RangeInclusive<u8> = 5..=95;
/// Growth is never taken below this by a season's shape, minutes a week.
pub const LEAST_GROWTH_MINUTES: u32 = 60;
/// Longest name of a season, characters.
pub const LONGEST_NAME: usize = 100;
