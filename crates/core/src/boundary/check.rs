//! Which boundaries may be kept, and why not.

use super::{Boundaries, RuleSubject};
use crate::category::Category;
use crate::settings::WorkHours;
use crate::target::MOST_WEEK_MINUTES;
use crate::time::in_calendar;
use chrono::NaiveDate;

/// Most periods of hours or days off that are kept.
pub const MOST_DAYS_OFF: usize = 1_000;
/// Most rules that are kept.
pub const MOST_RULES: usize = 100;
/// Longest name of a day off, characters.
pub const LONGEST_NAME: usize = 100;

/// Why boundaries cannot be kept. Rows are counted from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BoundaryRefusal {
    /// A period of hours that ends before it begins.
    HoursDates {
        /// Which one.
        row: usize,
    },
    /// The hours of a weekday that end before they begin, or leave the day.
    Hours {
        /// Which period.
        row: usize,
        /// 0 = Monday … 6 = Sunday.
        weekday: u8,
    },
    /// A lunch that ends before it begins, or leaves the day.
    Lunch,
    /// A day off that ends before it begins.
    DayOffDates {
        /// Which one.
        row: usize,
    },
    /// A name that is too long.
    DayOffName {
        /// Which one.
        row: usize,
    },
    /// Two days off of the same kind of which one begins inside the other.
    DaysOffMeet {
        /// The earlier one.
        first: usize,
        /// The later one.
        row: usize,
        /// A day that is in both.
        day: NaiveDate,
    },
    /// A rule that ends before it begins, or leaves the day.
    RuleTimes {
        /// Which one.
        row: usize,
    },
    /// A rule for no day at all.
    RuleWithoutDays {
        /// Which one.
        row: usize,
    },
    /// The same rule twice.
    RuleTwice {
        /// What it keeps out.
        no: RuleSubject,
        /// The later one.
        row: usize,
    },
    /// A limit for personal time, or a least of growth, which stands in the settings.
    LimitPlace {
        /// Of which category.
        category: Category,
    },
    /// Two limits for one category.
    LimitTwice {
        /// Which.
        category: Category,
    },
    /// A least above its most.
    LeastAboveMost {
        /// Of which category.
        category: Category,
    },
    /// More than a week holds, alone or together.
    LimitTooLong {
        /// Of which category.
        category: Category,
    },
    /// A date outside the calendar.
    OutsideCalendar {
        /// Which list.
        list: &'static str,
        /// Which row of it.
        row: usize,
    },
    /// More rows than are kept.
    TooMany {
        /// How many are kept.
        most: usize,
        /// The list.
        field: &'static str,
    },
}

impl BoundaryRefusal {
    /// The field of the form it belongs to: a list, and which row of it where there is one.
    pub fn field(&self) -> String {
        match self {
            BoundaryRefusal::HoursDates { row } | BoundaryRefusal::Hours { row, .. } => {
                format!("hours.{row}")
            }
            BoundaryRefusal::Lunch => "lunch".into(),
            BoundaryRefusal::DayOffDates { row }
            | BoundaryRefusal::DayOffName { row }
            | BoundaryRefusal::DaysOffMeet { row, .. } => format!("days_off.{row}"),
            BoundaryRefusal::RuleTimes { row }
            | BoundaryRefusal::RuleWithoutDays { row }
            | BoundaryRefusal::RuleTwice { row, .. } => format!("rules.{row}"),
            BoundaryRefusal::LimitPlace { category }
            | BoundaryRefusal::LimitTwice { category }
            | BoundaryRefusal::LeastAboveMost { category }
            | BoundaryRefusal::LimitTooLong { category } => format!("limits.{}", category.name()),
            BoundaryRefusal::OutsideCalendar { list, row } => format!("{list}.{row}"),
            BoundaryRefusal::TooMany { field, .. } => (*field).into(),
        }
    }
}

impl Boundaries {
    /// Whether they may be kept: the first reason why not.
    pub fn check(&self) -> Result<(), BoundaryRefusal> {
        self.check_lengths()?;
        self.check_hours()?;
        self.check_days_off()?;
        self.check_rules()?;
        self.check_limits()
    }

    fn check_lengths(&self) -> Result<(), BoundaryRefusal> {
        for (field, rows, most) in [
            ("hours", self.hours.len(), MOST_DAYS_OFF),
            ("days_off", self.days_off.len(), MOST_DAYS_OFF),
            ("rules", self.rules.len(), MOST_RULES),
        ] {
            if most < rows {
                return Err(BoundaryRefusal::TooMany { most, field });
            }
        }
        Ok(())
    }

