//! Whole words in any letter case, and in spite of the many hyphens and spaces that calendars write.

/// Lower case, with one kind of hyphen, apostrophe and space, and umlauts as one letter.
pub(super) fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase) {
        match letter {
            '\u{2010}'..='\u{2015}' | '\u{2212}' => plain.push('-'),
            '\u{2018}' | '\u{2019}' => plain.push('\''),
            '\u{a0}' | '\u{202f}' => plain.push(' '),
            '\u{308}' => umlaut(&mut plain),
            _ => plain.push(letter),
        }
    }
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Some calendars write "ö" as an "o" and a combining mark.
fn umlaut(plain: &mut String) {
    match plain.pop() {
        Some('a') => plain.push('ä'),
        Some('o') => plain.push('ö'),
        Some('u') => plain.push('ü'),
        Some(other) => plain.push(other),
        None => {}
    }
}

/// Whether a word or phrase stands in a text that is already plain, with no letter or digit
/// touching the word's own letters or digits: "1:1" stands in "1:1 – Ann", not in "11:15".
pub(super) fn holds(text: &str, word: &str) -> bool {
    let word = plain(word);
    let (Some(first), Some(last)) = (word.chars().next(), word.chars().next_back()) else {
        return false;
    };
    text.match_indices(&word).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + word.len()..].chars().next();
        let joined = |edge: char, next: Option<char>| {
            edge.is_alphanumeric() && next.is_some_and(char::is_alphanumeric)
        };
        !joined(first, before) && !joined(last, after)
    })
}
