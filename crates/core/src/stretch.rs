//! A stretch of time with a category: what every figure of a week is computed from, whether it was a
//! block, an event or an entry.

use crate::category::Category;
use crate::time::Span;

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
}
