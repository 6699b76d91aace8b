//! Drawings in, drawings out: `09-10 write | 10-11 mail` are blocks of one day, `!` locks a block,
//! `#` marks a stretch that an imported event holds.

use super::*;
use crate::block::Block;
use crate::block::BlockId;
use crate::category::Category;
use crate::time::{Span, Zone, Zones};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

mod drags;
mod properties;
mod verbs;

pub(super) const NOW: i64 = 1_700_000_000;

#[derive(Debug)]
pub(super) struct Drawn {
    pub(super) blocks: Vec<Block>,
    pub(super) fixed: Vec<Span>,
    pub(super) zones: Zones,
    pub(super) home: Zone,
    pub(super) day: NaiveDate,
}

impl Drawn {
    pub(super) fn on(day: NaiveDate, home: &str) -> Drawn {
        let zones = Zones::bundled();
        let home = zones.get(home).unwrap();
        Drawn {
            blocks: Vec::new(),
            fixed: Vec::new(),
            zones,
            home,
            day,
        }
    }

    pub(super) fn read(day: &str, home: &str, drawing: &str) -> Drawn {
        let mut drawn = Drawn::on(day.parse().unwrap(), home);
        for part in drawing
            .split('|')
            .map(str::trim)
            .filter(|part| !part.is_empty())
        {
            let (times, name) = part.split_once(' ').unwrap();
            let (start, end) = times.split_once('-').unwrap();
            let (start, end) = (drawn.time(start), drawn.time(end));
            if let Some(_event) = name.strip_prefix('#') {
                let span = Span::new(drawn.home.instant(start), drawn.home.instant(end));
                drawn.fixed.push(span);
                continue;
            }
            let (name, zone) = match name.split_once('@') {
                Some((name, zone)) => (name, Some(zone.to_string())),
                None => (name, None),
            };
            let id = BlockId(drawn.blocks.len() as u32 + 1);
            let mut block = block(id, name.trim_end_matches('!'), start, end);
            block.locked = name.ends_with('!');
            block.zone = zone;
            drawn.blocks.push(block);
        }
        drawn
    }

    pub(super) fn plan(&self) -> Plan<'_> {
        Plan {
            blocks: &self.blocks,
            fixed: &self.fixed,
            zones: &self.zones,
            home: &self.home,
            day_start: NaiveTime::from_hms_opt(4, 0, 0).unwrap(),
            now: NOW,
        }
    }

    /// `9`, `09:30`, or past midnight `25:30`.
    pub(super) fn time(&self, text: &str) -> NaiveDateTime {
        let (hours, minutes) = text.split_once(':').unwrap_or((text, "0"));
        let minutes = hours.parse::<i64>().unwrap() * 60 + minutes.parse::<i64>().unwrap();
        self.day.and_time(NaiveTime::MIN) + TimeDelta::minutes(minutes)
    }

    pub(super) fn id(&self, title: &str) -> Handle {
        let named = |block: &&Block| block.title == title;
        self.blocks
            .iter()
            .find(named)
            .map_or(BlockId(99).into(), Block::handle)
    }

    fn draw(&self, edit: &Edit) -> String {
        let mut blocks = edit.applied(&self.blocks);
        blocks.sort_by_key(|block| (block.start, block.end, block.id));
        let time = |time: NaiveDateTime| {
            let days = (time.date() - self.day).num_days();
            let day = if days == 0 {
                String::new()
            } else {
                format!("{days:+}d ")
            };
            format!("{day}{}", time.format("%H:%M"))
        };
        let drawn = blocks.iter().map(|block| {
            let mark = if edit.new.contains(&block.handle()) {
                " (new)"
            } else {
                ""
            };
            format!(
                "{}-{} {}{mark}",
                time(block.start),
                time(block.end),
                block.title
            )
        });
        drawn.collect::<Vec<_>>().join(" | ")
    }

    pub(super) fn shown(&self, result: Result<Edit, Refusal>) -> String {
        match result {
            Ok(edit) => self.draw(&edit),
            Err(refusal) => format!("{refusal:?}"),
        }
    }

    pub(super) fn drag(&self, words: &str) -> Result<Edit, Refusal> {
        let mut gesture = Gesture {
            blocks: Vec::new(),
            grip: Grip::Whole,
            others: Others::Stay,
            carry: Carry::Move,
            to: self.time("0"),
        };
        let mut step = TimeDelta::zero();
        for word in words.split(' ') {
            match word {
                "start" => gesture.grip = Grip::Start,
                "end" => gesture.grip = Grip::End,
                "push" => gesture.others = Others::Push,
                "shrink" => gesture.others = Others::Shrink,
                "copy" => gesture.carry = Carry::Copy,
                _ if word.starts_with(['+', '-']) => {
                    let sign = if word.starts_with('-') { -1 } else { 1 };
                    let number = word[1..word.len() - 1].parse::<i64>().unwrap() * sign;
                    step = match word.chars().last() {
                        Some('d') => TimeDelta::days(number),
                        Some('h') => TimeDelta::hours(number),
                        _ => TimeDelta::minutes(number),
                    };
                }
                _ => gesture.blocks = word.split(',').map(|title| self.id(title)).collect(),
            }
        }
        if let Some(block) = self
            .blocks
            .iter()
            .find(|block| Some(&block.handle()) == gesture.blocks.first())
        {
            let span = block.span(&self.zones, &self.home);
            let edge = if gesture.grip == Grip::End {
                span.end
            } else {
                span.start
            };
            gesture.to = self.home.wall(edge) + step;
        }
        drag(&self.plan(), &gesture, &mut identities())
    }
}

pub(super) fn identities() -> impl FnMut() -> (BlockId, String) {
    let mut last = 1000;
    move || {
        last += 1;
        (BlockId(last), format!("uid-{last}"))
    }
}

pub(super) fn block(id: BlockId, title: &str, start: NaiveDateTime, end: NaiveDateTime) -> Block {
    Block {
        uid: format!("uid-{}", id.0),
        sequence: 3,
        created: 1,
        modified: 2,
        ..Block::plain(id, title, Category::Technical, start, end)
    }
}
