//! Weeks that no plan fits: the rules in each other's way are named, and no other.

use super::examples::Worked;
use super::random::Random;
use crate::suggest::{Conflict, Effort, Lunch, NoPlan, Rule, Rules, Slot, Week, Work, suggest};

fn conflict(week: &Week) -> Conflict {
    match suggest(week, Effort::DEFAULT) {
        Err(NoPlan::Conflict(conflict)) => conflict,
        other => panic!("{other:?}"),
    }
}

/// Two days of eight half hours, the second full of meetings from the third slot to the sixth.
fn two_days(rules: Rules) -> Week {
    let mut days = vec![vec![Slot::Free; 8]; 2];
    days[1][2..6].fill(Slot::Meeting(Work::Management));
    Week {
        slot_minutes: 30,
        days,
        rules,
        ..Week::default()
    }
}

fn lunch() -> Option<Lunch> {
    Some(Lunch {
        window: 3..6,
        minutes: 30,
    })
}

#[test]
fn growth_that_finds_no_room_is_named() {
    let mut week = Worked::named("infeasible-growth").week;
    week.rules = Rules {
        growth: Some(1500),
        ..Rules::by_default(6..10, 1500)
    };
    let rules = vec![Rule::Growth];
    assert_eq!(conflict(&week), Conflict { rules, day: None });
}

#[test]
fn a_day_without_lunch_is_named_with_the_day() {
    let week = two_days(Rules {
        lunch: lunch(),
        growth: Some(60),
        ..Rules::default()
    });
    let rules = vec![Rule::Lunch];
    assert_eq!(
        conflict(&week),
        Conflict {
            rules,
            day: Some(1)
        }
    );
}

#[test]
fn two_rules_that_only_together_leave_no_room_are_both_named() {
    let week = two_days(Rules {
        growth: Some(120),
        week: Some(210),
        stretch: Some(240),
        ..Rules::default()
    });
    let found = conflict(&week);
    let rules = vec![Rule::Growth, Rule::Week];
    assert_eq!(found, Conflict { rules, day: None });
    assert_eq!(
        found.to_string(),
        "the least growth time and the longest week"
    );
}

#[test]
fn without_any_one_of_the_rules_named_there_is_a_plan() {
    let mut random = Random::new(4);
    let mut seen = 0;
    while seen < 200 {
        let week = random.week(2, 6);
        let Err(NoPlan::Conflict(conflict)) = suggest(&week, Effort::DEFAULT) else {
            continue;
        };
        seen += 1;
        let only = |left_out: Option<Rule>| {
            let mut week = week.clone();
            for rule in week.rules.named() {
                if !conflict.rules.contains(&rule) || Some(rule) == left_out {
                    week.rules = week.rules.without(rule);
                }
            }
            suggest(&week, Effort::of(1)).is_ok()
        };
        assert!(!only(None), "{week:#?}");
        assert!(
            conflict.rules.iter().all(|rule| only(Some(*rule))),
            "{week:#?}"
        );
    }
}
