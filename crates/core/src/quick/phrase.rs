//! Looking at the words of a line from one place on.

use super::tokens::Token;

/// The words from some place on. Quotations and what lies after the end read as "".
#[derive(Clone, Copy)]
pub(super) struct Phrase<'a> {
    tokens: &'a [Token<'a>],
    at: usize,
}

/// What was read, and how many words it took.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found<T> {
    pub value: T,
    pub used: usize,
}

impl<T> Found<T> {
    pub(super) fn new(value: T, used: usize) -> Found<T> {
        Found { value, used }
    }

    /// The same with a meaning of its own.
    pub(super) fn map<U>(self, meaning: impl FnOnce(T) -> U) -> Found<U> {
        Found::new(meaning(self.value), self.used)
    }

    /// The same after `before` more words.
    pub(super) fn after(self, before: usize) -> Found<T> {
        Found::new(self.value, self.used + before)
    }
}

impl<'a> Phrase<'a> {
    pub(super) fn new(tokens: &'a [Token<'a>], at: usize) -> Phrase<'a> {
        Phrase { tokens, at }
    }

    /// The word `offset` places on.
    pub(super) fn word(&self, offset: usize) -> &'a str {
        self.token(offset).map_or("", |token| &token.word)
    }

    /// The word before.
    pub(super) fn before(&self) -> &'a str {
        let before = self.at.checked_sub(1).and_then(|at| self.tokens.get(at));
        before.map_or("", |token| &token.word)
    }

    /// The token `offset` places on.
    pub(super) fn token(&self, offset: usize) -> Option<&'a Token<'a>> {
        self.tokens.get(self.at + offset)
    }

    /// The words from `offset` places on.
    pub(super) fn skip(&self, offset: usize) -> Phrase<'a> {
        Phrase::new(self.tokens, self.at + offset)
    }

    /// Whether the words from here on are these.
    pub(super) fn says(&self, words: &[&str]) -> bool {
        words
            .iter()
            .enumerate()
            .all(|(offset, word)| self.word(offset) == *word)
    }

    /// Whether the word here counts something that is no time: "chapter 9", "part 2/3".
    pub(super) fn counts_things(&self) -> bool {
        const COUNTED: [&str; 24] = [
            "chapter", "chapters", "ch", "page", "pages", "p", "pp", "part", "parts", "section",
            "sections", "step", "steps", "lesson", "lessons", "level", "levels", "phase", "round",
            "version", "unit", "units", "room", "sprint",
        ];
        COUNTED.contains(&self.before())
    }
}

/// A number written with at most `most` digits.
pub(super) fn number(text: &str, most: usize) -> Option<u32> {
    let digits = !text.is_empty() && text.len() <= most && text.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten()
}

/// A small number as a digit or a word.
pub(super) fn count(word: &str) -> Option<u32> {
    const WORDS: [&str; 12] = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve",
    ];
    let spoken = || WORDS.iter().position(|one| *one == word);
    number(word, 3)
        .or_else(|| spoken().map(|place| place as u32 + 1))
        .filter(|count| 0 < *count)
}

/// "1st", "22nd", "third": which in a row.
pub(super) fn ordinal(word: &str) -> Option<u32> {
    const WORDS: [&str; 5] = ["first", "second", "third", "fourth", "fifth"];
    if let Some(place) = WORDS.iter().position(|one| *one == word) {
        return Some(place as u32 + 1);
    }
    let digits = ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|ending| word.strip_suffix(ending))?;
    number(digits, 2).filter(|place| 0 < *place)
}
