//! What a person is reminded of, over a plan that changes and a clock that does.

use super::*;
use crate::messages::{BlockPatch, FacetPatch, NewBlock, Op, Range, Reply};
use evenkeel_core::actual::{Mark, Subject};
use evenkeel_core::attention::Attention;
use evenkeel_core::category::Category;
use evenkeel_core::facets::{Facets, Remind};
use evenkeel_core::settings::Settings;

/// A plan in UTC whose first look was on Monday 16 November 2026 at 08:00.
struct Life {
    _folder: tempfile::TempDir,
    planner: Planner,
}

impl Life {
    fn new() -> Life {
        let folder = tempfile::tempdir().unwrap();
        let planner = Planner::open_window(folder.path(), &at("16T08:00")).unwrap();
        let life = Life {
            _folder: folder,
            planner,
        };
        life.apply(Op::SetSettings {
            settings: Settings {
                first_run_done: true,
                ..Settings::default()
            },
        });
        assert_eq!(life.look("16T08:00"), Vec::<String>::new());
        life
    }

    /// Work goes on since then, in a focus session or not; or no more.
    fn works_since(&self, since: Option<&str>, focus: bool) {
        let running = since.map(|since| Running {
            subject: Subject {
                title: "Parser".into(),
                category: Category::Technical,
                of: None,
                facets: Facets::default(),
            },
            phase: Phase::Work,
            since: Mark {
                at: at(since).now,
                ticks: None,
            },
            length: None,
            focus,
            rounds: None,
            done: 0,
            unattended: 0,
            zone: "UTC".into(),
            noted: Vec::new(),
        });
        let moment = at("16T08:00");
        let set = self.planner.transact("Start", &moment, |tx| {
            Ok::<_, Fault>(tx.set_running(running)?)
        });
        set.unwrap();
    }

    fn apply(&self, op: Op) -> String {
        let seen = Range {
            from: "2026-11-16".parse().unwrap(),
            until: "2026-11-23".parse().unwrap(),
        };
        match self.planner.apply(op, seen, &at("16T08:00")) {
            Reply::Done(outcome) => outcome
                .put
                .first()
                .map(|one| one.key.clone())
                .unwrap_or_default(),
            Reply::Refused(fault) => panic!("{fault:?}"),
        }
    }

    fn block(&self, title: &str, start: &str, end: &str) -> String {
        let wall = |clock: &str| format!("2026-11-{clock}:00").parse().unwrap();
        self.apply(Op::Create(NewBlock::plain(
            title,
            Category::Management,
            wall(start),
            wall(end),
        )))
    }

    /// What is shown at a moment: by itself, and after a stroke what was missed.
    fn look(&self, moment: &str) -> Vec<String> {
        let (told, _) = self.planner.remind(&at(moment)).unwrap();
        let now = told.now.iter().map(|line| line.text.clone());
        let missed = told.missed.iter();
        let missed = missed.map(|line| format!("- {} {}", line.when, line.text));
        let older = Some(told.older).filter(|older| !older.is_empty());
        now.chain(missed).chain(older).collect()
    }
}

fn at(moment: &str) -> Moment {
    let wall = format!("2026-11-{moment}:00").parse().unwrap();
    Moment {
        now: Instant::from_utc(wall),
        system_zone: "UTC".into(),
        zone: None,
        ticks: None,
        because: None,
    }
}

const NOTHING: [&str; 0] = [];

#[test]
fn a_block_is_announced_once() {
    let life = Life::new();
    life.block("Ingest design", "16T10:00", "16T11:00");
    life.look("16T09:30");
    assert_eq!(life.look("16T09:54"), NOTHING);
    let (told, next) = life.planner.remind(&at("16T09:54")).unwrap();
    assert_eq!((told.now.len(), next), (0, Some(at("16T09:55").now)));
    assert_eq!(life.look("16T09:55"), ["Ingest design in 5 minutes"]);
    for clock in ["16T09:55", "16T09:56", "16T10:00", "16T10:30"] {
        assert_eq!(life.look(clock), NOTHING);
    }
}

