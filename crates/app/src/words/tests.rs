//! Every refusal and every error has its sentence. The lists are complete: a variant without an
//! example here does not compile.

use super::*;
use evenkeel_core::actual::by_hand::EntryRefusal;
use evenkeel_core::attention::{AttentionRefusal, RoundsField};
use evenkeel_core::backlog::TaskRefusal;
use evenkeel_core::block::BlockId;
use evenkeel_core::edit::Field;
use evenkeel_core::handle::Handle;
use evenkeel_core::quick::Unread;
use evenkeel_core::repeat::Unusable;
use evenkeel_core::settings::SettingsRefusal;
use evenkeel_core::target::TargetRefusal;
use evenkeel_core::task::TaskId;
use std::path::PathBuf;

/// Holds a fault to how people are spoken to: one sentence and a hint, in plain words.
fn said_well(fault: &Fault) {
    for text in [&fault.message, &fault.hint] {
        assert!(text.ends_with('.') && !text.ends_with(".."), "{fault:?}");
        assert!(!text.starts_with(char::is_lowercase), "{fault:?}");
        for trace in ["::", "Err(", "Some(", "{", ".rs", "\"", "\n"] {
            assert!(!text.contains(trace), "{trace} in {fault:?}");
        }
    }
    assert!(!fault.message.contains(". "), "{fault:?}");
}

/// The variants of an enum, each with an example; complete, or it does not compile.
macro_rules! every {
    ($($pattern:pat => $example:expr),+ $(,)?) => {{
        let examples = vec![$($example),+];
        for example in &examples {
            match example {
                $($pattern => {}),+
            }
        }
        examples
    }};
}

fn id() -> Handle {
    BlockId(1).into()
}

fn title() -> String {
    "Ingest design".into()
}

fn refusals() -> Vec<Refusal> {
    every! {
        Refusal::NothingSelected => Refusal::NothingSelected,
        Refusal::Gone { .. } => Refusal::Gone { id: id() },
        Refusal::Locked { .. } => Refusal::Locked { id: id(), title: title() },
        Refusal::EndsBeforeStart { .. } => Refusal::EndsBeforeStart { field: Field::Start },
        Refusal::TooLong { .. } => Refusal::TooLong { minutes: 20_000 },
        Refusal::TooShort { .. } => Refusal::TooShort { id: id(), title: String::new(), minutes: 1 },
        Refusal::TitleTooLong { .. } => Refusal::TitleTooLong { characters: 501 },
        Refusal::UnknownZone { .. } => Refusal::UnknownZone { name: "Mars/Olympus".into() },
        Refusal::OutsideCalendar => Refusal::OutsideCalendar,
        Refusal::NoRoom { .. } => Refusal::NoRoom {
            id: id(),
            title: title(),
            day: chrono::NaiveDate::default(),
        },
        Refusal::WouldVanish { .. } => Refusal::WouldVanish { id: id(), title: title() },
        Refusal::OnSibling { .. } => Refusal::OnSibling {
            title: title(),
            day: chrono::NaiveDate::default(),
        },
        Refusal::CannotFollow { .. } => Refusal::CannotFollow { title: title() },
        Refusal::OneAlone { .. } => Refusal::OneAlone { title: title() },
        Refusal::NothingLeft { .. } => Refusal::NothingLeft { title: title() },
        Refusal::Repeat { .. } => Refusal::Repeat {
            title: title(),
            why: Unusable::Never { first: chrono::NaiveDate::default() },
        },
        Refusal::SplitOutside { .. } => Refusal::SplitOutside { id: id(), title: title() },
        Refusal::NoShare => Refusal::NoShare,
        Refusal::NoTag => Refusal::NoTag,
        Refusal::TooManyTags => Refusal::TooManyTags,
    }
}

fn settings_refusals() -> Vec<SettingsRefusal> {
    let name = || "Emperor".to_string();
    every! {
        SettingsRefusal::UnknownZone { .. } => SettingsRefusal::UnknownZone { name: name() },
        SettingsRefusal::WorkHours { .. } => SettingsRefusal::WorkHours { weekday: 6 },
        SettingsRefusal::WeekStart { .. } => SettingsRefusal::WeekStart { weekday: 7 },
        SettingsRefusal::DayStart { .. } => SettingsRefusal::DayStart { minutes: 900 },
        SettingsRefusal::Snap { .. } => SettingsRefusal::Snap { minutes: 7 },
        SettingsRefusal::GrowthMinimum { .. } => SettingsRefusal::GrowthMinimum { minutes: 90_000 },
        SettingsRefusal::HourHeight { .. } => SettingsRefusal::HourHeight { pixels: 1 },
        SettingsRefusal::Weight { .. } => SettingsRefusal::Weight { name: "mix" },
        SettingsRefusal::PeakHours => SettingsRefusal::PeakHours,
        SettingsRefusal::UnknownRole { .. } => SettingsRefusal::UnknownRole { name: name() },
    }
}

