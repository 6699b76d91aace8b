//! Reads the time lines drawn in the documentation, so that a drawing that is wrong fails
//! a test. A row is a label and its spans, `[==]` for what is given and `|--|` for what comes out; a
//! character, brackets included, is one unit.

use crate::category::Category;
use crate::stretch::Stretch;
use crate::time::{Instant, Span};

/// How long a character is, in seconds.
pub(crate) const UNIT: i64 = 15 * 60;

/// A drawn time line.
pub(crate) struct Drawing {
    rows: Vec<(String, Vec<Span>)>,
}

impl Drawing {
    /// The first drawing in a file of source code.
    pub(crate) fn of(source: &str) -> Drawing {
        let lines = source.lines().map(|line| line.trim_start_matches("//!"));
        let drawn = lines
            .skip_while(|line| line.trim() != "```text")
            .skip(1)
            .take_while(|line| line.trim() != "```");
        let rows = drawn.filter_map(row).collect::<Vec<_>>();
        assert!(!rows.is_empty(), "nothing is drawn");
        Drawing { rows }
    }

    /// The spans of all rows with a label.
    pub(crate) fn spans(&self, label: &str) -> Vec<Span> {
        let rows = self.rows.iter().filter(|(name, _)| name == label);
        rows.flat_map(|(_, spans)| spans.clone()).collect()
    }

    /// The spans of a row as stretches.
    pub(crate) fn stretches(&self, label: &str, category: Category) -> Vec<Stretch> {
        let spans = self.spans(label).into_iter();
        spans.map(|span| Stretch::new(span, category)).collect()
    }

    /// The minutes of a row together.
    pub(crate) fn minutes(&self, label: &str) -> f64 {
        self.lengths(label).iter().sum()
    }

    /// The minutes of each span of a row.
    pub(crate) fn lengths(&self, label: &str) -> Vec<f64> {
        let spans = self.spans(label);
        assert!(!spans.is_empty(), "no row {label}");
        spans
            .iter()
            .map(|span| span.seconds() as f64 / 60.0)
            .collect()
    }
}

fn row(line: &str) -> Option<(String, Vec<Span>)> {
    let label = &line[..line.find(['[', '|'])?];
    let mut spans = Vec::new();
    let mut open = None;
    for (column, letter) in line.chars().enumerate() {
        let at = |column: usize| Instant(column as i64 * UNIT);
        match (letter, open) {
            ('[' | '|', None) => open = Some(at(column)),
            (']' | '|', Some(start)) => {
                spans.push(Span::new(start, at(column + 1)));
                open = None;
            }
            _ => {}
        }
    }
    assert!(open.is_none(), "a span is open: {line}");
    Some((label.trim().to_string(), spans))
}
