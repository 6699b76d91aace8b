//! Calendar files (iCalendar, RFC 5545): reading what other programs wrote, and writing what they
//! ask for. It touches no file, and it does not expand recurrences.
//!
//! The `ical` crate parses the content lines. Bytes, components, typed values and writing are done
//! here, because used bare it loses text and whole calendars.

mod bytes;
mod content;
mod definition;
mod event;
mod line;
mod link;
mod moment;
mod parts;
mod problem;
pub(crate) mod read;
mod tree;
pub(crate) mod value;
mod vtimezone;
mod windows;
mod write;
mod zone;

pub use problem::Problem;
pub use read::{Calendar, NotACalendar, read};
pub use write::{Export, write};
