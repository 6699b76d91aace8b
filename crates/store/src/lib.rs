//! SQLite storage: the only crate that knows SQL.
//!
//! Reads go through [`Store::read`], every write through [`Store::transact`], which leaves an undo
//! step behind. This crate does not know why a row changes, what time it is, or what a balanced
//! week looks like.

mod apart;
mod backup;
mod connect;
mod diff;
mod error;
mod folder;
mod foreign;
mod given;
mod history;
mod location;
mod marker;
mod measured;
mod note;
mod open;
mod plan;
mod records;
pub mod recovery;
mod rows;
mod schema;
mod search;
mod store;
mod tx;
mod view;

pub use backup::{Backup, Counts, Reason, Report, backups_in};
pub use diff::{Diff, Diffs};
pub use error::Error;
pub use history::Undone;
pub use location::{Risk, risk};
pub use open::OpenError;
pub use plan::Loaded;
pub use search::{Found, Hit};
pub use store::{Owner, Store};
pub use tx::{Committed, Tx};
pub use view::View;
