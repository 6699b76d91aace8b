//! What a plan gives to be reminded of.

use super::*;
use crate::actual::{Mark, Phase, Running, Subject};
use crate::attention::Attention;
use crate::boundary::{Boundaries, DayOff, DayOffKind};
use crate::facets::{Facets, Remind};
use crate::settings::Settings;
use crate::steps::steps;
use crate::time::Zone;
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// A week in UTC with the hours and the wishes to begin with.
#[derive(Default)]
struct Given {
    settings: Settings,
    attention: Attention,
    boundaries: Boundaries,
    things: Vec<Thing>,
    committed: BTreeSet<NaiveDate>,
    closed: BTreeSet<NaiveDate>,
    running: Option<Running>,
}

impl Given {
    fn reminders(&self, from: &str, until: &str) -> Vec<Reminder> {
        let now = self.running.as_ref().map_or_else(
            || Mark {
                at: instant(from),
                ticks: None,
            },
            |running| running.since.clone(),
        );
        let known = Known {
            attention: &self.attention,
            settings: &self.settings,
            boundaries: &self.boundaries,
            home: &Zone::utc(),
            things: &self.things,
            committed: &self.committed,
            closed: &self.closed,
            entries: &[],
            running: self.running.as_ref(),
            now: &now,
        };
        schedule(&known, Span::new(instant(from), instant(until)))
    }

    /// The kinds and moments of Monday and Tuesday.
    fn of_two_days(&self) -> Vec<String> {
        let found = self.reminders("2026-11-16T00:00:00", "2026-11-18T00:00:00");
        let line = |one: &Reminder| {
            let kind = one.id.split(':').next().unwrap_or_default();
            format!("{kind} {}", one.due.utc().format("%a %H:%M"))
        };
        found.iter().map(line).collect()
    }
}

fn instant(text: &str) -> Instant {
    Instant::from_utc(text.parse().unwrap())
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn thing(key: &str, start: &str, remind: Option<Remind>) -> Thing {
    let start = instant(start);
    Thing {
        begins: Begins {
            key: key.into(),
            title: "Ingest design".into(),
            category: Category::Technical,
            imported: false,
            span: Span::new(start, start.plus_seconds(3600)),
        },
        remind,
        contingency: false,
    }
}

/// Reminders of days alone.
const DAYS: [&str; 5] = [
    "commit Mon 09:30",
    "close Mon 17:15",
    "end Mon 17:30",
    "close Tue 17:15",
    "end Tue 17:30",
];

#[test]
fn a_week_that_is_not_committed_gives_one_reminder_and_each_day_two() {
    assert_eq!(Given::default().of_two_days(), DAYS);
}

#[test]
fn a_committed_week_a_closed_day_and_a_day_off_are_left_in_peace() {
    let mut week = Given::default();
    week.committed.insert(day("2026-11-16"));
    week.closed.insert(day("2026-11-17"));
    assert_eq!(week.of_two_days(), ["close Mon 17:15", "end Mon 17:30"]);
    week.committed.clear();
    week.closed.clear();
    week.boundaries.days_off.push(DayOff {
        from: day("2026-11-16"),
        until: day("2026-11-17"),
        kind: DayOffKind::Holiday,
        name: String::new(),
    });
    let expected = ["commit Tue 09:30", "close Tue 17:15", "end Tue 17:30"];
    assert_eq!(week.of_two_days(), expected);
}

#[test]
fn what_is_muted_is_silent() {
    let mut week = Given {
        attention: Attention {
            before: [None; 4],
            end_of_work: false,
            commit_week: None,
            close_day: None,
            ..Attention::default()
        },
        things: vec![
            thing("b1", "2026-11-16T10:00:00", None),
            thing("b2", "2026-11-16T11:00:00", Some(Remind::Before(10))),
        ],
        ..Given::default()
    };
    assert_eq!(week.of_two_days(), ["start Mon 10:50"]);
    week.attention = Attention::default();
    week.things[1].remind = Some(Remind::Never);
    let mut expected = DAYS.to_vec();
    expected.insert(1, "start Mon 09:55");
    assert_eq!(week.of_two_days(), expected);
}

#[test]
fn room_that_is_kept_free_is_nothing_to_go_to_unless_that_is_said() {
    let mut room = thing("b1", "2026-11-16T10:00:00", None);
    room.contingency = true;
    let mut week = Given {
        things: vec![room.clone()],
        ..Given::default()
    };
    assert_eq!(week.of_two_days(), DAYS);
    week.things[0].remind = Some(Remind::Before(0));
    assert_eq!(week.of_two_days()[1], "start Mon 10:00");
}

#[test]
fn what_is_worked_on_already_is_not_announced() {
    let mut week = Given {
        things: vec![thing("b1", "2026-11-16T10:00:00", None)],
        running: Some(running("b1", "2026-11-16T09:50:00")),
        ..Given::default()
    };
    assert!(
        !week
            .of_two_days()
            .iter()
            .any(|one| one.starts_with("start"))
    );
    week.running = Some(running("b2", "2026-11-16T09:50:00"));
    assert!(
        week.of_two_days()
            .iter()
            .any(|one| one.starts_with("start"))
    );
}

#[test]
fn long_work_is_hinted_at_once_a_stretch() {
    let week = Given {
        running: Some(running("b1", "2026-11-16T09:50:00")),
        ..Given::default()
    };
    let found = week.reminders("2026-11-16T00:00:00", "2026-11-18T00:00:00");
    let hints: Vec<&Reminder> = found
        .iter()
        .filter(|one| matches!(one.about, About::Break { .. }))
        .collect();
    assert_eq!(hints.len(), 1);
    assert_eq!(hints[0].due, instant("2026-11-16T11:50:00"));
}

#[test]
fn what_is_moved_gets_a_reminder_of_its_own_and_what_is_renamed_keeps_its_one() {
    let id = |thing: Thing| {
        let week = Given {
            things: vec![thing],
            ..Given::default()
        };
        let found = week.reminders("2026-11-16T00:00:00", "2026-11-17T00:00:00");
        let mut starts = found.into_iter().filter(|one| one.id.starts_with("start"));
        starts.next().unwrap().id
    };
    let first = id(thing("b1", "2026-11-16T10:00:00", None));
    let mut renamed = thing("b1", "2026-11-16T10:00:00", Some(Remind::Before(30)));
    renamed.begins.title = "Other".into();
    assert_eq!(id(renamed), first);
    assert_ne!(id(thing("b1", "2026-11-16T10:15:00", None)), first);
}

#[test]
fn sixteen_times_the_plan_costs_sixteen_times_the_steps() {
    let cost = |count: usize| {
        let week = Given {
            things: vec![thing("b1", "2026-11-16T10:00:00", None); count],
            ..Given::default()
        };
        steps(|| drop(week.reminders("2026-11-16T00:00:00", "2026-11-17T00:00:00")))
    };
    let (once, more) = (cost(100), cost(1600));
    assert!(more <= 16 * once, "{once} steps became {more}");
}

fn running(of: &str, since: &str) -> Running {
    Running {
        subject: Subject {
            title: String::new(),
            category: Category::Technical,
            of: Some(of.into()),
            facets: Facets::default(),
        },
        phase: Phase::Work,
        since: Mark {
            at: instant(since),
            ticks: None,
        },
        length: None,
        focus: false,
        rounds: None,
        done: 0,
        unattended: 0,
        zone: "UTC".into(),
        noted: Vec::new(),
    }
}
