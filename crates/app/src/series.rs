//! One's own series: what is stored of them, what edits of them are called, and what the window
//! shows beside a single occurrence. How a series changes is decided in the core.

use crate::details::capital;
use crate::labels::title;
use crate::messages::{
    ExceptionLine, Fault, MonthlyChoice, Op, RepeatFacts, SeriesFacts, Spread, Words,
};
use crate::moment::Moment;
use crate::planner::Planner;
use crate::quick::Here;
use crate::shown::Key;
use crate::{blocks, details, words};
use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime};
use evenkeel_core::block::Block;
use evenkeel_core::edit::series::{self, Lost, Rhythm, Rows, Scope};
use evenkeel_core::edit::{Carry, Edit, Grip, Next, Plan, Refusal};
use evenkeel_core::handle::Handle;
use evenkeel_core::repeat::{Every, Repeat};
use evenkeel_store::{Error, View};

/// How many exceptions are listed.
const MOST_EXCEPTIONS: usize = 40;

/// How many dates a way to repeat is shown by.
const DATES: usize = 5;

/// What is stored of the series a request changes as a whole or leaves occurrences out of.
pub(crate) fn rows(op: &Op, view: &View<'_>) -> Result<Vec<Rows>, Error> {
    let wanted = matches!(
        op,
        Op::Across { .. }
            | Op::Spread { .. }
            | Op::Repeat { .. }
            | Op::Restore { .. }
            | Op::Delete { .. }
    );
    let mut found: Vec<Rows> = Vec::new();
    if !wanted {
        return Ok(found);
    }
    for handle in blocks::named(op)
        .iter()
        .filter(|handle| handle.at.is_some())
    {
        if found.iter().all(|rows| rows.series.id != handle.id) {
            found.extend(stored(*handle, view)?);
        }
    }
    Ok(found)
}

/// What is stored of the series of the only occurrence a request names.
pub(crate) fn of_one(op: &Op, view: &View<'_>) -> Result<Option<Rows>, Error> {
    match blocks::named(op) {
        [only] if only.at.is_some() => stored(*only, view),
        _ => Ok(None),
    }
}

fn stored(handle: Handle, view: &View<'_>) -> Result<Option<Rows>, Error> {
    let series = view.block(handle.id)?;
    Ok(match series.filter(|block| block.recurrence.is_some()) {
        Some(series) => Some(Rows {
            overrides: view.overrides_of(series.id)?,
            series,
        }),
        None => None,
    })
}

/// What the core makes of a request that is about a series. `None` where it is about something
/// else.
pub(crate) fn edit(
    op: &Op,
    plan: &Plan<'_>,
    rows: &[Rows],
    next: &mut Next<'_>,
) -> Option<Result<Edit, Refusal>> {
    let key = |block: &Handle| {
        let gone = Refusal::Gone { id: *block };
        rows.first().zip(block.at).ok_or(gone)
    };
    Some(match op {
        Op::Spread { block, scope } => {
            key(block).and_then(|(rows, key)| series::extend(plan, rows, key, *scope, next))
        }
        Op::Restore { block } => {
            key(block).and_then(|(rows, key)| series::restore(plan, rows, key))
        }
        Op::Repeat {
            block,
            repeat,
            scope,
        } => {
            let rhythm = Rhythm {
                repeat: repeat.clone(),
                scope: *scope,
            };
            series::set_repeat(plan, *block, rows.first(), &rhythm, next)
        }
        _ => return None,
    })
}

/// The name a stored block is shown by: a series by its first occurrence.
pub(crate) fn shown_as(block: &Block) -> Handle {
    match block.recurrence {
        Some(_) => Handle {
            id: block.id,
            at: series::times(block).first(),
        },
        None => block.handle(),
    }
}

