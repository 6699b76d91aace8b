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

/// The address of an online meeting in free text.
pub(super) fn meeting(text: &str) -> Option<String> {
    // Lower-casing ASCII keeps every position.
    let lower = text.to_ascii_lowercase();
    lower.match_indices("https://").find_map(|(start, scheme)| {
        let ends = |c: char| c.is_whitespace() || c.is_control() || "<>\"'`()[]{}|\\".contains(c);
        let rest = &text[start..];
        let end = rest.find(ends).unwrap_or(rest.len());
        let found = rest[..end].trim_end_matches(['.', ',', ';', ':', '!', '?']);
        let after = found.get(scheme.len()..)?.to_ascii_lowercase();
        let host = after.split(['/', '?', '#', ':']).next()?;
        let known = MEETINGS.iter().any(|meeting| {
            host.strip_suffix(meeting)
                .is_some_and(|sub| sub.is_empty() || sub.ends_with('.'))
        });
        match known.then(|| address(found))? {
            Address::Good(found) => Some(found.replace("&amp;", "&")),
            Address::Plain | Address::Refused => None,
        }
    })
}

/// Some programs escape an address as if it were text; a backslash has no place in one.
fn plain(address: &str) -> String {
    address.replace("\\,", ",").replace("\\;", ";")
}
