//! Closing a day, and what today says of it.

use crate::keel::Keel;

#[test]
fn a_day_is_closed_with_a_line_and_today_says_when() {
    let keel = Keel::new();
    keel.words("add Review --start 2026-11-20T09:00 --for 90m");
    let said = keel.run(&[
        "close",
        "--line",
        "The review stands.",
        "--energy",
        "4",
        "--switched-off",
        "yes",
    ]);
    let told = "Closed Friday 20 November.\n0 min recorded, 1 h 30 planned, 0 of 1 done.\n";
    assert_eq!((said.code, said.out.as_str()), (0, told));
    assert!(keel.words("today").contains("\nClosed at 08:00.\n"));
    let json = keel.run(&["today", "--json"]).out;
    assert!(json.contains(r#""closed":"2026-11-20T08:00:00""#), "{json}");
    keel.words("undo");
    assert!(!keel.words("today").contains("Closed"));
}

#[test]
fn what_is_not_said_again_stays_and_what_cannot_be_is_refused() {
    let keel = Keel::new();
    keel.words("close --day 2026-11-19 --energy 3");
    keel.run(&["close", "--day", "2026-11-19", "--line", "Late."]);
    let early = keel.run(&["close", "--day", "2026-11-21"]);
    assert_eq!(early.code, 1);
    assert!(early.err.contains("has not begun."), "{}", early.err);
    let much = keel.run(&["close", "--energy", "9"]);
    assert_eq!(much.code, 1);
    assert!(much.err.contains("Choose 1 to 5."), "{}", much.err);
    let long = keel.run(&["close", "--line", &"x".repeat(281)]);
    assert!(long.err.contains("281 characters"), "{}", long.err);
    let odd = keel.run(&["close", "--day", "soon"]);
    assert!(odd.err.contains("is no date."), "{}", odd.err);
}
