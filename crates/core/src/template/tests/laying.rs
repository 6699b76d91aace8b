//! One week laid over another, case by case.

use super::*;
use crate::boundary::{DayOff, DayOffKind};
use crate::category::Category::{Growth, Management, Personal, Technical};
use crate::event::Recurrence;
use crate::facets::{CheckItem, Side};
use crate::handle::Instance;

#[test]
fn a_template_from_another_zone_keeps_the_hour_of_that_zone() {
    let mut desk = Desk::new();
    let call = desk.block("Call", Management, "2026-03-02T09:00", "2026-03-02T10:00");
    call.zone = Some("America/New_York".into());
    desk.block("Build", Technical, "2026-03-03T09:00", "2026-03-03T11:00");
    let saved = desk.save(&week("2026-03-02"));
    assert_eq!(saved[0].zone.as_deref(), Some("America/New_York"));
    assert_eq!(saved[1].zone, None);

    // New York changes its clocks three weeks before Berlin does.
    let laid = desk.lay(&saved, &week("2026-03-09"), Collisions::LeaveOut);
    assert_eq!(laid.edit.put[0].start, wall("2026-03-09T09:00"));
    assert_eq!(laid.lines[0].start, wall("2026-03-09T14:00"));
    assert_eq!(laid.lines[1].start, wall("2026-03-10T09:00"));

    // Laid by somebody who lives in Tokyo by then: what had no zone of its own follows home.
    let mut tokyo = Desk::in_zone("Asia/Tokyo");
    let laid = tokyo.lay(&saved, &week("2026-03-09"), Collisions::LeaveOut);
    assert_eq!(laid.lines[0].start, wall("2026-03-09T22:00"));
    assert_eq!(laid.lines[1].start, wall("2026-03-10T09:00"));
    assert_eq!(laid.edit.put[1].zone.as_deref(), Some("Asia/Tokyo"));
}

#[test]
fn a_call_that_its_own_zone_has_on_the_day_before_stays_in_its_week() {
    let mut desk = Desk::new();
    let call = desk.block("Call", Management, "2026-11-15T20:00", "2026-11-15T21:00");
    call.zone = Some("America/Los_Angeles".into());
    let saved = desk.save(&week("2026-11-16"));
    assert_eq!(saved[0].day, -1);
    let laid = desk.lay(&saved, &week("2026-11-23"), Collisions::LeaveOut);
    assert_eq!(laid.lines[0].start, wall("2026-11-23T05:00"));
}

#[test]
fn a_week_keeps_its_weekdays_when_weeks_begin_on_another_day() {
    let mut desk = Desk::new();
    desk.block("Build", Technical, "2026-11-17T09:00", "2026-11-17T11:00");
    desk.block("Walk", Personal, "2026-11-22T09:00", "2026-11-22T11:00");
    let saved = desk.save(&week("2026-11-16"));
    let laid = desk.lay(&saved, &week("2026-11-29"), Collisions::LeaveOut);
    let days: Vec<NaiveDate> = laid.lines.iter().map(|line| line.start.date()).collect();
    assert_eq!(days, [date("2026-12-01"), date("2026-11-29")]);
    let sunday_first = desk.save(&week("2026-11-15"));
    assert_eq!((sunday_first[0].day, sunday_first[1].day), (1, 6));
}

#[test]
fn what_collides_is_left_out_and_named_or_laid_beside() {
    let mut desk = Desk::new();
    desk.block("Build", Technical, "2026-11-17T09:00", "2026-11-17T11:00");
    desk.block("Mail", Management, "2026-11-17T11:00", "2026-11-17T12:00");
    let saved = desk.save(&week("2026-11-16"));
    desk.meeting("Board", "2026-11-24T10:00", "2026-11-24T10:30");
    desk.block("Run", Personal, "2026-11-24T10:45", "2026-11-24T12:30");

    let laid = desk.lay(&saved, &week("2026-11-23"), Collisions::LeaveOut);
    assert_eq!(fates(&laid), [Fate::LeftOut, Fate::LeftOut]);
    assert!(laid.edit.is_empty());
    let met = Clash::Taken {
        title: "Board".into(),
        start: wall("2026-11-24T10:00"),
        end: wall("2026-11-24T10:30"),
        more: 1,
    };
    assert_eq!(laid.lines[0].clash, Some(met));

    let laid = desk.lay(&saved, &week("2026-11-23"), Collisions::KeepBoth);
    assert_eq!(fates(&laid), [Fate::Laid, Fate::Laid]);
    assert_eq!(laid.edit.put.len(), 2);
    assert!(laid.lines[0].clash.is_some());
}

