//! Time is an argument: nothing but `crates/clock` asks for it.

use harness::Step;

use crate::tree::{text, tracked};

const CLOCKS: [&str; 8] = [
    "iana_time_zone",
    "clock_gettime",
    "SystemTime::now",
    "Utc::now",
    "Local::now",
    "Zoned::now",
    "Timestamp::now",
    "TimeZone::system",
];
const OUTSIDE: [&str; 5] = [
    "std::fs",
    "std::net",
    "std::process",
    "std::env",
    "std::thread",
];

#[test]
fn nothing_but_the_clock_reads_the_clock_or_the_machines_zone() -> Step {
    let mut reads = Vec::new();
    let crates = ["core", "store", "feeds", "app", "cli"].map(|part| format!("crates/{part}"));
    for part in crates.iter().map(String::as_str).chain(["src-tauri"]) {
        for name in tracked(&format!("{part}/src"))? {
            reads.extend(mentions(&name, &CLOCKS));
        }
    }
    assert!(
        reads.is_empty(),
        "take `now` as an argument instead:\n{}",
        reads.join("\n")
    );
    Ok(())
}

#[test]
fn the_core_touches_no_file_and_starts_no_program() -> Step {
    let names = tracked("crates/core/src")?;
    let own = names.iter().filter(|name| !name.contains("tests"));
    let touches: Vec<String> = own.flat_map(|name| mentions(name, &OUTSIDE)).collect();
    assert!(
        touches.is_empty(),
        "values in, values out; move this out of the core:\n{}",
        touches.join("\n")
    );
    Ok(())
}

#[test]
fn no_crate_but_the_feeds_opens_a_connection() -> Step {
    let mut opens = Vec::new();
    for part in [
        "crates/core",
        "crates/store",
        "crates/app",
        "crates/cli",
        "src-tauri",
    ] {
        for name in tracked(&format!("{part}/src"))? {
            opens.extend(mentions(&name, &["std::net", "TcpStream", "UdpSocket"]));
        }
    }
    assert!(
        opens.is_empty(),
        "only crates/feeds talks to the network:\n{}",
        opens.join("\n")
    );
    Ok(())
}

fn mentions(name: &str, words: &[&str]) -> Vec<String> {
    let text = text(name);
    words
        .iter()
        .filter(|word| text.contains(**word))
        .map(|word| format!("{name}: {word}"))
        .collect()
}
