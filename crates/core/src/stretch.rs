//! A stretch of time with a category: what every figure of a week is computed from, whether it was a
//! block, an event or an entry.

use crate::block::Block;
use crate::category::Category;
use crate::time::{Span, Zone, Zones};

/// Time of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// When.
    pub span: Span,
    /// What kind of time it is.
    pub category: Category,
    /// Whether it is a meeting; technical meetings are no focus.
    pub meeting: bool,
}

impl Stretch {
    /// A stretch that is no meeting.
    pub fn new(span: Span, category: Category) -> Stretch {
        Stretch {
            span,
            category,
            meeting: false,
        }
    }

    /// What a block takes of the week. `None` for room kept free: it is no work of any kind until
    /// something else is planned or done in it, so that no figure and no hint weighs it.
    pub fn of_block(block: &Block, zones: &Zones, home: &Zone) -> Option<Stretch> {
        (!block.facets.contingency).then(|| Stretch {
            meeting: block.facets.meeting,
            ..Stretch::new(block.span(zones, home), block.category)
        })
    }
}