/// "move every Pairing", "put back Pairing": what undo will call a request about a series.
pub(crate) fn label(op: &Op, before: &[Block], rows: &[Rows]) -> Option<String> {
    let series = rows.first().map(|rows| rows.series.title.as_str());
    let own = before.first().map(|block| block.title.as_str());
    let name = title(own.or(series).unwrap_or_default());
    let of_a_series = |block: &Handle| block.at.is_some();
    Some(match op {
        Op::Across { scope, edit } => {
            let label = blocks::label(edit, before, &[])?;
            reaching(&label, *scope, before.len() == 1)
        }
        Op::Spread { scope, .. } => {
            let verb = match before.first() {
                None => "delete",
                Some(block) if moved(block) => "move",
                Some(_) => "change",
            };
            reaching(&format!("{verb} {name}"), *scope, true)
        }
        Op::Repeat { block, repeat, .. } => match repeat {
            None => format!("stop repeating {name}"),
            Some(_) if of_a_series(block) => format!("change how {name} repeats"),
            Some(_) => format!("make {name} repeat"),
        },
        Op::Restore { .. } => format!("put back {name}"),
        Op::Delete { blocks } if blocks.len() == 1 && blocks.iter().all(of_a_series) => {
            format!("skip {name}")
        }
        _ => return None,
    })
}

/// "move Pairing" with how far it reaches.
fn reaching(label: &str, scope: Scope, one: bool) -> String {
    let (verb, what) = label.split_once(' ').unwrap_or((label, ""));
    match scope {
        Scope::This => label.to_string(),
        Scope::Following => format!("{label} and the following"),
        Scope::All if one => format!("{verb} every {what}"),
        Scope::All => format!("{label} and all of their series"),
    }
}

fn moved(block: &Block) -> bool {
    block
        .instance
        .is_some_and(|instance| instance.key != block.start)
}

/// What can be done to the rest of a series after it was done to one of its occurrences.
pub(crate) fn offer(op: &Op, rows: &Rows) -> Option<Spread> {
    let block = blocks::named(op).first()?;
    let key = block.at?;
    let verb = match op {
        Op::Gesture(gesture) if gesture.carry == Carry::Copy => return None,
        Op::Gesture(gesture) if gesture.grip == Grip::Whole => "Move",
        Op::Gesture(_) => "Resize",
        Op::Delete { .. } => "Delete",
        Op::SetCategory { .. } => "Change",
        _ => return None,
    };
    // What is left of a series once its only occurrence is gone has no others.
    let others = rows.times().next(NaiveDateTime::MIN, 2).len();
    let first = rows.times().first().is_none_or(|first| key <= first);
    (1 < others).then(|| Spread {
        block: *block,
        all: format!("{verb} all"),
        following: (!first).then(|| "This and following".into()),
    })
}

/// What became of exceptions that have no place in their series any more, to be said after what was
/// done.
pub(crate) fn lost(lost: &[Lost]) -> String {
    let days = |skipped: bool| -> Vec<String> {
        let lost = lost.iter().filter(|lost| lost.skipped == skipped);
        lost.map(|lost| lost.key.format("%-d %B").to_string())
            .collect()
    };
    let mut said = String::new();
    match &days(true)[..] {
        [] => {}
        [day] => said += &format!(" The skipped {day} is no day of it any more."),
        days => said += &format!(" The skipped {} are no days of it any more.", listed(days)),
    }
    match &days(false)[..] {
        [] => {}
        [day] => said += &format!(" The changed one of {day} stays as a block of its own."),
        days => {
            said += &format!(
                " The changed ones of {} stay as blocks of their own.",
                listed(days)
            );
        }
    }
    said
}

/// "5 November, 12 November and 4 more".
fn listed(days: &[String]) -> String {
    match days {
        [first @ .., last] if days.len() <= 4 => format!("{} and {last}", first.join(", ")),
        _ => format!("{} and {} more", days[..3].join(", "), days.len() - 3),
    }
}

/// Whether an occurrence has a row of its own.
fn excepted(rows: &Rows, key: NaiveDateTime) -> bool {
    let at = |row: &Block| row.instance.is_some_and(|instance| instance.key == key);
    rows.overrides.iter().any(at)
}

/// The occurrence that speaks for a series: the first that is as its series has it, if any is.
fn speaker(rows: &Rows) -> Option<NaiveDateTime> {
    let keys = rows
        .times()
        .next(NaiveDateTime::MIN, rows.overrides.len() + 1);
    let plain = keys.iter().find(|key| !excepted(rows, **key));
    plain.or(keys.first()).copied()
}

