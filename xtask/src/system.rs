//! System libraries and tools: what is needed and why, what is missing, and
//! how it gets here.

use std::process::Command;

use crate::command::{Done, answer, found, program, stop, succeed};

/// One Debian package.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Package {
    name: &'static str,
    /// What it is needed for.
    why: &'static str,
    proof: Proof,
}

/// How to see, where there is no dpkg, that the thing itself is here.
#[derive(Debug, Clone, Copy)]
enum Proof {
    Program(&'static str),
    Library(&'static str),
}

use Proof::{Library, Program};

/// What building and opening the planner needs.
pub(crate) const RUN: &[Package] = &[
    Package {
        name: "build-essential",
        why: "links programs and compiles SQLite",
        proof: Program("cc"),
    },
    Package {
        name: "pkg-config",
        why: "finds the libraries below",
        proof: Program("pkg-config"),
    },
    Package {
        name: "libwebkit2gtk-4.1-dev",
        why: "the web view in the window, with GTK",
        proof: Library("webkit2gtk-4.1"),
    },
    Package {
        name: "libdbus-1-dev",
        why: "one window at a time, talking over the session bus",
        proof: Library("dbus-1"),
    },
];

/// What a virtual display that can be driven needs.
pub(crate) const VIRTUAL_DISPLAY: &[Package] = &[
    Package {
        name: "xvfb",
        why: "a display without a screen",
        proof: Program("Xvfb"),
    },
    Package {
        name: "openbox",
        why: "gives windows their focus and frame",
        proof: Program("openbox"),
    },
    Package {
        name: "dbus",
        why: "a session bus of its own",
        proof: Program("dbus-daemon"),
    },
    Package {
        name: "procps",
        why: "ends what a journey started",
        proof: Program("kill"),
    },
    Package {
        name: "webkit2gtk-driver",
        why: "drives the web view",
        proof: Program("WebKitWebDriver"),
    },
];

/// What the tests need on top of both.
pub(crate) const TEST: &[Package] = &[
    Package {
        name: "xdotool",
        why: "a real mouse and keyboard for what is outside the page",
        proof: Program("xdotool"),
    },
    Package {
        name: "python3-gi",
        why: "a second program to drag files from",
        proof: Program("python3"),
    },
    Package {
        name: "gir1.2-gtk-3.0",
        why: "the window of that second program",
        proof: Library("gtk+-3.0"),
    },
    Package {
        name: "python3-venv",
        why: "a place for the calendar readers in Python",
        proof: Program("python3"),
    },
    Package {
        name: "libical-dev",
        why: "a calendar reader in C",
        proof: Library("libical"),
    },
    Package {
        name: "desktop-file-utils",
        why: "checks the menu entry of the package",
        proof: Program("desktop-file-validate"),
    },
];

/// Installs what is missing, or says which line would.
pub(crate) fn ready(lists: &[&[Package]]) -> Done {
    let wanted: Vec<Package> = lists.iter().flat_map(|list| list.iter().copied()).collect();
    if found("dpkg-query").is_none() {
        return elsewhere(&wanted);
    }
    let missing = missing(&wanted);
    if missing.is_empty() {
        return Ok(());
    }
    println!("missing on this machine:");
    for package in &missing {
        println!("  {:24} {}", package.name, package.why);
    }
    let names: Vec<&str> = missing.iter().map(|package| package.name).collect();
    let Some(prefix) = authority() else {
        return stop(format!(
            "Install them and try again: sudo apt-get update && sudo apt-get install -y --no-install-recommends {}",
            names.join(" ")
        ));
    };
    succeed(as_root(prefix).args(["apt-get", "update", "-q"]))?;
    succeed(
        as_root(prefix)
            .args(["apt-get", "install", "-q", "-y", "--no-install-recommends"])
            .args(&names),
    )
}

fn missing(wanted: &[Package]) -> Vec<Package> {
    let here = |package: &Package| {
        answer(program("dpkg-query").args(["-W", "-f", "${db:Status-Status}\n", package.name]))
            .is_some_and(|status| status.lines().any(|line| line == "installed"))
    };
    wanted
        .iter()
        .copied()
        .filter(|package| !here(package))
        .collect()
}

/// The words before `apt-get` that make it work without asking, if any do.
fn authority() -> Option<&'static [&'static str]> {
    let root = answer(program("id").arg("-u")).is_some_and(|id| id.trim() == "0");
    if root {
        return Some(&["env"]);
    }
    answer(program("sudo").args(["-n", "true"])).map(|_| ["sudo", "-n", "env"].as_slice())
}

fn as_root(prefix: &[&str]) -> Command {
    let mut command = program(prefix[0]);
    command
        .args(&prefix[1..])
        .arg("DEBIAN_FRONTEND=noninteractive");
    command
}

/// On another Linux: look for the things themselves, and name what is not there.
fn elsewhere(wanted: &[Package]) -> Done {
    let here = |package: &Package| match package.proof {
        Program(name) => found(name).is_some(),
        Library(name) => answer(program("pkg-config").args(["--exists", name])).is_some(),
    };
    let missing: Vec<String> = wanted
        .iter()
        .filter(|package| !here(package))
        .map(|package| match package.proof {
            Program(name) => format!("  the program {name}: {}", package.why),
            Library(name) => format!("  the library {name} with its headers: {}", package.why),
        })
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    stop(format!(
        "Evenkeel needs, from this system's package manager:\n{}\nInstall them and try again.",
        missing.join("\n")
    ))
}
