//! A whole series moved by moving one of its times: weekdays, dates of the month and the end follow.

use super::series::Series;
use super::text::{Part, with};
use super::{Every, MonthDay, Repeat, code};
use crate::event::Recurrence;
use crate::recur::{Frequency, Rule, Until, keys};
use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, TimeDelta, Weekday};

/// The most periods looked at for a month or year that has the new date.
const MOST_PERIODS: u32 = 500;

/// A move of a whole series.
#[derive(Clone, Debug)]
pub struct Shift {
    /// The series where it is now.
    pub series: Series,
    from: NaiveDateTime,
    to: NaiveDateTime,
    /// How the days of month or year follow; none where every time moves by the same step.
    every: Option<Every>,
}

impl Series {
    /// The series moved as a whole so that its time `from` comes to `to`. Nothing where its rule says
    /// more than can follow a move.
    pub fn shift(&self, from: NaiveDateTime, to: NaiveDateTime) -> Option<Shift> {
        let still = Shift {
            series: self.clone(),
            from,
            to,
            every: None,
        };
        let Some(rule) = self.rule() else {
            return self.recurrence.rule.is_none().then(|| still.evenly(None));
        };
        if !rule.by_hour.is_empty() || !rule.by_minute.is_empty() || !rule.by_second.is_empty() {
            return None;
        }
        let plain = rule.by_month.is_empty()
            && rule.by_month_day.is_empty()
            && rule.by_year_day.is_empty()
            && rule.by_week.is_empty()
            && rule.by_position.is_empty();
        match rule.frequency {
            Frequency::Daily | Frequency::Weekly if plain => Some(still.evenly(Some(&rule))),
            Frequency::Monthly | Frequency::Yearly => {
                let repeat = Repeat::read(&rule, self.start)?;
                still.by_date(repeat)
            }
            _ => None,
        }
    }
}

impl Shift {
    /// Where one of the times of the series as it was is now; nothing where its month or year has
    /// no such date.
    pub fn key(&self, key: NaiveDateTime) -> Option<NaiveDateTime> {
        let Some(every) = &self.every else {
            return key.checked_add_signed(self.to - self.from);
        };
        let day = dated(every, self.months_on(key.date())?, self.series.start.date())?;
        Some(day.and_time(self.to.time()))
    }

    /// Every time by the same step.
    fn evenly(mut self, rule: Option<&Rule>) -> Shift {
        let step = self.to - self.from;
        let days = self
            .to
            .date()
            .signed_duration_since(self.from.date())
            .num_days();
        let old = &self.series.recurrence;
        let moved = |wall: &NaiveDateTime| wall.checked_add_signed(step).unwrap_or(*wall);
        let text = old.rule.as_deref().zip(rule).map(|(text, rule)| {
            let turned = turned(text, rule, days);
            match rule.until {
                Some(until) => with(
                    &turned,
                    &[Part::Until],
                    Some(until_moved(until, step, days)),
                ),
                None => turned,
            }
        });
        let start = moved(&self.series.start);
        let recurrence = Recurrence {
            rule: text,
            last: None,
            extra: old
                .extra
                .iter()
                .map(|(start, end)| (moved(start), end.as_ref().map(moved)))
                .collect(),
            except: old.except.iter().map(moved).collect(),
            except_days: old
                .except_days
                .iter()
                .map(|day| by_days(*day, days))
                .collect(),
        };
        self.series = Series {
            start,
            recurrence: recurrence.counted(start),
        };
        self
    }

    /// Every time to the new date of its own month or year.
    fn by_date(mut self, repeat: Repeat) -> Option<Shift> {
        let every = followed(&repeat.every, self.to.date())?;
        let old = self.series.clone();
        let rule = old.rule()?;
        self.every = Some(every.clone());
        let time = self.to.time();
        let per_period = match every {
            Every::Yearly => 12,
            _ => 1,
        };
        let mut month = self.months_on(old.start.date())?;
        let mut start = None;
        // The month of the first time may lack the new date.
        for _ in 0..MOST_PERIODS {
            start = dated(&every, month, self.to.date());
            if start.is_some() {
                break;
            }
            month += i64::from(repeat.interval) * per_period;
        }
        let start = start?.and_time(time);
        let endless = Repeat::new(every, repeat.interval).to_rule();
        self.series = Series::new(start, endless.clone());
        let text = match (rule.count, rule.until) {
            (Some(count), _) => {
                // A rule that passes over fewer months must still reach the time that was moved.
                let endless_rule = Rule::parse(&endless).ok()?;
                let reached = keys::count_before(&endless_rule, start, self.to)? + 1;
                let count = count.max(reached);
                with(&endless, &[], Some(format!("COUNT={count}")))
            }
            (None, Some(until)) => {
                let until = self.until_by_date(&old, &rule, until);
                with(&endless, &[], Some(until))
            }
            (None, None) => endless,
        };
        let keyed = |key: &NaiveDateTime| self.key(*key);
        let recurrence = Recurrence {
            rule: Some(text),
            last: None,
            extra: old
                .recurrence
                .extra
                .iter()
                .filter_map(|(start, end)| {
                    let moved = keyed(start)?;
                    Some((moved, end.map(|end| moved + (end - *start))))
                })
                .collect(),
            except: old.recurrence.except.iter().filter_map(keyed).collect(),
            except_days: old
                .recurrence
                .except_days
                .iter()
                .filter_map(|day| Some(keyed(&day.and_time(old.start.time()))?.date()))
                .collect(),
        };
        self.series = Series {
            start,
            recurrence: recurrence.counted(start),
        };
        Some(self)
    }