    fn check_hours(&self) -> Result<(), BoundaryRefusal> {
        for (row, period) in self.hours.iter().enumerate() {
            let dates = [period.from, period.until].into_iter().flatten();
            outside("hours", row, dates)?;
            let dates = period.from.zip(period.until);
            if dates.is_some_and(|(from, until)| until <= from) {
                return Err(BoundaryRefusal::HoursDates { row });
            }
            for (hours, weekday) in period.hours.iter().zip(0..) {
                if hours.is_some_and(|hours| !fits(hours)) {
                    return Err(BoundaryRefusal::Hours { row, weekday });
                }
            }
        }
        match self.lunch {
            Some(lunch) if !fits(lunch) => Err(BoundaryRefusal::Lunch),
            _ => Ok(()),
        }
    }

    fn check_days_off(&self) -> Result<(), BoundaryRefusal> {
        for (row, off) in self.days_off.iter().enumerate() {
            outside("days_off", row, [off.from, off.until])?;
            if off.until <= off.from {
                return Err(BoundaryRefusal::DayOffDates { row });
            }
            if LONGEST_NAME < off.name.chars().count() {
                return Err(BoundaryRefusal::DayOffName { row });
            }
            let meets = |other: &super::DayOff| {
                other.kind == off.kind && other.from < off.until && off.from < other.until
            };
            if let Some(first) = self.days_off[..row].iter().position(meets) {
                let day = off.from.max(self.days_off[first].from);
                return Err(BoundaryRefusal::DaysOffMeet { first, row, day });
            }
        }
        Ok(())
    }

    fn check_rules(&self) -> Result<(), BoundaryRefusal> {
        for (row, rule) in self.rules.iter().enumerate() {
            let (start, end) = (rule.start, rule.end);
            if !fits(WorkHours { start, end }) {
                return Err(BoundaryRefusal::RuleTimes { row });
            }
            if !rule.days.contains(&true) {
                return Err(BoundaryRefusal::RuleWithoutDays { row });
            }
            if self.rules[..row].contains(rule) {
                return Err(BoundaryRefusal::RuleTwice { no: rule.no, row });
            }
        }
        Ok(())
    }

    fn check_limits(&self) -> Result<(), BoundaryRefusal> {
        let mut leasts = 0;
        for (row, limit) in self.limits.iter().enumerate() {
            let category = limit.category;
            let elsewhere = category == Category::Growth && limit.least.is_some();
            if !category.is_work() || elsewhere {
                return Err(BoundaryRefusal::LimitPlace { category });
            }
            let same = |other: &super::WeekLimit| other.category == category;
            if self.limits[..row].iter().any(same) {
                return Err(BoundaryRefusal::LimitTwice { category });
            }
            let least = limit.least.unwrap_or(0);
            let most = limit.most.unwrap_or(least);
            if most < least {
                return Err(BoundaryRefusal::LeastAboveMost { category });
            }
            leasts += u64::from(least);
            if u64::from(MOST_WEEK_MINUTES) < leasts.max(u64::from(most)) {
                return Err(BoundaryRefusal::LimitTooLong { category });
            }
        }
        Ok(())
    }
}

fn outside(
    list: &'static str,
    row: usize,
    dates: impl IntoIterator<Item = NaiveDate>,
) -> Result<(), BoundaryRefusal> {
    match dates.into_iter().all(in_calendar) {
        true => Ok(()),
        false => Err(BoundaryRefusal::OutsideCalendar { list, row }),
    }
}

fn fits(hours: WorkHours) -> bool {
    hours.start < hours.end && hours.end <= 24 * 60
}

#[cfg(test)]
mod tests {
    use super::super::{BoundaryRule, DayOff, DayOffKind, HoursPeriod, WeekLimit};
    use super::*;

    const NINE_TO_FIVE: WorkHours = WorkHours {
        start: 540,
        end: 1020,
    };
    const BACKWARDS: WorkHours = WorkHours {
        start: 600,
        end: 600,
    };

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn off(from: &str, until: &str) -> DayOff {
        DayOff {
            from: date(from),
            until: date(until),
            kind: DayOffKind::Vacation,
            name: String::new(),
        }
    }

