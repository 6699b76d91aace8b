//! A week as a file holds it, one JSON object of short keys. What a key leaves out does not apply.
//! It only reads: what the keys say becomes a [`Week`], and keys it does not know are passed over.
//!
//! ```json
//! {"D": 5, "n": 17, "q": 30, "fixed": [[0, 2, "M"], [0, 7, "x"]],
//!  "tgt": {"T": 960, "M": 720, "G": 240}, "wu": {"T": 3, "M": 3, "G": 5}, "wo": 1, "ws": 15,
//!  "short": 90, "peak": [0, 1, 2, 3, 4, 5],
//!  "hard": {"blocks": {"T": [60, 180]}, "growth": 60, "day": 540, "week": 2400,
//!           "lunch": {"slots": [6, 10], "minutes": 30}, "stretch": 240, "buffer": 15},
//!  "committed": ["TT-…", "…"], "wm": 2, "contingency": 0.1, "wi": 10,
//!  "movable": [{"what": "M", "slots": 2, "places": [[0, 3], [1, 3]]}]}
//! ```

use super::movable::{Movable, Place};
use super::plan::Plan;
use super::points::Points;
use super::rules::{Lengths, Lunch, Rules};
use super::week::{Slot, Week};
use super::wishes::{Contingency, Peak, ShortRuns, Stability, Wanted, Wishes};
use super::work::{PerWork, Work};
use serde::Deserialize;

/// The keys of a file.
#[derive(Clone, Debug, Deserialize)]
pub struct Instance {
    #[serde(rename = "D")]
    days: usize,
    #[serde(rename = "n")]
    slots: usize,
    #[serde(rename = "q")]
    slot_minutes: u32,
    #[serde(default)]
    fixed: Vec<(usize, usize, char)>,
    #[serde(default, rename = "tgt")]
    wanted: ByLetter<u32>,
    #[serde(default, rename = "wu")]
    under: ByLetter<f64>,
    #[serde(default, rename = "wo")]
    over: f64,
    #[serde(default, rename = "ws")]
    switch: f64,
    short: Option<u32>,
    peak: Option<Vec<usize>>,
    #[serde(default)]
    hard: Hard,
    committed: Option<Vec<String>>,
    #[serde(rename = "wm")]
    moved: Option<f64>,
    contingency: Option<f64>,
    #[serde(default, rename = "wi")]
    island: f64,
    #[serde(default)]
    movable: Vec<Open>,
}

/// A value for some kinds of work.
#[derive(Clone, Debug, Deserialize)]
struct ByLetter<T> {
    #[serde(rename = "T")]
    technical: Option<T>,
    #[serde(rename = "M")]
    management: Option<T>,
    #[serde(rename = "G")]
    growth: Option<T>,
}

#[derive(Clone, Debug, Default, Deserialize)]
struct Hard {
    #[serde(default)]
    blocks: ByLetter<(u32, u32)>,
    growth: Option<u32>,
    day: Option<u32>,
    week: Option<u32>,
    lunch: Option<Noon>,
    stretch: Option<u32>,
    buffer: Option<u32>,
}

#[derive(Clone, Debug, Deserialize)]
struct Noon {
    slots: (usize, usize),
    minutes: u32,
}

#[derive(Clone, Debug, Deserialize)]
struct Open {
    what: char,
    slots: usize,
    places: Vec<(usize, usize)>,
}

/// What in a file means nothing.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Misread {
    /// The grid is too large to be one.
    #[error(
        "a week has at most {} days of {} slots",
        Week::MOST_DAYS,
        Week::MOST_SLOTS
    )]
    Grid,
    /// Something fixed lies outside the grid.
    #[error("slot {slot} of day {day} lies outside the week")]
    Outside {
        /// The day.
        day: usize,
        /// The slot.
        slot: usize,
    },
    /// A letter that stands for nothing.
    #[error("“{0}” stands for nothing; T, M, G and x do")]
    Letter(char),
    /// A committed plan with other letters than T, M, G, x and -.
    #[error("the committed plan holds other letters than T, M, G, x and -")]
    Committed,
}

