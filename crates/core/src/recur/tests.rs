//! Rules against the `rrule` crate, against themselves from another window, and against time.

use super::expand::{MOST_CANDIDATES, Series, starts};
use super::rule::Rule;
use super::{Budget, last_start, within};
use crate::event::Event;
use crate::ics;
use crate::time::{Instant, Span, Zone, Zones};
use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use proptest::prelude::*;
use std::ops::Range;

fn wall(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y%m%dT%H%M%S").unwrap()
}

struct Work {
    found: Vec<NaiveDateTime>,
    cut: bool,
    candidates: u32,
    counted: u32,
}

fn run(start: NaiveDateTime, rule: &str, window: Range<NaiveDateTime>) -> Work {
    run_until(start, rule, None, window)
}

fn run_until(
    start: NaiveDateTime,
    rule: &str,
    last: Option<NaiveDateTime>,
    window: Range<NaiveDateTime>,
) -> Work {
    let rule = &Rule::parse(rule).unwrap();
    let mut budget = Budget::of_a_window();
    let found = starts(Series { rule, start, last }, &window, &mut budget);
    Work {
        found: found.found,
        cut: found.cut,
        candidates: found.candidates,
        counted: found.counted,
    }
}

fn last_of(start: &str, rule: &str) -> Option<NaiveDateTime> {
    let rule = Rule::parse(rule).unwrap();
    last_start(&rule, wall(start), &mut Budget::of_a_file())
}

/// The first `most` starts as the `rrule` crate finds them; nothing for a rule it refuses.
fn oracle(start: NaiveDateTime, rule: &str, most: u16) -> Option<Vec<NaiveDateTime>> {
    let text = format!("DTSTART:{}\nRRULE:{rule}", start.format("%Y%m%dT%H%M%SZ"));
    let set: rrule::RRuleSet = text.parse().ok()?;
    let dates = set.all(most).dates;
    Some(dates.iter().map(chrono::DateTime::naive_utc).collect())
}

/// Compares all starts up to the last one the oracle gives.
fn check(start: NaiveDateTime, rule: &str, most: u16) {
    let Some(mut expected) = oracle(start, rule, most) else {
        return;
    };
    let Some(last) = expected.last().copied() else {
        return;
    };
    if expected[0] != start {
        // DTSTART counts as the first time here even where the rule does not name it.
        if rule.contains("COUNT") {
            return;
        }
        expected.insert(0, start);
    }
    let ours = run(start, rule, start..last + TimeDelta::seconds(1));
    if ours.cut {
        // Times so rare that the walk was given up on the way: what was found is right.
        expected.truncate(ours.found.len());
    }
    assert_eq!(ours.found, expected, "{rule} from {start}");
}