impl Planner {
    /// The block that goes by a name or, on a day, the occurrence of the series that does. A time is
    /// needed only where a series stands on a day more than once, and no day where all of it is
    /// meant: its first occurrence speaks for it.
    pub fn find_occurrence(
        &self,
        name: &str,
        on: Option<(NaiveDate, Option<NaiveTime>)>,
        scope: Scope,
        moment: &Moment,
    ) -> Result<Option<Handle>, Fault> {
        let found = self.find_block(name, moment)?;
        // A series is no block by itself, but its key names it all the same.
        let handle = name.parse::<Handle>().ok();
        if on.is_some() && handle.is_some_and(|handle| handle.at.is_some()) {
            return Err(words::said_twice(name));
        }
        let named = handle.filter(|handle| handle.at.is_none());
        let Some(whole) = found.or(named) else {
            return Ok(None);
        };
        let id = whole.id;
        let rows = self.store.read(|view| stored(whole, view))?;
        let (Some(rows), None) = (rows, whole.at.filter(|_| on.is_none())) else {
            return Ok(found);
        };
        let name = &rows.series.title;
        let times = rows.times();
        let Some((day, time)) = on else {
            if let (Scope::All, Some(key)) = (scope, speaker(&rows)) {
                return Ok(Some(Handle { id, at: Some(key) }));
            }
            let next = times.next(moment.wall(&self.home(moment)?), 1);
            let day = next.first().copied().unwrap_or(times.start).date();
            return Err(words::which_one(name, day));
        };
        let here =
            |wall: NaiveDateTime| wall.date() == day && time.is_none_or(|time| wall.time() == time);
        // Where each that stands there has its key, by the time it stands at.
        let mut found: Vec<(NaiveDateTime, NaiveDateTime)> = Vec::new();
        for row in rows.overrides.iter().filter(|row| here(row.start)) {
            found.extend(row.instance.map(|instance| (row.start, instance.key)));
        }
        let from = day.and_time(time.unwrap_or(NaiveTime::MIN));
        let mut ruled = times.next(from, rows.overrides.len() + 2);
        ruled.retain(|key| here(*key));
        let in_place = ruled.iter().filter(|key| !excepted(&rows, **key));
        found.extend(in_place.map(|key| (*key, *key)));
        found.sort_unstable();
        match (&found[..], ruled.first()) {
            ([(first, _), (second, _), ..], _) => Err(words::which_time(name, *first, *second)),
            // One that went elsewhere still goes by where its series has it.
            ([(_, key)], _) | ([], Some(key)) => Ok(Some(Handle { id, at: Some(*key) })),
            ([], None) => Err(words::not_then(name, day)),
        }
    }

    /// A way to repeat in words, for what begins at a time: "second Tuesday", "weekday until 18 Dec".
    pub fn repeat_in_words(
        &self,
        typed: &str,
        start: NaiveDateTime,
        moment: &Moment,
    ) -> Result<Repeat, Fault> {
        let typed = typed.trim();
        let said = match typed.to_lowercase().starts_with("every") || typed.starts_with("on ") {
            true => typed.to_string(),
            false => format!("every {typed}"),
        };
        let line = Words {
            text: format!(
                "x {} {} {said}",
                start.format("%Y-%m-%d"),
                start.format("%H:%M")
            ),
            ..Words::default()
        };
        let read = self.store.read(|view| {
            let here = Here::read(view, self, moment)?;
            Ok::<_, Error>(here.reading(&line, moment))
        })?;
        let reading = read.ok().filter(|reading| reading.title == "x");
        reading
            .and_then(|reading| reading.repeats)
            .ok_or_else(|| words::no_repeat(typed))
    }

