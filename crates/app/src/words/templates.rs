//! Why a template is not kept or laid.

use crate::messages::Fault;
use chrono::NaiveDate;
use evenkeel_core::template::{LONGEST_NAME, MOST_PIECES, MOST_TEMPLATES, TemplateRefusal};

impl From<TemplateRefusal> for Fault {
    fn from(refusal: TemplateRefusal) -> Fault {
        match refusal {
            TemplateRefusal::NoName => Fault::refused(
                "The template needs a name.",
                "Type one, such as \u{201c}My week\u{201d}.",
            )
            .at("name"),
            TemplateRefusal::NameTooLong { characters } => Fault::refused(
                format!("The name has {characters} characters; {LONGEST_NAME} are allowed."),
                "Shorten it.",
            )
            .at("name"),
            TemplateRefusal::NameTaken { name } => Fault::refused(
                format!("A template is called \u{201c}{name}\u{201d} already."),
                "Choose another name, or rename or remove that one first.",
            )
            .at("name"),
            TemplateRefusal::Empty => Fault::refused(
                "There is no block of your own to keep.",
                "Plan some blocks first, or choose other days; imported events stay with their calendar.",
            ),
            TemplateRefusal::TooManyPieces { pieces } => Fault::refused(
                format!("A template cannot hold {pieces} blocks; {MOST_PIECES} are allowed."),
                "Keep a day or a selection instead.",
            ),
            TemplateRefusal::TooMany => Fault::refused(
                format!("There are {MOST_TEMPLATES} templates already."),
                "Remove one you no longer use.",
            ),
        }
    }
}

/// Laying something would change nothing: all of it is there.
pub(crate) fn all_there(what: &str) -> Fault {
    Fault::refused(
        format!("Everything of {what} is there already."),
        "Nothing was laid; choose other days or another template.",
    )
}

/// Laying something would change nothing: all of it collides.
pub(crate) fn nothing_fits(what: &str) -> Fault {
    Fault::refused(
        format!("Nothing of {what} fits."),
        "Lay it beside what is there, or choose other days.",
    )
}

/// A week to be copied has nothing to copy.
pub(crate) fn empty_week(from: NaiveDate) -> Fault {
    Fault::refused(
        format!(
            "The week of {} has no blocks of your own to copy.",
            from.format("%-d %B")
        ),
        "Choose another week; series go on by themselves.",
    )
}

/// A week is to be copied onto itself.
pub(crate) fn onto_itself() -> Fault {
    Fault::refused(
        "A week cannot be copied onto itself.",
        "Choose another week to copy.",
    )
}
