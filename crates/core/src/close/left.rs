//! What of a day's plan is left, and what of its time nobody planned.

use crate::facets::Facets;
use crate::stretch::Stretch;
use crate::time::Span;

/// Whether a block of one's own that is not done is left to be dealt with. Room kept for surprises
/// is not, and a protected meeting took place without the one who planned it, or it did not: either
/// way it is nothing to take along.
pub fn is_left(facets: &Facets, done: bool) -> bool {
    let stays = facets.contingency || facets.meeting && facets.protected;
    !done && !stays
}

/// Whether time that was spent was not planned: none of it lies in time planned for its category.
pub fn unplanned(spent: &Stretch, planned: &[Stretch]) -> bool {
    let meant = |span: Span| span.overlaps(spent.span);
    !planned
        .iter()
        .any(|block| block.category == spent.category && meant(block.span))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::category::Category;
    use crate::time::Instant;

    #[test]
    fn what_is_done_and_what_cannot_be_taken_along_is_not_left() {
        let facets = |meeting, protected, contingency| Facets {
            meeting,
            protected,
            contingency,
            ..Facets::default()
        };
        assert!(is_left(&facets(false, false, false), false));
        assert!(is_left(&facets(false, true, false), false));
        assert!(is_left(&facets(true, false, false), false));
        assert!(!is_left(&facets(true, true, false), false));
        assert!(!is_left(&facets(false, false, true), false));
        assert!(!is_left(&facets(false, false, false), true));
    }

    #[test]
    fn time_is_unplanned_where_its_category_was_not_meant() {
        let stretch = |from: i64, to: i64, category| {
            Stretch::new(Span::new(Instant(from), Instant(to)), category)
        };
        let plan = [stretch(0, 60, Category::Technical)];
        assert!(!unplanned(&stretch(30, 90, Category::Technical), &plan));
        assert!(unplanned(&stretch(60, 90, Category::Technical), &plan));
        assert!(unplanned(&stretch(0, 60, Category::Management), &plan));
    }
}