    /// The month in which a time lies after the move, as months since year 0.
    fn months_on(&self, day: NaiveDate) -> Option<i64> {
        month(day).checked_add(month(self.to.date()) - month(self.from.date()))
    }

    /// An UNTIL that leaves as many times as there were.
    fn until_by_date(&self, old: &Series, rule: &Rule, until: Until) -> String {
        let days = self
            .to
            .date()
            .signed_duration_since(self.from.date())
            .num_days();
        let until = by_days(until.wall().date(), days);
        let last = last_up_to(old, rule).and_then(|last| self.key(last));
        let until = match last {
            Some(last) => {
                let next = self.series.next(last + TimeDelta::seconds(1), 1);
                let before = next.first().and_then(|next| next.date().pred_opt());
                until.max(last.date()).min(before.unwrap_or(NaiveDate::MAX))
            }
            None => until,
        };
        let until = until.max(self.to.date());
        format!("UNTIL={}", until.format("%Y%m%dT235959"))
    }
}

/// The last time of a series with an UNTIL.
fn last_up_to(series: &Series, rule: &Rule) -> Option<NaiveDateTime> {
    let until = rule.until?.wall();
    let mut days = 64;
    while days < 1_000_000 {
        let from = until.checked_sub_signed(TimeDelta::days(days))?;
        let window = from.max(series.start)..until + TimeDelta::seconds(1);
        let found = keys::ruled(rule, series.start, None, &window);
        if let Some(last) = found.last() {
            return Some(*last);
        }
        if from <= series.start {
            return None;
        }
        days *= 4;
    }
    None
}

/// What comes round after a move to a day: the same kind, named by that day.
fn followed(every: &Every, to: NaiveDate) -> Option<Every> {
    let length = i8::try_from(to.num_days_in_month()).ok()?;
    let day = i8::try_from(to.day()).ok()?;
    Some(match every {
        Every::MonthlyOn {
            day: MonthDay::LAST,
        } if day == length => every.clone(),
        Every::MonthlyOn { .. } => Every::MonthlyOn { day: MonthDay(day) },
        Every::MonthlyNth { nth, .. } => Every::MonthlyNth {
            nth: match *nth == -1 && length - 7 < day {
                true => -1,
                false => (day - 1) / 7 + 1,
            },
            weekday: to.weekday(),
        },
        Every::Yearly => Every::Yearly,
        Every::Daily | Every::Weekly { .. } => return None,
    })
}

/// The day in a month, counted from year 0, that comes round; for years the date of `like`.
fn dated(every: &Every, month: i64, like: NaiveDate) -> Option<NaiveDate> {
    let year = i32::try_from(month.div_euclid(12)).ok()?;
    let number = u32::try_from(month.rem_euclid(12)).ok()? + 1;
    let first = NaiveDate::from_ymd_opt(year, number, 1)?;
    match every {
        Every::MonthlyOn {
            day: MonthDay::LAST,
        } => first.with_day(first.num_days_in_month().into()),
        Every::MonthlyOn { day } => first.with_day(u32::try_from(day.0).ok()?),
        Every::MonthlyNth { nth: -1, weekday } => {
            let last = first.with_day(first.num_days_in_month().into())?;
            let back = last.weekday().days_since(*weekday);
            last.checked_sub_days(Days::new(back.into()))
        }
        Every::MonthlyNth { nth, weekday } => {
            NaiveDate::from_weekday_of_month_opt(year, number, *weekday, u8::try_from(*nth).ok()?)
        }
        Every::Yearly => first.with_day(like.day()),
        Every::Daily | Every::Weekly { .. } => None,
    }
}

fn month(day: NaiveDate) -> i64 {
    i64::from(day.year()) * 12 + i64::from(day.month0())
}

fn by_days(day: NaiveDate, days: i64) -> NaiveDate {
    day.checked_add_signed(TimeDelta::days(days)).unwrap_or(day)
}

fn until_moved(until: Until, step: TimeDelta, days: i64) -> String {
    let wall = until.wall();
    let moved = match wall.time() == super::last_second() {
        true => wall.checked_add_signed(TimeDelta::days(days)),
        false => wall.checked_add_signed(step),
    };
    format!("UNTIL={}", moved.unwrap_or(wall).format("%Y%m%dT%H%M%S"))
}

/// A rule whose weekdays are so many days later. Where only some of them pass the end of the week,
/// the week has to begin later too, or every second week would tear them apart.
fn turned(text: &str, rule: &Rule, days: i64) -> String {
    let turn = |day: Weekday| {
        let number = (i64::from(day.num_days_from_monday()) + days).rem_euclid(7);
        Weekday::try_from(u8::try_from(number).unwrap_or_default()).unwrap_or(day)
    };
    if rule.by_day.is_empty() || days.rem_euclid(7) == 0 {
        return text.to_string();
    }
    let mut moved: Vec<Weekday> = rule.by_day.iter().map(|day| turn(day.weekday)).collect();
    moved.sort_unstable_by_key(Weekday::num_days_from_monday);
    let codes: Vec<&str> = moved.into_iter().map(code).collect();
    let text = with(
        text,
        &[Part::ByDay],
        Some(format!("BYDAY={}", codes.join(","))),
    );
    let passes =
        |day: Weekday| 7 <= i64::from(day.days_since(rule.week_start)) + days.rem_euclid(7);
    let first = rule.by_day.first().map(|day| passes(day.weekday));
    let torn = rule
        .by_day
        .iter()
        .any(|day| Some(passes(day.weekday)) != first);
    match torn && rule.interval != 1 && rule.frequency == Frequency::Weekly {
        true => {
            let start = code(turn(rule.week_start));
            with(&text, &[Part::WeekStart], Some(format!("WKST={start}")))
        }
        false => text,
    }
}
