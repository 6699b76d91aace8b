//! Boundaries: what they change in a week, what crosses them, what is refused.

use crate::desk::{Desk, day, said_well, target};
use evenkeel_app::messages::{HintKind, HintLine, Op};
use evenkeel_core::boundary::{
    Boundaries, BoundaryRule, DayOff, DayOffKind, HoursPeriod, RuleSubject, WeekLimit,
};
use evenkeel_core::category::Category;
use evenkeel_core::settings::WorkHours;

fn off(from: &str, until: &str, name: &str) -> DayOff {
    DayOff {
        from: day(from),
        until: day(until),
        kind: DayOffKind::Vacation,
        name: name.into(),
    }
}

fn set(boundaries: Boundaries) -> Op {
    Op::SetBoundaries { boundaries }
}

fn hint(desk: &Desk, kind: HintKind) -> Option<HintLine> {
    let hints = desk.week().figures.hints;
    hints.into_iter().find(|hint| hint.kind == kind)
}

#[test]
fn a_day_off_has_no_hours_and_takes_its_part_of_what_is_wanted() {
    let desk = Desk::new();
    desk.apply(Op::SetTarget(target(None, [40, 50, 10], 40)));
    let said = desk.apply(set(Boundaries {
        days_off: vec![off("2026-11-18", "2026-11-19", " Day of repentance ")],
        ..Boundaries::default()
    }));
    assert_eq!(said.notice, "Boundaries saved.");
    let week = desk.week();
    assert_eq!(week.days[2].work, None);
    assert_eq!(week.days[2].off.as_deref(), Some("Day of repentance"));
    assert!(week.days[1].work.is_some());
    assert_eq!(week.figures.target_minutes, 32 * 60);
    assert_eq!(week.figures.categories[1].target, 16 * 60);
    let told = hint(&desk, HintKind::TimeOff).unwrap();
    assert_eq!(
        (told.lead.as_str(), told.text.as_str()),
        ("1 day", "off: 8 h less wanted")
    );
    desk.undo();
    assert_eq!(desk.week().figures.target_minutes, 40 * 60);
}

#[test]
fn a_vacation_over_a_planned_week_is_one_notice_and_one_hint_that_leads_to_its_blocks() {
    let desk = Desk::new();
    let first = desk.block(
        "One",
        Category::Technical,
        "2026-11-17T09:00",
        "2026-11-17T11:00",
    );
    let second = desk.block(
        "Two",
        Category::Management,
        "2026-11-19T09:00",
        "2026-11-19T10:30",
    );
    desk.block(
        "Mine",
        Category::Personal,
        "2026-11-19T18:00",
        "2026-11-19T19:00",
    );
    let said = desk.apply(set(Boundaries {
        days_off: vec![off("2026-11-16", "2026-11-23", "")],
        ..Boundaries::default()
    }));
    assert_eq!(
        said.notice,
        "Boundaries saved. 2 blocks (3 h 30) stand on these days; they stay until you move them."
    );
    let told = hint(&desk, HintKind::DayOff).unwrap();
    assert_eq!(
        (told.lead.as_str(), told.text.as_str()),
        ("Vacation", "3 h 30 of work planned in it")
    );
    assert_eq!(told.keys, [first.to_string(), second.to_string()]);
    assert_eq!(told.day, Some(day("2026-11-17")));
    assert_eq!(hint(&desk, HintKind::Hours), None);
    assert_eq!(desk.week().figures.target_minutes, 0);
    // Saved again, the days are no news.
    let again = desk.planner().boundaries().unwrap();
    let said = desk.apply(set(Boundaries {
        lunch: Some(WorkHours {
            start: 720,
            end: 780,
        }),
        ..again
    }));
    assert_eq!(said.notice, "Boundaries saved.");
}

#[test]
fn a_vacation_over_a_committed_week_says_so_changes_no_block_and_is_one_step() {
    let desk = Desk::new();
    desk.block(
        "One",
        Category::Technical,
        "2026-11-19T09:00",
        "2026-11-19T11:00",
    );
    let week = day("2026-11-18");
    desk.apply(Op::Commit { week });
    let before = desk.week();
    let said = desk.apply(set(Boundaries {
        days_off: vec![off("2026-11-16", "2026-11-23", "")],
        ..Boundaries::default()
    }));
    assert_eq!(
        said.notice,
        "Boundaries saved. 1 block (2 h) stands on these days, in a week you committed; it stays \
         until you move it."
    );
    assert_eq!(desk.week().occurrences, before.occurrences);
    let committed = desk.week().figures.commitment;
    assert_eq!(committed, before.figures.commitment);
    desk.undo();
    assert_eq!(
        desk.week().figures.target_minutes,
        before.figures.target_minutes
    );
}

#[test]
fn hours_for_a_while_replace_the_usual_ones_on_their_dates() {
    let desk = Desk::new();
    let short = Some(WorkHours {
        start: 540,
        end: 780,
    });
    desk.apply(set(Boundaries {
        hours: vec![HoursPeriod {
            from: Some(day("2026-11-18")),
            until: Some(day("2026-11-20")),
            hours: [short; 7],
        }],
        ..Boundaries::default()
    }));
    let ends: Vec<_> = desk
        .week()
        .days
        .iter()
        .map(|day| day.work.map(|work| work.end))
        .collect();
    let (usual, short) = (Some(1050), Some(780));
    assert_eq!(ends, [usual, usual, short, short, usual, None, None]);
    let late = desk.block(
        "Late",
        Category::Technical,
        "2026-11-19T13:00",
        "2026-11-19T14:00",
    );
    let told = hint(&desk, HintKind::Hours).unwrap();
    assert_eq!(
        (told.lead.as_str(), told.text.as_str()),
        ("Thursday", "1 h after your hours")
    );
    assert_eq!(told.keys, [late.to_string()]);
}

