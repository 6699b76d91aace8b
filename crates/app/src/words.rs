//! Every refusal and every error as a sentence: what happened, to what, what to do next.

pub(crate) mod actual;
pub(crate) mod addresses;
mod attention;
pub(crate) mod commitment;
pub(crate) mod day;
mod session;
pub(crate) mod stale;
mod tasks;

pub(crate) mod templates;

use crate::labels::title;
use crate::messages::{Fault, FaultCode};
use chrono::{NaiveDate, NaiveDateTime};
use evenkeel_core::edit::{LEAST_MINUTES, LONGEST_TITLE, Refusal};
use evenkeel_core::facets::{LONGEST_TAG, MOST_TAGS};
use evenkeel_core::recur::MOST_COUNT;
use evenkeel_core::repeat::{MOST_INTERVAL, Unusable};
use evenkeel_store::{Error, OpenError};
use std::io::ErrorKind;
use std::path::Path;

impl Fault {
    /// A fault with a message and a hint.
    pub(crate) fn new(
        code: FaultCode,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) -> Fault {
        Fault {
            code,
            message: message.into(),
            hint: hint.into(),
            field: None,
        }
    }

    /// The same fault, shown at a field of a form.
    pub(crate) fn at(self, field: &str) -> Fault {
        Fault {
            field: Some(field.into()),
            ..self
        }
    }

    /// A request that cannot be carried out.
    pub(crate) fn refused(message: impl Into<String>, hint: impl Into<String>) -> Fault {
        Fault::new(FaultCode::Refused, message, hint)
    }

    /// Something that is not there any more.
    pub(crate) fn gone(what: &str) -> Fault {
        Fault::new(
            FaultCode::Gone,
            format!("This {what} is not there any more."),
            "It may have been removed elsewhere; the week has been read again.",
        )
    }
}

impl From<Refusal> for Fault {
    fn from(refusal: Refusal) -> Fault {
        let field = refusal.field();
        let fault = sentence(&refusal);
        match field {
            Some(field) => fault.at(field.name()),
            None => fault,
        }
    }
}

fn sentence(refusal: &Refusal) -> Fault {
    let quoted = |name: &str| format!("\u{201c}{}\u{201d}", title(name));
    match refusal {
        Refusal::NothingSelected => Fault::refused("No block is selected.", "Select one first."),
        Refusal::Gone { .. } => Fault::gone("block"),
        Refusal::Locked { title, .. } => Fault::refused(
            format!("{} is locked where it is.", quoted(title)),
            "Unlock it in its panel to move it.",
        ),
        Refusal::EndsBeforeStart { .. } => Fault::refused(
            "The end is not after the start.",
            "Choose a later end or an earlier start.",
        ),
        Refusal::TooLong { .. } => Fault::refused(
            "A block cannot last longer than 7 days.",
            "Choose an earlier end, or make several blocks.",
        ),
        Refusal::TooShort { title, .. } => Fault::refused(
            format!(
                "{} would be shorter than {LEAST_MINUTES} minutes.",
                quoted(title)
            ),
            "Leave it a little more time.",
        ),
        Refusal::TitleTooLong { characters } => Fault::refused(
            format!("The title has {characters} characters; {LONGEST_TITLE} are allowed."),
            "Shorten it, or put the rest into the notes.",
        ),
        Refusal::UnknownZone { name } => Fault::refused(
            format!("No time zone is called \u{201c}{name}\u{201d}."),
            "Choose one from the list, such as Europe/Berlin.",
        ),
        Refusal::OutsideCalendar => Fault::refused(
            "The date lies outside the calendar.",
            "Choose a year between 1900 and 9990.",
        ),
        Refusal::NoRoom { title, day, .. } => Fault::refused(
            format!(
                "There is no room left for {} on {}.",
                quoted(title),
                day.format("%A")
            ),
            "Let the others stay, or choose another place.",
        ),
        Refusal::WouldVanish { title, .. } => Fault::refused(
            format!("Nothing would be left of {}.", quoted(title)),
            "Let the others stay or push them instead.",
        ),
        Refusal::OnSibling { title, day } => Fault::refused(
            format!(
                "{} already takes place then, on {}.",
                quoted(title),
                day.format("%A %-d %B")
            ),
            "Choose another time, or delete one of the two first.",
        ),
        Refusal::CannotFollow { title } => Fault::refused(
            format!("How {} repeats cannot be moved as a whole.", quoted(title)),
            "Move this one alone, or choose another way to repeat first.",
        ),
        Refusal::OneAlone { title } => Fault::refused(
            format!(
                "One time of {} cannot repeat in its own way.",
                quoted(title)
            ),
            "Change this and the following ones, or all of them.",
        ),
        Refusal::NothingLeft { title } => Fault::refused(
            format!("{} would not take place any more.", quoted(title)),
            "Put a skipped one back, choose other days, or delete the series.",
        ),
        Refusal::Repeat { title, why } => unusable(title, *why),
        Refusal::SplitOutside { title, .. } => Fault::refused(
            format!("{} cannot be split there.", quoted(title)),
            "Choose a time inside it, at least 5 minutes from both ends.",
        ),
        Refusal::NoShare => Fault::refused(
            "A share cannot be more than 100 %.",
            "Choose one from 0 to 100.",
        ),
        Refusal::NoTag => Fault::refused(
            "This cannot be a tag.",
            format!("Write a word or two, at most {LONGEST_TAG} characters."),
        ),
        Refusal::TooManyTags => Fault::refused(
            format!("A block carries at most {MOST_TAGS} tags."),
            "Take one away first.",
        ),
    }
}

