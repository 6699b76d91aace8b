//! `keel log`: time that was spent, entered by hand.

use crate::args::Global;
use crate::desk::Desk;
use crate::failure::{Failure, done};
use crate::page::Page;
use crate::typed::{self, Time};
use evenkeel_app::messages::{EntryDraft, Op};
use evenkeel_core::category::Category;

#[derive(Debug, clap::Args)]
#[command(group(clap::ArgGroup::new("until").args(["end", "length"]).required(true)))]
pub(crate) struct Log {
    /// What it was in words, or a block by its key, UID or title on that day
    #[arg(required = true, value_name = "TITLE")]
    words: Vec<String>,
    /// When it began: 09:00 (today) or 2026-11-20T09:00, in the home zone
    #[arg(long, value_name = "TIME")]
    start: String,
    /// When it ended: 10:30 (the day it began) or 2026-11-20T10:30
    #[arg(long, value_name = "TIME")]
    end: Option<String>,
    /// How long it took instead: 90m, 1h30m
    #[arg(long = "for", value_name = "LENGTH", allow_hyphen_values = true)]
    length: Option<String>,
    /// What kind of time it was [default: as the block, or what the rules say, else technical]
    #[arg(long, short, value_parser = typed::category(), ignore_case = true)]
    category: Option<Category>,
    /// Free text
    #[arg(long, default_value = "", hide_default_value = true)]
    note: String,
}

impl Log {
    pub(crate) fn run(self, global: &Global, page: &mut Page<'_>) -> Result<(), Failure> {
        let start = Time::read(&self.start)?;
        let end = self.end.as_deref().map(Time::read).transpose()?;
        let length = self.length.as_deref().map(typed::step).transpose()?;
        let Desk { planner, moment } = global.open()?;
        let start = start.near(planner.wall_now(&moment)?);
        let end = match end {
            Some(end) => end.on(start.date()),
            None => planner.later(start, length.unwrap_or_default(), &moment)?,
        };
        let name = self.words.join(" ");
        let of = planner.named(&name, start.date(), &moment)?;
        let op = Op::AddEntry(EntryDraft {
            title: match of {
                Some(_) => String::new(),
                None => name,
            },
            of,
            category: self.category,
            start,
            end,
            note: self.note,
        });
        let seen = planner.week_of(start.date())?;
        let outcome = done(planner.apply(op, seen, &moment))?;
        page.outcome(&outcome)
    }
}
