//! The address of a calendar as a person pastes it. Most of them are secrets: whoever knows the
//! address can read the calendar, so only the host is ever shown.

use crate::problem::Problem;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use std::fmt;
use url::{Host, Url};

/// The longest address that is taken, in bytes.
const LONGEST: usize = 4_096;

/// Where a calendar can be fetched: `https`, or `http` on this computer.
#[derive(Clone, PartialEq, Eq)]
pub struct Address {
    url: Url,
}

/// Why something is not an address a calendar can be fetched from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadAddress {
    /// Nothing was entered.
    Empty,
    /// It holds a space or a line break: several addresses, or a sentence.
    Spaces,
    /// It is longer than an address can be.
    TooLong,
    /// It does not begin with `https://` or `webcal://`.
    NoScheme,
    /// It begins with something else, such as `ftp://`.
    OtherScheme,
    /// It names a file on this computer.
    File,
    /// It begins with `http://`: everybody on the way could read the calendar, and change it.
    NotPrivate,
    /// It cannot be read as an address.
    Malformed,
}

impl Address {
    /// Reads an address. `webcal:` and `webcals:` mean `https:`; `http:` is taken for this computer
    /// alone; a name and a password before the host are kept and sent as such.
    pub fn parse(text: &str) -> Result<Address, BadAddress> {
        let text = text.trim();
        if text.is_empty() {
            return Err(BadAddress::Empty);
        }
        if LONGEST < text.len() {
            return Err(BadAddress::TooLong);
        }
        if text.chars().any(|c| c.is_whitespace() || c.is_control()) {
            return Err(BadAddress::Spaces);
        }
        let (scheme, rest) = text.split_once(':').ok_or(BadAddress::NoScheme)?;
        let scheme = match scheme.to_ascii_lowercase().as_str() {
            "https" | "webcal" | "webcals" => "https",
            "http" => "http",
            "file" => return Err(BadAddress::File),
            // `example.org:8080/x` has a colon and no scheme.
            other if other.contains('.') || !rest.starts_with("//") => {
                return Err(BadAddress::NoScheme);
            }
            _ => return Err(BadAddress::OtherScheme),
        };
        if !rest.starts_with("//") {
            return Err(BadAddress::Malformed);
        }
        let mut url = Url::parse(&format!("{scheme}:{rest}")).map_err(|_| BadAddress::Malformed)?;
        url.set_fragment(None);
        let address = Address { url };
        match address.is_private() {
            true => Ok(address),
            false => Err(BadAddress::NotPrivate),
        }
    }

    /// The host, the only part that may be shown: "calendar.example.org".
    pub fn host(&self) -> &str {
        self.url.host_str().unwrap_or_default()
    }

    /// The whole address, to be kept and fetched again. Nothing else may be done with it.
    pub fn secret(&self) -> &str {
        self.url.as_str()
    }

    /// What the last part of the path calls the calendar: "holidays" of `…/holidays.ics`. Names that
    /// only say that it is a calendar, and those that look like a secret, say nothing.
    pub fn name(&self) -> Option<String> {
        let last = self.url.path_segments()?.next_back()?;
        let name = last.strip_suffix(".ics")?;
        let letters = |c: char| c.is_ascii_alphabetic() || c == '-' || c == '_';
        let says_something = (3..=30).contains(&name.len())
            && name.chars().all(letters)
            && !["basic", "calendar", "feed", "reachcalendar", "ical"].contains(&name);
        says_something.then(|| name.replace(['-', '_'], " "))
    }

    /// Whether it is on this computer, where nothing leaves it.
    pub(crate) fn is_here(&self) -> bool {
        match self.url.host() {
            Some(Host::Domain(name)) => {
                let name = name.trim_end_matches('.');
                name == "localhost" || name.ends_with(".localhost")
            }
            Some(Host::Ipv4(ip)) => ip.is_loopback(),
            Some(Host::Ipv6(ip)) => ip.is_loopback(),
            None => false,
        }
    }

    /// Where an answer sends on to: never from a private connection to an open one. The name and
    /// the password go along within one server only.
    pub(crate) fn sent_on(&self, location: &str) -> Result<Address, Problem> {
        let mut url = self.url.join(location).map_err(|_| Problem::Redirects)?;
        url.set_fragment(None);
        let (name, password) = match url.origin() == self.url.origin() {
            true => (self.url.username(), self.url.password()),
            false => ("", None),
        };
        let named = url.set_username(name).and(url.set_password(password));
        let next = Address { url };
        let stays_private = next.url.scheme() == "https" || self.is_here();
        match (named, next.url.scheme()) {
            (Ok(()), "https" | "http") if next == *self => Err(Problem::Redirects),
            (Ok(()), "https" | "http") if next.is_private() && stays_private => Ok(next),
            (Ok(()), "http") => Err(Problem::SentToOpen),
            _ => Err(Problem::Redirects),
        }
    }

    /// The address without name and password, as it is requested.
    pub(crate) fn requested(&self) -> String {
        let mut url = self.url.clone();
        // Both only fail where there is no host.
        let _ = url.set_username("");
        let _ = url.set_password(None);
        url.into()
    }

    /// The `Authorization` header for the name and the password.
    pub(crate) fn authorization(&self) -> Option<String> {
        if self.url.username().is_empty() && self.url.password().is_none() {
            return None;
        }
        let mut plain = unescaped(self.url.username());
        plain.push(b':');
        plain.extend(unescaped(self.url.password().unwrap_or_default()));
        Some(format!("Basic {}", BASE64_STANDARD.encode(plain)))
    }

    fn is_private(&self) -> bool {
        match self.url.scheme() {
            "https" => !self.host().is_empty(),
            "http" => self.is_here(),
            _ => false,
        }
    }
}

/// Shows the host alone.
impl fmt::Debug for Address {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Address({}://{}/…)", self.url.scheme(), self.host())
    }
}

fn unescaped(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let escaped = match rest {
            [b'%', high, low, ..] => hex(*high).zip(hex(*low)),
            _ => None,
        };
        (rest, _) = match escaped {
            Some((high, low)) => (&rest[3..], bytes.push(high << 4 | low)),
            None => (after, bytes.push(*first)),
        };
    }
    bytes
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).map(|digit| digit as u8)
}

#[cfg(test)]
mod tests;
