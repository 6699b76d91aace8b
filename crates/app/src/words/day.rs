//! What is refused about days and their close, in sentences.

use crate::labels::title;
use crate::messages::Fault;
use chrono::NaiveDate;
use evenkeel_core::close::{CloseRefusal, ENERGY, LONGEST_LINE};

impl From<CloseRefusal> for Fault {
    fn from(refusal: CloseRefusal) -> Fault {
        match refusal {
            CloseRefusal::NotBegun { day } => Fault::refused(
                format!("{} has not begun.", name(day)),
                "A day can be closed once it has begun.",
            ),
            CloseRefusal::Energy { given } => Fault::refused(
                format!("Energy cannot be {given}."),
                format!("Choose {} to {}.", ENERGY.start(), ENERGY.end()),
            )
            .at("energy"),
            CloseRefusal::LineTooLong { characters } => Fault::refused(
                format!("The line has {characters} characters; {LONGEST_LINE} are allowed."),
                "Shorten it to what matters most.",
            )
            .at("line"),
            CloseRefusal::NotClosed { day } => Fault::refused(
                format!("{} is not closed.", name(day)),
                "There is nothing to open again.",
            ),
        }
    }
}

/// A block that does not stand on the day that is closed.
pub(crate) fn elsewhere(of: &str, day: NaiveDate) -> Fault {
    Fault::refused(
        format!(
            "\u{201c}{}\u{201d} does not stand on {} any more.",
            title(of),
            name(day)
        ),
        "Look at what is left of the day again.",
    )
}

/// A meeting from a calendar, which cannot be moved on.
pub(crate) fn of_a_calendar(of: &str) -> Fault {
    Fault::refused(
        format!(
            "\u{201c}{}\u{201d} comes from a calendar and is moved there.",
            title(of)
        ),
        "Leave it, or say that it is done.",
    )
}

/// Something was said twice of the same block.
pub(crate) fn said_twice(of: &str) -> Fault {
    Fault::refused(
        format!("Two things are to become of \u{201c}{}\u{201d}.", title(of)),
        "Choose one of them.",
    )
}

/// A block that stays because the day it would go on has no room for it.
pub(crate) fn no_room(of: &str, on: &str) -> String {
    format!(
        "\u{201c}{}\u{201d} stays: nothing is free for it {on}.",
        title(of)
    )
}

/// A block that stays because there is no day with work ahead.
pub(crate) fn no_day(of: &str) -> String {
    format!(
        "\u{201c}{}\u{201d} stays: no work day comes in the next four weeks.",
        title(of)
    )
}

/// A block that stays because it may not be moved.
pub(crate) fn stays(of: &str, why: &Fault) -> String {
    format!("\u{201c}{}\u{201d} stays. {}", title(of), why.message)
}

fn name(day: NaiveDate) -> String {
    day.format("%A %-d %B %Y").to_string()
}
