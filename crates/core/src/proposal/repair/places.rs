//! From the slots that the search gave to a kind of work back to the blocks that were lifted: what
//! lies where a block stood is the block, what touches it makes it longer again, the rest goes to
//! whoever misses minutes, the nearest first.

use super::super::{Proposal, Unmet};
use super::Hit;
use crate::handle::Handle;
use crate::suggest::Work;
use crate::time::{Instant, Span};

/// A lifted block and the pieces of its new place.
pub(super) struct Lifted<'a> {
    hit: &'a Hit<'a>,
    /// By start, apart.
    pieces: Vec<Span>,
    missing_seconds: i64,
}

/// Gives the chosen stretches to the lifted blocks.
pub(super) fn places(chosen: &[(Work, Span)], lifted: &mut [Lifted<'_>]) {
    let mut free: Vec<(Work, Span)> = Vec::new();
    for (work, span) in chosen {
        let mut rest = vec![*span];
        for one in lifted.iter_mut().filter(|one| one.wants(*work)) {
            let stood = one.hit.item.span;
            let mut cut = Vec::new();
            for span in rest {
                let inside = span.intersection(stood);
                if 0 < inside.seconds() {
                    one.take(inside);
                    cut.push(Span::new(span.start, inside.start));
                    cut.push(Span::new(inside.end, span.end));
                } else {
                    cut.push(span);
                }
            }
            cut.retain(|span| 0 < span.seconds());
            rest = cut;
        }
        free.extend(rest.into_iter().map(|span| (*work, span)));
    }
    for touching in [true, false] {
        free = given_out(free, lifted, touching);
    }
}

/// Gives stretches to blocks that miss minutes, and returns what nobody took.
fn given_out(
    free: Vec<(Work, Span)>,
    lifted: &mut [Lifted<'_>],
    touching: bool,
) -> Vec<(Work, Span)> {
    let mut left = Vec::new();
    for (work, mut span) in free {
        while 0 < span.seconds() {
            let wanting = lifted
                .iter_mut()
                .filter(|one| one.wants(work) && (!touching || one.touches(span)));
            let Some(one) = wanting.min_by_key(|one| one.distance(span)) else {
                left.push((work, span));
                break;
            };
            let length = one.missing_seconds.min(span.seconds());
            // What lies before the block grows towards it from its own end.
            let before = one.pieces.iter().any(|piece| piece.start == span.end);
            let (part, rest) = match before {
                true => {
                    let cut = span.end.plus_seconds(-length);
                    (Span::new(cut, span.end), Span::new(span.start, cut))
                }
                false => {
                    let cut = span.start.plus_seconds(length);
                    (Span::new(span.start, cut), Span::new(cut, span.end))
                }
            };
            one.take(part);
            span = rest;
        }
    }
    left
}

impl<'a> Lifted<'a> {
    pub(super) fn new(hit: &'a Hit<'a>) -> Lifted<'a> {
        Lifted {
            hit,
            pieces: Vec::new(),
            missing_seconds: hit.item.span.seconds(),
        }
    }

    pub(super) fn is(&self, block: Handle) -> bool {
        self.hit.block == block
    }

    /// A place for all of it, as long as it was.
    pub(super) fn put_whole(&mut self, slots: Span) {
        let end = slots.start.plus_seconds(self.hit.item.span.seconds());
        self.take(Span::new(slots.start, end));
    }

    /// Whether none of it has a place.
    pub(super) fn has_no_place(&self) -> bool {
        self.pieces.is_empty()
    }

    /// What found no place.
    pub(super) fn missing(&self) -> Option<Unmet> {
        let minutes = u32::try_from(self.missing_seconds / 60).unwrap_or(0);
        (0 < minutes).then(|| Unmet::NoPlace {
            block: self.hit.block,
            title: self.hit.item.title.clone(),
            minutes,
        })
    }

    /// The block itself becomes the longest piece, of equal ones the one nearest to where it stood;
    /// each of the others becomes a part on its own.
    pub(super) fn proposals(&self) -> Vec<Proposal> {
        let stood = self.hit.item.span;
        let main = self
            .pieces
            .iter()
            .enumerate()
            .max_by_key(|(_, piece)| (piece.seconds(), -away(stood.start, piece.start)));
        let Some((main, _)) = main else {
            return Vec::new();
        };
        let pieces = self.pieces.iter().enumerate();
        pieces
            .map(|(at, piece)| {
                let change = match at == main {
                    true => self.hit.moves(),
                    false => self.hit.parts(),
                };
                self.hit.proposal(change, *piece)
            })
            .collect()
    }

    fn wants(&self, work: Work) -> bool {
        self.hit.work == work && 0 < self.missing_seconds
    }

    fn touches(&self, span: Span) -> bool {
        let touches = |piece: &Span| piece.end == span.start || span.end == piece.start;
        self.pieces.iter().any(touches)
    }

    fn distance(&self, span: Span) -> i64 {
        away(self.hit.item.span.start, span.start)
    }

    /// Takes a stretch, joined with what it touches.
    fn take(&mut self, span: Span) {
        self.missing_seconds -= span.seconds();
        let (mut start, mut end) = (span.start, span.end);
        self.pieces.retain(|piece| {
            let touches = piece.start <= end && start <= piece.end;
            if touches {
                start = start.min(piece.start);
                end = end.max(piece.end);
            }
            !touches
        });
        self.pieces.push(Span::new(start, end));
        self.pieces.sort_unstable();
    }
}

fn away(one: Instant, other: Instant) -> i64 {
    one.seconds_until(other).abs()
}
