//! No forgotten test, no trace of the machine a file was written on.

use std::env;

use harness::root;

use crate::tree::{stem, text, tracked};

#[test]
fn every_test_file_is_part_of_a_test_program() {
    let mut forgotten = Vec::new();
    for program in ["e2e", "interop", "package", "tidy", "bench", "main_job"] {
        let main = text(&format!("tests/{program}/main.rs")).expect("a test program has a main.rs");
        let files = tracked(&format!("tests/{program}"));
        for file in files
            .iter()
            .filter(|file| file.ends_with(".rs") && stem(file) != "main")
        {
            let declared = format!("mod {};", stem(file));
            if file.matches('/').count() == 2 && !main.contains(&declared) {
                forgotten.push(format!(
                    "{file}: `{declared}` is missing in tests/{program}/main.rs"
                ));
            }
        }
    }
    assert!(forgotten.is_empty(), "{}", forgotten.join("\n"));
}

#[test]
fn no_file_names_a_package_registry_or_a_folder_of_this_machine() {
    let mut traces = vec![
        "registry.npmjs".to_owned() + ".org",
        "index.crates".to_owned() + ".io",
        "files.pythonhosted".to_owned() + ".org",
        "pypi".to_owned() + ".org/simple",
    ];
    traces.push(root().display().to_string());
    if let Some(home) = env::var_os("HOME").map(|home| home.to_string_lossy().into_owned()) {
        if 1 < home.len() {
            traces.push(home + "/");
        }
    }
    let locks = ["Cargo.lock", "package-lock.json"];
    let found: Vec<String> = tracked(".")
        .into_iter()
        .filter(|name| !locks.iter().any(|lock| name.ends_with(lock)))
        .flat_map(|name| {
            let text = text(&name).unwrap_or_default();
            traces
                .iter()
                .filter(|trace| text.contains(*trace))
                .map(|trace| format!("{name}: {trace}"))
                .collect::<Vec<_>>()
        })
        .collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}
