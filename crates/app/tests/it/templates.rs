//! Templates and copied weeks, through the one door.

use crate::desk::{Desk, day, days, drag, minutes, said_well, wall};
use evenkeel_app::Instant;
use evenkeel_app::messages::{BlockPatch, Fault, LaidKind, NewTemplate, Op, Preview, TemplateLine};
use evenkeel_core::boundary::{Boundaries, DayOff, DayOffKind};
use evenkeel_core::category::Category::{self, Growth, Management, Personal, Technical};
use evenkeel_core::handle::Handle;
use evenkeel_core::template::{Collisions, MOST_TEMPLATES, Reach, TemplateId, TemplateKey};
use evenkeel_store::{Error, Owner, Store};

fn save(name: &str, reach: Reach, from: &str, blocks: &[Handle]) -> Op {
    Op::SaveTemplate(NewTemplate {
        name: name.into(),
        reach,
        from: day(from),
        blocks: blocks.to_vec(),
    })
}

fn lay(key: &str, on: &str, collisions: Collisions) -> Op {
    Op::LayTemplate {
        template: key.parse().unwrap(),
        on: day(on),
        collisions,
    }
}

fn lay_out(key: &str, on: &str) -> Op {
    lay(key, on, Collisions::LeaveOut)
}

fn copy(from: &str, to: &str) -> Op {
    Op::CopyWeek {
        from: day(from),
        to: day(to),
        collisions: Collisions::LeaveOut,
    }
}

fn own(desk: &Desk) -> Vec<TemplateLine> {
    let lines = desk.planner().templates().unwrap();
    lines.into_iter().filter(|line| line.own).collect()
}

/// A desk with the week after in view, and a template of this one.
fn with_template() -> Desk {
    let mut desk = Desk::new();
    desk.block("Build", Technical, "2026-11-16T09:00", "2026-11-16T12:00");
    desk.block(
        "1:1 Ada",
        Management,
        "2026-11-18T14:00",
        "2026-11-18T14:30",
    );
    desk.block("Run", Personal, "2026-11-19T18:00", "2026-11-19T19:00");
    desk.apply(save("My week", Reach::Week, "2026-11-20", &[]));
    desk.seen = days("2026-11-23", "2026-11-30");
    desk
}

/// Puts a holiday into the boundaries.
fn off(desk: &Desk, from: &str, until: &str, name: &str) {
    let store = Store::open(&desk.folder(), Owner::Guest).unwrap();
    let off = DayOff {
        from: day(from),
        until: day(until),
        kind: DayOffKind::Holiday,
        name: name.into(),
    };
    let boundaries = Boundaries {
        days_off: vec![off],
        ..Boundaries::default()
    };
    let put = store.transact::<_, Error>("holiday", Instant(0), |tx| tx.put_boundaries(boundaries));
    put.unwrap();
}

fn titles(desk: &Desk) -> Vec<String> {
    let shown = desk.week().occurrences;
    shown.into_iter().map(|one| one.title).collect()
}

fn reasons(preview: &Preview) -> Vec<String> {
    let lines = &preview.laid.as_ref().unwrap().lines;
    lines
        .iter()
        .map(|line| format!("{}: {}", line.title, line.words))
        .collect()
}

#[test]
fn a_week_is_saved_and_laid_over_another_as_one_step_of_undo() {
    let desk = with_template();
    let listed = own(&desk);
    assert_eq!(listed[0].words, "3 blocks, 4 h 30");
    let empty = desk.week();

    let op = lay_out("t1", "2026-11-26");
    let preview = desk.preview(op.clone());
    assert_eq!(preview.refused, None);
    assert_eq!(minutes(&preview.figures), [180, 30, 0, 60]);
    let [technical, management, _] = &preview.figures.categories[..] else {
        panic!("three categories")
    };
    let balance = format!(
        "Technical 3 h of {}. Management 30 min of {}. Personal 1 h.",
        technical.target_words, management.target_words
    );
    assert_eq!(preview.said, format!("All 3 blocks fit. {balance}"));
    assert_eq!(desk.week(), empty);

    let outcome = desk.apply(op);
    assert_eq!(outcome.said, "Laid My week: 3 blocks.");
    assert_eq!(outcome.put.len(), 3);
    assert_eq!(outcome.undo.as_deref(), Some("lay My week"));
    assert_eq!(titles(&desk), ["Build", "1:1 Ada", "Run"]);
    assert_eq!(desk.shown("Build").start, wall("2026-11-23T09:00"));
    assert_eq!(outcome.figures.unwrap(), preview.figures);
    desk.undo();
    assert_eq!(desk.week().occurrences, empty.occurrences);
    desk.redo();
    assert_eq!(desk.minutes(), [180, 30, 0, 60]);
}

