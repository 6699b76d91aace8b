//! What is written: the form other programs ask for, and the same again when it is read back.
#![expect(clippy::disallowed_methods, reason = "tests read their fixtures")]
#![cfg(test)]

use chrono::{NaiveDate, NaiveDateTime};
use evenkeel_core::block::{Block, BlockId};
use evenkeel_core::category::Category;
use evenkeel_core::event::{CategoryBy, Event, Recurrence};
use evenkeel_core::handle::Instance;
use evenkeel_core::ics::{self, Calendar, Export};
use evenkeel_core::recur::{Occurrence, occurrences};
use evenkeel_core::time::{Instant, Span, Zone, Zones};
use expect_test::expect;
use proptest::prelude::*;

/// 2026-11-20T08:00:00Z.
const NOW: Instant = Instant(1_795_161_600);

fn wall(day: u32, hour: u32, minute: u32) -> NaiveDateTime {
    let day = NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
    day.and_hms_opt(hour, minute, 0).unwrap()
}

fn block() -> Block {
    Block {
        uid: "7@evenkeel.example".into(),
        notes: "First line\nsecond \\ line — with a long tail that has to be folded somewhere"
            .into(),
        sequence: 2,
        created: 1_795_000_000,
        modified: 1_795_100_000,
        ..Block::plain(
            BlockId(7),
            "Storage engine; write path, part 1",
            Category::Technical,
            wall(16, 9, 0),
            wall(16, 11, 30),
        )
    }
}

fn write(blocks: &[Block], events: &[Event], home: &str) -> String {
    let zones = Zones::bundled();
    let home = zones.get(home).unwrap();
    let export = Export {
        name: "Evenkeel",
        blocks,
        events,
        home: &home,
        now: NOW,
    };
    ics::write(&export, &zones)
}

fn read(text: &str) -> Calendar {
    let (calendar, problems) = ics::read(text.as_bytes(), &Zones::bundled()).unwrap();
    assert_eq!(problems, []);
    calendar
}

fn fixture(name: &str) -> Calendar {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures");
    let bytes = std::fs::read(format!("{folder}/{name}.ics")).unwrap();
    ics::read(&bytes, &Zones::bundled()).unwrap().0
}

fn all_of_them(events: &[Event]) -> Vec<Occurrence> {
    let window = Span::new(Instant(1_780_000_000), Instant(1_830_000_000));
    occurrences(events, window, &Zones::bundled(), &Zone::utc()).0
}

