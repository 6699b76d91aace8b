//! A line becomes words: separated by spaces, except inside quotation marks.

use std::ops::Range;

/// One word, or one quotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token<'a> {
    /// Which bytes of the line, marks included.
    pub span: Range<usize>,
    /// What it adds to a title.
    pub text: &'a str,
    /// What it is recognized by: lower case, without the punctuation that ends a phrase.
    pub word: String,
    /// What stands before a quotation: `@` or `#`; `None` for words and plain quotations.
    pub sign: Option<char>,
    /// Whether it stood in quotation marks. A plain quotation is title and nothing else.
    pub quoted: bool,
    /// Whether it begins where the token before it ends, with no space.
    pub glued: bool,
}

pub(super) fn tokens(line: &str) -> Vec<Token<'_>> {
    let mut tokens: Vec<Token<'_>> = Vec::new();
    let mut at = 0;
    while let Some(first) = line[at..].chars().next() {
        if first.is_whitespace() {
            at += first.len_utf8();
            continue;
        }
        let glued = tokens.last().is_some_and(|last| last.span.end == at);
        let token = quotation(line, at).unwrap_or_else(|| word(line, at));
        at = token.span.end;
        tokens.push(Token { glued, ..token });
    }
    tokens
}

fn quotation(line: &str, at: usize) -> Option<Token<'_>> {
    let mut rest = line[at..].chars();
    let first = rest.next()?;
    let (sign, open) = match first {
        '@' | '#' => (Some(first), rest.next()?),
        open => (None, open),
    };
    let closing: &[char] = match open {
        '"' => &['"'],
        '\u{201c}' => &['\u{201d}'],
        '\u{201e}' => &['\u{201c}', '\u{201d}'],
        '\u{ab}' => &['\u{bb}'],
        _ => return None,
    };
    let from = at + sign.map_or(0, char::len_utf8) + open.len_utf8();
    let (length, close) = line[from..]
        .char_indices()
        .find(|(_, letter)| closing.contains(letter))?;
    let text = line[from..from + length].trim();
    (!text.is_empty()).then(|| Token {
        span: at..from + length + close.len_utf8(),
        text,
        word: String::new(),
        sign,
        quoted: true,
        glued: false,
    })
}

fn word(line: &str, at: usize) -> Token<'_> {
    let length = line[at..]
        .find(char::is_whitespace)
        .unwrap_or(line.len() - at);
    let text = &line[at..at + length];
    Token {
        span: at..at + length,
        text,
        word: plain(text),
        sign: None,
        quoted: false,
        glued: false,
    }
}

/// Without the stops that end a phrase; a point stays where it ends a number ("3.12.").
fn plain(text: &str) -> String {
    let text = text.trim_end_matches([',', ';', ':', '!', '?']);
    let bare = text.trim_end_matches('.');
    let text = match bare.chars().next_back() {
        Some(last) if last.is_alphabetic() => bare,
        _ => text,
    };
    text.to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(line: &str) -> Vec<&str> {
        tokens(line).into_iter().map(|token| token.text).collect()
    }

    #[test]
    fn a_quotation_is_one_token_and_an_open_one_is_none() {
        assert_eq!(texts(r#"Read "Tue 9" now"#), ["Read", "Tue 9", "now"]);
        assert_eq!(texts("„Di 9“ «x y» “a b”"), ["Di 9", "x y", "a b"]);
        assert_eq!(texts(r#"5" pipe"#), ["5\"", "pipe"]);
        assert_eq!(texts(r#"an "open end"#), ["an", "\"open", "end"]);
        assert_eq!(texts(r#""" x"#), ["\"\"", "x"]);
    }

    #[test]
    fn the_punctuation_of_a_phrase_is_not_part_of_its_words() {
        let words = |line: &str| -> Vec<String> {
            tokens(line).into_iter().map(|token| token.word).collect()
        };
        assert_eq!(
            words("Tue., 3.12., Dec. 9-10:"),
            ["tue", "3.12.", "dec", "9-10"]
        );
    }
}
