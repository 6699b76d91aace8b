//! Seasons and crisis mode: what is set, what counts when, what a crisis begins and ends.

use crate::desk::{Desk, day, days, said_well, target};
use evenkeel_app::messages::{Op, SeasonDraft, SeasonState, Seasons};
use evenkeel_core::category::Category;
use evenkeel_core::target::{Context, TargetId};

fn draft(name: &str, from: &str, until: Option<&str>) -> SeasonDraft {
    SeasonDraft {
        name: name.into(),
        from: day(from),
        until: until.map(day),
        technical: 60,
        management: 35,
        growth: 5,
        week_minutes: 2400,
        lead: Some(40),
        context: None,
        preset: Some("startup_scaling".into()),
    }
}

fn seasons(desk: &Desk) -> Seasons {
    let range = days("2026-09-01", "2027-06-01");
    desk.planner().seasons(range, &desk.moment).unwrap()
}

/// The line as "name from..until", one a part.
fn line(desk: &Desk) -> Vec<String> {
    let seasons = seasons(desk);
    let parts = seasons.line.iter();
    parts
        .map(|part| format!("{} {}..{}", part.name, part.from, part.until))
        .collect()
}

fn ids(desk: &Desk) -> Vec<TargetId> {
    seasons(desk).seasons.iter().map(|one| one.id).collect()
}

#[test]
fn a_season_counts_on_its_days_and_the_usual_mix_around_them() {
    let desk = Desk::new();
    desk.apply(Op::SetTarget(target(None, [40, 50, 10], 38)));
    let outcome = desk.apply(Op::SetSeason(draft(
        " Launch ",
        "2026-11-16",
        Some("2026-12-14"),
    )));
    assert_eq!(outcome.notice, "Season Launch saved.");
    assert_eq!(
        line(&desk),
        [
            "Usual mix 2026-09-01..2026-11-16",
            "Launch 2026-11-16..2026-12-14",
            "Usual mix 2026-12-14..2027-06-01",
        ]
    );
    let week = desk.week();
    assert_eq!(week.figures.target_minutes, 2400);
    assert_eq!(week.figures.categories[0].target, 1440);
    let told = seasons(&desk);
    assert_eq!(told.seasons[0].state, SeasonState::Now);
    assert_eq!(
        told.seasons[0].preset_label.as_deref(),
        Some("Growing what works")
    );
    assert_eq!(
        told.seasons[0].words,
        "60 technical, 35 management, 5 growth of 40 h; 40 % why and where, 60 % how and when"
    );
    // The usual mix is still what the settings change.
    assert_eq!(
        desk.planner()
            .target(day("2026-11-20"))
            .unwrap()
            .week_minutes,
        38 * 60
    );
    desk.apply(Op::SetTarget(target(None, [50, 40, 10], 30)));
    assert_eq!(desk.week().figures.target_minutes, 2400);
}

#[test]
fn a_season_is_changed_removed_and_brought_back() {
    let desk = Desk::new();
    desk.apply(Op::SetSeason(draft("Launch", "2026-11-16", None)));
    let season = ids(&desk)[0];
    let changed = SeasonDraft {
        week_minutes: 1800,
        ..draft("Big launch", "2026-11-16", None)
    };
    desk.apply(Op::EditSeason {
        season,
        draft: changed,
    });
    assert_eq!(desk.week().figures.target_minutes, 1800);
    desk.apply(Op::RemoveSeason { season });
    assert!(ids(&desk).is_empty());
    let undone = desk.undo();
    assert_eq!(undone.said, "Undone: remove season Big launch.");
    desk.undo();
    assert_eq!(seasons(&desk).seasons[0].season.name, "Launch");
    desk.undo();
    said_well(&desk.refused(Op::RemoveSeason { season }));
    let gone = Op::EditSeason {
        season,
        draft: draft("Launch", "2026-11-16", None),
    };
    said_well(&desk.refused(gone));
}

#[test]
fn a_season_over_another_says_which_one_counts_when() {
    let desk = Desk::new();
    desk.apply(Op::SetSeason(draft(
        "Launch",
        "2026-11-02",
        Some("2026-12-14"),
    )));
    let later = desk.apply(Op::SetSeason(draft(
        "Hiring",
        "2026-12-01",
        Some("2027-01-01"),
    )));
    assert_eq!(
        later.notice,
        "Season Hiring saved. It counts instead of Launch from 1 to 13 December, because it begins later."
    );
    let earlier = desk.apply(Op::SetSeason(draft(
        "Learning",
        "2026-10-19",
        Some("2026-11-09"),
    )));
    assert_eq!(
        earlier.notice,
        "Season Learning saved. Launch counts from 2 to 8 November, because it begins later."
    );
    assert_eq!(
        line(&desk),
        [
            "Usual mix 2026-09-01..2026-10-19",
            "Learning 2026-10-19..2026-11-02",
            "Launch 2026-11-02..2026-12-01",
            "Hiring 2026-12-01..2027-01-01",
            "Usual mix 2027-01-01..2027-06-01",
        ]
    );
    // What does not move is not told again.
    let id = ids(&desk)[1];
    let same = SeasonDraft {
        lead: Some(50),
        ..draft("Launch", "2026-11-02", Some("2026-12-14"))
    };
    let told = desk.apply(Op::EditSeason {
        season: id,
        draft: same,
    });
    assert_eq!(told.notice, "Season Launch saved.");
}