    fn no_management(start: u16, end: u16) -> BoundaryRule {
        BoundaryRule {
            no: RuleSubject::Management,
            days: [true; 7],
            start,
            end,
        }
    }

    fn limit(category: Category, least: Option<u32>, most: Option<u32>) -> WeekLimit {
        WeekLimit {
            category,
            least,
            most,
        }
    }

    #[test]
    fn ordinary_boundaries_may_be_kept() {
        let boundaries = Boundaries {
            hours: vec![HoursPeriod {
                from: Some(date("2026-12-01")),
                until: None,
                hours: [Some(NINE_TO_FIVE); 7],
            }],
            lunch: Some(NINE_TO_FIVE),
            days_off: vec![
                off("2026-12-21", "2026-12-24"),
                off("2026-12-24", "2027-01-02"),
                DayOff {
                    kind: DayOffKind::Holiday,
                    ..off("2026-12-25", "2026-12-27")
                },
            ],
            rules: vec![no_management(0, 660), no_management(1020, 1440)],
            limits: vec![
                limit(Category::Technical, Some(600), Some(600)),
                limit(Category::Growth, None, Some(10_080)),
            ],
        };
        assert_eq!(boundaries.check(), Ok(()));
        assert_eq!(Boundaries::default().check(), Ok(()));
    }

    #[test]
    fn every_boundary_that_cannot_hold_is_refused_at_its_row() {
        type Change = fn(&mut Boundaries);
        let changes: [(&str, Change); 18] = [
            ("hours.0", |to| {
                let day = Some(date("2026-12-01"));
                to.hours = vec![HoursPeriod {
                    from: day,
                    until: day,
                    hours: [None; 7],
                }];
            }),
            ("hours.0", |to| {
                to.hours = vec![HoursPeriod {
                    from: None,
                    until: None,
                    hours: [None, None, Some(BACKWARDS), None, None, None, None],
                }];
            }),
            ("lunch", |to| to.lunch = Some(BACKWARDS)),
            ("days_off.0", |to| {
                to.days_off = vec![off("2026-12-24", "2026-12-24")];
            }),
            ("days_off.0", |to| {
                to.days_off = vec![DayOff {
                    name: "x".repeat(LONGEST_NAME + 1),
                    ..off("2026-12-24", "2026-12-25")
                }];
            }),
            ("days_off.1", |to| {
                to.days_off = vec![
                    off("2026-12-21", "2026-12-25"),
                    off("2026-12-24", "2026-12-26"),
                ];
            }),
            ("days_off.0", |to| {
                to.days_off = vec![off("0026-12-21", "2026-12-25")];
            }),
            ("rules.0", |to| to.rules = vec![no_management(660, 660)]),
            ("rules.0", |to| to.rules = vec![no_management(660, 1441)]),
            ("rules.0", |to| {
                to.rules = vec![BoundaryRule {
                    days: [false; 7],
                    ..no_management(0, 660)
                }];
            }),
            ("rules.1", |to| {
                to.rules = vec![no_management(0, 660), no_management(0, 660)];
            }),
            ("limits.personal", |to| {
                to.limits = vec![limit(Category::Personal, None, Some(60))];
            }),
            ("limits.growth", |to| {
                to.limits = vec![limit(Category::Growth, Some(60), None)];
            }),
            ("limits.technical", |to| {
                to.limits = vec![limit(Category::Technical, Some(60), None); 2];
            }),
            ("limits.technical", |to| {
                to.limits = vec![limit(Category::Technical, Some(61), Some(60))];
            }),
            ("limits.technical", |to| {
                to.limits = vec![limit(Category::Technical, None, Some(10_081))];
            }),
            ("limits.management", |to| {
                to.limits = vec![
                    limit(Category::Technical, Some(6_000), None),
                    limit(Category::Management, Some(6_000), None),
                ];
            }),
            ("days_off", |to| {
                let first = date("2020-01-01");
                let days = first.iter_days().zip(first.iter_days().skip(1));
                let days = days.take(MOST_DAYS_OFF + 1);
                to.days_off = days
                    .map(|(from, until)| DayOff {
                        from,
                        until,
                        ..off("2020-01-01", "2020-01-02")
                    })
                    .collect();
            }),
        ];
        for (row, (field, change)) in changes.into_iter().enumerate() {
            let mut boundaries = Boundaries::default();
            change(&mut boundaries);
            let refused = boundaries.check().unwrap_err();
            assert_eq!(refused.field(), field, "{row}");
        }
    }
}
