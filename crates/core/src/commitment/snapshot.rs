//! What a commitment holds of a week, which commitment of a week is the one that stands, and a block
//! as it was committed. It does not know when or why a week is committed.

use super::{Commitment, Committed};
use crate::block::Block;
use crate::facets::Facets;
use crate::handle::Handle;
use crate::time::{Span, Zone, Zones};

/// The week as it is committed: everything that begins in it, one's own and imported, by start. What
/// begins before it belongs to the week before.
pub fn snapshot(
    week: Span,
    blocks: &[Block],
    imported: Vec<Committed>,
    zones: &Zones,
    home: &Zone,
) -> Vec<Committed> {
    let own = blocks.iter().map(|block| entry(block, zones, home));
    let mut planned: Vec<Committed> = own
        .chain(imported)
        .filter(|one| week.start <= one.span.start && one.span.start < week.end)
        .collect();
    planned.sort_by(|a, b| (a.span, &a.key).cmp(&(b.span, &b.key)));
    planned
}

/// One's own block as it is committed.
pub fn entry(block: &Block, zones: &Zones, home: &Zone) -> Committed {
    Committed {
        key: block.handle().to_string(),
        title: block.title.clone(),
        category: block.category,
        span: block.span(zones, home),
        facets: block.facets.clone(),
        block: Some(block.clone()),
    }
}

/// The commitment of a week that stands: the newest that was not withdrawn.
pub fn standing(commitments: &[Commitment]) -> Option<&Commitment> {
    commitments
        .iter()
        .filter(|commitment| commitment.withdrawn.is_none())
        .max_by_key(|commitment| commitment.id)
}

/// Names a committed block may go by since: a single one that repeats by now is the first of its
/// series, and one of a series may have become single.
pub fn other_names(block: &Block) -> Option<Handle> {
    match block.instance {
        None => Some(Handle {
            id: block.id,
            at: Some(block.start),
        }),
        Some(instance) => (instance.key == block.start).then(|| Handle::from(instance.series)),
    }
}

/// A block as it was committed: one that is still there keeps what is no matter of the commitment,
/// such as its title and its notes.
pub fn restored(committed: &Block, live: Option<&Block>) -> Block {
    match live {
        None => committed.clone(),
        Some(live) => Block {
            category: committed.category,
            start: committed.start,
            end: committed.end,
            zone: committed.zone.clone(),
            facets: Facets {
                protected: committed.facets.protected || live.facets.protected,
                contingency: committed.facets.contingency,
                ..live.facets.clone()
            },
            ..live.clone()
        },
    }
}
