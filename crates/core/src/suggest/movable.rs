//! Meetings whose time is open. With a place for each, the rest of the week is planned exactly; the
//! places are tried one and all while they are few, and one meeting after the other beyond that.

use super::conflict::conflict;
use super::effort::Effort;
use super::points::Points;
use super::suggestion::{NoPlan, Settled, Suggestion, settled};
use super::week::{Slot, Week};
use super::work::Work;

/// A meeting that takes place, but at a time the plan chooses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Movable {
    /// The kind of work it is.
    pub work: Work,
    /// How many slots it lasts.
    pub slots: usize,
    /// Where it may begin. A place where it would not fit is no place.
    pub places: Vec<Place>,
}

/// A slot of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The day, from 0.
    pub day: usize,
    /// The slot, from 0.
    pub slot: usize,
}

/// So many ways to place all meetings are tried one and all.
const FEW: usize = 200;

impl Movable {
    /// Whether it has length and all its places lie inside a week.
    pub(super) fn lies_in(&self, days: usize, slots: usize) -> bool {
        let inside = |place: &Place| place.day < days && place.slot < slots;
        0 < self.slots && self.places.iter().all(inside)
    }

    /// Puts it into a week; `None`: it does not fit there.
    fn put(&self, week: &mut Week, place: Place) -> Option<()> {
        let end = place.slot.checked_add(self.slots)?;
        let slots = week.days[place.day].get_mut(place.slot..end)?;
        let free = slots.iter().all(|slot| *slot == Slot::Free);
        free.then(|| slots.fill(Slot::Meeting(self.work)))
    }
}

/// The best plan over all places that were tried.
struct Search<'w> {
    week: &'w Week,
    effort: Effort,
    best: Option<Suggestion>,
    /// A way to place the meetings that no plan fits.
    impossible: Option<Week>,
    /// Whether every plan that was found is proved.
    proved: bool,
}

/// The plan of least cost of a week with movable meetings.
pub(super) fn suggest(week: &Week, effort: Effort) -> Result<Suggestion, NoPlan> {
    let mut search = Search {
        week,
        effort,
        best: None,
        impossible: None,
        proved: true,
    };
    let ways = week.movable.iter().map(|movable| movable.places.len());
    let few = ways.fold(1usize, usize::saturating_mul) <= FEW;
    search.first(0, &mut Vec::new(), few);
    if !few {
        search.one_after_the_other();
    }
    let proved = few && search.proved;
    let steps = search.effort.done();
    match search.best {
        None => Err(match search.impossible {
            Some(week) => NoPlan::Conflict(conflict(&week)),
            None => NoPlan::NoPlace,
        }),
        Some(mut best) => {
            best.steps = steps;
            best.as_good = None;
            best.optimal = proved;
            best.bound = if proved {
                best.cost.total()
            } else {
                Points::ZERO
            };
            Ok(best)
        }
    }
}

impl Search<'_> {
    /// Tries the ways to place the meetings from one on: all of them, or until one has a plan.
    fn first(&mut self, index: usize, places: &mut Vec<Place>, all: bool) {
        let Some(movable) = self.week.movable.get(index) else {
            return self.attempt(places);
        };
        for place in &movable.places {
            places.push(*place);
            if self.placed(places).is_some() {
                self.first(index + 1, places, all);
            }
            places.pop();
            let enough = self.best.is_some() && !all;
            if enough || self.effort.is_exhausted() {
                self.proved = false;
                return;
            }
        }
    }

    /// Gives one meeting after the other the best of its places until none has a better one.
    fn one_after_the_other(&mut self) {
        let mut before = None;
        while let Some(best) = &self.best {
            let cost = best.cost.total();
            if before == Some(cost) {
                return;
            }
            before = Some(cost);
            for (index, movable) in self.week.movable.iter().enumerate() {
                for place in &movable.places {
                    let Some(best) = self.best.as_ref().filter(|_| !self.effort.is_exhausted())
                    else {
                        return;
                    };
                    let mut places = best.meetings.clone();
                    if places[index] != *place {
                        places[index] = *place;
                        self.attempt(&places);
                    }
                }
            }
        }
    }

    /// The week with the first meetings placed.
    fn placed(&self, places: &[Place]) -> Option<Week> {
        let mut week = self.week.clone();
        for movable in std::mem::take(&mut week.movable).iter().zip(places) {
            let (movable, place) = movable;
            movable.put(&mut week, *place)?;
        }
        Some(week)
    }

    /// Plans the week with all meetings placed and keeps the plan if it is the best.
    fn attempt(&mut self, places: &[Place]) {
        let Some(week) = self.placed(places) else {
            return;
        };
        let least = self
            .best
            .as_ref()
            .map_or(Points::MAX, |best| best.cost.total());
        match settled(&week, least, &mut self.effort) {
            Settled::Impossible => self.impossible = Some(week),
            Settled::TooDear => {}
            Settled::Planned(found) => {
                self.proved &= found.optimal;
                if found.cost.total() < least {
                    self.best = Some(Suggestion {
                        meetings: places.to_vec(),
                        ..*found
                    });
                }
            }
        }
    }
}