#[test]
fn the_examples_of_rfc_5545_yield_what_another_library_yields() {
    let examples = [
        ("19970902T090000", "FREQ=DAILY;COUNT=10"),
        ("19970902T090000", "FREQ=DAILY;UNTIL=19971224T000000Z"),
        ("19970902T090000", "FREQ=DAILY;INTERVAL=2"),
        ("19970902T090000", "FREQ=DAILY;INTERVAL=10;COUNT=5"),
        (
            "19980101T090000",
            "FREQ=YEARLY;UNTIL=20000131T140000Z;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA",
        ),
        (
            "19980101T090000",
            "FREQ=DAILY;UNTIL=20000131T140000Z;BYMONTH=1",
        ),
        ("19970902T090000", "FREQ=WEEKLY;COUNT=10"),
        ("19970902T090000", "FREQ=WEEKLY;UNTIL=19971224T000000Z"),
        ("19970902T090000", "FREQ=WEEKLY;INTERVAL=2;WKST=SU"),
        (
            "19970902T090000",
            "FREQ=WEEKLY;UNTIL=19971007T000000Z;WKST=SU;BYDAY=TU,TH",
        ),
        (
            "19970902T090000",
            "FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH",
        ),
        (
            "19970901T090000",
            "FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR",
        ),
        (
            "19970902T090000",
            "FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH",
        ),
        ("19970905T090000", "FREQ=MONTHLY;COUNT=10;BYDAY=1FR"),
        (
            "19970905T090000",
            "FREQ=MONTHLY;UNTIL=19971224T000000Z;BYDAY=1FR",
        ),
        (
            "19970907T090000",
            "FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU",
        ),
        ("19970922T090000", "FREQ=MONTHLY;COUNT=6;BYDAY=-2MO"),
        ("19970928T090000", "FREQ=MONTHLY;BYMONTHDAY=-3"),
        ("19970902T090000", "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15"),
        ("19970930T090000", "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1"),
        (
            "19970910T090000",
            "FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15",
        ),
        ("19970902T090000", "FREQ=MONTHLY;INTERVAL=2;BYDAY=TU"),
        ("19970610T090000", "FREQ=YEARLY;COUNT=10;BYMONTH=6,7"),
        (
            "19970310T090000",
            "FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3",
        ),
        (
            "19970101T090000",
            "FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200",
        ),
        ("19970519T090000", "FREQ=YEARLY;BYDAY=20MO"),
        ("19970512T090000", "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO"),
        ("19970313T090000", "FREQ=YEARLY;BYMONTH=3;BYDAY=TH"),
        ("19970605T090000", "FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8"),
        ("19980213T090000", "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13"),
        (
            "19970913T090000",
            "FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13",
        ),
        (
            "19961105T090000",
            "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8",
        ),
        (
            "19970904T090000",
            "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3",
        ),
        (
            "19970929T090000",
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2",
        ),
        (
            "19970902T090000",
            "FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T170000Z",
        ),
        (
            "19970902T090000",
            "FREQ=DAILY;BYHOUR=9,10,11,12,13,14,15,16;BYMINUTE=0,20,40",
        ),
        (
            "19970805T090000",
            "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO",
        ),
        (
            "19970805T090000",
            "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU",
        ),
        ("20070115T090000", "FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5"),
    ];
    for (start, rule) in examples {
        assert!(oracle(wall(start), rule, 1).is_some(), "{rule}");
        check(wall(start), rule, 150);
    }
}

#[test]
fn dtstart_is_the_first_time_even_where_the_rule_does_not_name_it() {
    let start = wall("19970902T090000");
    let window = start..wall("19990101T000000");
    let found = run(start, "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=3", window).found;
    let expected = ["19970902T090000", "19980213T090000", "19980313T090000"].map(wall);
    assert_eq!(found, expected);
}

#[test]
fn an_until_that_is_a_day_holds_that_day() {
    let start = wall("20261201T090000");
    let window = start..wall("20270101T000000");
    let found = run(start, "FREQ=DAILY;UNTIL=20261203", window).found;
    assert_eq!(found.len(), 3);
}

#[test]
fn rules_that_make_no_sense_are_refused_in_words() {
    let refused = |rule: &str| Rule::parse(rule).unwrap_err();
    assert_eq!(refused("FREQ=DAILY;INTERVAL=0"), "INTERVAL cannot be “0”");
    assert_eq!(
        refused("FREQ=DAILY;COUNT=100001"),
        "COUNT cannot be “100001”"
    );
    assert_eq!(refused("COUNT=3"), "it does not say how often");
    assert_eq!(refused("FREQ=OFTEN"), "FREQ cannot be “OFTEN”");
    assert_eq!(refused("FREQ=WEEKLY;BYDAY=XX"), "BYDAY cannot be “XX”");
    assert_eq!(refused("FREQ=WEEKLY;BYDAY=é"), "BYDAY cannot be “é”");
    assert_eq!(refused("FREQ=WEEKLY;SOON"), "“SOON” has no value");
    assert_eq!(
        refused("FREQ=WEEKLY;WHEN=1"),
        "“WHEN” is not a part of a rule"
    );
}

/// Every number of a part, as a list.
fn all(from: i32, to: i32) -> String {
    let numbers: Vec<String> = (from..=to).map(|n| n.to_string()).collect();
    numbers.join(",")
}

