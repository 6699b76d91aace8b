//! Every row of the tables in `docs/bad-input.md` names a test that is there.

use harness::Step;

use crate::tree::text;

const PAGE: &str = "docs/bad-input.md";

/// The last cell of a row of a table: `file` and the name of a test in it, in
/// backquotes, with a colon between.
fn address(row: &str) -> Option<(&str, &str)> {
    let cell = row.trim().strip_suffix('|')?.rsplit('|').next()?;
    let quoted = cell.trim().strip_prefix('`')?.strip_suffix('`')?;
    quoted.split_once(": ")
}

#[test]
fn every_address_of_a_test_leads_to_one() -> Step {
    let page = text(PAGE);
    let rows: Vec<&str> = page
        .lines()
        .filter(|line| line.starts_with("| "))
        .filter(|line| !line.contains("| where it is tested |"))
        .collect();
    assert!(10 < rows.len(), "{PAGE} has lost its tables");
    let mut astray = Vec::new();
    for row in rows {
        let here = address(row).is_some_and(|(file, name)| {
            let tests = text(file);
            tests.contains(&format!("fn {name}(")) || tests.contains(&format!("\"{name}\""))
        });
        if !here {
            astray.push(format!("{PAGE}: no such test: {row}"));
        }
    }
    assert!(astray.is_empty(), "{}", astray.join("\n"));
    Ok(())
}
