//! Fetches a calendar from the address a person entered. The only network code of the program: it
//! talks to that address, and to where its server sends it on, and to nobody else.
//!
//! It does not know what a calendar means, keeps nothing, and never writes an address down: an
//! address may hold a secret.

mod address;
mod answer;
mod body;
mod client;
mod content;
mod fetch;
mod problem;

#[cfg(test)]
mod tls_tests;

pub use address::{Address, BadAddress};
pub use answer::{Answer, Fresh, Limits, Request};
pub use fetch::fetch;
pub use problem::Problem;
