//! Suggesting a week: which free slots should hold technical work, management and growth.
//!
//! A [`Week`] goes in, the plan of least cost comes out together with the terms of that cost and
//! whether it is proved that none costs less. Where nothing fits, the rules in each other's way are
//! named. Nothing here reads a calendar, knows a date, or puts a block into the plan.
//!
//! ```text
//! slot     0 1 2 3 4 5 6 7
//! given    . . M . . . . .     M a meeting, . free
//! plan     M - M T T T T G     90 minutes or more of technical work, most of it in the peak
//! peak     |---------|
//! ```
//!
//! Days have only the week's totals in common, which is why the optimum can be proved:
//!
//! 1. `machine`: what one day costs, slot by slot, as an automaton.
//! 2. `prices`: put a price on every slot of a category, and the days fall apart; the best prices
//!    give a bound from below and a first plan from above.
//! 3. `table`, `combine`: all totals a day can have, but only those that the bound does not rule
//!    out, and the days added up.
//! 4. `refine`, `coarse`: a plan without a proof, where the proof would take too long.

mod ahead;
mod breach;
mod coarse;
mod combine;
mod conflict;
mod cost;
mod curve;
mod effort;
mod feasible;
mod instance;
mod machine;
mod mix;
mod movable;
mod path;
mod plan;
mod points;
mod prices;
mod problem;
mod refine;
mod rows;
mod rules;
mod solve;
mod state;
mod suggestion;
mod table;
mod terms;
#[cfg(test)]
mod tests;
mod week;
mod wishes;
mod work;

pub use breach::{Breach, breaches};
pub use conflict::Conflict;
pub use cost::{Cost, cost};
pub use effort::Effort;
pub use instance::{Instance, Misread};
pub use movable::{Movable, Place};
pub use plan::Plan;
pub use points::Points;
pub use rules::{Lengths, Lunch, Rule, Rules};
pub use suggestion::{NoPlan, Suggestion, suggest};
pub use week::{Flaw, Slot, Week};
pub use wishes::{Contingency, Peak, ShortRuns, Stability, Wanted, Wishes};
pub use work::{PerWork, Work};