#[test]
fn what_was_given_stays_given_over_a_restart_and_over_another_program() {
    let folder = tempfile::tempdir().unwrap();
    let open = || Planner::open_guest(folder.path()).unwrap();
    let first = Life {
        planner: Planner::open_window(folder.path(), &at("16T08:00")).unwrap(),
        _folder: tempfile::tempdir().unwrap(),
    };
    first.apply(Op::SetSettings {
        settings: Settings {
            first_run_done: true,
            ..Settings::default()
        },
    });
    first.block("Ingest design", "16T10:00", "16T11:00");
    first.look("16T08:00");
    assert_eq!(first.look("16T09:55").len(), 2, "the block and the week");
    let second = Life {
        planner: open(),
        _folder: tempfile::tempdir().unwrap(),
    };
    assert_eq!(second.look("16T09:55"), NOTHING);
    assert_eq!(second.look("16T09:56"), NOTHING);
}

#[test]
fn a_block_that_is_moved_is_announced_anew_and_one_that_is_deleted_or_muted_not_at_all() {
    let life = Life::new();
    let key = life.block("Review", "16T10:00", "16T10:30");
    life.look("16T09:30");
    assert_eq!(life.look("16T09:55"), ["Review in 5 minutes"]);
    let wall = |clock: &str| Some(format!("2026-11-{clock}:00").parse().unwrap());
    let edit = |block: &str, patch| Op::Edit {
        block: block.parse().unwrap(),
        patch,
    };
    life.apply(edit(
        &key,
        BlockPatch {
            start: wall("16T11:00"),
            end: wall("16T11:30"),
            ..BlockPatch::default()
        },
    ));
    assert_eq!(life.look("16T09:57"), NOTHING);
    assert_eq!(life.look("16T10:55"), ["Review in 5 minutes"]);
    let other = life.block("Standup", "16T12:00", "16T12:15");
    let muted = life.block("Lunch with Ada", "16T12:00", "16T12:15");
    life.apply(Op::Delete {
        blocks: vec![other.parse().unwrap()],
    });
    life.apply(Op::SetFacets {
        blocks: vec![muted.parse().unwrap()],
        patch: FacetPatch {
            remind: Some(Some(Remind::Never)),
            ..FacetPatch::default()
        },
    });
    assert_eq!(life.look("16T11:58"), NOTHING);
}

#[test]
fn what_is_made_two_minutes_before_is_announced_at_once_and_what_is_over_never() {
    let life = Life::new();
    life.look("16T09:58");
    life.block("Call", "16T10:00", "16T10:30");
    life.block("Entered later", "16T09:00", "16T09:30");
    assert_eq!(life.look("16T09:58"), ["Call in 2 minutes"]);
    assert_eq!(life.look("16T10:30"), NOTHING);
}

#[test]
fn after_sleep_what_was_missed_comes_once_as_a_list() {
    let life = Life::new();
    life.block("Standup", "16T10:00", "16T10:15");
    life.block("Ingest design", "16T11:00", "16T12:00");
    life.block("Review", "16T13:02", "16T13:30");
    life.look("16T09:45");
    let expected = [
        "Review in 2 minutes",
        "- Mon 10:00 Standup",
        "- Mon 11:00 Ingest design",
    ];
    assert_eq!(life.look("16T13:00"), expected);
    assert_eq!(life.look("16T13:00"), NOTHING);
}

#[test]
fn a_long_absence_is_summed_up() {
    let life = Life::new();
    for day in 17..26 {
        life.block("Standup", &format!("{day}T10:00"), &format!("{day}T10:15"));
    }
    let shown = life.look("26T08:00");
    assert_eq!(
        shown.iter().filter(|line| line.contains("Standup")).count(),
        2
    );
    assert!(
        shown.last().unwrap().ends_with("more since 16 November."),
        "{shown:?}"
    );
    assert_eq!(life.look("26T08:00"), NOTHING);
}

#[test]
fn a_clock_set_back_announces_nothing_twice_and_what_is_new_still() {
    let life = Life::new();
    life.block("Standup", "16T10:00", "16T10:15");
    life.look("16T09:45");
    assert_eq!(life.look("16T09:55"), ["Standup in 5 minutes"]);
    life.look("20T12:00");
    assert_eq!(life.look("16T09:40"), NOTHING);
    life.block("Call", "16T10:30", "16T10:45");
    assert_eq!(life.look("16T09:55"), NOTHING);
    assert_eq!(life.look("16T10:25"), ["Call in 5 minutes"]);
}