#[test]
fn what_collides_is_named_with_what_and_when_and_can_be_laid_beside() {
    let desk = with_template();
    desk.block("Board", Management, "2026-11-23T10:00", "2026-11-23T10:30");
    desk.block("Audit", Management, "2026-11-23T11:30", "2026-11-23T12:30");
    let preview = desk.preview(lay_out("t1", "2026-11-23"));
    let laid = preview.laid.clone().unwrap();
    assert_eq!((laid.made, laid.left_out), (2, 1));
    assert_eq!(laid.words, "2 of 3 blocks fit. 1 collides and is left out.");
    let reason = "Build: Board is there, 10:00 to 10:30, and one more";
    assert_eq!(reasons(&preview), [reason]);
    assert!(!laid.lines[0].made);

    let beside = lay("t1", "2026-11-23", Collisions::KeepBoth);
    let preview = desk.preview(beside.clone());
    assert_eq!(preview.put.len(), 3);
    let words = preview.laid.unwrap().words;
    assert_eq!(words, "2 of 3 blocks fit. 1 collides and is laid beside.");
    assert_eq!(desk.apply(beside).put.len(), 3);
}

#[test]
fn laying_twice_is_refused_and_changes_nothing() {
    let desk = with_template();
    desk.apply(lay_out("t1", "2026-11-23"));
    let before = desk.week().rev;
    let fault = desk.refused(lay("t1", "2026-11-23", Collisions::KeepBoth));
    said_well(&fault);
    assert!(
        fault
            .message
            .starts_with("Everything of \u{201c}My week\u{201d}")
    );
    assert_eq!(desk.week().rev, before);
    let preview = desk.preview(lay_out("t1", "2026-11-23"));
    assert!(preview.put.is_empty());
    assert_eq!(preview.laid.unwrap().words, "3 are there already.");
    assert_eq!(preview.refused, Some(fault));
}

#[test]
fn where_nothing_fits_nothing_is_laid_and_a_way_out_is_named() {
    let desk = with_template();
    for date in ["2026-11-23", "2026-11-25", "2026-11-26"] {
        let at = |clock: &str| format!("{date}T{clock}");
        desk.block("Offsite", Management, &at("08:00"), &at("20:00"));
    }
    let fault = desk.refused(lay_out("t1", "2026-11-23"));
    said_well(&fault);
    assert!(fault.hint.contains("beside"));
    assert_eq!(
        desk.preview(lay_out("t1", "2026-11-23")).refused,
        Some(fault)
    );
}

#[test]
fn a_template_from_another_zone_is_laid_at_the_hour_of_that_zone() {
    let mut desk = Desk::new();
    let call = desk.block("Call", Management, "2026-10-20T15:00", "2026-10-20T16:00");
    desk.apply(Op::Edit {
        block: call,
        patch: BlockPatch {
            zone: Some("America/New_York".into()),
            start: Some(wall("2026-10-20T09:00")),
            end: Some(wall("2026-10-20T10:00")),
            ..BlockPatch::default()
        },
    });
    desk.apply(save("Overseas", Reach::Week, "2026-10-20", &[]));
    // Berlin has changed its clocks by then, New York has not.
    desk.seen = days("2026-10-26", "2026-11-02");
    desk.apply(lay_out("t1", "2026-10-28"));
    let shown = desk.shown("Call");
    assert_eq!(shown.start, wall("2026-10-27T14:00"));
    assert_eq!(shown.zone.as_deref(), Some("America/New_York"));
}

