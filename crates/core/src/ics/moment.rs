//! A date or time of a file together with its zone, and how it looks in another one. Which zone a
//! TZID means is not decided here.

use super::value::When;
use crate::time::{Instant, Zone};
use chrono::{NaiveDateTime, NaiveTime};

/// A DATE or DATE-TIME with its zone.
#[derive(Clone, Debug)]
pub(super) struct Moment {
    pub(super) when: When,
    pub(super) zone: Option<Zone>,
}

impl Moment {
    /// As wall time in another zone; a floating time is the same everywhere.
    pub(super) fn wall_in(&self, zone: Option<&Zone>) -> NaiveDateTime {
        match (self.when, &self.zone, zone) {
            (When::Day(day), _, _) => day.into(),
            (When::Utc(wall), _, Some(zone)) => zone.wall(Instant::from_utc(wall)),
            (When::Wall(wall), Some(own), Some(zone)) if own != zone => {
                zone.wall(own.instant(wall))
            }
            (When::Wall(wall) | When::Utc(wall), _, _) => wall,
        }
    }

    pub(super) fn is_day(&self) -> bool {
        matches!(self.when, When::Day(_))
    }

    /// As a time of an all-day or timed series.
    pub(super) fn key(&self, all_day: bool, zone: Option<&Zone>, time: NaiveTime) -> NaiveDateTime {
        let wall = match self.when {
            // The date as it is written; clocks of a zone would move it.
            When::Wall(wall) | When::Utc(wall) if all_day => wall,
            _ => self.wall_in(zone),
        };
        match (all_day, self.is_day()) {
            (true, _) => wall.date().into(),
            (false, true) => wall.date().and_time(time),
            (false, false) => wall,
        }
    }
}
