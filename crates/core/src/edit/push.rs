//! Blocks in the way go: in one direction, only as far as needed, one pushing the next.
//!
//! ```text
//! before   |--mail--|--call--|   [fixed]
//! drop        [write---]
//! after       [write---|--mail--][fixed]|--call--|
//! ```
//!
//! They keep their elapsed length and leap over what is fixed or locked. None leaves its logical
//! day: then the whole gesture is refused.

use super::{Plan, Refusal};
use crate::block::Block;
use crate::handle::Handle;
use crate::time::{Instant, Span};
use std::collections::{BTreeMap, HashSet};

/// Where blocks in the way go: with the block as it moves, away from the edge that is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    Later,
    Earlier,
}

impl Way {
    /// A span as seen by someone walking this way: walking back, time runs backwards. Its own
    /// inverse.
    fn along(self, span: Span) -> Span {
        match self {
            Way::Later => span,
            Way::Earlier => Span::new(Instant(-span.end.0), Instant(-span.start.0)),
        }
    }
}

/// The blocks that make way for `moved`, in their new places.
pub(super) fn push(plan: &Plan, moved: &[Block], way: Way) -> Result<Vec<Block>, Refusal> {
    Ok(walk(plan, moved, way)?.0)
}

/// One pass in the order of the walk is enough: whatever a pushed block lands on comes later on
/// the walk than everything already passed. Says too how many places it looked at.
fn walk(plan: &Plan, moved: &[Block], way: Way) -> Result<(Vec<Block>, usize), Refusal> {
    let in_hand: HashSet<Handle> = moved.iter().map(Block::handle).collect();
    let along = |block: &Block| way.along(plan.span(block));
    let mut pushing = Taken::default();
    let mut taken = Taken::default();
    for block in moved {
        pushing.add(along(block));
        taken.add(along(block));
    }
    for span in plan.fixed {
        taken.add(way.along(*span));
    }
    let mut free: Vec<(Span, Handle, &Block)> = Vec::new();
    for block in plan
        .blocks
        .iter()
        .filter(|one| !in_hand.contains(&one.handle()))
    {
        if block.stays_put() {
            taken.add(along(block));
        } else {
            free.push((along(block), block.handle(), block));
        }
    }
    free.sort_by_key(|(span, id, _)| (*span, *id));

    let mut pushed = Vec::new();
    let mut looked = 0;
    for (span, _, block) in free {
        looked += 1;
        if pushing.end_of_what_overlaps(span).is_some() {
            let placed = first_place(plan, block, way, &taken, &mut looked)?;
            pushing.add(along(&placed));
            taken.add(along(&placed));
            pushed.push(placed);
        }
    }
    Ok((pushed, looked))
}

fn first_place(
    plan: &Plan,
    block: &Block,
    way: Way,
    taken: &Taken,
    looked: &mut usize,
) -> Result<Block, Refusal> {
    let span = plan.span(block);
    let length = span.seconds();
    let day = plan.day(span.start);
    let limit = way.along(plan.day_span(day)).end;
    let mut at = way.along(span);
    while at.end <= limit {
        *looked += 1;
        let start = match taken.end_of_what_overlaps(at) {
            Some(end) => end,
            None => match plan.placed(block, way.along(at)) {
                Some(placed) => return Ok(placed),
                // The repeated hour: a minute on, until wall times can say the place.
                None => at.start.plus_seconds(60),
            },
        };
        at = Span::new(start, start.plus_seconds(length));
    }
    Err(Refusal::NoRoom {
        id: block.handle(),
        title: block.title.clone(),
        day,
    })
}

/// Time that is taken, as separate stretches: starts with their ends.
#[derive(Default)]
struct Taken(BTreeMap<Instant, Instant>);

impl Taken {
    fn add(&mut self, span: Span) {
        let Span { mut start, mut end } = span;
        if start == end {
            return;
        }
        while let Some((&before, &until)) = self.0.range(..=end).next_back() {
            if until < start {
                break;
            }
            self.0.remove(&before);
            start = start.min(before);
            end = end.max(until);
        }
        self.0.insert(start, end);
    }

    /// The end of the last stretch that overlaps a span.
    fn end_of_what_overlaps(&self, span: Span) -> Option<Instant> {
        let (_, end) = self.0.range(..span.end).next_back()?;
        (span.start < *end).then_some(*end)
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{Drawn, block};
    use super::*;
    use crate::block::BlockId;
    use chrono::{NaiveTime, TimeDelta};

    /// Twelve five-minute blocks in a row on each of so many days, all pushed.
    fn looked(days: i64) -> usize {
        let mut drawn = Drawn::on("2026-01-05".parse().unwrap(), "Europe/Berlin");
        let nine = drawn
            .day
            .and_time(NaiveTime::from_hms_opt(9, 0, 0).unwrap());
        let mut moved = Vec::new();
        for day in 0..days {
            for five in 0..12 {
                let start = nine + TimeDelta::days(day) + TimeDelta::minutes(five * 5);
                let id = BlockId(drawn.blocks.len() as u32 + 1);
                let made = block(id, "one", start, start + TimeDelta::minutes(5));
                if five == 0 {
                    let mut longer = made.clone();
                    longer.end += TimeDelta::minutes(5);
                    moved.push(longer);
                }
                drawn.blocks.push(made);
            }
        }
        let (pushed, looked) = walk(&drawn.plan(), &moved, Way::Later).unwrap();
        assert_eq!(pushed.len() as i64, days * 11);
        looked
    }

    #[test]
    fn sixteen_times_the_blocks_take_sixteen_times_the_looks() {
        assert_eq!(looked(16), 16 * looked(1));
    }

    #[test]
    fn time_taken_twice_is_one_stretch() {
        let span = |from, to| Span::new(Instant(from), Instant(to));
        let mut taken = Taken::default();
        for (from, to) in [(10, 20), (40, 50), (20, 30), (25, 45), (60, 60)] {
            taken.add(span(from, to));
        }
        assert_eq!(taken.end_of_what_overlaps(span(0, 11)), Some(Instant(50)));
        assert_eq!(taken.end_of_what_overlaps(span(0, 10)), None);
        assert_eq!(taken.end_of_what_overlaps(span(50, 90)), None);
    }
}
