//! `keel import`: reads calendar files. All are looked at before the first is kept, so that a file
//! that is no calendar leaves everything as it was.

use crate::args::Global;
use crate::desk::Desk;
use crate::failure::{Failure, done};
use crate::page::Page;
use evenkeel_app::messages::{Fault, ImportPreview, Op};
use serde::Serialize;
use std::path::PathBuf;

/// The most titles that are named one by one.
const NAMED: usize = 20;

#[derive(Debug, clap::Args)]
pub(crate) struct Import {
    /// Calendar files
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Only say what would happen
    #[arg(long)]
    dry_run: bool,
}

/// The sums over all files.
#[derive(Default, Serialize)]
struct Report<'p> {
    events: u32,
    occurrences_this_week: u32,
    problems: Vec<Problem<'p>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    vanished: Vec<&'p str>,
}

#[derive(Serialize)]
struct Problem<'p> {
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'p str>,
    line: u32,
    what: &'p str,
}

impl Import {
    pub(crate) fn run(self, global: &Global, page: &mut Page<'_>) -> Result<(), Failure> {
        let desk = global.open()?;
        let looked = self
            .files
            .iter()
            .map(|file| desk.planner.read_calendar(file, &desk.moment))
            .collect::<Result<Vec<ImportPreview>, Fault>>()?;
        let previews = match self.dry_run {
            true => looked,
            false => self.keep(looked, &desk)?,
        };
        if page.json(&Report::of(&previews))? {
            return Ok(());
        }
        for preview in &previews {
            self.print(page, preview)?;
        }
        Ok(())
    }

    fn keep(&self, looked: Vec<ImportPreview>, desk: &Desk) -> Result<Vec<ImportPreview>, Fault> {
        let seen = desk.planner.this_week(&desk.moment)?;
        let mut previews = Vec::with_capacity(looked.len());
        for (preview, path) in looked.into_iter().zip(&self.files) {
            // A file kept before this one may have changed what this one changes.
            let preview = match previews.is_empty() {
                true => preview,
                false => desk.planner.read_calendar(path, &desk.moment)?,
            };
            let op = Op::Import { path: path.clone() };
            done(desk.planner.apply(op, seen, &desk.moment))?;
            previews.push(preview);
        }
        Ok(previews)
    }

    fn print(&self, page: &mut Page<'_>, preview: &ImportPreview) -> Result<(), Failure> {
        let did = match self.dry_run {
            true => "Would import",
            false => "Imported",
        };
        page.line(format_args!(
            "{did} {} from {}: {} new, {} changed, {} this week.",
            count(preview.events, "event"),
            preview.name,
            preview.added,
            preview.changed,
            preview.occurrences_this_week
        ))?;
        if 0 < preview.own {
            page.line(format_args!(
                "  {} of your own plan left out.",
                count(preview.own, "block")
            ))?;
        }
        if !preview.vanished.is_empty() {
            let gone = match self.dry_run {
                true => "would be removed",
                false => "removed",
            };
            page.line(format_args!(
                "  Not in the file any more, {gone}: {}.",
                listed(&preview.vanished)
            ))?;
        }
        for problem in &preview.problems {
            page.line(format_args!("  line {}: {}", problem.line, problem.what))?;
        }
        Ok(())
    }
}

impl<'p> Report<'p> {
    fn of(previews: &'p [ImportPreview]) -> Report<'p> {
        let several = 1 < previews.len();
        let mut report = Report::default();
        for preview in previews {
            report.events += preview.events;
            report.occurrences_this_week += preview.occurrences_this_week;
            report
                .problems
                .extend(preview.problems.iter().map(|problem| Problem {
                    file: several.then_some(preview.path.as_str()),
                    line: problem.line,
                    what: &problem.what,
                }));
            report
                .vanished
                .extend(preview.vanished.iter().map(String::as_str));
        }
        report
    }
}

/// "Stand-up, Review and 3 more".
fn listed(titles: &[String]) -> String {
    let named = titles[..titles.len().min(NAMED)].join(", ");
    match titles.len().saturating_sub(NAMED) {
        0 => named,
        more => format!("{named} and {more} more"),
    }
}

fn count(number: u32, one: &str) -> String {
    match number {
        1 => format!("1 {one}"),
        _ => format!("{number} {one}s"),
    }
}
