//! The worked weeks: every group of figures as an independent computation has it, through the same
//! reading and the same function as `keel metrics`.

use crate::metrics::{Written, figures};
use crate::time::Zones;
use serde_json::Value;

const METRICS: &str = include_str!("../../../tests/fixtures/examples/metrics.json");
const WEEKS: &str = include_str!("../../../tests/fixtures/examples/weeks.json");

fn examples(text: &str) -> Vec<Value> {
    let all: Value = serde_json::from_str(text).unwrap();
    all["examples"].as_array().unwrap().clone()
}

/// A worked example of single functions.
pub(crate) fn example(name: &str) -> Value {
    let mut named = examples(METRICS).into_iter();
    named.find(|example| example["name"] == name).unwrap()
}

/// The names of all of them.
pub(crate) fn function_examples() -> Vec<String> {
    let functions = examples(METRICS).into_iter();
    functions
        .filter(|example| example["settings"]["week_start"].is_null())
        .map(|example| example["name"].as_str().unwrap().to_string())
        .collect()
}

/// Whether two values agree, numbers within the tolerance of the examples.
pub(crate) fn agree(found: &Value, expected: &Value) -> bool {
    match (found, expected) {
        (Value::Number(found), Value::Number(expected)) => {
            (found.as_f64().unwrap() - expected.as_f64().unwrap()).abs() <= 1e-6
        }
        (Value::Array(found), Value::Array(expected)) => {
            found.len() == expected.len() && found.iter().zip(expected).all(|(a, b)| agree(a, b))
        }
        (Value::Object(found), Value::Object(expected)) => {
            found.len() == expected.len()
                && found
                    .iter()
                    .all(|(key, value)| agree(value, &expected[key]))
        }
        _ => found == expected,
    }
}

/// Holds the figures of a week against its groups; says how many there are.
fn check(example: &Value) -> usize {
    let name = &example["name"];
    let written: Written = serde_json::from_value(example.clone()).unwrap();
    let record = written.record(&Zones::bundled()).unwrap();
    let found = serde_json::to_value(figures(&record)).unwrap();
    let groups = example["expected"].as_object().unwrap();
    for (group, expected) in groups {
        let found = &found[group];
        assert!(
            agree(found, expected),
            "{name}, {group}:\n{found}\ninstead of\n{expected}"
        );
    }
    let committed = ["reshuffle", "commitment_adherence"];
    for group in committed {
        let there = !found[group].is_null();
        assert_eq!(there, !example["committed"].is_null(), "{name}, {group}");
    }
    groups.len()
}

#[test]
fn every_worked_week_agrees_in_every_group() {
    let weeks = examples(METRICS).into_iter();
    let weeks = weeks.filter(|example| !example["settings"]["week_start"].is_null());
    let groups: Vec<usize> = weeks.map(|week| check(&week)).collect();
    assert_eq!((groups.len(), groups.iter().sum::<usize>()), (15, 35));
}

#[test]
fn every_awkward_week_agrees_in_every_group() {
    let groups: Vec<usize> = examples(WEEKS).iter().map(check).collect();
    assert_eq!((groups.len(), groups.iter().sum::<usize>()), (60, 606));
}
