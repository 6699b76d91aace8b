//! Whatever the week.

use super::random::Random;
use crate::suggest::{Effort, NoPlan, breaches, cost, suggest};

#[test]
fn no_rule_is_broken_in_ten_thousand_weeks_proved_or_not() {
    let mut random = Random::new(2);
    let mut planned = 0;
    for round in 0..10_000 {
        let week = random.week(3, 7);
        let effort = if round % 2 == 0 {
            Effort::DEFAULT
        } else {
            Effort::of(1)
        };
        match suggest(&week, effort) {
            Err(NoPlan::Conflict(conflict)) => assert!(!conflict.rules.is_empty(), "week {round}"),
            Err(other) => panic!("week {round}: {other}"),
            Ok(found) => {
                planned += 1;
                assert_eq!(breaches(&week, &found.plan), [], "week {round}: {week:#?}");
                assert_eq!(cost(&week, &found.plan), found.cost, "week {round}");
                assert!(found.bound <= found.cost.total(), "week {round}");
            }
        }
    }
    println!("{planned} weeks have a plan");
    assert!(5_000 < planned, "{planned}");
}

#[test]
fn the_same_week_gets_the_same_plan() {
    let mut random = Random::new(3);
    for _ in 0..50 {
        let week = random.week(5, 10);
        assert_eq!(
            suggest(&week, Effort::DEFAULT),
            suggest(&week, Effort::DEFAULT)
        );
    }
}
