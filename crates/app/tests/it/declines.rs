//! The decline log: kept, summed, changed, taken back.

use crate::desk::{Desk, day, said_well};
use evenkeel_app::messages::{DeclineDraft, Op};

fn draft(what: &str, on: &str, minutes: u32) -> DeclineDraft {
    DeclineDraft {
        on: day(on),
        what: what.into(),
        goal: String::new(),
        to: None,
        minutes,
        uid: None,
        note: String::new(),
    }
}

#[test]
fn a_no_is_written_down_with_its_goal_and_who_does_it_instead() {
    let desk = Desk::new();
    let said = desk.apply(Op::AddDecline(DeclineDraft {
        goal: "Ship ingest".into(),
        to: Some(" Ada ".into()),
        uid: Some("vendor@example.org".into()),
        ..draft(" Vendor call ", "2026-11-20", 60)
    }));
    assert_eq!(said.notice, "No to Vendor call: 1 h saved, handed to Ada.");
    let log = desk.planner().declines(&desk.moment).unwrap();
    let kept = &log.lines[0].decline;
    assert_eq!(
        (kept.what.as_str(), kept.to.as_deref()),
        ("Vendor call", Some("Ada"))
    );
    assert_eq!(kept.uid.as_deref(), Some("vendor@example.org"));
    assert_eq!(
        (log.goals, log.people),
        (vec!["Ship ingest".to_string()], vec!["Ada".to_string()])
    );
}

#[test]
fn the_log_is_newest_first_and_summed_by_time_and_by_goal() {
    let desk = Desk::new();
    for (what, on, minutes, goal) in [
        ("Offsite planning", "2026-09-01", 120, "Ship ingest"),
        ("Vendor call", "2026-11-19", 45, "Ship ingest"),
        ("Panel talk", "2026-11-10", 90, "Team of four"),
        ("Survey", "2026-11-19", 15, ""),
    ] {
        desk.apply(Op::AddDecline(DeclineDraft {
            goal: goal.into(),
            ..draft(what, on, minutes)
        }));
    }
    let log = desk.planner().declines(&desk.moment).unwrap();
    let titles: Vec<_> = log
        .lines
        .iter()
        .map(|line| line.decline.what.as_str())
        .collect();
    assert_eq!(
        titles,
        ["Survey", "Vendor call", "Panel talk", "Offsite planning"]
    );
    let sums: Vec<_> = log
        .sums
        .iter()
        .map(|sum| format!("{}: {}", sum.label, sum.words))
        .collect();
    assert_eq!(
        sums,
        [
            "Last four weeks: 2 h 30 saved, 3 times",
            "Altogether: 4 h 30 saved, 4 times",
            "For Ship ingest: 2 h 45 saved, 2 times",
            "For Team of four: 1 h 30 saved, once",
        ]
    );
}

#[test]
fn a_no_is_changed_removed_and_brought_back() {
    let desk = Desk::new();
    desk.apply(Op::AddDecline(draft("Vendor call", "2026-11-19", 45)));
    let decline = desk.planner().declines(&desk.moment).unwrap().lines[0].id;
    let changed = draft("Vendor call", "2026-11-19", 30);
    desk.apply(Op::EditDecline {
        decline,
        draft: changed,
    });
    let minutes = || {
        desk.planner().declines(&desk.moment).unwrap().lines[0]
            .decline
            .minutes
    };
    assert_eq!(minutes(), 30);
    desk.apply(Op::RemoveDecline { decline });
    assert_eq!(desk.planner().declines(&desk.moment).unwrap().sums, []);
    desk.undo();
    desk.undo();
    assert_eq!(minutes(), 45);
    desk.undo();
    said_well(&desk.refused(Op::RemoveDecline { decline }));
}

#[test]
fn a_no_that_says_nothing_or_too_much_is_refused_at_its_field() {
    let desk = Desk::new();
    let sound = draft("Vendor call", "2026-11-19", 45);
    for (field, wrong) in [
        (
            "what",
            DeclineDraft {
                what: "  ".into(),
                ..sound.clone()
            },
        ),
        (
            "what",
            DeclineDraft {
                what: "x".repeat(501),
                ..sound.clone()
            },
        ),
        (
            "goal",
            DeclineDraft {
                goal: "x".repeat(501),
                ..sound.clone()
            },
        ),
        (
            "minutes",
            DeclineDraft {
                minutes: 10_081,
                ..sound.clone()
            },
        ),
        (
            "on",
            DeclineDraft {
                on: day("0026-11-19"),
                ..sound.clone()
            },
        ),
    ] {
        let fault = desk.refused(Op::AddDecline(wrong.clone()));
        assert_eq!(fault.field.as_deref(), Some(field), "{wrong:?}");
        said_well(&fault);
    }
}
