//! Marks on words: "#technical", "#focus", "@goal", "!high".

use super::phrase::Phrase;
use super::tokens::Token;
use crate::category::Category;
use crate::facets::{TAGS, tag};
use crate::task::Energy;

/// What a marked word says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    Category(Category),
    Tag(String),
    Goal(String),
    Energy(Energy),
}

/// The mark a word is. "#12" and "C#" are none.
pub(super) fn mark(words: Phrase<'_>) -> Option<Mark> {
    let token = words.token(0)?;
    if token.quoted {
        return match token.sign? {
            '#' => tag(token.text).map(Mark::Tag),
            _ => goal(token.text),
        };
    }
    if let Some(name) = token.word.strip_prefix('#') {
        let name = name.trim_end_matches([')', '.']);
        return category(name).map(Mark::Category).or_else(|| own_tag(name));
    }
    if token.word.starts_with('@') {
        return goal(marked(token)?);
    }
    energy(token.text.to_lowercase().strip_prefix('!')?).map(Mark::Energy)
}

/// The longest a goal may be called here, in characters.
const LONGEST_GOAL: usize = 200;

fn category(name: &str) -> Option<Category> {
    Some(match name {
        "t" | "tech" => Category::Technical,
        "m" | "mgmt" | "manage" => Category::Management,
        "g" | "grow" => Category::Growth,
        "p" | "private" => Category::Personal,
        _ => return Category::from_name(name),
    })
}

/// A tag, unless it is a number such as that of an issue. Those that the program knows and that
/// have several words are written with a hyphen.
fn own_tag(name: &str) -> Option<Mark> {
    let letters = name.chars().any(char::is_alphabetic);
    let spoken = name.replace(['-', '_'], " ");
    let name = match TAGS.contains(&spoken.as_str()) {
        true => &spoken,
        false => name,
    };
    tag(name).filter(|_| letters).map(Mark::Tag)
}

/// The goal as it was typed, without the stops of the phrase.
fn marked<'a>(token: &Token<'a>) -> Option<&'a str> {
    let text = token.text.strip_prefix('@')?;
    Some(text.trim_end_matches([',', ';', ':', '!', '?', '.', ')']))
}

fn goal(name: &str) -> Option<Mark> {
    let letters = name.starts_with(char::is_alphabetic);
    (letters && name.chars().count() <= LONGEST_GOAL).then(|| Mark::Goal(name.to_string()))
}

fn energy(name: &str) -> Option<Energy> {
    Some(match name.trim_end_matches([',', ';', '.']) {
        "low" => Energy::Low,
        "medium" | "med" | "mid" => Energy::Medium,
        "high" => Energy::High,
        _ => return None,
    })
}
