//! How one's own blocks repeat: what the editor can say, as a value. It is kept as the text of an
//! RRULE, so that files, feeds and one's own series share one way of being worked out.

mod cut;
mod read;
mod series;
mod shift;
#[cfg(test)]
mod tests;
mod text;
mod usable;
mod words;

pub use series::Series;
pub use shift::Shift;
pub use usable::Unusable;
pub use words::words;

use chrono::{Datelike, NaiveDate, NaiveTime, Weekday};
use serde::{Deserialize, Serialize};

/// The largest interval the editor takes.
pub const MOST_INTERVAL: u32 = 999;

/// A way to repeat that the editor can say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Repeat {
    /// What comes round.
    pub every: Every,
    /// Every how many days, weeks, months or years; at least 1.
    #[serde(default = "one")]
    pub interval: u32,
    /// When it is over.
    #[serde(default)]
    pub ends: Ends,
}

/// What comes round.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Every {
    /// The day.
    Daily,
    /// Days of the week; weeks are counted from Monday on.
    Weekly {
        /// Which; none: the weekday of the first time.
        #[cfg_attr(
            feature = "ts",
            ts(
                type = "Array<\"Mon\" | \"Tue\" | \"Wed\" | \"Thu\" | \"Fri\" | \"Sat\" | \"Sun\">"
            )
        )]
        days: Vec<Weekday>,
    },
    /// A date of the month. Months without it are passed over.
    MonthlyOn {
        /// Which.
        day: MonthDay,
    },
    /// A weekday of the month, counted.
    MonthlyNth {
        /// 1 is the first, 5 the fifth, -1 the last.
        nth: i8,
        /// The day itself.
        #[cfg_attr(
            feature = "ts",
            ts(type = "\"Mon\" | \"Tue\" | \"Wed\" | \"Thu\" | \"Fri\" | \"Sat\" | \"Sun\"")
        )]
        weekday: Weekday,
    },
    /// The date of the first time.
    Yearly,
}

/// A day of the month: 1 to 31, or -1 for the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export, rename = "DayOfMonth"))]
#[serde(transparent)]
pub struct MonthDay(pub i8);

impl MonthDay {
    /// The last day of each month.
    pub const LAST: MonthDay = MonthDay(-1);
}

/// When a series is over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Ends {
    /// Not by itself.
    #[default]
    Never,
    /// With its last time on or before a day.
    Until {
        /// The day, in the zone of the series.
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        day: NaiveDate,
    },
    /// After so many times, those that were skipped included.
    Count {
        /// How many; at least 1.
        times: u32,
    },
}

impl Every {
    /// The ways in which a day can come round every month: by its date, as the last day, by its
    /// weekday counted from the start and from the end.
    pub fn monthly_on(day: NaiveDate) -> Vec<Every> {
        let number = i8::try_from(day.day()).unwrap_or(1);
        let length = i8::try_from(day.num_days_in_month()).unwrap_or(31);
        let weekday = day.weekday();
        let mut ways = vec![Every::MonthlyOn {
            day: MonthDay(number),
        }];
        if number == length {
            ways.push(Every::MonthlyOn {
                day: MonthDay::LAST,
            });
        }
        let nth = (number - 1) / 7 + 1;
        ways.push(Every::MonthlyNth { nth, weekday });
        if length - 7 < number {
            ways.push(Every::MonthlyNth { nth: -1, weekday });
        }
        ways
    }
}

impl Repeat {
    /// Every `interval` of these, without an end.
    pub fn new(every: Every, interval: u32) -> Repeat {
        Repeat {
            every,
            interval,
            ends: Ends::Never,
        }
    }

    /// The same until something else.
    pub fn ending(self, ends: Ends) -> Repeat {
        Repeat { ends, ..self }
    }

    /// As the value of an RRULE. UNTIL is the last second of its day, wall time of the series.
    pub fn to_rule(&self) -> String {
        let mut rule = String::from(match self.every {
            Every::Daily => "FREQ=DAILY",
            Every::Weekly { .. } => "FREQ=WEEKLY",
            Every::MonthlyOn { .. } | Every::MonthlyNth { .. } => "FREQ=MONTHLY",
            Every::Yearly => "FREQ=YEARLY",
        });
        if self.interval != 1 {
            rule += &format!(";INTERVAL={}", self.interval);
        }
        match &self.every {
            Every::Weekly { days } if !days.is_empty() => {
                let mut days = days.clone();
                days.sort_unstable_by_key(Weekday::num_days_from_monday);
                days.dedup();
                let codes: Vec<&str> = days.into_iter().map(code).collect();
                rule += &format!(";BYDAY={}", codes.join(","));
            }
            Every::MonthlyOn { day } => rule += &format!(";BYMONTHDAY={}", day.0),
            Every::MonthlyNth { nth, weekday } => {
                rule += &format!(";BYDAY={nth}{}", code(*weekday));
            }
            Every::Daily | Every::Weekly { .. } | Every::Yearly => {}
        }
        match self.ends {
            Ends::Never => {}
            Ends::Until { day } => rule += &format!(";UNTIL={}", day.format("%Y%m%dT235959")),
            Ends::Count { times } => rule += &format!(";COUNT={times}"),
        }
        rule
    }
}

fn one() -> u32 {
    1
}

/// The time of an UNTIL that takes in its whole day.
fn last_second() -> NaiveTime {
    NaiveTime::from_hms_opt(23, 59, 59).unwrap_or_default()
}

/// A weekday as RRULE writes it.
pub(crate) fn code(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Mon => "MO",
        Weekday::Tue => "TU",
        Weekday::Wed => "WE",
        Weekday::Thu => "TH",
        Weekday::Fri => "FR",
        Weekday::Sat => "SA",
        Weekday::Sun => "SU",
    }
}
