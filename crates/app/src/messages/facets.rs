//! What may be said of blocks: words to choose from, and changes to several at once.

use evenkeel_core::category::Category;
use evenkeel_core::facets::{Horizon, Remind};
use serde::{Deserialize, Deserializer, Serialize};

/// Words to choose from when something is said of a block.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Vocabulary {
    /// What may be done in a block, by category.
    pub activities: Vec<ActivityChoice>,
    /// Tags: those the program knows, then one's own.
    pub tags: Vec<String>,
    /// Goals that were named before, the one named last first.
    pub goals: Vec<String>,
}

/// Something that may be done in a block.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct ActivityChoice {
    /// Its name in facets.
    pub name: String,
    /// On screen.
    pub label: String,
    /// The category it belongs to.
    pub category: Category,
    /// The lead share a block with it begins with.
    pub lead: Option<u8>,
}

/// Changed facets of blocks; what is absent stays as each block has it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(default)]
pub struct FacetPatch {
    /// Percent about why and where; null for unsaid.
    #[serde(deserialize_with = "said", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "ts", ts(type = "number | null", optional))]
    pub lead: Option<Option<u8>>,
    /// Name of an activity; null for unsaid.
    #[serde(deserialize_with = "said", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "ts", ts(type = "string | null", optional))]
    pub activity: Option<Option<String>>,
    /// How far ahead it looks; null for unsaid.
    #[serde(deserialize_with = "said", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "ts",
        ts(type = "import(\"./Horizon\").Horizon | null", optional)
    )]
    pub horizon: Option<Option<Horizon>>,
    /// Whether it is a meeting.
    pub meeting: Option<bool>,
    /// Whether somebody else could do it.
    pub delegable: Option<bool>,
    /// Whether it may only be moved or deleted with a reason.
    pub protected: Option<bool>,
    /// Whether it is room kept for what comes up.
    pub contingency: Option<bool>,
    /// Whether edits of other blocks must leave it where it is.
    pub locked: Option<bool>,
    /// When to remind before it; null: as its category has it.
    #[serde(deserialize_with = "said", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "ts",
        ts(type = "import(\"./Remind\").Remind | null", optional)
    )]
    pub remind: Option<Option<Remind>>,
    /// Tags that come.
    pub add_tags: Option<Vec<String>>,
    /// Tags that go.
    pub remove_tags: Option<Vec<String>>,
}

/// Tells null from absent.
fn said<'de, T, D>(deserializer: D) -> Result<Option<Option<T>>, D::Error>
where
    T: Deserialize<'de>,
    D: Deserializer<'de>,
{
    Option::deserialize(deserializer).map(Some)
}
