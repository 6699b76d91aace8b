//! A first week from the welcome to the export, as one person lives it.

use crate::desk::{Desk, create, days, drag, fixture, gesture, target, unkeyed, wall};
use evenkeel_app::messages::{BlockPatch, ExportChoice, Op, Opening, Outcome, Week};
use evenkeel_core::category::Category;
use evenkeel_core::edit::{Carry, Gesture, Grip, Others};
use evenkeel_core::handle::Handle;
use evenkeel_core::settings::Settings;

/// Carries a write out and holds it to what its preview promised.
fn kept(desk: &Desk, op: Op) -> Outcome {
    let preview = desk.preview(op.clone());
    assert_eq!(preview.refused, None);
    let outcome = desk.apply(op);
    let told = outcome.figures.clone().map(unkeyed);
    assert_eq!(told, Some(unkeyed(preview.figures)));
    assert_eq!(outcome.figures.as_ref(), Some(&desk.week().figures));
    let places = |shown: &[evenkeel_app::messages::Occurrence]| {
        let mut places: Vec<_> = shown.iter().map(|one| (one.start, one.end)).collect();
        places.sort();
        places
    };
    assert_eq!(places(&outcome.put), places(&preview.put));
    assert_eq!(outcome.removed, preview.removed);
    outcome
}

/// What undo has to bring back.
fn content(week: Week) -> Week {
    Week {
        rev: 0,
        undo: None,
        redo: None,
        ..week
    }
}

#[test]
fn the_welcome_sets_role_hours_and_mix_in_one_step() {
    let desk = Desk::new();
    assert!(!desk.week().settings.first_run_done);
    let opening = desk.planner().opening(false, &desk.moment).unwrap();
    let Opening::Ready { roles, zones, .. } = opening else {
        panic!("{opening:?}");
    };
    assert!(zones.contains(&"Europe/Berlin".to_string()));
    let role = roles.last().unwrap();
    let outcome = desk.apply(Op::Welcome {
        settings: Settings {
            role: Some(role.name.clone()),
            ..Settings::default()
        },
        target: target(None, [role.technical, role.management, role.growth], 30),
    });
    assert!(outcome.reload);
    let week = desk.week();
    assert!(week.settings.first_run_done);
    assert_eq!(week.settings.role.as_ref(), Some(&role.name));
    assert_eq!(week.figures.target_minutes, 1800);
    // The beginning of a plan is no step that Ctrl+Z could fall back behind.
    assert_eq!(week.undo, None);
}

