//! Buffers: planned time that is held for what nobody planned.
//!
//! ```text
//! buffer   [=====]      [===]
//! work        [=====]
//! used        |--|
//! free     |-|          |---|
//! ```
//!
//! used = buffer time in which any work ran, free = the rest, each moment once. A buffer is left out
//! of adherence: time held for surprises is neither kept nor missed.
//!
//! Unit: minutes. Evidence: planning one's hours helps on days with few interruptions only,
//! planning for the interruptions helps on all (Parke 2018, a diary of two weeks, moderate).

use crate::metrics::Planned;
use crate::metrics::union::Union;
use crate::stretch::Stretch;
use crate::sweep::minutes;
use serde::Serialize;

/// The buffers of a plan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Buffers {
    /// Minutes held.
    pub minutes: f64,
    /// Minutes of them in which work ran.
    pub used: f64,
    /// Minutes of them in which none did.
    pub free: f64,
}

/// The buffers of a plan; `None` when it has none.
pub fn buffers(plan: &[Planned], actual: &[Stretch]) -> Option<Buffers> {
    let held = plan.iter().filter(|block| block.contingency);
    let held = Union::of(held.map(|block| block.stretch.span));
    let used = held.shared(&Union::of_work(actual));
    (0 < held.seconds()).then(|| Buffers {
        minutes: minutes(held.seconds()),
        used: minutes(used),
        free: minutes(held.seconds() - used),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::category::Category;
    use crate::drawn::Drawing;

    #[test]
    fn what_is_used_and_free_is_as_drawn() {
        let drawing = Drawing::of(include_str!("buffers.rs"));
        let held = drawing
            .stretches("buffer", Category::Management)
            .into_iter();
        let plan: Vec<Planned> = held
            .map(|stretch| Planned {
                contingency: true,
                ..Planned::new(stretch)
            })
            .collect();
        let work = drawing.stretches("work", Category::Technical);
        let expected = Buffers {
            minutes: drawing.minutes("buffer"),
            used: drawing.minutes("used"),
            free: drawing.minutes("free"),
        };
        assert_eq!(buffers(&plan, &work), Some(expected));
        assert_eq!(buffers(&[], &work), None);
    }
}
