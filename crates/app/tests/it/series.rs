//! One's own series through the one door: making, changing, skipping, and what is said of it.

use crate::desk::{Desk, create, days, drag, new_block, said_well, wall};
use chrono::Weekday;
use evenkeel_app::messages::{BlockPatch, Op, SeriesFacts};
use evenkeel_core::category::Category;
use evenkeel_core::edit::series::Scope;
use evenkeel_core::handle::Handle;
use evenkeel_core::repeat::{Ends, Every, Repeat};

fn weekly(days: &[Weekday]) -> Repeat {
    Repeat::new(
        Every::Weekly {
            days: days.to_vec(),
        },
        1,
    )
}

/// Half an hour every day of the week in view, from 9:00 on.
fn daily(desk: &Desk) -> Handle {
    let outcome = desk.apply(Op::Create(evenkeel_app::messages::NewBlock {
        repeat: Some(Repeat::new(Every::Daily, 1).ending(Ends::Count { times: 7 })),
        ..new_block(
            "Stand-up",
            Category::Management,
            "2026-11-16T09:00",
            "2026-11-16T09:30",
        )
    }));
    outcome.focus.unwrap().parse().unwrap()
}

fn on(day: u32) -> Handle {
    format!("b1@2026-11-{day}T09:00:00").parse().unwrap()
}

fn starts(desk: &Desk) -> Vec<String> {
    let shown = desk.week().occurrences;
    shown
        .iter()
        .map(|shown| shown.start.format("%a %H:%M").to_string())
        .collect()
}

fn facts(desk: &Desk, handle: Handle) -> (String, SeriesFacts) {
    let details = desk
        .planner()
        .details(&handle.to_string(), &desk.moment)
        .unwrap();
    (details.repeats, details.series.unwrap())
}

#[test]
fn a_series_is_made_shown_and_told_in_words() {
    let desk = Desk::new();
    assert_eq!(daily(&desk), on(16));
    assert_eq!(starts(&desk).len(), 7);
    assert!(desk.week().occurrences.iter().all(|shown| shown.repeats));
    let (words, series) = facts(&desk, on(18));
    assert_eq!(words, "Every day, 7 times");
    assert_eq!((series.first, series.differs), (false, None));
    assert_eq!(series.exceptions, []);
    assert!(facts(&desk, on(16)).1.first);
}

#[test]
fn a_moved_occurrence_can_take_the_following_ones_or_all_along() {
    let desk = Desk::new();
    daily(&desk);
    let moved = desk.apply(drag(on(18), "2026-11-18T10:00"));
    assert_eq!(moved.notice, "Moved Stand-up.");
    let spread = moved.spread.unwrap();
    assert_eq!((spread.block, spread.all.as_str()), (on(18), "Move all"));
    assert_eq!(spread.following.as_deref(), Some("This and following"));
    assert_eq!(
        facts(&desk, on(18)).1.differs.unwrap(),
        "Moved from Wednesday 18 November, 09:00"
    );
    let block = spread.block;
    let rest = desk.apply(Op::Spread {
        block,
        scope: Scope::Following,
    });
    assert_eq!(rest.notice, "Moved Stand-up and the following.");
    assert_eq!(rest.focus.as_deref(), Some("b3@2026-11-18T10:00:00"));
    assert_eq!(rest.spread, None);
    let tens = |desk: &Desk| {
        starts(desk)
            .iter()
            .filter(|start| start.ends_with("10:00"))
            .count()
    };
    assert_eq!(tens(&desk), 5);
    desk.undo();
    assert_eq!(tens(&desk), 1);
    let all = desk.apply(Op::Spread {
        block,
        scope: Scope::All,
    });
    assert_eq!(all.notice, "Moved every Stand-up.");
    assert_eq!((tens(&desk), starts(&desk).len()), (7, 7));
    // The first of a series has none before it to leave alone.
    let first = desk.apply(drag(
        "b1@2026-11-16T10:00:00".parse().unwrap(),
        "2026-11-16T12:00",
    ));
    assert_eq!(first.spread.unwrap().following, None);
    let copied = desk.apply(Op::Duplicate {
        blocks: vec!["b1@2026-11-17T10:00:00".parse().unwrap()],
    });
    assert_eq!(copied.spread, None);
}

