//! `keel template` and `keel copy-week`.

use crate::keel::Keel;

fn titles(keel: &Keel, from: &str, to: &str) -> Vec<String> {
    let rows = keel.json(&format!("agenda --from {from} --to {to}"));
    let rows = rows.as_array().unwrap();
    let title = |row: &serde_json::Value| row["title"].as_str().unwrap().to_string();
    rows.iter().map(title).collect()
}

#[test]
fn a_week_is_kept_listed_and_laid_over_another() {
    let keel = Keel::new();
    keel.words("add Build --start 2026-11-16T09:00 --for 90m");
    keel.words("add Write --start 2026-11-18T09:00 --for 90m -c growth");
    let said = keel.ok(&["template", "save", "My week"]);
    assert_eq!(said, "My week is a template now.\n");
    let list = keel.words("template list");
    assert!(
        list.starts_with("t1                    My week (2 blocks, 3 h)"),
        "{list}"
    );
    assert!(list.contains("weekly-practice"), "{list}");

    keel.words("add Board --start 2026-11-23T10:00 --for 1h -c management");
    let lay = ["template", "lay", "my WEEK", "--on", "2026-11-25"];
    let before = titles(&keel, "2026-11-23", "2026-11-30");
    let tried = keel.ok(&[&lay[..], &["--dry-run"]].concat());
    let reason = "  Build, Monday 23 November 09:00: Board is there, 10:00 to 11:00.\n";
    let sum = "1 of 2 blocks fits. 1 collides and is left out.\n";
    assert_eq!(tried, format!("{sum}{reason}"));
    assert_eq!(titles(&keel, "2026-11-23", "2026-11-30"), before);
    let said = keel.ok(&lay);
    assert!(
        said.contains("Laid My week: 1 block, 1 left out."),
        "{said}"
    );
    assert_eq!(
        titles(&keel, "2026-11-23", "2026-11-30"),
        ["Board", "Write"]
    );
    keel.words("undo");
    assert_eq!(titles(&keel, "2026-11-23", "2026-11-30"), before);
}

#[test]
fn last_week_is_copied_into_this_one() {
    let keel = Keel::new();
    keel.words("add Build --start 2026-11-09T09:00 --for 90m");
    keel.words("copy-week");
    assert_eq!(titles(&keel, "2026-11-16", "2026-11-23"), ["Build"]);
    let plan = keel.json("copy-week --to 2026-11-23 --dry-run");
    assert_eq!(plan["made"], 1);
}