#[test]
fn a_day_and_a_selection_go_to_the_day_that_is_named() {
    let desk = with_template();
    let run = desk.block("Read", Growth, "2026-11-17T08:00", "2026-11-17T09:00");
    let late = desk.block("Write", Growth, "2026-11-18T08:00", "2026-11-18T09:00");
    desk.apply(save("Two", Reach::Selection, "2026-01-01", &[late, run]));
    desk.apply(save("Monday", Reach::Day, "2026-11-16", &[]));
    desk.apply(lay_out("t2", "2026-11-26"));
    assert_eq!(desk.shown("Read").start, wall("2026-11-26T08:00"));
    assert_eq!(desk.shown("Write").start, wall("2026-11-27T08:00"));
    desk.apply(lay_out("t3", "2026-11-27"));
    assert_eq!(desk.shown("Build").start, wall("2026-11-27T09:00"));
}

#[test]
fn a_day_off_and_a_skipped_hour_are_named_reasons() {
    let mut desk = Desk::new();
    desk.block("Release", Technical, "2026-03-22T02:30", "2026-03-22T03:30");
    desk.block("Build", Technical, "2026-03-17T09:00", "2026-03-17T10:00");
    desk.block("Walk", Personal, "2026-03-17T12:00", "2026-03-17T12:30");
    desk.apply(save("Spring", Reach::Week, "2026-03-16", &[]));
    off(&desk, "2026-03-24", "2026-03-25", "Saints");
    desk.seen = days("2026-03-23", "2026-03-30");
    let preview = desk.preview(lay_out("t1", "2026-03-23"));
    assert_eq!(
        reasons(&preview),
        [
            "Build: That day is off: Saints",
            "Release: Clocks go forward and skip that time"
        ]
    );
    desk.apply(lay_out("t1", "2026-03-23"));
    assert_eq!(titles(&desk), ["Walk"]);
}

#[test]
fn the_weekly_practice_brings_a_mentor_every_second_week_and_is_not_laid_twice() {
    let mut desk = Desk::new();
    desk.apply(lay_out("weekly-practice", "2026-11-16"));
    assert_eq!(desk.minutes(), [0, 0, 80 + 50 + 30 + 30, 0]);
    assert!(desk.shown("Mentor").repeats);
    assert!(desk.shown("Look back on the week").facets.protected);
    desk.seen = days("2026-11-23", "2026-11-30");
    let preview = desk.preview(lay_out("weekly-practice", "2026-11-23"));
    assert_eq!(reasons(&preview), ["Mentor: Repeats there already"]);
    desk.apply(lay_out("weekly-practice", "2026-11-23"));
    assert!(!titles(&desk).contains(&"Mentor".to_string()));
    desk.seen = days("2026-11-30", "2026-12-07");
    assert_eq!(titles(&desk), ["Mentor"]);
}

#[test]
fn a_rhythm_says_when_its_monthly_parts_begin_and_is_known_again() {
    let desk = Desk::new();
    let op = lay_out("operating-rhythm", "2026-11-16");
    let preview = desk.preview(op.clone());
    assert_eq!(
        reasons(&preview),
        [
            "Look at the month: First on Tuesday 1 December",
            "Plan the quarter: First on Wednesday 2 December"
        ]
    );
    desk.apply(op.clone());
    let fault = desk.refused(op);
    assert!(fault.message.starts_with("Everything of"), "{fault:?}");
}

#[test]
fn last_week_is_copied_without_what_is_there_and_what_goes_on_by_itself() {
    let mut desk = with_template();
    desk.seen = days("2026-11-16", "2026-11-23");
    desk.apply(lay_out("one-to-ones", "2026-11-16"));
    desk.seen = days("2026-11-23", "2026-11-30");
    desk.block("Run", Personal, "2026-11-26T18:00", "2026-11-26T19:00");
    let op = copy("2026-11-16", "2026-11-23");
    let preview = desk.preview(op.clone());
    let laid = preview.laid.unwrap();
    // The one-to-one of Wednesday stands where 1:1 Ada was; the series was left out there.
    assert!(
        laid.lines
            .iter()
            .any(|line| line.words == "Goes on by itself")
    );
    let outcome = desk.apply(op.clone());
    assert_eq!(
        outcome.undo.as_deref(),
        Some("copy the week of 16 November")
    );
    assert!(outcome.said.starts_with("Copied the week of 16 November: "));
    assert_eq!(
        titles(&desk).iter().filter(|title| *title == "Run").count(),
        1
    );
    assert_eq!(
        titles(&desk)
            .iter()
            .filter(|title| *title == "Build")
            .count(),
        1
    );
    let again = desk.refused(op);
    said_well(&again);
    desk.undo();
    assert!(!titles(&desk).contains(&"Build".to_string()));
}

