//! What becomes of the blocks that are left of a day: moved on, sent back, dropped, or done.

use super::{day_at, span_of_day};
use crate::apply::save;
use crate::blocks;
use crate::labels;
use crate::messages::{Fault, LeftBlock, LeftTo};
use crate::moment::Moment;
use crate::planner::Planner;
use crate::scene::Scene;
use crate::shown::Key;
use crate::words::day as words;
use chrono::NaiveDate;
use evenkeel_core::backlog;
use evenkeel_core::block::Block;
use evenkeel_core::close::{self, NextDay};
use evenkeel_core::edit::{self, Carry, Edit, Gesture, Grip, Others};
use evenkeel_core::handle::Handle;
use evenkeel_core::time::Span;
use evenkeel_store::Tx;
use std::collections::BTreeSet;

/// What became of them.
#[derive(Default)]
pub(super) struct Became {
    /// What was moved on, and when it goes on in words.
    pub(super) moved: Vec<(String, String)>,
    pub(super) back: usize,
    pub(super) dropped: usize,
    /// The keys of those that are done.
    pub(super) done: BTreeSet<String>,
    /// Why others stay, in sentences.
    pub(super) stay: Vec<String>,
}

/// The blocks of a day, as they stand after what was done to them so far.
pub(super) struct Left<'a> {
    pub(super) planner: &'a Planner,
    pub(super) scene: &'a Scene,
    pub(super) day: NaiveDate,
    pub(super) moment: &'a Moment,
}

