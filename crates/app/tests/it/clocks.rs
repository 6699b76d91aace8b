//! Weeks in which clocks change, zones without midnight, blocks of other zones, days that begin at
//! four.

use crate::desk::{Desk, create, days, drag, gesture, wall};
use evenkeel_app::messages::{BlockPatch, NewBlock, Op, Week};
use evenkeel_core::category::Category;
use evenkeel_core::edit::Grip;
use evenkeel_core::settings::Settings;

fn seen(zone: &str, from: &str, until: &str) -> (Desk, Week) {
    let mut desk = Desk::in_zone(zone);
    desk.seen = days(from, until);
    let week = desk.week();
    (desk, week)
}

/// Wall minutes of a day.
type Minutes = Option<(u16, u16)>;

/// The days that are not as long as others: date, minutes, what is skipped, what is repeated.
fn odd(week: &Week) -> Vec<(String, u32, Minutes, Minutes)> {
    let stretch = |stretch: Option<evenkeel_app::messages::WallStretch>| {
        stretch.map(|stretch| (stretch.start, stretch.end))
    };
    let days = week
        .days
        .iter()
        .filter(|day| day.minutes != 1440 || day.skipped.is_some() || day.repeated.is_some());
    days.map(|day| {
        (
            day.date.to_string(),
            day.minutes,
            stretch(day.skipped),
            stretch(day.repeated),
        )
    })
    .collect()
}

#[test]
fn the_day_on_which_clocks_go_forward_has_23_hours() {
    let (desk, week) = seen("Europe/Berlin", "2026-03-23", "2026-03-30");
    assert_eq!(
        odd(&week),
        [("2026-03-29".into(), 1380, Some((120, 180)), None)]
    );
    desk.apply(create(
        "Night",
        Category::Technical,
        "2026-03-29T00:00",
        "2026-03-29T06:00",
    ));
    let night = desk.shown("Night");
    assert_eq!((night.minutes, night.length_words.as_str()), (300, "5 h"));
    assert_eq!(desk.minutes()[0], 300);
}

#[test]
fn the_day_on_which_clocks_go_back_has_25_hours() {
    let (desk, week) = seen("Europe/Berlin", "2026-10-19", "2026-10-26");
    assert_eq!(
        odd(&week),
        [("2026-10-25".into(), 1500, None, Some((120, 180)))]
    );
    desk.apply(create(
        "Night",
        Category::Technical,
        "2026-10-25T00:00",
        "2026-10-25T06:00",
    ));
    assert_eq!(desk.shown("Night").minutes, 420);
    assert_eq!(desk.minutes()[0], 420);
}

#[test]
fn a_block_dragged_over_the_change_keeps_the_length_its_clock_shows() {
    let (desk, _) = seen("Europe/Berlin", "2026-03-23", "2026-03-30");
    let block = desk.block(
        "Night",
        Category::Technical,
        "2026-03-28T01:00",
        "2026-03-28T04:00",
    );
    assert_eq!(desk.shown("Night").minutes, 180);
    let op = drag(block, "2026-03-29T01:00");
    let preview = desk.preview(op.clone());
    let outcome = desk.apply(op);
    assert_eq!(outcome.put, preview.put);
    let night = desk.shown("Night");
    assert_eq!((night.end, night.minutes), (wall("2026-03-29T04:00"), 120));
    desk.undo();
    assert_eq!(desk.shown("Night").minutes, 180);
}

#[test]
fn zones_without_midnight_have_whole_days_all_the_same() {
    let (_, havana) = seen("America/Havana", "2026-03-02", "2026-03-09");
    assert_eq!(
        odd(&havana),
        [("2026-03-08".into(), 1380, Some((0, 60)), None)]
    );
    let (_, havana) = seen("America/Havana", "2026-10-26", "2026-11-02");
    assert_eq!(
        odd(&havana),
        [("2026-11-01".into(), 1500, None, Some((0, 60)))]
    );
    let (_, cairo) = seen("Africa/Cairo", "2026-04-20", "2026-04-27");
    assert_eq!(
        odd(&cairo),
        [("2026-04-24".into(), 1380, Some((0, 60)), None)]
    );
    let (_, cairo) = seen("Africa/Cairo", "2026-10-26", "2026-11-02");
    assert_eq!(
        odd(&cairo),
        [("2026-10-29".into(), 1500, None, Some((1380, 1440)))]
    );
}

#[test]
fn a_block_at_a_midnight_that_does_not_exist_shows_on_its_day() {
    let (mut desk, _) = seen("America/Havana", "2026-03-02", "2026-03-09");
    let block = desk.block(
        "Early",
        Category::Growth,
        "2026-03-08T00:00",
        "2026-03-08T02:00",
    );
    let early = desk.shown("Early");
    assert_eq!((early.start, early.minutes), (wall("2026-03-08T01:00"), 60));
    desk.seen = days("2026-03-08", "2026-03-09");
    assert_eq!(desk.week().occurrences.len(), 1);
    desk.seen = days("2026-03-07", "2026-03-08");
    assert_eq!(desk.week().occurrences, []);
    let outcome = desk.apply(drag(block, "2026-03-07T00:00"));
    assert_eq!(outcome.put.len(), 1);
}

