//! The one address of an event that may be offered to open: its own, or that of an online meeting.
//! Nothing is opened here.

const LONGEST: usize = 2_000;

/// Hosts of online meetings; a name stands for its subdomains as well.
const MEETINGS: &[&str] = &[
    "teams.microsoft.com",
    "teams.live.com",
    "meet.google.com",
    "zoom.us",
    "zoomgov.com",
    "webex.com",
];

/// What an address from a file is good for.
pub(super) enum Address {
    /// `https:` or `mailto:`.
    Good(String),
    /// `http:`, or no address at all: left alone without a word.
    Plain,
    /// Anything else; could run code or open a program.
    Refused,
}

/// Judges the value of a URL property.
pub(super) fn address(value: &str) -> Address {
    let value = value.trim();
    let Some((scheme, rest)) = value.split_once(':') else {
        return Address::Plain;
    };
    let clean = |c: char| !c.is_whitespace() && !c.is_control() && !"<>\"`".contains(c);
    let fit = value.len() <= LONGEST && value.chars().all(clean);
    match scheme.to_ascii_lowercase().as_str() {
        "https" if fit && rest.starts_with("//") && 2 < rest.len() => Address::Good(plain(value)),
        "mailto" if fit && rest.contains('@') => Address::Good(plain(value)),
        "http" => Address::Plain,
        _ => Address::Refused,
    }
}

/// The address of an online meeting in free text. Every character is passed once.
pub(super) fn meeting(text: &str) -> Option<String> {
    let ends = |c: char| c.is_whitespace() || c.is_control() || "<>\"'`()[]{}|\\".contains(c);
    let mut rest = text;
    while let Some(start) = find_scheme(rest) {
        rest = &rest[start..];
        let (found, after) = rest.split_at(rest.find(ends).unwrap_or(rest.len()));
        if let Some(link) = at_meeting(found.trim_end_matches(['.', ',', ';', ':', '!', '?'])) {
            return Some(link);
        }
        rest = after;
    }
    None
}

const SCHEME: &str = "https://";

fn find_scheme(text: &str) -> Option<usize> {
    text.as_bytes()
        .windows(SCHEME.len())
        .position(|window| window.eq_ignore_ascii_case(SCHEME.as_bytes()))
}

fn at_meeting(found: &str) -> Option<String> {
    if LONGEST < found.len() {
        return None;
    }
    let after = found.get(SCHEME.len()..)?.to_ascii_lowercase();
    let host = after.split(['/', '?', '#', ':']).next()?;
    let known = MEETINGS.iter().any(|meeting| {
        host.strip_suffix(meeting)
            .is_some_and(|sub| sub.is_empty() || sub.ends_with('.'))
    });
    match known.then(|| address(found))? {
        Address::Good(found) => Some(found.replace("&amp;", "&")),
        Address::Plain | Address::Refused => None,
    }
}

/// Some programs escape an address as if it were text; a backslash has no place in one.
fn plain(address: &str) -> String {
    address.replace("\\,", ",").replace("\\;", ";")
}
