//! Adding, moving, removing, and taking it all back.

use crate::keel::Keel;
use serde_json::Value;

/// Wall time at home of the only block of the year.
fn place(keel: &Keel) -> Option<(String, String)> {
    let rows = keel.json("agenda --from 2026-01-01 --to 2027-01-01");
    let rows = rows.as_array().unwrap();
    assert!(rows.len() <= 1);
    let text = |row: &Value, key: &str| row[key].as_str().unwrap()[..16].to_string();
    rows.first()
        .map(|row| (text(row, "start"), text(row, "end")))
}

fn at(start: &str, end: &str) -> Option<(String, String)> {
    Some((format!("2026-{start}"), format!("2026-{end}")))
}

#[test]
fn a_block_is_what_was_typed() {
    let keel = Keel::new();
    let said = keel.ok(&[
        "add",
        "Design review",
        "--start",
        "14:00",
        "--for",
        "1h30m",
        "--category",
        "Management",
        "--notes",
        "bring the sketch",
        "--at",
        "room 4",
    ]);
    assert!(said.starts_with("b1  Added Design review. "), "{said}");
    let rows = keel.json("agenda");
    let row = &rows[0];
    assert_eq!(row["title"], "Design review");
    assert_eq!(row["category"], "management");
    assert_eq!(row["start"], "2026-11-20T14:00:00");
    assert_eq!(row["end"], "2026-11-20T15:30:00");
    assert_eq!(row["zone"], "Europe/Berlin");
    assert_eq!(row["start_utc"], "2026-11-20T13:00:00Z");
    assert_eq!(row["recurrence_id"], Value::Null);
    let text = keel.words("export -o -");
    assert!(
        text.contains("bring the sketch") && text.contains("LOCATION:room 4"),
        "{text}"
    );
}

#[test]
fn a_block_is_moved_by_key_by_uid_by_a_step_and_at_its_end() {
    let keel = Keel::new();
    keel.words("add A --start 2026-11-16T09:00 --for 90m");
    keel.words("move b1 --to 10:00");
    assert_eq!(place(&keel), at("11-16T10:00", "11-16T11:30"));
    let uid = keel.json("agenda")[0]["uid"].as_str().unwrap().to_string();
    keel.words(&format!("move {uid} --to 2026-11-18T08:00"));
    assert_eq!(place(&keel), at("11-18T08:00", "11-18T09:30"));
    keel.words("move b1 --by -30m");
    assert_eq!(place(&keel), at("11-18T07:30", "11-18T09:00"));
    keel.words("move b1 --by 1d");
    assert_eq!(place(&keel), at("11-19T07:30", "11-19T09:00"));
    keel.words("move b1 --end 10:15");
    assert_eq!(place(&keel), at("11-19T07:30", "11-19T10:15"));
    keel.words("move b1 --to 2026-11-20T12:00 --end 13:00");
    assert_eq!(place(&keel), at("11-20T12:00", "11-20T13:00"));
}

#[test]
fn a_length_is_real_time_and_a_day_is_a_day_when_the_clocks_change() {
    let keel = Keel::new();
    keel.words("add Wake --start 2026-10-25T01:00 --for 3h");
    let rows = keel.json("agenda --from 2026-10-25 --to 2026-10-26");
    assert_eq!(rows[0]["end"], "2026-10-25T03:00:00");
    assert_eq!(rows[0]["start_utc"], "2026-10-24T23:00:00Z");
    assert_eq!(rows[0]["end_utc"], "2026-10-25T02:00:00Z");
    keel.words("move b1 --by -1d");
    let rows = keel.json("agenda --from 2026-10-24 --to 2026-10-25");
    assert_eq!(rows[0]["start"], "2026-10-24T01:00:00");
}

#[test]
fn a_block_from_another_zone_keeps_it_and_goes_where_the_home_clock_says() {
    let keel = Keel::new();
    keel.words("add Call --start 2026-11-18T09:00 --for 1h --zone Asia/Tokyo");
    keel.words("move b1 --to 2026-11-19T08:00 --end 10:00");
    let rows = keel.json("agenda");
    assert_eq!(rows[0]["zone"], "Asia/Tokyo");
    assert_eq!(rows[0]["start"], "2026-11-19T16:00:00");
    assert_eq!(rows[0]["start_utc"], "2026-11-19T07:00:00Z");
    assert_eq!(rows[0]["end_utc"], "2026-11-19T09:00:00Z");
}

