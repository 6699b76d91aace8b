//! Which seasons may be set, and why not.

use super::{LEAD_TARGETS, LONGEST_NAME};
use crate::target::{Target, TargetRefusal};
use crate::time::in_calendar;

/// Why a season cannot be set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SeasonRefusal {
    /// It has no name.
    NoName,
    /// Its name is longer than [`LONGEST_NAME`].
    NameTooLong {
        /// How many characters it has.
        characters: usize,
    },
    /// A date outside the calendar.
    OutsideCalendar {
        /// The field of the form: `from` or `until`.
        field: &'static str,
    },
    /// A lead target outside [`LEAD_TARGETS`].
    Lead {
        /// What was asked for.
        percent: u8,
    },
    /// What may not be set of any target.
    Target(TargetRefusal),
}

impl SeasonRefusal {
    /// The field of a form it belongs to.
    pub fn field(self) -> &'static str {
        match self {
            SeasonRefusal::NoName | SeasonRefusal::NameTooLong { .. } => "name",
            SeasonRefusal::OutsideCalendar { field } => field,
            SeasonRefusal::Lead { .. } => "lead",
            SeasonRefusal::Target(refusal) => refusal.field(),
        }
    }
}

impl Target {
    /// Whether it is a season rather than the usual mix: it has a name.
    pub fn is_season(&self) -> bool {
        !self.name.is_empty()
    }

    /// Whether it may be set as a season.
    pub fn check_season(&self) -> Result<(), SeasonRefusal> {
        if self.name.trim().is_empty() {
            return Err(SeasonRefusal::NoName);
        }
        let characters = self.name.chars().count();
        if LONGEST_NAME < characters {
            return Err(SeasonRefusal::NameTooLong { characters });
        }
        for (field, date) in [("from", self.from), ("until", self.until)] {
            if date.is_some_and(|date| !in_calendar(date)) {
                return Err(SeasonRefusal::OutsideCalendar { field });
            }
        }
        if let Some(percent) = self.lead.filter(|lead| !LEAD_TARGETS.contains(lead)) {
            return Err(SeasonRefusal::Lead { percent });
        }
        self.check().map_err(SeasonRefusal::Target)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::target::TargetId;
    use chrono::NaiveDate;

    fn season() -> Target {
        Target {
            name: "Launch".into(),
            lead: Some(40),
            ..Target::plain(
                TargetId(1),
                NaiveDate::from_ymd_opt(2026, 11, 16),
                [60, 30, 10],
                2400,
            )
        }
    }

    #[test]
    fn a_season_that_cannot_be_is_refused_at_its_field() {
        type Change = fn(&mut Target);
        let changes: [(&str, Change); 8] = [
            ("name", |to| to.name = "  ".into()),
            ("name", |to| to.name = "x".repeat(LONGEST_NAME + 1)),
            ("from", |to| to.from = NaiveDate::from_ymd_opt(26, 11, 16)),
            ("until", |to| {
                to.until = NaiveDate::from_ymd_opt(12_026, 11, 16)
            }),
            ("until", |to| to.until = to.from),
            ("lead", |to| to.lead = Some(0)),
            ("lead", |to| to.lead = Some(100)),
            ("target", |to| to.technical = 61),
        ];
        for (field, change) in changes {
            let mut season = season();
            change(&mut season);
            assert_eq!(season.check_season().unwrap_err().field(), field);
        }
        assert_eq!(season().check_season(), Ok(()));
        assert!(season().is_season());
    }
}