#[test]
fn a_focus_session_is_left_in_peace_and_told_afterwards() {
    let life = Life::new();
    life.block("Standup", "16T10:00", "16T10:15");
    life.block("Review", "16T10:29", "16T10:45");
    life.look("16T09:45");
    life.works_since(Some("16T09:46"), true);
    assert_eq!(life.look("16T09:55"), NOTHING);
    assert_eq!(life.look("16T10:25"), NOTHING);
    life.works_since(None, true);
    let (told, _) = life.planner.remind(&at("16T10:26")).unwrap();
    assert_eq!(told.heading, "While you were in focus");
    assert_eq!(told.missed.len(), 1);
    assert_eq!(told.now[0].text, "Review in 3 minutes");
    assert_eq!(life.look("16T10:26"), NOTHING);
}

#[test]
fn long_work_without_a_break_is_hinted_at_once() {
    let life = Life::new();
    life.look("16T09:35");
    life.works_since(Some("16T09:40"), false);
    assert_eq!(life.look("16T11:39"), NOTHING);
    assert_eq!(life.look("16T11:40"), ["Over two hours without a break"]);
    assert_eq!(life.look("16T12:40"), NOTHING);
}

#[test]
fn a_category_that_is_muted_is_silent_and_a_block_may_say_otherwise() {
    let life = Life::new();
    life.apply(Op::SetAttention {
        attention: Attention {
            before: [None; 4],
            commit_week: None,
            ..Attention::default()
        },
    });
    let key = life.block("Review", "16T10:00", "16T10:30");
    life.block("Standup", "16T10:00", "16T10:30");
    life.apply(Op::Edit {
        block: key.parse().unwrap(),
        patch: BlockPatch {
            facets: Some(Facets {
                remind: Some(Remind::Before(15)),
                ..Facets::default()
            }),
            ..BlockPatch::default()
        },
    });
    assert_eq!(life.look("16T09:45"), ["Review in 15 minutes"]);
    assert_eq!(life.look("16T10:00"), NOTHING);
}

#[test]
fn nobody_is_reminded_before_the_first_run_is_over() {
    let folder = tempfile::tempdir().unwrap();
    let planner = Planner::open_window(folder.path(), &at("16T08:00")).unwrap();
    let (told, next) = planner.remind(&at("16T08:00")).unwrap();
    assert_eq!((told.now, next), (Vec::new(), None));
    let (told, _) = planner.remind(&at("16T17:30")).unwrap();
    assert_eq!(told.now, Vec::new());
}

#[test]
fn a_look_reads_no_more_of_a_plan_that_is_sixteen_times_as_large() {
    let life = Life::new();
    life.block("Standup", "16T10:00", "16T10:15");
    let rows = || {
        let before = ROWS.with(std::cell::Cell::get);
        life.look("16T09:45");
        ROWS.with(std::cell::Cell::get) - before
    };
    let before = rows();
    assert!(0 < before);
    for month in 1..=10 {
        for day in 1..=16 {
            let wall = |hour| {
                format!("2025-{month:02}-{day:02}T{hour}:00:00")
                    .parse()
                    .unwrap()
            };
            life.apply(Op::Create(NewBlock::plain(
                "Standup",
                Category::Management,
                wall(10),
                wall(11),
            )));
        }
    }
    assert_eq!(rows(), before);
}

#[test]
fn a_look_without_a_write_in_between_makes_nothing_anew() {
    let life = Life::new();
    life.block("Standup", "16T10:00", "16T10:15");
    life.look("16T09:45");
    let made = || {
        held(&life.planner.reminding)
            .upcoming
            .as_ref()
            .unwrap()
            .made
    };
    let first = made();
    for minute in 46..60 {
        life.look(&format!("16T09:{minute}"));
        assert_eq!(made(), first);
    }
    life.block("Review", "16T10:30", "16T10:45");
    life.look("16T10:00");
    assert_ne!(made(), first);
}
