//! Writing a calendar file that other programs take: one's own blocks, and events of other calendars
//! as they came. It writes to no disk and leaves out nothing that it was given.

use super::content::{plain, push, push_line, with};
use super::definition::push_definition;
use super::line::Headers;
use super::value::escaped;
use super::zone;
use crate::block::{Block, BlockId};
use crate::event::{Event, Recurrence, Status};
use crate::time::{Instant, Zone, Zones};
use chrono::{Datelike, NaiveDateTime};
use ical::PropertyParser;
use ical::property::Property;
use std::collections::{BTreeMap, HashMap};
use std::ops::RangeInclusive;

/// How many years after now the zones of a series without end are described.
const YEARS_AHEAD: i32 = 5;

/// Zones are described from this year on; a longer list is more than some programs take.
const FIRST_YEAR: i32 = 1970;

/// What goes into a calendar file.
#[derive(Clone, Copy, Debug)]
pub struct Export<'a> {
    /// What the calendar calls itself.
    pub name: &'a str,
    /// One's own plan.
    pub blocks: &'a [Block],
    /// Events of other calendars. Each is written word for word as it was read.
    pub events: &'a [Event],
    /// The zone floating blocks go out with: some subscribers take floating times for UTC.
    pub home: &'a Zone,
    /// Stamps events that came without a DTSTAMP, and says how far ahead zones are described.
    pub now: Instant,
}

/// A calendar file: UTF-8, CRLF, lines of at most 75 bytes, with a VTIMEZONE for every TZID used.
pub fn write(export: &Export<'_>, zones: &Zones) -> String {
    let mut used = UsedZones::default();
    let mut events = String::new();
    let series: HashMap<BlockId, &Block> = export
        .blocks
        .iter()
        .filter(|block| block.recurrence.is_some())
        .map(|block| (block.id, block))
        .collect();
    for block in export.blocks {
        let of = block
            .instance
            .and_then(|instance| series.get(&instance.series));
        let zones = BlockZones {
            own: block.zone_or(zones, export.home),
            series: of.map(|series| series.zone_or(zones, export.home)),
        };
        push_block(&mut events, block, zones, export.now, &mut used);
    }
    for event in export.events {
        match event.raw.is_empty() {
            true => push_fields(&mut events, event, zones, export.now, &mut used),
            false => push_event(&mut events, event, zones, export.now, &mut used),
        }
    }
    let mut out = String::with_capacity(events.len() + 1024);
    push(&mut out, &plain("BEGIN", "VCALENDAR"));
    push(&mut out, &plain("VERSION", "2.0"));
    push(&mut out, &plain("PRODID", "-//Evenkeel//Evenkeel//EN"));
    push(&mut out, &plain("CALSCALE", "GREGORIAN"));
    push(&mut out, &plain("METHOD", "PUBLISH"));
    push(&mut out, &plain("NAME", escaped(export.name)));
    push(&mut out, &plain("X-WR-CALNAME", escaped(export.name)));
    push(
        &mut out,
        &with("REFRESH-INTERVAL", ("VALUE", "DURATION"), "PT1H"),
    );
    push(&mut out, &plain("X-PUBLISHED-TTL", "PT1H"));
    for (tzid, (zone, years)) in &used.zones {
        push_definition(&mut out, tzid, zone, years);
    }
    out.push_str(&events);
    push(&mut out, &plain("END", "VCALENDAR"));
    out
}

/// The TZIDs of a file, what they mean, and for which years.
#[derive(Default)]
struct UsedZones {
    zones: BTreeMap<String, (Zone, RangeInclusive<i32>)>,
}

impl UsedZones {
    /// Notes a use; false when the TZID already means another zone here.
    fn note(&mut self, tzid: &str, zone: &Zone, years: RangeInclusive<i32>) -> bool {
        match self.zones.get_mut(tzid) {
            Some((known, _)) if known != zone => false,
            Some((_, known)) => {
                let first = *known.start().min(years.start());
                let last = *known.end().max(years.end());
                *known = first..=last;
                true
            }
            None => {
                self.zones.insert(tzid.to_string(), (zone.clone(), years));
                true
            }
        }
    }
}

