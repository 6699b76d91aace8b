//! Suggestions for a week: what is asked for, what is proposed, and what of it is taken.

use super::{Figures, Occurrence};
use chrono::{NaiveDate, NaiveDateTime};
use evenkeel_core::category::Category;
use evenkeel_core::handle::Handle;
use evenkeel_core::proposal::Weights;
use evenkeel_core::task::TaskId;
use serde::{Deserialize, Serialize};

/// What kind of suggestions are asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum SuggestMode {
    /// Fill what is free; blocks stay.
    #[default]
    Fill,
    /// Find other places for blocks that a meeting landed on.
    Repair,
}

/// A question for suggestions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct SuggestRequest {
    /// A day of the week.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub week: NaiveDate,
    /// What kind.
    pub mode: SuggestMode,
    /// How much each wish counts this time; none: as it is set.
    #[serde(default)]
    pub weights: Option<Weights>,
    /// Keys of what need not hold this time, as an answer gave them.
    #[serde(default)]
    pub relaxed: Vec<String>,
}

/// The suggestions for a week. Nothing is changed by them.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct SuggestReply {
    /// The state they were made in.
    pub rev: u32,
    /// First day of the week.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub week: NaiveDate,
    /// What kind they are.
    pub mode: SuggestMode,
    /// The proposals by start; together they keep every rule.
    pub proposals: Vec<ProposalLine>,
    /// The numbers of the week with all of them taken.
    pub figures: Figures,
    /// What taking all of them brings, a sentence each.
    pub gains: Vec<String>,
    /// What it costs, a sentence each.
    pub costs: Vec<String>,
    /// Whether it is proved that no plan is better.
    pub optimal: bool,
    /// The same in words.
    pub proof: String,
    /// What could not be met.
    pub unmet: Vec<UnmetLine>,
    /// Why there is no plan at all.
    pub conflict: Option<ConflictLines>,
    /// All of it in one sentence, for the live region.
    pub said: String,
}

/// One proposal: one thing to take or leave.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct ProposalLine {
    /// Unique in the answer.
    pub key: String,
    /// What to hand back to take it.
    pub draft: ProposalDraft,
    /// What it is called.
    pub title: String,
    /// When, in words: "Tuesday 10:00 to 11:30".
    pub when: String,
    /// Why, in one sentence.
    pub reason: String,
    /// How it would stand: one stretch, or several where a block is divided.
    pub occurrences: Vec<Occurrence>,
    /// The key of the block that moves; none for a new one.
    pub moved: Option<String>,
}

/// A proposal as it is handed back to be taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum ProposalDraft {
    /// A new block.
    New {
        /// What it is called.
        title: String,
        /// What kind of time it is.
        category: Category,
        /// The task it is time for.
        task: Option<TaskId>,
        /// When.
        at: ProposalTime,
    },
    /// A block goes elsewhere, in one piece or several.
    Move {
        /// Which.
        block: Handle,
        /// Where it stands now.
        was: ProposalTime,
        /// Where it goes: the block itself.
        to: ProposalTime,
        /// Parts of it that stand on their own then.
        parts: Vec<ProposalTime>,
    },
}

/// From when to when, wall time in the home zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct ProposalTime {
    /// First minute.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub start: NaiveDateTime,
    /// First minute after.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub end: NaiveDateTime,
}

/// Something that could not be met, and how it could.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct UnmetLine {
    /// What, in one sentence.
    pub text: String,
    /// What can be given up for it this time.
    pub relax: Option<RelaxChoice>,
}

/// Something that can be given up this time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct RelaxChoice {
    /// What to name in the next question.
    pub key: String,
    /// What the button says.
    pub label: String,
}

/// Rules that leave no plan together, and would without any one of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct ConflictLines {
    /// What is the matter, in one sentence.
    pub message: String,
    /// Each of the rules, with what to give up.
    pub rules: Vec<UnmetLine>,
}
