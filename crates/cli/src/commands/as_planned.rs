//! `keel as-planned`: the plan happened as it stood.

use crate::args::Global;
use crate::desk::Desk;
use crate::failure::{Failure, done, refused};
use crate::page::Page;
use crate::typed;
use evenkeel_app::messages::{AsPlanned, Fault, Op};

#[derive(Debug, clap::Args)]
pub(crate) struct Confirm {
    /// Blocks by their keys, UIDs or titles that day [default: all of the day]
    #[arg(value_name = "BLOCK", conflicts_with = "rest")]
    blocks: Vec<String>,
    /// Which day: 2026-11-20 [default: today]
    #[arg(long, value_name = "DAY")]
    day: Option<String>,
    /// What comes after the last entry of the day
    #[arg(long)]
    rest: bool,
}

impl Confirm {
    pub(crate) fn run(self, global: &Global, page: &mut Page<'_>) -> Result<(), Failure> {
        let day = typed::day(self.day.as_deref())?;
        let Desk { planner, moment } = global.open()?;
        let day = match day {
            Some(day) => day,
            None => planner.logical_today(&moment)?,
        };
        let key = |name: &String| -> Result<String, Fault> {
            let found = planner.named(name, day, &moment)?;
            found.ok_or_else(|| {
                refused(
                    format!(
                        "Nothing that day is called \u{201c}{}\u{201d}.",
                        name.escape_debug()
                    ),
                    "keel agenda shows what is planned, with the keys of blocks.",
                )
            })
        };
        let which = match (&self.blocks[..], self.rest) {
            ([], false) => AsPlanned::Day { day },
            ([], true) => AsPlanned::RestOfDay { day },
            (names, _) => AsPlanned::These {
                keys: names.iter().map(key).collect::<Result<_, _>>()?,
            },
        };
        let seen = planner.week_of(day)?;
        let outcome = done(planner.apply(Op::AsPlanned(which), seen, &moment))?;
        page.outcome(&outcome)
    }
}
