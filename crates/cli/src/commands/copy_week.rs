//! `keel copy-week`: one's own blocks of a week, laid over another.

use super::template::Over;
use crate::args::Global;
use crate::failure::Failure;
use crate::page::Page;
use crate::typed;
use chrono::Days;
use evenkeel_app::messages::Op;

#[derive(Debug, clap::Args)]
pub(crate) struct CopyWeek {
    /// A day of the week that is copied [default: a week before the other]
    #[arg(long, value_name = "DATE")]
    from: Option<String>,
    /// A day of the week that is filled [default: today]
    #[arg(long, value_name = "DATE")]
    to: Option<String>,
    #[command(flatten)]
    over: Over,
}

impl CopyWeek {
    pub(crate) fn run(self, global: &Global, page: &mut Page<'_>) -> Result<(), Failure> {
        let from = typed::day(self.from.as_deref())?;
        let to = typed::day(self.to.as_deref())?;
        let desk = global.open()?;
        let to = match to {
            Some(day) => day,
            None => desk.planner.today(&desk.moment)?,
        };
        let collisions = self.over.collisions();
        self.over.lay(desk, page, to, |to| Op::CopyWeek {
            from: from.unwrap_or(to - Days::new(7)),
            to,
            collisions,
        })
    }
}
