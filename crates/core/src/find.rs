//! How well words that someone typed fit a title and the texts around it. Accents and capitals make
//! no difference, and every word must be met somewhere.
//!
//! A search looks at a hundred thousand rows while someone types, so a text of ASCII alone is
//! compared where it lies; any other is folded first.

use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The most words of a search that count; what follows is not looked at.
const MOST_WORDS: usize = 8;

/// How well a text fits, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rank {
    /// The title begins with what was typed.
    Begins,
    /// Every word typed begins a word of the title.
    Words,
    /// The title holds every word typed.
    Title,
    /// Some words stand only in the texts around the title.
    Around,
}

/// What is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Needle {
    /// All of it, folded.
    whole: String,
    /// Its words, folded; at least one.
    words: Vec<String>,
}

impl Needle {
    /// What was typed; `None` where that is nothing but spaces.
    pub fn new(typed: &str) -> Option<Needle> {
        let folded = folded(typed);
        let words: Vec<String> = folded
            .split_whitespace()
            .take(MOST_WORDS)
            .map(String::from)
            .collect();
        let whole = words.join(" ");
        (!words.is_empty()).then_some(Needle { whole, words })
    }

    /// How well a title and the texts around it fit; `None`: not at all. The texts are only asked
    /// for when the title does not do.
    pub fn rank<'t, I>(&self, title: &str, around: impl FnOnce() -> I) -> Option<Rank>
    where
        I: IntoIterator<Item = &'t str>,
    {
        let title = folded_unless_ascii(title);
        let title = title.as_ref().as_bytes();
        if begins(title, self.whole.as_bytes()) {
            return Some(Rank::Begins);
        }
        let missed: Vec<&[u8]> = self
            .words
            .iter()
            .map(String::as_bytes)
            .filter(|word| !holds(title, word))
            .collect();
        if missed.is_empty() {
            let begun = |word: &String| begins_a_word(title, word.as_bytes());
            let all = self.words.iter().all(begun);
            return Some(if all { Rank::Words } else { Rank::Title });
        }
        self.met_around(missed, around()).then_some(Rank::Around)
    }

    /// Whether a text holds any of the words.
    pub fn touches(&self, text: &str) -> bool {
        let text = folded_unless_ascii(text);
        let met = |word: &String| holds(text.as_ref().as_bytes(), word.as_bytes());
        self.words.iter().any(met)
    }

    fn met_around<'t>(
        &self,
        mut missed: Vec<&[u8]>,
        around: impl IntoIterator<Item = &'t str>,
    ) -> bool {
        for text in around {
            let text = folded_unless_ascii(text);
            missed.retain(|word| !holds(text.as_ref().as_bytes(), word));
            if missed.is_empty() {
                return true;
            }
        }
        false
    }
}

/// A text without accents and capitals: "Übung" and "ubung" fold alike.
pub fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.nfd().filter(|letter| !is_combining_mark(*letter)) {
        match letter {
            'ß' | 'ẞ' => folded.push_str("ss"),
            'Ø' | 'ø' => folded.push('o'),
            'Ł' | 'ł' => folded.push('l'),
            'Æ' | 'æ' => folded.push_str("ae"),
            'Œ' | 'œ' => folded.push_str("oe"),
            'ı' => folded.push('i'),
            // A hard space is one too.
            letter if letter.is_whitespace() => folded.push(' '),
            letter => folded.extend(letter.to_lowercase()),
        }
    }
    folded
}

/// Comparing ASCII is blind to capitals, so it needs no folding.
fn folded_unless_ascii(text: &str) -> Cow<'_, str> {
    match text.is_ascii() {
        true => Cow::Borrowed(text),
        false => Cow::Owned(folded(text)),
    }
}

fn begins(text: &[u8], word: &[u8]) -> bool {
    text.get(..word.len())
        .is_some_and(|begin| begin.eq_ignore_ascii_case(word))
}

/// Whether a text holds a folded word.
fn holds(text: &[u8], word: &[u8]) -> bool {
    let Some((&first, _)) = word.split_first() else {
        return true;
    };
    let Some(last) = text.len().checked_sub(word.len()) else {
        return false;
    };
    let upper = first.to_ascii_uppercase();
    let mut from = 0;
    while let Some(found) = text.get(from..=last).and_then(|rest| {
        rest.iter()
            .position(|byte| *byte == first || *byte == upper)
    }) {
        let at = from + found;
        if begins(&text[at..], word) {
            return true;
        }
        from = at + 1;
    }
    false
}

fn begins_a_word(text: &[u8], word: &[u8]) -> bool {
    let starts = |at: usize| {
        at.checked_sub(1)
            .and_then(|before| text.get(before))
            .is_none_or(|byte| byte.is_ascii() && !byte.is_ascii_alphanumeric())
    };
    (0..text.len()).any(|at| starts(at) && begins(&text[at..], word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn rank(typed: &str, title: &str, around: &[&str]) -> Option<Rank> {
        Needle::new(typed)?.rank(title, || around.iter().copied())
    }

    #[test]
    fn a_title_ranks_by_where_the_words_stand_in_it() {
        let title = "Design review, ingest";
        assert_eq!(rank("design rev", title, &[]), Some(Rank::Begins));
        assert_eq!(rank("ingest", title, &[]), Some(Rank::Words));
        assert_eq!(rank("review design", title, &[]), Some(Rank::Words));
        assert_eq!(rank("gest", title, &[]), Some(Rank::Title));
        assert_eq!(
            rank("rust", title, &["Room 3", "in Rust"]),
            Some(Rank::Around)
        );
        assert_eq!(rank("design rust", title, &["in Rust"]), Some(Rank::Around));
        assert_eq!(rank("design go", title, &["in Rust"]), None);
        assert!(Rank::Begins < Rank::Words && Rank::Title < Rank::Around);
    }

    #[test]
    fn accents_and_capitals_make_no_difference_on_either_side() {
        for (typed, title) in [
            ("ubung", "Übung"),
            ("ÜBUNG", "ubung"),
            ("strasse", "Große Straße"),
            ("zoe", "mit Zoë"),
            ("lodz", "Łódź"),
            ("план", "ПЛАН на неделю"),
            ("café", "Cafe\u{301} am Markt"),
        ] {
            assert!(rank(typed, title, &[]).is_some(), "{typed} in {title}");
        }
        assert_eq!(rank("план", "plan", &[]), None);
    }

    #[test]
    fn nothing_typed_looks_for_nothing() {
        assert_eq!(Needle::new(" \u{a0}\t"), None);
        assert_eq!(rank("", "Anything", &[]), None);
    }

    #[test]
    fn the_texts_around_are_not_asked_for_when_the_title_does() {
        let needle = Needle::new("design").unwrap();
        let never = || -> [&str; 0] { panic!("asked") };
        assert_eq!(needle.rank("Design", never), Some(Rank::Begins));
    }

    proptest! {
        #[test]
        fn any_piece_of_a_text_is_found_in_it(text in "\\PC{0,40}", from in 0usize..40, length in 1usize..10) {
            let piece: String = text.chars().skip(from).take(length).collect();
            // A mark that stood on the letter before is none of the piece's letters.
            prop_assume!(!piece.chars().next().is_some_and(is_combining_mark));
            if Needle::new(&piece).is_some() {
                prop_assert!(rank(&piece, &text, &[]).is_some(), "{piece:?} in {text:?}");
                prop_assert!(rank(&piece, "", &[&text]).is_some());
            }
        }

        #[test]
        fn folding_twice_changes_nothing(text in "\\PC{0,40}") {
            let once = folded(&text);
            prop_assert_eq!(folded(&once), once);
        }
    }
}
