//! Writing entries: ids are given out as they are needed, and what lay under them gives way.

use crate::messages::Fault;
use evenkeel_core::actual::lay::{self, GaveWay, Laid, NextId};
use evenkeel_core::actual::record::{EndRefusal, Recorded, record};
use evenkeel_core::actual::{Entry, EntryId, Mark, Running};
use evenkeel_core::time::{Instant, Span};
use evenkeel_store::Tx;

/// What became of something that ran.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Ended {
    /// What it was called.
    pub(crate) title: String,
    /// What is recorded of it.
    pub(crate) what: Left,
}

/// What something that ran leaves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Left {
    /// Time.
    Time {
        /// When it was, before others were spared.
        span: Span,
        /// Seconds of it for which something else is recorded, which stays.
        kept_out: i64,
        /// Whether the clock was set meanwhile.
        clock_set: bool,
    },
    /// Nothing more than is recorded already.
    Nothing,
    /// Nothing: it was too short.
    TooShort,
    /// Nothing: the clock stands before its beginning.
    Unknown,
}

/// Records what something that runs has come to by now, or had by `at`. It goes on running as far
/// as the store is concerned.
pub(crate) fn end(
    tx: &mut Tx<'_>,
    running: &Running,
    now: &Mark,
    at: Option<Instant>,
) -> Result<Result<Ended, EndRefusal>, Fault> {
    // An id is only given out for what is kept.
    let recorded = match record(running, now, at, EntryId(0)) {
        Ok(recorded) => recorded,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let what = match recorded {
        Recorded::Nothing => Left::Nothing,
        Recorded::TooShort => Left::TooShort,
        Recorded::Unknown => Left::Unknown,
        Recorded::Time { entry, clock_set } => {
            let span = entry.span;
            let laid = add(tx, *entry)?;
            Left::Time {
                span,
                kept_out: laid.kept_out,
                clock_set,
            }
        }
    };
    Ok(Ok(Ended {
        title: running.subject.title.clone(),
        what,
    }))
}

/// Lays a new entry over what stands there.
pub(super) fn add(tx: &mut Tx<'_>, entry: Entry) -> Result<Laid, Fault> {
    let id = tx.new_entry_id()?;
    lay_over(tx, Entry { id, ..entry })
}

/// Lays an entry over what stands there.
pub(super) fn lay_over(tx: &mut Tx<'_>, entry: Entry) -> Result<Laid, Fault> {
    let mut old = tx.entries_between(entry.span)?;
    if old.iter().all(|one| one.id != entry.id) {
        old.extend(tx.entry(entry.id)?);
    }
    let laid = with_ids(tx, |next| lay::lay(&old, entry, next))?;
    write(tx, laid)
}

/// Takes a stretch of time out of some entries.
pub(super) fn take_out(
    tx: &mut Tx<'_>,
    old: &[Entry],
    span: Span,
    now: Instant,
) -> Result<Vec<GaveWay>, Fault> {
    let laid = with_ids(tx, |next| lay::take_out(old, span, now.0, next))?;
    Ok(write(tx, laid)?.gave_way)
}

/// Writes what a laying came to.
pub(super) fn write(tx: &mut Tx<'_>, laid: Laid) -> Result<Laid, Fault> {
    for id in &laid.removed {
        tx.remove_entry(*id)?;
    }
    for entry in &laid.put {
        tx.put_entry(entry.clone())?;
    }
    Ok(laid)
}

/// Lets a pure function ask for ids.
pub(super) fn with_ids<T>(
    tx: &mut Tx<'_>,
    go: impl FnOnce(&mut NextId<'_>) -> T,
) -> Result<T, Fault> {
    let mut failed = None;
    let made = go(&mut || {
        tx.new_entry_id().unwrap_or_else(|error| {
            failed = Some(error);
            EntryId(0)
        })
    });
    match failed {
        Some(error) => Err(error.into()),
        None => Ok(made),
    }
}
