//! How well words that someone typed fit a title and the texts around it. Accents and capitals make
//! no difference, and every word must be met somewhere.
//!
//! A search looks at a hundred thousand rows while someone types, so a text of ASCII alone is
//! compared where it lies; any other is folded first.

use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The most words of a search that count; what follows is not looked at.
const MOST_WORDS: usize = u8::BITS as usize;

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

    /// How well a title fits and which words it lacks.
    pub fn title(&self, title: &str) -> Fit {
        let title = folded_unless_ascii(title);
        let title = title.as_ref().as_bytes();
        if begins(title, self.whole.as_bytes()) {
            return Fit::of(Rank::Begins);
        }
        let missed = self.missed_in(title, self.all());
        if missed != 0 {
            return Fit {
                rank: Rank::Around,
                missed,
            };
        }
        let begun = |word: &String| begins_a_word(title, word.as_bytes());
        Fit::of(match self.words.iter().all(begun) {
            true => Rank::Words,
            false => Rank::Title,
        })
    }

    /// The same after a look at a text around the title.
    pub fn around(&self, fit: Fit, text: &str) -> Fit {
        if fit.missed == 0 || text.is_empty() {
            return fit;
        }
        let text = folded_unless_ascii(text);
        Fit {
            missed: self.missed_in(text.as_ref().as_bytes(), fit.missed),
            ..fit
        }
    }

    /// How well a title and the texts around it fit; `None`: not at all.
    pub fn rank(&self, title: &str, around: &[&str]) -> Option<Rank> {
        let look = |fit, text: &&str| self.around(fit, text);
        around.iter().fold(self.title(title), look).rank()
    }

    /// Whether a text holds any of the words.
    pub fn touches(&self, text: &str) -> bool {
        let text = folded_unless_ascii(text);
        self.missed_in(text.as_ref().as_bytes(), self.all()) != self.all()
    }

    /// A bit for each word.
    fn all(&self) -> u8 {
        (0..self.words.len()).fold(0, |all, place| all | 1 << place)
    }

    fn missed_in(&self, text: &[u8], asked: u8) -> u8 {
        let words = self.words.iter().enumerate();
        let met = words
            .filter(|(place, word)| asked & 1 << place != 0 && holds(text, word.as_bytes()))
            .fold(0, |met, (place, _)| met | 1 << place);
        asked & !met
    }
}

/// How far words have been met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fit {
    rank: Rank,
    /// A bit for each word that was not met so far.
    missed: u8,
}

impl Fit {
    fn of(rank: Rank) -> Fit {
        Fit { rank, missed: 0 }
    }

    /// The rank, once every word is met.
    pub fn rank(self) -> Option<Rank> {
        (self.missed == 0).then_some(self.rank)
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

/// Whether a text holds a folded word. Nearly all texts do not, so the text is gone through for the
/// rarest byte of the word alone, a stretch at a time: a loop without a way out in the middle is one
/// that the compiler turns into few instructions.
fn holds(text: &[u8], word: &[u8]) -> bool {
    const STRETCH: usize = 32;
    let Some(offset) = rarest(word) else {
        return true;
    };
    let rare = word[offset];
    // One bit tells small ASCII letters from capital ones.
    let case = if rare.is_ascii_alphabetic() { 0x20 } else { 0 };
    let is_rare = |byte: &u8| byte | case == rare;
    text.chunks(STRETCH).enumerate().any(|(number, stretch)| {
        if !stretch.iter().fold(false, |met, byte| met | is_rare(byte)) {
            return false;
        }
        let stands = |at: usize| {
            at.checked_sub(offset)
                .and_then(|start| text.get(start..))
                .is_some_and(|rest| begins(rest, word))
        };
        let mut places = stretch.iter().enumerate().filter(|(_, byte)| is_rare(byte));
        places.any(|(place, _)| stands(number * STRETCH + place))
    })
}

/// Where the byte of a word stands that is met least often in texts.
fn rarest(word: &[u8]) -> Option<usize> {
    // Letters of English by how common they are; everything else is rarer.
    const COMMON: &[u8] = b"etaoinsrhldcumfpgwybvkxjqz";
    let rarity = |byte: u8| match COMMON.iter().position(|common| *common == byte) {
        Some(place) => place,
        None if byte == b' ' => 0,
        None => COMMON.len(),
    };
    (0..word.len()).max_by_key(|at| rarity(word[*at]))
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
        Needle::new(typed)?.rank(title, around)
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
        fn a_word_is_found_wherever_it_stands_and_only_where_it_does(
            text in "[a-eA-E .é]{0,80}",
            word in "[a-e.é]{1,4}",
        ) {
            let folded_word = folded(&word);
            let expected = folded(&text).contains(&folded_word);
            prop_assert_eq!(holds(folded(&text).as_bytes(), folded_word.as_bytes()), expected);
        }

        #[test]
        fn folding_twice_changes_nothing(text in "\\PC{0,40}") {
            let once = folded(&text);
            prop_assert_eq!(folded(&once), once);
        }
    }
}
