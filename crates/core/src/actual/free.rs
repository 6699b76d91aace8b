//! What is left of a stretch of time once others are taken out of it.

use crate::time::Span;

/// The parts of `span` that none of `taken` holds, in order. `taken` may come in any order and may
/// overlap.
///
/// ```text
/// span   |-------------------|
/// taken     [===]   [=====]
/// free   |--|   |---|     |--|
/// ```
pub fn free(span: Span, taken: &[Span]) -> Vec<Span> {
    let mut taken: Vec<Span> = taken
        .iter()
        .map(|other| span.intersection(*other))
        .filter(|common| 0 < common.seconds())
        .collect();
    taken.sort_by_key(|common| common.start);
    let mut parts = Vec::new();
    let mut from = span.start;
    for common in taken {
        parts.push(Span::new(from, common.start));
        from = from.max(common.end);
    }
    parts.push(Span::new(from, span.end));
    parts.retain(|part| 0 < part.seconds());
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::Instant;

    fn span(start: i64, end: i64) -> Span {
        Span::new(Instant(start), Instant(end))
    }

    #[test]
    fn what_is_free_lies_between_what_is_taken() {
        let taken = [span(8, 12), span(-5, 2), span(4, 6), span(5, 7)];
        assert_eq!(free(span(0, 10), &taken), [span(2, 4), span(7, 8)]);
        assert_eq!(free(span(0, 10), &[]), [span(0, 10)]);
        assert_eq!(free(span(0, 10), &[span(0, 10)]), []);
        assert_eq!(free(span(3, 3), &[]), []);
    }
}
