//! `keel commit` and `keel uncommit`: a week is the plan from here on, or is no longer.

use crate::args::Global;
use crate::desk::Desk;
use crate::failure::{Failure, done};
use crate::page::Page;
use crate::typed;
use evenkeel_app::messages::Op;

#[derive(Debug, clap::Args)]
pub(crate) struct Commit {
    /// Any day of the week, or the week itself: 2026-11-18 or 2026-W47 [default: this week]
    #[arg(long, value_name = "WEEK")]
    week: Option<String>,
}

impl Commit {
    /// Commits the week, or withdraws its commitment.
    pub(crate) fn run(
        self,
        withdraws: bool,
        global: &Global,
        page: &mut Page<'_>,
    ) -> Result<(), Failure> {
        let week = self.week.as_deref().map(typed::week).transpose()?;
        let Desk { planner, moment } = global.open()?;
        let week = match week {
            Some(week) => week,
            None => planner.today(&moment)?,
        };
        let op = match withdraws {
            false => Op::Commit { week },
            true => Op::Uncommit { week },
        };
        let seen = planner.week_of(week)?;
        let outcome = done(planner.apply(op, seen, &moment))?;
        page.outcome(&outcome)
    }
}
