//! Wall time and instants where clocks change, against the zone database itself.

#![cfg(test)]

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, Weekday};
use evenkeel_core::time::{Instant, Span, Zone, Zones, days, logical_day, week_start};
use proptest::prelude::*;

fn zone(name: &str) -> Zone {
    Zones::bundled().get(name).unwrap()
}

fn wall(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
}

fn utc(text: &str) -> Instant {
    Instant::from_utc(wall(text))
}

/// Length of a day in hours, midnight to midnight.
fn hours(name: &str, day: &str) -> i64 {
    let zone = zone(name);
    let day: NaiveDate = day.parse().unwrap();
    let next = day.succ_opt().unwrap();
    Span::new(zone.instant(day.into()), zone.instant(next.into())).seconds() / 3600
}

#[test]
fn a_time_in_the_gap_counts_with_the_offset_before_it() {
    let berlin = zone("Europe/Berlin");
    assert_eq!(
        berlin.instant(wall("2027-03-28 02:30")),
        utc("2027-03-28 01:30")
    );
    let shown = berlin.wall(berlin.instant(wall("2027-03-28 02:30")));
    assert_eq!(shown, wall("2027-03-28 03:30"));
}

#[test]
fn a_repeated_time_means_its_first_pass() {
    let berlin = zone("Europe/Berlin");
    assert_eq!(
        berlin.instant(wall("2026-10-25 02:30")),
        utc("2026-10-25 00:30")
    );
    assert_eq!(
        berlin.wall(utc("2026-10-25 01:30")),
        wall("2026-10-25 02:30")
    );
}

#[test]
fn days_have_as_many_hours_as_they_have() {
    assert_eq!(hours("Europe/Berlin", "2026-10-25"), 25);
    assert_eq!(hours("Europe/Berlin", "2027-03-28"), 23);
    assert_eq!(hours("Europe/Berlin", "2026-11-20"), 24);
    assert_eq!(hours("Asia/Kolkata", "2026-10-25"), 24);
    assert_eq!(hours("America/New_York", "2026-11-01"), 25);
    // Lord Howe moves its clocks by half an hour.
    let zone = zone("Australia/Lord_Howe");
    let (start, end) = (wall("2026-10-04 00:00"), wall("2026-10-05 00:00"));
    assert_eq!(
        Span::new(zone.instant(start), zone.instant(end)).seconds(),
        23 * 3600 + 1800
    );
}

#[test]
fn the_night_between_midnight_and_six_may_have_five_or_seven_hours() {
    let berlin = zone("Europe/Berlin");
    let night = |day: &str| {
        let start = berlin.instant(wall(&format!("{day} 00:00")));
        start.seconds_until(berlin.instant(wall(&format!("{day} 06:00")))) / 3600
    };
    assert_eq!((night("2027-03-28"), night("2026-10-25")), (5, 7));
}

#[test]
fn a_day_without_midnight_begins_at_one() {
    // Santiago moves its clocks forward at midnight.
    let santiago = zone("America/Santiago");
    let first = santiago.instant(wall("2026-09-06 00:00"));
    assert_eq!(santiago.wall(first), wall("2026-09-06 01:00"));
    assert_eq!(hours("America/Santiago", "2026-09-06"), 23);
}

#[test]
fn a_day_that_a_country_left_out_has_no_hours() {
    assert_eq!(hours("Pacific/Apia", "2011-12-30"), 0);
}

#[test]
fn zones_that_changed_their_rules_lately_are_right() {
    let zones = Zones::bundled();
    assert!("2026" <= zones.version(), "{}", zones.version());
    // British Columbia stays on UTC-7 from 2026 on.
    let vancouver = zone("America/Vancouver");
    assert_eq!(vancouver.offset_seconds(utc("2027-01-15 12:00")), -7 * 3600);
    assert_eq!(vancouver.offset_seconds(utc("2025-01-15 12:00")), -8 * 3600);
}

#[test]
fn a_zone_that_only_a_file_defines_is_a_posix_string() {
    let zone = zone("<+0200>-2<+0300>-3,M3.2.0/2:00:00,M10.5.0/3:00:00");
    assert_eq!(
        zone.instant(wall("2026-03-15 09:00")),
        utc("2026-03-15 06:00")
    );
    assert_eq!(
        zone.instant(wall("2026-03-01 09:00")),
        utc("2026-03-01 07:00")
    );
    assert!(Zones::bundled().get("Nowhere/Land").is_none());
}

#[test]
fn zone_names_are_found_in_any_letter_case() {
    assert_eq!(zone("europe/berlin").name(), "Europe/Berlin");
}

#[test]
fn before_the_day_starts_it_is_still_the_day_before() {
    let four = NaiveTime::from_hms_opt(4, 0, 0).unwrap();
    let day = |text: &str| logical_day(wall(text), four).to_string();
    assert_eq!(day("2026-11-20 03:59"), "2026-11-19");
    assert_eq!(day("2026-11-20 04:00"), "2026-11-20");
}

#[test]
fn weeks_start_on_the_day_that_was_chosen() {
    let day: NaiveDate = "2026-11-20".parse().unwrap();
    assert_eq!(week_start(day, Weekday::Mon).to_string(), "2026-11-16");
    assert_eq!(week_start(day, Weekday::Sun).to_string(), "2026-11-15");
    assert_eq!(week_start(day, Weekday::Fri), day);
    assert_eq!(days(day, day).count(), 0);
    assert_eq!(days(day, "2026-11-23".parse().unwrap()).count(), 3);
}

#[test]
fn stretches_are_half_open() {
    let span = |start: i64, end: i64| Span::new(Instant(start), Instant(end));
    assert!(!span(0, 10).overlaps(span(10, 20)));
    assert!(span(0, 11).overlaps(span(10, 20)));
    assert_eq!(span(0, 15).intersection(span(10, 20)), span(10, 15));
    assert_eq!(span(0, 5).intersection(span(10, 20)).seconds(), 0);
    assert_eq!(span(10, 5).seconds(), 0);
}

fn any_zone() -> impl Strategy<Value = Zone> {
    let zones = Zones::bundled();
    let names = zones.names();
    prop::sample::select(names).prop_map(move |name| zones.get(&name).unwrap())
}

proptest! {
    #[test]
    fn an_instant_comes_back_unless_its_wall_time_is_repeated(
        zone in any_zone(),
        seconds in 0i64..2_500_000_000,
    ) {
        let instant = Instant(seconds);
        let again = zone.instant(zone.wall(instant));
        prop_assert_eq!(zone.wall(again), zone.wall(instant));
        prop_assert!(again <= instant);
    }

    #[test]
    fn a_wall_time_comes_back_unless_it_falls_in_a_gap(
        zone in any_zone(),
        minutes in 0i64..40_000_000,
    ) {
        let wall = Instant(minutes * 60).utc();
        let shown = zone.wall(zone.instant(wall));
        prop_assert!(wall <= shown);
        if shown != wall {
            let gap = (shown - wall).num_seconds();
            let around = zone.instant(wall);
            let before = zone.offset_seconds(around.plus_seconds(-gap - 1));
            prop_assert_eq!(zone.offset_seconds(around) - before, gap);
        }
    }
}
