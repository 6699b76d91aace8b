//! A hand-edited calendar: every bad event costs one problem and nothing else.
#![expect(clippy::disallowed_methods, reason = "tests read their fixtures")]
#![cfg(test)]

use evenkeel_core::ics::{self, Calendar, NotACalendar, Problem};
use evenkeel_core::recur::occurrences;
use evenkeel_core::time::{Instant, Span, Zone, Zones};
use expect_test::expect;

fn broken() -> (Calendar, Vec<Problem>) {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../tests/fixtures/broken.ics"
    );
    ics::read(&std::fs::read(path).unwrap(), &Zones::bundled()).unwrap()
}

#[test]
fn every_bad_event_costs_one_problem() {
    let (_, problems) = broken();
    let lines: Vec<String> = problems
        .iter()
        .map(|problem| format!("{}: {}\n", problem.line, problem.what))
        .collect();
    expect![[r#"
        13: The start “not-a-date” of “Broken date” is no date, so this event was left out.
        16: The event “No UID” has no UID; one was made from its content.
        25: The text is not in UTF-8; it was read as Latin-1.
        33: “Ends before it starts” ends before it starts; it was kept with its start and no length.
        39: The repetition of “Every second” was not taken, only its first time: it repeats more often than every hour.
        47: The address “javascript:alert(1)” of “<img src=x onerror=alert(1)>” is neither https nor mailto and was left out.
    "#]].assert_eq(&lines.concat());
}

#[test]
fn all_events_with_a_time_are_kept() {
    let (calendar, _) = broken();
    let events: Vec<String> = calendar
        .events
        .iter()
        .map(|event| {
            format!(
                "{} | {} | {} – {} | link {:?} | repeats {}\n",
                event.uid,
                event.title,
                event.start,
                event.end,
                event.link,
                event.recurrence.is_some()
            )
        })
        .collect();
    expect![[r#"
        ok-1 | Good one, LF ends | 2026-11-16 09:00:00 – 2026-11-16 10:00:00 | link None | repeats false
        2e2eddf582c84ca23869b59e23cc293f@content.evenkeel | No UID | 2026-11-17 09:00:00 – 2026-11-17 09:45:00 | link None | repeats false
        latin | Café in Latin-1 | 2026-11-18 09:00:00 – 2026-11-18 09:30:00 | link None | repeats false
        neg | Ends before it starts | 2026-11-19 10:00:00 – 2026-11-19 10:00:00 | link None | repeats false
        bomb | Every second | 1970-01-01 00:00:00 – 1970-01-01 00:00:00 | link None | repeats false
        script | <img src=x onerror=alert(1)> | 2026-11-20 09:00:00 – 2026-11-20 10:00:00 | link None | repeats false
    "#]].assert_eq(&events.concat());
}

#[test]
fn the_week_shows_what_can_be_shown() {
    let (calendar, _) = broken();
    let monday = Instant(1_794_787_200);
    let week = Span::new(monday, monday.plus_seconds(7 * 86_400));
    let (found, cut) = occurrences(&calendar.events, week, &Zones::bundled(), &Zone::utc());
    let titles: Vec<&str> = found
        .iter()
        .map(|occurrence| calendar.events[occurrence.event].title.as_str())
        .collect();
    expect![[r#"
        Good one, LF ends
        No UID
        Café in Latin-1
        Ends before it starts
        <img src=x onerror=alert(1)>"#]]
    .assert_eq(&titles.join("\n"));
    assert_eq!(cut, []);
}

#[test]
fn what_is_no_calendar_is_refused_with_a_sentence() {
    let zones = Zones::bundled();
    let read = |bytes: &[u8]| ics::read(bytes, &zones).map(|_| ());
    assert_eq!(read(b""), Err(NotACalendar::Empty));
    assert_eq!(read(b" \r\n"), Err(NotACalendar::Empty));
    assert_eq!(read(b"<html>no</html>"), Err(NotACalendar::Other));
    assert_eq!(
        read(&vec![b'x'; 20 * 1024 * 1024 + 1]),
        Err(NotACalendar::TooLarge)
    );
    assert_eq!(NotACalendar::Empty.to_string(), "The file is empty.");
}

#[test]
fn an_empty_calendar_is_a_calendar() {
    let (calendar, problems) =
        ics::read(b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", &Zones::bundled()).unwrap();
    assert_eq!((calendar, problems), (Calendar::default(), vec![]));
}
