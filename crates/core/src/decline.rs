//! A no: something that was not taken on, so that what matters more has room.

use crate::target::MOST_WEEK_MINUTES;
use crate::time::in_calendar;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Longest text of a field other than the note, characters.
pub const LONGEST_TEXT: usize = 500;
/// Longest note, characters.
pub const LONGEST_NOTE: usize = 20_000;

/// Names an entry of the decline log; never given twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(transparent)]
pub struct DeclineId(pub u32);

/// Something that was declined or handed on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decline {
    /// Its identity here.
    pub id: DeclineId,
    /// The day.
    pub on: NaiveDate,
    /// What it was.
    pub what: String,
    /// The goal it makes room for, as the person calls it; may be empty.
    #[serde(default)]
    pub goal: String,
    /// Who does it instead; `None` when nobody does.
    pub to: Option<String>,
    /// Minutes saved.
    pub minutes: u32,
    /// The UID of the imported event it was about.
    #[serde(default)]
    pub uid: Option<String>,
    /// Free text.
    #[serde(default)]
    pub note: String,
}

/// Why an entry cannot be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeclineRefusal {
    /// It does not say what was declined.
    Nothing,
    /// A text is too long.
    TooLong {
        /// The field of the form.
        field: &'static str,
        /// How many characters it has.
        characters: usize,
    },
    /// More minutes than a week holds.
    Minutes {
        /// How many were asked for.
        minutes: u32,
    },
    /// A date outside the calendar.
    OutsideCalendar,
}

impl DeclineRefusal {
    /// The field of a form it belongs to.
    pub fn field(self) -> &'static str {
        match self {
            DeclineRefusal::Nothing => "what",
            DeclineRefusal::TooLong { field, .. } => field,
            DeclineRefusal::Minutes { .. } => "minutes",
            DeclineRefusal::OutsideCalendar => "on",
        }
    }
}

impl Decline {
    /// Whether it may be kept: the first reason why not.
    pub fn check(&self) -> Result<(), DeclineRefusal> {
        if self.what.trim().is_empty() {
            return Err(DeclineRefusal::Nothing);
        }
        let to = self.to.as_deref().unwrap_or_default();
        for (field, text, longest) in [
            ("what", self.what.as_str(), LONGEST_TEXT),
            ("goal", self.goal.as_str(), LONGEST_TEXT),
            ("to", to, LONGEST_TEXT),
            ("note", self.note.as_str(), LONGEST_NOTE),
        ] {
            let characters = text.chars().count();
            if longest < characters {
                return Err(DeclineRefusal::TooLong { field, characters });
            }
        }
        if MOST_WEEK_MINUTES < self.minutes {
            let minutes = self.minutes;
            return Err(DeclineRefusal::Minutes { minutes });
        }
        match in_calendar(self.on) {
            true => Ok(()),
            false => Err(DeclineRefusal::OutsideCalendar),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_no_that_says_nothing_or_too_much_is_refused_at_its_field() {
        type Change = fn(&mut Decline);
        let changes: [(&str, Change); 7] = [
            ("what", |to| to.what = " ".into()),
            ("what", |to| to.what = "x".repeat(LONGEST_TEXT + 1)),
            ("goal", |to| to.goal = "x".repeat(LONGEST_TEXT + 1)),
            ("to", |to| to.to = Some("x".repeat(LONGEST_TEXT + 1))),
            ("note", |to| to.note = "x".repeat(LONGEST_NOTE + 1)),
            ("minutes", |to| to.minutes = MOST_WEEK_MINUTES + 1),
            ("on", |to| {
                to.on = NaiveDate::from_ymd_opt(26, 11, 19).unwrap()
            }),
        ];
        let sound = Decline {
            id: DeclineId(1),
            on: NaiveDate::from_ymd_opt(2026, 11, 19).unwrap(),
            what: "Vendor call".into(),
            goal: String::new(),
            to: None,
            minutes: 0,
            uid: None,
            note: String::new(),
        };
        assert_eq!(sound.check(), Ok(()));
        for (field, change) in changes {
            let mut decline = sound.clone();
            change(&mut decline);
            assert_eq!(decline.check().unwrap_err().field(), field);
        }
    }
}
