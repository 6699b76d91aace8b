//! Every dependency may be used and passed on freely.

use harness::Step;
use serde_json::Value;

use crate::licence::satisfied;
use crate::tree::{packages, text};

const PERMISSIVE: [&str; 14] = [
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BlueOak-1.0.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MIT-0",
    "OFL-1.1",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// Packages under the MPL: used unchanged, and it reaches no further than their own files.
const MPL: [&str; 8] = [
    "axe-core",
    "cssparser",
    "cssparser-macros",
    "dtoa-short",
    "lightningcss",
    "option-ext",
    "selectors",
    "webdriver",
];

/// Packages that state their licence in a file only; each was read.
const STATED_ELSEWHERE: [(&str, &str); 2] = [("ical", "Apache-2.0"), ("svelte-toolbelt", "MIT")];

#[test]
fn every_crate_has_a_permissive_licence() -> Step {
    let packages = packages()?;
    let outside = packages
        .iter()
        .filter(|package| !package["source"].is_null());
    let refused: Vec<String> = outside
        .filter_map(|package| refusal(package["name"].as_str()?, &package["license"]))
        .collect();
    assert!(refused.is_empty(), "{}", refused.join("\n"));
    Ok(())
}

#[test]
fn every_npm_package_has_a_permissive_licence() -> Step {
    let lock: Value = serde_json::from_str(&text("ui/package-lock.json"))?;
    let packages = lock["packages"]
        .as_object()
        .ok_or("the lock file lists no packages")?;
    let refused: Vec<String> = packages
        .iter()
        .filter_map(|(place, package)| Some((place.rsplit_once("node_modules/")?.1, package)))
        .filter_map(|(name, package)| refusal(name, &package["license"]))
        .collect();
    assert!(refused.is_empty(), "{}", refused.join("\n"));
    Ok(())
}

/// Why a package cannot be used, if so.
fn refusal(name: &str, stated: &Value) -> Option<String> {
    let elsewhere = STATED_ELSEWHERE
        .iter()
        .find(|(known, _)| *known == name)
        .map(|(_, licence)| *licence);
    let Some(licence) = stated.as_str().or(elsewhere) else {
        return Some(format!("{name} states no licence"));
    };
    let by_exception = MPL.iter().any(|known| {
        name == *known
            || name
                .strip_prefix(known)
                .is_some_and(|rest| rest.starts_with('-'))
    });
    let accepted =
        |licence: &str| PERMISSIVE.contains(&licence) || (licence == "MPL-2.0" && by_exception);
    (!satisfied(licence, &accepted)).then(|| format!("{name} is under {licence}"))
}
