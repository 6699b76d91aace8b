//! Lines and what they mean, on Friday 20 November 2026 at 10:45.

use super::*;

/// The line, and the sentence.
const LINES: &[(&str, &str)] = &[
    (
        "Tue 9-10:30 design review #technical",
        "Tuesday 24 November, 09:00 to 10:30, technical: design review",
    ),
    (
        "design review Tue 9-10:30 #t",
        "Tuesday 24 November, 09:00 to 10:30, technical: design review",
    ),
    (
        "Tue 9\u{2013}10 review",
        "Tuesday 24 November, 09:00 to 10:00: review",
    ),
    (
        "Tue, 9 - 10, review",
        "Tuesday 24 November, 09:00 to 10:00: review",
    ),
    (
        "Tue from 9 to 10 review",
        "Tuesday 24 November, 09:00 to 10:00: review",
    ),
    (
        "review on tuesday between 9 and 10",
        "Tuesday 24 November, 09:00 to 10:00: review",
    ),
    (
        "review tue 9 until 11",
        "Tuesday 24 November, 09:00 to 11:00: review",
    ),
    (
        "Tue 9 review",
        "Tuesday 24 November, 09:00 to 10:00: review",
    ),
    (
        "Tue 9am review",
        "Tuesday 24 November, 09:00 to 10:00: review",
    ),
    (
        "Tue 9 am review",
        "Tuesday 24 November, 09:00 to 10:00: review",
    ),
    (
        "Tue at 3 review",
        "Tuesday 24 November, 15:00 to 16:00: review",
    ),
    (
        "Tue 03:00 deploy",
        "Tuesday 24 November, 03:00 to 04:00: deploy",
    ),
    (
        "Tue 14h review",
        "Tuesday 24 November, 14:00 to 15:00: review",
    ),
    (
        "Tue 14h30 review",
        "Tuesday 24 November, 14:30 to 15:30: review",
    ),
    (
        "Tue 2h review",
        "Backlog, 2 h, due Tuesday 24 November: review. A day without a time of day is the day it is due.",
    ),
    (
        "Tue at 9h review",
        "Tuesday 24 November, 09:00 to 10:00: review",
    ),
    (
        "Tue noon lunch with Ann #p",
        "Tuesday 24 November, 12:00 to 13:00, personal: lunch with Ann",
    ),
    (
        "tomorrow midnight release",
        "Sunday 22 November, 00:00 to 01:00: release",
    ),
    (
        "Tue 9-5 offsite",
        "Tuesday 24 November, 09:00 to 17:00: offsite",
    ),
    (
        "Tue 11-1pm review",
        "Tuesday 24 November, 11:00 to 13:00: review",
    ),
    (
        "Tue 9.30-10.15 review",
        "Tuesday 24 November, 09:30 to 10:15: review",
    ),
    (
        "Tue 22:00-01:00 migration",
        "Tuesday 24 November, 22:00 to 01:00 on Wednesday: migration",
    ),
    (
        "Tue 9 90m review",
        "Tuesday 24 November, 09:00 to 10:30: review",
    ),
    (
        "Tue 9 for 2h review",
        "Tuesday 24 November, 09:00 to 11:00: review",
    ),
    (
        "Tue 9:15 1h30 review",
        "Tuesday 24 November, 09:15 to 10:45: review",
    ),
    (
        "Tue 9:15 1.5h review",
        "Tuesday 24 November, 09:15 to 10:45: review",
    ),
    (
        "review tue 9 for half an hour",
        "Tuesday 24 November, 09:00 to 09:30: review",
    ),
    (
        "Tue 9 ~2h review",
        "Tuesday 24 November, 09:00 to 11:00: review",
    ),
    (
        "Tue 9-10 ~4h due 4 Dec review",
        "Tuesday 24 November, 09:00 to 10:00: review. In the backlog: 4 h, due Friday 4 December",
    ),
    (
        "Tue 9-10 2h review",
        "Tuesday 24 November, 09:00 to 10:00: 2h review. The time says when it ends, so the length stays in the title.",
    ),
    (
        "today 14:00 review",
        "Today, Friday 20 November, 14:00 to 15:00: review",
    ),
    (
        "14:00 review",
        "Today, Friday 20 November, 14:00 to 15:00: review",
    ),
    (
        "9-10 review",
        "Tomorrow, Saturday 21 November, 09:00 to 10:00: review. 09:00 today is past, so tomorrow is meant.",
    ),
    (
        "today 9 review",
        "Today, Friday 20 November, 09:00 to 10:00: review. This time is past.",
    ),
    (
        "Fri 9 review",
        "Friday 27 November, 09:00 to 10:00: review. 09:00 today is past, so next Friday is meant.",
    ),
    (
        "Fri 15 review",
        "Today, Friday 20 November, 15:00 to 16:00: review",
    ),
    (
        "next tue 9 review",
        "Tuesday 24 November, 09:00 to 10:00: review",
    ),
    (
        "tue next week 9 review",
        "Tuesday 24 November, 09:00 to 10:00: review",
    ),
    (
        "this wed 9 review",
        "Wednesday 18 November, 09:00 to 10:00: review. This time is past.",
    ),
    (
        "in 3 days 9-10 review",
        "Monday 23 November, 09:00 to 10:00: review",
    ),
    (
        "day after tomorrow 9:00 review",
        "Sunday 22 November, 09:00 to 10:00: review",
    ),
    (
        "in 30 min call Ben",
        "Today, Friday 20 November, 11:15 to 12:15: call Ben",
    ),
    (
        "3 Dec 9-10 review",
        "Thursday 3 December, 09:00 to 10:00: review",
    ),
    (
        "Dec 3rd, 9-10 review",
        "Thursday 3 December, 09:00 to 10:00: review",
    ),
    (
        "3.12. 9-10 review",
        "Thursday 3 December, 09:00 to 10:00: review",
    ),
    (
        "2026-12-03 9-10 review",
        "Thursday 3 December, 09:00 to 10:00: review",
    ),
    (
        "3/12 9-10 review",
        "Thursday 3 December, 09:00 to 10:00: review",
    ),
    (
        "12/25 9-10 review",
        "Friday 25 December, 09:00 to 10:00: review",
    ),
    (
        "3 Nov 9-10 review",
        "Wednesday 3 November 2027, 09:00 to 10:00: review",
    ),
    (
        "29 Feb 9-10 leap",
        "Tuesday 29 February 2028, 09:00 to 10:00: leap",
    ),
    (
        "Tue 3 Dec 9-10 review",
        "Thursday 3 December, 09:00 to 10:00: review. 3 December is a Thursday.",
    ),
    (
        "on the 24th at 9 review",
        "Tuesday 24 November, 09:00 to 10:00: review",
    ),
    (
        "sat 10-11 run",
        "Tomorrow, Saturday 21 November, 10:00 to 11:00: run",
    ),
    (
        "every tue 9-10 1:1 Ann #m",
        "Every Tuesday from 24 November, 09:00 to 10:00, management: 1:1 Ann",
    ),
    (
        "every fri 9-10 notes",
        "Every Friday from 27 November, 09:00 to 10:00: notes",
    ),
    (
        "every tue and thu 9-10 run",
        "Every Tuesday and Thursday from 24 November, 09:00 to 10:00: run",
    ),
    (
        "every 2 weeks 9-10 tue mentor",
        "Every second Tuesday from 24 November, 09:00 to 10:00: mentor",
    ),
    (
        "every second tuesday 9-10 mentor",
        "Every second Tuesday from 24 November, 09:00 to 10:00: mentor",
    ),
    (
        "every second tuesday of the month 9-10 mentor",
        "On the second Tuesday of each month from 8 December, 09:00 to 10:00: mentor",
    ),
    (
        "every last friday 15-16 demo",
        "On the last Friday of each month from 27 November, 15:00 to 16:00: demo",
    ),
    (
        "every 15th 9-10 invoices",
        "On the 15th of each month from 15 December, 09:00 to 10:00: invoices",
    ),
    (
        "last day of the month 9-10 x",
        "Tomorrow, Saturday 21 November, 09:00 to 10:00: last day of the month x. 09:00 today is past, so tomorrow is meant.",
    ),
    (
        "every month on the last day 9-10 invoices",
        "On the last day of each month from 30 November, 09:00 to 10:00: invoices",
    ),
    (
        "stand-up 9:15-9:30 daily until 18 Dec",
        "Every day from 21 November until 18 December, 09:15 to 09:30: stand-up",
    ),
    (
        "weekdays 9:15 for 15 min stand-up",
        "Every weekday from 23 November, 09:15 to 09:30: stand-up",
    ),
    (
        "every tue 9-10 for 6 times course",
        "Every Tuesday from 24 November 6 times, 09:00 to 10:00: course",
    ),
    (
        "Mondays 9-10 planning",
        "Every Monday from 23 November, 09:00 to 10:00: planning",
    ),
    (
        "every 3 days 9-10 water",
        "Every 3 days from 21 November, 09:00 to 10:00: water",
    ),
    ("write report", "Backlog: write report"),
    (
        "write report 2h due fri #g",
        "Backlog, 2 h, due Friday 20 November, growth: write report",
    ),
    (
        "write report by 4 Dec ~3h !high @promotion",
        "Backlog, 3 h, due Friday 4 December, high energy, for promotion: write report",
    ),
    (
        "write report @\"staff case\" #\"hard talk\" !low",
        "Backlog, low energy, #hard talk, for staff case: write report",
    ),
    (
        "write report tomorrow",
        "Backlog, due Saturday 21 November: write report. A day without a time of day is the day it is due.",
    ),
    (
        "write report due fri 17:00",
        "Backlog, due Friday 20 November: write report. A due day has no time of day.",
    ),
    (
        "Tue 9 1:1 #hard-conversation #focus",
        "Tuesday 24 November, 09:00 to 10:00, #hard conversation, #focus: 1:1",
    ),
    (
        "\"Tue 9-10 review\" tomorrow 9-10",
        "Tomorrow, Saturday 21 November, 09:00 to 10:00: Tue 9-10 review",
    ),
    // What looks like a part and is none.
    ("Read chapter 9", "Backlog: Read chapter 9"),
    (
        "Read pages 9-10 tue 9-10",
        "Tuesday 24 November, 09:00 to 10:00: Read pages 9-10",
    ),
    (
        "review 9-10 with Ben",
        "Tomorrow, Saturday 21 November, 09:00 to 10:00: review with Ben. 09:00 today is past, so tomorrow is meant.",
    ),
    ("Rest 10-15 minutes", "Backlog: Rest 10-15 minutes"),
    ("Collect 2-3 ideas", "Backlog: Collect 2-3 ideas"),
    (
        "1-1 with Ann tue 9",
        "Tuesday 24 November, 09:00 to 10:00: 1-1 with Ann",
    ),
    ("Read about the sun", "Backlog: Read about the sun"),
    (
        "Weekly review fri 16-16:30",
        "Today, Friday 20 November, 16:00 to 16:30: Weekly review",
    ),
    (
        "Today's notes tue 9",
        "Tuesday 24 November, 09:00 to 10:00: Today's notes",
    ),
    (
        "Fix #123 tue 9",
        "Tuesday 24 November, 09:00 to 10:00: Fix #123",
    ),
    ("Release 1.2 notes", "Backlog: Release 1.2 notes"),
    ("Look at 3 designs", "Backlog: Look at 3 designs"),
    ("24/7 support rota", "Backlog: 24/7 support rota"),
    (
        "Wed 9 prepare tue 10",
        "Wednesday 25 November, 09:00 to 10:00: prepare tue 10",
    ),
    (
        "Tue 9 C# course #g #t",
        "Tuesday 24 November, 09:00 to 10:00, growth: C# course #t",
    ),
    (
        "Tue 25:00 review",
        "Backlog, due Tuesday 24 November: 25:00 review. A day without a time of day is the day it is due.",
    ),
    (
        "31 Feb 9-10 never",
        "Tomorrow, Saturday 21 November, 09:00 to 10:00: 31 Feb never. 09:00 today is past, so tomorrow is meant.",
    ),
    (
        "Tue 9",
        "Tuesday 24 November, 09:00 to 10:00: untitled block",
    ),
    // What cannot be kept.
    ("", "Empty"),
    ("  \u{a0} ", "Empty"),
    ("due fri", "NoTitle"),
    ("every tue review", "RepeatsWithoutTime"),
    ("every tue 9-10 course ~4h due 18 Dec", "RepeatsAsTask"),
    (
        "every tue 9-10 x until yesterday",
        "RepeatsNever { first: 2026-11-24, until: 2026-11-19 }",
    ),
    (
        "2026-12-03 9-10 x until yesterday",
        "Thursday 3 December, 09:00 to 10:00: x until yesterday",
    ),
    ("9999-12-31 9-10 x", "OutsideCalendar"),
];

