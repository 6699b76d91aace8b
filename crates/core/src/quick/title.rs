//! What is left of a line when its parts are taken away.

use super::candidate::Candidate;
use super::tokens::Token;

/// What no part took. Stops that only separated it from a part go with the part.
pub(super) fn title(line: &str, tokens: &[Token<'_>], parts: &[Candidate]) -> String {
    let taken = |at: usize| {
        parts
            .iter()
            .any(|part| (part.from..part.until).contains(&at))
    };
    if parts.is_empty() && tokens.iter().all(|token| !token.quoted) {
        return line.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    let mut title = String::new();
    for (at, token) in tokens.iter().enumerate() {
        if taken(at) {
            continue;
        }
        let mut text = match (token.quoted, token.sign) {
            (true, Some(_)) => &line[token.span.clone()],
            _ => token.text,
        };
        let separates = text
            .chars()
            .all(|c| matches!(c, ',' | ';' | ':' | '-' | '–' | '—' | '|'));
        if !token.quoted && separates && (0 < at && taken(at - 1) || taken(at + 1)) {
            continue;
        }
        if !token.quoted && taken(at + 1) && (at + 1 < tokens.len()) {
            text = text.trim_end_matches([',', ';', ':']);
        }
        let apart = !token.glued || taken(at.saturating_sub(1));
        if apart && !title.is_empty() {
            title.push(' ');
        }
        title.push_str(text);
    }
    title
}
