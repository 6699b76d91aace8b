//! Whatever the week.

use super::held::broken;
use super::random::Random;
use crate::proposal::{Change, Mode, propose};

fn all_hold(seed: u64, mode: Mode) -> (u32, u32) {
    let mut random = Random::new(seed);
    let (mut made, mut stuck) = (0, 0);
    for round in 0..5_000 {
        // Now and then a week as long as real ones.
        let plan = if round % 100 == 0 {
            random.plan(5, 8)
        } else {
            random.plan(3, 2)
        };
        match plan.with(mode, propose) {
            Err(why) => {
                assert!(!why.rules.is_empty(), "week {round}");
                stuck += 1;
            }
            Ok(proposed) => {
                let broken = broken(&plan, mode, &proposed);
                assert!(
                    broken.is_empty(),
                    "week {round}: {broken:?} {proposed:?} {plan:#?}"
                );
                made += u32::from(!proposed.proposals.is_empty());
            }
        }
    }
    println!("{made} weeks with proposals, {stuck} where rules are in each other's way");
    (made, stuck)
}

#[test]
fn no_rule_is_broken_when_five_thousand_weeks_are_filled() {
    let (made, stuck) = all_hold(1, Mode::Fill);
    assert!(1_000 < made && 50 < stuck);
}

#[test]
fn no_rule_is_broken_when_five_thousand_weeks_are_repaired() {
    let (made, stuck) = all_hold(2, Mode::Repair);
    assert!(100 < made && stuck == 0);
}

#[test]
fn the_same_week_gets_the_same_proposals() {
    let mut random = Random::new(3);
    for _ in 0..30 {
        let plan = random.plan(2, 3);
        for mode in [Mode::Fill, Mode::Repair] {
            assert_eq!(plan.with(mode, propose), plan.with(mode, propose));
        }
    }
}

#[test]
fn nothing_is_added_in_a_repair_and_nothing_moves_when_a_week_is_filled() {
    let mut random = Random::new(4);
    for _ in 0..100 {
        let plan = random.plan(2, 3);
        let repaired = plan.with(Mode::Repair, propose).unwrap();
        let new = |change: &Change| matches!(change, Change::New { .. });
        assert!(!repaired.proposals.iter().any(|one| new(&one.change)));
        if let Ok(filled) = plan.with(Mode::Fill, propose) {
            assert!(filled.proposals.iter().all(|one| new(&one.change)));
        }
    }
}