#[test]
fn every_day_of_twelve_years_adds_up_in_zones_with_odd_changes() {
    for zone in [
        "Europe/Berlin",
        "Africa/Cairo",
        "America/Havana",
        "Australia/Lord_Howe",
        "Asia/Beirut",
        "Africa/Casablanca",
    ] {
        let mut desk = Desk::in_zone(zone);
        for year in 2026..2038 {
            desk.seen = days(&format!("{year}-01-01"), &format!("{}-01-01", year + 1));
            for day in desk.week().days {
                let length = |stretch: Option<evenkeel_app::messages::WallStretch>| {
                    stretch.map_or(0, |stretch| u32::from(stretch.end - stretch.start))
                };
                let told = 1440 + length(day.repeated) - length(day.skipped);
                assert_eq!(day.minutes, told, "{zone} {day:?}");
            }
        }
    }
}

#[test]
fn a_block_of_another_zone_keeps_it_through_every_gesture() {
    let desk = Desk::new();
    let outcome = desk.apply(Op::Create(NewBlock {
        zone: Some("America/New_York".into()),
        ..crate::desk::new_block(
            "Call",
            Category::Management,
            "2026-11-17T09:00",
            "2026-11-17T10:00",
        )
    }));
    let block = outcome.put[0].block.unwrap();
    assert_eq!(outcome.put[0].start, wall("2026-11-17T15:00"));
    let own = || {
        let details = desk
            .planner()
            .details(&block.to_string(), &desk.moment)
            .unwrap();
        (details.own_zone, details.own_start, details.own_end)
    };
    desk.apply(drag(block, "2026-11-19T01:30"));
    let new_york = || "America/New_York".to_string();
    assert_eq!(
        own(),
        (
            new_york(),
            wall("2026-11-18T19:30"),
            wall("2026-11-18T20:30")
        )
    );
    desk.apply(Op::Gesture(gesture(
        &[block],
        Grip::End,
        "2026-11-19T03:00",
    )));
    assert_eq!(
        own(),
        (
            new_york(),
            wall("2026-11-18T19:30"),
            wall("2026-11-18T21:00")
        )
    );
    assert_eq!(desk.shown("Call").zone, Some(new_york()));
    assert_eq!(desk.shown("Call").minutes, 90);
}

#[test]
fn a_floating_block_follows_the_home_zone_and_others_stay_where_they_are() {
    let desk = Desk::new();
    let block = desk.block(
        "Float",
        Category::Growth,
        "2026-11-17T09:00",
        "2026-11-17T10:00",
    );
    desk.apply(create(
        "Fixed",
        Category::Technical,
        "2026-11-17T09:00",
        "2026-11-17T10:00",
    ));
    desk.apply(Op::Edit {
        block,
        patch: BlockPatch {
            zone: Some(String::new()),
            ..BlockPatch::default()
        },
    });
    let outcome = desk.apply(Op::SetSettings {
        settings: Settings {
            home_zone: Some("Asia/Tokyo".into()),
            ..Settings::default()
        },
    });
    assert!(outcome.reload);
    assert_eq!(desk.week().zone, "Asia/Tokyo");
    assert_eq!(desk.shown("Float").start, wall("2026-11-17T09:00"));
    assert_eq!(desk.shown("Fixed").start, wall("2026-11-17T17:00"));
    desk.undo();
    assert_eq!(desk.shown("Fixed").start, wall("2026-11-17T09:00"));
}

#[test]
fn a_write_on_a_computer_that_has_travelled_tells_the_window_to_read_again() {
    let mut desk = Desk::new();
    let block = desk.block(
        "Call",
        Category::Technical,
        "2026-11-17T09:00",
        "2026-11-17T10:00",
    );
    assert_eq!(desk.week().zone, "Europe/Berlin");
    assert!(!desk.apply(drag(block, "2026-11-18T09:00")).reload);
    desk.moment.system_zone = "Asia/Tokyo".into();
    desk.preview(drag(block, "2026-11-19T09:00"));
    assert!(desk.apply(drag(block, "2026-11-19T09:00")).reload);
    assert_eq!(desk.week().zone, "Asia/Tokyo");
    assert!(!desk.undo().reload);
    assert_eq!(desk.shown("Call").start, wall("2026-11-18T17:00"));
}

#[test]
fn the_night_before_monday_counts_to_the_week_that_ends() {
    let mut desk = Desk::new();
    desk.apply(create(
        "Night",
        Category::Technical,
        "2026-11-22T23:00",
        "2026-11-23T01:00",
    ));
    assert_eq!(desk.minutes()[0], 120);
    desk.seen = days("2026-11-23", "2026-11-30");
    assert_eq!(desk.minutes()[0], 0);
    assert_eq!(desk.week().occurrences.len(), 1, "it shows on both days");
    desk.apply(create(
        "Over four",
        Category::Growth,
        "2026-11-23T03:00",
        "2026-11-23T05:00",
    ));
    assert_eq!(desk.minutes()[2], 60);
}

#[test]
fn where_weeks_start_on_saturday_the_night_after_friday_counts_to_the_week_before() {
    let mut desk = Desk::new();
    desk.apply(Op::SetSettings {
        settings: Settings {
            week_starts_on: 5,
            ..Settings::default()
        },
    });
    desk.apply(create(
        "Night",
        Category::Technical,
        "2026-11-20T23:00",
        "2026-11-21T01:00",
    ));
    assert_eq!(desk.week().figures.week, crate::desk::day("2026-11-14"));
    assert_eq!(desk.minutes()[0], 120);
    desk.seen = days("2026-11-21", "2026-11-28");
    assert_eq!(desk.minutes()[0], 0);
}
