//! A hand-edited calendar: every bad event costs one problem and nothing else.

use crate::keel::{Keel, fixture};
use serde_json::{Value, json};

fn imported() -> (Keel, Value) {
    let keel = Keel::new();
    let report = keel.import(&fixture("broken.ics"));
    (keel, report)
}

#[test]
fn the_report_counts_what_was_kept_and_names_each_problem_with_its_line() {
    let (_, report) = imported();
    let fields: Vec<&String> = report.as_object().unwrap().keys().collect();
    assert_eq!(fields, ["events", "occurrences_this_week", "problems"]);
    assert_eq!(report["events"], 6);
    assert_eq!(report["occurrences_this_week"], 5);
    let problems = report["problems"].as_array().unwrap();
    let told = [
        (13, "no date"),
        (16, "no UID"),
        (25, "Latin-1"),
        (33, "ends before it starts"),
        (39, "repetition"),
        (47, "neither https nor mailto"),
    ];
    assert_eq!(problems.len(), told.len());
    for (problem, (line, word)) in problems.iter().zip(told) {
        assert_eq!(problem["line"], line);
        assert!(
            problem["what"].as_str().unwrap().contains(word),
            "{problem}"
        );
    }
}

#[test]
fn the_week_shows_the_good_events_and_titles_as_text() {
    let (keel, _) = imported();
    let rows = keel.json("agenda --from 2026-11-16 --to 2026-11-23");
    let shown: Vec<Value> = rows
        .as_array()
        .unwrap()
        .iter()
        .map(|row| json!([row["title"], row["start_utc"], row["end_utc"]]))
        .collect();
    let expected = json!([
        [
            "Good one, LF ends",
            "2026-11-16T09:00:00Z",
            "2026-11-16T10:00:00Z"
        ],
        ["No UID", "2026-11-17T09:00:00Z", "2026-11-17T09:45:00Z"],
        [
            "Café in Latin-1",
            "2026-11-18T09:00:00Z",
            "2026-11-18T09:30:00Z"
        ],
        [
            "Ends before it starts",
            "2026-11-19T10:00:00Z",
            "2026-11-19T10:00:00Z"
        ],
        [
            "<img src=x onerror=alert(1)>",
            "2026-11-20T09:00:00Z",
            "2026-11-20T10:00:00Z"
        ]
    ]);
    assert_eq!(Value::from(shown), expected);
}

#[test]
fn the_rule_by_the_second_is_one_event_on_its_first_day() {
    let (keel, _) = imported();
    let rows = keel.json("agenda --from 1970-01-01 --to 2026-11-16");
    let rows = rows.as_array().unwrap();
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0]["title"], "Every second");
    assert_eq!(rows[0]["start_utc"], "1970-01-01T00:00:00Z");
}