#[test]
fn no_rule_makes_the_walk_long() {
    let every_second = format!(
        "BYHOUR={};BYMINUTE={};BYSECOND={}",
        all(0, 23),
        all(0, 59),
        all(0, 59)
    );
    let mut rules: Vec<String> = [
        "FREQ=SECONDLY",
        "FREQ=SECONDLY;INTERVAL=86399",
        "FREQ=SECONDLY;COUNT=100000",
        "FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=HOURLY",
        "FREQ=HOURLY;COUNT=100000",
        "FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30;COUNT=1000",
        "FREQ=HOURLY;INTERVAL=5;BYDAY=MO;COUNT=100000",
        "FREQ=HOURLY;BYHOUR=3;COUNT=100000",
        "FREQ=HOURLY;BYHOUR=3;BYYEARDAY=366;COUNT=100000",
        "FREQ=HOURLY;INTERVAL=24;BYHOUR=5",
        "FREQ=HOURLY;INTERVAL=4294967295",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=10",
        "FREQ=DAILY;INTERVAL=4294967295",
        "FREQ=DAILY;COUNT=100000",
        "FREQ=DAILY;BYDAY=MO;COUNT=100000",
        "FREQ=DAILY;BYSETPOS=2",
        "FREQ=DAILY;BYHOUR=1;BYSETPOS=366",
        "FREQ=WEEKLY;BYMONTH=2;BYMONTHDAY=31",
        "FREQ=WEEKLY;BYDAY=MO;BYSETPOS=5",
        "FREQ=WEEKLY;INTERVAL=4294967295;COUNT=2",
        "FREQ=WEEKLY;BYWEEKNO=53;BYMONTH=6;COUNT=5",
        "FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2,4,6,9,11",
        "FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2;COUNT=7",
        "FREQ=MONTHLY;BYDAY=5MO;BYMONTHDAY=1",
        "FREQ=MONTHLY;BYDAY=-5FR;BYSETPOS=-366",
        "FREQ=MONTHLY;INTERVAL=4294967295",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=1",
        "FREQ=YEARLY;BYYEARDAY=366;BYMONTH=1",
        "FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6",
        "FREQ=YEARLY;BYDAY=53MO;COUNT=100000",
        "FREQ=YEARLY;INTERVAL=4294967295;COUNT=100000",
        "FREQ=YEARLY;BYSETPOS=366,-366",
        "FREQ=YEARLY;UNTIL=19600101T000000Z",
    ]
    .map(String::from)
    .to_vec();
    for frequency in ["HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY"] {
        let days = "BYDAY=MO,TU,WE,TH,FR,SA,SU";
        rules.push(format!("FREQ={frequency};{every_second}"));
        rules.push(format!("FREQ={frequency};{days};{every_second}"));
        rules.push(format!(
            "FREQ={frequency};{days};{every_second};COUNT=100000"
        ));
        rules.push(format!(
            "FREQ={frequency};{days};{every_second};BYSETPOS=366,-366"
        ));
        rules.push(format!(
            "FREQ={frequency};{days};{every_second};BYMONTH=2;BYMONTHDAY=30"
        ));
    }
    assert!(40 <= rules.len());
    let windows = [
        ("20261116T000000", "20261123T000000"),
        ("20260101T000000", "20270101T000000"),
        ("99990101T000000", "99991231T000000"),
    ];
    for rule in &rules {
        for start in ["19700101T000000", "00010101T000000", "20261118T101112"] {
            for (from, until) in windows {
                let work = run(wall(start), rule, wall(from)..wall(until));
                assert!(
                    work.candidates <= MOST_CANDIDATES,
                    "{rule}: {}",
                    work.candidates
                );
                assert!(work.counted <= 110_000, "{rule}: {}", work.counted);
            }
        }
    }
}

