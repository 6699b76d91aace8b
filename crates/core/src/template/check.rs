//! Which templates may be kept, and why not.

/// The longest a template's name may be, in characters.
pub const LONGEST_NAME: usize = 80;
/// How many blocks a template may hold.
pub const MOST_PIECES: usize = 500;
/// How many templates of one's own may be kept.
pub const MOST_TEMPLATES: usize = 200;

/// Why a template is not kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TemplateRefusal {
    /// It has no name.
    NoName,
    /// Its name is too long.
    NameTooLong {
        /// How many characters it has.
        characters: usize,
    },
    /// Another one is called the same.
    NameTaken {
        /// What that one is called.
        name: String,
    },
    /// Nothing of one's own stands where it would be taken from.
    Empty,
    /// It would hold more than [`MOST_PIECES`].
    TooManyPieces {
        /// How many it would hold.
        pieces: usize,
    },
    /// There are [`MOST_TEMPLATES`] already.
    TooMany,
}

/// A name as it is kept: single spaces, not empty, not too long, and not that of another template
/// in whatever letter case.
pub fn named<'a>(
    typed: &str,
    taken: impl IntoIterator<Item = &'a str>,
) -> Result<String, TemplateRefusal> {
    let words: Vec<&str> = typed.split_whitespace().collect();
    let name = words.join(" ");
    let characters = name.chars().count();
    if characters == 0 {
        return Err(TemplateRefusal::NoName);
    }
    if LONGEST_NAME < characters {
        return Err(TemplateRefusal::NameTooLong { characters });
    }
    let lower = name.to_lowercase();
    match taken.into_iter().find(|one| one.to_lowercase() == lower) {
        Some(one) => Err(TemplateRefusal::NameTaken { name: one.into() }),
        None => Ok(name),
    }
}
