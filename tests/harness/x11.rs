//! The mouse and keyboard of the display itself, for what is outside the page:
//! native dialogs, the window frame, files dragged in from another program.

use std::path::Path;
use std::process::{Command, Stdio};

use crate::{Child, Point, Step, Window, page, root, until, until_some};

/// Where the script that offers a file for dragging lies.
const DROP_SOURCE: &str = "tests/harness/drop_source.py";
/// Title of the window which that script opens, in the display's top left corner.
const DROP_SOURCE_TITLE: &str = "drop-source";

#[derive(serde::Deserialize)]
struct View {
    width: f64,
    height: f64,
}

impl Window<'_> {
    /// Runs `xdotool` on the window's display and returns what it printed.
    pub fn xdotool(&self, args: &[&str]) -> Step<String> {
        let mut command = Command::new("xdotool");
        self.desktop.place(&mut command).args(args);
        let output = command
            .output()
            .map_err(|error| format!("xdotool cannot start ({error}): apt-get install xdotool"))?;
        if output.status.success() {
            return Ok(String::from_utf8(output.stdout)?);
        }
        Err(format!(
            "xdotool {}: {}",
            args.join(" "),
            String::from_utf8_lossy(&output.stderr).trim()
        )
        .into())
    }

    /// Waits for a window whose title contains this and returns its number.
    pub async fn native(&self, title: &str) -> Step<String> {
        until_some(&format!("a window titled {title}"), async || {
            let found = self.xdotool(&["search", "--onlyvisible", "--name", title])?;
            Ok(found.lines().last().map(str::to_owned))
        })
        .await
    }

    /// Where a point of the page is on the display.
    pub async fn on_display(&self, title: &str, at: Point) -> Step<Point> {
        let window = self.native(title).await?;
        let geometry = self.xdotool(&["getwindowgeometry", "--shell", &window])?;
        let read = |key: &str| -> Step<f64> {
            let line = geometry
                .lines()
                .find_map(|line| line.strip_prefix(key)?.strip_prefix('='));
            Ok(line.ok_or("xdotool gave no geometry")?.parse()?)
        };
        let view: View = page::ask(&self.client, "view", vec![]).await?;
        let left = read("X")? + (read("WIDTH")? - view.width);
        let top = read("Y")? + (read("HEIGHT")? - view.height);
        Ok(at.by(left, top))
    }

    /// Drags a file from another program's window onto a point of the page and
    /// waits until that program has handed it over.
    pub async fn drop_file(&self, title: &str, file: &Path, at: Point) -> Step {
        let there = self.on_display(title, at).await?;
        let mut command = Child::command("/usr/bin/python3");
        command.arg(root().join(DROP_SOURCE)).arg(file);
        command
            .stdout(Stdio::null())
            .stderr(self.profile.log("drop-source.log")?);
        let mut source = Child::start(self.desktop.place(self.profile.dress(&mut command)))?;
        until("the other program to offer the file", async || {
            if !source.runs() {
                return Err("it ended: apt-get install python3-gi gir1.2-gtk-3.0".into());
            }
            Ok(self
                .xdotool(&["search", "--onlyvisible", "--name", DROP_SOURCE_TITLE])
                .is_ok())
        })
        .await?;

        self.xdotool(&["mousemove", "40", "60", "mousedown", "1"])?;
        for step in 1..=10 {
            let share = f64::from(step) / 10.0;
            let x = (40.0 + (there.x - 40.0) * share).round().to_string();
            let y = (60.0 + (there.y - 60.0) * share).round().to_string();
            self.xdotool(&["mousemove", &x, &y])?;
        }
        self.xdotool(&["mouseup", "1"])?;
        source.ended().await
    }
}
