//! What is worth a look in a planned week, as values. The words are written where people read them.

use crate::balance::balance;
use crate::focus::{MERGE_GAP_MINUTES, focus};
use crate::metrics::instants;
use crate::settings::Settings;
use crate::stretch::Stretch;
use crate::sweep::work_spans;
use crate::switches::{HARD_GAP_MINUTES, switches};
use crate::time::{Span, Zone};
use crate::week::Week;
use chrono::NaiveDate;

/// Which side of the work hours time lies on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outside {
    /// Before they begin.
    Before,
    /// After they end.
    After,
    /// On a day without any.
    DayOff,
}

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
    /// Work is planned outside the work hours.
    OutsideHours {
        /// The logical day.
        day: NaiveDate,
        /// On which side.
        outside: Outside,
        /// How much.
        minutes: u32,
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

/// The hints of a week: growth first, then hours and switches by day, the focus run last.
pub fn hints(stretches: &[Stretch], week: &Week, settings: &Settings, home: &Zone) -> Vec<Hint> {
    let mut hints = Vec::new();
    let planned = balance(stretches, week.span(), None).minutes;
    let growth = whole(planned.growth);
    if 0.0 < planned.total() && growth < settings.growth_minimum {
        hints.push(Hint::GrowthUnderMinimum {
            minutes: growth,
            minimum: settings.growth_minimum,
        });
    }
    outside_hours(stretches, week, settings, home, &mut hints);
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

fn outside_hours(
    stretches: &[Stretch],
    week: &Week,
    settings: &Settings,
    home: &Zone,
    hints: &mut Vec<Hint>,
) {
    let work = work_spans(stretches, week.span());
    for (day, span) in week.days() {
        let parts = match settings.work_hours_on(day) {
            None => vec![(Outside::DayOff, span)],
            Some(hours) => {
                let hours = instants(day, hours, home);
                let before = Span::new(span.start, hours.start.min(span.end));
                let after = Span::new(hours.end.max(span.start), span.end);
                vec![(Outside::Before, before), (Outside::After, after)]
            }
        };
        for (outside, part) in parts {
            let seconds: i64 = work
                .iter()
                .map(|work| work.intersection(part).seconds())
                .sum();
            let minutes = whole(seconds as f64 / 60.0);
            if 0 < minutes {
                hints.push(Hint::OutsideHours {
                    day,
                    outside,
                    minutes,
                });
            }
        }
    }
}

fn whole(minutes: f64) -> u32 {
    minutes.round() as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::category::Category;
    use chrono::{NaiveTime, TimeDelta};
    use expect_test::{Expect, expect};

    /// `Mon 09-10 T` and so on, in the week of 16 November 2026, UTC.
    fn check(drawing: &str, expected: Expect) {
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
        let hints: Vec<String> = hints(&stretches, &week, &settings, &home)
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
    }

    #[test]
    fn work_outside_the_hours_counts_once_and_belongs_to_its_logical_day() {
        check(
            "Mon 08-09:30 G | Mon 17-19 M | Mon 18-19 M",
            expect![[r#"
            OutsideHours { day: 2026-11-16, outside: Before, minutes: 60 }
            OutsideHours { day: 2026-11-16, outside: After, minutes: 90 }"#]],
        );
        check(
            "Tue 23-25 G",
            expect!["OutsideHours { day: 2026-11-17, outside: After, minutes: 120 }"],
        );
        check(
            "Sat 10-11 G",
            expect!["OutsideHours { day: 2026-11-21, outside: DayOff, minutes: 60 }"],
        );
        check("Tue 23-25 P | Wed 9-10 G", expect![]);
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
