//! One drag or its keyboard twin: blocks move or grow, and those in the way stay, go or give.

use super::push::{Way, push};
use super::shrink::shrink;
use super::{Carry, Edit, Field, Gesture, Grip, LEAST_MINUTES, Next, Others, Plan, Refusal};
use crate::block::Block;
use crate::handle::Handle;
use chrono::TimeDelta;

/// Carries a gesture out.
///
/// The block in hand goes where the gesture says; the rest of the selection takes the same step on
/// the home clock. A block keeps its zone; moved as a whole it keeps the length its own clock
/// shows. Locked blocks are refused, though they may be copied.
pub fn drag(plan: &Plan, gesture: &Gesture, next: &mut Next) -> Result<Edit, Refusal> {
    let held = plan.selected(&gesture.blocks)?;
    let in_hand = held.first().ok_or(Refusal::NothingSelected)?;
    let span = plan.span(in_hand);
    let from = plan.home.wall(match gesture.grip {
        Grip::Whole | Grip::Start => span.start,
        Grip::End => span.end,
    });
    let step = gesture.to - from;
    if step.is_zero() && gesture.carry == Carry::Move {
        return Ok(Edit::default());
    }

    let mut moved = Vec::with_capacity(held.len());
    let mut new = Vec::new();
    for block in held {
        if block.locked && gesture.carry == Carry::Move {
            return Err(Refusal::Locked {
                id: block.handle(),
                title: block.title.clone(),
            });
        }
        let mut carried = match gesture.grip {
            Grip::Whole => whole(plan, block, step)?,
            Grip::Start | Grip::End => edge(plan, block, gesture.grip, step)?,
        };
        if gesture.carry == Carry::Copy {
            copy(&mut carried, &mut new, next);
        }
        moved.push(carried);
    }

    let way = match gesture.grip {
        Grip::Start => Way::Earlier,
        Grip::End => Way::Later,
        Grip::Whole if step < TimeDelta::zero() => Way::Earlier,
        Grip::Whole => Way::Later,
    };
    make_way(plan, moved, new, gesture.others, way)
}

/// Lets the others answer to blocks in their new places, and ends the edit.
pub(super) fn make_way(
    plan: &Plan,
    mut moved: Vec<Block>,
    new: Vec<Handle>,
    others: Others,
    way: Way,
) -> Result<Edit, Refusal> {
    let displaced = match others {
        Others::Stay => Vec::new(),
        Others::Push => push(plan, &moved, way)?,
        Others::Shrink => shrink(plan, &moved)?,
    };
    moved.extend(displaced);
    Edit::settle(plan, moved, new)
}

/// Makes a block a copy of itself: an identity of its own, and free to move.
pub(super) fn copy(block: &mut Block, new: &mut Vec<Handle>, next: &mut Next) {
    (block.id, block.uid) = next();
    block.locked = false;
    block.instance = None;
    new.push(block.handle());
}

/// A block a step away on the home clock, as long as before on its own clock.
pub(super) fn whole(plan: &Plan, block: &Block, step: TimeDelta) -> Result<Block, Refusal> {
    let zone = plan.zone(block);
    let length = block.end - block.start;
    let to = plan
        .home
        .wall(plan.span(block).start)
        .checked_add_signed(step)
        .ok_or(Refusal::OutsideCalendar)?;
    let mut moved = block.clone();
    // Through the instant, so that a start inside a skipped hour becomes one that clocks show; from
    // there on a later wall time is a later instant, and the block cannot vanish.
    moved.start = zone.wall(plan.home.instant(to));
    moved.end = moved
        .start
        .checked_add_signed(length)
        .ok_or(Refusal::OutsideCalendar)?;
    Ok(moved)
}

fn edge(plan: &Plan, block: &Block, grip: Grip, step: TimeDelta) -> Result<Block, Refusal> {
    let zone = plan.zone(block);
    let span = plan.span(block);
    let shifted = |instant| {
        let wall = plan.home.wall(instant).checked_add_signed(step);
        wall.map(|wall| zone.wall(plan.home.instant(wall)))
            .ok_or(Refusal::OutsideCalendar)
    };
    let mut resized = block.clone();
    let field = if grip == Grip::Start {
        resized.start = shifted(span.start)?;
        Field::Start
    } else {
        resized.end = shifted(span.end)?;
        Field::End
    };
    let seconds = plan.span(&resized).seconds();
    if resized.end <= resized.start || seconds == 0 {
        return Err(Refusal::EndsBeforeStart { field });
    }
    if seconds < LEAST_MINUTES * 60 {
        return Err(Refusal::TooShort {
            id: block.handle(),
            title: block.title.clone(),
            minutes: seconds / 60,
        });
    }
    Ok(resized)
}
