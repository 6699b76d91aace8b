//! The metrics of a week, one file each: pure functions from stretches of time to figures. They
//! read no clock, and say nothing about people: what a figure may be called is decided where it is
//! shown.
//!
//! Minutes come from instants, so a night in which clocks jump has its real length. A ratio with
//! nothing to divide by is `None`; counts and sums of nothing are 0. Nothing is rounded.
//! [`figures()`] cuts a [`Record`] to its week and takes all of them, [`displaced()`] says what took
//! the place of what was missed; balance, focus and switches
//! are the ones of [`crate::balance`], [`crate::focus`] and [`crate::switches`].
//!
//! Over several weeks, of which [`coverage()`] says whether they are complete: [`streak()`],
//! [`long_hours()`], [`vacation_gap()`], one's own [`baseline()`] with [`usual()`] and [`ewma()`],
//! the check-in's [`score()`] and [`band()`], and the [`level()`] of strain signs.

mod adherence;
mod baseline;
mod breaks;
mod buffers;
mod check_in;
mod coverage;
mod day;
mod displaced;
mod ewma;
mod figures;
mod lead;
mod level;
mod load_rest;
mod long_hours;
mod meetings;
mod personal;
mod record;
mod reshuffle;
mod rules;
mod streak;
mod union;
mod usual;
mod vacation;
mod written;

#[cfg(test)]
mod properties;

pub use adherence::{Adherence, CarriedOut, Kept, adherence, carried_out};
pub use baseline::{BASELINE_WEEKS, WEEKS_LEFT_OUT, baseline};
pub use breaks::{Breaks, breaks};
pub use buffers::{Buffers, buffers};
pub use check_in::{Band, LEAST_ANSWERS, band, score};
pub use coverage::{COMPLETE, coverage};
pub(crate) use day::instants;
pub use day::{Day, days};
pub use displaced::{By, Missed, NOTED_BEFORE, Part, displaced, ledger};
pub use ewma::{LAMBDA, LIMIT_WIDTH, Smoothed, ewma};
pub use figures::{Figures, FocusFigures, SwitchFigures, figures};
pub use lead::{Lead, is_lead_told, lead};
pub use level::{Family, LEAST_WEEKS, Level, Signs, level};
pub use load_rest::{LoadRest, Neighbours, load_rest};
pub use long_hours::{LongHours, MEAN_WEEKS, long_hours};
pub use meetings::{Meetings, free_half_days, meetings};
pub use personal::{LeisureTime, Personal, personal};
pub use record::{Entry, Planned, Record};
pub use reshuffle::{Reason, Reshuffle, own_changes, reshuffle};
pub use rules::Rules;
pub use streak::streak;
pub use usual::{LEAST_BASELINE, StillLearning, Usual, usual};
pub use vacation::{VACATION_DAYS, VACATION_WORK_DAYS, vacation_gap};
pub use written::{Written, WrittenProblem};
