//! Adding in words, and the backlog.

use crate::keel::Keel;

#[test]
fn a_line_of_words_becomes_a_block_and_says_how_it_was_read() {
    let keel = Keel::new();
    let said = keel.ok(&["add", "Tue 9-10:30 design review #technical"]);
    let read = "Added. Tuesday 24 November, 09:00 to 10:30, technical: design review.";
    assert!(said.starts_with(&format!("b1  {read}")), "{said}");
    let rows = keel.json("agenda --from 2026-11-24 --to 2026-11-25");
    assert_eq!(rows[0]["title"], "design review");
    assert_eq!(rows[0]["start"], "2026-11-24T09:00:00");
    assert_eq!(rows[0]["end"], "2026-11-24T10:30:00");
    keel.words("undo");
    assert_eq!(
        keel.json("agenda --from 2026-11-24 --to 2026-11-25")
            .as_array()
            .unwrap()
            .len(),
        0
    );
}

#[test]
fn a_dry_run_says_the_reading_and_adds_nothing() {
    let keel = Keel::new();
    let said = keel.words("add --dry-run every tue 9-10 mentor #g for 6 times");
    let read = "Every Tuesday from 24 November 6 times, 09:00 to 10:00, growth: mentor\n";
    assert_eq!(said, read);
    let reading = keel.json("add --dry-run tomorrow 9-10 run #p");
    assert_eq!(reading["category"], "personal");
    assert_eq!(reading["parts"][0]["meaning"], "Saturday 21 November");
    let rows = keel.json("agenda --from 2026-11-16 --to 2027-01-01");
    assert_eq!(rows.as_array().unwrap().len(), 0);
}

#[test]
fn dates_of_numbers_follow_the_region_of_the_environment() {
    let keel = Keel::new();
    let read = |locale: &str| {
        let mut command = keel.command(&["add", "--dry-run", "12/3 9-10 review"]);
        let output = command.env("LC_ALL", locale).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    assert!(read("en_US.UTF-8").starts_with("Thursday 3 December, "));
    assert!(read("de_DE.UTF-8").starts_with("Friday 12 March 2027, "));
}

#[test]
fn the_backlog_is_filled_in_words_and_listed_with_what_is_left() {
    let keel = Keel::new();
    assert_eq!(keel.words("backlog"), "Nothing is in the backlog.\n");
    keel.words("add --backlog write report 4h due fri #g");
    keel.words("add fri 15-16 ~3h prepare offsite #m due 4 Dec");
    let list = keel.words("backlog");
    let lines: Vec<&str> = list.lines().collect();
    assert_eq!(lines[0], "2 tasks, 6 h left to plan.");
    assert!(
        lines[1].contains("4 h left, due today") && lines[1].ends_with("write report"),
        "{list}"
    );
    assert!(
        lines[2].contains("2 h of 3 h left, due 4 December"),
        "{list}"
    );
    let backlog = keel.json("backlog");
    assert_eq!(backlog["tasks"][0]["left"], 240);
    assert_eq!(backlog["tasks"][1]["planned"], 60);
}

#[test]
fn words_that_cannot_be_kept_and_options_that_do_not_fit_are_refused() {
    let keel = Keel::new();
    let why = keel.refusal(&["add", "every tue review"]);
    assert_eq!(why, "What repeats needs a time of day.");
    let why = keel.refusal(&["add", "--dry-run", "due fri"]);
    assert_eq!(why, "A task needs a title.");
    for wrong in [
        &["add", "Review", "--for", "90m"][..],
        &["add", "Review", "--start", "14:00"],
        &[
            "add",
            "Review",
            "--start",
            "14:00",
            "--for",
            "1h",
            "--backlog",
        ],
        &["add"],
    ] {
        assert_eq!(keel.run(wrong).code, 2, "{wrong:?}");
    }
}
