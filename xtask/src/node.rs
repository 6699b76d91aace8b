//! Node and what the UI needs of it: a version that fits, its packages without
//! their install scripts, the built page.

use crate::command::{Done, answer, npm, program, stop, succeed};
use crate::place;
use crate::stamp::Stamp;

/// Checks the version, installs the packages, builds the page; what is current is left alone.
pub(crate) fn ready() -> Done {
    version()?;
    packages()?;
    page()
}

fn version() -> Done {
    let Some(version) = answer(program("node").arg("--version")) else {
        return stop(
            "Node is missing. Install Node 20.19 or newer of 20, or 22.13 and up: https://nodejs.org",
        );
    };
    if !fits(version.trim()) {
        return stop(format!(
            "Node {} does not fit. Install Node 20.19 or newer of 20, or 22.13 and up: https://nodejs.org",
            version.trim()
        ));
    }
    match answer(program("npm").arg("--version")) {
        Some(_) => Ok(()),
        None => stop("npm is missing beside Node. Install it: apt-get install npm"),
    }
}

/// `v20.19` and newer of 20, `v22.13` and up.
fn fits(version: &str) -> bool {
    let mut numbers = version
        .trim_start_matches('v')
        .split('.')
        .map_while(|part| part.parse::<u32>().ok());
    let (Some(major), Some(minor)) = (numbers.next(), numbers.next()) else {
        return false;
    };
    (major == 20 && 19 <= minor) || (22, 13) <= (major, minor)
}

fn packages() -> Done {
    let ui = place::ui();
    let stamp = Stamp::of(
        &[ui.join("package.json"), ui.join("package-lock.json")],
        ui.join("node_modules/.installed-from"),
    )?;
    if stamp.holds() {
        return Ok(());
    }
    println!("ui: npm ci");
    succeed(npm().args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]))?;
    stamp.keep()
}

fn page() -> Done {
    let ui = place::ui();
    let inputs = [
        "src",
        "public",
        "index.html",
        "package-lock.json",
        "svelte.config.js",
        "tsconfig.json",
        "vite.config.ts",
    ];
    let inputs: Vec<_> = inputs.iter().map(|input| ui.join(input)).collect();
    let stamp = Stamp::of(&inputs, place::target().join("stamps/page"))?;
    if stamp.holds() && ui.join("dist/index.html").is_file() {
        return Ok(());
    }
    println!("ui: npm run build");
    succeed(npm().args(["run", "--silent", "build"]))?;
    stamp.keep()
}

#[cfg(test)]
mod tests {
    use super::fits;

    #[test]
    fn only_the_versions_the_ui_tools_support_fit() {
        for (version, expected) in [
            ("v20.18.9", false),
            ("v20.19.0", true),
            ("v20.20.2", true),
            ("v21.7.0", false),
            ("v22.12.0", false),
            ("v22.13.0", true),
            ("v24.1.0", true),
            ("nonsense", false),
        ] {
            assert_eq!(fits(version), expected, "{version}");
        }
    }
}