#[test]
fn every_gesture_is_what_its_preview_said_and_undo_and_redo_walk_through_them() {
    let mut desk = Desk::new();
    desk.import(&fixture("google.ics"));
    let created = kept(
        &desk,
        create(
            "Ingest design",
            Category::Technical,
            "2026-11-17T10:00",
            "2026-11-17T11:30",
        ),
    );
    assert_eq!(created.undo.as_deref(), Some("add Ingest design"));
    let block = desk.shown("Ingest design").block.unwrap();
    desk.undo();

    let copy = Gesture {
        carry: Carry::Copy,
        ..gesture(&[block], Grip::Whole, "2026-11-19T08:00")
    };
    let push = Gesture {
        others: Others::Push,
        ..gesture(&[block], Grip::End, "2026-11-18T15:30")
    };
    let rename = BlockPatch {
        title: Some("Ingest review".into()),
        ..BlockPatch::default()
    };
    let steps = [
        (
            "add Ingest design",
            create(
                "Ingest design",
                Category::Technical,
                "2026-11-17T10:00",
                "2026-11-17T11:30",
            ),
        ),
        ("move Ingest design", drag(block, "2026-11-18T13:00")),
        (
            "resize Ingest design",
            Op::Gesture(gesture(&[block], Grip::Start, "2026-11-18T12:00")),
        ),
        ("copy Ingest design", Op::Gesture(copy)),
        (
            "split Ingest design",
            Op::Split {
                block,
                at: wall("2026-11-18T13:00"),
            },
        ),
        ("resize Ingest design", Op::Gesture(push)),
        (
            "duplicate Ingest design",
            Op::Duplicate {
                blocks: vec![block],
            },
        ),
        (
            "recategorize Ingest design",
            Op::SetCategory {
                blocks: vec![block],
                category: Category::Growth,
            },
        ),
        (
            "rename Ingest design",
            Op::Edit {
                block,
                patch: rename,
            },
        ),
        (
            "delete Ingest review",
            Op::Delete {
                blocks: vec![block],
            },
        ),
    ];
    let mut states = vec![content(desk.week())];
    let mut labels = Vec::new();
    for (label, op) in steps {
        // A new block has a new number each time it is made anew.
        let op = renumbered(op, &desk, block);
        let before = desk.week().rev;
        let outcome = kept(&desk, op);
        assert_eq!(outcome.rev, before + 1, "{label}");
        assert_eq!(outcome.undo.as_deref(), Some(label));
        labels.push(label);
        states.push(content(desk.week()));
    }
    let now = states.pop().unwrap();
    for (label, state) in labels.iter().zip(&states).rev() {
        let outcome = desk.undo();
        assert_eq!(outcome.redo.as_deref(), Some(*label));
        assert_eq!(&content(desk.week()), state, "{label}");
    }
    desk.reopen();
    for (label, state) in labels.iter().zip(states[1..].iter().chain([&now])) {
        let outcome = desk.redo();
        assert_eq!(outcome.undo.as_deref(), Some(*label));
        assert_eq!(&content(desk.week()), state, "{label}");
    }
}

/// The same request about the block that bears the title now.
fn renumbered(op: Op, desk: &Desk, first: Handle) -> Op {
    let shown = desk.week().occurrences;
    let own = shown.iter().filter_map(|shown| shown.block);
    let Some(now) = own.min() else { return op };
    let put = |blocks: Vec<Handle>| {
        let put = |id| if id == first { now } else { id };
        blocks.into_iter().map(put).collect()
    };
    match op {
        Op::Gesture(gesture) => Op::Gesture(Gesture {
            blocks: put(gesture.blocks),
            ..gesture
        }),
        Op::Split { at, .. } => Op::Split { block: now, at },
        Op::Duplicate { blocks } => Op::Duplicate {
            blocks: put(blocks),
        },
        Op::Delete { blocks } => Op::Delete {
            blocks: put(blocks),
        },
        Op::SetCategory { blocks, category } => Op::SetCategory {
            blocks: put(blocks),
            category,
        },
        Op::Edit { patch, .. } => Op::Edit { block: now, patch },
        op => op,
    }
}

#[test]
fn the_block_to_select_next_is_the_one_in_hand_and_not_one_that_makes_way() {
    let desk = Desk::new();
    let neighbour = desk.block(
        "Mail",
        Category::Management,
        "2026-11-17T09:00",
        "2026-11-17T10:00",
    );
    let held = desk.block(
        "Ingest design",
        Category::Technical,
        "2026-11-18T09:00",
        "2026-11-18T10:00",
    );
    assert!(neighbour < held);
    let outcome = desk.apply(Op::Gesture(Gesture {
        others: Others::Push,
        ..gesture(&[held], Grip::Whole, "2026-11-17T09:00")
    }));
    assert_eq!(outcome.put.len(), 2);
    assert_eq!(outcome.focus, Some(held.to_string()));
    let away = desk.apply(drag(held, "2026-12-17T09:00"));
    assert_eq!((away.focus, away.removed), (None, vec![held.to_string()]));
}

