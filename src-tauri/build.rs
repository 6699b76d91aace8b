//! Embeds the window's configuration and its list of allowed commands.
//!
//! The configuration stands at the root of the tree, so every path is given in full, and the build
//! runs in a scratch folder, so that no generated file litters the sources.

use std::error::Error;
use std::path::{Path, PathBuf};

/// Every command the window may call. A command that is not named here is refused.
const COMMANDS: &[&str] = &[
    "opening",
    "painted",
    "week",
    "day",
    "month",
    "how_it_went",
    "search",
    "read_words",
    "backlog",
    "vocabulary",
    "suggest",
    "print",
    "apply",
    "preview",
    "undo",
    "redo",
    "details",
    "repeat_facts",
    "target",
    "rules",
    "seasons",
    "season_advice",
    "attention",
    "away",
    "desktop",
    "start_with_desktop",
    "boundaries",
    "declines",
    "calendars",
    "templates",
    "refresh",
    "choose_calendar",
    "read_calendar",
    "export_calendar",
    "open_link",
    "backups",
    "back_up",
    "restore",
    "check",
    "start_anew",
    "accept_older",
    "open_demo",
    "leave_demo",
];

fn main() -> Result<(), Box<dyn Error>> {
    let root = PathBuf::from(std::env::var("CARGO_MANIFEST_DIR")?);
    let scratch = Path::new(&std::env::var("OUT_DIR")?).join("tauri");
    std::fs::create_dir_all(&scratch)?;
    let manifest = std::fs::read(root.join("Cargo.toml"))?;
    if std::fs::read(scratch.join("Cargo.toml")).ok().as_ref() != Some(&manifest) {
        std::fs::write(scratch.join("Cargo.toml"), manifest)?;
    }
    println!("cargo:rerun-if-changed=Cargo.toml");
    println!("cargo:rerun-if-changed=src-tauri/capabilities");
    std::env::set_current_dir(&scratch)?;

    let inside = |path: &str| -> Result<&'static str, Box<dyn Error>> {
        let full = root.join(path);
        let text = full
            .to_str()
            .ok_or("the path of the sources is not UTF-8")?;
        Ok(Box::leak(text.to_owned().into_boxed_str()))
    };
    tauri_build::try_build(
        tauri_build::Attributes::new()
            .config_path(root.join("tauri.conf.json"))
            .capabilities_path_pattern(inside("src-tauri/capabilities/**/*")?)
            .app_manifest(
                tauri_build::AppManifest::new()
                    .commands(COMMANDS)
                    .permissions_path_pattern(inside("src-tauri/permissions/**/*.toml")?),
            ),
    )?;
    Ok(())
}
