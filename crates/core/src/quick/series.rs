//! The words on repeating become a series that has a first day.

use super::candidate::{Candidate, What};
use super::day::Day;
use super::repeats::{EndWords, EveryWords, RepeatWords};
use super::settle::{pick, within};
use super::{Context, Unread};
use crate::repeat::{Ends, Every, MonthDay, Repeat};
use chrono::{Datelike, Days, NaiveDate};

/// The series the words mean, for a first time on `first`.
pub(super) fn series(
    words: &RepeatWords,
    parts: &[Candidate],
    first: NaiveDate,
    context: &Context,
) -> Result<Repeat, Unread> {
    let ends = pick(parts, |what| match what {
        What::Ends(ends) => Some(*ends),
        _ => None,
    });
    let ends = match ends {
        None => Ends::Never,
        Some(EndWords::Times(times)) => Ends::Count { times },
        Some(EndWords::Days(days)) => Ends::Until {
            day: within(first.checked_add_days(Days::new(u64::from(days) - 1)))?,
        },
        Some(EndWords::Until(day)) => {
            let from = match day {
                // "every fri until fri" ends a week later, not with its first time.
                Day::Coming(_) => within(first.checked_add_days(Days::new(1)))?,
                _ => first,
            };
            let until = within(day.resolve(from, context))?;
            if until < first {
                return Err(Unread::RepeatsNever { first, until });
            }
            Ends::Until { day: until }
        }
    };
    Ok(Repeat {
        every: every(words, first),
        interval: words.interval,
        ends,
    })
}

/// What comes round, for a series that begins on or after a day.
pub(super) fn every(words: &RepeatWords, from: NaiveDate) -> Every {
    match &words.every {
        EveryWords::Said(every) => every.clone(),
        EveryWords::Week => Every::Weekly {
            days: vec![from.weekday()],
        },
        EveryWords::Month => Every::MonthlyOn {
            day: MonthDay(i8::try_from(from.day()).unwrap_or(1)),
        },
    }
}

/// The first day from `from` on that the pattern names.
pub(super) fn on_or_after(every: &Every, from: NaiveDate) -> Option<NaiveDate> {
    // A fifth weekday or a thirty-first comes within three months at the latest.
    from.iter_days().take(100).find(|date| names(every, *date))
}

fn names(every: &Every, date: NaiveDate) -> bool {
    let next = |days| date.checked_add_days(Days::new(days));
    let last_in_month = |days| next(days).is_none_or(|next| next.month() != date.month());
    match every {
        Every::Daily | Every::Yearly => true,
        Every::Weekly { days } => days.is_empty() || days.contains(&date.weekday()),
        Every::MonthlyOn { day } if day.0 < 0 => last_in_month(1),
        Every::MonthlyOn { day } => i64::from(day.0) == i64::from(date.day()),
        Every::MonthlyNth { nth, weekday } => {
            let place = i64::from((date.day() - 1) / 7 + 1);
            let counted = match *nth < 0 {
                true => last_in_month(7),
                false => place == i64::from(*nth),
            };
            date.weekday() == *weekday && counted
        }
    }
}
