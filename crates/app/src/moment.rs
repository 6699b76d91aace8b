//! When and where a request is made. The shell and the command line look at the clock; nothing
//! below them does.

use chrono::{NaiveDate, NaiveDateTime};
use evenkeel_core::settings::Settings;
use evenkeel_core::time::{Instant, Zone, Zones};

/// The time of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// Now.
    pub now: Instant,
    /// IANA name of the zone the computer is set to.
    pub system_zone: String,
}

impl Moment {
    /// The home zone: the one that was set, else the computer's, else UTC.
    pub(crate) fn home(&self, settings: &Settings, zones: &Zones) -> Zone {
        settings
            .home_zone
            .as_deref()
            .and_then(|name| zones.get(name))
            .or_else(|| zones.get(&self.system_zone))
            .unwrap_or_else(Zone::utc)
    }

    /// Now, as clocks at home show it.
    pub(crate) fn wall(&self, home: &Zone) -> NaiveDateTime {
        home.wall(self.now)
    }

    /// Today at home.
    pub(crate) fn today(&self, home: &Zone) -> NaiveDate {
        self.wall(home).date()
    }
}
