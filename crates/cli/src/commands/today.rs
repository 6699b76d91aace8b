//! `keel today`: what stands in today, and the balance of the week it is in.

use crate::args::Global;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::page::Page;
use crate::rows;
use chrono::{NaiveDate, NaiveDateTime};
use evenkeel_app::AgendaRow;
use evenkeel_app::messages::{CommitmentFigure, Figures, Range, RightNow};
use evenkeel_core::commitment::Why;
use evenkeel_core::text;
use serde::Serialize;

#[derive(Serialize)]
struct Today {
    date: NaiveDate,
    rows: Vec<AgendaRow>,
    figures: Figures,
    /// When the day was closed, wall time in the home zone.
    closed: Option<NaiveDateTime>,
    now: RightNow,
}

pub(crate) fn run(global: &Global, page: &mut Page<'_>) -> Result<(), Failure> {
    let Desk { planner, moment } = global.open()?;
    let date = planner.today(&moment)?;
    let today = Range {
        from: date,
        until: date.succ_opt().unwrap_or(date),
    };
    let figures = planner.week(planner.this_week(&moment)?, &moment)?.figures;
    let rows = planner.agenda(today, &moment)?;
    let review = planner.day(date, &moment)?;
    let answer = Today {
        date,
        rows,
        figures,
        closed: review.closed,
        now: planner.right_now(&moment)?,
    };
    if page.json(&answer)? {
        return Ok(());
    }
    let shown = planner.shown(today, &moment)?;
    match shown.is_empty() {
        true => page.line(format_args!(
            "{}: nothing is planned.",
            date.format("%A %-d %B %Y")
        ))?,
        false => rows::print(page, &shown, &today)?,
    }
    if !review.closed_words.is_empty() {
        page.line(format_args!("{}.", review.closed_words))?;
    }
    so_far(&answer.now, page)?;
    page.line(balance(&answer.figures))?;
    if !answer.figures.kept_free_words.is_empty() {
        page.line(format_args!("{}.", answer.figures.kept_free_words))?;
    }
    match &answer.figures.commitment {
        None => page.line("The week is not committed: keel commit."),
        Some(commitment) => committed(commitment, page),
    }
}

/// What runs, and how much of what was planned by now is done; nothing while nothing is recorded.
fn so_far(now: &RightNow, page: &mut Page<'_>) -> Result<(), Failure> {
    if now.running.is_some() {
        page.line(format_args!("Running: {}.", now.running_words))?;
    }
    if now.running.is_some() || 0 < now.done_minutes {
        page.line(format_args!("So far: {}.", now.words))?;
    }
    Ok(())
}

/// When the week was committed, and what has changed of it since.
fn committed(commitment: &CommitmentFigure, page: &mut Page<'_>) -> Result<(), Failure> {
    page.line(format_args!(
        "{}. {}.",
        commitment.words, commitment.stability_words
    ))?;
    let changed = commitment
        .outlines
        .iter()
        .filter(|one| one.changed.is_some());
    for one in changed {
        let why = match one.why {
            Some(Why::Mine) => "mine",
            Some(Why::External) => "external",
            Some(Why::Contingency) => "contingency",
            None => "no reason yet",
        };
        page.line(format_args!(
            "  {}: {}, {} ({why})",
            one.title, one.words, one.was_words
        ))?;
    }
    Ok(())
}

/// "This week: Technical 13 h of 20 h, …; 27 h 45 of 38 h planned. 1 h 36 off your mix."
fn balance(figures: &Figures) -> String {
    let categories: Vec<String> = figures
        .categories
        .iter()
        .map(|figure| {
            format!(
                "{} {} of {}",
                text::label(figure.category),
                figure.planned_words,
                figure.target_words
            )
        })
        .collect();
    format!(
        "This week: {}; {}. {}.",
        categories.join(", "),
        figures.work_words,
        figures.mix_words
    )
}
