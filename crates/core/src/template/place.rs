//! Where and when a piece of a template would stand.

use super::first_time::first_time;
use super::save::unticked;
use super::{Frame, Piece};
use crate::edit::Draft;
use crate::event::Recurrence;
use crate::repeat::Series;
use crate::task::TaskId;
use crate::time::{Span, Zone, Zones};
use chrono::{NaiveDateTime, TimeDelta};

/// Where and when a piece would stand.
pub(super) struct Place {
    /// The zone its wall times are meant in; `None` for a name nobody knows.
    pub(super) zone: Option<Zone>,
    /// Wall time of that zone.
    pub(super) start: NaiveDateTime,
    /// Wall time of that zone.
    pub(super) end: NaiveDateTime,
    pub(super) span: Span,
    /// Whether clocks skip the start that was meant.
    pub(super) skipped: bool,
    /// Whether it begins after the frame.
    pub(super) later: bool,
}

impl Place {
    pub(super) fn of(piece: &Piece, frame: &Frame, zones: &Zones, home: &Zone) -> Place {
        let own = match piece.zone.as_deref() {
            None => Some(home.clone()),
            Some(name) => zones.get(name),
        };
        let zone = own.clone().unwrap_or_else(|| home.clone());
        let minute = TimeDelta::minutes(i64::from(piece.start.min(1439)));
        let day = frame.anchor() + TimeDelta::days(i64::from(piece.day));
        let mut wall = NaiveDateTime::from(day) + minute;
        // A week may begin on another day than the one the template was made of.
        let at_home = home.wall(zone.instant(wall)).date();
        if !frame.holds(at_home) {
            wall += TimeDelta::days(if at_home < frame.first { 7 } else { -7 });
        }
        let nominal = wall;
        if let Some(rule) = &piece.rule {
            wall = first_time(rule, wall);
        }
        // Through the instant, so that a start inside a skipped hour becomes one that clocks show.
        let start = zone.wall(zone.instant(wall));
        let end = start + TimeDelta::minutes(i64::from(piece.minutes.max(1)));
        let later = nominal < wall && !frame.holds(home.wall(zone.instant(start)).date());
        Place {
            span: Span::new(zone.instant(start), zone.instant(end)),
            zone: own,
            start,
            end,
            skipped: start != wall,
            later,
        }
    }

    /// The block it would be.
    pub(super) fn draft(&self, piece: &Piece, task: Option<TaskId>, home: &Zone) -> Draft {
        let zone = self.zone.as_ref().unwrap_or(home).name().to_string();
        let recurrence: Option<Recurrence> = piece
            .rule
            .as_ref()
            .map(|rule| Series::new(self.start, rule.clone()).recurrence);
        Draft {
            zone: Some(zone),
            notes: piece.notes.clone(),
            location: piece.location.clone(),
            locked: piece.locked,
            goal: piece.goal.clone(),
            facets: piece.facets.clone(),
            checklist: unticked(&piece.checklist),
            task,
            recurrence,
            ..Draft::plain(&piece.title, piece.category, self.start, self.end)
        }
    }
}
