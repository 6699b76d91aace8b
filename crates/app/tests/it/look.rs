//! Other ways to look at the plan: a month of weeks, and a search over everything.

use crate::desk::{Desk, day, days, moment};
use evenkeel_app::messages::{
    DeclineDraft, Found, Hit, HitKind, Month, NewTask, NewTemplate, Op, Reach,
};
use evenkeel_core::boundary::{DayOff, DayOffKind};
use evenkeel_core::category::Category::{self, Growth, Management, Personal, Technical};
use evenkeel_core::template;

fn month(desk: &Desk, of: &str) -> Month {
    desk.planner().month(day(of), &desk.moment).unwrap()
}

fn search(desk: &Desk, typed: &str) -> Found {
    desk.planner().search(typed, &desk.moment).unwrap()
}

fn titles(found: &Found) -> Vec<&str> {
    found.hits.iter().map(|hit| hit.title.as_str()).collect()
}

fn only(found: Found) -> Hit {
    assert_eq!(found.hits.len(), 1, "{found:?}");
    found.hits.into_iter().next().unwrap()
}

fn calendar(desk: &Desk, events: &str) {
    let text = format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{events}END:VCALENDAR\r\n");
    let path = desk.file("work.ics", text.replace('\n', "\r\n").replace("\r\r", "\r"));
    desk.import(&path);
}

#[test]
fn the_weeks_of_a_month_have_the_figures_that_the_weeks_themselves_have() {
    let desk = Desk::new();
    desk.block("One", Technical, "2026-11-02T09:00", "2026-11-02T12:00");
    desk.block("Two", Growth, "2026-11-17T09:00", "2026-11-17T10:30");
    desk.block("Run", Personal, "2026-11-30T18:00", "2026-11-30T19:00");
    let month = month(&desk, "2026-11-19");
    assert_eq!(month.first, day("2026-11-01"));
    assert_eq!(month.today, day("2026-11-20"));
    assert_eq!(month.weeks.len(), 6);
    for week in &month.weeks {
        let first = week.figures.week;
        let range = days(
            &first.to_string(),
            &(first + chrono::Days::new(7)).to_string(),
        );
        let shown = desk.planner().week(range, &desk.moment).unwrap();
        assert_eq!(week.figures, shown.figures);
        assert_eq!(week.days.len(), 7);
    }
    let last = &month.weeks[5];
    assert_eq!(last.figures.week, day("2026-11-30"));
    assert_eq!(last.days[0].words, "Personal 1 h.");
    assert_eq!(last.days[0].work_minutes, 0);
    assert_eq!(last.days[1].words, "Nothing planned.");
    assert!(last.days[0].works && !last.days[6].works);
    let second = &month.weeks[1].days[0];
    assert_eq!(second.words, "3 h of work: technical 3 h.");
    assert_eq!(month.most_in_a_day, 180);
    assert_eq!(month.most_minutes, last.figures.target_minutes);
}

#[test]
fn what_runs_past_midnight_belongs_to_the_day_before() {
    let desk = Desk::new();
    desk.block("Late", Technical, "2026-11-17T23:00", "2026-11-18T02:00");
    let month = month(&desk, "2026-11-01");
    let week = &month.weeks[4 - 1];
    let minutes: Vec<u32> = week.days.iter().map(|day| day.work_minutes).collect();
    assert_eq!(minutes, [0, 180, 0, 0, 0, 0, 0]);
}

#[test]
fn a_look_at_a_month_leaves_the_week_in_memory() {
    let desk = Desk::new();
    let week = desk.week();
    month(&desk, "2031-05-01");
    assert_eq!(desk.week(), week);
}

#[test]
fn a_block_is_found_by_its_title_its_place_and_its_notes() {
    let desk = Desk::new();
    desk.block(
        "Café design",
        Technical,
        "2026-12-03T09:00",
        "2026-12-03T12:00",
    );
    let hit = only(search(&desk, "CAFE"));
    assert_eq!(hit.kind, HitKind::Block);
    assert_eq!(hit.title, "Café design");
    assert_eq!(hit.away_words, "in 13 days");
    assert_eq!(hit.start, Some("2026-12-03T09:00:00".parse().unwrap()));
    let shown = desk
        .planner()
        .week(days("2026-11-30", "2026-12-07"), &desk.moment)
        .unwrap();
    assert_eq!(hit.key, shown.occurrences[0].key);
    assert_eq!(titles(&search(&desk, "nothing")), [""; 0]);
    assert_eq!(titles(&search(&desk, "  ")), [""; 0]);
}

