//! Reading a calendar file: bytes in, events and problems out. It stores nothing and asks nobody.

use super::bytes::Text;
use super::event::{Context, Found, event};
use super::problem::{Problem, Problems, quoted};
use super::tree::{Component, Tree};
use super::value;
use super::zone::FileZones;
use crate::event::Event;
use crate::recur::Budget;
use crate::time::{Zone, Zones};
use chrono::{NaiveDateTime, NaiveTime};
use std::collections::HashMap;

/// The largest file that is read, in bytes.
const LARGEST_FILE: usize = 20 * 1024 * 1024;

/// What a calendar file holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    /// What it calls itself.
    pub name: Option<String>,
    /// Its events in the order of the file, overrides included; ids and feed still 0.
    pub events: Vec<Event>,
}

/// Why a file gives no calendar at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotACalendar {
    /// There is nothing in it.
    #[error("The file is empty.")]
    Empty,
    /// It is something else.
    #[error("The file is not a calendar: it has no BEGIN:VCALENDAR line.")]
    Other,
    /// It is larger than 20 MB.
    #[error("The file is larger than 20 MB, which is more than a calendar file can be here.")]
    TooLarge,
}

/// Reads a calendar file. A part that cannot be read costs one problem and as little else as
/// possible; only a file that is no calendar is an error.
///
/// A TZID that neither the zone database nor the file explains makes its times floating: of all
/// zones the reader's own is the likeliest.
pub fn read(bytes: &[u8], zones: &Zones) -> Result<(Calendar, Vec<Problem>), NotACalendar> {
    within(bytes, zones, &mut Budget::of_a_file())
}

/// The same; the ends of its series are worked out as far as a budget allows.
pub(crate) fn within(
    bytes: &[u8],
    zones: &Zones,
    budget: &mut Budget,
) -> Result<(Calendar, Vec<Problem>), NotACalendar> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(NotACalendar::Empty);
    }
    if LARGEST_FILE < bytes.len() {
        return Err(NotACalendar::TooLarge);
    }
    let mut problems = Problems::default();
    let text = Text::new(bytes, &mut problems);
    let tree = Tree::new(&text, &mut problems);
    let parts = Parts::of(&tree);
    if parts.events.is_empty() && !parts.calendar {
        return Err(NotACalendar::Other);
    }
    let mut file_zones = FileZones::new(zones, &parts.zones);
    let mut found = Vec::with_capacity(parts.events.len());
    for component in &parts.events {
        let mut context = Context {
            zones: &mut file_zones,
            problems: &mut problems,
            budget,
        };
        found.extend(event(component, tree.raw(component), &mut context));
    }
    place_overrides(&mut found, zones);
    let events = newest(found, &mut problems);
    let calendar = Calendar {
        name: parts.name,
        events,
    };
    Ok((calendar, problems.sorted()))
}

/// What of a tree is read, wherever in it that stands.
#[derive(Default)]
struct Parts<'t> {
    calendar: bool,
    name: Option<String>,
    events: Vec<&'t Component<'t>>,
    zones: Vec<&'t Component<'t>>,
}

impl<'t> Parts<'t> {
    fn of(tree: &'t Tree<'t>) -> Parts<'t> {
        let mut parts = Parts::default();
        for root in &tree.roots {
            parts.add(root);
        }
        parts
    }

    fn add(&mut self, component: &'t Component<'t>) {
        match component.name.as_str() {
            "VEVENT" => return self.events.push(component),
            "VTIMEZONE" => return self.zones.push(component),
            "VCALENDAR" => {
                self.calendar = true;
                let line = component.line("NAME").or(component.line("X-WR-CALNAME"));
                let name = line.map(|line| value::text(line.value).trim().to_string());
                self.name = self.name.take().or(name.filter(|name| !name.is_empty()));
            }
            _ => {}
        }
        for child in &component.children {
            self.add(child);
        }
    }
}

/// Gives every override its key: RECURRENCE-ID as wall time in the zone of its series, or in its
/// own where the file does not hold the series.
fn place_overrides(found: &mut [Found], zones: &Zones) {
    let mut series: HashMap<String, (bool, Option<Zone>, NaiveTime)> = HashMap::new();
    let shape = |event: &Event| {
        let zone = event.zone.as_deref().and_then(|name| zones.get(name));
        (event.all_day, zone, event.start.time())
    };
    if found.iter().any(|found| found.replaces.is_some()) {
        for master in found.iter().filter(|found| found.replaces.is_none()) {
            series.insert(master.event.uid.clone(), shape(&master.event));
        }
    }
    for found in found {
        if let Some(moment) = &found.replaces {
            let (all_day, zone, time) = series
                .get(&found.event.uid)
                .cloned()
                .unwrap_or_else(|| shape(&found.event));
            found.event.recurrence_id = Some(moment.key(all_day, zone.as_ref(), time));
        }
    }
}

/// Of several with the same UID and RECURRENCE-ID the one with the highest SEQUENCE stays; of equal
/// ones the last.
fn newest(found: Vec<Found>, problems: &mut Problems) -> Vec<Event> {
    let mut places: HashMap<(&str, Option<NaiveDateTime>), usize> = HashMap::new();
    let mut stays = vec![true; found.len()];
    for (index, Found { event, .. }) in found.iter().enumerate() {
        let place = places
            .entry((event.uid.as_str(), event.recurrence_id))
            .or_insert(index);
        if *place == index {
            continue;
        }
        let older = match found[*place].event.sequence <= event.sequence {
            true => std::mem::replace(place, index),
            false => index,
        };
        stays[older] = false;
        let what = format!(
            "The event {} stands in the file more than once; the newest was kept.",
            quoted(&event.title)
        );
        problems.add(found[older].line, what);
    }
    let mut stays = stays.into_iter();
    found
        .into_iter()
        .filter(|_| stays.next().unwrap_or(true))
        .map(|found| found.event)
        .collect()
}
