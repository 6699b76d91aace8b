//! The plan as a calendar file: what goes out comes in at the same instants.

use crate::keel::{Keel, fixture};
use std::collections::BTreeSet;

fn planned() -> Keel {
    let keel = Keel::new();
    keel.words("add Storage --start 2026-11-16T09:00 --end 11:30");
    keel.words("add Night --start 2026-10-24T23:00 --end 2026-10-25T04:00 -c growth");
    keel.words("add Tokyo --start 2026-11-18T09:00 --for 45m -c management --zone Asia/Tokyo");
    keel.words("add Run --start 2026-11-17T07:00 --for 1h -c personal");
    keel
}

/// uid, title, first instant, last instant.
fn instants(keel: &Keel) -> BTreeSet<Vec<String>> {
    let rows = keel.json("agenda --from 2026-09-01 --to 2027-03-01");
    let rows = rows.as_array().unwrap().iter();
    rows.map(|row| {
        ["uid", "title", "start_utc", "end_utc"]
            .map(|key| row[key].as_str().unwrap().to_string())
            .to_vec()
    })
    .collect()
}

#[test]
fn what_goes_out_comes_in_at_the_same_instants() {
    let keel = planned();
    keel.import(&fixture("apple.ics"));
    let file = keel.beside("all.ics");
    let file = file.to_str().unwrap();
    keel.ok(&["export", "--personal", "--imported", "-o", file]);
    let other = Keel::new();
    other.ok(&["import", file]);
    let came = instants(&other);
    assert_eq!(came, instants(&keel));
    assert!(came.len() > 30);
}

#[test]
fn personal_blocks_stay_at_home_unless_asked_for() {
    let keel = planned();
    let work = keel.words("export -o -");
    assert!(work.starts_with("BEGIN:VCALENDAR\r\n"), "{work}");
    assert!(work.contains("SUMMARY:Storage") && !work.contains("SUMMARY:Run"));
    let all = keel.words("export --personal -o -");
    assert!(all.contains("SUMMARY:Run"));
}

#[test]
fn a_range_takes_only_what_lies_in_it() {
    let keel = planned();
    let text = keel.words("export --from 2026-11-16 --to 2026-11-17 -o -");
    assert_eq!(text.matches("BEGIN:VEVENT").count(), 1);
    let file = keel.beside("week.ics");
    let said = keel.ok(&["export", "-o", file.to_str().unwrap()]);
    assert_eq!(said, format!("Wrote 3 events to {}.\n", file.display()));
}

#[test]
fn ones_own_export_read_again_changes_nothing() {
    let keel = planned();
    let before = instants(&keel);
    let file = keel.beside("own.ics");
    let file = file.to_str().unwrap();
    keel.ok(&["export", "--personal", "-o", file]);
    let said = keel.ok(&["import", file]);
    assert!(
        said.contains("4 blocks of your own plan left out."),
        "{said}"
    );
    assert_eq!(instants(&keel), before);
}
