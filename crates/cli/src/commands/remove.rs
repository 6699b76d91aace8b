//! `keel remove`: blocks go away, all of those named or none.

use crate::args::Global;
use crate::desk::Desk;
use crate::failure::{Failure, done, fault};
use crate::page::Page;
use evenkeel_app::messages::{Fault, FaultCode, Op};
use evenkeel_app::{Moment, Planner};
use evenkeel_core::handle::Handle;

#[derive(Debug, clap::Args)]
pub(crate) struct Remove {
    /// Keys in the agenda, such as b12, or UIDs
    #[arg(required = true, value_name = "BLOCK")]
    blocks: Vec<String>,
}

impl Remove {
    pub(crate) fn run(self, global: &Global, page: &mut Page<'_>) -> Result<(), Failure> {
        let Desk { planner, moment } = global.open()?;
        let blocks = self
            .blocks
            .iter()
            .map(|name| block(&planner, name, &moment))
            .collect::<Result<Vec<Handle>, Fault>>()?;
        let seen = planner.this_week(&moment)?;
        let outcome = done(planner.apply(Op::Delete { blocks }, seen, &moment))?;
        page.outcome(&outcome)
    }
}

/// The block that goes by a name.
pub(super) fn block(planner: &Planner, name: &str, moment: &Moment) -> Result<Handle, Fault> {
    planner.find_block(name, moment)?.ok_or_else(|| {
        fault(
            FaultCode::Gone,
            format!(
                "No block is called \u{201c}{}\u{201d}.",
                name.escape_debug()
            ),
            "keel agenda shows the keys of blocks; imported events cannot be changed here.",
        )
    })
}
