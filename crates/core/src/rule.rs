//! Rules a person can see and change that give imported events a category.

use crate::category::Category;
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
