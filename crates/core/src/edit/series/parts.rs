//! What a block says apart from when it takes place: which parts an edit changed, and how another
//! block follows in those parts alone.

use crate::block::Block;

/// `block` with every part that differs between `before` and `after` as it is in `after`, where it
/// was in `block` as it was in `like`.
pub(super) fn followed(block: &Block, like: &Block, before: &Block, after: &Block) -> Block {
    let mut out = block.clone();
    macro_rules! follow {
        ($($part:ident),*) => {
            $(if before.$part != after.$part && block.$part == like.$part {
                out.$part = after.$part.clone();
            })*
        };
    }
    follow!(
        title, category, zone, notes, location, locked, task, goal, facets, checklist
    );
    out
}

/// Whether two blocks say the same at the same time, whatever they are called and whenever they
/// were changed.
pub(super) fn same(one: &Block, other: &Block) -> bool {
    let bare = |block: &Block| Block {
        id: one.id,
        uid: String::new(),
        sequence: 0,
        created: 0,
        modified: 0,
        instance: None,
        recurrence: None,
        ..block.clone()
    };
    bare(one) == bare(other)
}
