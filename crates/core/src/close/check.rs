//! What may be said of a day that is closed.

use chrono::NaiveDate;
use std::ops::RangeInclusive;

/// The longest the line of a day may be, in characters.
pub const LONGEST_LINE: usize = 280;
/// How much energy may be said to have been left: 1 is none, 5 is plenty.
pub const ENERGY: RangeInclusive<u8> = 1..=5;

/// Why a day is not closed, or not opened again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CloseRefusal {
    /// It has not begun.
    NotBegun {
        /// The day.
        day: NaiveDate,
    },
    /// Energy outside [`ENERGY`].
    Energy {
        /// What was given.
        given: u8,
    },
    /// A line longer than [`LONGEST_LINE`].
    LineTooLong {
        /// How many characters it has.
        characters: usize,
    },
    /// It is open.
    NotClosed {
        /// The day.
        day: NaiveDate,
    },
}

/// Whether a day may be closed on the logical day `today`, with such a line and so much energy.
pub fn check(
    day: NaiveDate,
    today: NaiveDate,
    line: &str,
    energy: Option<u8>,
) -> Result<(), CloseRefusal> {
    if today < day {
        return Err(CloseRefusal::NotBegun { day });
    }
    if let Some(given) = energy.filter(|given| !ENERGY.contains(given)) {
        return Err(CloseRefusal::Energy { given });
    }
    match line.chars().count() {
        characters if LONGEST_LINE < characters => Err(CloseRefusal::LineTooLong { characters }),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn checked(day: &str, line: &str, energy: Option<u8>) -> Result<(), CloseRefusal> {
        let today = "2026-11-20".parse().unwrap();
        check(day.parse().unwrap(), today, line, energy)
    }

    #[test]
    fn a_day_may_be_closed_from_its_beginning_on_and_long_after() {
        assert_eq!(checked("2026-11-20", "", None), Ok(()));
        assert_eq!(checked("2019-01-01", "Late.", Some(1)), Ok(()));
        let day = "2026-11-21".parse().unwrap();
        let early = checked("2026-11-21", "", None);
        assert_eq!(early, Err(CloseRefusal::NotBegun { day }));
    }

    #[test]
    fn energy_is_one_to_five_and_a_line_is_a_line() {
        for given in [0, 6, 255] {
            let refused = checked("2026-11-20", "", Some(given));
            assert_eq!(refused, Err(CloseRefusal::Energy { given }));
        }
        let longest = "é".repeat(LONGEST_LINE);
        assert_eq!(checked("2026-11-20", &longest, Some(5)), Ok(()));
        let refused = checked("2026-11-20", &(longest + "é"), None);
        assert_eq!(refused, Err(CloseRefusal::LineTooLong { characters: 281 }));
    }
}
