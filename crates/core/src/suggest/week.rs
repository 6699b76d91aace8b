//! The week to plan: its grid, what of it is taken, what is wished and what must hold. It knows no
//! dates: day 0 is the first day of the grid, slot 0 the first of every day.

use super::movable::Movable;
use super::points::Points;
use super::rules::Rules;
use super::wishes::Wishes;
use super::work::Work;

/// A week, or as many days as are to be planned together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Week {
    /// Minutes of a slot.
    pub slot_minutes: u32,
    /// What is given, day by day; every day has as many slots as the others. Hours in which there
    /// is to be no work are blocked: evenings, time off, the night's rest.
    pub days: Vec<Vec<Slot>>,
    /// What it should be like.
    pub wishes: Wishes,
    /// What must hold.
    pub rules: Rules,
    /// Meetings that take place but whose time is open.
    pub movable: Vec<Movable>,
}

/// What is given about a slot.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Slot {
    /// The plan chooses.
    #[default]
    Free,
    /// No work: time off, private, outside the hours.
    Blocked,
    /// No work either, but part of the day: room already kept for what comes up.
    Open,
    /// Taken by work that stays: a locked block, what is past.
    Fixed(Work),
    /// Taken by a meeting that stays.
    Meeting(Work),
}

impl Slot {
    /// The work it holds whatever the plan is.
    pub fn given(self) -> Option<Work> {
        match self {
            Slot::Fixed(work) | Slot::Meeting(work) => Some(work),
            Slot::Free | Slot::Blocked | Slot::Open => None,
        }
    }
}

/// Why a week cannot be planned at all: it contradicts itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Flaw {
    /// No day, or too many.
    #[error("a week to plan has 1 to {} days", Week::MOST_DAYS)]
    Days,
    /// No slot in a day, too many, or not as many as in another day.
    #[error("every day has the same number of slots, 1 to {}", Week::MOST_SLOTS)]
    Slots,
    /// A slot without length or longer than a day.
    #[error("a slot lasts from 1 minute to 24 hours")]
    SlotMinutes,
    /// A weight below 0 or beyond [`Points::MOST`].
    #[error("a weight lies between 0 and {}", Points::MOST.as_f64())]
    Weight,
    /// More minutes wanted than [`Week::MOST_WANTED`].
    #[error("no kind of work can want more than {} minutes", Week::MOST_WANTED)]
    Wanted,
    /// A committed plan of another shape.
    #[error("the committed plan has as many days and slots as the week")]
    Committed,
    /// A share outside 0–1.
    #[error("the share to keep open lies between 0 and 1")]
    Share,
    /// A lunch window that is empty or reaches beyond the day.
    #[error("the lunch window lies inside the day")]
    LunchWindow,
    /// Times kept free in another shape.
    #[error("the times kept free have as many days and slots as the week")]
    Kept,
    /// A movable meeting without length, or without a place inside the week.
    #[error("a movable meeting lasts a slot or more and may begin only inside the week")]
    Movable,
}

impl Week {
    /// The most days that are planned together.
    pub const MOST_DAYS: usize = 7;
    /// The most slots a day may have: five minutes each for twelve hours, ten around the clock.
    pub const MOST_SLOTS: usize = 144;

    /// The most minutes of a kind of work that can be wanted.
    pub const MOST_WANTED: u32 = 1_000_000;

    /// How many slots a day has.
    pub fn slots_a_day(&self) -> usize {
        self.days.first().map_or(0, Vec::len)
    }

    /// Whether it can be planned.
    pub fn check(&self) -> Result<(), Flaw> {
        let slots = self.slots_a_day();
        let even = self.days.iter().all(|day| day.len() == slots);
        ensure((1..=Week::MOST_DAYS).contains(&self.days.len()), Flaw::Days)?;
        ensure((1..=Week::MOST_SLOTS).contains(&slots) && even, Flaw::Slots)?;
        ensure(
            (1..=24 * 60).contains(&self.slot_minutes),
            Flaw::SlotMinutes,
        )?;
        let weights = 0..=Points::MOST.thousandths();
        let fits = |weight: Points| weights.contains(&weight.thousandths());
        ensure(self.wishes.weights().into_iter().all(fits), Flaw::Weight)?;
        let mut wanted = self.wishes.wanted.iter().flatten();
        let fits = wanted.all(|wanted| wanted.minutes <= Week::MOST_WANTED);
        ensure(fits, Flaw::Wanted)?;
        if let Some(stability) = &self.wishes.stability {
            let days = &stability.committed.days;
            let same = days.len() == self.days.len() && days.iter().all(|day| day.len() == slots);
            ensure(same, Flaw::Committed)?;
        }
        if let Some(contingency) = self.wishes.contingency {
            ensure((0.0..=1.0).contains(&contingency.share), Flaw::Share)?;
        }
        if let Some(lunch) = &self.rules.lunch {
            let inside = lunch.window.start < lunch.window.end && lunch.window.end <= slots;
            ensure(inside, Flaw::LunchWindow)?;
        }
        if let Some(kept) = &self.rules.kept {
            let same = kept.len() == self.days.len() && kept.iter().all(|day| day.len() == slots);
            ensure(same, Flaw::Kept)?;
        }
        let inside = |movable: &Movable| movable.lies_in(self.days.len(), slots);
        ensure(self.movable.iter().all(inside), Flaw::Movable)
    }
}

fn ensure(holds: bool, flaw: Flaw) -> Result<(), Flaw> {
    match holds {
        true => Ok(()),
        false => Err(flaw),
    }
}
