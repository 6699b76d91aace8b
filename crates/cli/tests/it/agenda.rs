//! The agenda of real calendars, against what two independent libraries read.

use crate::keel::{Keel, bare, fixture};
use serde_json::Value;
use std::collections::BTreeSet;
use std::process::Stdio;

/// uid, title, status, whether all day, start, end.
type Row = (String, String, String, bool, String, String);

fn row(row: &Value, title: &str) -> Row {
    let text = |key: &str| row[key].as_str().unwrap().to_string();
    let all_day = row["all_day"].as_bool().unwrap();
    let (start, end) = match all_day {
        true => (text("start"), text("end")),
        false => (text("start_utc"), text("end_utc")),
    };
    let status = text("status").to_lowercase();
    (text("uid"), text(title), status, all_day, start, end)
}

fn expected(name: &str) -> Vec<Row> {
    let text = std::fs::read_to_string(fixture("examples/agenda.json")).unwrap();
    let examples: Vec<Value> = serde_json::from_str(&text).unwrap();
    let file = format!("fixtures/{name}.ics");
    let example = examples
        .iter()
        .find(|example| example["fixture"] == *file)
        .unwrap();
    let rows = example["occurrences"].as_array().unwrap();
    rows.iter().map(|each| row(each, "summary")).collect()
}

/// The examples reach from midnight to midnight in UTC.
fn agenda(name: &str) -> Vec<Value> {
    let keel = Keel::in_zone("UTC");
    keel.import(&fixture(&format!("{name}.ics")));
    let rows = keel.json("agenda --from 2026-09-01 --to 2027-01-01");
    rows.as_array().unwrap().clone()
}

#[test]
fn every_occurrence_of_the_example_calendars_is_a_row_and_no_other() {
    for name in ["google", "outlook", "apple"] {
        let expected = expected(name);
        let ours: Vec<Row> = agenda(name).iter().map(|each| row(each, "title")).collect();
        assert_eq!(ours.len(), expected.len(), "{name}");
        let sorted = |rows: Vec<Row>| rows.into_iter().collect::<BTreeSet<_>>();
        assert_eq!(sorted(ours), sorted(expected), "{name}");
    }
}

#[test]
fn a_row_has_exactly_the_agreed_fields() {
    let mut agreed = [
        "uid",
        "recurrence_id",
        "title",
        "category",
        "all_day",
        "status",
        "start",
        "end",
        "zone",
        "start_utc",
        "end_utc",
    ];
    agreed.sort_unstable();
    for each in agenda("apple") {
        let mut fields: Vec<&str> = each.as_object().unwrap().keys().map(|key| &**key).collect();
        fields.sort_unstable();
        assert_eq!(fields, agreed);
    }
}

#[test]
fn the_zone_of_the_run_decides_which_instants_a_day_holds() {
    let first = |zone| {
        let keel = Keel::in_zone(zone);
        keel.words("add Late --start 2026-11-20T23:30 --for 1h");
        let rows = keel.json("agenda --from 2026-11-20 --to 2026-11-21");
        rows[0]["start_utc"].as_str().unwrap().to_string()
    };
    assert_eq!(first("Europe/Berlin"), "2026-11-20T22:30:00Z");
    assert_eq!(first("America/New_York"), "2026-11-21T04:30:00Z");
}

#[test]
fn the_week_that_now_lies_in_is_shown_when_no_day_is_named() {
    let keel = Keel::new();
    for day in ["15", "16", "22", "23"] {
        keel.words(&format!(
            "add Day{day} --start 2026-11-{day}T12:00 --for 30m"
        ));
    }
    let titles = |line: &str| -> Vec<String> {
        let rows = keel.json(line);
        let rows = rows.as_array().unwrap().iter();
        rows.map(|row| row["title"].as_str().unwrap().to_string())
            .collect()
    };
    assert_eq!(titles("agenda"), ["Day16", "Day22"]);
    assert_eq!(titles("agenda --from 2026-11-22"), ["Day22", "Day23"]);
    assert_eq!(titles("agenda --to 2026-11-16"), ["Day15"]);
}

#[test]
fn the_clock_may_be_set_to_a_wall_time_at_home() {
    let keel = Keel::new();
    let today = |now: &str| {
        let output = bare()
            .args(["today", "--json", "--zone", "Asia/Tokyo", "--now", now])
            .arg("--data")
            .arg(keel.folder())
            .output()
            .unwrap();
        let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
        answer["date"].as_str().unwrap().to_string()
    };
    assert_eq!(today("2026-11-19T23:30:00Z"), "2026-11-20");
    assert_eq!(today("2026-11-19T23:30"), "2026-11-19");
    assert_eq!(today("2026-11-19 23:30"), "2026-11-19");
}

#[test]
fn the_agenda_reads_well() {
    let keel = Keel::new();
    keel.words("add Storage --start 2026-11-19T09:00 --end 11:30 --at desk");
    keel.words("add Night --start 2026-11-19T23:00 --for 2h -c personal");
    let text = keel.words("agenda");
    assert_eq!(
        text,
        "Thursday 19 November 2026\n\
         \x20 09:00–11:30    technical   b1  Storage (at desk)\n\
         \x20 23:00–01:00    personal    b2  Night (to Friday 20 November)\n"
    );
    let text = keel.words("today");
    let told = "Friday 20 November 2026\n\
                \x20 …–01:00        personal    b2  Night\n\
                This week: Technical 2 h 30 of ";
    assert!(
        text.starts_with(told) && text.contains(" off your mix.\n"),
        "{text}"
    );
    assert_eq!(
        keel.words("agenda --from 2026-12-01 --to 2026-12-02"),
        "Nothing is planned from Tuesday 1 December 2026 to Tuesday 1 December 2026.\n"
    );
}

#[test]
fn a_title_from_a_file_cannot_command_the_terminal() {
    let keel = Keel::new();
    let file = keel.file(
        "trick.ics",
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:t\r\nDTSTART:20261119T090000Z\r\n\
         DURATION:PT1H\r\nSUMMARY:a\u{1b}[2Jb\\nc\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    );
    keel.import(&file);
    let text = keel.words("agenda");
    assert!(!text.contains('\u{1b}'), "{text:?}");
    assert_eq!(text.lines().count(), 2, "{text:?}");
}

#[test]
fn a_reader_that_has_seen_enough_is_no_failure() {
    let keel = Keel::new();
    keel.words("demo");
    let args = ["agenda", "--from", "2026-01-01", "--to", "2027-01-01"];
    let mut child = keel
        .command(&args)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    assert_eq!(output.stderr, b"");
}
