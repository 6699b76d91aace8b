//! What can be asked to be written: one tagged enum for window, command line and tests.

use super::{
    Absence, AsPlanned, DayClose, DeclineDraft, EntryDraft, EntryPatch, FacetPatch, NewTask,
    NewTemplate, ProposalDraft, SeasonDraft, SessionStep, StartDraft, TaskPatch, TaskPlan, Words,
};
use chrono::{NaiveDate, NaiveDateTime};
use evenkeel_core::actual::EntryId;
use evenkeel_core::attention::Attention;
use evenkeel_core::boundary::Boundaries;
use evenkeel_core::category::Category;
use evenkeel_core::commitment::Why;
use evenkeel_core::decline::DeclineId;
use evenkeel_core::edit::Gesture;
use evenkeel_core::edit::series::Scope;
use evenkeel_core::event::{EventId, FeedId};
use evenkeel_core::facets::{CheckItem, Facets};
use evenkeel_core::handle::Handle;
use evenkeel_core::repeat::Repeat;
use evenkeel_core::rule::RuleField;
use evenkeel_core::settings::Settings;
use evenkeel_core::subscription::SecretAddress;
use evenkeel_core::target::TargetId;
use evenkeel_core::task::TaskId;
use evenkeel_core::template::{Collisions, TemplateId, TemplateKey};
use serde::{Deserialize, Serialize};
use std::path::PathBuf;

