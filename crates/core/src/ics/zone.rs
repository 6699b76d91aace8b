//! From the TZID of a file to a zone. It does not decide what an unknown zone means for a time.

use super::problem::{Problems, quoted};
use super::tree::Component;
use super::value::text;
use super::{vtimezone, windows};
use crate::time::{Zone, Zones};
use std::collections::HashMap;

/// The zone a TZID names by itself: an IANA or Windows name, also behind a prefix such as
/// `/freeassociation.sourceforge.net/` or `tzone://Microsoft/`.
pub(super) fn named(tzid: &str, zones: &Zones) -> Option<Zone> {
    let whole = tzid.trim().trim_matches('"');
    if let Some(zone) = known(whole, zones) {
        return Some(zone);
    }
    whole
        .match_indices('/')
        .find_map(|(at, _)| known(&whole[at + 1..], zones))
}

fn known(name: &str, zones: &Zones) -> Option<Zone> {
    if ["UTC", "GMT", "Z", "Etc/UTC"]
        .iter()
        .any(|utc| utc.eq_ignore_ascii_case(name))
    {
        return Some(Zone::utc());
    }
    // A POSIX string is not taken from a file: "UTC+02:00" would mean two hours west.
    let iana = |name: &str| {
        zones
            .get(name)
            .filter(|zone| zone.rules().iana_name().is_some())
    };
    iana(name).or_else(|| windows::iana(name).and_then(iana))
}

/// The zones of one file: those that name themselves and those its VTIMEZONEs define.
pub(super) struct FileZones<'a> {
    zones: &'a Zones,
    own: HashMap<String, &'a Component<'a>>,
    known: HashMap<String, Option<Zone>>,
}

impl<'a> FileZones<'a> {
    pub(super) fn new(zones: &'a Zones, definitions: &[&'a Component<'a>]) -> FileZones<'a> {
        let own = definitions
            .iter()
            .filter_map(|component| Some((text(component.line("TZID")?.value.trim()), *component)))
            .collect();
        FileZones {
            zones,
            own,
            known: HashMap::new(),
        }
    }

    /// The zone of a TZID. A problem is added the first time it is not known.
    pub(super) fn get(&mut self, tzid: &str, line: u32, problems: &mut Problems) -> Option<Zone> {
        if let Some(known) = self.known.get(tzid) {
            return known.clone();
        }
        let zone = named(tzid, self.zones).or_else(|| self.defined(tzid, problems));
        if zone.is_none() {
            let what = format!(
                "The time zone {} is not known; its times were taken as local times.",
                quoted(tzid)
            );
            problems.add(line, what);
        }
        self.known.insert(tzid.to_string(), zone.clone());
        zone
    }

    fn defined(&self, tzid: &str, problems: &mut Problems) -> Option<Zone> {
        let component = self.own.get(tzid.trim())?;
        let hint = component.line("X-LIC-LOCATION");
        if let Some(zone) = hint.and_then(|line| named(line.value, self.zones)) {
            return Some(zone);
        }
        let described = vtimezone::posix(component)?;
        if !described.exact {
            let what = format!(
                "The time zone {} changes its clocks by no yearly rule; one offset was used.",
                quoted(tzid)
            );
            problems.add(component.number, what);
        }
        self.zones.get(&described.posix)
    }
}
