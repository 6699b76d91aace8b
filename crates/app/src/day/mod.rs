//! A day: what was planned and done on it, and how it is closed. What is done and what is left is
//! decided in the core.

mod close;
mod moved;
mod read;
mod review;
mod tick;

pub(crate) use read::{closed_days, ticked};

use crate::scene::Scene;
use chrono::NaiveDate;
use evenkeel_core::time::{Instant, Span, logical_day};

/// The logical day an instant belongs to.
pub(crate) fn day_at(at: Instant, scene: &Scene) -> NaiveDate {
    logical_day(scene.home.wall(at), scene.day_start())
}

/// The instants of a logical day.
pub(crate) fn span_of_day(day: NaiveDate, scene: &Scene) -> Span {
    let begins = |day: NaiveDate| scene.home.instant(day.and_time(scene.day_start()));
    Span::new(begins(day), begins(day.succ_opt().unwrap_or(day)))
}
