//! `keel add`: a new block, series or task, in words or with its start as an option.

use crate::args::Global;
use crate::desk::Desk;
use crate::failure::{Failure, done};
use crate::page::Page;
use crate::typed::{self, Time};
use evenkeel_app::locale;
use evenkeel_app::messages::{NewBlock, Op, Words};
use evenkeel_core::category::Category;

#[derive(Debug, clap::Args)]
#[command(group(clap::ArgGroup::new("until").args(["end", "length"])))]
pub(crate) struct Add {
    /// What to add, in words: Tue 9-10:30 design review #technical. With --start it is the title
    #[arg(required = true, value_name = "WORDS")]
    words: Vec<String>,
    /// When it starts: 09:00 (today) or 2026-11-20T09:00, in the home zone
    #[arg(long, value_name = "TIME", requires = "until")]
    start: Option<String>,
    /// When it ends: 10:30 (the day it starts) or 2026-11-20T10:30
    #[arg(long, value_name = "TIME", requires = "start")]
    end: Option<String>,
    /// How long it takes instead: 90m, 1h30m
    #[arg(
        long = "for",
        value_name = "LENGTH",
        requires = "start",
        allow_hyphen_values = true
    )]
    length: Option<String>,
    /// How it repeats: "second Tuesday", "weekday until 18 Dec", "month, 6 times"
    #[arg(long, value_name = "WORDS", requires = "start")]
    every: Option<String>,
    /// What kind of time it is [default: what the words or the rules say, else technical]
    #[arg(long, short, value_parser = typed::category(), ignore_case = true)]
    category: Option<Category>,
    /// Free text
    #[arg(
        long,
        default_value = "",
        hide_default_value = true,
        requires = "start"
    )]
    notes: String,
    /// Where it takes place
    #[arg(
        long = "at",
        value_name = "PLACE",
        default_value = "",
        hide_default_value = true,
        requires = "start"
    )]
    location: String,
    /// Put it into the backlog, as a task without a time
    #[arg(long, conflicts_with = "start")]
    backlog: bool,
    /// Only say what the words are read as
    #[arg(long, conflicts_with = "start")]
    dry_run: bool,
}

impl Add {
    pub(crate) fn run(self, global: &Global, page: &mut Page<'_>) -> Result<(), Failure> {
        match self.start.clone() {
            Some(start) => self.with_start(&start, global, page),
            None => self.in_words(global, page),
        }
    }

    fn in_words(self, global: &Global, page: &mut Page<'_>) -> Result<(), Failure> {
        let Desk { planner, moment } = global.open()?;
        let words = Words {
            text: self.words.join(" "),
            region: locale::of_environment(),
            to_backlog: self.backlog,
            category: self.category,
        };
        let reading = planner.read_words(&words, &moment)?;
        if self.dry_run {
            if let Some(fault) = reading.refused {
                return Err(fault.into());
            }
            return match page.json(&reading)? {
                true => Ok(()),
                false => page.line(&reading.sentence),
            };
        }
        let seen = match reading.start {
            Some(start) => planner.week_of(start.date())?,
            None => planner.this_week(&moment)?,
        };
        let outcome = done(planner.apply(Op::AddInWords(words), seen, &moment))?;
        page.outcome(&outcome)
    }

    fn with_start(self, start: &str, global: &Global, page: &mut Page<'_>) -> Result<(), Failure> {
        let start = Time::read(start)?;
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
        let category = self.category.unwrap_or(Category::Technical);
        let op = Op::Create(NewBlock {
            repeat: repeat.transpose()?,
            notes: self.notes,
            location: self.location,
            ..NewBlock::plain(&self.words.join(" "), category, start, end)
        });
        let outcome = done(planner.apply(op, seen, &moment))?;
        page.outcome(&outcome)
    }
}
