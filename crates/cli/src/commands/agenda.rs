//! `keel agenda`: everything that shows in some days.

use crate::args::Global;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::page::Page;
use crate::{rows, typed};

#[derive(Debug, clap::Args)]
pub(crate) struct Agenda {
    /// First day, such as 2026-11-16 [default: the first of this week]
    #[arg(long, value_name = "DATE")]
    from: Option<String>,
    /// First day after [default: a week later]
    #[arg(long, value_name = "DATE")]
    to: Option<String>,
}

impl Agenda {
    pub(crate) fn run(self, global: &Global, page: &mut Page<'_>) -> Result<(), Failure> {
        let from = typed::day(self.from.as_deref())?;
        let to = typed::day(self.to.as_deref())?;
        let Desk { planner, moment } = global.open()?;
        let range = planner.days(from, to, &moment)?;
        if global.json {
            page.json(&planner.agenda(range, &moment)?)?;
            return Ok(());
        }
        let shown = planner.shown(range, &moment)?;
        if shown.is_empty() {
            let last = range.until.pred_opt().unwrap_or(range.from);
            return page.line(format_args!(
                "Nothing is planned from {} to {}.",
                range.from.format("%A %-d %B %Y"),
                last.format("%A %-d %B %Y")
            ));
        }
        rows::print(page, &shown, &range)
    }
}
