//! Times as a person types them: wall times at home, and what they mean in instants and in the
//! zone of a block.

use crate::messages::Fault;
use crate::moment::Moment;
use crate::planner::Planner;
use chrono::{Days, NaiveDateTime};
use evenkeel_core::edit::Refusal;
use evenkeel_core::time::{Instant, Zone};

/// A step in time as people mean it: days keep the time of day, minutes are real ones.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Step {
    /// Days on the calendar.
    pub days: i32,
    /// Real minutes, after the days.
    pub minutes: i32,
}

impl Planner {
    /// Refuses a zone that is no zone of the IANA database. A POSIX string such as `UTC+2` means
    /// the opposite of what people think it does, so it is none here.
    pub fn known_zone(&self, name: &str) -> Result<(), Fault> {
        match self.zones.get(name) {
            Some(zone) if zone.rules().iana_name().is_some() => Ok(()),
            _ => Err(Refusal::UnknownZone { name: name.into() }.into()),
        }
    }

    /// The instant at which clocks at home show a wall time.
    pub fn instant(&self, wall: NaiveDateTime, moment: &Moment) -> Result<Instant, Fault> {
        Ok(self.home(moment)?.instant(wall))
    }

    /// The wall time at home a step before or after another.
    pub fn later(
        &self,
        wall: NaiveDateTime,
        step: Step,
        moment: &Moment,
    ) -> Result<NaiveDateTime, Fault> {
        let home = self.home(moment)?;
        let days = Days::new(step.days.unsigned_abs().into());
        let day = match step.days < 0 {
            true => wall.checked_sub_days(days),
            false => wall.checked_add_days(days),
        };
        let day = day.ok_or(Refusal::OutsideCalendar)?;
        let seconds = i64::from(step.minutes) * 60;
        Ok(home.wall(home.instant(day).plus_seconds(seconds)))
    }

    /// What the clocks of a block show when those at home show a wall time. `zone` is the block's
    /// own, empty for one that follows the home zone.
    pub fn own_wall(
        &self,
        wall: NaiveDateTime,
        zone: &str,
        moment: &Moment,
    ) -> Result<NaiveDateTime, Fault> {
        let home = self.home(moment)?;
        let own: Option<Zone> = Some(zone)
            .filter(|zone| !zone.is_empty())
            .and_then(|zone| self.zones.get(zone));
        Ok(own.map_or(wall, |own| own.wall(home.instant(wall))))
    }
}
