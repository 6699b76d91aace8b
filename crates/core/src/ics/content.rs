//! Writing content lines: parameters quoted and encoded, lines folded. What stands in them is
//! decided elsewhere; a value is taken as it is, already escaped where its type asks for it.

use ical::property::Property;

/// The longest physical line, in bytes, without its line end.
const LONGEST: usize = 75;

/// A property without parameters.
pub(super) fn plain(name: &str, value: impl Into<String>) -> Property {
    Property {
        name: name.to_string(),
        params: None,
        value: Some(value.into()),
    }
}

/// A property with one parameter.
pub(super) fn with(name: &str, param: (&str, &str), value: impl Into<String>) -> Property {
    let (key, meaning) = param;
    Property {
        params: Some(vec![(key.to_string(), vec![meaning.to_string()])]),
        ..plain(name, value)
    }
}

/// Appends a property, folded.
pub(super) fn push(out: &mut String, property: &Property) {
    let mut line = property.name.clone();
    for (key, values) in property.params.iter().flatten() {
        line.push(';');
        line.push_str(key);
        for (index, value) in values.iter().enumerate() {
            line.push(if index == 0 { '=' } else { ',' });
            push_param(&mut line, value);
        }
        if values.is_empty() {
            line.push('=');
        }
    }
    line.push(':');
    line.push_str(property.value.as_deref().unwrap_or_default());
    push_line(out, &line);
}

/// Appends a line, folded at 75 bytes between characters, with CRLF at the end. It is not folded
/// right after a space where that can be helped: some readers lose the space.
pub(super) fn push_line(out: &mut String, line: &str) {
    let mut rest = line;
    let mut room = LONGEST;
    while room < rest.len() {
        let most = (1..=room).rev().find(|at| rest.is_char_boundary(*at));
        let (Some(most), bytes) = (most, rest.as_bytes()) else {
            break;
        };
        let fold = (1..=most)
            .rev()
            .find(|at| rest.is_char_boundary(*at) && !matches!(bytes[at - 1], b' ' | b'\t'))
            .unwrap_or(most);
        out.push_str(&rest[..fold]);
        out.push_str("\r\n ");
        rest = &rest[fold..];
        room = LONGEST - 1;
    }
    out.push_str(rest);
    out.push_str("\r\n");
}

/// A parameter value, encoded as RFC 6868 asks and quoted where it has to be.
fn push_param(line: &mut String, value: &str) {
    let quoted = value.contains([':', ';', ',']);
    if quoted {
        line.push('"');
    }
    let mut characters = value.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '^' => line.push_str("^^"),
            '"' => line.push_str("^'"),
            '\r' => {
                characters.next_if_eq(&'\n');
                line.push_str("^n");
            }
            '\n' => line.push_str("^n"),
            other => line.push(other),
        }
    }
    if quoted {
        line.push('"');
    }
}
