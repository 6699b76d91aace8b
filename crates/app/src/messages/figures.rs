//! The numbers above the grid.

use super::CommitmentFigure;
use chrono::NaiveDate;
use evenkeel_core::category::Category;
use serde::Serialize;

/// The planned balance of one week and what is worth a hint.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Figures {
    /// First day of the week they are about.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub week: NaiveDate,
    /// Technical, management, growth.
    pub categories: Vec<CategoryFigure>,
    /// Planned personal minutes.
    pub personal_minutes: u32,
    /// Planned personal time in words: "4 h".
    pub personal_words: String,
    /// Planned work minutes; overlapping time counts once.
    pub work_minutes: u32,
    /// Wanted work minutes.
    pub target_minutes: u32,
    /// "27 h 45 of 38 h planned".
    pub work_words: String,
    /// Smallest share of work time that would have to change category to meet the target, 0–1.
    pub distance: Option<f64>,
    /// The same in minutes.
    pub minutes_to_move: Option<u32>,
    /// "1 h 36 off your mix", or that it is on it, or that nothing is planned yet.
    pub mix_words: String,
    /// Longest uninterrupted technical run, minutes.
    pub longest_focus: u32,
    /// What is worth a look.
    pub hints: Vec<HintLine>,
    /// Minutes kept free for what comes up; no part of the numbers above.
    pub kept_free_minutes: u32,
    /// "2 h kept free"; empty where none is.
    pub kept_free_words: String,
    /// How much of the planned week is about why and where; none while too little says so.
    pub lead: Option<LeadFigure>,
    /// What the week was committed to; none while it is not.
    pub commitment: Option<CommitmentFigure>,
    /// Minutes of protected time that were given up in this week.
    pub given_up_minutes: u32,
}

/// How much of the planned time that says so is about why and where, and not how and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct LeadFigure {
    /// Whole percent.
    pub percent: u32,
    /// Wanted percent, where a season names it.
    pub wanted: Option<u32>,
    /// "Why and where 45 %, how and when 55 %".
    pub words: String,
}

/// One work category of a week against its target.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct CategoryFigure {
    /// Which.
    pub category: Category,
    /// Planned minutes, overlaps with other categories split evenly.
    pub minutes: u32,
    /// Wanted minutes.
    pub target: u32,
    /// Share of planned work, 0–1; none when nothing is planned.
    pub share: Option<f64>,
    /// Planned time in words: "13 h".
    pub planned_words: String,
    /// Wanted time in words: "20 h".
    pub target_words: String,
    /// What is left or over: "7 h to go", "1 h 15 over", "as wanted".
    pub rest_words: String,
    /// The whole in words for screen readers: "13 h of 20 h planned, 7 h to go".
    pub words: String,
}

/// What a hint is about; the window draws them alike and leads to the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum HintKind {
    /// Growth under its minimum.
    Growth,
    /// Work on a day off.
    DayOff,
    /// Work outside the work hours.
    Hours,
    /// No room for lunch.
    Lunch,
    /// Something in a time that is kept free of it.
    Rule,
    /// Less than the least or more than the most of a category.
    Limit,
    /// Many switches in one day.
    Switches,
    /// Blocks that a meeting lies on.
    Overlap,
    /// The season that counts; a fact, no warning.
    Season,
    /// What days off take from the week; a fact, no warning.
    TimeOff,
    /// The longest technical run; a fact, no warning.
    Focus,
}

/// One hint beside the balance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct HintLine {
    /// What it is about.
    pub kind: HintKind,
    /// The part that stands out: "Growth", "Wednesday".
    pub lead: String,
    /// The rest: "1 h under your minimum".
    pub text: String,
    /// The day it is about.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub day: Option<NaiveDate>,
    /// Keys of the occurrences behind it, by start.
    pub keys: Vec<String>,
}