/// A series named where one of its occurrences is meant.
pub(crate) fn which_one(name: &str, day: NaiveDate) -> Fault {
    Fault::refused(
        format!(
            "\u{201c}{}\u{201d} repeats, so this does not say which one.",
            title(name)
        ),
        format!("Name its day with --at, such as --at {day}."),
    )
}

/// A series of which more than one occurrence stands on the day that was named.
pub(crate) fn which_time(name: &str, first: NaiveDateTime, second: NaiveDateTime) -> Fault {
    Fault::refused(
        format!(
            "\u{201c}{}\u{201d} stands on {} more than once: at {} and at {}.",
            title(name),
            first.date(),
            first.format("%H:%M"),
            second.format("%H:%M"),
        ),
        format!(
            "Name its time too, such as --at {}.",
            first.format("%Y-%m-%dT%H:%M")
        ),
    )
}

/// A day named beside a key that says which occurrence it is.
pub(crate) fn said_twice(key: &str) -> Fault {
    Fault::refused(
        format!("{} already says which one it is.", key.escape_debug()),
        "Leave --at out, or give the key without its time.",
    )
}

/// A series that does not take place on a day.
pub(crate) fn not_then(name: &str, day: NaiveDate) -> Fault {
    Fault::refused(
        format!(
            "\u{201c}{}\u{201d} does not take place on {day}.",
            title(name)
        ),
        "keel agenda shows when it does.",
    )
}

/// Words that say no way to repeat.
pub(crate) fn no_repeat(words: &str) -> Fault {
    Fault::refused(
        format!(
            "\u{201c}{}\u{201d} is no way to repeat.",
            words.escape_debug()
        ),
        "Write it as in: every second Tuesday, every weekday until 18 Dec, every month.",
    )
}

/// Why there can be no such series.
fn unusable(name: &str, why: Unusable) -> Fault {
    match why {
        Unusable::Interval => Fault::refused(
            format!("A series can skip at most {MOST_INTERVAL} days, weeks, months or years."),
            "Choose a number from 1 on.",
        ),
        Unusable::Count => Fault::refused(
            format!("A series can take place 1 to {MOST_COUNT} times."),
            "Choose another number, or let it end on a day.",
        ),
        Unusable::Day => Fault::refused(
            "No month has this day.",
            "Choose a day from 1 to 31, or the last one.",
        ),
        Unusable::Never { first } => Fault::refused(
            format!(
                "\u{201c}{}\u{201d} would never take place: its first day would be {}.",
                title(name),
                first.format("%A %-d %B %Y")
            ),
            "Choose a later end or other days.",
        ),
    }
}

impl From<Error> for Fault {
    fn from(error: Error) -> Fault {
        match error {
            Error::Full => Fault::new(
                FaultCode::Disk,
                "The disk is full, so this was not saved.",
                "Free some space and try again; everything saved before is still there.",
            ),
            Error::ReadOnly => Fault::new(
                FaultCode::Disk,
                "The data folder cannot be written to, so this was not saved.",
                "Make the folder writable and try again.",
            ),
            Error::Busy => Fault::new(
                FaultCode::Busy,
                "Another program is writing to the plan right now.",
                "Try again in a moment.",
            ),
            Error::Io(what) => Fault::new(
                FaultCode::Disk,
                format!("The disk reported a failure: {what}."),
                "What was saved before is still there; check the disk.",
            ),
            Error::Damaged(_) => Fault::new(
                FaultCode::Data,
                "The plan's file is damaged.",
                "Restore a backup in Settings, or with keel restore.",
            ),
            Error::Refused(what) => Fault::new(
                FaultCode::Refused,
                format!("The database refused the change: {what}."),
                "Nothing changed.",
            ),
            Error::IdsUsedUp => Fault::new(
                FaultCode::Refused,
                "The database cannot take any more entries.",
                "Export the plan and start a new one.",
            ),
            Error::NeedsLock => Fault::new(
                FaultCode::Busy,
                "An Evenkeel window has the plan open.",
                "Close the window and try again.",
            ),
            Error::NoBackup(what) => Fault::new(
                FaultCode::Disk,
                format!("The backup could not be made, so nothing was changed: {what}."),
                "Free some space or make the folder writable, and try again.",
            ),
            Error::BackupNewer => Fault::new(
                FaultCode::Data,
                "This backup comes from a newer Evenkeel, so it was not used.",
                "Install the newer version, or choose another one; nothing changed.",
            ),
            Error::BackupDamaged(_) => Fault::new(
                FaultCode::Data,
                "This backup is damaged, so it was not used.",
                "Choose another one; nothing changed.",
            ),
        }
    }
}

