//! From bytes to logical lines: byte order mark, line ends, folds and encoding. What a line means is
//! not decided here.

use super::problem::Problems;
use std::ops::Range;

/// The longest logical line that is kept, in bytes.
const LONGEST_LINE: usize = 1_000_000;

/// A calendar file as one text, its logical lines joined by `\n`.
pub(super) struct Text {
    text: String,
    lines: Vec<Place>,
}

/// Where a logical line is.
#[derive(Clone, Copy)]
pub(super) struct Place {
    // Four bytes each: a file of empty lines has millions of them.
    start: u32,
    end: u32,
    /// Line of the file it starts on, counted from 1.
    pub(super) number: u32,
    /// Whether its bytes were no UTF-8 and were taken for Latin-1.
    pub(super) latin: bool,
}

impl Place {
    fn range(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

impl Text {
    /// Splits a file into logical lines. Folds are undone before the bytes become characters,
    /// because some programs fold in the middle of one.
    pub(super) fn new(bytes: &[u8], problems: &mut Problems) -> Text {
        let wide = from_utf16(bytes);
        let bytes = wide.as_deref().unwrap_or(bytes);
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        let (joined, lines) = unfolded(bytes, problems);
        decoded(joined, lines)
    }

    pub(super) fn lines(&self) -> &[Place] {
        &self.lines
    }

    pub(super) fn line(&self, index: usize) -> &str {
        let place = &self.lines[index];
        &self.text[place.range()]
    }

    /// The lines from `first` to `last`, both included, joined by `\n`.
    pub(super) fn lines_between(&self, first: usize, last: usize) -> &str {
        &self.text[self.lines[first].range().start..self.lines[last].range().end]
    }
}

fn unfolded(bytes: &[u8], problems: &mut Problems) -> (Vec<u8>, Vec<Place>) {
    let mut joined: Vec<u8> = Vec::with_capacity(bytes.len());
    let mut lines: Vec<Place> = Vec::with_capacity(bytes.len() / 24);
    let mut too_long = false;
    let mut rest = bytes;
    let mut number = 0;
    while !rest.is_empty() {
        number += 1;
        let end = line_end(rest);
        let (line, after) = rest.split_at(end);
        rest = match after {
            [b'\r', b'\n', after @ ..] | [_, after @ ..] => after,
            [] => after,
        };
        match (line, lines.last_mut()) {
            ([], _) => {}
            ([b' ' | b'\t', folded @ ..], Some(last)) => {
                if too_long || LONGEST_LINE < last.range().len() + folded.len() {
                    too_long = true;
                    continue;
                }
                joined.extend_from_slice(folded);
                last.end = joined.len() as u32;
            }
            (line, _) => {
                drop_long(&mut too_long, &mut joined, &mut lines, problems);
                too_long = LONGEST_LINE < line.len();
                joined.extend((!lines.is_empty()).then_some(b'\n'));
                let start = joined.len() as u32;
                joined.extend_from_slice(if too_long { b"" } else { line });
                lines.push(Place {
                    start,
                    end: joined.len() as u32,
                    number,
                    latin: false,
                });
            }
        }
    }
    drop_long(&mut too_long, &mut joined, &mut lines, problems);
    (joined, lines)
}

/// Takes back the line that turned out to be too long.
fn drop_long(
    too_long: &mut bool,
    joined: &mut Vec<u8>,
    lines: &mut Vec<Place>,
    problems: &mut Problems,
) {
    if std::mem::take(too_long)
        && let Some(place) = lines.pop()
    {
        joined.truncate(place.range().start.saturating_sub(1));
        problems.add(
            place.number,
            "A line is longer than one million bytes and was left out.",
        );
    }
}

fn line_end(bytes: &[u8]) -> usize {
    bytes
        .iter()
        .position(|byte| matches!(byte, b'\n' | b'\r'))
        .unwrap_or(bytes.len())
}

fn decoded(joined: Vec<u8>, mut lines: Vec<Place>) -> Text {
    let joined = match String::from_utf8(joined) {
        Ok(text) => return Text { text, lines },
        Err(error) => error.into_bytes(),
    };
    let mut text = String::with_capacity(joined.len() + joined.len() / 8);
    for place in &mut lines {
        let bytes = &joined[place.range()];
        if !text.is_empty() {
            text.push('\n');
        }
        place.start = text.len() as u32;
        match std::str::from_utf8(bytes) {
            Ok(line) => text.push_str(line),
            Err(_) => {
                place.latin = true;
                text.extend(bytes.iter().map(|byte| char::from(*byte)));
            }
        }
        place.end = text.len() as u32;
    }
    Text { text, lines }
}

/// UTF-16 with a byte order mark, as some desktop programs save it.
fn from_utf16(bytes: &[u8]) -> Option<Vec<u8>> {
    let (unit, rest): (fn([u8; 2]) -> u16, _) = match bytes {
        [0xFF, 0xFE, rest @ ..] => (u16::from_le_bytes, rest),
        [0xFE, 0xFF, rest @ ..] => (u16::from_be_bytes, rest),
        _ => return None,
    };
    let units = rest.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    let text: String = char::decode_utf16(units)
        .map(|character| character.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect();
    Some(text.into_bytes())
}
