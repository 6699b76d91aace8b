//! A plan: what every slot of a week holds. It does not say what of it was given and what was
//! chosen; that is in the week.

use super::week::{Slot, Week};
use super::work::{PerWork, Work};

/// What every slot holds, day by day; `None`: no work.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// The days, each with all its slots.
    pub days: Vec<Vec<Option<Work>>>,
}

impl Plan {
    /// One string a day with a letter a slot: T, M, G, `x` where blocked, `-` where idle.
    pub fn letters(&self, week: &Week) -> Vec<String> {
        let letter = |(held, slot): (&Option<Work>, &Slot)| match (held, slot) {
            (Some(work), _) => work.letter(),
            (None, Slot::Blocked) => 'x',
            (None, _) => '-',
        };
        let days = self.days.iter().zip(&week.days);
        days.map(|(held, slots)| held.iter().zip(slots).map(letter).collect())
            .collect()
    }

    /// Reads what [`Plan::letters`] wrote; any other letter is `None`.
    pub fn from_letters<S: AsRef<str>>(days: &[S]) -> Option<Plan> {
        let held = |letter| match letter {
            'x' | '-' => Some(None),
            _ => Work::from_letter(letter).map(Some),
        };
        let days = days.iter().map(|day| day.as_ref().chars().map(held));
        let days = days.map(|day| day.collect::<Option<Vec<_>>>());
        Some(Plan {
            days: days.collect::<Option<Vec<_>>>()?,
        })
    }

    /// How many slots each kind of work has.
    pub fn slots(&self) -> PerWork<u32> {
        let mut slots = [0; 3];
        for work in self.days.iter().flatten().flatten() {
            slots[work.index()] += 1;
        }
        slots
    }
}
