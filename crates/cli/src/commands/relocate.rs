//! `keel move`: a block goes elsewhere, or ends at another time. The file has another name because
//! `move` is a word of the language.

use super::because::Reason;
use super::reach::Reach;
use crate::args::Global;
use crate::desk::Desk;
use crate::failure::{Failure, done};
use crate::page::Page;
use crate::typed::{self, Time};
use evenkeel_app::messages::{BlockPatch, Op};
use evenkeel_core::edit::{Carry, Gesture, Grip, Others};

#[derive(Debug, clap::Args)]
#[command(group = clap::ArgGroup::new("where").required(true).multiple(true))]
pub(crate) struct Relocate {
    /// Its key in the agenda, such as b12, or its UID
    block: String,
    /// When it starts then: 14:00 (the day it is on) or 2026-11-20T14:00, in the home zone
    #[arg(long, value_name = "TIME", group = "where")]
    to: Option<String>,
    /// How far it goes instead: 30m, -1h, 1d
    #[arg(
        long,
        value_name = "STEP",
        group = "where",
        conflicts_with_all = ["to", "end"],
        allow_hyphen_values = true
    )]
    by: Option<String>,
    /// When it ends then; alone, its start stays
    #[arg(long, value_name = "TIME", group = "where")]
    end: Option<String>,
    #[command(flatten)]
    reach: Reach,
    #[command(flatten)]
    reason: Reason,
}

impl Relocate {
    pub(crate) fn run(self, global: &Global, page: &mut Page<'_>) -> Result<(), Failure> {
        let to = self.to.as_deref().map(Time::read).transpose()?;
        let by = self.by.as_deref().map(typed::step).transpose()?;
        let end = self.end.as_deref().map(Time::read).transpose()?;
        let Desk { planner, moment } = self.reason.on(global.open()?);
        let id = self.reach.find(&planner, &self.block, &moment)?;
        let details = planner.details(&id.to_string(), &moment)?;
        let before = &details.occurrence;
        let start = match (to, by) {
            (Some(to), _) => to.on(before.start.date()),
            (None, Some(by)) => planner.later(before.start, by, &moment)?,
            (None, None) => before.start,
        };
        let gesture = |grip, to| {
            Op::Gesture(Gesture {
                blocks: vec![id],
                grip,
                others: Others::Stay,
                carry: Carry::Move,
                to,
            })
        };
        let op = match end.map(|end| end.on(start.date())) {
            None => gesture(Grip::Whole, start),
            Some(end) if start == before.start => gesture(Grip::End, end),
            Some(end) => Op::Edit {
                block: id,
                patch: BlockPatch {
                    start: Some(planner.own_wall(start, &details.own_zone, &moment)?),
                    end: Some(planner.own_wall(end, &details.own_zone, &moment)?),
                    ..BlockPatch::default()
                },
            },
        };
        let seen = planner.week_of(start.date())?;
        let outcome = done(planner.apply(self.reach.over(op), seen, &moment))?;
        page.outcome(&outcome)
    }
}