#[test]
fn one_is_skipped_and_put_back_and_can_take_the_rest_with_it() {
    let desk = Desk::new();
    daily(&desk);
    let skipped = desk.apply(Op::Delete {
        blocks: vec![on(18)],
    });
    assert_eq!(skipped.notice, "Skipped Stand-up.");
    assert_eq!(skipped.removed, [on(18).to_string()]);
    assert_eq!(starts(&desk).len(), 6);
    let (_, series) = facts(&desk, on(17));
    assert_eq!(series.exceptions[0].words, "Skipped: Wednesday 18 November");
    let back = desk.apply(Op::Restore {
        block: series.exceptions[0].block,
    });
    assert_eq!(back.notice, "Put back Stand-up.");
    assert_eq!(starts(&desk).len(), 7);
    desk.undo();
    let rest = desk.apply(Op::Spread {
        block: on(18),
        scope: Scope::Following,
    });
    assert_eq!(rest.notice, "Deleted Stand-up and the following.");
    assert_eq!(starts(&desk), ["Mon 09:00", "Tue 09:00"]);
    desk.undo();
    desk.undo();
    assert_eq!(starts(&desk).len(), 7);
    desk.apply(Op::Across {
        scope: Scope::All,
        edit: Box::new(Op::Delete {
            blocks: vec![on(18)],
        }),
    });
    assert_eq!(starts(&desk), [""; 0]);
    assert_eq!(desk.undo().put.len(), 7);
}

#[test]
fn exceptions_without_a_place_are_named_in_the_notice() {
    let desk = Desk::new();
    daily(&desk);
    desk.apply(Op::Delete {
        blocks: vec![on(18)],
    });
    let patch = BlockPatch {
        title: Some("Retro".into()),
        ..BlockPatch::default()
    };
    desk.apply(Op::Edit {
        block: on(20),
        patch,
    });
    let changed = desk.apply(Op::Repeat {
        block: on(16),
        repeat: Some(weekly(&[Weekday::Mon, Weekday::Tue])),
        scope: Scope::All,
    });
    assert_eq!(
        changed.notice,
        "Changed how Stand-up repeats. The skipped 18 November is no day of it any more. \
         The changed one of 20 November stays as a block of its own."
    );
    assert_eq!(starts(&desk), ["Mon 09:00", "Tue 09:00", "Fri 09:00"]);
    assert_eq!(facts(&desk, on(17)).0, "Every Monday and Tuesday");
}

#[test]
fn a_block_begins_to_repeat_and_stops() {
    let desk = Desk::new();
    let block = desk.block(
        "Reading",
        Category::Growth,
        "2026-11-16T16:00",
        "2026-11-16T17:00",
    );
    let planner = desk.planner();
    let every = weekly(&[Weekday::Tue, Weekday::Thu]);
    let told = planner
        .repeat_facts(&block.to_string(), &every, &desk.moment)
        .unwrap();
    assert_eq!(told.words, "Every Tuesday and Thursday");
    let next = [
        "Tue 17 Nov",
        "Thu 19 Nov",
        "Tue 24 Nov",
        "Thu 26 Nov",
        "Tue 1 Dec",
    ];
    assert_eq!(told.next, next);
    let ways: Vec<_> = told.monthly.iter().map(|way| way.label.as_str()).collect();
    assert_eq!(ways, ["On the 16th", "On the third Monday"]);
    let repeat = Some(every);
    let made = desk.apply(Op::Repeat {
        block,
        repeat,
        scope: Scope::All,
    });
    assert_eq!(made.notice, "Made Reading repeat.");
    assert_eq!(made.focus.as_deref(), Some("b1@2026-11-17T16:00:00"));
    assert_eq!(starts(&desk), ["Tue 16:00", "Thu 16:00"]);
    let thursday = "b1@2026-11-19T16:00:00".parse().unwrap();
    let stopped = desk.apply(Op::Repeat {
        block: thursday,
        repeat: None,
        scope: Scope::All,
    });
    assert_eq!(stopped.notice, "Stopped repeating Reading.");
    assert_eq!(stopped.focus.as_deref(), Some("b1"));
    assert_eq!(starts(&desk), ["Thu 16:00"]);
    assert_eq!(desk.undo().put.len(), 2);
}

