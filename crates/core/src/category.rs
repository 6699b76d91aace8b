//! The four categories that every stretch of time belongs to.

use serde::{Deserialize, Serialize};

/// What kind of time a block or event is. The first three together are *work*.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum Category {
    /// Building: code, design, reviews.
    Technical,
    /// Leading and managing: meetings, people, planning.
    Management,
    /// One's own growth: courses, reading, mentors.
    Growth,
    /// Everything that is not work. Takes no part in the balance.
    Personal,
}

impl Category {
    /// The work categories in the order they are shown.
    pub const WORK: [Category; 3] = [Category::Technical, Category::Management, Category::Growth];
    /// All categories in the order they are shown.
    pub const ALL: [Category; 4] = [
        Category::Technical,
        Category::Management,
        Category::Growth,
        Category::Personal,
    ];

    /// The lower-case name used in files, in the database and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Category::Technical => "technical",
            Category::Management => "management",
            Category::Growth => "growth",
            Category::Personal => "personal",
        }
    }

    /// Reads what [`Category::name`] wrote, in any letter case.
    pub fn from_name(name: &str) -> Option<Category> {
        Category::ALL
            .into_iter()
            .find(|category| category.name().eq_ignore_ascii_case(name.trim()))
    }

    /// Whether time of this category counts as work.
    pub fn is_work(self) -> bool {
        self != Category::Personal
    }
}
