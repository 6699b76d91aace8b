//! The `.deb`. The real one is a release build; the one the tests install is
//! made by the same steps from the debug build that is already there.

use std::fs;
use std::path::PathBuf;

use crate::build::{self, Profile};
use crate::command::{Done, program, stop, succeed};
use crate::place;
use crate::setup::{self, For};

/// Where `tauri.conf.json` expects the command line that goes into the package.
const KEEL: &str = "package/keel";

pub(crate) fn package() -> Done {
    setup::ready(For::Building)?;
    let deb = make(Profile::Release)?;
    println!("{}", deb.display());
    Ok(())
}

/// Builds both programs and bundles them; returns the package.
pub(crate) fn make(profile: Profile) -> Done<PathBuf> {
    build::programs(profile)?;
    let keel = place::target().join(KEEL);
    fs::create_dir_all(place::target().join("package"))?;
    fs::copy(profile.folder().join("keel"), &keel)?;

    let bundles = profile.folder().join("bundle/deb");
    if bundles.exists() {
        fs::remove_dir_all(&bundles)?;
    }
    let mut bundle = program(place::ui().join("node_modules/.bin/tauri"));
    bundle.args(["build", "--bundles", "deb", "--ci"]);
    if profile == Profile::Debug {
        bundle.arg("--debug");
    }
    succeed(&mut bundle)?;
    let made = fs::read_dir(&bundles)?.flatten().map(|entry| entry.path());
    match made
        .into_iter()
        .find(|path| path.extension().is_some_and(|kind| kind == "deb"))
    {
        Some(deb) => Ok(deb),
        None => stop(format!("the bundler left no .deb in {}", bundles.display())),
    }
}
