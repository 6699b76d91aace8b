//! The names templates go by outside the core: one's own by number, those that come along by word.

use super::TemplateId;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// Names a template: `t3` for one's own, `weekly-practice` for one that comes with the program.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export, as = "String"))]
pub enum TemplateKey {
    /// One's own.
    Own(TemplateId),
    /// One that comes along, by the word in [`super::shipped`].
    Shipped(String),
}

impl fmt::Display for TemplateKey {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            TemplateKey::Own(id) => write!(out, "t{}", id.0),
            TemplateKey::Shipped(word) => out.write_str(word),
        }
    }
}

/// Text that names no template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoTemplate;

impl fmt::Display for NoTemplate {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("this names no template")
    }
}

impl FromStr for TemplateKey {
    type Err = NoTemplate;

    fn from_str(text: &str) -> Result<TemplateKey, NoTemplate> {
        let number = text.strip_prefix('t').and_then(|rest| rest.parse().ok());
        let word = |letter: char| letter.is_ascii_lowercase() || letter == '-';
        match number {
            Some(id) => Ok(TemplateKey::Own(TemplateId(id))),
            None if !text.is_empty() && text.chars().all(word) => {
                Ok(TemplateKey::Shipped(text.into()))
            }
            None => Err(NoTemplate),
        }
    }
}

impl Serialize for TemplateKey {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for TemplateKey {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<TemplateKey, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_read_as_it_was_written_and_nothing_else_is() {
        for text in ["t3", "weekly-practice", "team-update", "t"] {
            let key: TemplateKey = text.parse().unwrap();
            assert_eq!(key.to_string(), text);
        }
        assert_eq!("t3".parse(), Ok(TemplateKey::Own(TemplateId(3))));
        for text in ["", "T3", "t-3", "3", "weekly practice", "t4294967296"] {
            assert_eq!(text.parse::<TemplateKey>(), Err(NoTemplate), "{text}");
        }
    }
}
