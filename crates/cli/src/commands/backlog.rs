//! `keel backlog`: what waits for time in the week.

use crate::args::Global;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::page::Page;
use evenkeel_app::messages::TaskLine;

#[derive(Debug, clap::Args)]
pub(crate) struct Backlog {
    /// Show what was done as well
    #[arg(long)]
    all: bool,
}

impl Backlog {
    pub(crate) fn run(self, global: &Global, page: &mut Page<'_>) -> Result<(), Failure> {
        let Desk { planner, moment } = global.open()?;
        let mut backlog = planner.backlog(&moment)?;
        if !self.all {
            backlog.finished.clear();
        }
        if page.json(&backlog)? {
            return Ok(());
        }
        if backlog.tasks.is_empty() {
            page.line("Nothing is in the backlog.")?;
        } else {
            page.line(format_args!("{}.", backlog.words))?;
        }
        for line in &backlog.tasks {
            page.line(row(line, &facts(line)))?;
        }
        for line in &backlog.finished {
            let day = line.finished.map(|day| day.format("%-d %B").to_string());
            page.line(row(line, &format!("done {}", day.unwrap_or_default())))?;
        }
        Ok(())
    }
}

fn row(line: &TaskLine, facts: &str) -> String {
    format!(
        "  {:<10}  {:<34}  {}",
        line.category.name(),
        facts,
        line.title
    )
}

/// "3 h of 4 h left, due Friday".
fn facts(line: &TaskLine) -> String {
    let facts = [&line.left_words, &line.due_words];
    let said: Vec<&str> = facts
        .into_iter()
        .filter(|words| !words.is_empty())
        .map(String::as_str)
        .collect();
    said.join(", ")
}