#[test]
fn what_only_touches_fits() {
    let mut desk = Desk::new();
    desk.block("Build", Technical, "2026-11-17T09:00", "2026-11-17T11:00");
    let saved = desk.save(&week("2026-11-16"));
    desk.meeting("Before", "2026-11-24T08:00", "2026-11-24T09:00");
    desk.meeting("After", "2026-11-24T11:00", "2026-11-24T12:00");
    let laid = desk.lay(&saved, &week("2026-11-23"), Collisions::LeaveOut);
    assert_eq!(fates(&laid), [Fate::Laid]);
}

#[test]
fn a_start_that_clocks_skip_is_left_out_and_named() {
    let mut desk = Desk::new();
    desk.block("Release", Technical, "2026-03-22T02:30", "2026-03-22T03:30");
    desk.block("Night", Technical, "2026-03-22T00:30", "2026-03-22T01:30");
    let saved = desk.save(&week("2026-03-16"));
    let laid = desk.lay(&saved, &week("2026-03-23"), Collisions::LeaveOut);
    assert_eq!(fates(&laid), [Fate::Laid, Fate::LeftOut]);
    assert_eq!(laid.lines[1].clash, Some(Clash::NoSuchTime));
    let laid = desk.lay(&saved, &week("2026-03-23"), Collisions::KeepBoth);
    let (start, end) = (laid.edit.put[1].start, laid.edit.put[1].end);
    assert_eq!(start, wall("2026-03-29T03:30"));
    assert_eq!(end, wall("2026-03-29T04:30"));
}

#[test]
fn work_on_a_day_off_collides_and_personal_time_does_not() {
    let mut desk = Desk::new();
    desk.block("Build", Technical, "2026-11-17T09:00", "2026-11-17T11:00");
    desk.block("Run", Personal, "2026-11-17T18:00", "2026-11-17T19:00");
    let saved = desk.save(&week("2026-11-16"));
    desk.boundaries.days_off.push(DayOff {
        from: date("2026-12-21"),
        until: date("2027-01-01"),
        kind: DayOffKind::Vacation,
        name: "Winter".into(),
    });
    let laid = desk.lay(&saved, &week("2026-12-21"), Collisions::LeaveOut);
    assert_eq!(fates(&laid), [Fate::LeftOut, Fate::Laid]);
    let off = Clash::DayOff {
        kind: DayOffKind::Vacation,
        name: "Winter".into(),
    };
    assert_eq!(laid.lines[0].clash, Some(off));
}

#[test]
fn work_outside_the_hours_is_laid_and_marked() {
    let mut desk = Desk::new();
    desk.block("Early", Technical, "2026-11-17T08:30", "2026-11-17T11:00");
    desk.block("Within", Technical, "2026-11-17T11:00", "2026-11-17T17:30");
    desk.block("Sat", Growth, "2026-11-21T11:00", "2026-11-21T12:00");
    desk.block("Run", Personal, "2026-11-21T18:00", "2026-11-21T19:00");
    let saved = desk.save(&week("2026-11-16"));
    let laid = desk.lay(&saved, &week("2026-11-23"), Collisions::LeaveOut);
    let outside: Vec<bool> = laid.lines.iter().map(|line| line.outside_hours).collect();
    assert_eq!(outside, [true, false, true, false]);
}

#[test]
fn the_same_block_at_the_same_time_is_not_laid_again() {
    let mut desk = Desk::new();
    desk.block("Build", Technical, "2026-11-17T09:00", "2026-11-17T11:00");
    let saved = desk.save(&week("2026-11-16"));
    desk.block(" build", Technical, "2026-11-24T09:00", "2026-11-24T11:00");
    let laid = desk.lay(&saved, &week("2026-11-23"), Collisions::KeepBoth);
    assert_eq!(fates(&laid), [Fate::There]);
    assert!(laid.edit.is_empty());
    // Another category is another block.
    desk.blocks[1].category = Management;
    let laid = desk.lay(&saved, &week("2026-11-23"), Collisions::LeaveOut);
    assert_eq!(fates(&laid), [Fate::LeftOut]);
}

