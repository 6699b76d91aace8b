//! The mouse and keyboard of the display itself, for what is outside the page:
//! native dialogs, the window frame, files dragged in from another program.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::{Child, Point, Step, Window, program_binary, root, until, until_some};

/// How long a native dialog may take to answer a key.
const A_MOMENT: Duration = Duration::from_secs(2);
/// Title of the program's own window.
const TITLE: &str = "^Evenkeel$";
/// What the window says while a file hovers over it.
const DROP_OFFER: &str = "Drop a calendar file";
/// Where the script that offers a file for dragging lies.
const DROP_SOURCE: &str = "tests/harness/drop_source.py";
/// Title of the window which that script opens, in the display's top left corner.
const DROP_SOURCE_TITLE: &str = "drop-source";

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

    /// Leaves a native dialog the way a person does, and waits until it is gone. Taking the window
    /// from the program instead would end the program.
    pub async fn dismiss(&self, dialog: &str) -> Step {
        self.xdotool(&["windowactivate", "--sync", dialog])?;
        until("the dialog to close", async || {
            if self
                .xdotool(&["getactivewindow"])
                .is_ok_and(|active| active.trim() == dialog)
            {
                self.xdotool(&["key", "--clearmodifiers", "Escape"])?;
            }
            let shown = self.xdotool(&["search", "--onlyvisible", "--name", "Print"]);
            Ok(!shown.is_ok_and(|shown| shown.lines().any(|line| line == dialog)))
        })
        .await
    }

    /// Types a path into the desktop's own file dialog and confirms it.
    pub async fn answer_dialog(&self, title: &str, path: &Path) -> Step {
        let dialog = self.native(title).await?;
        let path = path.to_str().ok_or("the path is no text")?;
        self.xdotool(&["windowactivate", "--sync", &dialog])?;
        // To the field for the path, whichever part of the dialog has the focus.
        self.xdotool(&["key", "--clearmodifiers", "ctrl+l", "ctrl+a"])?;
        self.xdotool(&["type", "--clearmodifiers", path])?;
        // A Return that comes while the dialog still looks at the folder is
        // lost, and a person would press it again.
        let closed = async || -> Step<bool> {
            Ok(self
                .xdotool(&["search", "--onlyvisible", "--name", title])
                .is_err())
        };
        until(&format!("the dialog {title} to close"), async || {
            if self.xdotool(&["getactivewindow"])?.trim() == dialog {
                self.xdotool(&["key", "--clearmodifiers", "Return"])?;
            }
            let soon = tokio::time::timeout(A_MOMENT, until("it to close", closed)).await;
            Ok(soon.is_ok())
        })
        .await
    }

    /// Starts the planner once more on this desktop, with a file to open, and waits for it to end.
    pub async fn start_again_with(&self, file: &Path) -> Step {
        let mut command = Child::command(program_binary());
        command.arg(file);
        command
            .stdout(Stdio::null())
            .stderr(self.profile.log("started-again.log")?);
        let mut again = Child::start(self.desktop.place(self.profile.dress(&mut command)))?;
        again.ended().await
    }

    /// Opens another program's window in front, gives it the focus, and puts it away again.
    pub async fn another_window_comes_forward(&self) -> Step {
        let other = self.beside(&self.profile.file("nothing")).await?;
        let window = self.native(DROP_SOURCE_TITLE).await?;
        self.xdotool(&["windowactivate", "--sync", &window])?;
        drop(other);
        let own = self.native(TITLE).await?;
        self.xdotool(&["windowactivate", "--sync", &own])?;
        Ok(())
    }

    /// Starts the program that offers a file for dragging.
    async fn beside(&self, file: &Path) -> Step<Child> {
        let mut command = Child::command("/usr/bin/python3");
        command.arg(root().join(DROP_SOURCE)).arg(file);
        command
            .stdout(Stdio::null())
            .stderr(self.profile.log("drop-source.log")?);
        let mut source = Child::start(self.desktop.place(self.profile.dress(&mut command)))?;
        until("the other program to open its window", async || {
            if !source.runs() {
                return Err("it ended: apt-get install python3-gi gir1.2-gtk-3.0".into());
            }
            Ok(self
                .xdotool(&["search", "--onlyvisible", "--name", DROP_SOURCE_TITLE])
                .is_ok())
        })
        .await?;
        Ok(source)
    }

    /// Ends the program with no chance to say anything.
    pub async fn kill(&self) -> Step {
        let window = self.native(TITLE).await?;
        let id = self.xdotool(&["getwindowpid", &window])?;
        let killed = Command::new("kill").args(["-KILL", id.trim()]).status()?;
        if !killed.success() {
            return Err(format!("process {} could not be killed", id.trim()).into());
        }
        until("the program to be gone", async || {
            Ok(!Path::new("/proc").join(id.trim()).join("exe").exists())
        })
        .await
    }

    /// Where a point of the page is on the display.
    async fn on_display(&self, at: Point) -> Step<Point> {
        let window = self.native(TITLE).await?;
        let geometry = self.xdotool(&["getwindowgeometry", "--shell", &window])?;
        let read = |key: &str| -> Step<f64> {
            let line = geometry
                .lines()
                .find_map(|line| line.strip_prefix(key)?.strip_prefix('='));
            Ok(line.ok_or("xdotool gave no geometry")?.parse()?)
        };
        let view = self.view().await?;
        let left = read("X")? + (read("WIDTH")? - view.width);
        let top = read("Y")? + (read("HEIGHT")? - view.height);
        Ok(at.by(left, top))
    }

    /// Turns the wheel of the real mouse once over a point, with Ctrl held.
    pub async fn ctrl_wheel(&self, at: Point, up: bool) -> Step {
        let there = self.on_display(at).await?;
        let (x, y) = (there.x.round().to_string(), there.y.round().to_string());
        let button = if up { "4" } else { "5" };
        self.xdotool(&[
            "mousemove",
            "--sync",
            &x,
            &y,
            "keydown",
            "ctrl",
            "click",
            button,
            "keyup",
            "ctrl",
        ])
        .map(drop)
    }

    /// Drags a file from another program's window onto a point of the page and
    /// waits until that program has handed it over.
    pub async fn drop_file(&self, file: &Path, at: Point) -> Step {
        let there = self.on_display(at).await?;
        let mut source = self.beside(file).await?;
        self.xdotool(&["mousemove", "40", "60", "mousedown", "1"])?;
        for step in 1..=10 {
            let share = f64::from(step) / 10.0;
            let x = (40.0 + (there.x - 40.0) * share).round().to_string();
            let y = (60.0 + (there.y - 60.0) * share).round().to_string();
            self.xdotool(&["mousemove", &x, &y])?;
        }
        // Let go before the window has agreed to take it, and nothing is handed over.
        self.reads(DROP_OFFER).await?;
        self.xdotool(&["mouseup", "1"])?;
        source.ended().await
    }
}
