//! Content lines: name, parameters and value. The value is never handed to the parser, because it
//! would change it; it is attached word for word.

use ical::PropertyParser;
use ical::property::Property;
use std::collections::HashMap;
use std::rc::Rc;

/// A header longer than this is not taken apart.
const LONGEST_HEADER: usize = 64 * 1024;

/// The parser looks through the rest of a header for every parameter, so the product of length and
/// separators bounds its work.
const MOST_HEADER_WORK: usize = 1 << 20;

/// A content line.
pub(super) struct Line<'a> {
    /// Line of the file, counted from 1.
    pub(super) number: u32,
    pub(super) header: Rc<Header>,
    /// The value as it stands in the file.
    pub(super) value: &'a str,
}

/// Name and parameters of a content line.
#[derive(Debug)]
pub(super) struct Header {
    /// In upper case.
    pub(super) name: String,
    params: Vec<(String, Vec<String>)>,
}

impl Header {
    /// The first value of a parameter, decoded.
    pub(super) fn param(&self, name: &str) -> Option<&str> {
        self.params
            .iter()
            .find(|(key, _)| key == name)
            .and_then(|(_, values)| values.first())
            .map(String::as_str)
    }
}

/// The headers of one file. The same few stand on thousands of lines, so each is parsed once.
#[derive(Default)]
pub(super) struct Headers<'a> {
    known: HashMap<&'a str, Rc<Header>>,
}

impl<'a> Headers<'a> {
    /// Takes a logical line apart; `None` when it is no content line.
    pub(super) fn line(&mut self, number: u32, text: &'a str) -> Option<Line<'a>> {
        let colon = value_colon(text)?;
        let (header, value) = (&text[..colon], &text[colon + 1..]);
        let header = match self.known.get(header) {
            Some(known) => known.clone(),
            None => {
                let parsed = Rc::new(parse(header)?);
                self.known.insert(header, parsed.clone());
                parsed
            }
        };
        Some(Line {
            number,
            header,
            value,
        })
    }
}

/// Where the header ends: the first colon outside quotes, or, when a quote is never closed, the
/// first colon at all.
fn value_colon(text: &str) -> Option<usize> {
    let mut quoted = false;
    for (index, byte) in text.bytes().enumerate() {
        match byte {
            b'"' => quoted = !quoted,
            b':' if !quoted => return Some(index),
            _ => {}
        }
    }
    text.find(':')
}

/// Takes a header apart. Where the parser cannot, the name alone is kept and the parameters are not
/// looked at; the line itself stays word for word in the component.
fn parse(header: &str) -> Option<Header> {
    let property = property(header).unwrap_or_else(|| Property {
        name: header.split(';').next().unwrap_or_default().to_string(),
        ..Property::default()
    });
    let name = property.name.trim().to_ascii_uppercase();
    let plausible = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '/');
    if name.is_empty() || !name.chars().all(plausible) {
        return None;
    }
    let params = property
        .params
        .into_iter()
        .flatten()
        .map(|(key, values)| (key, values.iter().map(|value| decoded(value)).collect()))
        .collect();
    Some(Header { name, params })
}

fn property(header: &str) -> Option<Property> {
    let separators = header
        .bytes()
        .filter(|byte| matches!(byte, b';' | b',' | b'='))
        .count();
    if LONGEST_HEADER < header.len() || MOST_HEADER_WORK < header.len() * separators {
        return None;
    }
    // The parser takes a line without its value; what it gives back for the value shows whether it
    // understood the parameters.
    let line = format!("{header}:_");
    let parsed = PropertyParser::from_reader(line.as_bytes()).next()?.ok()?;
    (parsed.value.as_deref() == Some("_")).then_some(parsed)
}

/// RFC 6868: `^n`, `^'` and `^^` in parameter values.
fn decoded(value: &str) -> String {
    if !value.contains('^') {
        return value.to_string();
    }
    let mut out = String::with_capacity(value.len());
    let mut rest = value.chars().peekable();
    while let Some(character) = rest.next() {
        let meant = match (character, rest.peek()) {
            ('^', Some('n')) => '\n',
            ('^', Some('\'')) => '"',
            ('^', Some('^')) => '^',
            (plain, _) => {
                out.push(plain);
                continue;
            }
        };
        rest.next();
        out.push(meant);
    }
    out
}
