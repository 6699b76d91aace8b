//! A commitment as the metrics of a week read it.

use super::{Committed, Departure, Live};
use crate::metrics::{self, Planned};
use crate::stretch::Stretch;

/// Committed or live blocks as a plan to be measured.
pub fn planned(of: &Committed, live: Live) -> Planned {
    Planned {
        id: Some(of.key.clone()),
        tags: of.facets.tags.clone(),
        lead_pct: of.facets.lead,
        protected: of.facets.protected,
        contingency: live.contingency,
        ..Planned::new(Stretch {
            meeting: of.facets.meeting || of.block.is_none(),
            ..Stretch::new(live.span, live.category)
        })
    }
}

/// How much of a commitment stands: all changes, and without those from outside. `live` is what each
/// committed block is now, in the order of `committed`.
pub fn stood(
    committed: &[Committed],
    live: &[Option<Live>],
    is_external: impl Fn(&Departure<'_>) -> bool,
) -> [metrics::Reshuffle; 2] {
    let mut before = Vec::with_capacity(committed.len());
    let mut after = Vec::with_capacity(committed.len());
    let mut own = Vec::with_capacity(committed.len());
    for (of, live) in committed.iter().zip(live) {
        // How an imported meeting is categorised is a reading of it, no change.
        let category = match (&of.block, live) {
            (None, Some(live)) => live.category,
            _ => of.category,
        };
        let then = planned(
            of,
            Live {
                span: of.span,
                category,
                contingency: of.facets.contingency,
            },
        );
        let external = super::departure(of, *live).is_some_and(|found| is_external(&found));
        let now = live.map(|live| planned(of, live));
        own.extend(match external {
            true => Some(then.clone()),
            false => now.clone(),
        });
        after.extend(now);
        before.push(then);
    }
    [&after, &own].map(|live| metrics::reshuffle(&before, live))
}
