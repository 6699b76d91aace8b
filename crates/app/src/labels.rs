//! What was done, in words: the label of an undo step, the sentence for the live region.

pub(crate) mod actual;
pub(crate) mod day;
pub(crate) mod laid;
pub(crate) mod reminders;
pub(crate) mod session;

use crate::messages::{CategoryFigure, Figures, Occurrence};
use chrono::{Datelike, NaiveDate, NaiveDateTime};
use evenkeel_core::boundary::{DayOff, DayOffKind};
use evenkeel_core::category::Category;
use evenkeel_core::commitment::{Changed, Committed, Reshuffle, Why};
use evenkeel_core::text;
use evenkeel_core::time::{Instant, Zone};

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

/// "Committed the week: 31 blocks and 14 meetings."
pub(crate) fn committed(planned: &[Committed]) -> String {
    let (own, meetings): (Vec<_>, Vec<_>) = planned.iter().partition(|of| of.block.is_some());
    let parts = [(own.len(), "block"), (meetings.len(), "meeting")];
    let said: Vec<String> = parts
        .iter()
        .filter(|(number, _)| 0 < *number)
        .map(|(number, one)| count(*number, one))
        .collect();
    format!("Committed the week: {}.", said.join(" and "))
}

/// "Mon 09:12"; with its date where it is outside the week.
pub(crate) fn when(at: Instant, first: NaiveDate, home: &Zone) -> String {
    let wall = home.wall(at);
    let inside = (0..7).contains(&(wall.date() - first).num_days());
    let format = if inside {
        "%a %H:%M"
    } else {
        "%a %-d %b %H:%M"
    };
    wall.format(format).to_string()
}

/// "Committed Mon 09:12 \u{b7} 2 changes".
pub(crate) fn changes(at: &str, changes: u32) -> String {
    match changes {
        0 => format!("Committed {at}"),
        _ => format!(
            "Committed {at} \u{b7} {}",
            count(changes as usize, "change")
        ),
    }
}

/// "94 % of the committed time stands, 98 % but for what came from outside".
pub(crate) fn stability(whole: Option<f64>, own: Option<f64>) -> String {
    let percent = |share: f64| format!("{} %", (share * 100.0).floor());
    match (whole, own) {
        (None, _) => "Nothing that can change".into(),
        (Some(whole), Some(own)) if whole < own => format!(
            "{} of the committed time stands, {} but for what came from outside",
            percent(whole),
            percent(own)
        ),
        (Some(whole), _) => format!("{} of the committed time stands", percent(whole)),
    }
}

/// What became of a committed block: "moved to Wednesday 14:00".
pub(crate) fn change(
    changed: Changed,
    to: Option<(NaiveDateTime, NaiveDateTime)>,
    category: Option<Category>,
) -> String {
    match (changed, to) {
        (Changed::Moved, Some((start, _))) => format!("moved to {}", start.format("%A %H:%M")),
        (Changed::Moved, None) => "moved to another week".into(),
        (Changed::Resized, Some((start, end))) => format!("now {}", stretch(start, end)),
        (Changed::Resized, None) => "longer or shorter, in another week".into(),
        (Changed::Recategorized, _) => match category {
            Some(category) => format!("now {}", category.name()),
            None => "another kind of time".into(),
        },
        (Changed::Unprotected, _) => "not protected any more".into(),
        (Changed::Removed, _) => "gone".into(),
    }
}

/// "You moved \u{201c}Ingest design\u{201d}, committed for Tuesday 10:00."
pub(crate) fn asked(open: &[&Reshuffle], was: Option<NaiveDateTime>) -> String {
    let quoted = |note: &Reshuffle| format!("\u{201c}{}\u{201d}", title(&note.title));
    match open {
        [only] => {
            let what = quoted(only);
            let did = match only.changed {
                Changed::Moved => format!("You moved {what}"),
                Changed::Resized => format!("You changed the length of {what}"),
                Changed::Recategorized => format!("You changed what kind of time {what} is"),
                Changed::Unprotected => format!("{what} is not protected any more"),
                Changed::Removed => format!("You took {what} out"),
            };
            match was {
                Some(was) => format!("{did}, committed for {}.", was.format("%A %H:%M")),
                None => format!("{did}, which was committed."),
            }
        }
        [first, rest @ ..] => format!(
            "You changed {} and {}, which were committed.",
            quoted(first),
            count(rest.len(), "other block")
        ),
        [] => String::new(),
    }
}

/// "say why Ingest design changed".
pub(crate) fn reason(titles: &[String]) -> String {
    match titles {
        [only] => format!("say why {} changed", title(only)),
        several => format!("say why {} blocks changed", several.len()),
    }
}

/// What a change to weeks that are over means for their figures.
pub(crate) fn late(weeks: usize) -> Option<&'static str> {
    match weeks {
        0 => None,
        1 => Some("That week is over: its figures stay about what was planned then."),
        _ => Some("Those weeks are over: their figures stay about what was planned then."),
    }
}

/// What is said once a reason is given.
pub(crate) fn noted(why: Why) -> &'static str {
    match why {
        Why::Mine => "Noted: your own choice.",
        Why::External => "Noted: it came from outside.",
        Why::Contingency => "Noted: room was kept for it.",
    }
}
