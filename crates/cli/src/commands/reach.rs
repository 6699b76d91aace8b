//! Which occurrence of a series a command is about, and how far it reaches.

use crate::failure::fault;
use crate::typed;
use chrono::NaiveTime;
use evenkeel_app::messages::{Fault, FaultCode, Op};
use evenkeel_app::{Moment, Planner};
use evenkeel_core::edit::series::Scope;
use evenkeel_core::handle::Handle;

#[derive(Debug, Default, clap::Args)]
pub(crate) struct Reach {
    /// Which one of a series: its day, 2026-11-20, or 2026-11-20T09:00
    #[arg(long, value_name = "DAY")]
    at: Option<String>,
    /// Those of the series that follow, too
    #[arg(long, conflicts_with = "all")]
    following: bool,
    /// All of the series
    #[arg(long)]
    all: bool,
}

impl Reach {
    /// The block or occurrence that goes by a name.
    pub(crate) fn find(
        &self,
        planner: &Planner,
        name: &str,
        moment: &Moment,
    ) -> Result<Handle, Fault> {
        let on = self.at.as_deref().map(day).transpose()?;
        let found = planner.find_occurrence(name, on, self.scope(), moment)?;
        found.ok_or_else(|| {
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

    /// The edit as far as it reaches.
    pub(crate) fn over(&self, edit: Op) -> Op {
        match self.scope() {
            Scope::This => edit,
            scope => Op::Across {
                scope,
                edit: Box::new(edit),
            },
        }
    }

    fn scope(&self) -> Scope {
        match (self.all, self.following) {
            (true, _) => Scope::All,
            (false, true) => Scope::Following,
            (false, false) => Scope::This,
        }
    }
}

fn day(text: &str) -> Result<(chrono::NaiveDate, Option<NaiveTime>), Fault> {
    if text.contains(['T', 't', ' ']) {
        let wall = typed::Time::read(text)?.on(chrono::NaiveDate::default());
        return Ok((wall.date(), Some(wall.time())));
    }
    Ok((typed::date(text)?, None))
}