#[test]
fn tasks_templates_and_what_was_declined_are_found_too() {
    let desk = Desk::new();
    desk.block("Ingest", Technical, "2026-11-19T09:00", "2026-11-19T12:00");
    desk.apply(Op::AddTask(NewTask {
        title: "Write the ledger memo".into(),
        category: Growth,
        estimate: None,
        goal: String::new(),
        due: Some(day("2026-11-26")),
        energy: None,
        notes: String::new(),
        tags: Vec::new(),
    }));
    desk.apply(Op::SaveTemplate(NewTemplate {
        name: "Ledger days".into(),
        reach: template::Reach::Week,
        from: day("2026-11-16"),
        blocks: Vec::new(),
    }));
    desk.apply(Op::AddDecline(DeclineDraft {
        on: day("2026-11-18"),
        what: "Steering round".into(),
        goal: "Ledger".into(),
        to: None,
        minutes: 60,
        uid: None,
        note: String::new(),
    }));
    let found = search(&desk, "ledger");
    let told: Vec<_> = found
        .hits
        .iter()
        .map(|hit| (hit.kind, hit.title.as_str(), hit.about.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            (HitKind::Template, "Ledger days", ""),
            (HitKind::Task, "Write the ledger memo", "due 26 November"),
            (HitKind::Decline, "Steering round", "Ledger"),
        ]
    );
    assert_eq!(found.hits[1].category, Some(Growth));
}

#[test]
fn a_month_names_its_days_off() {
    let desk = Desk::new();
    let mut boundaries = desk.planner().boundaries().unwrap();
    boundaries.days_off.push(DayOff {
        from: day("2026-11-18"),
        until: day("2026-11-19"),
        kind: DayOffKind::Holiday,
        name: "Day of repentance".into(),
    });
    desk.apply(Op::SetBoundaries { boundaries });
    let month = month(&desk, "2026-11-19");
    let week = &month.weeks[3].days;
    assert_eq!(week[2].off.as_deref(), Some("Day of repentance"));
    assert_eq!(week[2].words, "Day of repentance. Nothing planned.");
    assert_eq!(week[3].off, None);
}

#[test]
fn a_series_is_found_once_at_its_next_time() {
    let desk = Desk::new();
    calendar(
        &desk,
        "BEGIN:VEVENT\nUID:s\nSUMMARY:Team weekly\nLOCATION:Room 3\n\
         DTSTART:20260105T090000Z\nDURATION:PT1H\nRRULE:FREQ=WEEKLY\nEND:VEVENT\n\
         BEGIN:VEVENT\nUID:s\nSUMMARY:Team weekly, moved\nRECURRENCE-ID:20261123T090000Z\n\
         DTSTART:20261124T130000Z\nDURATION:PT1H\nEND:VEVENT\n",
    );
    let hit = only(search(&desk, "team weekly"));
    assert_eq!(hit.kind, HitKind::Event);
    assert_eq!(hit.title, "Team weekly, moved");
    assert_eq!(hit.start, Some("2026-11-24T14:00:00".parse().unwrap()));
    assert_eq!(hit.repeats, "Every Monday");
    let shown = desk
        .planner()
        .week(days("2026-11-23", "2026-11-30"), &desk.moment)
        .unwrap();
    assert!(shown.occurrences.iter().any(|shown| shown.key == hit.key));
}

