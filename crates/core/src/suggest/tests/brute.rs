//! Full enumeration: every plan of every day, read by `cost` and `breaches` alone.

use super::random::Random;
use crate::suggest::{
    Effort, NoPlan, PerWork, Plan, Points, Rules, Slot, Stability, Week, Work, breaches, cost,
    suggest,
};
use std::collections::HashMap;

/// For the totals of some days the least cost and how many plans have it.
type Totals = HashMap<PerWork<u32>, (Points, u64)>;

#[test]
fn a_thousand_weeks_get_what_full_enumeration_finds() {
    let mut random = Random::new(1);
    let impossible = compared(|| random.week(2, 8));
    assert!((100..600).contains(&impossible), "{impossible}");
}

#[test]
fn a_thousand_weeks_under_the_shipped_rules_get_what_full_enumeration_finds() {
    let mut random = Random::new(5);
    let impossible = compared(|| random.shipped(2, 8));
    assert!((20..600).contains(&impossible), "{impossible}");
}

/// Plans a thousand weeks both ways and says how many have no plan.
fn compared(mut week: impl FnMut() -> Week) -> u32 {
    let mut impossible = 0;
    for round in 0..1000 {
        let week = week();
        match (suggest(&week, Effort::DEFAULT), least(&week)) {
            (Ok(found), Some((least, plans))) => {
                assert!(found.optimal, "week {round}: {week:#?}");
                let plan = found.plan.letters(&week);
                assert_eq!(
                    found.cost.total(),
                    least,
                    "week {round}: {plan:?} {week:#?}"
                );
                assert_eq!(found.bound, least, "week {round}");
                assert_eq!(found.as_good, Some(plans), "week {round}: {week:#?}");
            }
            (Err(NoPlan::Conflict(_)), None) => impossible += 1,
            (found, least) => panic!("week {round}: {found:?} and {least:?} for {week:#?}"),
        }
    }
    println!("{impossible} weeks have no plan");
    impossible
}

/// The least cost of a week and how many plans have it; `None`: no plan keeps every rule.
fn least(week: &Week) -> Option<(Points, u64)> {
    let mut sums = Totals::from([([0; 3], (Points::ZERO, 1))]);
    for day in 0..week.days.len() {
        let own = day_totals(&one_day(week, day));
        let mut next = Totals::new();
        for (slots, (cost, ways)) in &sums {
            for (more, (own_cost, own_ways)) in &own {
                let slots = [0, 1, 2].map(|work| slots[work] + more[work]);
                keep(&mut next, slots, *cost + *own_cost, ways * own_ways);
            }
        }
        sums = next;
    }
    let mut least = Totals::new();
    for (slots, (cost, ways)) in sums {
        if let Some(totals) = week_totals(week, slots) {
            keep(&mut least, [0; 3], cost + totals, ways);
        }
    }
    least.remove(&[0; 3])
}

fn keep(totals: &mut Totals, slots: PerWork<u32>, cost: Points, ways: u64) {
    let known = totals.entry(slots).or_insert((cost, 0));
    if cost < known.0 {
        *known = (cost, 0);
    }
    if cost == known.0 {
        known.1 += ways;
    }
}

/// A day as a week of its own, without what concerns the week's totals.
fn one_day(week: &Week, day: usize) -> Week {
    let mut one = week.clone();
    one.days = vec![week.days[day].clone()];
    one.wishes.wanted = [None; 3];
    let rules = week.rules.on(day).into_owned();
    one.rules = Rules {
        growth: None,
        week: None,
        spared: Vec::new(),
        kept: (rules.kept.as_ref()).map(|kept| vec![kept[day].clone()]),
        ..rules
    };
    if let Some(Stability { committed, .. }) = &mut one.wishes.stability {
        committed.days = vec![committed.days[day].clone()];
    }
    one
}

fn day_totals(one: &Week) -> Totals {
    let given = &one.days[0];
    let free: Vec<usize> = (0..given.len())
        .filter(|slot| given[*slot] == Slot::Free)
        .collect();
    let held: Vec<Option<Work>> = given.iter().map(|slot| slot.given()).collect();
    let mut plan = Plan { days: vec![held] };
    let mut totals = Totals::new();
    for mut number in 0..4usize.pow(free.len() as u32) {
        for slot in &free {
            plan.days[0][*slot] = [
                None,
                Some(Work::ALL[0]),
                Some(Work::ALL[1]),
                Some(Work::ALL[2]),
            ][number % 4];
            number /= 4;
        }
        if breaches(one, &plan).is_empty() {
            keep(&mut totals, plan.slots(), cost(one, &plan).total(), 1);
        }
    }
    totals
}

fn week_totals(week: &Week, slots: PerWork<u32>) -> Option<Points> {
    let minutes = slots.map(|slots| slots * week.slot_minutes);
    let allowed = week.rules.growth.is_none_or(|least| least <= minutes[2])
        && week
            .rules
            .week
            .is_none_or(|most| minutes.iter().sum::<u32>() <= most);
    let wanted = week.wishes.wanted.iter().zip(minutes);
    let costs = wanted.filter_map(|(wanted, minutes)| {
        let wanted = (*wanted)?;
        Some(match minutes < wanted.minutes {
            true => wanted.under.times(wanted.minutes - minutes),
            false => wanted.over.times(minutes - wanted.minutes),
        })
    });
    allowed.then(|| costs.sum())
}
