//! `keel suggest`: the plan of least cost for a week that is written in a file. It puts nothing into
//! the plan.

use crate::failure::Failure;
use crate::page::Page;
use evenkeel_app::suggested;
use evenkeel_core::suggest::{Cost, Points, Suggestion};
use serde::Serialize;
use std::path::PathBuf;

#[derive(Debug, clap::Args)]
pub(crate) struct Suggest {
    /// The week: one JSON object with its grid, what is fixed, and what is wanted
    #[arg(long, value_name = "FILE")]
    input: PathBuf,
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
    pub(crate) fn run(self, page: &mut Page<'_>) -> Result<(), Failure> {
        let found = suggested(&self.input)?;
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