impl Left<'_> {
    /// Does to each block what was said.
    pub(super) fn deal(&self, tx: &mut Tx<'_>, left: &[LeftBlock]) -> Result<Became, Fault> {
        let mut became = Became::default();
        let mut met = BTreeSet::new();
        let (mut on, mut back, mut dropped) = (Vec::new(), Vec::new(), Vec::new());
        for LeftBlock { key, to } in left {
            let found = self.find(key)?;
            if !met.insert(key) {
                return Err(words::said_twice(&found.title()));
            }
            match (to, found) {
                (LeftTo::Stay, _) => {}
                (LeftTo::Done, _) => {
                    became.done.insert(key.clone());
                }
                (_, Found::Meeting(title)) => return Err(words::of_a_calendar(&title)),
                (LeftTo::Tomorrow, Found::Own(block)) => on.push(block),
                (LeftTo::Backlog, Found::Own(block)) => back.push(block.handle()),
                (LeftTo::Drop, Found::Own(block)) => dropped.push(block.handle()),
            }
        }
        (became.back, became.dropped) = (back.len(), dropped.len());
        let mut stand = self.scene.blocks.clone();
        if !back.is_empty() {
            let edit = self.send_back(tx, &stand, &back)?;
            carry_out(tx, &mut stand, edit)?;
        }
        if !dropped.is_empty() {
            let edit = self.with_plan(&stand, |plan| edit::remove(plan, &dropped))?;
            carry_out(tx, &mut stand, edit)?;
        }
        on.sort_by_key(|block| (self.span(block), block.handle()));
        for block in on {
            match self.go_on(&stand, &block) {
                Ok((edit, when)) => {
                    carry_out(tx, &mut stand, edit)?;
                    became.moved.push((block.title.clone(), when));
                }
                Err(why) => became.stay.push(why),
            }
        }
        Ok(became)
    }

    /// The block moved to where it goes on, and the day in words; or why it stays.
    fn go_on(&self, stand: &[Block], block: &Block) -> Result<(Edit, String), String> {
        let Scene {
            settings,
            boundaries,
            home,
            ..
        } = self.scene;
        let now = self.moment.now;
        let next = close::next_day(self.day, block.category, now, settings, boundaries, home);
        let next: NextDay = next.ok_or_else(|| words::no_day(&block.title))?;
        let today = day_at(now, self.scene);
        let named = labels::day::goes_on(next.day, today);
        let on = match named.as_str() {
            "today" | "tomorrow" => named.clone(),
            day => format!("on {day}"),
        };
        let others = stand
            .iter()
            .filter(|other| other.handle() != block.handle());
        let taken: Vec<Span> = others
            .map(|other| self.span(other))
            .chain(self.scene.fixed())
            .collect();
        let start = close::place(self.span(block), block.category, &next, &taken, home)
            .ok_or_else(|| words::no_room(&block.title, &on))?;
        let gesture = Gesture {
            blocks: vec![block.handle()],
            grip: Grip::Whole,
            others: Others::Stay,
            carry: Carry::Move,
            to: home.wall(start),
        };
        // Moving one block makes none.
        let mut none = || (evenkeel_core::block::BlockId(0), String::new());
        let moved = self.with_plan(stand, |plan| {
            let edit = edit::drag(plan, &gesture, &mut none)?;
            edit::series::apart(plan, edit)
        });
        match moved {
            Ok(edit) => Ok((edit, on)),
            Err(why) => Err(words::stays(&block.title, &why)),
        }
    }

    fn send_back(
        &self,
        tx: &mut Tx<'_>,
        stand: &[Block],
        handles: &[Handle],
    ) -> Result<Edit, Fault> {
        let mut ids = Vec::new();
        for _ in handles {
            ids.push(tx.new_task_id()?);
        }
        let tasks = tx.tasks()?;
        let mut ids = ids.into_iter();
        let mut next = || ids.next().unwrap_or(evenkeel_core::task::TaskId(0));
        let back = self.with_plan(stand, |plan| {
            backlog::back(plan, handles, &tasks, &mut next)
        })?;
        for task in back.tasks {
            backlog::check(&task)?;
            tx.put_task(task)?;
        }
        Ok(back.edit)
    }

    fn with_plan<T>(
        &self,
        stand: &[Block],
        edit: impl FnOnce(&edit::Plan<'_>) -> Result<T, edit::Refusal>,
    ) -> Result<T, Fault> {
        let fixed = self.scene.fixed();
        let plan = blocks::plan(self.scene, &fixed, &self.planner.zones, self.moment.now.0);
        let plan = edit::Plan {
            blocks: stand,
            ..plan
        };
        Ok(edit(&plan)?)
    }

    /// What goes by a key, if it stands on the day.
    fn find(&self, key: &str) -> Result<Found, Fault> {
        let parsed = Key::parse(key).ok_or_else(|| Fault::gone("block"))?;
        let (found, span) = match parsed {
            Key::Block(handle) => {
                let of = |block: &&Block| block.handle() == handle;
                let block = self.scene.blocks.iter().find(of);
                let block = block.ok_or_else(|| Fault::gone("block"))?;
                (Found::Own(Box::new(block.clone())), self.span(block))
            }
            Key::Event(id, at) => {
                let mut counted = self.scene.counted();
                let found = counted.find(|(event, one)| event.id == id && one.key == at);
                let (event, one) = found.ok_or_else(|| Fault::gone("event"))?;
                (Found::Meeting(event.title.clone()), one.span)
            }
        };
        let within = span_of_day(self.day, self.scene);
        match within.start <= span.start && span.start < within.end {
            true => Ok(found),
            false => Err(words::elsewhere(&found.title(), self.day)),
        }
    }

    fn span(&self, block: &Block) -> Span {
        block.span(&self.planner.zones, &self.scene.home)
    }
}

/// What goes by a key.
enum Found {
    Own(Box<Block>),
    Meeting(String),
}

impl Found {
    fn title(&self) -> String {
        match self {
            Found::Own(block) => block.title.clone(),
            Found::Meeting(title) => title.clone(),
        }
    }
}

fn carry_out(tx: &mut Tx<'_>, stand: &mut Vec<Block>, edit: Edit) -> Result<(), Fault> {
    *stand = edit.applied(stand);
    Ok(save(tx, edit)?)
}
