//! Saving, laying and what comes along, on a small plan in Berlin.

mod laying;
mod properties;
mod shipping;

use super::*;
use crate::block::{Block, BlockId};
use crate::boundary::Boundaries;
use crate::category::Category;
use crate::edit::Plan;
use crate::settings::Settings;
use crate::time::{Span, Zone, Zones};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

/// A plan and everything around it.
#[derive(Debug)]
struct Desk {
    zones: Zones,
    home: Zone,
    blocks: Vec<Block>,
    meetings: Vec<Meeting>,
    series: Vec<Block>,
    boundaries: Boundaries,
    settings: Settings,
    next: u32,
}

impl Desk {
    fn new() -> Desk {
        Desk::in_zone("Europe/Berlin")
    }

    fn in_zone(name: &str) -> Desk {
        let zones = Zones::bundled();
        Desk {
            home: zones.get(name).unwrap(),
            zones,
            blocks: Vec::new(),
            meetings: Vec::new(),
            series: Vec::new(),
            boundaries: Boundaries::default(),
            settings: Settings::default(),
            next: 0,
        }
    }

    fn block(&mut self, title: &str, category: Category, start: &str, end: &str) -> &mut Block {
        self.next += 1;
        let id = BlockId(self.next);
        let block = Block {
            zone: Some(self.home.name().into()),
            ..Block::plain(id, title, category, wall(start), wall(end))
        };
        self.blocks.push(block);
        self.blocks.last_mut().unwrap()
    }

    fn meeting(&mut self, title: &str, start: &str, end: &str) {
        let at = |text| self.home.instant(wall(text));
        let span = Span::new(at(start), at(end));
        let (title, category) = (title.to_string(), Category::Management);
        self.meetings.push(Meeting {
            title,
            category,
            span,
        });
    }

    fn save(&self, frame: &Frame) -> Vec<Piece> {
        pieces(&self.blocks, frame, &self.zones, &self.home).unwrap()
    }

    fn lay(&mut self, pieces: &[Piece], frame: &Frame, collisions: Collisions) -> Laid {
        let fixed: Vec<Span> = self.meetings.iter().map(|meeting| meeting.span).collect();
        let plan = Plan {
            blocks: &self.blocks,
            fixed: &fixed,
            zones: &self.zones,
            home: &self.home,
            day_start: NaiveTime::from_hms_opt(4, 0, 0).unwrap(),
            now: 0,
        };
        let ground = Ground {
            plan: &plan,
            meetings: &self.meetings,
            series: &self.series,
            boundaries: &self.boundaries,
            settings: &self.settings,
        };
        let mut last = self.next;
        let mut next = || {
            last += 1;
            (BlockId(last), format!("n{last}"))
        };
        let laid = lay(&ground, &all(pieces), frame, collisions, &mut next).unwrap();
        self.next = last;
        laid
    }

    /// Lays and keeps what was laid.
    fn keep(&mut self, pieces: &[Piece], frame: &Frame, collisions: Collisions) -> Laid {
        let laid = self.lay(pieces, frame, collisions);
        let (series, single): (Vec<Block>, Vec<Block>) =
            (laid.edit.put.iter().cloned()).partition(|block| block.recurrence.is_some());
        self.series.extend(series);
        self.blocks.extend(single);
        laid
    }
}

fn all(pieces: &[Piece]) -> Vec<Laying> {
    let laying = |piece: &Piece| Laying {
        piece: piece.clone(),
        task: None,
    };
    pieces.iter().map(laying).collect()
}

fn wall(text: &str) -> NaiveDateTime {
    text.parse()
        .or_else(|_| format!("{text}:00").parse())
        .unwrap()
}

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn week(first: &str) -> Frame {
    Frame {
        reach: Reach::Week,
        first: date(first),
    }
}

fn fates(laid: &Laid) -> Vec<Fate> {
    laid.lines.iter().map(|line| line.fate).collect()
}

#[test]
fn a_name_is_kept_once_in_single_spaces() {
    assert_eq!(named("  My   week ", ["Other"]), Ok("My week".into()));
    assert_eq!(named(" \t", []), Err(TemplateRefusal::NoName));
    let taken = TemplateRefusal::NameTaken {
        name: "My Week".into(),
    };
    assert_eq!(named("my week", ["My Week"]), Err(taken));
    let long = "x".repeat(LONGEST_NAME + 1);
    let characters = LONGEST_NAME + 1;
    assert_eq!(
        named(&long, []),
        Err(TemplateRefusal::NameTooLong { characters })
    );
}
