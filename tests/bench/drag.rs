//! Frames while something is dragged: 500 blocks in a week, next to 500 boxes.

use std::fmt::Write as _;
use std::path::Path;

use harness::{Point, Program, Scene, Step, Window};
use serde_json::Value;

use crate::bare::page;
use crate::figures::{Figures, print};

const BLOCKS: u32 = 500;
/// Back and forth this often.
const TURNS: u32 = 6;

/// Intervals between frames in milliseconds.
#[derive(Debug, Default)]
pub(crate) struct Frames {
    window: Figures,
    plain: Figures,
}

impl Frames {
    pub(crate) fn print(&self) {
        print(
            "frame interval while dragging among 500, next to plain boxes",
            "ms",
            &self.window,
            &self.plain,
        );
    }
}

/// Drags in both.
pub(crate) async fn compare(scene: &Scene, bare: &Path) -> Step<Frames> {
    let mut frames = Frames::default();
    let boxes = scene
        .open_program(&Program::other(bare, &[&page("boxes.html")]))
        .await?;
    let plain = scene
        .watch(boxes, async |window| {
            shake(window, Point { x: 500.0, y: 300.0 }).await
        })
        .await?;
    frames.plain.extend(plain);

    scene.profile.keel(&["demo"])?;
    let full = scene.profile.file("full.ics");
    std::fs::write(&full, full_week())?;
    scene
        .profile
        .keel(&["import", full.to_str().unwrap_or_default()])?;
    scene
        .profile
        .keel(&["add", "Held", "--start", "10:00", "--end", "11:00"])?;
    let week = scene.open().await?;
    let window = scene
        .watch(week, async |window| {
            let held = window.block("Held").await?;
            shake(window, held.grip(harness::Grip::Whole)).await
        })
        .await?;
    frames.window.extend(window);
    Ok(frames)
}

/// Holds what is at a point, moves it to and fro, and returns the intervals between frames.
async fn shake(window: &Window<'_>, at: Point) -> Step<Vec<f64>> {
    window
        .run(
            "const seen = (window.seenFrames = []);
             (function see(at) { seen.push(at); requestAnimationFrame(see); })(performance.now());",
            vec![],
        )
        .await?;
    let mut held = window.hold(at).await?;
    window.run("window.seenFrames.length = 0", vec![]).await?;
    for _ in 0..TURNS {
        held.to(at.by(120.0, 90.0)).await?;
        held.to(at.by(-120.0, -60.0)).await?;
    }
    let seen = window
        .run("return window.seenFrames.slice()", vec![])
        .await?;
    window.press("Escape").await?;
    held.drop().await?;
    let seen: Vec<f64> = seen
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_f64)
        .collect();
    Ok(seen.windows(2).map(|pair| pair[1] - pair[0]).collect())
}

/// A calendar with 500 short events in this week.
fn full_week() -> String {
    let today = jiff::Zoned::now().date();
    let monday =
        today.saturating_sub(jiff::Span::new().days(today.weekday().to_monday_zero_offset()));
    let mut text = String::from("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//bench//EN\r\n");
    for number in 0..BLOCKS {
        let day = monday
            .saturating_add(jiff::Span::new().days(number % 7))
            .strftime("%Y%m%d")
            .to_string();
        let minute = 7 * 60 + (number / 7) * 10;
        let clock = |minute: u32| format!("{:02}{:02}00", minute / 60, minute % 60);
        let _ = write!(
            text,
            "BEGIN:VEVENT\r\nUID:bench-{number}\r\nDTSTAMP:20260101T000000Z\r\nSUMMARY:Event {number}\r\n\
             DTSTART:{day}T{}\r\nDTEND:{day}T{}\r\nEND:VEVENT\r\n",
            clock(minute),
            clock(minute + 20),
        );
    }
    text.push_str("END:VCALENDAR\r\n");
    text
}