    /// What a way to repeat comes to for a block or, from one of its occurrences on, for a series.
    pub fn repeat_facts(
        &self,
        key: &str,
        repeat: &Repeat,
        moment: &Moment,
    ) -> Result<RepeatFacts, Fault> {
        let Some(Key::Block(handle)) = Key::parse(key) else {
            return Err(Fault::gone("block"));
        };
        let found = self.store.read(|view| {
            let home = moment.home(&view.settings()?, &self.zones);
            blocks::find(handle, view, &self.zones, &home)
        })?;
        let block = found.ok_or_else(|| Fault::gone("block"))?;
        let start = block.instance.map_or(block.start, |instance| instance.key);
        let monthly = monthly(start);
        Ok(match repeat.series(start) {
            Ok(series) => RepeatFacts {
                words: capital(&repeat.words(series.start)),
                next: dates(&series.next(start, DATES), start),
                monthly,
                refused: None,
            },
            Err(why) => RepeatFacts {
                words: String::new(),
                next: Vec::new(),
                monthly,
                refused: Some(Fault::from(Refusal::Repeat {
                    title: block.title,
                    why,
                })),
            },
        })
    }
}

/// How the series of an occurrence repeats, in words, and what else the panel shows of it.
pub(crate) fn facts(
    view: &View<'_>,
    block: &Block,
) -> Result<Option<(String, SeriesFacts)>, Error> {
    let Some(instance) = block.instance else {
        return Ok(None);
    };
    let Some(rows) = stored(block.handle(), view)? else {
        return Ok(None);
    };
    let times = rows.times();
    let repeat = times
        .recurrence
        .rule
        .as_deref()
        .and_then(|rule| Repeat::from_rule(rule, times.start));
    let told = details::in_words(rows.series.recurrence.as_ref(), times.start);
    let year = block.start.year();
    let mut exceptions: Vec<(NaiveDateTime, String)> = Vec::new();
    for key in &times.recurrence.except {
        exceptions.push((*key, format!("Skipped: {}", day(*key, year))));
    }
    for row in &rows.overrides {
        if let Some(instance) = row.instance {
            let words = match moved(row) {
                true => format!(
                    "Moved: {} to {}",
                    day(instance.key, year),
                    row.start.format("%a %-d %b, %H:%M")
                ),
                false => format!("Changed: {}", day(instance.key, year)),
            };
            exceptions.push((instance.key, words));
        }
    }
    exceptions.sort();
    let own = rows
        .overrides
        .iter()
        .any(|row| row.instance == Some(instance));
    let differs = own.then(|| match moved(block) {
        true => format!(
            "Moved from {}, {}",
            day(instance.key, year),
            instance.key.format("%H:%M")
        ),
        false => "Changed within its series".into(),
    });
    let more = exceptions.len().saturating_sub(MOST_EXCEPTIONS);
    // Those around this one are what one looks for.
    let near = exceptions
        .partition_point(|(key, _)| *key < instance.key)
        .saturating_sub(MOST_EXCEPTIONS / 2)
        .min(more);
    let line = |(key, words): (NaiveDateTime, String)| ExceptionLine {
        block: Handle {
            id: instance.series,
            at: Some(key),
        },
        words,
    };
    let facts = SeriesFacts {
        repeat,
        first: times.first().is_none_or(|first| instance.key <= first),
        differs,
        exceptions: exceptions
            .into_iter()
            .skip(near)
            .take(MOST_EXCEPTIONS)
            .map(line)
            .collect(),
        more_exceptions: u32::try_from(more).unwrap_or(u32::MAX),
    };
    Ok(Some((told, facts)))
}

fn monthly(start: NaiveDateTime) -> Vec<MonthlyChoice> {
    let choice = |every: Every| MonthlyChoice {
        label: capital(&every.monthly_words().unwrap_or_default()),
        every,
    };
    Every::monthly_on(start.date())
        .into_iter()
        .map(choice)
        .collect()
}

/// "Tuesday 24 November", with its year where that is another one.
fn day(wall: NaiveDateTime, year: i32) -> String {
    match wall.year() == year {
        true => wall.format("%A %-d %B").to_string(),
        false => wall.format("%A %-d %B %Y").to_string(),
    }
}

fn dates(keys: &[NaiveDateTime], start: NaiveDateTime) -> Vec<String> {
    let short = |key: &NaiveDateTime| match key.year() == start.year() {
        true => key.format("%a %-d %b").to_string(),
        false => key.format("%a %-d %b %Y").to_string(),
    };
    keys.iter().map(short).collect()
}
