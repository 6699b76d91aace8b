//! What is refused, at which field of which form; what a target and its dates do to the numbers.

use crate::desk::{Desk, create, edit, new_block, said_well, target, wall};
use evenkeel_app::messages::{BlockPatch, NewBlock, Op};
use evenkeel_core::category::Category;
use evenkeel_core::settings::{Settings, WorkHours};

#[test]
fn a_block_that_may_not_be_is_refused_at_its_field() {
    let desk = Desk::new();
    let block = desk.block(
        "One",
        Category::Technical,
        "2026-11-17T09:00",
        "2026-11-17T10:00",
    );
    let make = |start, end| create("One", Category::Technical, start, end);
    let patch = |change: &dyn Fn(&mut BlockPatch)| {
        let mut patch = BlockPatch::default();
        change(&mut patch);
        edit(block, patch)
    };
    let zoned = |zone: &str| {
        Op::Create(NewBlock {
            zone: Some(zone.into()),
            ..new_block(
                "One",
                Category::Technical,
                "2026-11-17T09:00",
                "2026-11-17T10:00",
            )
        })
    };
    for (field, op) in [
        ("end", make("2026-11-17T10:00", "2026-11-17T09:00")),
        ("end", make("2026-11-17T10:00", "2026-11-17T10:00")),
        ("end", make("2026-11-17T10:00", "2026-11-24T10:01")),
        ("start", make("0200-11-17T10:00", "0200-11-17T11:00")),
        ("zone", zoned("Mars/Olympus")),
        (
            "zone",
            patch(&|patch| patch.zone = Some("Mars/Olympus".into())),
        ),
        (
            "start",
            patch(&|patch| patch.start = Some(wall("2026-11-17T10:00"))),
        ),
        (
            "end",
            patch(&|patch| patch.end = Some(wall("2026-11-17T09:00"))),
        ),
        ("title", patch(&|patch| patch.title = Some("x".repeat(501)))),
    ] {
        let told = desk.preview(op.clone()).refused;
        let fault = desk.refused(op.clone());
        assert_eq!(fault.field.as_deref(), Some(field), "{op:?}");
        assert_eq!(told, Some(fault.clone()), "{op:?}");
        said_well(&fault);
    }
    desk.apply(make("2026-11-17T10:00", "2026-11-24T10:00"));
    desk.apply(patch(&|patch| patch.title = Some("x".repeat(500))));
}

#[test]
fn a_wall_time_that_clocks_skip_cannot_be_all_of_a_block() {
    let desk = Desk::new();
    let gap = create(
        "Gap",
        Category::Technical,
        "2026-03-29T02:00",
        "2026-03-29T03:00",
    );
    let fault = desk.refused(gap);
    assert_eq!(fault.field.as_deref(), Some("end"));
    said_well(&fault);
    desk.apply(create(
        "Over",
        Category::Technical,
        "2026-03-29T01:30",
        "2026-03-29T03:30",
    ));
}

#[test]
fn what_is_gone_or_locked_is_said_so() {
    let desk = Desk::new();
    let gone = Op::Delete {
        blocks: vec!["b77".parse().unwrap()],
    };
    assert_eq!(
        desk.refused(gone).message,
        "This block is not there any more."
    );
    let block = desk.block(
        "One",
        Category::Technical,
        "2026-11-17T09:00",
        "2026-11-17T10:00",
    );
    desk.apply(edit(
        block,
        BlockPatch {
            locked: Some(true),
            ..BlockPatch::default()
        },
    ));
    let fault = desk.refused(crate::desk::drag(block, "2026-11-18T09:00"));
    assert_eq!(fault.message, "\u{201c}One\u{201d} is locked where it is.");
    said_well(&fault);
}

#[test]
fn settings_out_of_range_are_refused_at_their_field() {
    let desk = Desk::new();
    type Change = fn(&mut Settings);
    let changes: [(&str, Change); 8] = [
        ("home_zone", |set| {
            set.home_zone = Some("Mars/Olympus".into())
        }),
        ("work_hours", |set| {
            set.work_hours[0] = Some(WorkHours {
                start: 600,
                end: 60,
            });
        }),
        ("week_starts_on", |set| set.week_starts_on = 7),
        ("day_starts_at", |set| set.day_starts_at = 13 * 60),
        ("snap_minutes", |set| set.snap_minutes = 7),
        ("growth_minimum", |set| set.growth_minimum = 90_000),
        ("hour_height", |set| set.hour_height = 3),
        ("role", |set| set.role = Some("emperor".into())),
    ];
    for (field, change) in changes {
        let mut settings = Settings::default();
        change(&mut settings);
        let fault = desk.refused(Op::SetSettings {
            settings: settings.clone(),
        });
        assert_eq!(fault.field.as_deref(), Some(field));
        said_well(&fault);
        let welcome = Op::Welcome {
            settings,
            target: target(None, [40, 50, 10], 38),
        };
        assert_eq!(desk.refused(welcome), fault);
    }
}

#[test]
fn a_mix_that_does_not_sum_up_or_fills_no_week_is_refused() {
    let desk = Desk::new();
    for (field, draft) in [
        ("target", target(None, [40, 50, 11], 38)),
        ("target", target(None, [0, 0, 0], 38)),
        ("week_minutes", target(None, [40, 50, 10], 0)),
        ("week_minutes", target(None, [40, 50, 10], 169)),
    ] {
        let fault = desk.refused(Op::SetTarget(draft.clone()));
        assert_eq!(fault.field.as_deref(), Some(field), "{draft:?}");
        said_well(&fault);
    }
}

#[test]
fn the_numbers_of_a_week_go_by_the_targets_of_its_days() {
    let mut desk = Desk::new();
    desk.apply(Op::SetTarget(target(None, [40, 50, 10], 38)));
    desk.apply(Op::SetTarget(target(Some("2026-11-18"), [60, 20, 20], 20)));
    let wanted = |desk: &Desk| {
        let figures = desk.week().figures;
        (figures.target_minutes, figures.categories[0].target)
    };
    // Two days of the one, three of the other.
    let mixed = (2 * 38 * 60 + 3 * 20 * 60) / 5;
    assert_eq!(wanted(&desk), (mixed, 797));
    desk.seen = crate::desk::days("2026-11-23", "2026-11-30");
    assert_eq!(wanted(&desk), (20 * 60, 720));
    desk.apply(Op::SetTarget(target(Some("2026-11-18"), [50, 30, 20], 10)));
    assert_eq!(wanted(&desk), (10 * 60, 300));
    desk.undo();
    desk.undo();
    assert_eq!(wanted(&desk), (38 * 60, 912));
    let day = crate::desk::day("2026-11-25");
    assert_eq!(desk.planner().target(day).unwrap().week_minutes, 38 * 60);
}

#[test]
fn days_that_make_no_range_are_refused() {
    let desk = Desk::new();
    for (from, until) in [
        ("2026-11-16", "2026-11-16"),
        ("2026-11-17", "2026-11-16"),
        ("2020-01-01", "2026-01-01"),
    ] {
        let range = crate::desk::days(from, until);
        said_well(&desk.planner().week(range, &desk.moment).unwrap_err());
    }
}
