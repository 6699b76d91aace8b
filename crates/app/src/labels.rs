//! What was done, in words: the label of an undo step, the sentence for the live region.

pub(crate) mod laid;

use crate::messages::{CategoryFigure, Figures, Occurrence};
use chrono::{Datelike, NaiveDate, NaiveDateTime};
use evenkeel_core::boundary::{DayOff, DayOffKind};
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

/// What a day off is called: by its name, or by its kind.
pub(crate) fn day_off(off: &DayOff) -> String {
    match (off.name.as_str(), off.kind) {
        ("", DayOffKind::Vacation) => "Vacation".into(),
        ("", DayOffKind::Holiday) => "Holiday".into(),
        ("", DayOffKind::Sick) => "Ill".into(),
        ("", DayOffKind::Other) => "Day off".into(),
        (name, _) => name.into(),
    }
}

/// "20 November", with the year where it is another than today's.
pub(crate) fn date(date: NaiveDate, today: NaiveDate) -> String {
    match date.year() == today.year() {
        true => date.format("%-d %B").to_string(),
        false => date.format("%-d %B %Y").to_string(),
    }
}

/// "from 1 to 15 December" of a half-open range; "on 3 December" for one day; open ends are said.
pub(crate) fn dates(from: Option<NaiveDate>, until: Option<NaiveDate>, today: NaiveDate) -> String {
    let last = until.and_then(|until| until.pred_opt());
    match (from, last) {
        (Some(from), Some(last)) if from == last => format!("on {}", date(from, today)),
        (Some(from), Some(last)) => {
            let same = (from.year(), from.month()) == (last.year(), last.month());
            let begin = match same {
                true => from.format("%-d").to_string(),
                false => date(from, today),
            };
            format!("from {begin} to {}", date(last, today))
        }
        (Some(from), None) => format!("from {} on", date(from, today)),
        (None, Some(last)) => format!("up to {}", date(last, today)),
        (None, None) => "always".into(),
    }
}

/// A lead share as both ends: "40 % why and where, 60 % how and when".
pub(crate) fn lead(percent: u8) -> String {
    let rest = 100u8.saturating_sub(percent);
    format!("{percent} % why and where, {rest} % how and when")
}
