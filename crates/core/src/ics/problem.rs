//! What was wrong with a file, in words for the person who imports it. Nothing here decides what is
//! done about it.

use serde::Serialize;

/// How many problems of one file are listed.
const MOST_LISTED: usize = 1_000;

/// One thing in a calendar file that could not be taken as it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// Line of the file, counted from 1.
    pub line: u32,
    /// One sentence: what was found and what became of it.
    pub what: String,
}

/// The problems found so far.
#[derive(Default)]
pub(super) struct Problems {
    found: Vec<Problem>,
}

impl Problems {
    pub(super) fn add(&mut self, line: u32, what: impl Into<String>) {
        match self.found.len() {
            MOST_LISTED.. => {}
            listed => {
                let what = if listed + 1 == MOST_LISTED {
                    "There are more problems than are listed here.".into()
                } else {
                    what.into()
                };
                self.found.push(Problem { line, what });
            }
        }
    }

    /// Whether further problems would not be listed anyway.
    pub(super) fn full(&self) -> bool {
        MOST_LISTED <= self.found.len()
    }

    /// All of them, by line.
    pub(super) fn sorted(mut self) -> Vec<Problem> {
        self.found.sort_by_key(|problem| problem.line);
        self.found
    }
}

/// Foreign text inside a sentence: one line, at most 60 characters.
pub(super) fn quoted(text: &str) -> String {
    let mut out = String::from("“");
    for (index, character) in text.trim().chars().enumerate() {
        if index == 60 {
            out.push('…');
            break;
        }
        out.push(if character.is_control() {
            ' '
        } else {
            character
        });
    }
    out.push('”');
    out
}
