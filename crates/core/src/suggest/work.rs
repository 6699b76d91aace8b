//! The three kinds of work a plan deals in, and values kept for each. Personal time is no work: a
//! plan only sees that it is not free.

use crate::category::Category;

/// A kind of work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Work {
    /// Building.
    Technical,
    /// Leading and managing.
    Management,
    /// One's own growth.
    Growth,
}

/// One value for each kind of work, in the order of [`Work::ALL`].
pub type PerWork<T> = [T; 3];

impl Work {
    /// All kinds, in the order they are shown.
    pub const ALL: PerWork<Work> = [Work::Technical, Work::Management, Work::Growth];

    /// Its letter in a plan.
    pub fn letter(self) -> char {
        match self {
            Work::Technical => 'T',
            Work::Management => 'M',
            Work::Growth => 'G',
        }
    }

    /// Reads what [`Work::letter`] wrote.
    pub fn from_letter(letter: char) -> Option<Work> {
        Work::ALL.into_iter().find(|work| work.letter() == letter)
    }

    /// Its category.
    pub fn category(self) -> Category {
        match self {
            Work::Technical => Category::Technical,
            Work::Management => Category::Management,
            Work::Growth => Category::Growth,
        }
    }

    /// The kind of work a category is; `None` for personal time.
    pub fn of(category: Category) -> Option<Work> {
        Work::ALL
            .into_iter()
            .find(|work| work.category() == category)
    }

    /// Its place in a [`PerWork`].
    pub(super) fn index(self) -> usize {
        self as usize
    }
}
