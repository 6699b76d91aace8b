//! What other programs write, and what broken files hold: nothing is lost that can be kept.
#![expect(clippy::disallowed_methods, reason = "tests read their fixtures")]
#![cfg(test)]

use calcard::icalendar::{ICalendar, ICalendarComponentType, ICalendarProperty};
use chrono::NaiveDateTime;
use evenkeel_core::category::Category;
use evenkeel_core::event::{CategoryBy, Event, Status};
use evenkeel_core::ics::{self, Calendar, Problem};
use evenkeel_core::recur::{Occurrence, occurrences};
use evenkeel_core::time::{Instant, Span, Zone, Zones};

fn read_bytes(bytes: &[u8]) -> (Calendar, Vec<Problem>) {
    ics::read(bytes, &Zones::bundled()).unwrap()
}

/// Reads events given by their lines.
fn events_of(events: &[&str]) -> (Vec<Event>, Vec<String>) {
    let mut text = String::from("BEGIN:VCALENDAR\r\n");
    for event in events {
        text.push_str("BEGIN:VEVENT\r\n");
        text.extend(
            event
                .lines()
                .map(|line| format!("{}\r\n", line.trim_start())),
        );
        text.push_str("END:VEVENT\r\n");
    }
    text.push_str("END:VCALENDAR\r\n");
    let (calendar, problems) = read_bytes(text.as_bytes());
    (
        calendar.events,
        problems.into_iter().map(|problem| problem.what).collect(),
    )
}

fn one(lines: &str) -> Event {
    let (mut events, problems) = events_of(&[lines]);
    assert_eq!(problems, [""; 0]);
    events.remove(0)
}

const TIMED: &str = "UID:1\nDTSTART:20261116T090000Z\nDTEND:20261116T100000Z\n";

fn wall(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
}

fn in_2026(events: &[Event]) -> Vec<Occurrence> {
    let at = |text: &str| Instant::from_utc(wall(text));
    let year = Span::new(at("2026-01-01 00:00"), at("2027-01-01 00:00"));
    let (found, cut) = occurrences(events, year, &Zones::bundled(), &Zone::utc());
    assert_eq!(cut, []);
    found
}

fn starts(events: &[Event]) -> Vec<String> {
    in_2026(events)
        .iter()
        .map(|occurrence| occurrence.start.format("%m-%d %H:%M").to_string())
        .collect()
}

