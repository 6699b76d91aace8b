//! Everything in a range of days as rows, for the command line and for tests.

use crate::blocks;
use crate::messages::{Fault, Occurrence, Range};
use crate::moment::Moment;
use crate::planner::Planner;
use crate::scene::{span_of, touches};
use crate::shown::{self, Key};
use chrono::{Days, NaiveDate, NaiveDateTime};
use evenkeel_core::block::Block;
use evenkeel_core::edit::Refusal;
use evenkeel_core::event::Status;
use evenkeel_core::handle::Handle;
use evenkeel_core::time::Zone;
use serde::Serialize;

const WEEK: Days = Days::new(7);

/// One occurrence. Times are wall times in the row's own zone, dates when `all_day`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AgendaRow {
    /// Identity in calendar files.
    pub uid: String,
    /// For an occurrence of a series: the start the series gives it, in the series' zone.
    pub recurrence_id: Option<String>,
    /// Title.
    pub title: String,
    /// Category.
    pub category: String,
    /// Whole days.
    pub all_day: bool,
    /// `confirmed`, `tentative` or `cancelled`.
    pub status: Status,
    /// First minute.
    pub start: String,
    /// First minute after.
    pub end: String,
    /// Zone of `start` and `end`; none when floating or `all_day`.
    pub zone: Option<String>,
    /// First instant in UTC.
    pub start_utc: String,
    /// First instant after, in UTC.
    pub end_utc: String,
}

impl Planner {
    /// Everything that shows in a range of days, by start.
    pub fn agenda(&self, range: Range, moment: &Moment) -> Result<Vec<AgendaRow>, Fault> {
        let scene = self.scene_of(range.from..range.until, moment)?;
        let within = span_of(&(range.from..range.until), &scene.home);
        let own = scene.blocks.iter().filter_map(|block| {
            let span = block.span(&self.zones, &scene.home);
            touches(span, within).then(|| AgendaRow {
                uid: block.uid.clone(),
                recurrence_id: block.instance.map(|instance| wall(instance.key)),
                title: block.title.clone(),
                category: block.category.name().into(),
                all_day: false,
                status: Status::Confirmed,
                start: wall(block.start),
                end: wall(block.end),
                zone: block.zone.clone(),
                start_utc: utc(span.start.utc()),
                end_utc: utc(span.end.utc()),
            })
        });
        let imported = scene.imported().filter_map(|(event, occurrence)| {
            if !touches(occurrence.span, within) {
                return None;
            }
            let written = |at: NaiveDateTime| match event.all_day {
                true => at.format("%Y-%m-%d").to_string(),
                false => wall(at),
            };
            let repeats = event.recurrence.is_some() || event.recurrence_id.is_some();
            Some(AgendaRow {
                uid: event.uid.clone(),
                recurrence_id: repeats.then(|| written(occurrence.key)),
                title: event.title.clone(),
                category: event.category.name().into(),
                all_day: event.all_day,
                status: event.status,
                start: written(occurrence.start),
                end: written(occurrence.end),
                zone: event.zone.clone().filter(|_| !event.all_day),
                start_utc: utc(occurrence.span.start.utc()),
                end_utc: utc(occurrence.span.end.utc()),
            })
        });
        let mut rows: Vec<AgendaRow> = own.chain(imported).collect();
        rows.sort_by(|a, b| (&a.start_utc, &a.uid).cmp(&(&b.start_utc, &b.uid)));
        Ok(rows)
    }

    /// The same as they show at home, with the keys that commands take.
    pub fn shown(&self, range: Range, moment: &Moment) -> Result<Vec<Occurrence>, Fault> {
        let scene = self.scene_of(range.from..range.until, moment)?;
        Ok(shown::occurrences(&scene, &range, &self.zones))
    }

    /// Today at home.
    pub fn today(&self, moment: &Moment) -> Result<NaiveDate, Fault> {
        Ok(moment.today(&self.home(moment)?))
    }

    /// The week that holds today, half-open.
    pub fn this_week(&self, moment: &Moment) -> Result<Range, Fault> {
        self.week_of(self.today(moment)?)
    }

    /// The week that holds a day, half-open.
    pub fn week_of(&self, day: NaiveDate) -> Result<Range, Fault> {
        let from = self.store.settings()?.week_of(day);
        let until = from.checked_add_days(WEEK).unwrap_or(from);
        Ok(Range { from, until })
    }

    /// The days between two dates, half-open: this week where neither is given, a week where one is.
    pub fn days(
        &self,
        from: Option<NaiveDate>,
        until: Option<NaiveDate>,
        moment: &Moment,
    ) -> Result<Range, Fault> {
        let outside = || Fault::from(Refusal::OutsideCalendar);
        let range = match (from, until) {
            (Some(from), Some(until)) => Range { from, until },
            (Some(from), None) => Range {
                from,
                until: from.checked_add_days(WEEK).ok_or_else(outside)?,
            },
            (None, Some(until)) => Range {
                from: until.checked_sub_days(WEEK).ok_or_else(outside)?,
                until,
            },
            (None, None) => self.this_week(moment)?,
        };
        if range.from < range.until {
            return Ok(range);
        }
        Err(Fault::refused(
            format!("There is no day from {} to {}.", range.from, range.until),
            "The second date is the first day after, so it must be the later one.",
        ))
    }

    /// The block or occurrence that goes by this UID or key, as commands name it.
    pub fn find_block(&self, name: &str, moment: &Moment) -> Result<Option<Handle>, Fault> {
        let home = self.home(moment)?;
        let found = self.store.read(|view| {
            if let Some(block) = view.block_with_uid(name)? {
                return Ok(Some(block));
            }
            match Key::parse(name) {
                Some(Key::Block(handle)) => blocks::find(handle, view, &self.zones, &home),
                _ => Ok(None),
            }
        })?;
        Ok(found.map(|block: Block| block.handle()))
    }

    pub(crate) fn home(&self, moment: &Moment) -> Result<Zone, Fault> {
        Ok(moment.home(&self.store.settings()?, &self.zones))
    }
}

fn wall(at: NaiveDateTime) -> String {
    at.format("%Y-%m-%dT%H:%M:%S").to_string()
}

fn utc(at: NaiveDateTime) -> String {
    at.format("%Y-%m-%dT%H:%M:%SZ").to_string()
}
