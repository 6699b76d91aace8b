//! Personal time: whether what was planned for oneself took place.
//!
//! ```text
//! planned   [=======]   [=======]   [=======]
//! entry     [=====]         [===]        [==]
//! done      |-------|   |-------|
//! skipped                           |-------|
//! ```
//!
//! For hobby, exercise and relationship each: a planned personal block with the tag is done when
//! personal entries with the same tag cover half of it or more, or when it was ticked; else it was
//! skipped. Minutes are those of the entries, each moment once, planned or not.
//!
//! Units: blocks, minutes. Evidence: exercise protects moderately in longitudinal studies
//! (Naczenski 2017) and does not treat (Ochentel 2018, null); little pleasant leisure makes it
//! harder to switch off (a diary study). Half of a block is a convention.

use crate::category::Category;
use crate::metrics::union::Union;
use crate::metrics::{Entry, Planned};
use crate::stretch::Stretch;
use crate::sweep::minutes;
use serde::Serialize;

/// Leisure of one kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct LeisureTime {
    /// Blocks planned.
    pub planned: u32,
    /// Those that took place.
    pub done: u32,
    /// Those that did not.
    pub skipped: u32,
    /// Minutes spent.
    pub minutes: f64,
}

/// The personal time of a week.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Personal {
    /// Tagged `hobby`.
    pub hobby: LeisureTime,
    /// Tagged `exercise`.
    pub exercise: LeisureTime,
    /// Tagged `relationship`.
    pub relationship: LeisureTime,
}

/// The personal time of a plan and entries cut to a week.
pub fn personal(plan: &[Planned], entries: &[Entry]) -> Personal {
    Personal {
        hobby: tagged("hobby", plan, entries),
        exercise: tagged("exercise", plan, entries),
        relationship: tagged("relationship", plan, entries),
    }
}

fn tagged(tag: &str, plan: &[Planned], entries: &[Entry]) -> LeisureTime {
    let counts = |stretch: &Stretch, tags: &[String]| {
        stretch.category == Category::Personal && tags.iter().any(|one| one == tag)
    };
    let spent = entries
        .iter()
        .filter(|entry| counts(&entry.stretch, &entry.tags));
    let spent = Union::of(spent.map(|entry| entry.stretch.span));
    let mut found = LeisureTime {
        minutes: minutes(spent.seconds()),
        ..LeisureTime::default()
    };
    let wanted = plan
        .iter()
        .filter(|block| counts(&block.stretch, &block.tags));
    for block in wanted.filter(|block| !block.contingency) {
        let span = block.stretch.span;
        let done = block.ticked || span.seconds() <= 2 * spent.within(span);
        found.planned += 1;
        found.done += u32::from(done);
        found.skipped += u32::from(!done);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drawn::Drawing;

    #[test]
    fn what_is_done_and_skipped_is_as_drawn() {
        let drawing = Drawing::of(include_str!("personal.rs"));
        let tags = vec!["hobby".to_string(), "my own".to_string()];
        let plan = drawing.stretches("planned", Category::Personal).into_iter();
        let plan: Vec<Planned> = plan
            .map(|stretch| Planned {
                tags: tags.clone(),
                ..Planned::new(stretch)
            })
            .collect();
        let spent = drawing.stretches("entry", Category::Personal).into_iter();
        let spent: Vec<Entry> = spent
            .map(|stretch| Entry {
                tags: tags.clone(),
                ..Entry::new(stretch)
            })
            .collect();
        let found = personal(&plan, &spent);
        assert_eq!(found.hobby.done as usize, drawing.spans("done").len());
        assert_eq!(found.hobby.skipped as usize, drawing.spans("skipped").len());
        assert_eq!(found.hobby.minutes, drawing.minutes("entry"));
        assert_eq!(found.exercise, LeisureTime::default());
    }
}
