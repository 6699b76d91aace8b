//! How a week went: the plan beside what happened, in minutes and in words.

use super::Outline;
use chrono::{NaiveDate, NaiveDateTime};
use evenkeel_core::actual::EntryId;
use evenkeel_core::category::Category;
use evenkeel_core::target::Context;
use serde::Serialize;

/// How a week went. What there is nothing to divide by is none.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct WeekActual {
    /// The state it shows.
    pub rev: u32,
    /// First day of the week.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub week: NaiveDate,
    /// Where the week stands.
    pub state: WentState,
    /// "71 % kept where planned"; where nothing was planned or recorded, that.
    pub headline: String,
    /// What the headline is made of, or what will be here and how to begin.
    pub about: String,
    /// Whether there is anything to show below the headline.
    pub is_empty: bool,
    /// Kept ÷ planned, against the live plan: how well the plan was carried out.
    pub recall: Option<f64>,
    /// The same against the commitment.
    pub committed_recall: Option<f64>,
    /// "64 % of what was committed"; empty without a commitment.
    pub committed_words: String,
    /// (Kept + moved) ÷ planned.
    pub volume: Option<f64>,
    /// "85 % of the planned time was spent, then or at another time"; empty without a plan.
    pub volume_words: String,
    /// Every category with something planned or done.
    pub categories: Vec<CategoryWent>,
    /// The longest of what was planned and spent in any category, minutes: what bars are drawn
    /// against.
    pub most_minutes: u32,
    /// Planned blocks and how they went.
    pub blocks: BlocksWent,
    /// What was changed of the commitment; none where the week was never committed.
    pub reshuffled: Option<ReshuffledWeek>,
    /// The blocks moved most often in this week and the seven before, most first.
    pub often: Vec<OftenMoved>,
    /// Time kept free for what comes up; none where none was.
    pub room: Option<RoomWent>,
    /// What took the place of planned technical time, most first.
    pub displaced: Vec<DisplacedLine>,
    /// Its minutes in all.
    pub displaced_minutes: u32,
    /// "3 h 30 of technical time did not happen when it was planned".
    pub displaced_words: String,
    /// Every stretch of planned time in which something else happened, by start.
    pub missed: Vec<MissedLine>,
    /// What was said of its days, by day; days of which nothing was said are left out.
    pub days: Vec<DaySaid>,
    /// Days with anything recorded ÷ work days.
    pub coverage: Option<f64>,
    /// Whether enough was recorded to compare the week with others.
    pub is_complete: bool,
    /// "Something was recorded on 3 of 5 work days"; says so where the week is incomplete.
    pub coverage_words: String,
    /// What the week is marked as, where it is not like others.
    pub context: Option<Context>,
    /// Whether its plan was changed after it was over: the figures are about the plan it ended with.
    pub is_kept: bool,
    /// "The plan was changed after the week was over. This is about …"; empty where it was not.
    pub kept_words: String,
}

/// What was said of a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct DaySaid {
    /// The logical day.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub day: NaiveDate,
    /// "Tuesday".
    pub day_words: String,
    /// Energy, 1 to 5.
    pub energy: Option<u8>,
    /// "Closed at 17:40, energy 4 of 5".
    pub words: String,
    /// The line of the day; may be empty.
    pub line: String,
}

/// Where a week stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum WentState {
    /// It has not begun.
    Ahead,
    /// It goes on: everything is about the time up to now.
    GoesOn,
    /// It is over.
    Over,
}

/// How a category's plan went, minutes.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct CategoryWent {
    /// Which.
    pub category: Category,
    /// Planned: kept + moved + missed.
    pub planned: u32,
    /// Spent when it was planned.
    pub kept: u32,
    /// Spent instead at other times.
    pub moved: u32,
    /// Planned and not spent.
    pub missed: u32,
    /// Spent beyond what was planned.
    pub unplanned: u32,
    /// "5 h 30 of 8 h kept".
    pub kept_words: String,
    /// "1 h moved, 1 h 30 missed, 45 min unplanned"; empty where the plan was kept.
    pub rest_words: String,
}

/// Planned blocks.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct BlocksWent {
    /// How many were planned.
    pub planned: u32,
    /// Those covered enough, or ticked.
    pub done: u32,
    /// Those that began within five minutes.
    pub on_time: u32,
    /// Done ÷ planned.
    pub completion: Option<f64>,
    /// The middle of how late they began, minutes; none where none began.
    pub median_delay: Option<u32>,
    /// "9 of 12 blocks done, 7 begun on time, half of them within 4 min"; empty without blocks.
    pub words: String,
}

/// What was changed of a commitment.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct ReshuffledWeek {
    /// How many committed blocks are not as they were.
    pub changes: u32,
    /// The part of the committed minutes that stayed; none without any.
    pub stability: Option<f64>,
    /// The same without the changes from outside.
    pub own_stability: Option<f64>,
    /// Both in words.
    pub stability_words: String,
    /// "2 changes: 1 mine, 1 open".
    pub words: String,
    /// Those blocks, by where they stood.
    pub lines: Vec<Outline>,
}

/// A block that was moved often.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct OftenMoved {
    /// What it is called.
    pub title: String,
    /// How often.
    pub times: u32,
    /// "5 times in 8 weeks".
    pub words: String,
}

/// Time kept free for what comes up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct RoomWent {
    /// Minutes kept free.
    pub minutes: u32,
    /// Minutes of them in which work ran.
    pub used: u32,
    /// Minutes of them in which none did.
    pub free: u32,
    /// "1 h 30 of 3 h kept free was used".
    pub words: String,
}

/// What took the place of planned time, with everything of the same cause.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct DisplacedLine {
    /// What kind of cause.
    pub cause: Cause,
    /// What it is called: "Incident review", "Nothing recorded".
    pub title: String,
    /// What kind of time it was; none where nothing was recorded.
    pub category: Option<Category>,
    /// How much.
    pub minutes: u32,
    /// "1 h 30, 3 times".
    pub words: String,
    /// The planned block it displaced first, by its key.
    pub key: String,
    /// The entry that took its place first.
    pub entry: Option<EntryId>,
    /// Where that is in the week, wall time in the home zone.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub at: NaiveDateTime,
}

/// What kind of cause displaced time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum Cause {
    /// A meeting.
    Meeting,
    /// Something else that was done.
    Entry,
    /// Something that came up and was noted; nothing was recorded afterwards.
    Interruption,
    /// Nothing was recorded.
    Nothing,
}

/// A stretch of planned time in which its category did not happen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct MissedLine {
    /// The planned block, by its key.
    pub key: String,
    /// What it is called.
    pub title: String,
    /// What kind of time was planned.
    pub category: Category,
    /// When, wall time in the home zone.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub start: NaiveDateTime,
    /// When it ends, wall time in the home zone.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub end: NaiveDateTime,
    /// How much.
    pub minutes: u32,
    /// "Tuesday 09:30 to 10:15".
    pub when_words: String,
    /// "Incident review 30 min, nothing recorded 15 min".
    pub by_words: String,
    /// The first entry that took its place.
    pub entry: Option<EntryId>,
}
