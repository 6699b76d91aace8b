//! An error or a refusal as a person reads it.

use serde::Serialize;

/// What kind of fault it is; only kinds that some reader tells apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum FaultCode {
    /// The request cannot be carried out as asked; nothing changed.
    Refused,
    /// It would give up protected time, and needs a reason: the same request in `because`.
    NeedsReason,
    /// The thing it is about is not there any more.
    Gone,
    /// The file cannot be used.
    File,
    /// The disk is full or cannot be written.
    Disk,
    /// Another program holds the data.
    Busy,
    /// The data is damaged or from a newer program.
    Data,
}

/// What happened, to what, and what to do next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Fault {
    /// Its kind.
    pub code: FaultCode,
    /// One sentence: what happened, to what.
    pub message: String,
    /// One sentence: what to do next; may be empty.
    pub hint: String,
    /// The form field it belongs to: `title`, `start`, `end`, `zone`, `target`, …
    pub field: Option<String>,
}

impl std::fmt::Display for Fault {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{}", self.message)
    }
}

impl std::error::Error for Fault {}
