//! Leading and managing: how much of the time that says so was leading (why and where to) rather
//! than managing (how and when).
//!
//! ```text
//! entry, 100 %   [====]
//! entry, 50 %           [====]
//! leading        |----| |-|
//! ```
//!
//! share = Σ length × percent ÷ Σ length, over all entries that carry the facet, deviation = share −
//! wanted share. An entry counts with its own length, whatever runs beside it.
//!
//! Units: minutes, ratios 0–1. Source: the ratios people recommend belong to such a facet and not to
//! slots of time, since leading is no activity one can schedule; no evidence for any number.

use crate::category::Category;
use crate::metrics::Entry;
use crate::sweep::{minutes, ratio};
use serde::Serialize;

/// The lead facet of a week.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Lead {
    /// Leading as part of the time that carries the facet.
    pub lead_share: Option<f64>,
    /// Minutes that carry it.
    pub faceted_minutes: f64,
    /// The share minus the wanted one; `None` without either.
    pub deviation: Option<f64>,
}

/// The lead facet of entries cut to a week, against a wanted share.
pub fn lead(entries: &[Entry], wanted: Option<f64>) -> Lead {
    let (mut seconds, mut leading) = (0, 0);
    for entry in entries {
        if let Some(percent) = entry.lead_pct {
            let length = entry.stretch.span.seconds();
            seconds += length;
            leading += length * i64::from(percent);
        }
    }
    let share = ratio(leading, seconds * 100);
    Lead {
        lead_share: share,
        faceted_minutes: minutes(seconds),
        deviation: share.zip(wanted).map(|(share, wanted)| share - wanted),
    }
}

/// Whether enough of the management time of a week says how much of it is leading for the share to
/// be shown: half of it. A convention; it hides the share and never changes it.
pub fn is_lead_told(entries: &[Entry]) -> bool {
    let (mut all, mut told) = (0, 0);
    for entry in entries {
        if entry.stretch.category == Category::Management {
            let length = entry.stretch.span.seconds();
            all += length;
            told += if entry.lead_pct.is_some() { length } else { 0 };
        }
    }
    0 < all && all <= told * 2
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drawn::Drawing;
    use crate::stretch::Stretch;
    use crate::time::{Instant, Span};

    #[test]
    fn the_leading_part_is_as_drawn() {
        let drawing = Drawing::of(include_str!("lead.rs"));
        let entries = [("entry, 100 %", 100), ("entry, 50 %", 50)].map(|(label, percent)| Entry {
            lead_pct: Some(percent),
            ..Entry::new(drawing.stretches(label, Category::Management)[0])
        });
        let found = lead(&entries, Some(0.5));
        let leading = found.lead_share.unwrap() * found.faceted_minutes;
        assert_eq!(leading, drawing.minutes("leading"));
        assert_eq!(found.deviation, Some(0.25));
        assert_eq!(lead(&[], Some(0.5)).deviation, None);
    }

    #[test]
    fn the_share_is_shown_once_half_of_management_says_so() {
        let minutes = |minutes: i64, lead_pct| {
            let span = Span::new(Instant(0), Instant(minutes * 60));
            Entry {
                lead_pct,
                ..Entry::new(Stretch::new(span, Category::Management))
            }
        };
        assert!(!is_lead_told(&[]));
        assert!(is_lead_told(&[minutes(60, Some(0)), minutes(60, None)]));
        assert!(!is_lead_told(&[minutes(60, Some(80)), minutes(61, None)]));
    }
}
