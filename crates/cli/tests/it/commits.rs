//! Committing a week, what today says of it, and the reasons.

use crate::keel::Keel;

fn committed() -> Keel {
    let keel = Keel::new();
    keel.words("add Review --start 2026-11-20T09:00 --for 90m");
    let said = keel.words("commit");
    assert_eq!(said, "Committed the week: 1 block.\n");
    keel
}

#[test]
fn today_says_what_was_committed_and_what_changed_since() {
    let keel = Keel::new();
    assert!(
        keel.words("today")
            .ends_with("The week is not committed: keel commit.\n")
    );
    let keel = committed();
    let said = keel.words("today");
    assert!(
        said.contains("Committed Fri 08:00. 100 % of the committed time stands."),
        "{said}"
    );
    keel.words("move b1 --to 11:00 --because external");
    let said = keel.words("today");
    assert!(
        said.contains("Committed Fri 08:00 \u{b7} 1 change. "),
        "{said}"
    );
    let line = "  Review: moved to Friday 11:00, committed Friday 09:00 to 10:30 (external)";
    assert!(said.contains(line), "{said}");
    keel.words("undo");
    assert!(keel.words("today").contains("Committed Fri 08:00. "));
}

#[test]
fn a_week_is_committed_by_its_number_or_a_day_and_withdrawn() {
    let keel = committed();
    let again = keel.run(&["commit", "--week", "2026-W47"]);
    assert_eq!(again.code, 1);
    assert!(
        again.err.contains("committed as it stands already"),
        "{}",
        again.err
    );
    keel.words("uncommit --week 2026-11-16");
    let none = keel.run(&["uncommit"]);
    assert!(none.err.contains("is not committed."), "{}", none.err);
    let odd = keel.run(&["commit", "--week", "soon"]);
    assert!(odd.err.contains("is no date."), "{}", odd.err);
}
