//! What a person can do, tested through the one door: every test opens a plan of its own in a
//! folder of its own, and says what time it is.

#![cfg(test)]

mod actual;
mod backlog;
mod boundaries;
mod clocks;
mod close_day;
mod commitment;
mod commitment_model;
mod crash;
mod declines;
mod desk;
mod faults;
mod imports;
mod journey;
mod limits;
mod look;
mod outcomes;
#[allow(unreachable_pub)]
#[path = "../../../../tests/harness/script.rs"]
mod script;
mod seasons;
mod series;
mod subscriptions;
mod suggests;
mod templates;
mod went;
mod work;