#[test]
fn every_line_means_what_the_table_says() {
    let wrong: Vec<String> = LINES
        .iter()
        .filter(|(line, sentence)| said(line) != *sentence)
        .map(|(line, sentence)| format!("{line:?}\n  is      {}\n  and not {sentence}", said(line)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(60 <= LINES.len());
}

#[test]
fn what_goes_to_the_backlog_keeps_its_length_and_its_day() {
    let read = |line: &str| read(line, &context()).unwrap().without_time();
    let said = |line: &str| read(line).unwrap().sentence();
    assert_eq!(
        said("Tue 9-10:30 review #t"),
        "Backlog, 1 h 30, due Tuesday 24 November, technical: review. In the backlog nothing has a \
         time of day."
    );
    assert_eq!(said("review ~2h"), "Backlog, 2 h: review");
    assert_eq!(read("every tue 9-10 x"), Err(Unread::RepeatsAsTask));
    assert_eq!(read("Tue 9"), Err(Unread::NoTitle));
}

#[test]
fn numbers_are_read_as_dates_in_the_order_of_the_region() {
    let american = Context {
        order: DayOrder::of_tag("en-US"),
        ..context()
    };
    let date = |line: &str, context: &Context| read(line, context).unwrap().when.unwrap().date;
    assert_eq!(date("12/3 9-10 x", &american).to_string(), "2026-12-03");
    assert_eq!(date("12/3 9-10 x", &context()).to_string(), "2027-03-12");
    assert_eq!(date("25/12 9-10 x", &american).to_string(), "2026-12-25");
    assert_eq!(DayOrder::of_tag("en-GB"), DayOrder::DayFirst);
}

#[test]
fn next_means_the_week_after_this_one_from_the_day_weeks_start_with() {
    let sunday = |week_starts_on| Context {
        today: "2026-11-22".parse().unwrap(),
        now: "2026-11-22T08:00:00".parse().unwrap(),
        week_starts_on,
        ..context()
    };
    let date = |context: Context| read("next tue 9 x", &context).unwrap().when.unwrap().date;
    assert_eq!(date(sunday(Weekday::Mon)).to_string(), "2026-11-24");
    assert_eq!(date(sunday(Weekday::Sun)).to_string(), "2026-12-01");
}

#[test]
fn the_parts_name_the_words_they_were_read_from() {
    let line = "Réunion tue, 9-10:30 #t ~4h";
    let reading = read(line, &context()).unwrap();
    let parts: Vec<(&str, PartKind, &str)> = reading
        .parts
        .iter()
        .map(|part| (&line[part.span.clone()], part.kind, part.meaning.as_str()))
        .collect();
    assert_eq!(
        parts,
        [
            ("tue,", PartKind::Day, "Tuesday 24 November"),
            ("9-10:30", PartKind::Time, "09:00 to 10:30"),
            ("#t", PartKind::Category, "technical"),
            ("~4h", PartKind::Estimate, "4 h"),
        ]
    );
    assert_eq!(reading.title, "Réunion");
}

#[test]
fn a_line_that_is_too_long_is_not_read() {
    let characters = LONGEST_LINE + 1;
    let unread = read(&"x".repeat(characters), &context());
    assert_eq!(unread, Err(Unread::TooLong { characters }));
}
