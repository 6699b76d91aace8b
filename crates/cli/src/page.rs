//! Where answers are printed: as JSON when it was asked for, else as text that cannot play tricks
//! on a terminal.

use crate::failure::Failure;
use evenkeel_app::messages::Outcome;
use serde::Serialize;
use std::borrow::Cow;
use std::fmt::Display;
use std::io::Write;

/// The output of one command.
pub(crate) struct Page<'w> {
    out: &'w mut dyn Write,
    json: bool,
}

impl<'w> Page<'w> {
    pub(crate) fn new(out: &'w mut dyn Write, json: bool) -> Page<'w> {
        Page { out, json }
    }

    /// Prints a value as JSON, if JSON was asked for; says whether it was.
    pub(crate) fn json(&mut self, value: &impl Serialize) -> Result<bool, Failure> {
        if self.json {
            serde_json::to_writer(&mut *self.out, value)?;
            writeln!(self.out)?;
        }
        Ok(self.json)
    }

    /// Whether JSON was asked for.
    pub(crate) fn is_json(&self) -> bool {
        self.json
    }

    /// Prints one line.
    pub(crate) fn line(&mut self, text: impl Display) -> Result<(), Failure> {
        let text = text.to_string();
        Ok(writeln!(self.out, "{}", plain(&text))?)
    }

    /// Prints what is no text for people, as it is.
    pub(crate) fn raw(&mut self, text: &str) -> Result<(), Failure> {
        Ok(self.out.write_all(text.as_bytes())?)
    }

    /// Prints the sentence that a command has to say; as JSON it is the field `said`.
    pub(crate) fn said(&mut self, said: &str) -> Result<(), Failure> {
        match self.json(&serde_json::json!({ "said": said }))? {
            true => Ok(()),
            false => self.line(said),
        }
    }

    /// Prints what a write did.
    pub(crate) fn outcome(&mut self, outcome: &Outcome) -> Result<(), Failure> {
        if self.json(outcome)? {
            return Ok(());
        }
        match &outcome.focus {
            Some(key) => self.line(format_args!("{key}  {}", outcome.said)),
            None => self.line(&outcome.said),
        }
    }
}

/// Titles come out of files from anywhere: control characters in them do not reach the terminal.
fn plain(text: &str) -> Cow<'_, str> {
    let moves_text = |letter: char| {
        letter.is_control() || matches!(letter, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    if text.contains(moves_text) {
        return text.replace(moves_text, " ").into();
    }
    text.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_cannot_move_the_cursor_or_turn_the_text_around() {
        assert_eq!(plain("Café – 1:1"), "Café – 1:1");
        assert_eq!(plain("a\u{1b}[2Jb\nc\u{202e}d"), "a [2Jb c d");
    }
}
