//! What a person can do with the planner: the one door for the window, the command line and tests.
//!
//! It turns requests into domain values, lets the core decide and the store save, and turns the
//! result into words. It does not know what a window is, and takes the time of every request as an
//! argument.

mod actual;
mod agenda;
mod apply;
mod attention;
mod backlog;
mod backups;
mod blocks;
mod boundaries;
mod calendars;
mod commitment;
mod day;
mod declines;
mod demo;
mod details;
mod export;
mod figures;
mod file;
pub mod folder;
mod import;
mod labels;
mod laying;
pub mod locale;
mod measure;
mod merge;
pub mod messages;
mod moment;
mod month;
mod outcome;
mod planner;
mod preview;
mod quick;
pub mod recovery;
mod refresh;
mod reminders;
mod scene;
mod search;
mod season;
mod series;
mod settings;
mod shown;
mod subscribe;
mod suggest;
mod suggested;
mod tasks;
mod templates;
mod tray;
mod vocabulary;
mod wall;
mod went;
mod words;
mod zones;

pub use actual::{AbsenceBeat, SessionBeat, Words};
pub use agenda::AgendaRow;
pub use evenkeel_core::actual::Ticks;
pub use evenkeel_core::category::Category;
pub use evenkeel_core::event::FeedId;
pub use evenkeel_core::repeat::Repeat;
pub use evenkeel_core::subscription::{ChangeKind, SecretAddress};
pub use evenkeel_core::time::Instant;
pub use measure::{Measured, measure};
pub use moment::{Because, Moment};
pub use planner::Planner;
pub use season::advice;
pub use suggested::{Suggested, suggested};
pub use tray::TrayLines;
pub use wall::Step;
pub use words::unwritten;
