//! Adding in words: one line such as "Tue 9-10:30 design review #technical" becomes a block, a
//! series or a task of the backlog. The window, the palette and `keel add` read by this grammar
//! alone.
//!
//! It never guesses silently. What is not understood stays in the title, of each kind of part only
//! one is understood, and [`Reading::sentence`] says what became of the line before it is kept. What
//! the plan looks like around it is not known here.

mod candidate;
mod choose;
mod clock;
mod day;
mod length;
mod marks;
mod phrase;
mod repeats;
mod sentence;
mod series;
mod settle;
#[cfg(test)]
mod tests;
mod title;
mod tokens;

use crate::category::Category;
use crate::repeat::Repeat;
use crate::task::Energy;
use chrono::{NaiveDate, NaiveDateTime, Weekday};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// The longest line that is read, in characters.
pub const LONGEST_LINE: usize = 2_000;

/// Which of day and month comes first where both are numbers: "12/3".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DayOrder {
    /// 12/3 is the twelfth of March.
    #[default]
    DayFirst,
    /// 12/3 is the third of December.
    MonthFirst,
}

impl DayOrder {
    /// What the conventions of a language tag such as `en-US` are.
    pub fn of_tag(tag: &str) -> DayOrder {
        let region = tag.rsplit(['-', '_']).next().unwrap_or_default();
        match ["US", "PH", "FM", "GU", "MH", "PW", "PR"].contains(&region) {
            true => DayOrder::MonthFirst,
            false => DayOrder::DayFirst,
        }
    }
}

/// What a line is read against.
#[derive(Clone, Copy, Debug)]
pub struct Context {
    /// The day that "today" means.
    pub today: NaiveDate,
    /// The wall time in the home zone.
    pub now: NaiveDateTime,
    /// The day weeks start with: what "next Tuesday" counts from.
    pub week_starts_on: Weekday,
    /// How long something takes that says only when it begins.
    pub default_minutes: u32,
    /// How numbers are read as dates.
    pub order: DayOrder,
}

/// What a line means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// What is left of the line.
    pub title: String,
    /// The category that was named.
    pub category: Option<Category>,
    /// Further marks, as they are kept.
    pub tags: Vec<String>,
    /// When it takes place; none for a task without a time.
    pub when: Option<When>,
    /// How it repeats; only with a time.
    pub repeats: Option<Repeat>,
    /// How many minutes the task takes in all.
    pub estimate: Option<u32>,
    /// The day the task should be done by.
    pub due: Option<NaiveDate>,
    /// How much energy the task takes.
    pub energy: Option<Energy>,
    /// The goal it serves, as it was typed.
    pub goal: Option<String>,
    /// Which words of the line were understood as what, in their order.
    pub parts: Vec<Part>,
    /// What was chosen where the line allowed more than one meaning: whole sentences.
    pub notes: Vec<String>,
    today: NaiveDate,
}

/// A time in the plan, wall time in the home zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct When {
    /// The day it starts on.
    pub date: NaiveDate,
    /// First minute.
    pub start: NaiveDateTime,
    /// First minute after.
    pub end: NaiveDateTime,
}

/// Words of the line that became something other than the title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Which bytes of the line.
    pub span: Range<usize>,
    /// What they became.
    pub kind: PartKind,
    /// What they were read as: "Tuesday 24 November".
    pub meaning: String,
}

/// What words of a line became.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum PartKind {
    /// The day it takes place.
    Day,
    /// The time of day.
    Time,
    /// How long it takes.
    Length,
    /// How it repeats, or until when.
    Repeats,
    /// The category.
    Category,
    /// A tag.
    Tag,
    /// How long the task takes in all.
    Estimate,
    /// The day the task should be done by.
    Due,
    /// How much energy the task takes.
    Energy,
    /// The goal it serves.
    Goal,
}

/// Why a line means nothing that could be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// There are no words.
    Empty,
    /// More than [`LONGEST_LINE`] characters.
    TooLong {
        /// How many there are.
        characters: usize,
    },
    /// A task has to be called something.
    NoTitle,
    /// It repeats, but has no time of day.
    RepeatsWithoutTime,
    /// It repeats, and has an estimate, a due day or an energy as only a task has.
    RepeatsAsTask,
    /// The series would be over before it begins.
    RepeatsNever {
        /// Its first day.
        first: NaiveDate,
        /// The day it should be over by.
        until: NaiveDate,
    },
    /// The day lies beyond what clocks and zones can say.
    OutsideCalendar,
}

impl Reading {
    /// The same for the backlog: the time that was said is how long it takes, and its day the day it
    /// is due. A series has no place there.
    pub fn without_time(mut self) -> Result<Reading, Unread> {
        if self.repeats.is_some() {
            return Err(Unread::RepeatsAsTask);
        }
        if self.title.is_empty() {
            return Err(Unread::NoTitle);
        }
        if let Some(when) = self.when.take() {
            let minutes = (when.end - when.start).num_minutes();
            self.estimate = self.estimate.or(u32::try_from(minutes).ok());
            self.due = self.due.or(Some(when.date));
            self.notes = vec!["In the backlog nothing has a time of day.".into()];
        }
        Ok(self)
    }

    /// Whether it becomes a task of the backlog, with or without a first block.
    pub fn is_task(&self) -> bool {
        self.when.is_none()
            || self.estimate.is_some()
            || self.due.is_some()
            || self.energy.is_some()
    }
}

/// Reads a line.
pub fn read(line: &str, context: &Context) -> Result<Reading, Unread> {
    let characters = line.chars().count();
    if LONGEST_LINE < characters {
        return Err(Unread::TooLong { characters });
    }
    let tokens = tokens::tokens(line);
    if tokens.is_empty() {
        return Err(Unread::Empty);
    }
    let found = candidate::candidates(&tokens, context.order);
    let chosen = choose::choose(found, tokens.len());
    settle::settle(line, &tokens, chosen, context)
}