/// The zone a block goes out in, and that of the series it is one of.
struct BlockZones {
    own: Zone,
    series: Option<Zone>,
}

fn push_block(
    out: &mut String,
    block: &Block,
    zones: BlockZones,
    now: Instant,
    used: &mut UsedZones,
) {
    let zone = zones.own;
    if zone.name() != "UTC" {
        let years = match block.recurrence {
            Some(_) => years_ahead(block.start, block.end, now),
            None => years(block.start, block.end),
        };
        used.note(zone.name(), &zone, years);
    }
    push(out, &plain("BEGIN", "VEVENT"));
    push(out, &plain("UID", escaped(&block.uid)));
    push(out, &plain("DTSTAMP", stamp(Instant(block.modified))));
    push(out, &plain("CREATED", stamp(Instant(block.created))));
    push(out, &plain("LAST-MODIFIED", stamp(Instant(block.modified))));
    push(out, &plain("SEQUENCE", block.sequence.to_string()));
    push(out, &time("DTSTART", block.start, Some(&zone), false));
    push(out, &time("DTEND", block.end, Some(&zone), false));
    if let Some(instance) = block.instance {
        // In the form and the zone of the series, whatever clock this one follows.
        let zone = zones.series.as_ref().unwrap_or(&zone);
        if zone.name() != "UTC" {
            used.note(zone.name(), zone, years(instance.key, instance.key));
        }
        push(out, &time("RECURRENCE-ID", instance.key, Some(zone), false));
    }
    if let Some(recurrence) = &block.recurrence {
        push_recurrence(out, recurrence, Some(&zone), false);
    }
    push(out, &plain("SUMMARY", escaped(&block.title)));
    if !block.notes.is_empty() {
        push(out, &plain("DESCRIPTION", escaped(&block.notes)));
    }
    if !block.location.is_empty() {
        push(out, &plain("LOCATION", escaped(&block.location)));
    }
    push(out, &plain("CATEGORIES", block.category.name()));
    push(out, &plain("END", "VEVENT"));
}

/// Appends an event word for word; UID and DTSTAMP are added where the file had none.
fn push_event(out: &mut String, event: &Event, zones: &Zones, now: Instant, used: &mut UsedZones) {
    let mut renamed: Vec<(String, String)> = Vec::new();
    for (tzid, zone) in zones_of(event, zones) {
        if zone.name() == "UTC" {
            // A VTIMEZONE for UTC under its own name is what old programs expect.
            used.note(&tzid, &zone, years_of(event, now));
        } else if !used.note(&tzid, &zone, years_of(event, now)) {
            used.note(zone.name(), &zone, years_of(event, now));
            renamed.push((tzid, zone.name().to_string()));
        }
    }
    let has = |wanted: &str| {
        let mut depth = 0;
        event.raw.lines().any(|line| {
            depth += nesting(line);
            depth == 1 && named(line, wanted)
        })
    };
    let (uid, stamped) = (has("UID"), has("DTSTAMP"));
    for (index, line) in event.raw.split('\n').enumerate() {
        match renamed_zone(line, &renamed) {
            Some(property) => push(out, &property),
            None => push_line(out, line),
        }
        if index == 0 {
            if !uid {
                push(out, &plain("UID", escaped(&event.uid)));
            }
            if !stamped {
                push(out, &plain("DTSTAMP", stamp(now)));
            }
        }
    }
}

