//! Clocks that are set, sleep, travel and changes of the clocks while something is recorded.

use super::{at, enter, entries, instant, lane, start, steady, stop};
use crate::desk::{Desk, days, wall};
use evenkeel_app::Ticks;
use evenkeel_app::messages::Op;
use evenkeel_core::actual::Source;

fn seconds(desk: &Desk) -> i64 {
    let entries = desk.week().entries;
    entries
        .iter()
        .map(|entry| (entry.end - entry.start).num_seconds())
        .sum()
}

#[test]
fn a_clock_set_back_or_forward_loses_and_invents_no_minute() {
    for set in [-7_200, -3_600, 3_600, 30_000] {
        let mut desk = Desk::new();
        steady(&mut desk);
        at(&mut desk, "12:00");
        desk.apply(start("Ingest"));
        at(&mut desk, "12:50");
        desk.moment.now = desk.moment.now.plus_seconds(set);
        assert_eq!(desk.week().running.unwrap().elapsed, 50 * 60);
        let said = desk.apply(stop());
        let expected = "Stopped: 50 min of Ingest. The clock was set meanwhile, so the time counts \
                        as it went by, up to now.";
        assert_eq!(said.said, expected);
        assert_eq!(seconds(&desk), 50 * 60);
        let entry = &desk.week().entries[0];
        assert_eq!(
            desk.planner().instant(entry.end, &desk.moment).unwrap(),
            desk.moment.now
        );
    }
}

#[test]
fn a_clock_before_the_beginning_after_a_restart_leaves_no_entry_and_says_so() {
    let mut desk = Desk::new();
    steady(&mut desk);
    desk.apply(start("Ingest"));
    desk.moment.now = desk.moment.now.plus_seconds(-600);
    desk.moment.ticks = Some(Ticks {
        boot: "b".into(),
        seconds: 30,
    });
    assert_eq!(desk.week().running.unwrap().elapsed, 0);
    let said = desk.apply(stop());
    let expected = "Stopped Ingest; the clock stands before its beginning, so nobody knows how long \
                    it took. Enter its time by hand.";
    assert_eq!(said.said, expected);
    assert_eq!(desk.week().running, None);
    assert!(lane(&desk).is_empty());
}

#[test]
fn a_restart_of_the_computer_leaves_the_timer_running() {
    let mut desk = Desk::new();
    steady(&mut desk);
    desk.apply(start("Ingest"));
    at(&mut desk, "09:30");
    desk.moment.ticks = Some(Ticks {
        boot: "b".into(),
        seconds: 5,
    });
    desk.apply(stop());
    assert_eq!(lane(&desk), ["Ingest 08:00-09:30 timer"]);
}

#[test]
fn sleep_over_midnight_is_one_entry_over_midnight() {
    let mut desk = Desk::new();
    steady(&mut desk);
    at(&mut desk, "23:00");
    desk.apply(start("Deploy"));
    at(&mut desk, "2026-11-21T07:30");
    let said = desk.apply(stop());
    assert_eq!(said.said, "Stopped: 8 h 30 of Deploy.");
    let over = (
        "Deploy".into(),
        "Fri 23:00".into(),
        "Sat 07:30".into(),
        Source::Timer,
    );
    assert_eq!(entries(&desk), [over]);
}

#[test]
fn a_timer_left_on_for_thirty_hours_is_kept_and_spoken_of() {
    let mut desk = Desk::new();
    desk.apply(start("Ingest"));
    at(&mut desk, "2026-11-21T14:00");
    let said = desk.apply(stop());
    assert!(
        said.said
            .starts_with("Stopped: 30 h of Ingest. If it was left on by mistake,")
    );
    assert_eq!(seconds(&desk), 30 * 3600);
}

