//! Occurrences as lines of text: a heading for each day, times in a column, the title last.

use crate::failure::Failure;
use crate::page::Page;
use chrono::NaiveDate;
use evenkeel_app::messages::{Occurrence, Range};
use evenkeel_core::event::Status;

/// Prints what shows in a range of days, under a heading for each day that has something.
pub(crate) fn print(
    page: &mut Page<'_>,
    shown: &[Occurrence],
    range: &Range,
) -> Result<(), Failure> {
    let keys = shown
        .iter()
        .filter_map(key)
        .map(str::len)
        .max()
        .unwrap_or(0);
    let mut heading = None;
    for occurrence in shown {
        // What began earlier stands under the first day of the range.
        let day = occurrence.start.date().max(range.from);
        if heading.replace(day) != Some(day) {
            page.line(day.format("%A %-d %B %Y"))?;
        }
        page.line(format_args!(
            "  {:<13}  {:<10}  {:<keys$}  {}",
            times(occurrence, day),
            occurrence.category.name(),
            key(occurrence).unwrap_or_default(),
            title(occurrence, day)
        ))?;
    }
    Ok(())
}

/// The key of a block, which commands take; imported events cannot be changed here.
fn key(occurrence: &Occurrence) -> Option<&str> {
    occurrence.block.map(|_| occurrence.key.as_str())
}

fn times(occurrence: &Occurrence, day: NaiveDate) -> String {
    if occurrence.all_day {
        return "all day".into();
    }
    let start = match occurrence.start.date() < day {
        true => "…".into(),
        false => occurrence.start.format("%H:%M").to_string(),
    };
    format!("{start}–{}", occurrence.end.format("%H:%M"))
}

fn title(occurrence: &Occurrence, day: NaiveDate) -> String {
    let mut text = match occurrence.title.trim() {
        "" => "untitled".to_string(),
        title => title.to_string(),
    };
    let mut facts: Vec<String> = Vec::new();
    if let Some(last) = later_end(occurrence, day) {
        facts.push(format!("to {}", last.format("%A %-d %B")));
    }
    match occurrence.status {
        Status::Confirmed => {}
        Status::Tentative => facts.push("tentative".into()),
        Status::Cancelled => facts.push("cancelled".into()),
    }
    facts.extend(occurrence.zone.clone());
    if !occurrence.location.trim().is_empty() {
        facts.push(format!("at {}", occurrence.location.trim()));
    }
    if !facts.is_empty() {
        text = format!("{text} ({})", facts.join(", "));
    }
    text
}

/// The day it ends on, where that is later than the one it stands under.
fn later_end(occurrence: &Occurrence, day: NaiveDate) -> Option<NaiveDate> {
    let end = occurrence.end.date();
    let last = match occurrence.all_day {
        true => end.pred_opt()?,
        false => end,
    };
    (day < last).then_some(last)
}
