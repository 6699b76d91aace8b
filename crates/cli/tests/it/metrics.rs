//! Measuring a week of the plan, and one that is written in a file: the worked weeks through the real
//! program.

use crate::keel::{Keel, fixture};
use serde_json::{Value, json};

fn example(file: &str, name: &str) -> Value {
    let text = std::fs::read(fixture(&format!("examples/{file}"))).unwrap();
    let all: Value = serde_json::from_slice(&text).unwrap();
    let mut examples = all["examples"].as_array().unwrap().iter();
    examples.find(|one| one["name"] == name).unwrap().clone()
}

fn near(found: &Value, expected: &Value) -> bool {
    match (found, expected) {
        (Value::Number(one), Value::Number(other)) => {
            (one.as_f64().unwrap() - other.as_f64().unwrap()).abs() <= 1e-6
        }
        (Value::Array(one), Value::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| near(one, other))
        }
        (Value::Object(one), Value::Object(other)) => {
            one.len() == other.len() && one.iter().all(|(key, value)| near(value, &expected[key]))
        }
        _ => found == expected,
    }
}

/// A week in a file, measured by the program, text or JSON.
fn measured(week: &Value, how: &[&str]) -> String {
    let keel = Keel::new();
    let file = keel.file("week.json", week.to_string());
    let input = ["metrics", "--input", file.to_str().unwrap()];
    let said = keel.ok(&[&input, how].concat());
    assert!(!keel.folder().exists(), "measuring a file needs no plan");
    said
}

#[test]
fn worked_weeks_are_measured_as_expected() {
    let weeks = [
        ("metrics.json", "balance_one_day_off_target"),
        ("metrics.json", "empty_week_is_null"),
        ("metrics.json", "reshuffle_against_committed_plan"),
        ("metrics.json", "breaks_no_lunch"),
        ("weeks.json", "random 1"),
        ("weeks.json", "random 17"),
    ];
    for (file, name) in weeks {
        let week = example(file, name);
        let found: Value = serde_json::from_str(&measured(&week, &["--json"])).unwrap();
        for (group, expected) in week["expected"].as_object().unwrap() {
            assert!(near(&found[group], expected), "{name}, {group}: {found}");
        }
        let groups: Vec<&str> = found
            .as_object()
            .unwrap()
            .keys()
            .map(String::as_str)
            .collect();
        let committed = !week["committed"].is_null();
        assert_eq!(groups.contains(&"reshuffle"), committed, "{name}");
        assert_eq!(
            groups.contains(&"commitment_adherence"),
            committed,
            "{name}"
        );
        assert_eq!(groups.len(), if committed { 11 } else { 9 }, "{groups:?}");
    }
}

#[test]
fn reasons_and_buffers_add_groups_of_their_own() {
    let mut week = example("metrics.json", "reshuffle_against_committed_plan");
    week["reasons"] = json!({"a": "external"});
    week["planned"][1]["contingency"] = json!(true);
    let found: Value = serde_json::from_str(&measured(&week, &["--json"])).unwrap();
    assert_eq!(
        found["buffers"],
        json!({"minutes": 60.0, "used": 60.0, "free": 0.0})
    );
    assert_eq!(found["reshuffle"]["blocks_changed"], 1);
    assert_eq!(found["own_reshuffle"]["blocks_changed"], 0);
}

#[test]
fn a_week_can_be_read_by_people() {
    let week = example("metrics.json", "reshuffle_against_committed_plan");
    let expected = "\
The week from Monday 2 March 2026 on, UTC
  balance       Technical 2 h (67 %), Management 1 h (33 %), Growth 0 min (0 %)
  plan          3 h of 3 h kept (100 %), 0 min moved, 0 min missed, 0 min unplanned; \
2 of 2 blocks done, 2 on time
  commitment    2 h of 4 h kept (50 %), 1 h moved, 1 h missed, 0 min unplanned; \
1 of 3 blocks done, 1 on time
  reshuffled    1 block changed, 1 deleted: 2 h; 50 % of the commitment stayed
  focus         longest run 2 h; 2 h of 2 h in runs of 1 h 30 or more
  switches      1, 0 of them hard
  work          3 h on 1 day; 0 min after hours, 0 min on other days
  rest          longest 158 h; 0 rests between days under 11 h; 6 days without work
  meetings      0 min (0 % of work), 0 pairs back to back; 1 work day without
  breaks        Monday: 1 break; longest stretch 2 h
";
    assert_eq!(measured(&week, &[]), expected);
}

#[test]
fn what_is_no_week_is_refused_in_one_sentence() {
    let keel = Keel::new();
    let file = keel.file("week.json", r#"{"settings": {"tz": "UTC"}}"#);
    let said = keel.refusal(&["metrics", "--input", file.to_str().unwrap()]);
    assert_eq!(
        said,
        "week.json is not a week that can be measured: settings.week_start, the first day of the \
         week, is missing."
    );
    let gone = keel.beside("gone.json");
    let said = keel.refusal(&["metrics", "--input", gone.to_str().unwrap()]);
    assert!(said.contains("gone.json"), "{said}");
}

#[test]
fn a_week_of_the_plan_has_the_same_groups_as_one_in_a_file() {
    let keel = Keel::new();
    let add = "add Design --start 2026-11-17T09:00 --end 2026-11-17T11:00 --category technical";
    keel.words(add);
    let read = |args: &str| -> Value { serde_json::from_str(&keel.words(args)).unwrap() };
    let by_week = read("metrics --week 2026-W47 --json");
    assert_eq!(by_week["adherence"]["planned"], 120.0);
    assert_eq!(by_week["adherence"]["missed"], 120.0);
    assert_eq!(by_week["adherence"]["recall"], 0.0);
    assert_eq!(by_week["balance"]["shares"], Value::Null);
    let example: Value = serde_json::from_str(&measured(
        &example("metrics.json", "empty_week_is_null"),
        &["--json"],
    ))
    .unwrap();
    let groups =
        |found: &Value| -> Vec<String> { found.as_object().unwrap().keys().cloned().collect() };
    assert_eq!(groups(&by_week), groups(&example));
    assert_eq!(read("metrics --week 2026-11-18 --json"), by_week);
    assert_eq!(read("metrics --json"), by_week);
    keel.words("commit --week 2026-W47");
    let committed = read("metrics --week 2026-W47 --json");
    assert_eq!(committed["commitment_adherence"]["planned"], 120.0);
    assert_eq!(committed["reshuffle"]["plan_stability"], 1.0);
}

#[test]
fn a_week_of_the_plan_can_be_read_by_people() {
    let keel = Keel::new();
    let add = "add Design --start 2026-11-17T09:00 --end 2026-11-17T11:00 --category technical";
    keel.words(add);
    let said = keel.words("metrics --week 2026-W47");
    assert!(
        said.starts_with("The week from Monday 16 November 2026 on, Europe/Berlin\n"),
        "{said}"
    );
    assert!(
        said.contains("  plan          0 min of 2 h kept (0 %)"),
        "{said}"
    );
    assert!(
        said.ends_with("  displaced     Nothing recorded: 2 h\n"),
        "{said}"
    );
    let next = keel.words("metrics --week 2026-W48");
    assert!(next.contains("0 min of 0 min kept (\u{2013})"), "{next}");
    let said = keel.refusal(&["metrics", "--week", "W47"]);
    assert!(said.contains("W47"), "{said}");
}
