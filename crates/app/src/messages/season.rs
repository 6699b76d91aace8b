//! Seasons: the time line of what is wanted, what a season is made from, and five questions.

use super::TargetDraft;
use chrono::NaiveDate;
use evenkeel_core::category::Category;
use evenkeel_core::target::{Context, TargetId};
use serde::{Deserialize, Serialize};

/// A season as it is set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct SeasonDraft {
    /// What it is called.
    pub name: String,
    /// First day.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub from: NaiveDate,
    /// First day after; none: until further notice.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub until: Option<NaiveDate>,
    /// Whole percent.
    pub technical: u8,
    /// Whole percent.
    pub management: u8,
    /// Whole percent; the three sum to 100.
    pub growth: u8,
    /// Work minutes a week.
    pub week_minutes: u32,
    /// How much of the time to lead goes into why and where, whole percent; none: unsaid.
    pub lead: Option<u8>,
    /// What its weeks are marked as.
    pub context: Option<Context>,
    /// The situation it began as, where it began as one.
    pub preset: Option<String>,
}

/// What the screen of seasons shows.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Seasons {
    /// First day of the line.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub from: NaiveDate,
    /// First day after.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub until: NaiveDate,
    /// Today in the home zone.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub today: NaiveDate,
    /// What counts when, without gaps.
    pub line: Vec<SeasonPart>,
    /// All seasons, by their first day.
    pub seasons: Vec<SeasonLine>,
    /// The mix where no season is.
    pub usual: TargetDraft,
    /// The crisis that is not over, if there is one.
    pub crisis: Option<CrisisLine>,
    /// What seasons can be made from.
    pub choices: SeasonChoices,
}

/// Some dates on which one mix counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct SeasonPart {
    /// First day, inside the line.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub from: NaiveDate,
    /// First day after, inside the line.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub until: NaiveDate,
    /// The season that counts; none: the usual mix.
    pub season: Option<TargetId>,
    /// Its name, or what the usual mix is called.
    pub name: String,
    /// Whole percent.
    pub technical: u8,
    /// Whole percent.
    pub management: u8,
    /// Whole percent.
    pub growth: u8,
    /// Whole percent of why and where.
    pub lead: Option<u8>,
    /// The whole in words: "60 technical, 30 management, 10 growth of 40 h; 40 % why and where".
    pub words: String,
}

/// When a season is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum SeasonState {
    /// Over.
    Past,
    /// Holds today.
    Now,
    /// Not begun.
    Coming,
}

/// One season.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct SeasonLine {
    /// Its identity.
    pub id: TargetId,
    /// What it is.
    pub season: SeasonDraft,
    /// When it is.
    pub state: SeasonState,
    /// Whether it is a phase of a crisis.
    pub crisis: bool,
    /// Its numbers in words.
    pub words: String,
    /// The situation it began as, in words.
    pub preset_label: Option<String>,
    /// Where other seasons meet it and which one counts there, one sentence each.
    pub meets: Vec<String>,
}

/// A crisis that is not over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct CrisisLine {
    /// First day of what is left of it.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub from: NaiveDate,
    /// The phase of today, or the one that comes first.
    pub phase: String,
    /// What that phase is about.
    pub about: String,
    /// Phases left, with that one.
    pub phases_left: u32,
}

/// What a season can be made from. All numbers are starting points.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct SeasonChoices {
    /// Situations with a lead target.
    pub contexts: Vec<ContextChoice>,
    /// Kinds of season that shift the usual mix.
    pub shapes: Vec<ShapeChoice>,
    /// The questions, the last one about the surroundings.
    pub questions: Vec<QuestionLine>,
    /// The phases of a crisis.
    pub phases: Vec<PhaseChoice>,
    /// Blocks a crisis may need.
    pub blocks: Vec<CrisisBlock>,
}

/// A situation with the lead target to start from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct ContextChoice {
    /// Its name in a season.
    pub name: String,
    /// On screen.
    pub label: String,
    /// When it fits.
    pub about: String,
    /// Whole percent of why and where.
    pub lead: u8,
    /// Where the number comes from.
    pub origin: String,
}

/// A kind of season with the mix it makes of the usual one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct ShapeChoice {
    /// Its name.
    pub name: String,
    /// On screen.
    pub label: String,
    /// When it fits.
    pub about: String,
    /// Whole percent.
    pub technical: u8,
    /// Whole percent.
    pub management: u8,
    /// Whole percent.
    pub growth: u8,
    /// Where the numbers come from.
    pub origin: String,
}

/// A question with its answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct QuestionLine {
    /// What is asked.
    pub asks: String,
    /// Three answers: towards how and when, neither, towards why and where.
    pub answers: Vec<String>,
}

/// A phase of a crisis.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct PhaseChoice {
    /// On screen.
    pub label: String,
    /// What it is about.
    pub about: String,
    /// Days after the first one on which it begins.
    pub from_day: u32,
    /// Whole percent of why and where.
    pub lead: u8,
}

/// A block that a crisis may need.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct CrisisBlock {
    /// The name it is asked for by.
    pub name: String,
    /// Its title.
    pub title: String,
    /// What it is for.
    pub about: String,
    /// What kind of time.
    pub category: Category,
    /// How long, in words.
    pub length_words: String,
    /// Days after the first one from which it is placed.
    pub from_day: u32,
}

/// Answers to the five questions and the one about the surroundings, each 0, 1 or 2.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct SeasonAnswers {
    /// In the order of the questions.
    pub answers: Vec<u8>,
}

/// What the answers suggest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct SeasonAdvice {
    /// Whole percent of why and where.
    pub lead: u8,
    /// The number and what is near enough to it, in words.
    pub words: String,
    /// How the number came about, in words.
    pub because: String,
    /// The situations nearest to it.
    pub nearest: Vec<ContextChoice>,
}