/// Why the plan could not be opened, and whether a backup can be put in its place.
pub(crate) fn unopened(error: &OpenError) -> (Fault, bool) {
    let data = |message: String, hint: &str| Fault::new(FaultCode::Data, message, hint);
    let disk = |message: String, hint: &str| Fault::new(FaultCode::Disk, message, hint);
    const RESTORE: &str = "Restore a backup, or put the damaged files aside and start anew.";
    match error {
        OpenError::AlreadyOpen { .. } => (
            Fault::new(
                FaultCode::Busy,
                "The plan is already open in another window.",
                "Use that window, or close it and start again.",
            ),
            false,
        ),
        OpenError::Missing { database } => (
            data(
                format!(
                    "The plan's file {} is gone, although there was one.",
                    database.display()
                ),
                "If the disk or folder is not connected, connect it and start again; else restore a backup.",
            ),
            true,
        ),
        OpenError::Damaged { database, .. } => (
            data(
                format!("The plan's file {} is damaged.", database.display()),
                RESTORE,
            ),
            true,
        ),
        OpenError::Older { database, .. } => (
            data(
                format!(
                    "The plan's file {} is older than what was saved.",
                    database.display()
                ),
                "If an older copy was put back on purpose, keel restore --accept opens it as it is. Else restore a backup, or put it aside and start anew.",
            ),
            true,
        ),
        OpenError::Foreign { database } => (
            data(
                format!("{} belongs to another program.", database.display()),
                "Choose another data folder, or put that file aside and start anew.",
            ),
            true,
        ),
        OpenError::Newer { database, .. } => (
            data(
                format!(
                    "The plan's file {} comes from a newer Evenkeel.",
                    database.display()
                ),
                "Install the newer version; the file was not touched.",
            ),
            false,
        ),
        OpenError::NeedsWindow { .. } => (
            Fault::new(
                FaultCode::Busy,
                "The plan has an older format, and a window has it open.",
                "Close the window and try again.",
            ),
            false,
        ),
        OpenError::Migration { database, what } => (
            data(
                format!(
                    "The plan's file {} could not be brought up to date: {what}.",
                    database.display()
                ),
                "It is as it was. Free some space and start again, or restore a backup.",
            ),
            true,
        ),
        OpenError::NoFolder { folder, .. } if folder.is_file() => (
            disk(
                format!("{} is a file, not a data folder.", folder.display()),
                "Move it away, or set EVENKEEL_DATA to another place.",
            ),
            false,
        ),
        OpenError::NoFolder { folder, what } => (
            disk(
                format!(
                    "The data folder {} cannot be created: {what}.",
                    folder.display()
                ),
                "Make its parent folder writable, or set EVENKEEL_DATA to another place.",
            ),
            false,
        ),
        OpenError::ReadOnly { folder } => (
            disk(
                format!("The data folder {} cannot be written to.", folder.display()),
                "Make it writable and start again.",
            ),
            false,
        ),
        OpenError::Full { folder } => (
            disk(
                format!("The disk that holds {} is full.", folder.display()),
                "Free some space and start again; everything saved before is still there.",
            ),
            false,
        ),
        OpenError::Busy { database } => (
            Fault::new(
                FaultCode::Busy,
                format!("{} is in use by another program.", database.display()),
                "Try again in a moment.",
            ),
            false,
        ),
        OpenError::Io { folder, what } => (
            disk(
                format!("{} cannot be read: {what}.", folder.display()),
                "Check the disk and start again.",
            ),
            false,
        ),
    }
}

/// A file that could not be read or written.
pub fn unwritten(path: &Path, error: &std::io::Error) -> Fault {
    file(path, error, "write")
}

/// What went wrong with a file.
pub(crate) fn file(path: &Path, error: &std::io::Error, doing: &str) -> Fault {
    let name = path.display();
    let (message, hint) = match error.kind() {
        ErrorKind::NotFound => (
            format!("{name} is not there."),
            "Check the name and try again.".into(),
        ),
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => (
            format!("There is no permission to {doing} {name}."),
            "Choose another place, or change its permissions.".into(),
        ),
        ErrorKind::IsADirectory => (
            format!("{name} is a folder."),
            "Choose a calendar file (.ics).".into(),
        ),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => (
            format!("The disk is full, so {name} was not written."),
            "Free some space, or choose another place.".into(),
        ),
        _ => (
            format!("{name} could not be used."),
            format!("The system said: {error}."),
        ),
    };
    Fault::new(FaultCode::File, message, hint)
}

mod plan;
pub(crate) use plan::subject;

#[cfg(test)]
mod tests;