#[test]
fn an_entry_over_the_hour_that_is_skipped_or_repeated_has_its_real_minutes() {
    for (day, next, hours) in [
        ("2026-03-28T23:00", "2026-03-29T05:00", 5),
        ("2026-10-24T23:00", "2026-10-25T05:00", 7),
    ] {
        let mut desk = Desk::new();
        desk.seen = days(&day[..10], "2026-11-01");
        at(&mut desk, day);
        desk.apply(start("Night shift"));
        at(&mut desk, next);
        assert_eq!(desk.week().running.unwrap().elapsed, hours * 3600);
        let said = desk.apply(stop());
        assert_eq!(said.said, format!("Stopped: {hours} h of Night shift."));
        assert_eq!(desk.week().entries[0].minutes, hours * 60);
        desk.undo();
        desk.undo();
        desk.apply(enter("Night by hand", day, next));
        assert_eq!(desk.week().entries[0].minutes, hours * 60);
    }
}

#[test]
fn a_time_that_clocks_skip_or_show_twice_is_read_as_everywhere() {
    let mut desk = Desk::new();
    desk.seen = days("2026-03-23", "2026-03-30");
    desk.apply(enter("Skipped", "2026-03-29T01:30", "2026-03-29T02:30"));
    let entry = &desk.week().entries[0];
    assert_eq!((entry.end, entry.minutes), (wall("2026-03-29T03:30"), 60));
    desk.seen = days("2026-10-19", "2026-10-26");
    desk.apply(enter("Twice", "2026-10-25T02:00", "2026-10-25T02:30"));
    let entry = &desk.week().entries[0];
    assert_eq!(entry.minutes, 30);
    let first = instant(&desk, "2026-10-25T01:00").plus_seconds(3600);
    assert_eq!(
        desk.planner().instant(entry.start, &desk.moment).unwrap(),
        first
    );
}

#[test]
fn an_entry_in_the_second_pass_of_an_hour_stays_there_when_its_title_or_end_changes() {
    let mut desk = Desk::new();
    desk.seen = days("2026-10-19", "2026-10-26");
    // 02:10 in its second pass: 70 minutes after the first two o'clock.
    desk.moment.now = instant(&desk, "2026-10-25T02:00").plus_seconds(70 * 60);
    desk.apply(start("On call"));
    at(&mut desk, "2026-10-25T04:00");
    desk.apply(stop());
    let entry = desk.week().entries[0].clone();
    assert_eq!(
        (entry.start, entry.minutes),
        (wall("2026-10-25T02:10"), 110)
    );
    let patch = evenkeel_app::messages::EntryPatch {
        start: Some(entry.start),
        end: Some(wall("2026-10-25T03:30")),
        ..Default::default()
    };
    desk.apply(super::correct(entry.id, patch));
    assert_eq!(desk.week().entries[0].minutes, 80);
    desk.apply(Op::SplitEntry {
        entry: entry.id,
        at: wall("2026-10-25T02:40"),
    });
    let minutes: Vec<u32> = desk.week().entries.iter().map(|one| one.minutes).collect();
    assert_eq!(minutes, [30, 50]);
}

#[test]
fn travel_changes_neither_when_it_was_nor_how_long() {
    let mut desk = Desk::new();
    steady(&mut desk);
    desk.apply(start("Train ride"));
    desk.moment.now = desk.moment.now.plus_seconds(5_400);
    if let Some(ticks) = &mut desk.moment.ticks {
        ticks.seconds += 5_400;
    }
    desk.moment.system_zone = "Europe/London".into();
    let running = desk.week().running.unwrap();
    assert_eq!(
        (running.start, running.elapsed),
        (wall("2026-11-20T07:00"), 5_400)
    );
    let said = desk.apply(stop());
    assert_eq!(said.said, "Stopped: 1 h 30 of Train ride.");
    assert_eq!(lane(&desk), ["Train ride 07:00-08:30 timer"]);
    desk.moment.system_zone = "Europe/Berlin".into();
    assert_eq!(lane(&desk), ["Train ride 08:00-09:30 timer"]);
}

#[test]
fn a_stop_in_the_second_pass_of_an_hour_is_meant_where_the_first_was_before_the_start() {
    let mut desk = Desk::new();
    desk.seen = days("2026-10-19", "2026-10-26");
    desk.moment.now = instant(&desk, "2026-10-25T02:00").plus_seconds(70 * 60);
    desk.apply(start("On call"));
    at(&mut desk, "2026-10-25T04:00");
    let at = Some(wall("2026-10-25T02:40"));
    let said = desk.apply(Op::Stop { at });
    assert_eq!(said.said, "Stopped: 30 min of On call.");
}
