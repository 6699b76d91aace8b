//! What is worth a look in a planned week, as values. The words are written where people read them.

use crate::balance::balance;
use crate::focus::{MERGE_GAP_MINUTES, focus};
use crate::settings::Settings;
use crate::stretch::Stretch;
use crate::switches::{HARD_GAP_MINUTES, switches};
use crate::week::Week;
use chrono::NaiveDate;

/// One thing worth a look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hint {
    /// Less growth is planned than wanted at least. Not said of a week without any work.
    GrowthUnderMinimum {
        /// Planned minutes.
        minutes: u32,
        /// Wanted minutes.
        minimum: u32,
    },
    /// A day switches between kinds of work more often than the settings' limit.
    ManySwitches {
        /// The logical day.
        day: NaiveDate,
        /// How often.
        switches: u32,
        /// The limit.
        limit: u32,
    },
    /// The longest run of undisturbed technical work: a fact, no warning.
    LongestFocus {
        /// How long.
        minutes: u32,
    },
}

/// The hints of a week: growth first, then switches by day, the focus run last. Of the least growth
/// the part counts that days off leave, 0–1. What crosses a boundary, the work hours among them, is
/// told by [`crate::boundary::violations`].
pub fn hints(stretches: &[Stretch], week: &Week, settings: &Settings, left: f64) -> Vec<Hint> {
    let mut hints = Vec::new();
    let planned = balance(stretches, week.span(), None).minutes;
    let growth = whole(planned.growth);
    let minimum = whole(f64::from(settings.growth_minimum) * left);
    if 0.0 < planned.total() && growth < minimum {
        hints.push(Hint::GrowthUnderMinimum {
            minutes: growth,
            minimum,
        });
    }
    let limit = settings.switches_hint;
    let per_day = switches(stretches, week, HARD_GAP_MINUTES).per_day;
    for ((day, _), switches) in week.days().zip(per_day) {
        if limit < switches {
            hints.push(Hint::ManySwitches {
                day,
                switches,
                limit,
            });
        }
    }
    let longest = whole(focus(stretches, week.span(), MERGE_GAP_MINUTES).longest());
    if 0 < longest {
        hints.push(Hint::LongestFocus { minutes: longest });
    }
    hints
}

fn whole(minutes: f64) -> u32 {
    minutes.round() as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::category::Category;
    use crate::time::{Span, Zone};
    use chrono::{NaiveTime, TimeDelta};
    use expect_test::{Expect, expect};

    /// `Mon 09-10 T` and so on, in the week of 16 November 2026, UTC.
    fn check(drawing: &str, expected: Expect) {
        check_with(drawing, 1.0, expected);
    }

    fn check_with(drawing: &str, left: f64, expected: Expect) {
        let home = Zone::utc();
        let settings = Settings::default();
        let monday: NaiveDate = "2026-11-16".parse().unwrap();
        let week = Week::new(monday, settings.day_start(), &home);
        let stretches: Vec<Stretch> = drawing
            .split('|')
            .map(str::trim)
            .filter(|part| !part.is_empty())
            .map(|part| {
                let words: Vec<&str> = part.split(' ').collect();
                let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
                let day = days.iter().position(|day| *day == words[0]).unwrap() as i64;
                let (from, to) = words[1].split_once('-').unwrap();
                let at = |time: &str| {
                    let (hour, minute) = time.split_once(':').unwrap_or((time, "0"));
                    let (hour, minute): (i64, i64) =
                        (hour.parse().unwrap(), minute.parse().unwrap());
                    let midnight = monday.and_time(NaiveTime::MIN);
                    home.instant(midnight + TimeDelta::minutes((day * 24 + hour) * 60 + minute))
                };
                let category = match words[2] {
                    "T" => Category::Technical,
                    "M" => Category::Management,
                    "G" => Category::Growth,
                    _ => Category::Personal,
                };
                Stretch::new(Span::new(at(from), at(to)), category)
            })
            .collect();
        let hints: Vec<String> = hints(&stretches, &week, &settings, left)
            .iter()
            .map(|hint| format!("{hint:?}"))
            .collect();
        expected.assert_eq(&hints.join("\n"));
    }

    #[test]
    fn an_empty_week_says_nothing() {
        check("", expect![]);
        check("Sat 9-10 P", expect![]);
    }

    #[test]
    fn growth_is_missed_only_under_its_minimum() {
        check(
            "Mon 09-10 T | Mon 10-11 G",
            expect!["LongestFocus { minutes: 60 }"],
        );
        check(
            "Mon 09-10 M | Mon 10-10:45 G",
            expect!["GrowthUnderMinimum { minutes: 45, minimum: 60 }"],
        );
        check_with("Mon 09-10 M | Mon 10-10:45 G", 0.75, expect![]);
    }

    #[test]
    fn six_switches_are_not_yet_many() {
        check(
            "Mon 9-10 G | Mon 10-11 M | Mon 11-12 G | Mon 12-13 M | Mon 13-14 G | Mon 14-15 M | Mon 15-16 G",
            expect![],
        );
        check(
            "Mon 9-10 G | Mon 10-11 M | Mon 11-12 G | Mon 12-13 M | Mon 13-14 G | Mon 14-15 M | Mon 15-16 G | Mon 16-17 M",
            expect!["ManySwitches { day: 2026-11-16, switches: 7, limit: 6 }"],
        );
    }
}
