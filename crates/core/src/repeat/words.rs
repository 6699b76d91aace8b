//! How a series repeats, in plain English: "every second Tuesday", "on the last Friday of each
//! month, 6 times". One's own series and imported ones are told in the same words.

use super::{Ends, Every, MonthDay, Repeat};
use crate::recur::{Frequency, Rule};
use chrono::{Datelike, NaiveDate, NaiveDateTime, Weekday};

impl Repeat {
    /// In words, for a series whose first time is `start`: without a capital, without a full stop.
    pub fn words(&self, start: NaiveDateTime) -> String {
        let every = match &self.every {
            Every::Daily => comes_round("day", self.interval),
            Every::Weekly { days } => weekly(days, self.interval, start.weekday()),
            Every::MonthlyOn { .. } | Every::MonthlyNth { .. } => {
                monthly(&self.every.day_of_month(), self.interval)
            }
            Every::Yearly => {
                let words = comes_round("year", self.interval);
                let leap = match (start.month(), start.day()) {
                    (2, 29) => ", in leap years",
                    _ => "",
                };
                format!("{words} on {}{leap}", start.format("%-d %B"))
            }
        };
        every + &ending(self.ends, start)
    }
}

impl Every {
    /// "on the third Wednesday", for what comes round every month.
    pub fn monthly_words(&self) -> Option<String> {
        let day = self.day_of_month();
        (!day.is_empty()).then(|| format!("on the {day}"))
    }

    fn day_of_month(&self) -> String {
        match self {
            Every::MonthlyOn { day } => month_day(*day),
            Every::MonthlyNth { nth, weekday } => format!("{} {}", place(*nth), name(*weekday)),
            Every::Daily | Every::Weekly { .. } | Every::Yearly => String::new(),
        }
    }
}

/// A rule in words, for a series whose first time is `start`. Where it says more than the editor
/// can, how often it comes round and when it ends is told, not on which days.
pub fn words(rule: &Rule, start: NaiveDateTime) -> String {
    if let Some(repeat) = Repeat::read(rule, start) {
        return repeat.words(start);
    }
    let unit = match rule.frequency {
        Frequency::Secondly => "second",
        Frequency::Minutely => "minute",
        Frequency::Hourly => "hour",
        Frequency::Daily => "day",
        Frequency::Weekly => "week",
        Frequency::Monthly => "month",
        Frequency::Yearly => "year",
    };
    let days = match rule.frequency {
        Frequency::Secondly | Frequency::Minutely | Frequency::Hourly => "",
        Frequency::Daily => ", not on all of them",
        _ => ", on days of its own",
    };
    comes_round(unit, rule.interval) + days + &ending(super::read::ends(rule, start), start)
}

/// "every day", "every second day", "every 3 days".
fn comes_round(unit: &str, interval: u32) -> String {
    match interval {
        1 => format!("every {unit}"),
        2 => format!("every second {unit}"),
        many => format!("every {many} {unit}s"),
    }
}

fn weekly(days: &[Weekday], interval: u32, first: Weekday) -> String {
    let mut days = match days {
        [] => vec![first],
        days => days.to_vec(),
    };
    days.sort_unstable_by_key(Weekday::num_days_from_monday);
    days.dedup();
    let numbers: Vec<u32> = days.iter().map(Weekday::num_days_from_monday).collect();
    match (interval, &numbers[..]) {
        (1, [0, 1, 2, 3, 4, 5, 6]) => "every day".into(),
        (1, [0, 1, 2, 3, 4]) => "every weekday".into(),
        (1, _) => format!("every {}", listed(&days)),
        (2, [_]) => format!("every second {}", listed(&days)),
        (_, [0, 1, 2, 3, 4, 5, 6]) => format!("{} on every day", comes_round("week", interval)),
        (_, [0, 1, 2, 3, 4]) => format!("{} on weekdays", comes_round("week", interval)),
        _ => format!("{} on {}", comes_round("week", interval), listed(&days)),
    }
}

fn monthly(day: &str, interval: u32) -> String {
    match interval {
        1 => format!("on the {day} of each month"),
        2 => format!("on the {day} of every second month"),
        many => format!("every {many} months on the {day}"),
    }
}

/// "Monday, Wednesday and Friday".
fn listed(days: &[Weekday]) -> String {
    let names: Vec<&str> = days.iter().map(|day| name(*day)).collect();
    match &names[..] {
        [] => String::new(),
        [only] => (*only).into(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

fn month_day(day: MonthDay) -> String {
    match day.0 {
        -1 => "last day".into(),
        day => numbered(day.unsigned_abs()),
    }
}

/// "1st", "22nd", "13th".
fn numbered(number: u8) -> String {
    let ending = match (number % 100, number % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

fn place(nth: i8) -> &'static str {
    match nth {
        1 => "first",
        2 => "second",
        3 => "third",
        4 => "fourth",
        5 => "fifth",
        _ => "last",
    }
}

fn ending(ends: Ends, start: NaiveDateTime) -> String {
    match ends {
        Ends::Never => String::new(),
        Ends::Until { day } => format!(" until {}", dated(day, start.year())),
        Ends::Count { times: 1 } => ", once".into(),
        Ends::Count { times } => format!(", {times} times"),
    }
}

/// "18 December", with its year where that is another one.
fn dated(day: NaiveDate, year: i32) -> String {
    match day.year() == year {
        true => day.format("%-d %B").to_string(),
        false => day.format("%-d %B %Y").to_string(),
    }
}

/// A weekday's name.
pub(crate) fn name(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Mon => "Monday",
        Weekday::Tue => "Tuesday",
        Weekday::Wed => "Wednesday",
        Weekday::Thu => "Thursday",
        Weekday::Fri => "Friday",
        Weekday::Sat => "Saturday",
        Weekday::Sun => "Sunday",
    }
}