fn target_refusals() -> Vec<TargetRefusal> {
    every! {
        TargetRefusal::SharesNotWhole { .. } => TargetRefusal::SharesNotWhole { sum: 101 },
        TargetRefusal::WeekMinutes { .. } => TargetRefusal::WeekMinutes { minutes: 0 },
        TargetRefusal::EndsBeforeItBegins => TargetRefusal::EndsBeforeItBegins,
    }
}

fn attention_refusals() -> Vec<AttentionRefusal> {
    let rounds = every! {
        RoundsField::Work => RoundsField::Work,
        RoundsField::Short => RoundsField::Short,
        RoundsField::Long => RoundsField::Long,
        RoundsField::Every => RoundsField::Every,
    };
    let mut all = every! {
        AttentionRefusal::TooEarly { .. } => AttentionRefusal::TooEarly {
            category: evenkeel_core::category::Category::Growth,
        },
        AttentionRefusal::BreakAfter => AttentionRefusal::BreakAfter,
        AttentionRefusal::CommitWeek => AttentionRefusal::CommitWeek,
        AttentionRefusal::CloseDay => AttentionRefusal::CloseDay,
        AttentionRefusal::Rounds { .. } => AttentionRefusal::Rounds { length: rounds[0] },
        AttentionRefusal::Idle => AttentionRefusal::Idle,
    };
    all.extend(
        rounds
            .into_iter()
            .map(|length| AttentionRefusal::Rounds { length }),
    );
    all
}

fn task_refusals() -> Vec<TaskRefusal> {
    every! {
        TaskRefusal::Gone { .. } => TaskRefusal::Gone { id: TaskId(1) },
        TaskRefusal::NoTitle => TaskRefusal::NoTitle,
        TaskRefusal::TitleTooLong { .. } => TaskRefusal::TitleTooLong { characters: 501 },
        TaskRefusal::GoalTooLong { .. } => TaskRefusal::GoalTooLong { characters: 201 },
        TaskRefusal::NotesTooLong { .. } => TaskRefusal::NotesTooLong { characters: 20_001 },
        TaskRefusal::TooManyTags { .. } => TaskRefusal::TooManyTags { tags: 21 },
        TaskRefusal::Estimate { .. } => TaskRefusal::Estimate { minutes: 60_001 },
        TaskRefusal::OutsideCalendar => TaskRefusal::OutsideCalendar,
        TaskRefusal::NoFreeTime { .. } => TaskRefusal::NoFreeTime { title: title(), minutes: 90 },
    }
}

fn entry_refusals() -> Vec<EntryRefusal> {
    every! {
        EntryRefusal::EndsBeforeStart => EntryRefusal::EndsBeforeStart,
        EntryRefusal::TooLong { .. } => EntryRefusal::TooLong { seconds: 108_000 },
        EntryRefusal::Future => EntryRefusal::Future,
        EntryRefusal::NoTitle => EntryRefusal::NoTitle,
        EntryRefusal::TitleTooLong { .. } => EntryRefusal::TitleTooLong { characters: 501 },
        EntryRefusal::NoteTooLong { .. } => EntryRefusal::NoteTooLong { characters: 2001 },
        EntryRefusal::OutsideCalendar => EntryRefusal::OutsideCalendar,
    }
}

fn unread() -> Vec<Unread> {
    let first = chrono::NaiveDate::default();
    every! {
        Unread::Empty => Unread::Empty,
        Unread::TooLong { .. } => Unread::TooLong { characters: 2001 },
        Unread::NoTitle => Unread::NoTitle,
        Unread::RepeatsWithoutTime => Unread::RepeatsWithoutTime,
        Unread::RepeatsAsTask => Unread::RepeatsAsTask,
        Unread::RepeatsNever { .. } => Unread::RepeatsNever { first, until: first },
        Unread::OutsideCalendar => Unread::OutsideCalendar,
    }
}

