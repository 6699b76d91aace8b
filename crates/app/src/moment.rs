//! When, where and why a request is made. The shell and the command line look at the clock; nothing
//! below them does.

use chrono::{NaiveDate, NaiveDateTime};
use evenkeel_core::actual::{Mark, Ticks};
use evenkeel_core::commitment::Why;
use evenkeel_core::settings::Settings;
use evenkeel_core::time::{Instant, Zone, Zones};

/// A reason given along with a request, for what it changes of committed or protected time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Because {
    /// Why.
    pub why: Why,
    /// In the person's words; may be empty.
    pub note: String,
}

/// The time of a request, and the reason given along with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// Now.
    pub now: Instant,
    /// IANA name of the zone the computer is set to.
    pub system_zone: String,
    /// IANA name of the home zone for this request alone, before the one that was set.
    pub zone: Option<String>,
    /// The steady clock at the same moment, where there is one.
    pub ticks: Option<Ticks>,
    /// Why, where that was said beforehand.
    pub because: Option<Because>,
}

impl Moment {
    /// Now, by both clocks.
    pub(crate) fn mark(&self) -> Mark {
        Mark {
            at: self.now,
            ticks: self.ticks.clone(),
        }
    }

    /// The home zone: the one of the request, else the one that was set, else the computer's, else
    /// UTC.
    pub(crate) fn home(&self, settings: &Settings, zones: &Zones) -> Zone {
        [&self.zone, &settings.home_zone]
            .into_iter()
            .flatten()
            .chain([&self.system_zone])
            .find_map(|name| zones.get(name))
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