/// One write. Each is one transaction and one step of undo.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(tag = "op", rename_all = "snake_case")]
pub enum Op {
    /// A new block.
    Create(NewBlock),
    /// Move, resize or copy by pointer or key; a paste is a copying gesture.
    Gesture(Gesture),
    /// A copy of each block right after it.
    Duplicate {
        /// Which.
        blocks: Vec<Handle>,
    },
    /// One block becomes two.
    Split {
        /// Which.
        block: Handle,
        /// Where, wall time in the home zone, inside the block.
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        at: NaiveDateTime,
    },
    /// Blocks go away.
    Delete {
        /// Which.
        blocks: Vec<Handle>,
    },
    /// Blocks change category.
    SetCategory {
        /// Which.
        blocks: Vec<Handle>,
        /// To what.
        category: Category,
    },
    /// Fields of a block change.
    Edit {
        /// Which.
        block: Handle,
        /// What.
        patch: BlockPatch,
    },
    /// What a line of words says: a block, a series, or a task of the backlog.
    AddInWords(Words),
    /// A new task of the backlog.
    AddTask(NewTask),
    /// Fields of a task change.
    EditTask {
        /// Which.
        task: TaskId,
        /// What.
        patch: TaskPatch,
    },
    /// A task goes away; its blocks stay.
    RemoveTask {
        /// Which.
        task: TaskId,
    },
    /// A task is done.
    FinishTask {
        /// Which.
        task: TaskId,
    },
    /// A task is to be done again.
    ReopenTask {
        /// Which.
        task: TaskId,
    },
    /// A task gets a block.
    PlanTask(TaskPlan),
    /// Blocks leave the week: into their tasks, or as new ones.
    ToBacklog {
        /// Which.
        blocks: Vec<Handle>,
    },
    /// Proposals of a suggested week are taken, as far as they still fit.
    Accept {
        /// Which, as the suggestion gave them.
        proposals: Vec<ProposalDraft>,
    },
    /// What an edit does to one occurrence of a series is done to those after it, or to all.
    Across {
        /// How far it reaches.
        scope: Scope,
        /// The edit of the occurrence: move, resize, category, fields or delete.
        edit: Box<Op>,
    },
    /// What makes one occurrence different from its series is done to those after it, or to all: a
    /// move, a change, or that it was left out.
    Spread {
        /// The occurrence.
        block: Handle,
        /// How far it reaches.
        scope: Scope,
    },
    /// A block begins to repeat, a series repeats otherwise, or stops.
    Repeat {
        /// The block, or an occurrence of the series.
        block: Handle,
        /// How; none: no more.
        repeat: Option<Repeat>,
        /// From this occurrence on, or all of the series.
        scope: Scope,
    },
    /// An exception is again as its series has it: one that was left out takes place, one that was
    /// changed is as the others.
    Restore {
        /// The occurrence.
        block: Handle,
    },
    /// Facets of several blocks change.
    SetFacets {
        /// Which.
        blocks: Vec<Handle>,
        /// What.
        patch: FacetPatch,
    },
    /// The week that holds a day is committed as it is now.
    Commit {
        /// Any of its days.
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        week: NaiveDate,
    },
    /// The commitment of a week is withdrawn; it stays on record.
    Uncommit {
        /// Any of its days.
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        week: NaiveDate,
    },
    /// Says why committed blocks were changed.
    GiveReason {
        /// Their keys.
        keys: Vec<String>,
        /// First day of the week that was committed.
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        week: NaiveDate,
        /// Why.
        why: Why,
        /// In one's own words.
        #[serde(default)]
        #[cfg_attr(feature = "ts", ts(as = "Option<_>", optional))]
        note: String,
    },
    /// Committed blocks go back to where they were committed, deleted ones too.
    PutBack {
        /// Their keys.
        keys: Vec<String>,
        /// First day of the week that was committed.
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        week: NaiveDate,
    },
    /// A write with the reason for what it changes of committed or protected time.
    Because {
        /// Why.
        why: Why,
        /// In one's own words.
        #[serde(default)]
        #[cfg_attr(feature = "ts", ts(as = "Option<_>", optional))]
        note: String,
        /// The write.
        #[cfg_attr(feature = "ts", ts(type = "Op"))]
        what: Box<Op>,
    },
    /// Time is recorded from now on; what was going on before ends here.
    Start(StartDraft),
    /// Nothing is recorded any more.
    Stop {
        /// When it really ended, wall time in the home zone, not later than now; none: now.
        #[cfg_attr(feature = "ts", ts(type = "string | null"))]
        at: Option<NaiveDateTime>,
    },
    /// A step of a focus session or a timer.
    Session(SessionStep),
    /// What is going on began at another time than it was started.
    BeganAt {
        /// When, wall time in the home zone, not later than now.
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        at: NaiveDateTime,
    },
    /// Something came up, noted without stopping.
    Interrupt {
        /// In a word or a few.
        word: String,
    },
    /// Time that was spent is entered by hand.
    AddEntry(EntryDraft),
    /// Fields of an entry change; moving and resizing are its start and end.
    EditEntry {
        /// Which.
        entry: EntryId,
        /// What.
        patch: EntryPatch,
    },
    /// One entry becomes two.
    SplitEntry {
        /// Which.
        entry: EntryId,
        /// Where, wall time in the home zone, inside the entry.
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        at: NaiveDateTime,
    },
    /// Entries go away.
    RemoveEntries {
        /// Which.
        entries: Vec<EntryId>,
    },
    /// The plan happened as it stood.
    AsPlanned(AsPlanned),
    /// A day is closed, and what is left of it dealt with.
    CloseDay(DayClose),
    /// A day that was closed is open again.
    ReopenDay {
        /// Which.
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        day: NaiveDate,
    },
    /// A block or a meeting is done, however much was recorded for it; or is not after all.
    Tick {
        /// Its key.
        key: String,
        /// Whether it is done.
        done: bool,
    },
    /// Says what an absence was while a timer ran.
    Away {
        /// When it began, seconds since 1970 UTC.
        from: i64,
        /// When it ended, seconds since 1970 UTC.
        until: i64,
        /// What it was.
        was: Absence,
    },
    /// An imported event (with its series) gets a category by hand, or goes back to the rules.
    SetEventCategory {
        /// Which.
        event: EventId,
        /// To what; none: whatever the rules say.
        category: Option<Category>,
    },
    /// The wanted mix from a day on.
    SetTarget(TargetDraft),
    /// A new season.
    SetSeason(SeasonDraft),
    /// A season changes.
    EditSeason {
        /// Which.
        season: TargetId,
        /// What it is from now on.
        draft: SeasonDraft,
    },
    /// A season goes away.
    RemoveSeason {
        /// Which.
        season: TargetId,
    },
    /// Crisis mode begins: its phases, and blocks for it.
    StartCrisis {
        /// Its first day.
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        on: NaiveDate,
        /// Names of the suggested blocks to make.
        #[serde(default)]
        blocks: Vec<String>,
    },
    /// Crisis mode ends.
    EndCrisis {
        /// The first day without it.
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        on: NaiveDate,
    },
    /// All boundaries at once.
    SetBoundaries {
        /// The new ones.
        boundaries: Boundaries,
    },
    /// What may draw attention, all at once.
    SetAttention {
        /// The new settings.
        attention: Attention,
    },
    /// A no is written down.
    AddDecline(DeclineDraft),
    /// What was written down of a no changes.
    EditDecline {
        /// Which.
        decline: DeclineId,
        /// What it says from now on.
        draft: DeclineDraft,
    },
    /// A no goes out of the log.
    RemoveDecline {
        /// Which.
        decline: DeclineId,
    },
    /// All settings at once.
    SetSettings {
        /// The new ones.
        settings: Settings,
    },
    /// First run: role, settings and target in one step.
    Welcome {
        /// Settings with role and work hours; the first run is marked as done.
        settings: Settings,
        /// The mix, usually the role's.
        target: TargetDraft,
    },
    /// The rules, in order; they are applied to every event whose category was not chosen by hand.
    SetRules {
        /// All of them.
        rules: Vec<RuleDraft>,
    },
    /// Applies the rules again.
    ApplyRules,
    /// Reads a calendar file into a feed of its own, or again into the one it was read into before.
    Import {
        /// The file.
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        path: PathBuf,
    },
    /// A calendar is fetched from its address, now and again and again.
    Subscribe {
        /// `https:` or `webcal:`.
        address: SecretAddress,
        /// What it is called; empty: what it calls itself.
        #[serde(default)]
        name: String,
        /// How often it is read; none: the usual.
        #[serde(default)]
        every_minutes: Option<u32>,
    },
    /// A subscribed calendar is read more or less often.
    SetSubscription {
        /// Which.
        feed: FeedId,
        /// How often; 0: only by hand.
        every_minutes: u32,
    },
    /// A calendar gets another name.
    RenameFeed {
        /// Which.
        feed: FeedId,
        /// The name.
        name: String,
    },
    /// A calendar and its events go away.
    RemoveFeed {
        /// Which.
        feed: FeedId,
    },
    /// Blocks of one's own are kept as a template.
    SaveTemplate(NewTemplate),
    /// A template of one's own gets another name.
    RenameTemplate {
        /// Which.
        template: TemplateId,
        /// The name.
        name: String,
    },
    /// A template of one's own goes away; blocks made from it stay.
    RemoveTemplate {
        /// Which.
        template: TemplateId,
    },
    /// A template is laid over a week or a day.
    LayTemplate {
        /// Which.
        template: TemplateKey,
        /// A day of the week; the day; the day of a selection's earliest block.
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        on: NaiveDate,
        /// What becomes of blocks that collide.
        #[serde(default)]
        collisions: Collisions,
    },
    /// The blocks of one week are laid over another, without series that go on by themselves.
    CopyWeek {
        /// A day of the week that is copied.
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        from: NaiveDate,
        /// A day of the week that is filled.
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        to: NaiveDate,
        /// What becomes of blocks that collide.
        #[serde(default)]
        collisions: Collisions,
    },
}