#[test]
fn rules_lunch_and_limits_are_told_with_the_blocks_that_cross_them() {
    let desk = Desk::new();
    let meeting = desk.block(
        "Staff",
        Category::Management,
        "2026-11-17T09:30",
        "2026-11-17T11:30",
    );
    let long = desk.block(
        "Long",
        Category::Technical,
        "2026-11-18T11:30",
        "2026-11-18T13:30",
    );
    desk.apply(set(Boundaries {
        lunch: Some(WorkHours {
            start: 720,
            end: 780,
        }),
        rules: vec![BoundaryRule {
            no: RuleSubject::Management,
            days: [true; 7],
            start: 0,
            end: 660,
        }],
        limits: vec![
            WeekLimit {
                category: Category::Technical,
                least: Some(180),
                most: None,
            },
            WeekLimit {
                category: Category::Management,
                least: None,
                most: Some(60),
            },
        ],
        ..Boundaries::default()
    }));
    let told = |kind| {
        let hint = hint(&desk, kind).unwrap();
        (format!("{} {}", hint.lead, hint.text), hint.keys)
    };
    let (meeting, long) = (meeting.to_string(), long.to_string());
    assert_eq!(
        told(HintKind::Rule),
        (
            "Tuesday 1 h 30 of management before 11:00".into(),
            vec![meeting.clone()]
        )
    );
    assert_eq!(
        told(HintKind::Lunch),
        ("Wednesday leaves no room for lunch".into(), vec![long])
    );
    assert_eq!(
        told(HintKind::Limit),
        ("Technical 1 h under your minimum".into(), vec![])
    );
    let hints = desk.week().figures.hints;
    let over = hints.iter().find(|hint| hint.lead == "Management").unwrap();
    assert_eq!(
        (over.text.as_str(), &over.keys),
        ("1 h over your maximum", &vec![meeting])
    );
}

#[test]
fn boundaries_that_cannot_hold_are_refused_at_their_row() {
    let desk = Desk::new();
    let rule = BoundaryRule {
        no: RuleSubject::Meetings,
        days: [true; 7],
        start: 600,
        end: 660,
    };
    let limit = |category, least, most| WeekLimit {
        category,
        least,
        most,
    };
    let none = Boundaries::default;
    for (field, wrong) in [
        (
            "days_off.0",
            Boundaries {
                days_off: vec![off("2026-11-18", "2026-11-18", "")],
                ..none()
            },
        ),
        (
            "days_off.1",
            Boundaries {
                days_off: vec![
                    off("2026-11-18", "2026-11-20", ""),
                    off("2026-11-19", "2026-11-20", ""),
                ],
                ..none()
            },
        ),
        (
            "days_off.0",
            Boundaries {
                days_off: vec![off("0018-11-18", "2026-11-18", "")],
                ..none()
            },
        ),
        (
            "lunch",
            Boundaries {
                lunch: Some(WorkHours {
                    start: 780,
                    end: 720,
                }),
                ..none()
            },
        ),
        (
            "rules.0",
            Boundaries {
                rules: vec![BoundaryRule {
                    end: 600,
                    ..rule.clone()
                }],
                ..none()
            },
        ),
        (
            "rules.0",
            Boundaries {
                rules: vec![BoundaryRule {
                    days: [false; 7],
                    ..rule.clone()
                }],
                ..none()
            },
        ),
        (
            "rules.1",
            Boundaries {
                rules: vec![rule.clone(), rule],
                ..none()
            },
        ),
        (
            "limits.technical",
            Boundaries {
                limits: vec![limit(Category::Technical, Some(2), Some(1))],
                ..none()
            },
        ),
        (
            "limits.technical",
            Boundaries {
                limits: vec![limit(Category::Technical, None, Some(20_000))],
                ..none()
            },
        ),
        (
            "limits.growth",
            Boundaries {
                limits: vec![limit(Category::Growth, Some(60), None)],
                ..none()
            },
        ),
        (
            "limits.personal",
            Boundaries {
                limits: vec![limit(Category::Personal, None, Some(60))],
                ..none()
            },
        ),
        (
            "hours.0",
            Boundaries {
                hours: vec![HoursPeriod {
                    from: None,
                    until: None,
                    hours: [Some(WorkHours {
                        start: 600,
                        end: 600,
                    }); 7],
                }],
                ..none()
            },
        ),
    ] {
        let fault = desk.refused(set(wrong.clone()));
        assert_eq!(fault.field.as_deref(), Some(field), "{wrong:?}");
        said_well(&fault);
    }
}

#[test]
fn a_day_off_on_a_day_on_which_clocks_jump_is_that_whole_day() {
    let mut desk = Desk::new();
    desk.seen = crate::desk::days("2026-03-23", "2026-03-30");
    // Berlin skips an hour in the night to Sunday, 29 March.
    desk.block(
        "Night",
        Category::Technical,
        "2026-03-29T01:00",
        "2026-03-29T05:00",
    );
    desk.apply(set(Boundaries {
        days_off: vec![off("2026-03-29", "2026-03-30", "")],
        ..Boundaries::default()
    }));
    // Until four o'clock the night belongs to Saturday: one hour lies on the day off.
    let told = hint(&desk, HintKind::DayOff).unwrap();
    assert_eq!(told.text, "1 h of work planned in it");
    let told = hint(&desk, HintKind::Hours).unwrap();
    assert_eq!(
        (told.lead.as_str(), told.text.as_str()),
        ("Saturday", "2 h on a day off")
    );
}
