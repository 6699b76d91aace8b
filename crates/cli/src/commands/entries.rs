//! `keel entries`: what really happened in some days.

use crate::args::Global;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::page::Page;
use crate::typed;
use evenkeel_app::messages::EntryShown;
use evenkeel_core::actual::Source;

#[derive(Debug, clap::Args)]
pub(crate) struct Entries {
    /// First day [default: the week that holds today]
    #[arg(long, value_name = "DAY")]
    from: Option<String>,
    /// First day after
    #[arg(long = "to", value_name = "DAY")]
    until: Option<String>,
}

impl Entries {
    pub(crate) fn run(self, global: &Global, page: &mut Page<'_>) -> Result<(), Failure> {
        let from = typed::day(self.from.as_deref())?;
        let until = typed::day(self.until.as_deref())?;
        let Desk { planner, moment } = global.open()?;
        let range = planner.days(from, until, &moment)?;
        let entries = planner.entries(range, &moment)?;
        if page.json(&entries)? {
            return Ok(());
        }
        if entries.is_empty() {
            return page.line("Nothing is recorded in these days.");
        }
        let mut heading = None;
        for entry in &entries {
            // What began earlier stands under the first day of the range.
            let day = entry.start.date().max(range.from);
            if heading.replace(day) != Some(day) {
                page.line(day.format("%A %-d %B %Y"))?;
            }
            page.line(row(entry))?;
            for one in &entry.noted {
                page.line(format_args!(
                    "  {:<15}{}  {}",
                    "",
                    one.at.format("%H:%M"),
                    one.word
                ))?;
            }
        }
        Ok(())
    }
}

fn row(entry: &EntryShown) -> String {
    let source = match entry.source {
        Source::Timer => "timer",
        Source::Hand => "by hand",
        Source::Confirmed => "as planned",
    };
    let title = match entry.title.trim() {
        "" => "untitled",
        title => title,
    };
    let note = match entry.note.trim() {
        "" => String::new(),
        note => format!(" ({note})"),
    };
    format!(
        "  {}\u{2013}{}  {:<10}  {:<10}  {:>8}  {title}{note}",
        entry.start.format("%H:%M"),
        entry.end.format("%H:%M"),
        entry.category.name(),
        source,
        entry.length_words
    )
}
