//! Whether time may be entered by hand.

use super::Entry;
use crate::edit::LONGEST_TITLE;
use crate::time::{Instant, Span};

/// The longest an entry by hand may be, seconds.
pub const LONGEST: i64 = 24 * 3600;

/// The longest a note may be, in characters.
pub const LONGEST_NOTE: usize = 2_000;

/// Why not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryRefusal {
    /// It ends where it starts, or before.
    EndsBeforeStart,
    /// It would be longer than [`LONGEST`].
    TooLong {
        /// Seconds.
        seconds: i64,
    },
    /// It is not over yet.
    Future,
    /// Nothing says what it was.
    NoTitle,
    /// The title is longer than [`LONGEST_TITLE`].
    TitleTooLong {
        /// How many it has.
        characters: usize,
    },
    /// The note is longer than [`LONGEST_NOTE`].
    NoteTooLong {
        /// How many it has.
        characters: usize,
    },
    /// Before the years that can be planned.
    OutsideCalendar,
}

impl EntryRefusal {
    /// The field of a form it belongs to.
    pub fn field(self) -> &'static str {
        match self {
            EntryRefusal::EndsBeforeStart | EntryRefusal::TooLong { .. } | EntryRefusal::Future => {
                "end"
            }
            EntryRefusal::NoTitle | EntryRefusal::TitleTooLong { .. } => "title",
            EntryRefusal::NoteTooLong { .. } => "note",
            EntryRefusal::OutsideCalendar => "start",
        }
    }
}

/// Whether a stretch of time may be said to have been spent: it is over, it is not empty, and it is
/// no longer than a day, or than the `before` it corrects.
pub fn check_span(
    start: Instant,
    end: Instant,
    before: Option<Span>,
    now: Instant,
) -> Result<Span, EntryRefusal> {
    if end <= start {
        return Err(EntryRefusal::EndsBeforeStart);
    }
    let seconds = start.seconds_until(end);
    let most = before.map_or(0, Span::seconds).max(LONGEST);
    if most < seconds {
        return Err(EntryRefusal::TooLong { seconds });
    }
    if now < end {
        return Err(EntryRefusal::Future);
    }
    if !crate::time::in_calendar(start.utc().date()) {
        return Err(EntryRefusal::OutsideCalendar);
    }
    Ok(Span::new(start, end))
}

/// Whether the texts of an entry may be kept.
pub fn check_texts(entry: &Entry) -> Result<(), EntryRefusal> {
    let characters = entry.subject.title.chars().count();
    if LONGEST_TITLE < characters {
        return Err(EntryRefusal::TitleTooLong { characters });
    }
    let characters = entry.note.chars().count();
    if LONGEST_NOTE < characters {
        return Err(EntryRefusal::NoteTooLong { characters });
    }
    if entry.subject.title.trim().is_empty() && entry.subject.of.is_none() {
        return Err(EntryRefusal::NoTitle);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn checked(start: i64, end: i64, before: Option<i64>) -> Result<Span, EntryRefusal> {
        let before = before.map(|seconds| Span::new(Instant(0), Instant(seconds)));
        check_span(Instant(start), Instant(end), before, Instant(1_000_000))
    }

    #[test]
    fn time_by_hand_is_over_not_empty_and_no_longer_than_a_day() {
        assert!(checked(0, 86_400, None).is_ok());
        assert!(checked(999_999, 1_000_000, None).is_ok());
        let refused = [
            (checked(50, 50, None), EntryRefusal::EndsBeforeStart),
            (checked(50, 49, None), EntryRefusal::EndsBeforeStart),
            (
                checked(0, 86_401, None),
                EntryRefusal::TooLong { seconds: 86_401 },
            ),
            (
                checked(0, 108_000, None),
                EntryRefusal::TooLong { seconds: 108_000 },
            ),
            (checked(999_999, 1_000_001, None), EntryRefusal::Future),
        ];
        for (result, why) in refused {
            assert_eq!(result, Err(why));
        }
    }

    #[test]
    fn a_timer_left_on_for_longer_than_a_day_can_be_shortened_but_not_made_longer() {
        assert!(checked(0, 108_000, Some(110_000)).is_ok());
        assert!(checked(0, 110_001, Some(110_000)).is_err());
    }
}