/// A block to be made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct NewBlock {
    /// May be empty; it can be typed next.
    pub title: String,
    /// What kind of time.
    pub category: Category,
    /// Wall time in `zone`, or in the home zone.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub start: NaiveDateTime,
    /// Wall time in `zone`, or in the home zone.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub end: NaiveDateTime,
    /// IANA name; none: the home zone as it is now.
    #[serde(default)]
    pub zone: Option<String>,
    /// Free text.
    #[serde(default)]
    pub notes: String,
    /// Where.
    #[serde(default)]
    pub location: String,
    /// How it repeats; none: it does not.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(optional))]
    pub repeat: Option<Repeat>,
    /// The goal it serves; empty for none.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(as = "Option<_>", optional))]
    pub goal: String,
    /// What else is known of it.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(as = "Option<_>", optional))]
    pub facets: Facets,
    /// What to see to in it.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(as = "Option<_>", optional))]
    pub checklist: Vec<CheckItem>,
}

impl NewBlock {
    /// A block with nothing but a title, a category and a time in the home zone.
    pub fn plain(
        title: &str,
        category: Category,
        start: NaiveDateTime,
        end: NaiveDateTime,
    ) -> NewBlock {
        NewBlock {
            title: title.to_string(),
            category,
            start,
            end,
            zone: None,
            notes: String::new(),
            location: String::new(),
            repeat: None,
            goal: String::new(),
            facets: Facets::default(),
            checklist: Vec::new(),
        }
    }
}

/// Changed fields of a block; what is absent stays.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(default)]
pub struct BlockPatch {
    /// Title.
    pub title: Option<String>,
    /// Category.
    pub category: Option<Category>,
    /// Start, wall time in the block's zone (the new one, if it changes too).
    #[cfg_attr(feature = "ts", ts(type = "string", optional))]
    pub start: Option<NaiveDateTime>,
    /// End, wall time in the block's zone.
    #[cfg_attr(feature = "ts", ts(type = "string", optional))]
    pub end: Option<NaiveDateTime>,
    /// IANA name; the empty string makes the block floating.
    pub zone: Option<String>,
    /// Notes.
    pub notes: Option<String>,
    /// Place.
    pub location: Option<String>,
    /// Whether other edits must leave it where it is.
    pub locked: Option<bool>,
    /// The goal it serves; empty for none.
    pub goal: Option<String>,
    /// All its facets.
    pub facets: Option<Facets>,
    /// All of its checklist.
    pub checklist: Option<Vec<CheckItem>>,
}

/// A wanted mix.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct TargetDraft {
    /// First day it holds; none: since ever.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub from: Option<NaiveDate>,
    /// Whole percent.
    pub technical: u8,
    /// Whole percent.
    pub management: u8,
    /// Whole percent; the three sum to 100.
    pub growth: u8,
    /// Work minutes a week.
    pub week_minutes: u32,
}

/// A rule as it is edited.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct RuleDraft {
    /// Where it looks.
    pub field: RuleField,
    /// Words or phrases, any of which matches.
    pub words: Vec<String>,
    /// The category it gives.
    pub category: Category,
}