#[test]
fn a_season_that_cannot_be_is_refused_at_its_field() {
    let desk = Desk::new();
    let sound = draft("Launch", "2026-11-16", Some("2026-12-14"));
    for (field, wrong) in [
        (
            "name",
            SeasonDraft {
                name: " ".into(),
                ..sound.clone()
            },
        ),
        (
            "name",
            SeasonDraft {
                name: "x".repeat(101),
                ..sound.clone()
            },
        ),
        (
            "until",
            SeasonDraft {
                until: Some(day("2026-11-16")),
                ..sound.clone()
            },
        ),
        (
            "until",
            SeasonDraft {
                until: Some(day("9999-11-16")),
                ..sound.clone()
            },
        ),
        (
            "from",
            SeasonDraft {
                from: day("0200-11-16"),
                ..sound.clone()
            },
        ),
        (
            "lead",
            SeasonDraft {
                lead: Some(100),
                ..sound.clone()
            },
        ),
        (
            "target",
            SeasonDraft {
                growth: 6,
                ..sound.clone()
            },
        ),
        (
            "week_minutes",
            SeasonDraft {
                week_minutes: 0,
                ..sound.clone()
            },
        ),
    ] {
        let fault = desk.refused(Op::SetSeason(wrong.clone()));
        assert_eq!(fault.field.as_deref(), Some(field), "{wrong:?}");
        said_well(&fault);
    }
}

#[test]
fn a_season_that_begins_on_wednesday_shapes_the_rest_of_its_week_and_is_named() {
    let desk = Desk::new();
    desk.apply(Op::SetTarget(target(None, [40, 50, 10], 40)));
    desk.apply(Op::SetSeason(SeasonDraft {
        week_minutes: 30 * 60,
        ..draft("Launch", "2026-11-18", None)
    }));
    let figures = desk.week().figures;
    assert_eq!(figures.target_minutes, (2 * 2400 + 3 * 1800) / 5);
    let named = figures
        .hints
        .iter()
        .find(|hint| hint.lead == "Launch")
        .unwrap();
    assert_eq!(named.text, "from Wednesday on");
}

#[test]
fn crisis_mode_begins_with_four_phases_and_the_blocks_asked_for_and_is_one_step() {
    let desk = Desk::new();
    desk.apply(Op::SetTarget(target(None, [40, 50, 10], 38)));
    let blocks = vec!["communicate".into(), "learn".into()];
    let on = day("2026-11-20");
    let outcome = desk.apply(Op::StartCrisis { on, blocks });
    assert_eq!(
        outcome.notice,
        "Crisis mode begins on 20 November, in four phases, with 2 blocks."
    );
    let told = seasons(&desk);
    let leads: Vec<_> = told.seasons.iter().map(|one| one.season.lead).collect();
    assert_eq!(leads, [20, 40, 60, 50].map(Some));
    assert!(told.seasons.iter().all(|one| one.crisis));
    assert!(
        told.seasons
            .iter()
            .all(|one| one.season.context == Some(Context::Crisis))
    );
    assert_eq!(told.crisis.as_ref().unwrap().phase, "Day 1");
    assert_eq!(told.crisis.unwrap().phases_left, 4);
    // It is Friday, seven o'clock UTC: work begins at nine in Berlin.
    let first = desk.shown("Say what is known");
    assert_eq!(first.start.to_string(), "2026-11-20 09:00:00");
    assert_eq!(first.facets.lead, Some(30));
    // Shares and hours stay.
    assert_eq!(desk.week().figures.target_minutes, 38 * 60);
    desk.undo();
    assert!(seasons(&desk).seasons.is_empty());
    assert!(desk.week().occurrences.is_empty());
}

#[test]
fn suggested_blocks_find_a_free_place_on_a_work_day() {
    let desk = Desk::new();
    desk.block(
        "Busy",
        Category::Management,
        "2026-11-20T08:00",
        "2026-11-20T16:50",
    );
    let blocks = vec!["communicate".into(), "support".into()];
    let on = day("2026-11-20");
    desk.apply(Op::StartCrisis { on, blocks });
    assert_eq!(
        desk.shown("Say what is known").start.to_string(),
        "2026-11-20 17:00:00"
    );
    // The day after is a Saturday.
    let rows = desk
        .planner()
        .agenda(days("2026-11-21", "2026-11-28"), &desk.moment)
        .unwrap();
    let team = rows
        .iter()
        .find(|row| row.title == "Time for the team")
        .unwrap();
    assert!(
        team.start.to_string().starts_with("2026-11-23"),
        "{}",
        team.start
    );
}

#[test]
fn a_crisis_is_ended_by_hand_and_leaves_its_past() {
    let mut desk = Desk::new();
    let on = day("2026-11-20");
    desk.apply(Op::StartCrisis { on, blocks: vec![] });
    let again = desk.refused(Op::StartCrisis { on, blocks: vec![] });
    assert_eq!(
        again.message,
        "Crisis mode is on already, from 20 November."
    );
    said_well(&again);
    desk.moment = crate::desk::moment("2026-11-24T07:00", "Europe/Berlin");
    let ended = desk.apply(Op::EndCrisis {
        on: day("2026-11-24"),
    });
    assert_eq!(
        ended.notice,
        "Crisis mode is over from 24 November on. 2 phases still to come went away."
    );
    let told = seasons(&desk);
    assert_eq!(told.crisis, None);
    let states: Vec<_> = told.seasons.iter().map(|one| one.state).collect();
    assert_eq!(states, [SeasonState::Past, SeasonState::Past]);
    said_well(&desk.refused(Op::EndCrisis {
        on: day("2026-11-24"),
    }));
    desk.undo();
    assert_eq!(seasons(&desk).seasons.len(), 4);
    // A new one may begin once the old one is over.
    desk.redo();
    desk.apply(Op::StartCrisis {
        on: day("2026-11-24"),
        blocks: vec![],
    });
    assert_eq!(seasons(&desk).seasons.len(), 6);
}
