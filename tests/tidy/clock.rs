//! Time is an argument: below the shell and the command line nothing asks for it.

use crate::tree::{text, tracked};

const CLOCKS: [&str; 6] = [
    "SystemTime::now",
    "Utc::now",
    "Local::now",
    "Zoned::now",
    "Timestamp::now",
    "TimeZone::system",
];

#[test]
fn nothing_below_the_shell_reads_the_clock_or_the_machines_zone() {
    let reads: Vec<String> = ["core", "store", "feeds", "app"]
        .iter()
        .flat_map(|part| tracked(&format!("crates/{part}/src")))
        .flat_map(|name| {
            let text = text(&name).unwrap_or_default();
            CLOCKS
                .iter()
                .filter(|clock| text.contains(**clock))
                .map(|clock| format!("{name}: {clock}"))
                .collect::<Vec<_>>()
        })
        .collect();
    assert!(
        reads.is_empty(),
        "take `now` as an argument instead:\n{}",
        reads.join("\n")
    );
}

#[test]
fn the_core_touches_no_file_and_starts_no_program() {
    let touches: Vec<String> = tracked("crates/core/src")
        .into_iter()
        .filter(|name| !name.contains("tests"))
        .filter(|name| {
            let text = text(name).unwrap_or_default();
            [
                "std::fs",
                "std::net",
                "std::process",
                "std::env",
                "std::thread",
            ]
            .iter()
            .any(|part| text.contains(part))
        })
        .collect();
    assert!(
        touches.is_empty(),
        "values in, values out; move this out of the core:\n{}",
        touches.join("\n")
    );
}
