//! The domain of Evenkeel: values in, values out. It knows no clock, no disk, no network.

pub mod actual;
pub mod attention;
pub mod backlog;
pub mod balance;
pub mod block;
pub mod boundary;
pub mod category;
pub mod close;
pub mod commitment;
pub mod day_note;
pub mod decline;
pub mod demo;
pub mod edit;
pub mod event;
pub mod facets;
pub mod find;
pub mod focus;
pub mod handle;
pub mod hints;
pub mod ics;
pub mod metrics;
pub mod month;
pub mod place;
pub mod proposal;
pub mod quick;
pub mod recur;
pub mod remind;
pub mod repeat;
pub mod role;
pub mod rule;
pub mod season;
pub mod series;
pub mod settings;
pub mod stretch;
pub mod subscription;
pub mod suggest;
pub mod switches;
pub mod target;
pub mod task;
pub mod template;
pub mod text;
pub mod time;
pub mod week;

mod steps;
mod sweep;

#[cfg(test)]
mod drawn;
#[cfg(test)]
mod worked_examples;
#[cfg(test)]
mod worked_functions;
