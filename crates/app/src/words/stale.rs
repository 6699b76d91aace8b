//! Why a suggestion does not fit the plan any more.

use crate::labels::title;
use crate::messages::Fault;
use chrono::NaiveDate;

/// Nothing was asked for.
pub(crate) fn no_proposal() -> Fault {
    Fault::refused(
        "No suggestion was chosen.",
        "Take at least one of those that are listed.",
    )
}

/// What is to be given up is no rule and no day of the week.
pub(crate) fn no_rule(key: &str, rules: &[&str], week: &[NaiveDate]) -> Fault {
    let days = match (week.first(), week.last()) {
        (Some(first), Some(last)) => format!(", or a day of the week, day:{first} to day:{last}"),
        _ => String::new(),
    };
    Fault::refused(
        format!("\u{201c}{key}\u{201d} is nothing that can be given up in this week."),
        format!("Give up {}{days}.", rules.join(", ")),
    )
}

/// None of the suggestions fits any more.
pub(crate) fn stale(why: &[String]) -> Fault {
    let why = why.first().cloned().unwrap_or_default();
    Fault::refused(why, "Ask for new suggestions.")
}

/// A task that was finished or removed.
pub(crate) fn task(name: &str) -> String {
    format!(
        "\u{201c}{}\u{201d} is no longer in the backlog.",
        title(name)
    )
}

/// A block that was removed.
pub(crate) fn gone() -> String {
    "A block that was to move is not there any more.".into()
}

/// A block that was locked or protected.
pub(crate) fn stays(name: &str) -> String {
    format!(
        "\u{201c}{}\u{201d} is locked or protected by now.",
        title(name)
    )
}

/// A block that stands elsewhere.
pub(crate) fn moved(name: &str) -> String {
    format!("\u{201c}{}\u{201d} stands elsewhere by now.", title(name))
}

/// A time without length.
pub(crate) fn empty(name: &str) -> String {
    format!(
        "The end of \u{201c}{}\u{201d} is not after its start.",
        title(name)
    )
}

/// A time that is over.
pub(crate) fn past(name: &str) -> String {
    format!("The time of \u{201c}{}\u{201d} has passed.", title(name))
}

/// A place that is taken.
pub(crate) fn taken(name: &str, when: &str, other: &str) -> String {
    format!(
        "\u{201c}{}\u{201d} does not fit: {} stands in {when}.",
        title(name),
        title(other)
    )
}

/// A place that another suggestion takes.
pub(crate) fn twice(name: &str, when: &str) -> String {
    format!(
        "\u{201c}{}\u{201d} does not fit: another suggestion takes {when}.",
        title(name)
    )
}
