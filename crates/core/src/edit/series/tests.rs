//! Edits of series: examples that can be followed in a calendar, and random ones against a list of
//! occurrences.

mod examples;
mod model;

use super::{Rows, Scope, across, apart};
use crate::block::{Block, BlockId};
use crate::category::Category;
use crate::edit::{Edit, Gesture, Grip, Patch, Plan, Refusal, change, drag, remove};
use crate::event::Recurrence;
use crate::handle::{Handle, Instance};
use crate::series::standing;
use crate::time::{Span, Zone, Zones};
use chrono::{NaiveDateTime, NaiveTime, TimeDelta};
use std::collections::HashSet;

fn wall(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").unwrap()
}

/// Everything stored, and the days that are looked at.
struct Desk {
    rows: Vec<Block>,
    zones: Zones,
    home: Zone,
    last: u32,
    from: NaiveDateTime,
    until: NaiveDateTime,
}

impl Desk {
    /// One series of half an hour in Berlin.
    fn new(start: &str, rule: &str) -> Desk {
        let start = wall(start);
        let recurrence = Recurrence {
            rule: Some(rule.into()),
            ..Recurrence::default()
        };
        let zones = Zones::bundled();
        let home = zones.get("Europe/Berlin").unwrap();
        let series = Block {
            uid: "1".into(),
            zone: Some("Europe/Berlin".into()),
            recurrence: Some(recurrence.counted(start)),
            ..Block::plain(
                BlockId(1),
                "Pairing",
                Category::Growth,
                start,
                start + TimeDelta::minutes(30),
            )
        };
        Desk {
            rows: vec![series],
            zones,
            home,
            last: 1,
            from: start - TimeDelta::days(60),
            until: start + TimeDelta::days(200),
        }
    }

    fn series(&self, id: u32) -> Rows {
        let series = self.rows.iter().find(|row| row.id == BlockId(id)).unwrap();
        let of = |row: &&Block| row.instance.is_some_and(|instance| instance.series.0 == id);
        Rows {
            series: series.clone(),
            overrides: self.rows.iter().filter(of).cloned().collect(),
        }
    }

    fn all_series(&self) -> Vec<Rows> {
        let series = self.rows.iter().filter(|row| row.recurrence.is_some());
        series.map(|row| self.series(row.id.0)).collect()
    }

    /// What stands, by start.
    fn standing(&self) -> Vec<Block> {
        let instances = self.rows.iter().filter_map(|row| row.instance);
        let replaced: HashSet<Instance> = instances.collect();
        let (series, single): (Vec<Block>, Vec<Block>) = self
            .rows
            .iter()
            .cloned()
            .partition(|row| row.recurrence.is_some());
        let window = Span::new(self.home.instant(self.from), self.home.instant(self.until));
        let (mut blocks, cut) =
            standing(single, &series, &replaced, window, &self.zones, &self.home);
        assert!(cut.is_empty());
        blocks.sort_by_key(|block| (block.start, block.handle()));
        blocks
    }

    /// Makes an edit and keeps it.
    fn edit(
        &mut self,
        make: impl FnOnce(&Plan, &[Rows], &mut crate::edit::Next) -> Result<Edit, Refusal>,
    ) -> Result<Edit, Refusal> {
        let blocks = self.standing();
        let rows = self.all_series();
        let mut last = self.last;
        let edit = {
            let plan = Plan {
                blocks: &blocks,
                fixed: &[],
                zones: &self.zones,
                home: &self.home,
                day_start: NaiveTime::from_hms_opt(4, 0, 0).unwrap(),
                now: 7,
            };
            let mut next = || {
                last += 1;
                (BlockId(last), last.to_string())
            };
            make(&plan, &rows, &mut next)?
        };
        self.last = last;
        self.keep(&edit);
        Ok(edit)
    }

    /// As a store would: row by row, and no two rows for one occurrence at any time.
    fn keep(&mut self, edit: &Edit) {
        for block in &edit.put {
            let mut block = block.clone();
            if block.id == BlockId(0) {
                self.last += 1;
                block.id = BlockId(self.last);
            }
            self.rows.retain(|row| row.id != block.id);
            let taken = |row: &&Block| row.instance.is_some() && row.instance == block.instance;
            assert_eq!(self.rows.iter().find(taken), None);
            self.rows.push(block);
        }
        for handle in &edit.removed {
            assert_eq!(handle.at, None, "rows go by their own name");
            self.rows.retain(|row| row.id != handle.id);
        }
        let of = |row: &Block| row.instance.map(|instance| instance.series);
        for row in &self.rows {
            if let Some(series) = of(row) {
                let series = self.rows.iter().find(|row| row.id == series).unwrap();
                assert_eq!(series.uid, row.uid);
            }
        }
    }

    fn at(id: u32, key: &str) -> Handle {
        Handle {
            id: BlockId(id),
            at: Some(wall(key)),
        }
    }

    fn go(
        &mut self,
        at: Handle,
        grip: Grip,
        to: NaiveDateTime,
        scope: Scope,
    ) -> Result<Edit, Refusal> {
        let gesture = Gesture {
            blocks: vec![at],
            grip,
            others: Default::default(),
            carry: Default::default(),
            to,
        };
        self.edit(|plan, rows, next| {
            let edit = drag(plan, &gesture, next)?;
            let edit = match scope {
                Scope::This => apart(plan, edit)?,
                Scope::Following | Scope::All => edit,
            };
            across(plan, edit, &[at], rows, scope, next)
        })
    }

    fn rename(&mut self, at: Handle, title: &str, scope: Scope) -> Result<Edit, Refusal> {
        let patch = Patch {
            title: Some(title.into()),
            ..Patch::default()
        };
        self.edit(|plan, rows, next| {
            let edit = change(plan, at, &patch)?;
            across(plan, edit, &[at], rows, scope, next)
        })
    }

    fn delete(&mut self, at: Handle, scope: Scope) -> Result<Edit, Refusal> {
        self.edit(|plan, rows, next| {
            let edit = remove(plan, &[at])?;
            across(plan, edit, &[at], rows, scope, next)
        })
    }

    /// "17 Nov 09:00 Pairing", one line each.
    fn shown(&self) -> String {
        let lines = self.standing().into_iter().map(|block| {
            let start = block.start.format("%-d %b %H:%M");
            let minutes = (block.end - block.start).num_minutes();
            match minutes {
                30 => format!("{start} {}\n", block.title),
                _ => format!("{start} {} {minutes}\n", block.title),
            }
        });
        lines.collect()
    }

    fn rule(&self, id: u32) -> String {
        let recurrence = self.series(id).series.recurrence;
        recurrence.unwrap().rule.unwrap()
    }
}
