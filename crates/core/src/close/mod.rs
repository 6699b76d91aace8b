//! Closing a day: what may be said of it, what of its plan is left, and where that goes on.
//!
//! It moves nothing by itself: what becomes of each block is the person's word.

mod check;
mod left;
mod next;

pub use check::{CloseRefusal, ENERGY, LONGEST_LINE, check};
pub use left::{is_left, unplanned};
pub use next::{NextDay, next_day, place};