#[test]
fn a_week_of_a_series_costs_the_same_however_long_ago_it_began() {
    let week = wall("20261116T000000")..wall("20261123T000000");
    let rules = [
        "FREQ=DAILY;COUNT=99999",
        "FREQ=WEEKLY;BYDAY=MO,FR;COUNT=99999",
        "FREQ=MONTHLY;BYDAY=2TU;COUNT=99999",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=99999",
        "FREQ=YEARLY;COUNT=9999",
        "FREQ=HOURLY;INTERVAL=7;COUNT=99999",
    ];
    for rule in rules {
        let work = |start: &str| {
            let work = run(wall(start), rule, week.clone());
            work.candidates + work.counted
        };
        let (near, far) = (work("20251103T090000"), work("20081103T090000"));
        assert!(far <= near + 32, "{rule}: {near}, {far}");
    }
}

/// A calendar with so many series of a rule, and what reading it cost.
fn calendar(series: u32, start: &str, rule: &str) -> (Vec<Event>, Budget) {
    let events: String = (0..series)
        .map(|number| {
            format!(
                "BEGIN:VEVENT\r\nUID:{number}\r\nDTSTART:{start}\r\nRRULE:{rule}\r\nEND:VEVENT\r\n"
            )
        })
        .collect();
    let text = format!("BEGIN:VCALENDAR\r\n{events}END:VCALENDAR\r\n");
    let mut budget = Budget::of_a_file();
    let (calendar, _) = ics::read::within(text.as_bytes(), &Zones::bundled(), &mut budget).unwrap();
    assert_eq!(calendar.events.len(), series as usize);
    (calendar.events, budget)
}

/// How many occurrences a week has, how many of the series were cut short, and what that cost.
fn week_of(events: &[Event]) -> (usize, usize, Budget) {
    let monday = Instant::from_utc(wall("20261116T000000"));
    let week = Span::new(monday, monday.plus_seconds(7 * 86_400));
    let mut budget = Budget::of_a_window();
    let (found, cut) = within(events, week, &Zones::bundled(), &Zone::utc(), &mut budget);
    (found.len(), cut.len(), budget)
}

#[test]
fn thousands_of_series_that_must_be_counted_cost_no_more_than_one_budget() {
    let days = all(1, 28);
    for rule in [
        format!("FREQ=HOURLY;COUNT=100000;BYMONTHDAY={days}"),
        format!("FREQ=YEARLY;COUNT=100000;BYWEEKNO={days};BYSETPOS={days}"),
    ] {
        let series = 2_000;
        let (mut events, read) = calendar(series, "19700101T090000", &rule);
        assert!(
            read.paid <= Budget::of_a_file().most(series),
            "{rule}: {read:?}"
        );
        // Those whose end was found in the file's budget need no counting in a window.
        for event in &mut events {
            event.recurrence.as_mut().unwrap().last = None;
        }
        events.extend(calendar(1, "20200106T090000", "FREQ=WEEKLY").0);
        let (_, cut, shown) = week_of(&events);
        assert!(
            shown.paid <= Budget::of_a_window().most(series + 1),
            "{rule}: {shown:?}"
        );
        assert!(1_900 < cut, "{rule}: {cut}");
        let (last, cut, _) = week_of(&events[2_000..]);
        assert_eq!((last, cut), (1, 0));
    }
}

#[test]
fn an_ordinary_series_is_shown_whole_however_greedy_the_others_are() {
    let days = all(1, 28);
    let greedy = format!("FREQ=HOURLY;COUNT=100000;BYMONTHDAY={days}");
    let (mut events, _) = calendar(200, "20100101T090000", &greedy);
    let (_, before, budget) = week_of(&events);
    assert!(
        0 < before && budget.most(0) < 100_000,
        "{before}, {budget:?}"
    );
    for (start, rule) in [
        (
            "20261102T090000",
            "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;COUNT=500",
        ),
        ("20200106T090000", "FREQ=DAILY"),
        ("20261118T090000", "FREQ=MONTHLY;BYDAY=3WE;COUNT=9"),
    ] {
        events.extend(calendar(1, start, rule).0);
    }
    let all = events.len();
    for event in &events[all - 3..] {
        let alone = week_of(std::slice::from_ref(event)).0;
        assert!(0 < alone);
    }
    let (found, cut, _) = week_of(&events);
    let (greedy, _, _) = week_of(&events[..all - 3]);
    assert_eq!((found - greedy, cut), (5 + 7 + 1, before));
}

