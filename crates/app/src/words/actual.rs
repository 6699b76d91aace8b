//! Refusals about what happened: timers, entries, what was planned and is confirmed.

use crate::labels::title;
use crate::messages::{Fault, FaultCode, NextShown};
use chrono::{NaiveDate, NaiveDateTime};
use evenkeel_core::actual::Entry;
use evenkeel_core::actual::by_hand::{EntryRefusal, LONGEST_NOTE};
use evenkeel_core::actual::record::EndRefusal;
use evenkeel_core::edit::{LONGEST_TITLE, Refusal};
use evenkeel_core::text;
use evenkeel_core::time::Zone;

impl From<EntryRefusal> for Fault {
    fn from(refusal: EntryRefusal) -> Fault {
        let fault = match refusal {
            EntryRefusal::EndsBeforeStart => Fault::refused(
                "The end is not after the start.",
                "Choose a later end or an earlier start.",
            ),
            EntryRefusal::TooLong { seconds } => Fault::refused(
                format!(
                    "An entry by hand cannot last longer than 24 h; this one would last {}.",
                    length(seconds)
                ),
                "Choose another start or end, or make several entries.",
            ),
            EntryRefusal::Future => Fault::refused(
                "An entry cannot end in the future: it says what happened.",
                "Choose an end that is over, or plan a block instead.",
            ),
            EntryRefusal::NoTitle => nothing_said(),
            EntryRefusal::TitleTooLong { characters } => Fault::refused(
                format!("The title has {characters} characters; {LONGEST_TITLE} are allowed."),
                "Shorten it, or put the rest into the note.",
            ),
            EntryRefusal::NoteTooLong { characters } => Fault::refused(
                format!("The note has {characters} characters; {LONGEST_NOTE} are allowed."),
                "Shorten it.",
            ),
            EntryRefusal::OutsideCalendar => Fault::from(Refusal::OutsideCalendar),
        };
        fault.at(refusal.field())
    }
}

/// Neither a block nor words.
pub(crate) fn nothing_said() -> Fault {
    Fault::refused(
        "Nothing says what the time is for.",
        "Choose a block, or write what it is.",
    )
    .at("title")
}

/// A title as long as a title may be.
pub(crate) fn title_fits(name: &str) -> Result<(), Fault> {
    let characters = name.chars().count();
    match LONGEST_TITLE < characters {
        true => Err(EntryRefusal::TitleTooLong { characters }.into()),
        false => Ok(()),
    }
}

/// A request about something else.
pub(crate) fn not_about_this() -> Fault {
    Fault::refused("This is not about what happened.", "Nothing changed.")
}

/// Nothing to stop, to hold or to note in.
pub(crate) fn nothing_runs() -> Fault {
    Fault::new(
        FaultCode::Gone,
        "Nothing is running.",
        "Start a block or something else first.",
    )
}

/// A start without a word while nothing is planned.
pub(crate) fn nothing_under_way(next: Option<&NextShown>) -> Fault {
    let hint = match next {
        Some(next) => format!("Next is {}: name it, or write what it is.", next.words),
        None => "Name a block, or write what it is.".into(),
    };
    Fault::refused("Nothing is planned right now.", hint)
}

/// A pause or a break.
pub(crate) fn nothing_recorded() -> Fault {
    Fault::refused(
        "Nothing is being recorded right now.",
        "Go on first, then note what comes up.",
    )
}

pub(crate) fn long_word() -> Fault {
    Fault::refused(
        format!("This is longer than {LONGEST_TITLE} characters."),
        "Note it in a word or a few.",
    )
    .at("word")
}

/// A start in the future.
pub(crate) fn starts_later() -> Fault {
    Fault::refused(
        "Nothing can be started in the future.",
        "Leave the time out to start now, or plan a block.",
    )
    .at("at")
}

/// A start further back than an entry may reach.
pub(crate) fn started_long_ago() -> Fault {
    Fault::refused(
        "A timer can be started at most 24 h back.",
        "Enter what was before by hand.",
    )
    .at("at")
}

/// A start inside time that is recorded.
pub(crate) fn recorded_until(name: &str, end: NaiveDateTime) -> Fault {
    let until = end.format("%H:%M");
    Fault::refused(
        format!(
            "Until {until} something is recorded already: \u{201c}{}\u{201d}.",
            title(name)
        ),
        format!("Choose {until} or later, or correct that entry first."),
    )
    .at("at")
}

/// A start before that of what runs.
pub(crate) fn runs_since(name: &str, refusal: EndRefusal, home: &Zone) -> Fault {
    match refusal {
        EndRefusal::Future => starts_later(),
        EndRefusal::BeforeStart { since } => Fault::refused(
            format!(
                "\u{201c}{}\u{201d} runs since {}, so nothing else can have begun before.",
                title(name),
                home.wall(since).format("%H:%M")
            ),
            "Choose a later time, or stop it and correct its entry.",
        )
        .at("at"),
    }
}

/// An end that cannot be.
pub(crate) fn cannot_end(name: &str, refusal: EndRefusal, home: &Zone) -> Fault {
    match refusal {
        EndRefusal::Future => Fault::refused(
            "Nothing can have ended in the future.",
            "Leave the time out to stop now.",
        ),
        EndRefusal::BeforeStart { since } => Fault::refused(
            format!(
                "\u{201c}{}\u{201d} began at {}, so it cannot have ended before.",
                title(name),
                home.wall(since).format("%H:%M")
            ),
            "Choose a later time.",
        ),
    }
    .at("at")
}

pub(crate) fn split_outside(entry: &Entry, home: &Zone) -> Fault {
    let (start, end) = (home.wall(entry.span.start), home.wall(entry.span.end));
    Fault::refused(
        format!(
            "\u{201c}{}\u{201d} cannot be split there.",
            title(&entry.subject.title)
        ),
        format!(
            "Choose a time between {} and {}.",
            start.format("%H:%M"),
            end.format("%H:%M")
        ),
    )
    .at("at")
}

pub(crate) fn no_entry_selected() -> Fault {
    Fault::refused("No entry is selected.", "Select one first.")
}

pub(crate) fn no_block_selected() -> Fault {
    Fault::refused("No block is selected.", "Select one first.")
}

/// A day without a plan.
pub(crate) fn nothing_planned(day: NaiveDate) -> Fault {
    Fault::refused(
        format!("Nothing is planned on {}.", day.format("%A %-d %B")),
        "Enter what happened by hand.",
    )
}

/// No plan after the last entry of a day.
pub(crate) fn nothing_after(last: NaiveDateTime) -> Fault {
    Fault::refused(
        format!("Nothing is planned after {}.", last.format("%A %H:%M")),
        "Enter what happened by hand.",
    )
}

/// A plan that lies ahead.
pub(crate) fn not_begun() -> Fault {
    Fault::refused(
        "Nothing of this has begun yet.",
        "Confirm it when it is over; what is under way counts up to now.",
    )
}

/// A plan all of whose time is recorded.
pub(crate) fn all_recorded() -> Fault {
    Fault::refused(
        "All of this time is recorded already.",
        "Correct its entries if it was different.",
    )
}

/// A stretch that is no absence.
pub(crate) fn no_absence() -> Fault {
    Fault::refused(
        "This absence is not over, or has no length.",
        "Enter what happened by hand.",
    )
}

/// An absence from nothing.
pub(crate) fn nothing_recorded_then() -> Fault {
    Fault::refused(
        "Nothing was being recorded then, so there is nothing to take out.",
        "Enter what happened by hand.",
    )
}

fn length(seconds: i64) -> String {
    text::duration(crate::actual::whole_minutes(seconds))
}
