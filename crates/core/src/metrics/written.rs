//! A week as it is written in a file, and the record it means.
//!
//! The shape is one object of settings, planned blocks, actual entries and, where the week was
//! committed, committed blocks. Times are wall times in the zone of the settings: a repeated time
//! means its first pass, a missing one lies as much later as the clocks jump. What is not said has
//! its usual value; fields that nobody knows are passed over.

use crate::balance::Mix;
use crate::category::Category;
use crate::metrics::{Entry, Neighbours, Planned, Reason, Record, Rules};
use crate::settings::WorkHours;
use crate::stretch::Stretch;
use crate::time::{Span, Zone, Zones};
use crate::week::Week;
use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

/// The years in which a time may lie.
const YEARS: RangeInclusive<i32> = 1..=9998;
/// The longest a length among the settings may be, in minutes: a week.
const LONGEST: i64 = 7 * 24 * 60;

/// A week in a file.
#[derive(Clone, Debug, Deserialize)]
pub struct Written {
    settings: Settings,
    #[serde(default)]
    planned: Vec<Item>,
    #[serde(default)]
    actual: Vec<Item>,
    committed: Option<Vec<Item>>,
    #[serde(default)]
    reasons: BTreeMap<String, Reason>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(default)]
struct Settings {
    tz: String,
    week_start: Option<String>,
    now: Option<String>,
    work_days: Vec<usize>,
    work_start: String,
    work_end: String,
    day_boundary: String,
    focus_merge_gap_min: i64,
    on_time_grace_min: i64,
    block_done_coverage: f64,
    quiet_tolerance_min: i64,
    break_min: i64,
    break_max: i64,
    lunch_min: i64,
    lunch_window: [String; 2],
    hard_switch_gap_min: i64,
    back_to_back_gap_min: i64,
    target_mix: Option<Shares>,
    lead_target: Option<f64>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct Shares {
    technical: f64,
    management: f64,
    growth: f64,
}

#[derive(Clone, Debug, Deserialize)]
struct Item {
    start: String,
    end: String,
    category: String,
    id: Option<String>,
    tag: Option<String>,
    lead_pct: Option<u8>,
    meeting: Option<bool>,
    protected: Option<bool>,
    ticked: Option<bool>,
    contingency: Option<bool>,
}

/// Why a written week means nothing.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WrittenProblem {
    /// It is not said which week it is.
    #[error("settings.week_start, the first day of the week, is missing")]
    NoWeek,
    /// A value that cannot be.
    #[error("{place} cannot be \u{201c}{text}\u{201d}")]
    Value {
        /// Where it stands.
        place: String,
        /// What was written.
        text: String,
    },
    /// Time that ends before it begins, or as it begins.
    #[error("{place} ends at {end}, which is not after its start at {start}")]
    Backwards {
        /// Where it stands.
        place: String,
        /// Its start as written.
        start: String,
        /// Its end as written.
        end: String,
    },
    /// The wanted shares are no shares.
    #[error("the shares of settings.target_mix do not add up to 1")]
    Target,
}

impl Default for Settings {
    fn default() -> Settings {
        let rules = Rules::default();
        Settings {
            tz: "UTC".into(),
            week_start: None,
            now: None,
            work_days: vec![0, 1, 2, 3, 4],
            work_start: "09:00".into(),
            work_end: "17:30".into(),
            day_boundary: "04:00".into(),
            focus_merge_gap_min: rules.focus_gap,
            on_time_grace_min: rules.on_time_grace,
            block_done_coverage: rules.done_coverage,
            quiet_tolerance_min: rules.quiet_tolerance,
            break_min: rules.break_shortest,
            break_max: rules.break_longest,
            lunch_min: rules.lunch,
            lunch_window: ["11:00".into(), "14:30".into()],
            hard_switch_gap_min: rules.hard_switch_gap,
            back_to_back_gap_min: rules.back_to_back_gap,
            target_mix: None,
            lead_target: None,
        }
    }
}

impl Written {
    /// The record it means: the first problem where it means none.
    pub fn record(self, zones: &Zones) -> Result<Record, WrittenProblem> {
        let settings = &self.settings;
        let zone = zones.get(&settings.tz);
        let home = zone.ok_or_else(|| value("settings.tz", &settings.tz))?;
        let first = settings.week_start.as_ref().ok_or(WrittenProblem::NoWeek)?;
        let first = date("settings.week_start", first)?;
        let boundary = clock("settings.day_boundary", &settings.day_boundary)?;
        let until = settings.now.as_ref();
        let until = until.map(|now| Ok(home.instant(wall("settings.now", now)?)));
        let read = |list: &str, items: Vec<Item>| planned(list, items, &home);
        let committed = self.committed.map(|items| read("committed", items));
        Ok(Record {
            week: Week::new(first, boundary, &home),
            rules: settings.rules()?,
            until: until.transpose()?,
            planned: read("planned", self.planned)?,
            actual: entries(self.actual, &home)?,
            committed: committed.transpose()?,
            reasons: self.reasons,
            neighbours: Neighbours::default(),
            closed: [None; 7],
            home: home.clone(),
        })
    }
}