#[test]
fn a_piece_with_a_rule_becomes_a_series_once() {
    let mut desk = Desk::new();
    let mentor = desk.block("Mentor", Growth, "2026-11-18T16:00", "2026-11-18T16:30");
    mentor.location = "Café".into();
    let mut saved = desk.save(&week("2026-11-16"));
    saved[0].rule = Some("FREQ=WEEKLY;INTERVAL=2;BYDAY=WE".into());
    desk.blocks.clear();
    let laid = desk.keep(&saved, &week("2026-11-16"), Collisions::LeaveOut);
    let made = &laid.edit.put[0];
    assert_eq!(made.location, "Café");
    let rule = made.recurrence.as_ref().and_then(|r| r.rule.as_deref());
    assert_eq!(rule, Some("FREQ=WEEKLY;INTERVAL=2;BYDAY=WE"));
    // In the week between, too, the series is there already.
    let again = desk.lay(&saved, &week("2026-11-23"), Collisions::KeepBoth);
    assert_eq!(fates(&again), [Fate::SeriesThere]);
}

#[test]
fn a_series_that_begins_after_the_week_says_so() {
    let mut desk = Desk::new();
    desk.block("Month", Management, "2026-11-17T10:00", "2026-11-17T11:00");
    let mut saved = desk.save(&week("2026-11-16"));
    saved[0].rule = Some("FREQ=MONTHLY;BYDAY=1TU".into());
    desk.blocks.clear();
    let frame = week("2026-11-16");
    let laid = desk.lay(&saved, &frame, Collisions::LeaveOut);
    assert!(laid.lines[0].later);
    assert_eq!(laid.lines[0].start, wall("2026-12-01T10:00"));
    let touched = days(&all(&saved), &frame, &desk.zones, &desk.home);
    assert_eq!(touched, [date("2026-12-01")]);
}

#[test]
fn occurrences_are_saved_as_plain_pieces_and_lists_begin_unticked() {
    let mut desk = Desk::new();
    let one = desk.block("1:1", Management, "2026-11-17T09:00", "2026-11-17T10:00");
    one.instance = Some(Instance {
        series: BlockId(9),
        key: wall("2026-11-17T09:00"),
    });
    one.recurrence = Some(Recurrence::default());
    one.checklist = vec![CheckItem {
        side: Side::WhyWhere,
        text: "Listen".into(),
        done: true,
    }];
    let saved = desk.save(&week("2026-11-16"));
    assert_eq!(saved[0].rule, None);
    assert!(!saved[0].checklist[0].done);
}

#[test]
fn a_zone_nobody_knows_is_named_and_home_stands_in_for_it() {
    let mut desk = Desk::new();
    desk.block("Call", Management, "2026-11-17T09:00", "2026-11-17T10:00");
    let mut saved = desk.save(&week("2026-11-16"));
    saved[0].zone = Some("Mars/Olympus".into());
    let laid = desk.lay(&saved, &week("2026-11-23"), Collisions::LeaveOut);
    let name = "Mars/Olympus".to_string();
    assert_eq!(laid.lines[0].clash, Some(Clash::UnknownZone { name }));
    let laid = desk.lay(&saved, &week("2026-11-23"), Collisions::KeepBoth);
    assert_eq!(laid.edit.put[0].zone.as_deref(), Some("Europe/Berlin"));
}

#[test]
fn nothing_and_too_much_are_no_templates() {
    let mut desk = Desk::new();
    let frame = week("2026-11-16");
    let save = |desk: &Desk| pieces(&desk.blocks, &frame, &desk.zones, &desk.home);
    assert_eq!(save(&desk), Err(TemplateRefusal::Empty));
    for _ in 0..=MOST_PIECES {
        desk.block("x", Growth, "2026-11-17T09:00", "2026-11-17T10:00");
    }
    let pieces = MOST_PIECES + 1;
    assert_eq!(save(&desk), Err(TemplateRefusal::TooManyPieces { pieces }));
}
