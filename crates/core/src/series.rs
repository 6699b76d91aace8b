//! One's own series: from the stored series and its overrides to the blocks that stand in a
//! stretch of time. Each occurrence is a whole [`Block`] without a row of its own (id 0); the edit
//! verbs treat it as any other, and what they change of it becomes an override.

use crate::block::{Block, BlockId};
use crate::category::Category;
use crate::event::{CategoryBy, Event, EventId, FeedId, Status};
use crate::handle::Instance;
use crate::recur;
use crate::time::{Instant, Span, Zone, Zones};
use chrono::NaiveDateTime;
use std::collections::HashSet;

/// What stands in a stretch of time: single blocks and overrides as they are, series as their
/// occurrences; by start. `replaced` names the occurrences that have a row of their own, wherever
/// that row stands. The second list names the series of which only a part is given, because they
/// repeat too often.
pub fn standing(
    rows: Vec<Block>,
    series: &[Block],
    replaced: &HashSet<Instance>,
    window: Span,
    zones: &Zones,
    home: &Zone,
) -> (Vec<Block>, Vec<BlockId>) {
    let mut standing = rows;
    let events: Vec<Event> = series.iter().map(course).collect();
    let (found, too_frequent) = recur::occurrences(&events, window, zones, home);
    for occurrence in found {
        if let Some(of) = series.get(occurrence.event) {
            let block = at(of, occurrence.key, occurrence.start, occurrence.end);
            let free = |instance| !replaced.contains(instance);
            if block.instance.as_ref().is_some_and(free) {
                standing.push(block);
            }
        }
    }
    let partly = too_frequent
        .iter()
        .filter_map(|cut| series.get(cut.event))
        .map(|block| block.id)
        .collect();
    (standing, partly)
}

/// The occurrence of a series that its rule gives at `key`, if it gives one there and it is not
/// left out.
pub fn occurrence(series: &Block, key: NaiveDateTime, zones: &Zones, home: &Zone) -> Option<Block> {
    let zone = series.zone_or(zones, home);
    let length = (series.end - series.start).num_seconds().max(60);
    let from = zone.instant(key);
    let window = Span::new(from, Instant(from.0 + length));
    let (found, _) = recur::occurrences(&[course(series)], window, zones, home);
    found
        .into_iter()
        .find(|occurrence| occurrence.key == key)
        .map(|found| at(series, found.key, found.start, found.end))
}

/// The series without one of its occurrences (EXDATE).
pub fn without(series: &Block, key: NaiveDateTime) -> Block {
    let mut left = series.clone();
    if let Some(recurrence) = &mut left.recurrence
        && !recurrence.except.contains(&key)
    {
        recurrence.except.push(key);
        recurrence.except.sort_unstable();
    }
    left
}

/// An occurrence as a block without a row.
fn at(series: &Block, key: NaiveDateTime, start: NaiveDateTime, end: NaiveDateTime) -> Block {
    let instance = Instance {
        series: series.id,
        key,
    };
    Block {
        id: BlockId(0),
        start,
        end,
        recurrence: None,
        instance: Some(instance),
        ..series.clone()
    }
}

/// What of a series decides when it takes place.
fn course(series: &Block) -> Event {
    Event {
        id: EventId(0),
        feed: FeedId(0),
        uid: String::new(),
        recurrence_id: None,
        title: String::new(),
        notes: String::new(),
        location: String::new(),
        link: None,
        organizer: String::new(),
        labels: Vec::new(),
        start: series.start,
        end: series.end,
        zone: series.zone.clone(),
        all_day: false,
        status: Status::Confirmed,
        free: false,
        recurrence: series.recurrence.clone(),
        sequence: 0,
        category: Category::Technical,
        category_by: CategoryBy::Guess,
        raw: String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::Recurrence;

    fn wall(text: &str) -> NaiveDateTime {
        text.parse().unwrap()
    }

    fn weekly() -> Block {
        let start = wall("2026-03-17T09:00:00");
        let end = wall("2026-03-17T10:00:00");
        let rule = Some("FREQ=WEEKLY".to_string());
        Block {
            zone: Some("Europe/Berlin".into()),
            recurrence: Some(Recurrence {
                rule,
                ..Recurrence::default()
            }),
            ..Block::plain(BlockId(7), "Pairing", Category::Growth, start, end)
        }
    }

    fn starts(series: &Block, replaced: &[Instance]) -> Vec<String> {
        let zones = Zones::bundled();
        let home = zones.get("Europe/Berlin").unwrap();
        let window = Span::new(
            home.instant(wall("2026-03-16T00:00:00")),
            home.instant(wall("2026-04-13T00:00:00")),
        );
        let replaced = replaced.iter().copied().collect();
        let series = std::slice::from_ref(series);
        let (found, cut) = standing(Vec::new(), series, &replaced, window, &zones, &home);
        assert!(cut.is_empty());
        found
            .iter()
            .map(|block| block.handle().to_string())
            .collect()
    }

    #[test]
    fn every_occurrence_keeps_its_wall_time_when_clocks_change() {
        let expected = [
            "b7@2026-03-17T09:00:00",
            "b7@2026-03-24T09:00:00",
            "b7@2026-03-31T09:00:00",
            "b7@2026-04-07T09:00:00",
        ];
        assert_eq!(starts(&weekly(), &[]), expected);
    }

    #[test]
    fn what_has_a_row_of_its_own_or_is_left_out_is_not_given_by_the_rule() {
        let series = without(&weekly(), wall("2026-03-24T09:00:00"));
        let replaced = Instance {
            series: BlockId(7),
            key: wall("2026-04-07T09:00:00"),
        };
        let expected = ["b7@2026-03-17T09:00:00", "b7@2026-03-31T09:00:00"];
        assert_eq!(starts(&series, &[replaced]), expected);
    }

    #[test]
    fn an_occurrence_is_found_by_its_key_and_only_by_it() {
        let zones = Zones::bundled();
        let home = zones.get("America/New_York").unwrap();
        let find = |key| occurrence(&weekly(), wall(key), &zones, &home);
        let found = find("2026-03-31T09:00:00").unwrap();
        assert_eq!(found.end, wall("2026-03-31T10:00:00"));
        assert!(find("2026-03-31T09:15:00").is_none());
        assert!(find("2026-03-10T09:00:00").is_none());
    }
}
