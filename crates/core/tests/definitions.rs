//! Every VTIMEZONE that is written, read by the letter and held against the zone database.

#![cfg(test)]

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use evenkeel_core::block::{Block, BlockId};
use evenkeel_core::category::Category;
use evenkeel_core::ics::{self, Export};
use evenkeel_core::recur::occurrences;
use evenkeel_core::time::{Instant, Span, Zone, Zones};

/// A STANDARD or DAYLIGHT part: its lines by name.
fn value<'a>(part: &[&'a str], name: &str) -> Option<&'a str> {
    part.iter()
        .find_map(|line| line.strip_prefix(name)?.strip_prefix(':'))
}

fn seconds(offset: &str) -> i64 {
    let digits = &offset[1..];
    let pair = |at: usize| {
        digits
            .get(at..at + 2)
            .map_or(0, |two| two.parse::<i64>().unwrap())
    };
    let size = pair(0) * 3600 + pair(2) * 60 + pair(4);
    if offset.starts_with('-') { -size } else { size }
}

/// All changes a definition names up to 2040, each with the offset after it.
fn changes(definition: &str, zones: &Zones) -> Vec<(Instant, i64)> {
    let lines: Vec<&str> = definition.lines().collect();
    let mut found = Vec::new();
    for part in lines.split(|line| line.starts_with("END:")) {
        let Some(start) = value(part, "DTSTART") else {
            continue;
        };
        let from = seconds(value(part, "TZOFFSETFROM").unwrap());
        let to = seconds(value(part, "TZOFFSETTO").unwrap());
        // The same rule as an event in UTC stands for the wall times before each change.
        let mut event = format!("BEGIN:VEVENT\nUID:1\nDTSTART:{start}Z\n");
        if let Some(rule) = value(part, "RRULE") {
            let rule = match rule.split_once(";UNTIL=") {
                Some((rule, until)) => {
                    let last = NaiveDateTime::parse_from_str(until, "%Y%m%dT%H%M%SZ").unwrap();
                    let last = last + TimeDelta::seconds(from);
                    format!("{rule};UNTIL={}", last.format("%Y%m%dT%H%M%SZ"))
                }
                None => rule.to_string(),
            };
            event.push_str(&format!("RRULE:{rule}\n"));
        }
        event.push_str("END:VEVENT\n");
        let (calendar, problems) = ics::read(event.as_bytes(), zones).unwrap();
        assert_eq!(problems, [], "{event}");
        let all = Span::new(Instant(-100_000_000), Instant(2_208_988_800));
        let (times, _) = occurrences(&calendar.events, all, zones, &Zone::utc());
        found.extend(
            times
                .iter()
                .map(|time| (time.span.start.plus_seconds(-from), to)),
        );
    }
    found.sort();
    found
}

#[test]
fn every_zone_is_described_as_the_database_has_it() {
    let zones = Zones::bundled();
    let day = |year| NaiveDateTime::from(NaiveDate::from_ymd_opt(year, 6, 1).unwrap());
    for name in zones.names() {
        let block = Block {
            uid: "1".into(),
            zone: Some(name.clone()),
            ..Block::plain(BlockId(1), "", Category::Technical, day(2024), day(2028))
        };
        let export = Export {
            name: "x",
            blocks: &[block],
            events: &[],
            home: &Zone::utc(),
            now: Instant(1_795_161_600),
        };
        let text = ics::write(&export, &zones).replace("\r\n", "\n");
        let Some(start) = text.find("BEGIN:VTIMEZONE") else {
            assert!(text.contains("DTSTART:20240601T000000Z"), "{name}");
            continue;
        };
        let definition = &text[start..text.find("BEGIN:VEVENT").unwrap()];
        assert!(definition.lines().count() < 100, "{definition}");
        let changes = changes(definition, &zones);
        let zone = zones.get(&name).unwrap();
        // Every six hours from 2024 to 2028.
        for step in 0..5 * 365 * 4 {
            let instant = Instant(1_704_067_200 + step * 6 * 3600);
            let said = changes.iter().rev().find(|(change, _)| *change <= instant);
            let said = said.map(|(_, offset)| *offset);
            assert_eq!(
                said,
                Some(zone.offset_seconds(instant)),
                "{name} {instant:?} {definition}"
            );
        }
    }
}
