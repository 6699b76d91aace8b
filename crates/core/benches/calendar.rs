//! How long reading a large calendar takes, next to another parser in the same run, and expanding a
//! thousand old series into one week.

#![allow(missing_docs, reason = "criterion's macros make public items")]
#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a bench measures its own process"
)]

use calcard::icalendar::ICalendar;
use criterion::{Criterion, criterion_group};
use evenkeel_core::event::Event;
use evenkeel_core::ics;
use evenkeel_core::recur::occurrences;
use evenkeel_core::time::{Instant, Span, Zone, Zones};
use std::fmt::Write;
use std::hint::black_box;

criterion_group!(benches, reading, expanding);

/// The argument with which the bench starts itself again, to see the memory of one reading alone.
const ALONE: &str = "--read-with=";

fn main() {
    let alone = std::env::args().find_map(|word| word.strip_prefix(ALONE).map(String::from));
    match alone {
        Some(reader) => read_alone(&reader),
        None => {
            memory();
            benches();
            Criterion::default().configure_from_args().final_summary();
        }
    }
}

/// Reads once with one reader, or only makes the text, and prints the most memory this process held,
/// in kilobytes.
fn read_alone(reader: &str) {
    let text = large();
    match reader {
        "evenkeel" => drop(black_box(ics::read(text.as_bytes(), &Zones::bundled()))),
        "calcard" => drop(black_box(ICalendar::parse(&text))),
        _ => {}
    }
    println!("{}", most_memory().unwrap_or_default());
}

fn most_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

/// The most memory each reader needs beside the text itself.
fn memory() {
    let most = |reader: &str| -> Option<u64> {
        let bench = std::env::current_exe().ok()?;
        let word = format!("{ALONE}{reader}");
        let out = std::process::Command::new(bench).arg(word).output().ok()?;
        String::from_utf8(out.stdout).ok()?.trim().parse().ok()
    };
    let (Some(nothing), Some(ours), Some(theirs)) =
        (most("nothing"), most("evenkeel"), most("calcard"))
    else {
        return;
    };
    println!(
        "peak memory beside the text: evenkeel {} kB, calcard {} kB",
        ours.saturating_sub(nothing),
        theirs.saturating_sub(nothing)
    );
}

/// 10,000 events in the shape Google exports, a tenth of them series.
fn large() -> String {
    let mut out = String::from("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Bench//EN\r\n");
    for index in 0..10_000 {
        let (day, hour) = (index % 28 + 1, index % 10 + 8);
        let rule = match index % 10 {
            0 => "RRULE:FREQ=WEEKLY;WKST=SU;BYDAY=MO,TU,WE,TH,FR\r\n",
            _ => "",
        };
        let _ = write!(
            out,
            "BEGIN:VEVENT\r\nUID:g{index}@google.com\r\n\
             DTSTART;TZID=America/New_York:202611{day:02}T{hour:02}0000\r\n\
             DTEND;TZID=America/New_York:202611{day:02}T{hour:02}4500\r\n{rule}\
             DTSTAMP:20260901T080000Z\r\nCREATED:20250812T101500Z\r\n\
             DESCRIPTION:Join: https://meet.example.org/abc-defg-hij\\nAgenda\\, blockers\\\r\n \
             ; decisions\r\nLAST-MODIFIED:20260828T071200Z\r\nLOCATION:Room {hour}\r\n\
             SEQUENCE:1\r\nSTATUS:CONFIRMED\r\nSUMMARY:Meeting – number {index}\r\n\
             TRANSP:OPAQUE\r\nEND:VEVENT\r\n"
        );
    }
    out.push_str("END:VCALENDAR\r\n");
    out
}

fn reading(criterion: &mut Criterion) {
    let text = large();
    let zones = Zones::bundled();
    let mut group = criterion.benchmark_group("read 10,000 events");
    group.sample_size(20);
    group.bench_function("evenkeel, to stored events", |bencher| {
        bencher.iter(|| ics::read(black_box(text.as_bytes()), &zones));
    });
    group.bench_function("calcard, to components", |bencher| {
        bencher.iter(|| ICalendar::parse(black_box(&text)));
    });
    group.finish();
}

/// 1,000 series that started in 2016, every shape in turn.
fn series() -> Vec<Event> {
    let rules = [
        "FREQ=DAILY",
        "FREQ=DAILY;COUNT=4000",
        "FREQ=DAILY;INTERVAL=3;UNTIL=20270101T000000Z",
        "FREQ=WEEKLY;BYDAY=MO,WE,FR",
        "FREQ=WEEKLY;INTERVAL=2;COUNT=400",
        "FREQ=WEEKLY;BYDAY=TU;UNTIL=20270101T000000Z",
        "FREQ=MONTHLY;BYDAY=2TU",
        "FREQ=MONTHLY;COUNT=200",
        "FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=200",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
    ];
    let mut text = String::from("BEGIN:VCALENDAR\r\n");
    for index in 0..1000 {
        let _ = write!(
            text,
            "BEGIN:VEVENT\r\nUID:{index}\r\n\
             DTSTART;TZID=Europe/Berlin:201601{:02}T{:02}0000\r\nDURATION:PT1H\r\n\
             RRULE:{}\r\nEND:VEVENT\r\n",
            index % 28 + 1,
            index % 24,
            rules[index % rules.len()],
        );
    }
    text.push_str("END:VCALENDAR\r\n");
    match ics::read(text.as_bytes(), &Zones::bundled()) {
        Ok((calendar, _)) => calendar.events,
        Err(_) => Vec::new(),
    }
}

fn expanding(criterion: &mut Criterion) {
    let (events, zones, home) = (series(), Zones::bundled(), Zone::utc());
    let monday = Instant(1_794_787_200);
    let week = Span::new(monday, monday.plus_seconds(7 * 86_400));
    let mut group = criterion.benchmark_group("1,000 series since 2016, one week");
    group.bench_function("all at once", |bencher| {
        bencher.iter(|| occurrences(black_box(&events), week, &zones, &home));
    });
    group.bench_function("one series at a time", |bencher| {
        bencher.iter(|| {
            events
                .iter()
                .map(|event| occurrences(&[event], week, &zones, &home).0.len())
                .sum::<usize>()
        });
    });
    group.finish();
}
