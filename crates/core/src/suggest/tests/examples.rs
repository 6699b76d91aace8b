//! The worked instances, whose optimum an independent computation proved.

use crate::suggest::{
    Effort, Instance, Plan, Points, Slot, Suggestion, Week, breaches, cost, suggest,
};
use serde_json::Value;

const SUGGEST: &str = include_str!("../../../../../tests/fixtures/examples/suggest.json");
const METRICS: &str = include_str!("../../../../../tests/fixtures/examples/metrics.json");

/// A worked instance.
pub(super) struct Worked {
    pub(super) name: String,
    pub(super) week: Week,
    optimum: Points,
}

pub(super) fn instances() -> Vec<Worked> {
    let file: Value = serde_json::from_str(SUGGEST).unwrap();
    let instances = file["instances"].as_array().unwrap().iter();
    let read = |instance: &Value| {
        let week: Instance = serde_json::from_value(instance.clone()).unwrap();
        Worked {
            name: instance["name"].as_str().unwrap().to_owned(),
            week: Week::try_from(week).unwrap(),
            optimum: Points::of(instance["optimum"].as_f64().unwrap()),
        }
    };
    instances.map(read).collect()
}

impl Worked {
    pub(super) fn named(name: &str) -> Worked {
        let mut all = instances().into_iter();
        all.find(|worked| worked.name == name).unwrap()
    }

    fn half_hours(&self) -> bool {
        self.week.slot_minutes == 30
    }

    fn suggestion(&self, effort: Effort) -> Suggestion {
        let found = suggest(&self.week, effort).unwrap();
        let name = &self.name;
        assert_eq!(breaches(&self.week, &found.plan), [], "{name}");
        assert_eq!(cost(&self.week, &found.plan), found.cost, "{name}");
        assert!(found.bound <= self.optimum, "{name}");
        assert!(self.optimum <= found.cost.total(), "{name}");
        found
    }

    /// How far above the optimum a plan is, as part of it.
    fn gap(&self, found: &Suggestion) -> f64 {
        found.cost.total().as_f64() / self.optimum.as_f64() - 1.0
    }
}

#[test]
fn every_week_of_half_hours_gets_its_optimum_with_a_proof_in_few_steps() {
    for worked in instances().iter().filter(|worked| worked.half_hours()) {
        let found = worked.suggestion(Effort::DEFAULT);
        println!("{}: {} steps", worked.name, found.steps);
        assert_eq!(found.cost.total(), worked.optimum, "{}", worked.name);
        assert!(found.optimal, "{}", worked.name);
        assert!(found.steps < 500_000, "{}: {}", worked.name, found.steps);
    }
}

#[test]
fn every_week_of_quarter_hours_gets_its_optimum_even_where_the_proof_is_out_of_reach() {
    for worked in instances().iter().filter(|worked| !worked.half_hours()) {
        let found = worked.suggestion(Effort::of(600_000));
        println!("{}: proved {}", worked.name, found.optimal);
        assert_eq!(found.cost.total(), worked.optimum, "{}", worked.name);
    }
}

#[test]
fn a_search_that_may_hardly_take_a_step_still_comes_close() {
    for worked in instances() {
        let found = worked.suggestion(Effort::of(1));
        println!("{}: {:.1} % above", worked.name, worked.gap(&found) * 100.0);
        assert!(worked.gap(&found) <= 0.02, "{}", worked.name);
    }
}

#[test]
fn the_smallest_week_has_the_optimum_and_the_three_plans_that_enumeration_finds() {
    let metrics: Value = serde_json::from_str(METRICS).unwrap();
    let examples = metrics["examples"].as_array().unwrap();
    let mut named = examples.iter();
    let example = named
        .find(|it| it["name"] == "planner_tiny_enumerated")
        .unwrap();
    let (inputs, expected) = (&example["inputs"], &example["expected"]);

    let tiny = Worked::named("tiny");
    let found = tiny.suggestion(Effort::DEFAULT);
    assert_eq!(found.cost.total().as_f64(), expected["optimum"]);
    assert_eq!(found.as_good, expected["n_optimal"].as_u64());
    let plans = expected["optimal_plans"].as_array().unwrap();
    let [letters] = &found.plan.letters(&tiny.week)[..] else {
        panic!("one day");
    };
    assert!(plans.iter().any(|plan| plan == letters), "{letters}");

    let total = |plan: &Value| {
        let plan = Plan::from_letters(&[plan.as_str().unwrap()]).unwrap();
        cost(&tiny.week, &plan).total()
    };
    assert!(plans.iter().all(|plan| total(plan) == tiny.optimum));
    assert_eq!(total(&inputs["greedy"]).as_f64(), expected["greedy_cost"]);
}

#[test]
fn weeks_without_any_meeting_are_proved_too() {
    let feasible = |worked: &&Worked| worked.half_hours() && worked.name != "infeasible-growth";
    for worked in instances().iter().filter(feasible) {
        let mut week = worked.week.clone();
        for slot in week.days.iter_mut().flatten() {
            *slot = Slot::Free;
        }
        let found = suggest(&week, Effort::DEFAULT).unwrap();
        println!("{}: {} steps", worked.name, found.steps);
        assert!(found.optimal, "{}", worked.name);
        assert!(found.steps < 150_000, "{}: {}", worked.name, found.steps);
    }
}
