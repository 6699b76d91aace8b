//! `keel suggest`: weeks from files.

use crate::keel::{Keel, fixture};
use serde_json::Value;

fn instances() -> Vec<Value> {
    let text = std::fs::read_to_string(fixture("examples/suggest.json")).unwrap();
    let mut file: Value = serde_json::from_str(&text).unwrap();
    file["instances"]
        .as_array_mut()
        .unwrap()
        .drain(..)
        .collect()
}

#[test]
fn a_worked_week_is_answered_as_its_rule_says() {
    let keel = Keel::new();
    for instance in instances().iter().filter(|instance| instance["q"] == 30) {
        let file = keel.file("week.json", instance.to_string());
        let answer = keel.json(&format!("suggest --input {}", file.display()));
        let name = &instance["name"];
        assert_eq!(answer["objective"], instance["optimum"], "{name}");
        assert_eq!(answer["optimal"], true, "{name}");
        let plan = answer["plan"].as_array().unwrap();
        assert_eq!(plan.len() as u64, instance["D"].as_u64().unwrap(), "{name}");
        for fixed in instance["fixed"].as_array().unwrap() {
            let [day, slot] = [0, 1].map(|at| fixed[at].as_u64().unwrap() as usize);
            let held = &plan[day].as_str().unwrap()[slot..=slot];
            assert_eq!(held, fixed[2], "{name}");
        }
    }
    assert!(!keel.folder().exists());
}

#[test]
fn a_person_reads_the_plan_and_what_it_costs() {
    let keel = Keel::new();
    let file = keel.file(
        "week.json",
        r#"{"D": 1, "n": 4, "q": 30, "fixed": [[0, 0, "M"], [0, 3, "x"]], "tgt": {"T": 60},
            "wu": {"T": 3}, "ws": 15}"#,
    );
    let said = keel.ok(&["suggest".as_ref(), "--input".as_ref(), file.as_os_str()]);
    assert_eq!(
        said,
        "MTTx\n      15 for switches\n      15 in all; no plan costs less\n"
    );
}

#[test]
fn a_week_that_cannot_be_gets_one_sentence() {
    let keel = Keel::new();
    let refusal = |text: &str| {
        let file = keel.file("week.json", text);
        keel.refusal(&["suggest".as_ref(), "--input".as_ref(), file.as_os_str()])
    };
    let told = refusal(r#"{"D": 1, "n": 4, "q": 30, "hard": {"growth": 150}}"#);
    assert_eq!(told, "No plan can keep the least growth time.");
    let told = refusal(
        r#"{"D": 2, "n": 4, "q": 30, "fixed": [[1, 1, "M"]],
            "hard": {"lunch": {"slots": [1, 2], "minutes": 30}}}"#,
    );
    assert_eq!(told, "No plan can keep lunch on day 2.");
    let told = refusal(r#"{"D": 1, "n": 4, "q": 30, "fixed": [[0, 4, "M"]]}"#);
    assert_eq!(
        told,
        "week.json is not a week that can be planned: slot 4 of day 0 lies outside the week."
    );
    assert!(refusal("[]").starts_with("week.json is not a week that can be planned: "));
    assert!(refusal("").starts_with("week.json is not a week that can be planned: "));
    let told = refusal(r#"{"D": 1, "n": 4, "q": 0}"#);
    assert_eq!(
        told,
        "week.json is not a week that can be planned: a slot lasts from 1 minute to 24 hours."
    );
    let both = ["suggest", "--repair", "--input", "week.json"];
    assert_eq!(keel.run(&both).code, 2);
}

#[cfg(target_os = "linux")]
#[test]
fn what_never_ends_is_no_week() {
    let refusal = Keel::new().refusal(&["suggest", "--input", "/dev/zero"]);
    assert!(refusal.ends_with("it is larger than 1 MB."), "{refusal}");
}

#[test]
fn a_week_of_the_plan_is_suggested_and_taken_and_taken_back() {
    let keel = Keel::new();
    let at = "--now 2026-11-13T15:00:00Z --zone Europe/Berlin";
    let reply = keel.json(&format!("suggest --week 2026-W47 {at}"));
    let proposals = reply["proposals"].as_array().unwrap();
    assert!(!proposals.is_empty());
    assert_eq!(reply["week"], "2026-11-16");
    assert!(keel.json(&format!("agenda --from 2026-11-16 {at}"))[0].is_null());
    let outcome = keel.json(&format!("suggest --week 2026-W47 --accept {at}"));
    let said = outcome["said"].as_str().unwrap();
    let first = format!("{} suggestions taken.", proposals.len());
    assert!(said.starts_with(&first), "{said}");
    let agenda = keel.json(&format!("agenda --from 2026-11-16 {at}"));
    assert_eq!(agenda.as_array().unwrap().len(), proposals.len());
    keel.json(&format!("undo {at}"));
    assert!(keel.json(&format!("agenda --from 2026-11-16 {at}"))[0].is_null());
}

#[test]
fn what_is_no_week_is_told() {
    let keel = Keel::new();
    let told = keel.refusal(&["suggest", "--week", "2026-W54"]);
    assert_eq!(told, "\u{201c}2026-W54\u{201d} is no week.");
}

#[test]
fn what_can_not_be_given_up_is_refused() {
    let keel = Keel::new();
    let at = ["--now", "2026-11-13T15:00:00Z", "--zone", "Europe/Berlin"];
    for key in ["foo", "day:soon", "day:2026-11-23"] {
        let asked = ["suggest", "--week", "2026-W47", "--without", key];
        let told = keel.refusal(&[&asked[..], &at[..]].concat());
        let expected =
            format!("\u{201c}{key}\u{201d} is nothing that can be given up in this week.");
        assert_eq!(told, expected);
    }
    keel.json("suggest --week 2026-W47 --without day:2026-11-17 --now 2026-11-13T15:00:00Z");
}

#[test]
fn nothing_to_take_is_told() {
    let keel = Keel::new();
    let asked = ["suggest", "--week", "2026-W47", "--repair", "--accept"];
    let at = ["--now", "2026-11-13T15:00:00Z", "--zone", "Europe/Berlin"];
    let said = keel.ok(&[&asked[..], &at[..]].concat());
    let end = "Nothing to suggest; nothing was taken.\n";
    assert!(said.ends_with(end), "{said}");
}
