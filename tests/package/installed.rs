//! One test, because there is one system to install on.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use harness::{Child, Program, Scene, Step, Window, root, scene};

use crate::system::{Installed, NAME, entry_value, is_installed, output, traces};

#[test]
fn the_package_installs_opens_a_calendar_file_and_leaves_nothing_behind() {
    scene("package", async |scene| {
        let before = traces()?;
        let Some(installed) = Installed::install()? else {
            return Ok(());
        };

        let program = menu_entry_is_sound(&installed)?;
        the_command_line_came_along(&scene.profile.data())?;
        opens_a_file(scene, &program).await?;

        let database = files(&scene.profile.data())?;
        assert!(
            !database.is_empty(),
            "the window keeps its data in the folder it was given"
        );
        installed.remove()?;
        assert!(!is_installed());
        let left: Vec<&PathBuf> = installed
            .paths
            .iter()
            .filter(|path| path.is_file())
            .collect();
        assert!(left.is_empty(), "removing left {left:?}");
        let new: Vec<PathBuf> = traces()?.difference(&before).cloned().collect();
        assert!(new.is_empty(), "removing left {new:?}");
        assert_eq!(
            files(&scene.profile.data())?,
            database,
            "the person's data stays"
        );
        Ok(())
    });
}

/// The menu entry is valid, offers calendar files, has its icon; returns the program it starts.
fn menu_entry_is_sound(installed: &Installed) -> Step<PathBuf> {
    let entry = installed
        .paths
        .iter()
        .find(|path| path.extension().is_some_and(|kind| kind == "desktop"));
    let entry = entry.ok_or("the package has no menu entry")?;
    let said = output(
        "desktop-file-validate",
        &[entry.to_str().unwrap_or_default()],
    )?;
    assert!(said.is_empty(), "desktop-file-validate: {said}");

    let types = entry_value(entry, "MimeType")?;
    assert!(
        types.split(';').any(|kind| kind == "text/calendar"),
        "MimeType={types}"
    );
    let exec = entry_value(entry, "Exec")?;
    let mut words = exec.split_whitespace();
    let program = words.next().ok_or("Exec is empty")?;
    let place = words.next().unwrap_or_default();
    assert!(
        ["%f", "%F", "%u", "%U"].contains(&place),
        "Exec={exec} takes no file"
    );

    let icon = entry_value(entry, "Icon")?;
    let drawn = |path: &&PathBuf| {
        path.file_stem().is_some_and(|stem| stem == icon.as_str())
            && path.starts_with("/usr/share/icons")
    };
    assert!(
        installed.paths.iter().any(|path| drawn(&path)),
        "no icon {icon}"
    );
    Ok(PathBuf::from(
        output("sh", &["-c", "command -v -- \"$1\"", "sh", program])?.trim(),
    ))
}

fn the_command_line_came_along(data: &Path) -> Step {
    let keel = Path::new("/usr/bin/keel");
    assert!(keel.is_file(), "keel is not in the package");
    let output = Command::new(keel)
        .args(["agenda", "--json", "--data"])
        .arg(data)
        .output()?;
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    Ok(())
}

/// Started with a file, the import is offered; a second start hands its file to the first.
async fn opens_a_file(scene: &Scene, program: &Path) -> Step {
    let first = calendar(scene, "first.ics", "First calendar")?;
    let second = calendar(scene, "second.ics", "Second calendar")?;
    let window = scene
        .open_program(&Program::other(program, &[]).with(first))
        .await?;
    scene
        .watch(window, async |window| {
            offers(window, "First calendar").await?;
            window.picture("opened-with-a-file").await?;
            window.click("button", "Begin without it").await?;
            window.days().await?;

            let mut again = Child::command(program);
            again
                .arg(&second)
                .stdout(scene.profile.log("second.log")?)
                .stderr(scene.profile.log("second.log")?);
            let mut again = Child::start(scene.desktop.place(scene.profile.dress(&mut again)))?;
            again.ended().await?;
            offers(window, "Second calendar").await
        })
        .await
}

async fn offers(window: &Window<'_>, calendar: &str) -> Step {
    harness::until(
        &format!("{calendar} to be offered for import"),
        async || {
            let text = window.run("return document.body.innerText", vec![]).await?;
            Ok(text.as_str().is_some_and(|text| text.contains(calendar)))
        },
    )
    .await
}

fn calendar(scene: &Scene, name: &str, title: &str) -> Step<PathBuf> {
    let file = scene.profile.file(name);
    let text = fs::read_to_string(root().join("tests/fixtures/apple.ics"))?;
    fs::write(
        &file,
        text.replace("X-WR-CALNAME:", &format!("X-WR-CALNAME:{title} ")),
    )?;
    Ok(file)
}

/// The data files by name and size, the write-ahead log aside.
fn files(folder: &Path) -> Step<Vec<(PathBuf, u64)>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)?.flatten() {
        found.push((entry.path(), entry.metadata()?.len()));
    }
    found.sort();
    assert!(
        found.iter().any(|(_, size)| 0 < *size),
        "no {NAME} data in {}",
        folder.display()
    );
    Ok(found)
}
