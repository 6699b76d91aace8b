//! `keel start`: what happens from now on is recorded.

use crate::args::Global;
use crate::desk::Desk;
use crate::failure::{Failure, done};
use crate::page::Page;
use crate::typed::{self, Time};
use evenkeel_app::messages::{Op, StartDraft};
use evenkeel_core::category::Category;

#[derive(Debug, clap::Args)]
pub(crate) struct Start {
    /// A block by its key, UID or title today, or what it is in words [default: what is planned now]
    #[arg(value_name = "BLOCK")]
    words: Vec<String>,
    /// When it really began: 09:00 or 2026-11-20T09:00, in the home zone
    #[arg(long, value_name = "TIME")]
    at: Option<String>,
    /// What kind of time it is; the words are then no block [default: what the rules say, else
    /// technical]
    #[arg(
        long,
        short,
        value_parser = typed::category(),
        ignore_case = true,
        requires = "words"
    )]
    category: Option<Category>,
}

impl Start {
    pub(crate) fn run(self, global: &Global, page: &mut Page<'_>) -> Result<(), Failure> {
        let at = self.at.as_deref().map(Time::read).transpose()?;
        let Desk { planner, moment } = global.open()?;
        let name = self.words.join(" ");
        let of = match (name.trim(), self.category) {
            ("", _) => Some(planner.planned_now(&moment)?),
            (_, Some(_)) => None,
            (name, None) => planner.named(name, planner.logical_today(&moment)?, &moment)?,
        };
        let now = planner.wall_now(&moment)?;
        let op = Op::Start(StartDraft {
            of,
            title: Some(name),
            category: self.category,
            at: at.map(|time| time.near(now)),
            focus: None,
        });
        let seen = planner.this_week(&moment)?;
        let outcome = done(planner.apply(op, seen, &moment))?;
        page.outcome(&outcome)
    }
}
