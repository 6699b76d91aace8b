//! One block becomes two.

use super::drag::copy;
use super::{Edit, LEAST_MINUTES, Next, Plan, Refusal};
use crate::handle::Handle;
use crate::time::Span;
use chrono::NaiveDateTime;

/// Splits a block at a wall time of the home zone: the first part keeps its identity, the second is
/// new and begins where the first ends.
pub fn split(plan: &Plan, id: Handle, at: NaiveDateTime, next: &mut Next) -> Result<Edit, Refusal> {
    let block = plan.block(id)?;
    let title = || block.title.clone();
    if block.locked {
        return Err(Refusal::Locked { id, title: title() });
    }
    let span = plan.span(block);
    let cut = plan.home.instant(at);
    if cut <= span.start || span.end <= cut {
        return Err(Refusal::SplitOutside { id, title: title() });
    }
    let mut first = block.clone();
    first.end = plan.zone(block).wall(cut);
    let mut second = block.clone();
    second.start = first.end;
    for part in [Span::new(span.start, cut), Span::new(cut, span.end)] {
        if part.seconds() < LEAST_MINUTES * 60 {
            return Err(Refusal::TooShort {
                id,
                title: title(),
                minutes: part.seconds() / 60,
            });
        }
    }
    let mut new = Vec::new();
    copy(&mut second, &mut new, next);
    Edit::settle(plan, vec![first, second], new)
}
