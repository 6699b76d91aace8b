//! How much work a search may do, counted in steps. Steps, not seconds: the same week gets the same
//! plan on every computer.

/// How much work a search may do and has done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Effort {
    allowed: u64,
    done: u64,
}

/// The steps are used up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Exhausted;

impl Effort {
    /// Enough for every week of half-hour slots and for nearly all of quarter-hour slots.
    pub const DEFAULT: Effort = Effort::of(6_000_000);

    /// So many steps. One step looks at one way to go on with one partial plan.
    pub const fn of(steps: u64) -> Effort {
        Effort {
            allowed: steps,
            done: 0,
        }
    }

    /// Steps done so far.
    pub fn done(&self) -> u64 {
        self.done
    }

    /// A quarter of the steps, for a search beside this one.
    pub(super) fn quarter(&self) -> Effort {
        Effort::of(self.allowed / 4)
    }

    /// Does some more, unless that is too much.
    pub(super) fn spend(&mut self, steps: u64) -> Result<(), Exhausted> {
        self.done += steps;
        match self.done <= self.allowed {
            true => Ok(()),
            false => Err(Exhausted),
        }
    }

    /// Whether nothing is left.
    pub(super) fn is_exhausted(&self) -> bool {
        self.allowed <= self.done
    }
}
