//! What the week grid and the balance strip show, read from their names.

use serde::Deserialize;

use crate::{Point, Step};

/// How near an edge of a block its resize grip is sure to be.
const GRIP: f64 = 3.0;

/// One day column.
#[derive(Debug, Clone, Deserialize)]
pub struct Day {
    /// `2026-11-19`.
    pub date: String,
    /// `Thursday 19 November`.
    pub label: String,
    from: u32,
    to: u32,
    left: f64,
    top: f64,
    width: f64,
    height: f64,
}

impl Day {
    /// The point in the middle of the column at this minute of the day.
    pub fn at(&self, minute: u32) -> Point {
        Point {
            x: self.left + self.width / 2.0,
            y: self.top + self.height * self.share(minute),
        }
    }

    /// The minutes of the day from its upper to its lower edge.
    pub fn spans(&self) -> (u32, u32) {
        (self.from, self.to)
    }

    /// How far down the column this minute is, from 0 to 1.
    pub(crate) fn share(&self, minute: u32) -> f64 {
        (f64::from(minute) - f64::from(self.from)) / f64::from(self.to - self.from)
    }
}

/// Where a block is taken hold of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grip {
    /// In the middle.
    Whole,
    /// At its upper edge.
    Start,
    /// At its lower edge.
    End,
}

/// One block as it is drawn; one across midnight is drawn twice.
#[derive(Debug, Clone, Deserialize)]
pub struct Block {
    /// The calendar's id of it.
    pub uid: String,
    /// `live`, `feed`, `committed` or `actual`.
    pub layer: String,
    /// `Ingest design, Thursday 10:00 to 12:00, technical`.
    pub label: String,
    /// Wall time as the page states it.
    pub start: String,
    /// Wall time as the page states it.
    pub end: String,
    /// The date of the column it stands in.
    pub day: Option<String>,
    /// Whether it has the keyboard's focus.
    pub focused: bool,
    left: f64,
    top: f64,
    width: f64,
    height: f64,
}

impl Block {
    /// The title: its name up to the day and the times.
    pub fn title(&self) -> &str {
        let end = self
            .label
            .rmatch_indices(", ")
            .nth(1)
            .map_or(self.label.len(), |(at, _)| at);
        &self.label[..end]
    }

    /// Minutes of the day at which it starts and ends.
    pub fn minutes(&self) -> Step<(u32, u32)> {
        Ok((minute_of(&self.start)?, minute_of(&self.end)?))
    }

    /// The point to press for this grip.
    pub fn grip(&self, grip: Grip) -> Point {
        let y = match grip {
            Grip::Whole => self.top + self.height / 2.0,
            Grip::Start => self.top + GRIP,
            Grip::End => self.top + self.height - GRIP,
        };
        Point {
            x: self.left + self.width / 2.0,
            y,
        }
    }

    /// Where the pointer must go so that the held edge comes to this minute of this day.
    pub(crate) fn aim(&self, grip: Grip, day: &Day, minute: u32) -> Point {
        let edge = match grip {
            Grip::Whole | Grip::Start => self.top,
            Grip::End => self.top + self.height,
        };
        day.at(minute).by(0.0, self.grip(grip).y - edge)
    }
}

/// One meter of the balance strip.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Meter {
    /// `Technical`.
    pub label: String,
    /// Planned minutes.
    pub now: f64,
    /// The larger of planned and target.
    pub max: f64,
    /// Target minutes.
    pub target: f64,
    /// The same in words.
    pub text: String,
}

/// Reads the `10:30` out of a wall time such as `2026-11-19T10:30`.
fn minute_of(wall: &str) -> Step<u32> {
    let clock = wall.rsplit(['T', ' ']).next().unwrap_or(wall);
    let mut parts = clock.split(':').map(str::parse::<u32>);
    match (parts.next(), parts.next()) {
        (Some(Ok(hour)), Some(Ok(minute))) => Ok(hour * 60 + minute),
        _ => Err(format!("{wall} is no wall time").into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wall_time_gives_its_minute_with_or_without_the_date() {
        for wall in ["2026-11-19T10:30", "2026-11-19T10:30:00", "10:30"] {
            assert_eq!(minute_of(wall).unwrap(), 630, "{wall}");
        }
        assert!(minute_of("2026-11-19").is_err());
    }

    #[test]
    fn a_title_may_hold_commas() {
        let label = "Design, part two, Thursday 10:00 to 12:00, technical";
        let block: Block = serde_json::from_value(serde_json::json!({
            "uid": "u", "layer": "live", "label": label, "start": "", "end": "", "day": null,
            "focused": false, "left": 0, "top": 0, "width": 0, "height": 0,
        }))
        .unwrap();
        assert_eq!(block.title(), "Design, part two");
    }
}