#[test]
fn a_byte_order_mark_any_line_end_and_lower_case_cost_nothing() {
    let plain = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20261116T090000Z\nSUMMARY:Tea\nEND:VEVENT\nEND:VCALENDAR\n";
    let expected = read_bytes(plain.as_bytes());
    assert_eq!(expected.1, []);
    let variants = [
        format!("\u{feff}{plain}"),
        plain.replace('\n', "\r\n"),
        plain.replace('\n', "\r"),
        plain.replace('\n', "\n\n"),
        plain.replace("SUMMARY:Tea", "SUMM\n ARY:T\n\tea"),
    ];
    for variant in &variants {
        assert_eq!(read_bytes(variant.as_bytes()), expected, "{variant:?}");
    }
    let lower = plain.replace("BEGIN:", "begin:").replace("END:", "end:");
    let (calendar, problems) = read_bytes(lower.as_bytes());
    assert_eq!(
        (calendar.events[0].title.as_str(), problems),
        ("Tea", vec![])
    );
    let wide: Vec<u8> = [0xFEFF]
        .into_iter()
        .chain(plain.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    assert_eq!(read_bytes(&wide), expected);
}

#[test]
fn a_character_split_by_a_fold_is_put_together_again() {
    let mut bytes =
        b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20261116\nSUMMARY:Caf\xC3".to_vec();
    bytes.extend(b"\r\n \xA9 now\nEND:VEVENT\nEND:VCALENDAR\n");
    let (calendar, problems) = read_bytes(&bytes);
    assert_eq!(
        (calendar.events[0].title.as_str(), problems),
        ("Café now", vec![])
    );
}

#[test]
fn spaces_at_folds_and_leading_colons_stay() {
    let event = one(&format!("{TIMED}SUMMARY:::a \nDESCRIPTION:x"));
    assert_eq!(event.title, "::a ");
    let text = b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20261116\nSUMMARY:one \n  two\nEND:VEVENT\nEND:VCALENDAR";
    assert_eq!(read_bytes(text).0.events[0].title, "one  two");
}

#[test]
fn a_parameter_with_many_values_keeps_the_value_whole() {
    let members: Vec<String> = (0..30).map(|n| format!("\"mailto:{n}@x\"")).collect();
    let line = format!("SUMMARY;MEMBER={}:Title: with colon", members.join(","));
    let event = one(&format!("{TIMED}{line}"));
    assert_eq!(event.title, "Title: with colon");
    assert!(event.raw.contains(&line));
}

#[test]
fn a_line_with_hundreds_of_thousands_of_parameters_is_not_taken_apart() {
    let line = format!("SUMMARY{}:Still here", ";A=b".repeat(200_000));
    assert_eq!(one(&format!("{TIMED}{line}")).title, "Still here");
}

#[test]
fn missing_ends_and_strange_parts_lose_no_event() {
    let text = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20261116\nBEGIN:VALARM\nTRIGGER:-PT5M\n\
        END:VEVENT\nBEGIN:VEVENT\nUID:2\nDTSTART:20261117\nBEGIN:VEVENT\nUID:3\nDTSTART:20261118\n\
        no property at all\nEND:VFREEBUSY\nEND:VEVENT\nBEGIN:X-ODD\nBEGIN:VEVENT\nUID:4\nDTSTART:20261119\n\
        END:VEVENT\nEND:X-ODD\nBEGIN:VEVENT\nUID:5\nDTSTART:20261120";
    let (calendar, problems) = read_bytes(text.as_bytes());
    let uids: Vec<&str> = calendar
        .events
        .iter()
        .map(|event| event.uid.as_str())
        .collect();
    assert_eq!(uids, ["1", "2", "3", "4", "5"]);
    let lines: Vec<u32> = problems.iter().map(|problem| problem.line).collect();
    assert_eq!(lines, [5, 8, 14, 15, 23]);
    for event in &calendar.events {
        let (again, problems) = read_bytes(event.raw.as_bytes());
        assert_eq!((again.events.len(), problems), (1, vec![]), "{}", event.raw);
    }
}

#[test]
fn a_task_that_never_ends_swallows_no_event() {
    let task = "BEGIN:VTODO\nSUMMARY:x\nEND:VTOOD\n";
    let event = |uid: usize| format!("BEGIN:VEVENT\nUID:{uid}\nDTSTART:20261116\nEND:VEVENT\n");
    let parts: String = (0..20).map(|uid| event(uid) + task).collect();
    let (calendar, _) = read_bytes(format!("BEGIN:VCALENDAR\n{parts}END:VCALENDAR\n").as_bytes());
    assert_eq!(calendar.events.len(), 20);
}

#[test]
fn what_exceeds_the_caps_is_left_out_and_named() {
    let deep = format!("BEGIN:VCALENDAR\n{}", "BEGIN:X\n".repeat(1_000));
    let (_, problems) = read_bytes(deep.as_bytes());
    assert!(
        problems
            .iter()
            .any(|problem| problem.what.contains("eight levels"))
    );

    let many = format!("BEGIN:VCALENDAR\n{}", "BEGIN:X\nEND:X\n".repeat(200_001));
    let (_, problems) = read_bytes(many.as_bytes());
    assert!(
        problems
            .iter()
            .any(|problem| problem.what.contains("200,000"))
    );

    let (events, problems) = events_of(&[&format!("{TIMED}{}", "COMMENT:x\n".repeat(600))]);
    assert_eq!(events[0].raw.matches("COMMENT").count(), 497);
    assert_eq!(problems.len(), 1);

    let (events, problems) = events_of(&[&format!("{TIMED}ATTACH:{}", "x".repeat(70_000))]);
    assert!(!events[0].raw.contains("ATTACH"));
    assert_eq!(problems, ["An attached file over 64 kB was left out."]);

    let (events, problems) = events_of(&[&format!("{TIMED}COMMENT:{}", "x".repeat(1_100_000))]);
    assert!(!events[0].raw.contains("COMMENT"));
    assert_eq!(problems.len(), 1);
}

#[test]
fn text_is_read_as_it_was_meant() {
    let event = one(&format!(
        "{TIMED}SUMMARY:a\\, b\\; c\\\\n d\\nE\\Ne\nDESCRIPTION:<b>bold</b> &amp; more\n\
         ORGANIZER;CN=\"Ada, Countess\":mailto:ada@example.org\nCATEGORIES:Board,Growth\\, own\n\
         CATEGORIES:growth\nSTATUS:TENTATIVE\nTRANSP:TRANSPARENT\nSEQUENCE:4"
    ));
    assert_eq!(event.title, "a, b; c\\n d\nE\ne");
    assert_eq!(event.notes, "<b>bold</b> &amp; more");
    assert_eq!(event.organizer, "Ada, Countess <ada@example.org>");
    assert_eq!(event.labels, ["Board", "Growth, own", "growth"]);
    assert_eq!(
        (event.category, event.category_by),
        (Category::Growth, CategoryBy::File)
    );
    assert_eq!(
        (event.status, event.free, event.sequence),
        (Status::Tentative, true, 4)
    );
    let other = one(&format!("{TIMED}CATEGORIES:Blue"));
    assert_eq!(
        (other.category, other.category_by),
        (Category::Management, CategoryBy::Guess)
    );
}

#[test]
fn the_end_comes_from_dtend_from_the_duration_or_from_the_kind_of_event() {
    let end = |lines: &str| one(&format!("UID:1\n{lines}")).end.to_string();
    assert_eq!(
        end("DTSTART:20261116T090000Z\nDURATION:PT1H30M"),
        "2026-11-16 10:30:00"
    );
    assert_eq!(end("DTSTART:20261116T090000Z"), "2026-11-16 09:00:00");
    assert_eq!(end("DTSTART;VALUE=DATE:20261116"), "2026-11-17 00:00:00");
    assert_eq!(
        end("DTSTART:20261116\nDTEND:20261116"),
        "2026-11-17 00:00:00"
    );
    assert_eq!(end("DTSTART:20261116\nDURATION:P2D"), "2026-11-18 00:00:00");
    // A day later on the calendar, 24 hours later on the clock: 25 October has 25 hours.
    let start = "DTSTART;TZID=Europe/Berlin:20261024T120000\nDURATION:";
    assert_eq!(end(&format!("{start}P1D")), "2026-10-25 12:00:00");
    assert_eq!(end(&format!("{start}PT24H")), "2026-10-25 11:00:00");
    // A flight: the end is given in the zone it lands in.
    let flight =
        "DTSTART;TZID=Europe/Berlin:20261116T100000\nDTEND;TZID=America/New_York:20261116T130000";
    assert_eq!(end(flight), "2026-11-16 19:00:00");
}

#[test]
fn zones_are_known_by_all_the_names_programs_give_them() {
    let zone = |tzid: &str| one(&format!("UID:1\nDTSTART;TZID={tzid}:20261116T090000")).zone;
    let berlin = Some("Europe/Berlin".to_string());
    for tzid in [
        "Europe/Berlin",
        "europe/berlin",
        "W. Europe Standard Time",
        "/freeassociation.sourceforge.net/Tzfile/Europe/Berlin",
        "/citadel.org/20210210_1/Europe/Berlin",
        "\"/mozilla.org/20050126_1/Europe/Berlin\"",
    ] {
        assert_eq!(zone(tzid), berlin, "{tzid}");
    }
    let far = Some("America/Argentina/Buenos_Aires".to_string());
    assert_eq!(zone("/x/America/Argentina/Buenos_Aires"), far);
    assert_eq!(zone("\"tzone://Microsoft/Utc\""), Some("UTC".into()));
    assert_eq!(zone("GMT"), Some("UTC".into()));
    // The colon should have been quoted.
    assert_eq!(zone("tzone://Microsoft/Utc"), Some("UTC".into()));
}

#[test]
fn an_unknown_zone_makes_its_times_local_and_is_named_once() {
    let line = "DTSTART;TZID=Mars/Olympus:20261116T090000\nDTEND;TZID=Mars/Olympus:20261116T100000";
    let (events, problems) = events_of(&[&format!("UID:1\n{line}"), &format!("UID:2\n{line}")]);
    assert_eq!(
        problems,
        ["The time zone “Mars/Olympus” is not known; its times were taken as local times."]
    );
    assert_eq!(
        (events[0].zone.as_deref(), events[1].start),
        (None, wall("2026-11-16 09:00"))
    );
}

#[test]
fn an_offset_is_not_taken_for_its_opposite() {
    let (events, problems) = events_of(&["UID:1\nDTSTART;TZID=UTC+02:00:20261116T090000"]);
    assert_eq!((events[0].zone.as_deref(), problems.len()), (None, 1));
}

#[test]
fn only_https_and_mail_addresses_become_links() {
    let link = |lines: &str| one(&format!("{TIMED}{lines}")).link;
    assert_eq!(
        link("URL:https://example.org/a?b=c\\,d").as_deref(),
        Some("https://example.org/a?b=c,d")
    );
    assert_eq!(
        link("URL:mailto:a@example.org").as_deref(),
        Some("mailto:a@example.org")
    );
    assert_eq!(link("URL:http://example.org/"), None);
    let teams = "https://teams.microsoft.com/l/meetup-join/19%3ameeting";
    assert_eq!(
        link(&format!("DESCRIPTION:Join <{teams}>\\nBye")).as_deref(),
        Some(teams)
    );
    assert_eq!(
        link("LOCATION:https://us02web.zoom.us/j/123.").as_deref(),
        Some("https://us02web.zoom.us/j/123")
    );
    assert_eq!(link("DESCRIPTION:https://zoom.us.evil.example/j/1"), None);
    assert_eq!(link("DESCRIPTION:https://evilzoom.us/j/1"), None);
    assert_eq!(
        link("X-GOOGLE-CONFERENCE:https://meet.google.com/abc-defg-hij").as_deref(),
        Some("https://meet.google.com/abc-defg-hij")
    );
    for bad in [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "https://a b",
        "vbscript:x",
        " javascript:x",
        "ms-msdt:/x",
    ] {
        let (events, problems) = events_of(&[&format!("{TIMED}URL:{bad}")]);
        assert_eq!(
            (events[0].link.as_deref(), problems.len()),
            (None, 1),
            "{bad}"
        );
    }
}

#[test]
fn left_out_days_and_added_times_are_seen() {
    let event = one(
        "UID:1\nDTSTART;TZID=Europe/Berlin:20261102T090000\nDTEND;TZID=Europe/Berlin:20261102T100000\n\
         RRULE:FREQ=WEEKLY;UNTIL=20261130T080000Z\nEXDATE;VALUE=DATE:20261109\nEXDATE:20261116T080000Z\n\
         RDATE;VALUE=PERIOD:20261103T080000Z/PT2H\nRDATE;TZID=Europe/Berlin:20261104T110000",
    );
    assert_eq!(
        starts(std::slice::from_ref(&event)),
        [
            "11-02 09:00",
            "11-03 09:00",
            "11-04 11:00",
            "11-23 09:00",
            "11-30 09:00"
        ]
    );
    let minutes: Vec<i64> = in_2026(&[event])
        .iter()
        .map(|found| found.span.seconds() / 60)
        .collect();
    assert_eq!(minutes, [60, 120, 60, 60, 60]);
}

#[test]
fn an_override_replaces_its_occurrence_wherever_it_moved() {
    let series = "UID:1\nDTSTART;TZID=Europe/Berlin:20261102T090000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=3";
    // Named in UTC, moved to another zone and day.
    let moved = "UID:1\nRECURRENCE-ID:20261109T080000Z\nDTSTART;TZID=America/New_York:20261110T090000\nDURATION:PT1H";
    let (events, problems) = events_of(&[moved, series]);
    assert_eq!(problems, [""; 0]);
    assert_eq!(events[0].recurrence_id, Some(wall("2026-11-09 09:00")));
    let found = in_2026(&events);
    let spans: Vec<String> = found
        .iter()
        .map(|found| found.span.start.utc().format("%m-%d %H:%M").to_string())
        .collect();
    assert_eq!(spans, ["11-02 08:00", "11-10 14:00", "11-16 08:00"]);
    assert_eq!(found[1].key, wall("2026-11-09 09:00"));
    // In a window that holds only the old place there is nothing, in one with only the new place it is.
    let at = |text: &str| Instant::from_utc(wall(text));
    let day = |from: &str, to: &str| {
        let window = Span::new(at(from), at(to));
        occurrences(&events, window, &Zones::bundled(), &Zone::utc())
            .0
            .len()
    };
    assert_eq!(day("2026-11-09 00:00", "2026-11-10 00:00"), 0);
    assert_eq!(day("2026-11-10 00:00", "2026-11-11 00:00"), 1);
}

#[test]
fn a_change_of_all_later_times_changes_one_and_says_so() {
    let series = "UID:1\nDTSTART:20261102T090000Z\nRRULE:FREQ=DAILY;COUNT=3";
    let later = "UID:1\nRECURRENCE-ID;RANGE=THISANDFUTURE:20261103T090000Z\nDTSTART:20261103T100000Z\nSUMMARY:Later";
    let (events, problems) = events_of(&[series, later]);
    assert_eq!(
        starts(&events),
        ["11-02 09:00", "11-03 10:00", "11-04 09:00"]
    );
    assert_eq!(
        problems,
        ["“Later” changes all later times of its series; only this one was changed."]
    );
}

#[test]
fn of_two_with_the_same_uid_the_newest_stays() {
    let (events, problems) = events_of(&[
        "UID:1\nDTSTART:20261102T090000Z\nSEQUENCE:2\nSUMMARY:new",
        "UID:1\nDTSTART:20261103T090000Z\nSEQUENCE:1\nSUMMARY:old",
        "UID:2\nDTSTART:20261102T090000Z\nSUMMARY:first",
        "UID:2\nDTSTART:20261102T090000Z\nSUMMARY:second",
    ]);
    let titles: Vec<&str> = events.iter().map(|event| event.title.as_str()).collect();
    assert_eq!((titles, problems.len()), (vec!["new", "second"], 2));
}

#[test]
fn a_made_uid_is_the_same_in_the_next_download() {
    let uid = |stamp: &str| {
        let (events, _) = events_of(&[&format!(
            "DTSTAMP:{stamp}\nDTSTART:20261102T090000Z\nSUMMARY:x"
        )]);
        events[0].uid.clone()
    };
    assert_eq!(uid("20260101T000000Z"), uid("20260202T000000Z"));
}

#[test]
fn whole_days_are_whole_days_in_the_home_zone() {
    let event =
        one("UID:1\nDTSTART;VALUE=DATE:20261025\nRRULE:FREQ=YEARLY\nEXDATE;VALUE=DATE:20271025");
    let berlin = Zones::bundled().get("Europe/Berlin").unwrap();
    let window = Span::new(Instant(1_790_000_000), Instant(1_860_000_000));
    let (found, _) = occurrences(&[event], window, &Zones::bundled(), &berlin);
    let hours: Vec<i64> = found
        .iter()
        .map(|found| found.span.seconds() / 3600)
        .collect();
    assert_eq!(hours, [25, 24]);
}

#[test]
fn a_rule_that_repeats_too_often_is_shown_partly_and_named() {
    let minutes: Vec<String> = (0..60).map(|minute| minute.to_string()).collect();
    let event = one(&format!(
        "{TIMED}RRULE:FREQ=HOURLY;BYMINUTE={}",
        minutes.join(",")
    ));
    let window = Span::new(Instant(1_795_000_000), Instant(1_796_000_000));
    let (found, cut) = occurrences(&[event], window, &Zones::bundled(), &Zone::utc());
    assert!(
        9_000 < found.len() && found.len() <= 10_000,
        "{}",
        found.len()
    );
    assert_eq!(cut.len(), 1);
}

/// Titles and identities as another parser reads them.
fn by_calcard(text: &str) -> Vec<(String, String)> {
    let calendar = ICalendar::parse(text).unwrap();
    let value = |component: &calcard::icalendar::ICalendarComponent,
                 property: ICalendarProperty| {
        component
            .property(&property)
            .and_then(|entry| entry.values.first())
            .and_then(|value| value.as_text())
            .unwrap_or_default()
            .to_string()
    };
    calendar
        .components
        .iter()
        .filter(|component| component.component_type == ICalendarComponentType::VEvent)
        .map(|component| {
            (
                value(component, ICalendarProperty::Uid),
                value(component, ICalendarProperty::Summary),
            )
        })
        .collect()
}

#[test]
fn another_parser_reads_the_same_titles() {
    for name in ["google", "outlook", "apple"] {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures");
        let text = std::fs::read_to_string(format!("{folder}/{name}.ics")).unwrap();
        let ours: Vec<_> = read_bytes(text.as_bytes())
            .0
            .events
            .into_iter()
            .map(|event| (event.uid, event.title))
            .collect();
        assert_eq!(
            ours,
            by_calcard(text.trim_start_matches('\u{feff}')),
            "{name}"
        );
    }
}
