//! What really happened: recorded, entered, confirmed, listed.

use crate::keel::Keel;
use serde_json::Value;

fn planned() -> Keel {
    let keel = Keel::new();
    keel.words("add Ingest --start 09:00 --for 1h");
    keel.words("add Review --start 10:00 --for 90m -c management");
    keel
}

#[test]
fn a_block_is_started_by_its_key_its_title_or_because_it_is_planned_now() {
    for line in ["start b1", "start ingest", "start"] {
        let keel = planned();
        assert_eq!(keel.at("09:10", line), "Started Ingest.\n");
        assert_eq!(keel.at("09:40", "stop"), "Stopped: 30 min of Ingest.\n");
        let entries = keel.json("entries");
        assert_eq!(entries[0]["of"], "b1");
        assert_eq!(entries[0]["source"], "timer");
        assert_eq!(entries[0]["minutes"], 30);
    }
}

#[test]
fn words_that_are_no_block_are_started_as_such() {
    let keel = planned();
    assert_eq!(
        keel.at("09:00", "start fire in prod"),
        "Started fire in prod.\n"
    );
    keel.at("09:20", "note pager");
    assert_eq!(
        keel.at("09:30", "start Review -c growth --at 09:25"),
        "Started Review. Recorded 25 min of fire in prod.\n"
    );
    assert_eq!(
        keel.at("10:00", "stop --at 09:45"),
        "Stopped: 20 min of Review.\n"
    );
    let listed = keel.words("entries");
    let expected = "\
Friday 20 November 2026
  09:00\u{2013}09:25  technical   timer         25 min  fire in prod
                 09:20  pager
  09:25\u{2013}09:45  growth      timer         20 min  Review
";
    assert_eq!(listed, expected);
    assert_eq!(keel.words("undo"), "Undone: stop Review.\n");
}

#[test]
fn time_is_entered_by_hand_and_the_plan_confirmed_around_it() {
    let keel = planned();
    let said = keel.at("12:00", "log Incident --start 09:30 --for 15m --note pager");
    assert_eq!(
        said,
        "Recorded 15 min of Incident, Friday 09:30 to 09:45.\n"
    );
    assert_eq!(
        keel.at("12:00", "as-planned --rest"),
        "As planned: 1 h 45 in 2 blocks.\n"
    );
    assert_eq!(
        keel.at("12:00", "as-planned b1"),
        "As planned: 30 min of Ingest.\n"
    );
    let listed = keel.words("entries --from 2026-11-20 --to 2026-11-21");
    assert!(
        listed.contains("by hand       15 min  Incident (pager)"),
        "{listed}"
    );
    assert_eq!(listed.matches("as planned").count(), 3, "{listed}");
    assert_eq!(
        keel.words("entries --from 2026-11-01 --to 2026-11-02"),
        "Nothing is recorded in these days.\n"
    );
}

#[test]
fn today_says_what_runs_and_what_is_done_of_what_was_planned() {
    let keel = planned();
    assert!(!keel.words("today").contains("So far"));
    keel.at("09:15", "start Ingest");
    let said = keel.at("10:02", "today");
    assert!(
        said.contains("Running: Ingest, 47 min, since 09:15.\n"),
        "{said}"
    );
    assert!(
        said.contains("So far: 47 min done of 1 h 02 planned by now.\n"),
        "{said}"
    );
    let today: Value = serde_json::from_str(&keel.at("10:02", "today --json")).unwrap();
    let now = &today["now"];
    assert_eq!(now["done_minutes"], 47);
    assert_eq!(now["under_way"]["title"], "Review");
}

#[test]
fn a_timer_is_there_for_the_next_program_even_after_a_crash() {
    let keel = planned();
    keel.at("09:00", "start Ingest");
    let said = keel.at("09:30", "start Ingest");
    assert_eq!(said, "Ingest is already running, since 09:00.\n");
    assert_eq!(keel.at("11:00", "stop"), "Stopped: 2 h of Ingest.\n");
}

#[test]
fn what_cannot_be_recorded_gets_one_sentence() {
    let keel = planned();
    for (line, sentence) in [
        ("stop", "Nothing is running."),
        ("note pager", "Nothing is running."),
        ("start", "Nothing is planned right now."),
        ("start b9", "No block is called \u{201c}b9\u{201d}."),
        (
            "start X --at 08:01",
            "Nothing can be started in the future.",
        ),
        (
            "log X --start 07:00 --end 09:00",
            "An entry cannot end in the future: it says what happened.",
        ),
        (
            "log X --start 07:00 --end 06:00",
            "The end is not after the start.",
        ),
        ("as-planned", "Nothing of this has begun yet."),
        (
            "as-planned Lunch",
            "Nothing that day is called \u{201c}Lunch\u{201d}.",
        ),
        (
            "as-planned --day 2026-11-18",
            "Nothing is planned on Wednesday 18 November.",
        ),
    ] {
        let args: Vec<&str> = line.split(' ').collect();
        let said = keel.refusal(&args);
        assert_eq!(said, sentence, "{line}");
    }
}