#[test]
fn a_year_of_a_thousand_ordinary_series_stays_far_below_the_budget() {
    let mut events = Vec::new();
    for rule in [
        "FREQ=WEEKLY;BYDAY=MO,WE,FR",
        "FREQ=DAILY",
        "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR;COUNT=3000",
        "FREQ=MONTHLY;BYDAY=-1FR;COUNT=200",
        "FREQ=YEARLY",
    ] {
        events.extend(calendar(200, "20200106T090000", rule).0);
    }
    let first = Instant::from_utc(wall("20260101T000000"));
    let year = Span::new(first, first.plus_seconds(365 * 86_400));
    let mut budget = Budget::of_a_window();
    let (_, cut) = within(&events, year, &Zones::bundled(), &Zone::utc(), &mut budget);
    assert_eq!(cut, []);
    assert!(budget.paid < 2_000_000, "{budget:?}");
}

#[test]
fn the_end_of_a_count_is_found_when_the_file_is_read() {
    let found = |start, rule| last_of(start, rule).unwrap().to_string();
    assert_eq!(
        found("20261102T090000", "FREQ=DAILY;COUNT=1"),
        "2026-11-02 09:00:00"
    );
    assert_eq!(
        found("20261102T090000", "FREQ=DAILY;COUNT=30"),
        "2026-12-01 09:00:00"
    );
    assert_eq!(
        found("20261104T090000", "FREQ=WEEKLY;BYDAY=MO,WE;COUNT=4"),
        "2026-11-16 09:00:00"
    );
    assert_eq!(
        found("20260131T090000", "FREQ=MONTHLY;COUNT=3"),
        "2026-05-31 09:00:00"
    );
    assert_eq!(
        found("20240229T090000", "FREQ=YEARLY;COUNT=2"),
        "2028-02-29 09:00:00"
    );
    assert_eq!(
        found(
            "19970904T090000",
            "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3"
        ),
        "1997-11-06 09:00:00"
    );
    assert_eq!(last_of("20261102T090000", "FREQ=DAILY"), None);
    assert_eq!(last_of("20261102T090000", "FREQ=MINUTELY;COUNT=3"), None);
    assert_eq!(last_of("20261102T090000", "FREQ=YEARLY;COUNT=9000"), None);
    assert_eq!(
        last_of(
            "20261102T090000",
            "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=2"
        ),
        None
    );
}

#[test]
fn a_series_whose_end_is_known_is_not_counted_again() {
    let start = wall("19700101T090000");
    let week = wall("20261116T000000")..wall("20261123T000000");
    let rule = "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR;COUNT=5000";
    let last = last_of("19700101T090000", rule);
    let ended = run_until(start, rule, last, week);
    assert_eq!((ended.found.len(), ended.cut), (0, false));
    assert!(ended.candidates + ended.counted < 32);
}