#[test]
fn a_floating_block_goes_out_in_the_home_zone_with_its_rules() {
    let text = write(&[block()], &[], "Europe/Berlin");
    expect![[r#"
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Evenkeel//Evenkeel//EN
        CALSCALE:GREGORIAN
        METHOD:PUBLISH
        NAME:Evenkeel
        X-WR-CALNAME:Evenkeel
        REFRESH-INTERVAL;VALUE=DURATION:PT1H
        X-PUBLISHED-TTL:PT1H
        BEGIN:VTIMEZONE
        TZID:Europe/Berlin
        BEGIN:DAYLIGHT
        DTSTART:20250330T020000
        TZOFFSETFROM:+0100
        TZOFFSETTO:+0200
        TZNAME:CEST
        RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
        END:DAYLIGHT
        BEGIN:STANDARD
        DTSTART:20251026T030000
        TZOFFSETFROM:+0200
        TZOFFSETTO:+0100
        TZNAME:CET
        RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
        END:STANDARD
        END:VTIMEZONE
        BEGIN:VEVENT
        UID:7@evenkeel.example
        DTSTAMP:20261119T145320Z
        CREATED:20261118T110640Z
        LAST-MODIFIED:20261119T145320Z
        SEQUENCE:2
        DTSTART;TZID=Europe/Berlin:20261116T090000
        DTEND;TZID=Europe/Berlin:20261116T113000
        SUMMARY:Storage engine\; write path\, part 1
        DESCRIPTION:First line\nsecond \\ line — with a long tail that has to be
          folded somewhere
        CATEGORIES:technical
        END:VEVENT
        END:VCALENDAR
    "#]]
    .assert_eq(&text.replace("\r\n", "\n"));
}

#[test]
fn a_zone_without_daylight_saving_gets_one_standard_part() {
    let mut block = block();
    block.zone = Some("Asia/Kolkata".into());
    let text = write(&[block], &[], "Europe/Berlin");
    let definition =
        &text[text.find("BEGIN:VTIMEZONE").unwrap()..text.find("BEGIN:VEVENT").unwrap()];
    expect![[r#"
        BEGIN:VTIMEZONE
        TZID:Asia/Kolkata
        BEGIN:STANDARD
        DTSTART:19700101T000000
        TZOFFSETFROM:+0530
        TZOFFSETTO:+0530
        TZNAME:IST
        END:STANDARD
        END:VTIMEZONE
    "#]]
    .assert_eq(&definition.replace("\r\n", "\n"));
}

#[test]
fn a_zone_without_a_yearly_rule_lists_its_changes_and_stays_short() {
    let mut block = block();
    block.zone = Some("Africa/Casablanca".into());
    let text = write(&[block], &[], "Europe/Berlin");
    let definition =
        &text[text.find("BEGIN:VTIMEZONE").unwrap()..text.find("BEGIN:VEVENT").unwrap()];
    assert!(definition.lines().count() < 60, "{definition}");
}

#[test]
fn the_example_calendars_come_back_as_they_were() {
    for name in ["google", "outlook", "apple"] {
        let calendar = fixture(name);
        let text = write(&[], &calendar.events, "Europe/Berlin");
        let again = read(&text);
        assert_eq!(again.events, calendar.events, "{name}");
        assert_eq!(all_of_them(&again.events), all_of_them(&calendar.events));
        assert!(text.lines().all(|line| line.len() <= 75), "{name}");
        assert_eq!(text.matches("BEGIN:VTIMEZONE").count(), 1, "{name}");
    }
}

#[test]
fn a_hand_edited_calendar_comes_back_without_its_faults_but_with_all_its_events() {
    let calendar = fixture("broken");
    let text = write(&[], &calendar.events, "Europe/Berlin");
    let (again, _) = ics::read(text.as_bytes(), &Zones::bundled()).unwrap();
    let essence = |calendar: &Calendar| -> Vec<_> {
        let key = |event: &Event| (event.uid.clone(), event.title.clone(), event.start);
        calendar.events.iter().map(key).collect()
    };
    assert_eq!(essence(&again), essence(&calendar));
}

#[test]
fn a_zone_only_the_file_defines_keeps_its_instants() {
    let source = "BEGIN:VCALENDAR\r\nBEGIN:VTIMEZONE\r\nTZID:Office\r\nBEGIN:STANDARD\r\n\
        DTSTART:16010101T030000\r\nTZOFFSETFROM:+0300\r\nTZOFFSETTO:+0200\r\n\
        RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\nEND:STANDARD\r\nBEGIN:DAYLIGHT\r\n\
        DTSTART:16010101T020000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0300\r\n\
        RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\n\
        BEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20260101T000000Z\r\n\
        DTSTART;TZID=Office:20260301T090000\r\nDTEND;TZID=Office:20260301T100000\r\n\
        RRULE:FREQ=WEEKLY\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    let calendar = read(source);
    let zone = calendar.events[0].zone.as_deref();
    assert_eq!(
        zone,
        Some("<+0200>-2<+0300>-3,M3.2.0/2:00:00,M10.5.0/3:00:00")
    );
    let again = read(&write(&[], &calendar.events, "Europe/Berlin"));
    assert_eq!(all_of_them(&again.events), all_of_them(&calendar.events));
    assert_eq!(again.events[0].raw, calendar.events[0].raw);
}

#[test]
fn two_zones_of_the_same_name_are_told_apart() {
    let one = |offset: &str, uid: &str| {
        let source = format!(
            "BEGIN:VCALENDAR\r\nBEGIN:VTIMEZONE\r\nTZID:Custom\r\nBEGIN:STANDARD\r\n\
             DTSTART:16010101T000000\r\nTZOFFSETFROM:{offset}\r\nTZOFFSETTO:{offset}\r\n\
             END:STANDARD\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT\r\nUID:{uid}\r\n\
             DTSTART;TZID=Custom:20261116T090000\r\nDURATION:PT1H\r\nSUMMARY:x\r\n\
             END:VEVENT\r\nEND:VCALENDAR\r\n"
        );
        read(&source).events.remove(0)
    };
    let events = [one("+0200", "a"), one("-0330", "b")];
    let again = read(&write(&[], &events, "Europe/Berlin"));
    assert_eq!(all_of_them(&again.events), all_of_them(&events));
}

#[test]
fn an_event_that_came_from_no_file_is_written_from_its_fields() {
    for name in ["google", "outlook", "apple"] {
        let calendar = fixture(name);
        let mut events = calendar.events.clone();
        events.iter_mut().for_each(|event| event.raw.clear());
        let again = read(&write(&[], &events, "Europe/Berlin"));
        assert_eq!(all_of_them(&again.events), all_of_them(&calendar.events));
    }
}

/// The block an event of our own export stands for.
fn as_block(event: &Event, like: &Block) -> Block {
    assert_eq!(event.category_by, CategoryBy::File);
    Block {
        uid: event.uid.clone(),
        title: event.title.clone(),
        category: event.category,
        start: event.start,
        end: event.end,
        zone: event.zone.clone(),
        notes: event.notes.clone(),
        location: event.location.clone(),
        sequence: event.sequence,
        ..like.clone()
    }
}

/// Text with everything that needs care in a calendar file; CR is not told from LF there.
fn any_text() -> impl Strategy<Value = String> {
    let awkward = prop::sample::select(vec![
        "\\",
        ";",
        ",",
        ":",
        "\n",
        "\\n",
        "\"",
        " ",
        "\t",
        "é",
        "🏃‍♀️",
        "BEGIN:VEVENT",
        "^n",
        "=",
        "ﬁ",
    ]);
    let plain = any::<char>().prop_filter("line ends become one", |c| *c != '\r');
    let piece = prop_oneof![awkward.prop_map(String::from), plain.prop_map(String::from)];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

fn any_block() -> impl Strategy<Value = Block> {
    let zone = prop::sample::select(vec![
        "UTC",
        "Europe/Berlin",
        "America/New_York",
        "Asia/Kolkata",
        "Africa/Casablanca",
        "Australia/Lord_Howe",
        "America/Vancouver",
    ]);
    let category = prop::sample::select(Category::ALL.to_vec());
    let texts = (any_text(), any_text(), any_text());
    (
        texts,
        zone,
        category,
        0u32..400_000,
        1i64..10_080,
        any::<u32>(),
    )
        .prop_map(
            |((title, notes, location), zone, category, minute, length, sequence)| {
                let start = wall(1, 0, 0) + chrono::TimeDelta::minutes(minute.into());
                Block {
                    title,
                    notes,
                    location,
                    category,
                    zone: Some(zone.into()),
                    start,
                    end: start + chrono::TimeDelta::minutes(length),
                    sequence,
                    ..block()
                }
            },
        )
}

proptest! {
    #[test]
    fn a_block_comes_back_as_it_went_out(block in any_block()) {
        let text = write(std::slice::from_ref(&block), &[], "Europe/Berlin");
        prop_assert!(text.split("\r\n").all(|line| line.len() <= 75));
        prop_assert!(!text.replace("\r\n", "").contains('\n'));
        let again = read(&text);
        prop_assert_eq!(again.events.len(), 1);
        prop_assert_eq!(as_block(&again.events[0], &block), block);
    }

    #[test]
    fn any_bytes_are_read_without_a_panic(
        lines in prop::collection::vec(prop_oneof![
            Just("BEGIN:VEVENT"), Just("END:VEVENT"), Just("BEGIN:VCALENDAR"), Just("END:VCALENDAR"),
            Just("BEGIN:VALARM"), Just("DTSTART:20261116T090000Z"), Just("DTSTART;TZID=\"a:b\":20261116T090000"),
            Just("DTEND:20261116"), Just("DURATION:-P1W"), Just("RRULE:FREQ=DAILY;COUNT=3"), Just("UID:1"),
            Just("RDATE;VALUE=PERIOD:20261117T090000Z/PT1H"), Just(" folded"), Just("\u{e9}\u{e9}"),
            Just("RECURRENCE-ID:20261117"), Just("BEGIN:VTIMEZONE"), Just("TZID:a:b"), Just(";;;"),
        ], 0..40),
        bytes in prop::collection::vec(any::<u8>(), 0..200),
        at in 0usize..1000,
    ) {
        let mut file = lines.join("\r\n").into_bytes();
        let at = at.min(file.len());
        file.splice(at..at, bytes);
        let zones = Zones::bundled();
        if let Ok((calendar, _)) = ics::read(&file, &zones) {
            all_of_them(&calendar.events);
            let text = write(&[], &calendar.events, "Europe/Berlin");
            let (again, _) = ics::read(text.as_bytes(), &zones).unwrap();
            prop_assert_eq!(again.events.len(), calendar.events.len());
        }
    }
}

#[test]
fn a_series_goes_out_with_its_exceptions_in_its_own_clock() {
    let monday = wall(16, 9, 0);
    let series = Block {
        zone: Some("Europe/Berlin".into()),
        end: wall(16, 9, 30),
        recurrence: Some(Recurrence {
            rule: Some("FREQ=WEEKLY;BYDAY=MO,TH;UNTIL=20261218T235959".into()),
            except: vec![wall(19, 9, 0)],
            ..Recurrence::default()
        }),
        notes: String::new(),
        ..block()
    };
    let moved = Block {
        id: BlockId(8),
        zone: Some("America/New_York".into()),
        start: wall(23, 8, 0),
        end: wall(23, 8, 45),
        recurrence: None,
        instance: Some(Instance {
            series: BlockId(7),
            key: wall(23, 9, 0),
        }),
        ..series.clone()
    };
    let text = write(&[series.clone(), moved], &[], "UTC");
    let lines: Vec<&str> = text
        .lines()
        .filter(|line| {
            ["RRULE:FREQ=WEEKLY", "EXDATE", "RECURRENCE-ID"]
                .iter()
                .any(|name| line.starts_with(name))
        })
        .collect();
    let expected = [
        "RRULE:FREQ=WEEKLY;BYDAY=MO,TH;UNTIL=20261218T225959Z",
        "EXDATE;TZID=Europe/Berlin:20261119T090000",
        "RECURRENCE-ID;TZID=Europe/Berlin:20261123T090000",
    ];
    assert_eq!(lines, expected);
    let read = read(&text);
    let starts: Vec<String> = all_of_them(&read.events)
        .iter()
        .map(|occurrence| occurrence.span.start.utc().format("%d %H:%M").to_string())
        .take(4)
        .collect();
    assert_eq!(starts, ["16 08:00", "23 13:00", "26 08:00", "30 08:00"]);
    assert_eq!(read.events[0].start, monday);
}