/// With what SQLite and the system say in them, word for word.
fn errors() -> Vec<Error> {
    let what = || "disk I/O error".to_string();
    every! {
        Error::Full => Error::Full,
        Error::ReadOnly => Error::ReadOnly,
        Error::Busy => Error::Busy,
        Error::Io(_) => Error::Io("Input/output error (os error 5)".into()),
        Error::Damaged(_) => Error::Damaged("*** in database main ***\nPage 3: \"x\" {".into()),
        Error::Refused(_) => Error::Refused("CHECK constraint failed: end_wall > start_wall".into()),
        Error::IdsUsedUp => Error::IdsUsedUp,
        Error::NeedsLock => Error::NeedsLock,
        Error::NoBackup(_) => Error::NoBackup(Error::Full.to_string()),
        Error::BackupNewer => Error::BackupNewer,
        Error::BackupDamaged(_) => Error::BackupDamaged(what()),
    }
}

fn open_errors() -> Vec<OpenError> {
    let folder = || PathBuf::from("/home/ada/plan");
    let database = || folder().join("evenkeel.db");
    let what = || "Input/output error (os error 5)".to_string();
    every! {
        OpenError::AlreadyOpen { .. } => OpenError::AlreadyOpen { folder: folder() },
        OpenError::Missing { .. } => OpenError::Missing { database: database() },
        OpenError::Damaged { .. } => OpenError::Damaged { database: database(), what: what() },
        OpenError::Older { .. } => OpenError::Older { database: database(), found: 1, saved: 2 },
        OpenError::Foreign { .. } => OpenError::Foreign { database: database() },
        OpenError::Newer { .. } => OpenError::Newer { database: database(), found: 9, known: 1 },
        OpenError::NeedsWindow { .. } => OpenError::NeedsWindow { database: database() },
        OpenError::Migration { .. } => OpenError::Migration { database: database(), what: what() },
        OpenError::NoFolder { .. } => OpenError::NoFolder { folder: folder(), what: what() },
        OpenError::ReadOnly { .. } => OpenError::ReadOnly { folder: folder() },
        OpenError::Full { .. } => OpenError::Full { folder: folder() },
        OpenError::Busy { .. } => OpenError::Busy { database: database() },
        OpenError::Io { .. } => OpenError::Io { folder: folder(), what: what() },
    }
}

#[test]
fn every_refusal_is_a_sentence_with_a_hint_at_its_field() {
    for refusal in refusals() {
        let field = refusal.field().map(|field| field.name().to_string());
        let fault = Fault::from(refusal);
        said_well(&fault);
        assert_eq!(fault.field, field);
    }
}

#[test]
fn every_refusal_of_settings_attention_and_targets_is_a_sentence_with_a_hint_at_its_field() {
    for refusal in settings_refusals() {
        let field = refusal.field();
        let fault = Fault::from(refusal);
        said_well(&fault);
        assert_eq!(fault.field.as_deref(), Some(field));
    }
    for refusal in attention_refusals() {
        let fault = Fault::from(refusal);
        said_well(&fault);
        assert_eq!(fault.field.as_deref(), Some(refusal.field()));
    }
    for refusal in target_refusals() {
        let fault = Fault::from(refusal);
        said_well(&fault);
        assert_eq!(fault.field.as_deref(), Some(refusal.field()));
    }
}

#[test]
fn every_refusal_of_the_backlog_and_of_a_line_is_a_sentence_with_a_hint() {
    for refusal in task_refusals() {
        let field = refusal.field();
        let fault = Fault::from(refusal);
        said_well(&fault);
        assert_eq!(fault.field.as_deref(), field);
    }
    for unread in unread() {
        said_well(&Fault::from(unread));
    }
}

#[test]
fn every_refusal_of_what_happened_is_a_sentence_with_a_hint_at_its_field() {
    for refusal in entry_refusals() {
        let fault = Fault::from(refusal);
        said_well(&fault);
        assert!(fault.field.is_some());
    }
}

#[test]
fn every_error_of_the_store_is_a_sentence_with_a_hint() {
    for error in errors() {
        said_well(&Fault::from(error));
    }
}

#[test]
fn every_reason_not_to_open_is_a_sentence_with_a_hint() {
    for error in open_errors() {
        said_well(&unopened(&error).0);
    }
}

#[test]
fn every_trouble_with_a_file_is_a_sentence_with_a_hint() {
    for kind in [
        ErrorKind::NotFound,
        ErrorKind::PermissionDenied,
        ErrorKind::ReadOnlyFilesystem,
        ErrorKind::IsADirectory,
        ErrorKind::StorageFull,
        ErrorKind::QuotaExceeded,
        ErrorKind::TimedOut,
    ] {
        for doing in ["read", "write"] {
            let error = std::io::Error::from(kind);
            said_well(&file(Path::new("/home/ada/week.ics"), &error, doing));
        }
    }
}
