//! What was done, in words: the label of an undo step, the sentence for the live region.

use crate::messages::{CategoryFigure, Figures, Occurrence};
use chrono::NaiveDateTime;
use evenkeel_core::category::Category;
use evenkeel_core::text;

/// A title as it is spoken of: an untitled block has one too.
pub(crate) fn title(title: &str) -> &str {
    match title.trim() {
        "" => "untitled block",
        title => title,
    }
}

/// "move Ingest design", "delete 3 blocks".
pub(crate) fn step(verb: &str, titles: &[&str]) -> String {
    match titles {
        [only] => format!("{verb} {}", title(only)),
        several => format!("{verb} {} blocks", several.len()),
    }
}

/// A step's label at the start of a sentence: "Move Ingest design".
pub(crate) fn sentence_case(label: &str) -> String {
    let mut letters = label.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

/// "Design review, Tuesday 10:00 to 11:30, technical."
pub(crate) fn place(occurrence: &Occurrence) -> String {
    format!(
        "{}, {}, {}.",
        sentence_case(title(&occurrence.title)),
        stretch(occurrence.start, occurrence.end),
        occurrence.category.name()
    )
}

/// "Tuesday 10:00 to 11:30"; the second day is named when it is another.
pub(crate) fn stretch(start: NaiveDateTime, end: NaiveDateTime) -> String {
    let from = start.format("%A %H:%M");
    if start.date() == end.date() {
        format!("{from} to {}", end.format("%H:%M"))
    } else {
        format!("{from} to {}", end.format("%A %H:%M"))
    }
}

/// "Technical 14 h of 20 h."; personal time has no target.
pub(crate) fn balance(figures: &Figures, category: Category) -> String {
    let of = |figure: &&CategoryFigure| figure.category == category;
    match figures.categories.iter().find(of) {
        Some(figure) => text::sentence(category, figure.minutes, figure.target),
        None => format!("{} {}.", text::label(category), figures.personal_words),
    }
}

/// "1 event", "12 events".
pub(crate) fn count(number: usize, one: &str) -> String {
    match number {
        1 => format!("1 {one}"),
        _ => format!("{number} {one}s"),
    }
}
