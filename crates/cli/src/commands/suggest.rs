//! `keel suggest`: what could be done with a week of the plan, and taken at once if that was asked
//! for; or the plan of least cost for a week that is written in a file.

use crate::args::Global;
use crate::desk::Desk;
use crate::failure::{Failure, done};
use crate::page::Page;
use crate::typed;
use evenkeel_app::messages::{Op, SuggestMode, SuggestReply, SuggestRequest};
use evenkeel_app::suggested;
use evenkeel_core::suggest::{Cost, Points, Suggestion};
use serde::Serialize;
use std::path::PathBuf;

#[derive(Debug, clap::Args)]
pub(crate) struct Suggest {
    /// The week, such as 2026-W47 or a day of it [default: this week]
    #[arg(long, value_name = "WEEK")]
    week: Option<String>,
    /// Find other places for blocks that a meeting landed on, instead of filling what is free
    #[arg(long)]
    repair: bool,
    /// Take all suggestions
    #[arg(long)]
    accept: bool,
    /// Give up a rule this time, by the key an answer gave: growth, day:2026-11-17
    #[arg(long, value_name = "KEY")]
    without: Vec<String>,
    /// A week from a file instead: one JSON object with its grid, what is fixed, and what is wanted
    #[arg(
        long,
        value_name = "FILE",
        conflicts_with_all = ["week", "repair", "accept", "without"]
    )]
    input: Option<PathBuf>,
}

/// The answer as JSON.
#[derive(Serialize)]
struct Answer {
    objective: f64,
    optimal: bool,
    /// A string a day, a letter a slot.
    plan: Vec<String>,
}

impl Suggest {
    pub(crate) fn run(self, global: &Global, page: &mut Page<'_>) -> Result<(), Failure> {
        match &self.input {
            Some(input) => from_file(input, page),
            None => self.of_the_plan(global, page),
        }
    }

    fn of_the_plan(self, global: &Global, page: &mut Page<'_>) -> Result<(), Failure> {
        let named = self.week.as_deref().map(typed::week).transpose()?;
        let Desk { planner, moment } = global.open()?;
        let week = match named {
            Some(named) => named,
            None => planner.today(&moment)?,
        };
        let mode = match self.repair {
            true => SuggestMode::Repair,
            false => SuggestMode::Fill,
        };
        let request = SuggestRequest {
            week,
            mode,
            weights: None,
            relaxed: self.without,
        };
        let reply = planner.suggest(&request, &moment)?;
        if !self.accept || reply.proposals.is_empty() {
            told(&reply, page)?;
            if self.accept && !page.is_json() {
                page.line("Nothing to suggest; nothing was taken.")?;
            }
            return Ok(());
        }
        let proposals = reply.proposals.into_iter().map(|one| one.draft).collect();
        let seen = planner.week_of(reply.week)?;
        let outcome = done(planner.apply(Op::Accept { proposals }, seen, &moment))?;
        page.outcome(&outcome)
    }
}

/// Prints suggestions.
fn told(reply: &SuggestReply, page: &mut Page<'_>) -> Result<(), Failure> {
    if page.json(reply)? {
        return Ok(());
    }
    if let Some(conflict) = &reply.conflict {
        page.line(&conflict.message)?;
        return lines(&conflict.rules, page);
    }
    if reply.proposals.is_empty() {
        page.line(&reply.said)?;
    }
    for proposal in &reply.proposals {
        let category = proposal
            .occurrences
            .first()
            .map_or("", |one| one.category.name());
        page.line(format_args!(
            "{:<24}  {:<11} {}",
            proposal.when, category, proposal.title
        ))?;
        page.line(format_args!("{:<24}  {}", "", proposal.reason))?;
    }
    for line in reply.gains.iter().chain(&reply.costs) {
        page.line(line)?;
    }
    if !reply.proposals.is_empty() {
        lines(&reply.unmet, page)?;
        page.line(&reply.proof)?;
    }
    Ok(())
}

fn lines(unmet: &[evenkeel_app::messages::UnmetLine], page: &mut Page<'_>) -> Result<(), Failure> {
    for line in unmet {
        match &line.relax {
            None => page.line(&line.text)?,
            Some(relax) => page.line(format_args!(
                "{} {}: --without {}",
                line.text, relax.label, relax.key
            ))?,
        }
    }
    Ok(())
}

/// Plans a week that is written in a file.
fn from_file(input: &std::path::Path, page: &mut Page<'_>) -> Result<(), Failure> {
    let found = suggested(input)?;
    let suggestion = &found.suggestion;
    let answer = Answer {
        objective: suggestion.cost.total().as_f64(),
        optimal: suggestion.optimal,
        plan: suggestion.plan.letters(&found.week),
    };
    if page.json(&answer)? {
        return Ok(());
    }
    for day in &answer.plan {
        page.line(day)?;
    }
    for (what, points) in terms(&suggestion.cost) {
        if points != Points::ZERO {
            page.line(format_args!("{:>8} {what}", points.as_f64()))?;
        }
    }
    page.line(format_args!(
        "{:>8} {}",
        answer.objective,
        proof(suggestion)
    ))
}

fn terms(cost: &Cost) -> [(&'static str, Points); 8] {
    let sum = |points: [Points; 3]| points.into_iter().sum();
    [
        ("for minutes missing", sum(cost.under)),
        ("for minutes too many", sum(cost.over)),
        ("for switches", cost.switches),
        ("for short technical runs", cost.short_runs),
        ("for technical work outside the best hours", cost.off_peak),
        ("for leaving the committed plan", cost.moved),
        ("for days without room", cost.contingency),
        ("for meetings strewn over a day", cost.islands),
    ]
}

fn proof(found: &Suggestion) -> String {
    match found.optimal {
        true => "in all; no plan costs less".into(),
        false => format!("in all; no plan costs less than {}", found.bound.as_f64()),
    }
}