/// Appends an event that came from no file, from what is known of it.
fn push_fields(out: &mut String, event: &Event, zones: &Zones, now: Instant, used: &mut UsedZones) {
    let zone = event.zone.as_deref().and_then(|name| zones.get(name));
    let zone = zone.filter(|_| !event.all_day);
    if let Some(zone) = zone.as_ref().filter(|zone| zone.name() != "UTC") {
        used.note(zone.name(), zone, years_of(event, now));
    }
    let time = |name: &str, wall: NaiveDateTime| time(name, wall, zone.as_ref(), event.all_day);
    push(out, &plain("BEGIN", "VEVENT"));
    push(out, &plain("UID", escaped(&event.uid)));
    push(out, &plain("DTSTAMP", stamp(now)));
    push(out, &plain("SEQUENCE", event.sequence.to_string()));
    push(out, &time("DTSTART", event.start));
    push(out, &time("DTEND", event.end));
    if let Some(key) = event.recurrence_id {
        push(out, &time("RECURRENCE-ID", key));
    }
    if let Some(recurrence) = &event.recurrence {
        push_recurrence(out, recurrence, zone.as_ref(), event.all_day);
    }
    push(out, &plain("SUMMARY", escaped(&event.title)));
    for (name, text) in [("DESCRIPTION", &event.notes), ("LOCATION", &event.location)] {
        if !text.is_empty() {
            push(out, &plain(name, escaped(text)));
        }
    }
    if let Some(link) = &event.link {
        push(out, &plain("URL", link.as_str()));
    }
    for label in &event.labels {
        push(out, &plain("CATEGORIES", escaped(label)));
    }
    let status = match event.status {
        Status::Confirmed => "CONFIRMED",
        Status::Tentative => "TENTATIVE",
        Status::Cancelled => "CANCELLED",
    };
    push(out, &plain("STATUS", status));
    push(
        out,
        &plain("TRANSP", if event.free { "TRANSPARENT" } else { "OPAQUE" }),
    );
    push(out, &plain("END", "VEVENT"));
}

/// How a series repeats, every time in the form of its DTSTART.
fn push_recurrence(out: &mut String, repeats: &Recurrence, zone: Option<&Zone>, all_day: bool) {
    let time = |name: &str, wall: NaiveDateTime| time(name, wall, zone, all_day);
    if let Some(rule) = &repeats.rule {
        push(out, &plain("RRULE", rule_out(rule, zone, all_day)));
    }
    for (start, end) in &repeats.extra {
        push(
            out,
            &match end {
                Some(end) => period(*start, *end, zone),
                None => time("RDATE", *start),
            },
        );
    }
    for start in &repeats.except {
        push(out, &time("EXDATE", *start));
    }
    for day in &repeats.except_days {
        let day = day.format("%Y%m%d").to_string();
        push(out, &with("EXDATE", ("VALUE", "DATE"), day));
    }
}

/// A time in the form its zone asks for: `Z`, with a TZID, floating, or a date.
fn time(name: &str, wall: NaiveDateTime, zone: Option<&Zone>, all_day: bool) -> Property {
    match zone {
        _ if all_day => with(name, ("VALUE", "DATE"), wall.format("%Y%m%d").to_string()),
        None => plain(name, local(wall)),
        Some(zone) if zone.name() == "UTC" => plain(name, local(wall) + "Z"),
        Some(zone) => with(name, ("TZID", zone.name()), local(wall)),
    }
}

fn period(start: NaiveDateTime, end: NaiveDateTime, zone: Option<&Zone>) -> Property {
    let utc = zone.is_some_and(|zone| zone.name() == "UTC");
    let z = if utc { "Z" } else { "" };
    let value = format!("{}{z}/{}{z}", local(start), local(end));
    let mut property = with("RDATE", ("VALUE", "PERIOD"), value);
    if let Some(zone) = zone.filter(|_| !utc) {
        let tzid = ("TZID".to_string(), vec![zone.name().to_string()]);
        property.params.get_or_insert_default().push(tzid);
    }
    property
}

