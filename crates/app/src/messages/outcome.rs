//! What one write changed, returned to whoever asked and told to every other window.

use super::{Ask, Fault, Figures, LaidPlan, Occurrence, Range};
use evenkeel_core::handle::Handle;
use serde::Serialize;

/// The answer to a write.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(tag = "reply", rename_all = "snake_case")]
pub enum Reply {
    /// It is on disk.
    Done(Box<Outcome>),
    /// Nothing changed, and why.
    Refused(Fault),
}

/// What a write changed, as far as the asker can see it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Outcome {
    /// Counts the writes; an outcome with a lower one than was seen is dropped, a gap means reload.
    pub rev: u32,
    /// Whether more changed than `put` and `removed` tell: read the week again.
    pub reload: bool,
    /// The range asked for; whoever looks at other days by now reads them again. None where nobody
    /// asked, as in news of another process.
    pub seen: Option<Range>,
    /// Occurrences in the range asked for that are new or changed.
    pub put: Vec<Occurrence>,
    /// Keys of occurrences that are not in that range any more.
    pub removed: Vec<String>,
    /// The numbers of the week asked for.
    pub figures: Option<Figures>,
    /// What undo would undo, in words: "move Ingest design".
    pub undo: Option<String>,
    /// Whether what undo would undo is what is told here: not where nothing changed, nor after a
    /// step back or forth.
    pub undoable: bool,
    /// What redo would redo.
    pub redo: Option<String>,
    /// What happened in words, for the live region: the place and the balance too.
    pub said: String,
    /// What happened in a few words, for the short notice; empty where none is needed.
    pub notice: String,
    /// The occurrence of a series that was changed alone, where the same can be done to the
    /// following ones or to all.
    pub spread: Option<Spread>,
    /// The block to select next, if the write made or changed one.
    pub focus: Option<String>,
    /// What to ask about committed blocks that it changed.
    pub asks: Option<Ask>,
}

/// What was done to one occurrence of a series and can be done to others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Spread {
    /// The occurrence.
    pub block: Handle,
    /// What doing it to all is called: "Move all".
    pub all: String,
    /// What doing it to this one and those after it is called; none where those are all.
    pub following: Option<String>,
}

impl Outcome {
    /// The same outcome, told in other words.
    pub(crate) fn told(self, words: String) -> Outcome {
        Outcome {
            notice: words.clone(),
            said: words,
            ..self
        }
    }
}

/// What a write would change; nothing is stored.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Preview {
    /// Occurrences as they would be: the one in hand and those that make way. A copy has the key
    /// `new1`, `new2`, …
    pub put: Vec<Occurrence>,
    /// Keys that would go.
    pub removed: Vec<String>,
    /// The numbers of the week asked for, as they would be.
    pub figures: Figures,
    /// Why it would be refused.
    pub refused: Option<Fault>,
    /// The place in words: "Tuesday 10:00 to 11:30, technical. Technical 14 h of 20 h."
    pub said: String,
    /// For a template that is laid or a week that is copied: what fits and what does not.
    #[cfg_attr(feature = "ts", ts(optional = nullable))]
    pub laid: Option<LaidPlan>,
}
