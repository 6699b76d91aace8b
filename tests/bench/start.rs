//! From the start of the process to the first paint of its page.

use std::fs;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use harness::{Program, Scene, Step, Window, until_some};

use crate::bare::page;
use crate::figures::{Figures, print};
use crate::memory;

/// Clock ticks a second in `/proc`, fixed by the kernel's interface.
const TICKS: f64 = 100.0;

/// One start.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Start {
    /// Milliseconds until something was painted.
    pub(crate) painted: f64,
    /// Megabytes of the program with its web processes, once it stands.
    pub(crate) memory: f64,
}

/// Starts of the window and of the bare view.
#[derive(Debug, Default)]
pub(crate) struct Starts {
    window: Figures,
    plain: Figures,
}

impl Starts {
    pub(crate) fn add(&mut self, window: f64, plain: f64) {
        self.window.add(window);
        self.plain.add(plain);
    }

    pub(crate) fn print(&self) {
        print(
            "start to painted week, next to a bare web view",
            "ms",
            &self.window,
            &self.plain,
        );
    }
}

/// Starts both, one after the other.
pub(crate) async fn once(scene: &Scene, bare: &Path) -> Step<(Start, Start)> {
    scene.profile.keel(&["demo"])?;
    let plain = scene
        .open_program(&Program::other(bare, &[&page("plain.html")]))
        .await?;
    let plain = scene
        .watch(plain, async |window| {
            measure(window, "bare_view", "true").await
        })
        .await?;
    let week = "document.querySelector('[data-date] [data-uid]') !== null";
    let window = scene.open().await?;
    let window = scene
        .watch(window, async |window| {
            measure(window, "evenkeel", week).await
        })
        .await?;
    Ok((window, plain))
}

/// `stands` is a condition in the page that must hold for the paint to count.
async fn measure(window: &Window<'_>, name: &str, stands: &str) -> Step<Start> {
    let script = format!(
        "const paint = performance.getEntriesByName('first-contentful-paint')[0];
         const mark = performance.getEntriesByName('week')[0];
         return paint && ({stands}) ? performance.timeOrigin + (mark ?? paint).startTime : null"
    );
    let painted = until_some("the first paint", async || {
        Ok(window.run(&script, vec![]).await?.as_f64())
    })
    .await?;
    let process = memory::started_here(name)?;
    Ok(Start {
        painted: painted - started(process)?,
        memory: memory::megabytes(process)?,
    })
}

/// When a process started, in milliseconds since 1970.
fn started(process: u32) -> Step<f64> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs_f64();
    let uptime = fs::read_to_string("/proc/uptime")?;
    let uptime: f64 = uptime.split(' ').next().unwrap_or_default().parse()?;
    let stat = fs::read_to_string(format!("/proc/{process}/stat"))?;
    // The name may hold spaces, so fields are counted from its closing bracket:
    // the 20th after it is the start, in ticks since the machine came up.
    let (_, fields) = stat.rsplit_once(')').ok_or("an unreadable stat")?;
    let ticks: f64 = fields
        .split_whitespace()
        .nth(19)
        .ok_or("a short stat")?
        .parse()?;
    Ok((now - uptime + ticks / TICKS) * 1000.0)
}