#[test]
fn a_series_that_is_over_is_found_at_its_last_time_and_a_far_one_at_its_first() {
    let desk = Desk::new();
    calendar(
        &desk,
        "BEGIN:VEVENT\nUID:a\nSUMMARY:Over\nDTSTART:20260105T090000Z\nDURATION:PT1H\n\
         RRULE:FREQ=WEEKLY;COUNT=3\nEND:VEVENT\n\
         BEGIN:VEVENT\nUID:b\nSUMMARY:Far\nDTSTART:20310106T090000Z\nDURATION:PT1H\n\
         RRULE:FREQ=WEEKLY;COUNT=3\nEND:VEVENT\n",
    );
    let over = only(search(&desk, "over"));
    assert_eq!(over.start, Some("2026-01-19T10:00:00".parse().unwrap()));
    assert_eq!(over.away_words, "10 months ago");
    let far = only(search(&desk, "far"));
    assert_eq!(far.start, Some("2031-01-06T10:00:00".parse().unwrap()));
}

#[test]
fn notes_are_found_with_the_line_they_stand_in() {
    let desk = Desk::new();
    calendar(
        &desk,
        "BEGIN:VEVENT\nUID:n\nSUMMARY:Call\nLOCATION:Room 3\n\
         DESCRIPTION:First line\\nBring the GRAPHS of Tuesday\\nLast line\n\
         DTSTART:20261120T090000Z\nDURATION:PT1H\nEND:VEVENT\n",
    );
    let hit = only(search(&desk, "graphs"));
    assert_eq!(hit.about, "Bring the GRAPHS of Tuesday");
    assert_eq!(hit.away_words, "today");
    assert_eq!(only(search(&desk, "call")).about, "Room 3");
}

#[test]
fn what_begins_so_comes_first_and_of_those_what_is_near() {
    let desk = Desk::new();
    let block = |title: &str, day: &str| {
        let (start, end) = (format!("{day}T09:00"), format!("{day}T10:00"));
        desk.block(title, Management, &start, &end);
    };
    block("Redesign", "2026-11-20");
    block("The design", "2026-11-20");
    block("Design far", "2027-06-01");
    block("Design near", "2026-11-23");
    let found = search(&desk, "design");
    let expected = ["Design near", "Design far", "The design", "Redesign"];
    assert_eq!(titles(&found), expected);
}

#[test]
fn calendars_and_dates_are_found_too() {
    let desk = Desk::new();
    calendar(
        &desk,
        "BEGIN:VEVENT\nUID:w\nSUMMARY:Call\nDTSTART:20261120T090000Z\nDURATION:PT1H\nEND:VEVENT\n",
    );
    let hit = only(search(&desk, "work"));
    assert_eq!(
        (hit.kind, hit.about.as_str()),
        (HitKind::Calendar, "work.ics")
    );
    for (typed, reach, first) in [
        ("3 Dec", Reach::Day, "2026-12-03"),
        ("2026-12-03", Reach::Day, "2026-12-03"),
        ("next week", Reach::Week, "2026-11-23"),
        ("march 2027", Reach::Month, "2027-03-01"),
    ] {
        let place = search(&desk, typed).place.unwrap();
        assert_eq!((place.reach, place.day), (reach, day(first)), "{typed}");
    }
    assert_eq!(search(&desk, "call").place, None);
}

#[test]
fn the_list_is_cut_and_says_so() {
    let desk = Desk::new();
    for minute in 0..50 {
        let start = format!("2026-11-20T{:02}:{:02}", 8 + minute / 6, minute % 6 * 10);
        let end = format!(
            "2026-11-20T{:02}:{:02}",
            8 + minute / 6,
            minute % 6 * 10 + 5
        );
        desk.block("Tick", Category::Growth, &start, &end);
    }
    let found = search(&desk, "tick");
    assert_eq!((found.hits.len(), found.more), (40, true));
    assert!(!search(&desk, "tick tock").more);
}

#[test]
fn times_are_those_at_home() {
    let desk = Desk::new();
    desk.block("Call", Management, "2026-11-20T23:00", "2026-11-20T23:30");
    let tokyo = moment("2026-11-20T07:00", "Asia/Tokyo");
    let found = desk.planner().search("call", &tokyo).unwrap();
    assert_eq!(
        found.hits[0].start,
        Some("2026-11-21T07:00:00".parse().unwrap())
    );
    assert_eq!(found.hits[0].away_words, "tomorrow");
}