/// A stored rule with its UNTIL in the form a file asks for: UTC, local where floating, or a date.
fn rule_out(rule: &str, zone: Option<&Zone>, all_day: bool) -> String {
    let until = |value: &str| {
        let wall = NaiveDateTime::parse_from_str(value, "%Y%m%dT%H%M%S").ok()?;
        Some(match zone {
            _ if all_day => wall.format("%Y%m%d").to_string(),
            Some(zone) => stamp(zone.instant(wall)),
            None => local(wall),
        })
    };
    let parts: Vec<String> = rule
        .split(';')
        .map(|part| match part.split_once('=') {
            Some(("UNTIL", value)) => match until(value) {
                Some(until) => format!("UNTIL={until}"),
                None => part.to_string(),
            },
            _ => part.to_string(),
        })
        .collect();
    parts.join(";")
}

/// The TZIDs an event uses, each with its zone. One that nothing explains stays without.
fn zones_of(event: &Event, zones: &Zones) -> Vec<(String, Zone)> {
    let mut headers = Headers::default();
    let mut found: Vec<(String, Zone)> = Vec::new();
    let lines: Vec<_> = event
        .raw
        .split('\n')
        .filter(|line| mentions_tzid(line))
        .filter_map(|line| headers.line(0, line))
        .collect();
    let own = lines
        .iter()
        .find(|line| line.header.name == "DTSTART")
        .and_then(|line| line.header.param("TZID"));
    for line in &lines {
        let Some(tzid) = line.header.param("TZID") else {
            continue;
        };
        if found.iter().any(|(known, _)| known == tzid) {
            continue;
        }
        let zone = match &event.zone {
            Some(name) if own == Some(tzid) => zones.get(name),
            _ => zone::named(tzid, zones),
        };
        found.extend(zone.map(|zone| (tzid.to_string(), zone)));
    }
    found
}

fn years_of(event: &Event, now: Instant) -> RangeInclusive<i32> {
    match event.recurrence {
        Some(_) => years_ahead(event.start, event.end, now),
        None => years(event.start, event.end),
    }
}

/// The years of a series, whose end is not looked for.
fn years_ahead(start: NaiveDateTime, end: NaiveDateTime, now: Instant) -> RangeInclusive<i32> {
    let years = years(start, end);
    *years.start()..=(now.utc().year() + YEARS_AHEAD).max(*years.end())
}

fn years(start: NaiveDateTime, end: NaiveDateTime) -> RangeInclusive<i32> {
    let first = start.year().max(FIRST_YEAR);
    first..=end.year().max(first)
}

/// The line with another TZID, where its own means something else in this file.
fn renamed_zone(line: &str, renamed: &[(String, String)]) -> Option<Property> {
    if renamed.is_empty() || !mentions_tzid(line) {
        return None;
    }
    let parsed = Headers::default().line(0, line)?;
    let tzid = parsed.header.param("TZID")?;
    let (_, new) = renamed.iter().find(|(old, _)| old == tzid)?;
    let header = &line[..line.len() - parsed.value.len() - 1];
    let header = format!("{header}:_");
    let mut property = PropertyParser::from_reader(header.as_bytes())
        .next()?
        .ok()?;
    for (key, values) in property.params.iter_mut().flatten() {
        if key == "TZID" {
            *values = vec![new.clone()];
        }
    }
    property.value = Some(parsed.value.to_string());
    Some(property)
}

fn mentions_tzid(line: &str) -> bool {
    line.as_bytes()
        .windows(6)
        .any(|window| window.eq_ignore_ascii_case(b";TZID="))
}

/// Whether a line is the named property.
fn named(line: &str, name: &str) -> bool {
    line.get(..name.len())
        .is_some_and(|start| start.eq_ignore_ascii_case(name))
        && matches!(line.as_bytes().get(name.len()), Some(b':' | b';'))
}

fn nesting(line: &str) -> i32 {
    i32::from(named(line, "BEGIN")) - i32::from(named(line, "END"))
}

fn stamp(instant: Instant) -> String {
    local(instant.utc()) + "Z"
}

fn local(wall: NaiveDateTime) -> String {
    wall.format("%Y%m%dT%H%M%S").to_string()
}