#[test]
fn what_cannot_be_a_series_is_refused_at_its_field() {
    let desk = Desk::new();
    daily(&desk);
    let day = "2026-11-10".parse().unwrap();
    let over = Repeat::new(Every::Daily, 1).ending(Ends::Until { day });
    let fault = desk.refused(Op::Repeat {
        block: on(16),
        repeat: Some(over.clone()),
        scope: Scope::All,
    });
    said_well(&fault);
    assert_eq!(fault.field.as_deref(), Some("repeat"));
    let told = desk
        .planner()
        .repeat_facts(&on(16).to_string(), &over, &desk.moment)
        .unwrap();
    assert_eq!(told.refused.unwrap().message, fault.message);
    let alone = Op::Repeat {
        block: on(17),
        repeat: Some(weekly(&[])),
        scope: Scope::This,
    };
    said_well(&desk.refused(alone));
    let onto = desk.refused(drag(on(17), "2026-11-18T09:00"));
    assert_eq!(
        onto.message,
        "\u{201c}Stand-up\u{201d} already takes place then, on Wednesday 18 November."
    );
    said_well(&desk.refused(Op::Restore { block: on(17) }));
}

#[test]
fn a_series_of_ten_thousand_is_written_row_by_row_and_no_more() {
    let mut desk = Desk::new();
    desk.apply(Op::Create(evenkeel_app::messages::NewBlock {
        repeat: Some(Repeat::new(Every::Daily, 1).ending(Ends::Count { times: 10_000 })),
        ..new_block(
            "Walk",
            Category::Personal,
            "2020-01-01T12:00",
            "2020-01-01T12:30",
        )
    }));
    let before = desk.week().rev;
    let at = "b1@2026-11-18T12:00:00".parse().unwrap();
    let all = |op| Op::Across {
        scope: Scope::All,
        edit: Box::new(op),
    };
    desk.apply(all(drag(at, "2026-11-18T12:15")));
    assert_eq!(desk.week().rev, before + 1);
    assert_eq!(starts(&desk).len(), 7);
    desk.seen = days("2047-05-10", "2047-05-24");
    assert_eq!(
        desk.week().occurrences.last().unwrap().start,
        wall("2047-05-18T12:15")
    );
    desk.apply(create(
        "Later",
        Category::Growth,
        "2047-05-19T12:15",
        "2047-05-19T13:00",
    ));
}

#[test]
fn one_is_named_by_its_day_as_long_as_only_one_stands_there() {
    let desk = Desk::new();
    daily(&desk);
    let day = |day: u32| chrono::NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
    let time = |hour: u32| chrono::NaiveTime::from_hms_opt(hour, 0, 0);
    let find = |name: &str, at, scope| {
        let planner = desk.planner();
        planner.find_occurrence(name, at, scope, &desk.moment)
    };
    let refused = |name: &str, at| find(name, at, Scope::This).unwrap_err().message;
    // The one of Monday goes to Wednesday afternoon, where another one stands.
    desk.apply(drag(on(16), "2026-11-18T15:00"));
    assert_eq!(
        refused("b1", Some((day(18), None))),
        "\u{201c}Stand-up\u{201d} stands on 2026-11-18 more than once: at 09:00 and at 15:00."
    );
    for (at, key) in [
        ((day(18), time(9)), on(18)),
        ((day(18), time(15)), on(16)),
        ((day(17), None), on(17)),
        ((day(16), None), on(16)),
    ] {
        assert_eq!(find("b1", Some(at), Scope::This), Ok(Some(key)));
    }
    assert_eq!(
        refused("b1@2026-11-17T09:00:00", Some((day(18), None))),
        "b1@2026-11-17T09:00:00 already says which one it is."
    );
    // All of it needs no day; the first that is as the others speaks for them.
    assert_eq!(find("b1", None, Scope::All), Ok(Some(on(17))));
    assert!(find("b1", None, Scope::Following).is_err());
}