impl<T> Default for ByLetter<T> {
    fn default() -> ByLetter<T> {
        ByLetter {
            technical: None,
            management: None,
            growth: None,
        }
    }
}

impl<T> ByLetter<T> {
    fn per_work(self) -> PerWork<Option<T>> {
        [self.technical, self.management, self.growth]
    }
}

impl TryFrom<Instance> for Week {
    type Error = Misread;

    fn try_from(instance: Instance) -> Result<Week, Misread> {
        Ok(Week {
            slot_minutes: instance.slot_minutes,
            days: days(&instance)?,
            rules: instance.hard.clone().rules(),
            movable: instance
                .movable
                .iter()
                .map(Open::movable)
                .collect::<Result<_, _>>()?,
            wishes: wishes(instance)?,
        })
    }
}

fn days(instance: &Instance) -> Result<Vec<Vec<Slot>>, Misread> {
    if Week::MOST_DAYS < instance.days || Week::MOST_SLOTS < instance.slots {
        return Err(Misread::Grid);
    }
    let mut days = vec![vec![Slot::Free; instance.slots]; instance.days];
    for &(day, slot, letter) in &instance.fixed {
        let taken = match (letter, Work::from_letter(letter)) {
            ('x', _) => Slot::Blocked,
            (_, Some(Work::Management)) => Slot::Meeting(Work::Management),
            (_, Some(work)) => Slot::Fixed(work),
            _ => return Err(Misread::Letter(letter)),
        };
        let given = days.get_mut(day).and_then(|day| day.get_mut(slot));
        *given.ok_or(Misread::Outside { day, slot })? = taken;
    }
    Ok(days)
}

fn wishes(instance: Instance) -> Result<Wishes, Misread> {
    let (minutes, under) = (instance.wanted.per_work(), instance.under.per_work());
    let wanted = Work::ALL.map(|work| {
        Some(Wanted {
            minutes: minutes[work.index()]?,
            under: Points::of(under[work.index()].unwrap_or(0.0)),
            over: Points::of(instance.over),
        })
    });
    let committed = match instance.committed {
        None => None,
        Some(days) => Some(Plan::from_letters(&days).ok_or(Misread::Committed)?),
    };
    Ok(Wishes {
        wanted,
        switch: Points::of(instance.switch),
        short_runs: instance.short.map(|below| ShortRuns {
            below,
            per_minute: ShortRuns::PER_MINUTE,
        }),
        peak: instance.peak.map(|slots| Peak {
            slots,
            per_minute: Peak::PER_MINUTE,
        }),
        stability: committed.map(|committed| Stability {
            committed,
            per_minute: instance.moved.map_or(Stability::PER_MINUTE, Points::of),
        }),
        contingency: instance.contingency.map(|share| Contingency {
            share,
            ..Contingency::DEFAULT
        }),
        island: Points::of(instance.island),
    })
}

impl Hard {
    fn rules(self) -> Rules {
        let lengths = |(least, most)| Lengths { least, most };
        Rules {
            blocks: self.blocks.per_work().map(|block| block.map(lengths)),
            growth: self.growth,
            day: self.day,
            week: self.week,
            lunch: self.lunch.map(|noon| Lunch {
                window: noon.slots.0..noon.slots.1,
                minutes: noon.minutes,
            }),
            stretch: self.stretch,
            buffer: self.buffer,
            kept: None,
            spared: Vec::new(),
        }
    }
}

impl Open {
    fn movable(&self) -> Result<Movable, Misread> {
        let places = self.places.iter().map(|&(day, slot)| Place { day, slot });
        Ok(Movable {
            work: Work::from_letter(self.what).ok_or(Misread::Letter(self.what))?,
            slots: self.slots,
            places: places.collect(),
        })
    }
}