#[test]
fn a_selection_that_goes_far_pushes_what_stands_where_its_last_block_lands() {
    let mut desk = Desk::new();
    let first = desk.block(
        "One",
        Category::Technical,
        "2026-11-16T09:00",
        "2026-11-16T10:00",
    );
    let last = desk.block(
        "Two",
        Category::Technical,
        "2026-12-11T09:00",
        "2026-12-11T10:00",
    );
    let there = desk.block(
        "There",
        Category::Growth,
        "2027-04-30T09:30",
        "2027-04-30T10:30",
    );
    desk.reopen();
    desk.apply(Op::Gesture(Gesture {
        others: Others::Push,
        ..gesture(&[first, last], Grip::Whole, "2027-04-05T09:00")
    }));
    let details = |id: Handle| {
        let key = id.to_string();
        desk.planner()
            .details(&key, &desk.moment)
            .unwrap()
            .own_start
    };
    assert_eq!(details(last), wall("2027-04-30T09:00"));
    assert_eq!(details(there), wall("2027-04-30T10:00"));
}

#[test]
fn a_block_of_another_week_leaves_the_numbers_of_this_one_alone() {
    let mut desk = Desk::new();
    desk.block(
        "Here",
        Category::Technical,
        "2026-11-17T09:00",
        "2026-11-17T10:00",
    );
    let before = desk.week();
    let far = desk.block(
        "Far",
        Category::Growth,
        "2031-05-05T09:00",
        "2031-05-05T12:00",
    );
    type Write = fn(&Desk, Handle) -> Outcome;
    let writes: [Write; 4] = [
        |desk, far| desk.apply(drag(far, "2016-05-05T09:00")),
        |desk, _| desk.undo(),
        |desk, _| desk.undo(),
        |desk, _| desk.redo(),
    ];
    for write in writes {
        desk.reopen();
        let outcome = write(&desk, far);
        assert!(!outcome.reload);
        assert_eq!(outcome.figures.as_ref(), Some(&before.figures));
        assert_eq!(outcome.put, []);
    }
    let home = desk.apply(drag(far, "2026-11-18T09:00"));
    assert_eq!(home.put.len(), 1);
    assert_eq!(desk.minutes(), [60, 0, 180, 0]);
    let back = desk.undo();
    assert_eq!(back.removed, [far.to_string()]);
    assert_eq!(desk.week().figures, before.figures);
}

#[test]
fn an_export_read_into_another_plan_shows_the_same_week() {
    let desk = Desk::new();
    let design = desk.block(
        "Design; a, b",
        Category::Technical,
        "2026-11-17T09:00",
        "2026-11-17T10:30",
    );
    desk.block(
        "Ömer 1:1",
        Category::Management,
        "2026-11-18T23:00",
        "2026-11-19T00:30",
    );
    desk.block(
        "Family",
        Category::Personal,
        "2026-11-18T18:00",
        "2026-11-18T20:00",
    );
    desk.apply(Op::Edit {
        block: design,
        patch: BlockPatch {
            zone: Some("America/New_York".into()),
            notes: Some("two\nlines".into()),
            ..BlockPatch::default()
        },
    });
    let path = desk.folder().join("../week.ics");
    let choice = |personal| ExportChoice {
        personal,
        ..ExportChoice::default()
    };
    let written = desk
        .planner()
        .export(&choice(false), &path, &desk.moment)
        .unwrap();
    assert_eq!(written.events, 2);
    let other = Desk::new();
    other.import(&path);
    let rows = |desk: &Desk| {
        let rows = desk.planner().agenda(desk.seen, &desk.moment).unwrap();
        let rows = rows.into_iter().filter(|row| row.category != "personal");
        rows.map(|row| {
            (
                row.uid,
                row.title,
                row.category,
                row.start,
                row.end,
                row.zone,
            )
        })
        .collect::<Vec<_>>()
    };
    assert_eq!(rows(&other), rows(&desk));
    assert_eq!(other.minutes()[..3], desk.minutes()[..3]);
    let all = desk
        .planner()
        .export(&choice(true), &path, &desk.moment)
        .unwrap();
    assert_eq!(all.events, 3);
    let dated = ExportChoice {
        from: Some(days("2026-11-18", "2026-11-19").from),
        ..choice(true)
    };
    let later = desk.planner().export(&dated, &path, &desk.moment).unwrap();
    assert_eq!(later.events, 2);
}
