//! What goes on, what is next, what is done of today; and what a person means by a name.

use super::{at, enter, start_block};
use crate::desk::{Desk, create, day, days};
use evenkeel_app::messages::{BlockPatch, NewBlock, Op};
use evenkeel_core::category::Category;
use evenkeel_core::facets::Facets;
use evenkeel_core::repeat::{Every, Repeat};

fn planned() -> Desk {
    let desk = Desk::new();
    for (title, start, end) in [
        ("Ingest", "2026-11-20T09:00", "2026-11-20T10:00"),
        ("Review", "2026-11-20T10:30", "2026-11-20T11:30"),
        ("Night", "2026-11-21T01:00", "2026-11-21T02:00"),
        ("Ingest", "2026-11-21T10:00", "2026-11-21T11:00"),
    ] {
        desk.apply(create(title, Category::Technical, start, end));
    }
    desk
}

#[test]
fn what_is_planned_now_and_next_is_told_up_to_the_end_of_the_logical_day() {
    let mut desk = planned();
    at(&mut desk, "09:15");
    let now = desk.planner().right_now(&desk.moment).unwrap();
    assert_eq!(now.under_way.unwrap().words, "Ingest since 09:00");
    assert_eq!(now.next.unwrap().words, "Review at 10:30, in 1 h 15");
    assert_eq!((now.running, now.running_words), (None, String::new()));
    at(&mut desk, "23:30");
    let now = desk.planner().right_now(&desk.moment).unwrap();
    assert_eq!(now.under_way, None);
    assert_eq!(now.next.unwrap().words, "Night at 01:00, in 1 h 30");
    at(&mut desk, "2026-11-21T03:00");
    let now = desk.planner().right_now(&desk.moment).unwrap();
    assert_eq!(now.next, None);
    assert_eq!(now.planned_minutes, 180);
}

#[test]
fn what_is_done_counts_work_once_and_what_still_runs() {
    let mut desk = planned();
    let room = desk.block(
        "Room",
        Category::Technical,
        "2026-11-20T08:00",
        "2026-11-20T08:30",
    );
    desk.apply(crate::desk::edit(
        room,
        BlockPatch {
            facets: Some(Facets {
                contingency: true,
                ..Facets::default()
            }),
            ..BlockPatch::default()
        },
    ));
    let now = desk.planner().right_now(&desk.moment).unwrap();
    assert_eq!(now.words, "0 min done, nothing planned by now");
    at(&mut desk, "09:00");
    desk.apply(start_block(&desk.shown("Ingest").key));
    at(&mut desk, "09:40");
    // Under the timer: the same time is not counted twice.
    desk.apply(enter("Incident", "09:10", "09:20"));
    let now = desk.planner().right_now(&desk.moment).unwrap();
    assert_eq!((now.done_minutes, now.planned_minutes), (40, 40));
    assert_eq!(now.running_words, "Ingest, 40 min, since 09:00");
    assert_eq!(now.words, "40 min done of 40 min planned by now");
}

#[test]
fn a_name_is_a_key_or_a_title_of_that_day() {
    let mut desk = planned();
    at(&mut desk, "12:00");
    let named = |desk: &Desk, name: &str, on: &str| {
        let found = desk.planner().named(name, day(on), &desk.moment);
        found.unwrap()
    };
    assert_eq!(
        named(&desk, " ingest ", "2026-11-20").as_deref(),
        Some("b1")
    );
    assert_eq!(named(&desk, "Ingest", "2026-11-21").as_deref(), Some("b4"));
    assert_eq!(named(&desk, "night", "2026-11-20").as_deref(), Some("b3"));
    assert_eq!(named(&desk, "something else", "2026-11-20"), None);
    assert_eq!(named(&desk, "b2", "2026-11-20").as_deref(), Some("b2"));
    desk.planner()
        .named("b77", day("2026-11-20"), &desk.moment)
        .unwrap_err();
    desk.seen = days("2026-11-16", "2026-11-23");
    desk.apply(Op::Create(NewBlock {
        repeat: Some(Repeat::new(Every::Daily, 1)),
        ..crate::desk::new_block(
            "Stand-up",
            Category::Management,
            "2026-11-16T09:00",
            "2026-11-16T09:15",
        )
    }));
    let occurrence = "b5@2026-11-20T09:00:00";
    for name in ["b5", "stand-up", occurrence] {
        assert_eq!(
            named(&desk, name, "2026-11-20").as_deref(),
            Some(occurrence)
        );
    }
}