fn any_rule() -> impl Strategy<Value = String> {
    let frequency = prop::sample::select(vec!["HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY"]);
    let some = |values: Vec<&'static str>, name: &'static str| {
        prop_oneof![
            3 => Just(String::new()),
            1 => prop::sample::subsequence(values, 1..=3).prop_map(move |v| format!(";{name}={}", v.join(","))),
        ]
    };
    let days = prop_oneof![
        some(vec!["MO", "TU", "WE", "TH", "FR", "SA", "SU"], "BYDAY"),
        some(vec!["1MO", "-1FR", "5WE", "2SU", "-2TH"], "BYDAY"),
    ];
    let parts = (
        days,
        some(vec!["1", "2", "6", "11", "12"], "BYMONTH"),
        some(vec!["1", "13", "28", "30", "31", "-1", "-30"], "BYMONTHDAY"),
        some(vec!["1", "59", "60", "200", "366", "-1"], "BYYEARDAY"),
        some(vec!["1", "20", "52", "53", "-1"], "BYWEEKNO"),
        some(vec!["0", "9", "23"], "BYHOUR"),
        some(vec!["0", "15", "30"], "BYMINUTE"),
        some(vec!["1", "2", "-1", "4"], "BYSETPOS"),
        some(vec!["SU", "TH", "MO"], "WKST"),
    );
    let end = prop_oneof![
        Just(String::new()),
        (1u32..60).prop_map(|count| format!(";COUNT={count}")),
        Just(";UNTIL=20300101T000000Z".to_string()),
    ];
    (frequency, 1u32..5, parts, end).prop_map(|(frequency, interval, p, end)| {
        let week_start = p.8.split(',').next().unwrap_or_default().to_string();
        format!(
            "FREQ={frequency};INTERVAL={interval}{}{}{}{}{}{}{}{}{week_start}{end}",
            p.0, p.1, p.2, p.3, p.4, p.5, p.6, p.7
        )
    })
}

fn any_start() -> impl Strategy<Value = NaiveDateTime> {
    let first = NaiveDate::from_ymd_opt(2016, 1, 1).unwrap();
    (0i64..4000, 0i64..48).prop_map(move |(day, half_hour)| {
        NaiveDateTime::from(first) + TimeDelta::days(day) + TimeDelta::minutes(30 * half_hour)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn random_rules_yield_what_another_library_yields(rule in any_rule(), start in any_start()) {
        // The other library takes BYSETPOS of the first week from DTSTART on instead of the whole.
        if rule.contains("WEEKLY") && rule.contains("BYSETPOS") {
            return Ok(());
        }
        // It takes BYSETPOS of an hour that is not in BYHOUR as well.
        if rule.contains("HOURLY") && rule.contains("BYSETPOS") {
            return Ok(());
        }
        // It drops a BYDAY with ordinals where they mean nothing; here the weekday still counts.
        let long = rule.contains("MONTHLY") || rule.contains("YEARLY");
        let ordinal = ["1MO", "-1FR", "5WE", "2SU", "-2TH"].iter().any(|day| rule.contains(day));
        if !long && ordinal {
            return Ok(());
        }
        // It errs about the last week of some years; those are held against chrono in `pattern`.
        let weeks = rule.split(';').find_map(|part| part.strip_prefix("BYWEEKNO="));
        let last = |weeks: &str| weeks.split(',').any(|week| ["52", "53", "-1"].contains(&week));
        if weeks.is_some_and(last) {
            return Ok(());
        }
        check(start, &rule, 40);
    }

    #[test]
    fn a_later_window_shows_the_same_times(
        rule in any_rule(),
        start in any_start(),
        ahead in 0i64..2000,
    ) {
        let from = start + TimeDelta::days(ahead) + TimeDelta::minutes(7);
        let until = from + TimeDelta::days(40);
        let all = run(start, &rule, start..until);
        let late = run(start, &rule, from..until);
        prop_assume!(!all.cut);
        let expected: Vec<_> = all.found.into_iter().filter(|wall| from <= *wall).collect();
        prop_assert!(!late.cut);
        prop_assert_eq!(late.found, expected, "{}", rule);
    }
    #[test]
    fn a_known_end_shows_the_same_times_as_counting(
        rule in any_rule(),
        start in any_start(),
        count in 1u32..60,
    ) {
        prop_assume!(!rule.contains("COUNT"));
        let rule = format!("{rule};COUNT={count}");
        let last = last_start(&Rule::parse(&rule).unwrap(), start, &mut Budget::of_a_file());
        prop_assume!(last.is_some());
        let endless = start..start + TimeDelta::days(20_000);
        let counted = run(start, &rule, endless.clone());
        prop_assume!(!counted.cut);
        let known = run_until(start, &rule, last, endless);
        prop_assert_eq!(&known.found, &counted.found, "{}", rule);
        if counted.found.len() == count as usize {
            prop_assert_eq!(counted.found.last().copied(), last, "{}", rule);
        }
    }
}
