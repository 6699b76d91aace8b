//! Reading calendar files: again, several at once, and only to look.

use crate::keel::{Keel, fixture};
use serde_json::Value;

fn calendar(events: &[(&str, &str)]) -> String {
    let events: Vec<String> = events
        .iter()
        .map(|(uid, start)| {
            format!(
                "BEGIN:VEVENT\r\nUID:{uid}\r\nDTSTART:{start}\r\nDURATION:PT1H\r\n\
                 SUMMARY:Title {uid}\r\nEND:VEVENT\r\n"
            )
        })
        .collect();
    format!("BEGIN:VCALENDAR\r\n{}END:VCALENDAR\r\n", events.concat())
}

fn titles(keel: &Keel) -> Vec<String> {
    let rows = keel.json("agenda");
    let rows = rows.as_array().unwrap().iter();
    rows.map(|row| row["title"].as_str().unwrap().to_string())
        .collect()
}

const MONDAY: &str = "20261116T090000Z";
const TUESDAY: &str = "20261117T090000Z";
const FRIDAY: &str = "20261120T090000Z";

#[test]
fn a_file_read_twice_duplicates_nothing() {
    let keel = Keel::new();
    let everything = "agenda --from 2026-01-01 --to 2028-01-01";
    let first = keel.import(&fixture("google.ics"));
    let rows = keel.json(everything);
    let second = keel.import(&fixture("google.ics"));
    assert_eq!(first, second);
    assert_eq!(first["events"], 127);
    assert_eq!(keel.json(everything), rows);
}

#[test]
fn what_is_not_in_the_file_any_more_goes_and_is_named() {
    let keel = Keel::new();
    let file = keel.file(
        "work.ics",
        calendar(&[("a", MONDAY), ("b", TUESDAY), ("c", FRIDAY)]),
    );
    keel.import(&file);
    keel.file("work.ics", calendar(&[("a", TUESDAY), ("c", FRIDAY)]));
    let text = keel.ok(&["import".as_ref(), file.as_os_str()]);
    assert_eq!(
        text,
        "Imported 2 events from work: 0 new, 1 changed, 2 this week.\n  \
         Not in the file any more, removed: Title b.\n"
    );
    assert_eq!(titles(&keel), ["Title a", "Title c"]);
    keel.words("undo");
    assert_eq!(titles(&keel), ["Title a", "Title b", "Title c"]);
}

#[test]
fn a_dry_run_reports_the_same_and_keeps_nothing() {
    let keel = Keel::new();
    let file = fixture("broken.ics");
    let file = file.to_str().unwrap();
    let dry = keel.ok(&["import", file, "--dry-run", "--json"]);
    assert_eq!(titles(&keel), [""; 0]);
    assert_eq!(keel.words("backups"), "There is no backup yet.\n");
    assert_eq!(keel.ok(&["import", file, "--json"]), dry);
    let text = keel.ok(&["import", file, "--dry-run"]);
    let told = "Would import 6 events from broken: 0 new, 0 changed, 5 this week.\n";
    assert!(text.starts_with(told), "{text}");
}

#[test]
fn several_files_are_summed_up_and_problems_say_which_file() {
    let keel = Keel::new();
    let good = keel.file("good.ics", calendar(&[("a", MONDAY)]));
    let broken = fixture("broken.ics");
    let files = [good.to_str().unwrap(), broken.to_str().unwrap()];
    let text = keel.ok(&["import", files[0], files[1], "--json"]);
    let report: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(
        (&report["events"], &report["occurrences_this_week"]),
        (&7.into(), &6.into())
    );
    let problems = report["problems"].as_array().unwrap();
    assert_eq!(problems.len(), 6);
    assert!(problems.iter().all(|problem| problem["file"] == files[1]));
}

#[test]
fn one_file_that_is_no_calendar_keeps_all_others_out() {
    let keel = Keel::new();
    let good = keel.file("good.ics", calendar(&[("a", MONDAY)]));
    let bad = keel.file("bad.ics", "Dear diary");
    let files = [good.as_os_str(), bad.as_os_str()];
    let refusal = keel.refusal(&["import".as_ref(), files[0], files[1]]);
    assert_eq!(refusal, "bad.ics is not a calendar file.");
    assert_eq!(titles(&keel), [""; 0]);
}
