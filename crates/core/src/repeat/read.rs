//! From the text of a rule back to what the editor can say. Where a rule says more, nothing is
//! given: a series is never simplified by being looked at.

use super::{Ends, Every, MOST_INTERVAL, MonthDay, Repeat};
use crate::recur::{Frequency, Rule, Until, WeekdayNumber};
use chrono::{Datelike, NaiveDateTime, Timelike, Weekday};

impl Repeat {
    /// What a rule says, for a series whose first time is `start`; nothing where the editor could
    /// not say the same.
    pub fn from_rule(rule: &str, start: NaiveDateTime) -> Option<Repeat> {
        Repeat::read(&Rule::parse(rule).ok()?, start)
    }

    /// The same for a rule that was read already.
    pub fn read(rule: &Rule, start: NaiveDateTime) -> Option<Repeat> {
        let plain = rule.by_year_day.is_empty()
            && rule.by_week.is_empty()
            && silent_or(&rule.by_hour, start.hour())
            && silent_or(&rule.by_minute, start.minute())
            && silent_or(&rule.by_second, start.second())
            && rule.interval <= MOST_INTERVAL;
        if !plain {
            return None;
        }
        Some(Repeat {
            every: every(rule, start)?,
            interval: rule.interval,
            ends: ends(rule, start),
        })
    }
}

/// Whether a part of the rule says no more than the first time does.
fn silent_or(part: &[u32], start: u32) -> bool {
    part.is_empty() || part == [start]
}

fn every(rule: &Rule, start: NaiveDateTime) -> Option<Every> {
    let (days, month_days) = (&rule.by_day[..], &rule.by_month_day[..]);
    let everywhere = rule.by_month.is_empty();
    let unpicked = rule.by_position.is_empty();
    match rule.frequency {
        Frequency::Daily if everywhere && unpicked && month_days.is_empty() => match days {
            [] => Some(Every::Daily),
            // Some weekdays of every day are the same as these days of every week.
            _ if rule.interval == 1 => weekly(days),
            _ => None,
        },
        Frequency::Weekly if everywhere && unpicked && month_days.is_empty() => {
            // Where a week begins matters only to several days of every second week.
            let plain = rule.interval == 1 || days.len() < 2 || rule.week_start == Weekday::Mon;
            weekly(days).filter(|_| plain)
        }
        Frequency::Monthly if everywhere => monthly(rule, start),
        Frequency::Yearly if unpicked && days.is_empty() => {
            let dated = silent_or(&rule.by_month, start.month());
            let on_the_date = match month_days {
                [] => dated,
                // A date without its month comes round every month.
                [day] => dated && !everywhere && i64::from(*day) == i64::from(start.day()),
                _ => false,
            };
            on_the_date.then_some(Every::Yearly)
        }
        _ => None,
    }
}

fn weekly(days: &[WeekdayNumber]) -> Option<Every> {
    let plain = days.iter().all(|day| day.ordinal == 0);
    plain.then(|| Every::Weekly {
        days: days.iter().map(|day| day.weekday).collect(),
    })
}

fn monthly(rule: &Rule, start: NaiveDateTime) -> Option<Every> {
    let picked = &rule.by_position[..];
    match (&rule.by_day[..], &rule.by_month_day[..], picked) {
        ([], [], []) => Some(Every::MonthlyOn {
            day: MonthDay(i8::try_from(start.day()).ok()?),
        }),
        ([], [day], []) if *day == -1 || 0 < *day => Some(Every::MonthlyOn {
            day: MonthDay(i8::try_from(*day).ok()?),
        }),
        ([day], [], []) => nth(day.ordinal, day.weekday),
        ([day], [], [position]) if day.ordinal == 0 => {
            nth(i16::try_from(*position).ok()?, day.weekday)
        }
        _ => None,
    }
}

fn nth(ordinal: i16, weekday: Weekday) -> Option<Every> {
    (ordinal == -1 || (1..=5).contains(&ordinal)).then_some(Every::MonthlyNth {
        nth: i8::try_from(ordinal).ok()?,
        weekday,
    })
}

/// UNTIL is a time; the editor names the last day that can have one.
pub(super) fn ends(rule: &Rule, start: NaiveDateTime) -> Ends {
    match (rule.count, rule.until.map(Until::wall)) {
        (Some(times), _) => Ends::Count { times },
        (None, None) => Ends::Never,
        (None, Some(until)) => {
            let day = match until.time() < start.time() {
                true => until.date().pred_opt().unwrap_or(until.date()),
                false => until.date(),
            };
            Ends::Until { day }
        }
    }
}
