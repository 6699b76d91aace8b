//! The command line as a person meets it: the real program on folders of its own.

#![cfg(test)]

mod agenda;
mod backups;
mod broken;
mod closes;
mod commits;
mod edits;
mod entries;
mod exports;
mod imports;
mod keel;
mod metrics;
mod refusals;
#[allow(unreachable_pub)]
#[path = "../../../../tests/harness/script.rs"]
mod script;
mod subscribes;
mod suggests;
mod templates;
mod together;
mod words;
