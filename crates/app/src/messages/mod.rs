//! What goes over the wire between the window (or the command line) and the planner. Only shapes:
//! what they mean is done elsewhere. The TypeScript side is generated from here.

mod actual;
mod away;
mod backlog;
mod calendars;
mod commitment;
mod day;
mod decline;
mod desktop;
mod facets;
mod fault;
mod figures;
mod found;
mod month;
mod op;
mod opening;
mod outcome;
mod quick;
mod reminders;
mod season;
mod series;
mod suggest;
mod templates;
mod week;
mod went;

pub use actual::{
    Absence, AsPlanned, EntryDraft, EntryPatch, EntryShown, FocusDraft, NextShown, NotedLine,
    RightNow, RunningShown, SessionStep, StartDraft,
};
pub use away::{AwayOffer, AwayQuestion};
pub use backlog::{Backlog, NewTask, TaskLine, TaskPatch, TaskPlan};
pub use calendars::{
    ChangeLine, ExportChoice, Exported, FeedLine, ImportCount, ImportPreview, ProblemLine,
    ReadingLine, SubscriptionLine,
};
pub use evenkeel_core::attention::Attention;
pub use evenkeel_core::boundary::Boundaries;

pub use commitment::{Ask, CommitmentFigure, Outline};
pub use day::{DayClose, DayReview, DayShare, LeftBlock, LeftTo, PlannedLine};
pub use decline::{DeclineDraft, DeclineLine, DeclineSum, Declines};
pub use desktop::Desktop;
pub use facets::{ActivityChoice, FacetPatch, Vocabulary};
pub use fault::{Fault, FaultCode};
pub use figures::{CategoryFigure, Figures, HintKind, HintLine, LeadFigure};
pub use found::{Found, FoundPlace, Hit, HitKind, Reach};
pub use month::{DayPart, Month, MonthDay, MonthWeek};
pub use op::{BlockPatch, NewBlock, Op, RuleDraft, TargetDraft};
pub use opening::{BackupLine, CheckReport, Opening, RecoveryFacts, RoleChoice};
pub use outcome::{Outcome, Preview, Reply, Spread};
pub use quick::{QuickReading, ReadPart, Words};
pub use reminders::{Reminded, ReminderKind, ReminderLine};
pub use season::{
    ContextChoice, CrisisBlock, CrisisLine, PhaseChoice, QuestionLine, SeasonAdvice, SeasonAnswers,
    SeasonChoices, SeasonDraft, SeasonLine, SeasonPart, SeasonState, Seasons, ShapeChoice,
};
pub use series::{ExceptionLine, MonthlyChoice, RepeatFacts, SeriesFacts};
pub use suggest::{
    ConflictLines, ProposalDraft, ProposalLine, ProposalTime, RelaxChoice, SuggestMode,
    SuggestReply, SuggestRequest, UnmetLine,
};
pub use templates::{LaidKind, LaidLine, LaidPlan, NewTemplate, TemplateLine};
pub use week::{Day, Details, Layer, Occurrence, Range, WallStretch, Week};
pub use went::{
    BlocksWent, CategoryWent, Cause, DaySaid, DisplacedLine, MissedLine, OftenMoved,
    ReshuffledWeek, RoomWent, WeekActual, WentState,
};
