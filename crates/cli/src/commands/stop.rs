//! `keel stop`: what ran is recorded, and nothing runs any more.

use crate::args::Global;
use crate::desk::Desk;
use crate::failure::{Failure, done};
use crate::page::Page;
use crate::typed::Time;
use evenkeel_app::messages::Op;

#[derive(Debug, clap::Args)]
pub(crate) struct Stop {
    /// When it really ended: 09:00 or 2026-11-20T09:00, in the home zone
    #[arg(long, value_name = "TIME")]
    at: Option<String>,
}

impl Stop {
    pub(crate) fn run(self, global: &Global, page: &mut Page<'_>) -> Result<(), Failure> {
        let at = self.at.as_deref().map(Time::read).transpose()?;
        let Desk { planner, moment } = global.open()?;
        let now = planner.wall_now(&moment)?;
        let op = Op::Stop {
            at: at.map(|time| time.near(now)),
        };
        let seen = planner.this_week(&moment)?;
        let outcome = done(planner.apply(op, seen, &moment))?;
        page.outcome(&outcome)
    }
}
