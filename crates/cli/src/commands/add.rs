//! `keel add`: a new block.

use crate::args::Global;
use crate::desk::Desk;
use crate::failure::{Failure, done};
use crate::page::Page;
use crate::typed::{self, Time};
use evenkeel_app::messages::{NewBlock, Op};
use evenkeel_core::category::Category;

#[derive(Debug, clap::Args)]
pub(crate) struct Add {
    /// What it is called
    title: String,
    /// When it starts: 09:00 (today) or 2026-11-20T09:00, in the home zone
    #[arg(long, value_name = "TIME")]
    start: String,
    /// When it ends: 10:30 (the day it starts) or 2026-11-20T10:30
    #[arg(long, value_name = "TIME", required_unless_present = "length")]
    end: Option<String>,
    /// How long it takes instead: 90m, 1h30m
    #[arg(
        long = "for",
        value_name = "LENGTH",
        conflicts_with = "end",
        allow_hyphen_values = true
    )]
    length: Option<String>,
    /// How it repeats: "second Tuesday", "weekday until 18 Dec", "month, 6 times"
    #[arg(long, value_name = "WORDS")]
    every: Option<String>,
    /// What kind of time it is
    #[arg(long, short, value_parser = typed::category(), ignore_case = true, default_value = "technical")]
    category: Category,
    /// Free text
    #[arg(long, default_value = "", hide_default_value = true)]
    notes: String,
    /// Where it takes place
    #[arg(
        long = "at",
        value_name = "PLACE",
        default_value = "",
        hide_default_value = true
    )]
    location: String,
}

impl Add {
    pub(crate) fn run(self, global: &Global, page: &mut Page<'_>) -> Result<(), Failure> {
        let start = Time::read(&self.start)?;
        let end = self.end.as_deref().map(Time::read).transpose()?;
        let length = self.length.as_deref().map(typed::step).transpose()?;
        let Desk { planner, moment } = global.open()?;
        let start = start.on(planner.today(&moment)?);
        let end = match end {
            Some(end) => end.on(start.date()),
            None => planner.later(start, length.unwrap_or_default(), &moment)?,
        };
        let seen = planner.week_of(start.date())?;
        let every = self.every.as_deref();
        let repeat = every.map(|words| planner.repeat_in_words(words, start, &moment));
        let op = Op::Create(NewBlock {
            repeat: repeat.transpose()?,
            notes: self.notes,
            location: self.location,
            ..NewBlock::plain(&self.title, self.category, start, end)
        });
        let outcome = done(planner.apply(op, seen, &moment))?;
        page.outcome(&outcome)
    }
}
