//! Rules a person can see and change that give imported events a category.

mod shipped;
mod words;

pub use shipped::shipped;

use crate::category::Category;
use crate::event::{CategoryBy, Event};
use serde::{Deserialize, Serialize};

/// Names a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(transparent)]
pub struct RuleId(pub u32);

/// Where a rule looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum RuleField {
    /// The title.
    Title,
    /// The organiser's name or address.
    Organizer,
}

/// "An event whose title holds one of these words is technical." The first rule that matches, by
/// position, decides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Rule {
    /// Its identity here.
    pub id: RuleId,
    /// Order among the rules, lowest first.
    pub position: u32,
    /// Where it looks.
    pub field: RuleField,
    /// Words or phrases, any of which matches, in any letter case and only as whole words.
    pub words: Vec<String>,
    /// The category it gives.
    pub category: Category,
}

impl Rule {
    /// Whether one of its words stands in the event's title or organiser.
    pub fn matches(&self, title: &str, organizer: &str) -> bool {
        let text = words::plain(match self.field {
            RuleField::Title => title,
            RuleField::Organizer => organizer,
        });
        self.words.iter().any(|word| words::holds(&text, word))
    }
}

/// The category of an event that nobody chose one for: of the first rule that matches, or else
/// management, as a guess.
pub fn category_of(rules: &[Rule], title: &str, organizer: &str) -> (Category, CategoryBy) {
    let matching = rules.iter().filter(|rule| rule.matches(title, organizer));
    match matching.min_by_key(|rule| (rule.position, rule.id)) {
        Some(rule) => (rule.category, CategoryBy::Rule),
        None => (Category::Management, CategoryBy::Guess),
    }
}

/// Lets the rules decide an event's category, unless the person or the file did. Says whether
/// anything changed.
pub fn categorize(event: &mut Event, rules: &[Rule]) -> bool {
    if matches!(event.category_by, CategoryBy::Hand | CategoryBy::File) {
        return false;
    }
    let decided = category_of(rules, &event.title, &event.organizer);
    let changes = (event.category, event.category_by) != decided;
    (event.category, event.category_by) = decided;
    changes
}

#[cfg(test)]
mod tests;
