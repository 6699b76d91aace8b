//! What is refused about committed weeks and protected time, in sentences.

use crate::labels::title;
use crate::messages::{Fault, FaultCode};
use chrono::NaiveDate;

/// Protected time that a write would give up.
pub(crate) fn needs_reason(titles: &[&str]) -> Fault {
    let message = match titles {
        [only] => format!("\u{201c}{}\u{201d} is protected time.", title(only)),
        several => format!("{} of these blocks are protected time.", several.len()),
    };
    Fault::new(
        FaultCode::NeedsReason,
        message,
        "Say why to change it: your own choice, from outside, or room was kept for it.",
    )
}

/// A week that is over cannot be committed any more.
pub(crate) fn week_over(first: NaiveDate) -> Fault {
    Fault::refused(
        format!("The week of {} is over.", day(first)),
        "A week can be committed until it ends.",
    )
}

/// There is nothing to commit to.
pub(crate) fn nothing_to_commit(first: NaiveDate) -> Fault {
    Fault::refused(
        format!("Nothing is planned in the week of {}.", day(first)),
        "Plan a block first; then commit the week.",
    )
}

/// The week is committed just so.
pub(crate) fn committed_already(first: NaiveDate) -> Fault {
    Fault::refused(
        format!(
            "The week of {} is committed as it stands already.",
            day(first)
        ),
        "Change something, or withdraw the commitment.",
    )
}

/// No commitment stands for the week.
pub(crate) fn not_committed(first: NaiveDate) -> Fault {
    Fault::refused(
        format!("The week of {} is not committed.", day(first)),
        "Commit it first.",
    )
}

/// The occurrence to put back is no part of its series any more.
pub(crate) fn changed_as_a_whole(of: &str) -> Fault {
    Fault::refused(
        format!(
            "The series of \u{201c}{}\u{201d} was changed as a whole.",
            title(of)
        ),
        "Undo that change or move the series back.",
    )
}

/// None of the blocks departs from the commitment.
pub(crate) fn no_such_change() -> Fault {
    Fault::refused(
        "This is as it was committed.",
        "There is nothing to put back and nothing to explain.",
    )
}

fn day(date: NaiveDate) -> String {
    date.format("%-d %B").to_string()
}
