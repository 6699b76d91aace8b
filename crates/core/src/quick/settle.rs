//! The chosen parts become one reading: days get dates, times get days, and what is left is the
//! title.

use super::candidate::{Candidate, What};
use super::choose::Chosen;
use super::clock::Times;
use super::day::Day;
use super::marks::Mark;
use super::repeats::RepeatWords;
use super::sentence;
use super::series::{every, on_or_after, series};
use super::title::title;
use super::tokens::Token;
use super::{Context, Part, PartKind, Reading, Unread, When};
use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike};

/// From how many minutes on a time counted from now is rounded up.
const ROUNDED_TO: u32 = 5;

pub(super) fn settle(
    line: &str,
    tokens: &[Token<'_>],
    chosen: Chosen,
    context: &Context,
) -> Result<Reading, Unread> {
    let parts = &chosen.parts;
    let mut notes = Vec::new();
    let mut reading = Reading {
        title: title(line, tokens, parts),
        category: None,
        tags: Vec::new(),
        when: None,
        repeats: None,
        estimate: None,
        due: None,
        energy: None,
        goal: None,
        parts: Vec::new(),
        notes: Vec::new(),
        today: context.today,
    };
    for part in parts {
        match &part.what {
            What::Mark(Mark::Category(category)) => reading.category = Some(*category),
            What::Mark(Mark::Tag(tag)) => reading.tags.push(tag.clone()),
            What::Mark(Mark::Goal(goal)) => reading.goal = Some(goal.clone()),
            What::Mark(Mark::Energy(energy)) => reading.energy = Some(*energy),
            What::Estimate(minutes) => reading.estimate = Some(*minutes),
            What::Due { day, timed } => {
                reading.due = Some(within(day.resolve(context.today, context))?);
                if *timed {
                    notes.push("A due day has no time of day.".to_string());
                }
            }
            _ => {}
        }
    }
    let repeats = pick(parts, |what| match what {
        What::Repeats(words) => Some(words.clone()),
        _ => None,
    });
    let day = pick(parts, |what| match what {
        What::Day(words) => Some(words.day),
        _ => None,
    });
    let length = pick(parts, |what| match what {
        What::Length(minutes) => Some(*minutes),
        _ => None,
    });
    match start(parts, day, repeats.as_ref(), context, &mut notes)? {
        Some(Begin { start, end }) => {
            // A time that does not end takes as long as the task is thought to take.
            let open = end.is_none() && length.is_none();
            let estimate = reading.estimate.take_if(|_| open);
            let minutes = length.or(estimate).unwrap_or(context.default_minutes);
            let end = end.or_else(|| start.checked_add_signed(TimeDelta::minutes(minutes.into())));
            let end = end.filter(|end| in_calendar(end.date()));
            reading.when = Some(When {
                date: start.date(),
                start,
                end: end.ok_or(Unread::OutsideCalendar)?,
            });
        }
        None => {
            if repeats.is_some() {
                return Err(Unread::RepeatsWithoutTime);
            }
            reading.estimate = reading.estimate.or(length);
            if let Some(day) = day {
                reading.due = Some(within(day.resolve(context.today, context))?);
                notes.push("A day without a time of day is the day it is due.".to_string());
            }
        }
    }
    if let (Some(words), Some(when)) = (repeats, reading.when) {
        if reading.is_task() {
            return Err(Unread::RepeatsAsTask);
        }
        reading.repeats = Some(series(&words, parts, when.date, context)?);
    }
    if let Some(when) = reading.when
        && when.start < context.now
        && reading.repeats.is_none()
    {
        notes.push("This time is past.".to_string());
    }
    if chosen.length_left {
        notes.push("The time says when it ends, so the length stays in the title.".to_string());
    }
    if let Some(Day::Date {
        said: Some(said), ..
    }) = day
    {
        let date = reading.when.map(|when| when.date).or(reading.due);
        if let Some(date) = date.filter(|date| date.weekday() != said) {
            notes.push(format!(
                "{} is a {}.",
                date.format("%-d %B"),
                date.format("%A")
            ));
        }
    }
    if reading.title.is_empty() && reading.is_task() {
        return Err(Unread::NoTitle);
    }
    reading.notes = notes;
    reading.parts = parts
        .iter()
        .map(|part| Part {
            span: tokens[part.from].span.start..tokens[part.until - 1].span.end,
            kind: kind(&part.what, &reading),
            meaning: sentence::meaning(&part.what, &reading),
        })
        .collect();
    Ok(reading)
}

pub(super) fn pick<T>(parts: &[Candidate], of: impl Fn(&What) -> Option<T>) -> Option<T> {
    parts.iter().find_map(|part| of(&part.what))
}

/// A start, and an end if the words say one.
struct Begin {
    start: NaiveDateTime,
    end: Option<NaiveDateTime>,
}

/// When it starts, and when it ends if the words say so.
fn start(
    parts: &[Candidate],
    day: Option<Day>,
    repeats: Option<&RepeatWords>,
    context: &Context,
    notes: &mut Vec<String>,
) -> Result<Option<Begin>, Unread> {
    let from_now = pick(parts, |what| match what {
        What::FromNow(minutes) => Some(*minutes),
        _ => None,
    });
    if let Some(minutes) = from_now {
        let start = soon(context.now, minutes)?;
        return Ok(Some(Begin { start, end: None }));
    }
    let times = pick(parts, |what| match what {
        What::Time(times) => Some(*times),
        _ => None,
    });
    let Some(times) = times else {
        return Ok(None);
    };
    let date = first_day(times, day, repeats, context, notes)?;
    let at = |minutes: u32| {
        date.and_time(NaiveTime::MIN)
            .checked_add_signed(TimeDelta::minutes(minutes.into()))
            .filter(|wall| in_calendar(wall.date()))
            .ok_or(Unread::OutsideCalendar)
    };
    let end = times.end.map(at).transpose()?;
    let start = at(times.start)?;
    Ok(Some(Begin { start, end }))
}

/// The day a time belongs to: the one that was said, else the next on which it is still to come.
fn first_day(
    times: Times,
    day: Option<Day>,
    repeats: Option<&RepeatWords>,
    context: &Context,
    notes: &mut Vec<String>,
) -> Result<NaiveDate, Unread> {
    let today = context.today;
    let clock = |minutes: u32| format!("{:02}:{:02}", minutes / 60 % 24, minutes % 60);
    let past = |date: NaiveDate| {
        let start = TimeDelta::minutes(times.start.into());
        let wall = date.and_time(NaiveTime::MIN).checked_add_signed(start);
        wall.is_some_and(|wall| wall < context.now)
    };
    let tomorrow = within(today.checked_add_days(Days::new(1)))?;
    let said = match day {
        Some(day) => {
            let date = within(day.resolve(today, context))?;
            match day {
                Day::Coming(_) if date == today && past(date) && repeats.is_none() => {
                    notes.push(format!(
                        "{} today is past, so next {} is meant.",
                        clock(times.start),
                        date.format("%A")
                    ));
                    within(day.resolve(tomorrow, context))?
                }
                _ => date,
            }
        }
        None if !past(today) => today,
        None => {
            if repeats.is_none() {
                notes.push(format!(
                    "{} today is past, so tomorrow is meant.",
                    clock(times.start)
                ));
            }
            tomorrow
        }
    };
    match repeats {
        Some(words) => within(on_or_after(&every(words, said), said)),
        None => Ok(said),
    }
}

/// So many minutes from now, on a round minute.
fn soon(now: NaiveDateTime, minutes: u32) -> Result<NaiveDateTime, Unread> {
    let begun = u32::from(0 < now.second());
    let odd = (now.minute() + minutes + begun) % ROUNDED_TO;
    let round = (ROUNDED_TO - odd) % ROUNDED_TO;
    let whole = now.with_second(0).and_then(|now| now.with_nanosecond(0));
    whole
        .and_then(|now| {
            now.checked_add_signed(TimeDelta::minutes(i64::from(minutes + begun + round)))
        })
        .filter(|wall| in_calendar(wall.date()))
        .ok_or(Unread::OutsideCalendar)
}

pub(super) fn within(date: Option<NaiveDate>) -> Result<NaiveDate, Unread> {
    date.filter(|date| in_calendar(*date))
        .ok_or(Unread::OutsideCalendar)
}

/// Beyond these years clocks and zones say nothing.
fn in_calendar(date: NaiveDate) -> bool {
    (1900..=9990).contains(&date.year())
}

fn kind(what: &What, reading: &Reading) -> PartKind {
    match what {
        What::Day(_) if reading.when.is_none() => PartKind::Due,
        What::Day(_) => PartKind::Day,
        What::Time(_) | What::FromNow(_) => PartKind::Time,
        What::Length(_) if reading.when.is_none() => PartKind::Estimate,
        What::Length(_) => PartKind::Length,
        What::Repeats(_) | What::Ends(_) => PartKind::Repeats,
        What::Estimate(_) if reading.estimate.is_none() => PartKind::Length,
        What::Estimate(_) => PartKind::Estimate,
        What::Due { .. } => PartKind::Due,
        What::Mark(Mark::Category(_)) => PartKind::Category,
        What::Mark(Mark::Tag(_)) => PartKind::Tag,
        What::Mark(Mark::Goal(_)) => PartKind::Goal,
        What::Mark(Mark::Energy(_)) => PartKind::Energy,
    }
}
