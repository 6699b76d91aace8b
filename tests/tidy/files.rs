//! No forgotten test, no trace of the machine a file was written on.

use std::env;

use harness::{Step, root};

use crate::tree::{stem, text, tracked};

const LOCKS: [&str; 2] = ["Cargo.lock", "package-lock.json"];

#[test]
fn every_test_file_is_part_of_a_test_program() -> Step {
    let mut forgotten = Vec::new();
    for program in ["e2e", "interop", "package", "tidy", "bench", "main_job"] {
        let main = text(&format!("tests/{program}/main.rs"));
        let beside = tracked(&format!("tests/{program}"))?;
        for file in beside
            .iter()
            .filter(|file| file.ends_with(".rs") && file.matches('/').count() == 2)
        {
            let declared = format!("mod {};", stem(file));
            if stem(file) != "main" && !main.contains(&declared) {
                forgotten.push(format!(
                    "{file}: `{declared}` is missing in tests/{program}/main.rs"
                ));
            }
        }
    }
    assert!(forgotten.is_empty(), "{}", forgotten.join("\n"));
    Ok(())
}

#[test]
fn no_file_names_a_package_registry_or_a_folder_of_this_machine() -> Step {
    // Put together here, so that this file is no finding itself.
    let hosts = [
        ("registry.npmjs", "org"),
        ("index.crates", "io"),
        ("files.pythonhosted", "org"),
    ];
    let mut traces: Vec<String> = hosts
        .iter()
        .map(|(name, end)| format!("{name}.{end}"))
        .collect();
    traces.push(root().display().to_string());
    let home = env::var("HOME").unwrap_or_default();
    if 1 < home.len() {
        traces.push(home + "/");
    }

    let mut found = Vec::new();
    for name in tracked(".")?
        .iter()
        .filter(|name| !LOCKS.iter().any(|lock| name.ends_with(lock)))
    {
        let text = text(name);
        let here = traces.iter().filter(|trace| text.contains(trace.as_str()));
        found.extend(here.map(|trace| format!("{name}: {trace}")));
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
    Ok(())
}