#[test]
fn every_change_can_be_taken_back_and_done_again() {
    let keel = Keel::new();
    keel.words("add A --start 2026-11-16T09:00 --for 1h");
    keel.words("move b1 --to 2026-11-17T09:00");
    keel.words("remove b1");
    assert_eq!(place(&keel), None);
    let moved = at("11-17T09:00", "11-17T10:00");
    assert!(keel.words("undo").contains("Undone: delete A"));
    assert_eq!(place(&keel), moved);
    keel.words("undo");
    assert_eq!(place(&keel), at("11-16T09:00", "11-16T10:00"));
    keel.words("undo");
    assert_eq!(place(&keel), None);
    assert_eq!(keel.refusal(&["undo"]), "There is nothing to undo.");
    keel.words("redo");
    keel.words("redo");
    assert_eq!(place(&keel), moved);
    keel.words("redo");
    assert_eq!(keel.refusal(&["redo"]), "There is nothing to redo.");
}

#[test]
fn blocks_are_removed_all_or_none() {
    let keel = Keel::new();
    keel.words("add A --start 2026-11-16T09:00 --for 1h");
    keel.words("add B --start 2026-11-17T09:00 --for 1h");
    let refusal = keel.refusal(&["remove", "b1", "b9"]);
    assert_eq!(refusal, "No block is called “b9”.");
    assert_eq!(keel.json("agenda").as_array().unwrap().len(), 2);
    keel.words("remove b1 b2");
    assert_eq!(place(&keel), None);
}

#[test]
fn a_write_can_answer_in_json() {
    let keel = Keel::new();
    let outcome = keel.json("add A --start 09:00 --for 1h");
    assert_eq!(outcome["focus"], "b1");
    assert_eq!(outcome["undo"], "add A");
    assert_eq!(keel.json("undo")["redo"], "add A");
    let said = Keel::new().json("demo");
    assert!(
        said["said"]
            .as_str()
            .unwrap()
            .starts_with("The demo plan is in ")
    );
}

#[test]
fn one_of_a_series_is_named_by_its_day_and_a_change_may_reach_further() {
    let keel = Keel::new();
    let add = "add Stand-up --start 2026-11-16T09:00 --for 30m --every";
    let add: Vec<&str> = add.split(' ').chain(["weekday until 18 Dec"]).collect();
    let said = keel.ok(&add);
    assert!(
        said.starts_with("b1@2026-11-16T09:00:00  Added Stand-up."),
        "{said}"
    );
    let starts = |keel: &Keel| -> Vec<String> {
        let rows = keel.json("agenda --from 2026-11-16 --to 2026-11-21");
        let rows = rows.as_array().unwrap();
        rows.iter()
            .map(|row| row["start"].as_str().unwrap()[8..16].to_string())
            .collect()
    };
    assert_eq!(starts(&keel).len(), 5);
    let row = &keel.json("agenda --from 2026-11-18 --to 2026-11-19")[0];
    assert_eq!(row["recurrence_id"], "2026-11-18T09:00:00");

    assert!(
        keel.words("move b1 --at 2026-11-18 --to 10:00")
            .contains("Moved Stand-up.")
    );
    assert!(
        keel.words("remove b1 --at 2026-11-19")
            .contains("Skipped Stand-up.")
    );
    assert_eq!(
        starts(&keel),
        ["16T09:00", "17T09:00", "18T10:00", "20T09:00"]
    );
    keel.words("move b1 --by 15m --all");
    assert_eq!(
        starts(&keel),
        ["16T09:15", "17T09:15", "18T10:00", "20T09:15"]
    );
    keel.words("remove b1 --at 2026-11-18T10:00 --following");
    assert_eq!(starts(&keel), ["16T09:15", "17T09:15"]);
    let text = keel.words("export -o -");
    assert!(
        text.contains("RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;UNTIL=20261117T225959Z"),
        "{text}"
    );
}