impl Settings {
    fn rules(&self) -> Result<Rules, WrittenProblem> {
        let [opens, closes] = &self.lunch_window;
        let hours = window("settings.work_start", (&self.work_start, &self.work_end))?;
        let mut work_hours = [None; 7];
        for weekday in &self.work_days {
            let day = work_hours.get_mut(*weekday);
            *day.ok_or_else(|| value("settings.work_days", weekday))? = Some(hours);
        }
        let target = self.target_mix.as_ref().map(Shares::mix).transpose()?;
        Ok(Rules {
            target,
            lead_target: self.lead_target,
            work_hours,
            lunch_window: window("settings.lunch_window", (opens, closes))?,
            lunch: length("settings.lunch_min", self.lunch_min)?,
            break_shortest: length("settings.break_min", self.break_min)?,
            break_longest: length("settings.break_max", self.break_max)?,
            focus_gap: length("settings.focus_merge_gap_min", self.focus_merge_gap_min)?,
            hard_switch_gap: length("settings.hard_switch_gap_min", self.hard_switch_gap_min)?,
            back_to_back_gap: length("settings.back_to_back_gap_min", self.back_to_back_gap_min)?,
            on_time_grace: length("settings.on_time_grace_min", self.on_time_grace_min)?,
            done_coverage: self.block_done_coverage,
            quiet_tolerance: length("settings.quiet_tolerance_min", self.quiet_tolerance_min)?,
        })
    }
}

impl Shares {
    fn mix(&self) -> Result<Mix, WrittenProblem> {
        let mix = Mix {
            technical: self.technical,
            management: self.management,
            growth: self.growth,
        };
        let shares = Category::WORK.map(|category| mix.of(category));
        let sound = (mix.total() - 1.0).abs() < 1e-6 && shares.iter().all(|share| 0.0 <= *share);
        sound.then_some(mix).ok_or(WrittenProblem::Target)
    }
}

fn planned(list: &str, items: Vec<Item>, home: &Zone) -> Result<Vec<Planned>, WrittenProblem> {
    let blocks = items.into_iter().enumerate().map(|(index, item)| {
        Ok(Planned {
            stretch: stretch(&format!("{list}[{index}]"), &item, home)?,
            id: item.id,
            tags: item.tag.into_iter().collect(),
            lead_pct: item.lead_pct,
            protected: item.protected.unwrap_or(false),
            ticked: item.ticked.unwrap_or(false),
            contingency: item.contingency.unwrap_or(false),
        })
    });
    blocks.collect()
}

fn entries(items: Vec<Item>, home: &Zone) -> Result<Vec<Entry>, WrittenProblem> {
    let entries = items.into_iter().enumerate().map(|(index, item)| {
        Ok(Entry {
            stretch: stretch(&format!("actual[{index}]"), &item, home)?,
            tags: item.tag.into_iter().collect(),
            lead_pct: item.lead_pct,
        })
    });
    entries.collect()
}

fn stretch(place: &str, item: &Item, home: &Zone) -> Result<Stretch, WrittenProblem> {
    let part = |name: &str| format!("{place}.{name}");
    let start = home.instant(wall(&part("start"), &item.start)?);
    let end = home.instant(wall(&part("end"), &item.end)?);
    if end <= start {
        return Err(WrittenProblem::Backwards {
            place: place.into(),
            start: item.start.clone(),
            end: item.end.clone(),
        });
    }
    if let Some(percent) = item.lead_pct.filter(|percent| 100 < *percent) {
        return Err(value(&part("lead_pct"), percent));
    }
    let category = Category::from_name(&item.category);
    Ok(Stretch {
        span: Span::new(start, end),
        category: category.ok_or_else(|| value(&part("category"), &item.category))?,
        meeting: item.meeting.unwrap_or(false),
    })
}

fn window(place: &str, (opens, closes): (&str, &str)) -> Result<WorkHours, WrittenProblem> {
    let start = minutes(clock(place, opens)?);
    // A day that ends at midnight ends at the day's last minute.
    let end = match closes {
        "24:00" => 24 * 60,
        _ => minutes(clock(place, closes)?),
    };
    if end <= start {
        return Err(WrittenProblem::Backwards {
            place: place.into(),
            start: opens.into(),
            end: closes.into(),
        });
    }
    Ok(WorkHours { start, end })
}

/// A date of the years that zones have rules for.
fn date(place: &str, text: &str) -> Result<NaiveDate, WrittenProblem> {
    let read: Option<NaiveDate> = text.parse().ok();
    read.filter(|date| YEARS.contains(&date.year()))
        .ok_or_else(|| value(place, text))
}

fn minutes(time: NaiveTime) -> u16 {
    (time.num_seconds_from_midnight() / 60) as u16
}

fn clock(place: &str, text: &str) -> Result<NaiveTime, WrittenProblem> {
    NaiveTime::parse_from_str(text, "%H:%M").map_err(|_| value(place, text))
}

fn wall(place: &str, text: &str) -> Result<NaiveDateTime, WrittenProblem> {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M")
        .or_else(|_| NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%S"))
        .ok()
        .filter(|wall| YEARS.contains(&wall.year()))
        .ok_or_else(|| value(place, text))
}

/// Minutes between nothing and a week.
fn length(place: &str, minutes: i64) -> Result<i64, WrittenProblem> {
    let sound = (0..=LONGEST).contains(&minutes);
    sound
        .then_some(minutes)
        .ok_or_else(|| value(place, minutes))
}

fn value(place: &str, text: impl ToString) -> WrittenProblem {
    WrittenProblem::Value {
        place: place.into(),
        text: text.to_string(),
    }
}