#[test]
fn a_week_that_cannot_be_copied_says_why() {
    let desk = Desk::new();
    let faults = [
        copy("2026-11-16", "2026-11-20"),
        copy("2026-11-09", "2026-11-16"),
        copy("1066-10-14", "2026-11-16"),
    ]
    .map(|op| desk.refused(op));
    faults.iter().for_each(said_well);
    assert!(faults[1].message.contains("9 November"));
}

#[test]
fn templates_are_named_once_renamed_removed_and_come_back() {
    let desk = with_template();
    let refused = |name: &str, field: Option<&str>| {
        let fault = desk.refused(save(name, Reach::Week, "2026-11-16", &[]));
        said_well(&fault);
        assert_eq!(fault.field.as_deref(), field);
    };
    refused("my  WEEK", Some("name"));
    refused("Weekly practice", Some("name"));
    refused("  ", Some("name"));
    refused(&"x".repeat(81), Some("name"));

    let id = TemplateId(1);
    let rename = |name: &str| Op::RenameTemplate {
        template: id,
        name: name.into(),
    };
    desk.apply(rename("MY WEEK"));
    assert_eq!(own(&desk)[0].name, "MY WEEK");
    said_well(&desk.refused(rename("team update")));
    desk.apply(Op::RemoveTemplate { template: id });
    assert!(own(&desk).is_empty());
    let gone = |op: Op| -> Fault { desk.refused(op) };
    gone(lay_out("t1", "2026-11-23"));
    gone(rename("x"));
    gone(lay_out("no-such-thing", "2026-11-23"));
    desk.undo();
    assert_eq!(own(&desk)[0].key, TemplateKey::Own(id));
}

#[test]
fn nothing_and_too_many_are_refused() {
    let desk = Desk::new();
    let reaches = [Reach::Week, Reach::Day, Reach::Selection];
    for reach in reaches {
        said_well(&desk.refused(save("Empty", reach, "2026-11-16", &[])));
    }
    desk.block("One", Technical, "2026-11-16T09:00", "2026-11-16T10:00");
    for number in 0..MOST_TEMPLATES {
        desk.apply(save(&format!("n{number}"), Reach::Week, "2026-11-16", &[]));
    }
    said_well(&desk.refused(save("more", Reach::Week, "2026-11-16", &[])));
}

#[test]
fn work_outside_the_hours_is_said_and_done() {
    let desk = with_template();
    desk.block("Late", Technical, "2026-11-17T18:00", "2026-11-17T19:00");
    desk.apply(save("Long", Reach::Week, "2026-11-16", &[]));
    let preview = desk.preview(lay_out("t2", "2026-11-23"));
    let lines = preview.laid.unwrap().lines;
    assert_eq!(lines.len(), 1);
    assert_eq!(lines[0].kind, LaidKind::Outside);
    assert!(lines[0].made);
}

#[test]
fn what_is_laid_can_be_dragged_and_a_moved_one_is_laid_anew() {
    let desk = with_template();
    desk.apply(lay_out("t1", "2026-11-23"));
    let build = desk.shown("Build").block.unwrap();
    desk.apply(drag(build, "2026-11-24T09:00"));
    desk.apply(lay_out("t1", "2026-11-23"));
    let count = |category: Category| {
        let shown = desk.week().occurrences;
        shown.iter().filter(|one| one.category == category).count()
    };
    assert_eq!((count(Technical), count(Management)), (2, 1));
}
