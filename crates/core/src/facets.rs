//! What may be said of a block beyond its category. Nothing here is a category of its own, and
//! nothing here decides where a block is placed, except that protected and locked ones stay.

use crate::category::Category;
use serde::{Deserialize, Serialize};

/// How far ahead the work of a block looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum Horizon {
    /// This week.
    Week,
    /// This quarter.
    Quarter,
    /// This year.
    Year,
    /// Three years and more.
    ThreeYears,
}

/// Optional facts on a block.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(default)]
pub struct Facets {
    /// How much of it is about why and where rather than how and when: 0–100, unset for unsaid.
    pub lead: Option<u8>,
    /// What is done in it: the name of one of [`ACTIVITIES`].
    pub activity: Option<String>,
    /// How far ahead it looks.
    pub horizon: Option<Horizon>,
    /// Whether it is a meeting.
    pub meeting: bool,
    /// Whether somebody else could do it.
    pub delegable: bool,
    /// Whether it may only be moved or deleted with a reason.
    pub protected: bool,
    /// Whether it is room kept for what comes up.
    pub contingency: bool,
    /// Further marks, lower case: those of [`TAGS`] and one's own.
    pub tags: Vec<String>,
    /// When to remind before it; unset: as its category has it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "ts", ts(optional = nullable))]
    pub remind: Option<Remind>,
}

/// When to remind before one block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum Remind {
    /// Not at all.
    Never,
    /// So many minutes before it starts.
    Before(u16),
}

impl Facets {
    /// Whether nothing is said.
    pub fn is_plain(&self) -> bool {
        *self == Facets::default()
    }
}

/// Which side of leading work an item of a checklist serves. Both have the same weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// How and when it gets done.
    HowWhen,
    /// Why it is done and where it leads.
    WhyWhere,
}

/// One thing to see to in a block.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct CheckItem {
    /// Which column it stands in.
    pub side: Side,
    /// What it says.
    pub text: String,
    /// Whether it was seen to.
    pub done: bool,
}

/// Something that may be done in a block, and the lead share to begin with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Activity {
    /// The name it is stored by.
    pub name: &'static str,
    /// What it is called on screen.
    pub label: &'static str,
    /// The category it belongs to.
    pub category: Category,
    /// The lead share a block with it begins with.
    pub lead: Option<u8>,
}

const fn activity(
    name: &'static str,
    label: &'static str,
    category: Category,
    lead: Option<u8>,
) -> Activity {
    Activity {
        name,
        label,
        category,
        lead,
    }
}

/// What may be done in a block, by category.
pub const ACTIVITIES: [Activity; 20] = {
    use Category::{Growth, Management, Technical};
    [
        activity("building", "Building", Technical, None),
        activity("reviewing", "Reviewing work", Technical, None),
        activity("designing", "Designing", Technical, None),
        activity("planning", "Planning", Management, Some(15)),
        activity("organizing", "Organising", Management, Some(15)),
        activity("staffing", "Hiring and staffing", Management, Some(20)),
        activity("directing", "Agreeing who does what", Management, Some(20)),
        activity("controlling", "Following progress", Management, Some(10)),
        activity("direction", "Setting direction", Management, Some(80)),
        activity(
            "alignment",
            "Bringing people together",
            Management,
            Some(80),
        ),
        activity("motivation", "Encouraging people", Management, Some(80)),
        activity(
            "uncertainty",
            "Finding a way through change",
            Management,
            Some(80),
        ),
        activity("people", "Developing people", Management, Some(80)),
        activity("workshop", "Workshop", Growth, None),
        activity("conference", "Conference", Growth, None),
        activity("course", "Course", Growth, None),
        activity("reading", "Reading", Growth, None),
        activity("practice", "Practice", Growth, None),
        activity("mentoring", "Mentoring", Growth, None),
        activity("teaching", "Teaching", Growth, None),
    ]
};

/// Tags the program itself knows the meaning of.
pub const TAGS: [&str; 8] = [
    "hobby",
    "exercise",
    "relationship",
    "peer",
    "overhead",
    "process",
    "stretch",
    "hard conversation",
];

/// The longest a tag may be, in characters.
pub const LONGEST_TAG: usize = 60;
/// How many tags a block may carry.
pub const MOST_TAGS: usize = 20;

/// A tag as it is kept: lower case, single spaces, not empty and not too long.
pub fn tag(typed: &str) -> Option<String> {
    let words: Vec<String> = typed.split_whitespace().map(str::to_lowercase).collect();
    let tag = words.join(" ");
    let length = tag.chars().count();
    (0 < length && length <= LONGEST_TAG).then_some(tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_kept_in_one_spelling() {
        assert_eq!(
            tag("  Hard   Conversation "),
            Some("hard conversation".into())
        );
        assert_eq!(tag("   "), None);
        assert_eq!(tag(&"x".repeat(61)), None);
    }

    #[test]
    fn no_two_activities_share_a_name_and_none_leads_by_more_than_a_hundred() {
        for (place, one) in ACTIVITIES.iter().enumerate() {
            assert!(one.lead.is_none_or(|lead| lead <= 100));
            assert!(
                ACTIVITIES[..place]
                    .iter()
                    .all(|other| other.name != one.name)
            );
        }
    }
}
