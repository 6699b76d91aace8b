//! `keel remove`: blocks go away, all of those named or none.

use super::because::Reason;
use super::reach::Reach;
use crate::args::Global;
use crate::desk::Desk;
use crate::failure::{Failure, done};
use crate::page::Page;
use evenkeel_app::messages::{Fault, Op};
use evenkeel_core::handle::Handle;

#[derive(Debug, clap::Args)]
pub(crate) struct Remove {
    /// Keys in the agenda, such as b12, or UIDs
    #[arg(required = true, value_name = "BLOCK")]
    blocks: Vec<String>,
    #[command(flatten)]
    reach: Reach,
    #[command(flatten)]
    reason: Reason,
}

impl Remove {
    pub(crate) fn run(self, global: &Global, page: &mut Page<'_>) -> Result<(), Failure> {
        let Desk { planner, moment } = self.reason.on(global.open()?);
        let blocks = self
            .blocks
            .iter()
            .map(|name| self.reach.find(&planner, name, &moment))
            .collect::<Result<Vec<Handle>, Fault>>()?;
        let seen = planner.this_week(&moment)?;
        let outcome = done(planner.apply(self.reach.over(Op::Delete { blocks }), seen, &moment))?;
        page.outcome(&outcome)
    }
}
