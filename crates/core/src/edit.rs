//! Editing the plan: a gesture and the blocks around it become an [`Edit`] or a [`Refusal`].
//!
//! Pointer and keyboard end here alike. Nothing here knows about storage: a verb takes the plan as
//! it is and answers with the whole blocks that change, or with the reason why none does.

mod change;
mod create;
mod drag;
mod duplicate;
mod mark;
mod outcome;
mod plan;
mod push;
mod recategorize;
mod refusal;
mod remove;
pub mod series;
mod shrink;
mod split;
#[cfg(test)]
mod tests;

pub use change::{Patch, change};
pub use create::{Draft, create};
pub use drag::drag;
pub use duplicate::duplicate;
pub use mark::{Marks, mark};
pub use outcome::Edit;
pub use plan::{Next, Plan};
pub use recategorize::recategorize;
pub use refusal::{Field, Refusal};
pub use remove::remove;
pub use split::split;

use crate::handle::Handle;
use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

/// The least minutes a gesture may leave of a block.
pub const LEAST_MINUTES: i64 = 5;

/// The longest title a block may carry, in characters.
pub const LONGEST_TITLE: usize = 500;

/// What of a block is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum Grip {
    /// The whole block: it moves and keeps its wall-clock length.
    Whole,
    /// Its start: it becomes longer or shorter at the start.
    Start,
    /// Its end.
    End,
}

/// What happens to the blocks in the way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum Others {
    /// They stay; blocks may overlap.
    #[default]
    Stay,
    /// They make way, later or earlier.
    Push,
    /// They are cut where they are covered.
    Shrink,
}

/// Whether the blocks themselves go or a copy of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum Carry {
    /// The blocks themselves.
    #[default]
    Move,
    /// Copies; the originals stay.
    Copy,
}

/// One drag or its keyboard twin: the first block is the one in hand, the others go along by the
/// same step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Gesture {
    /// The block in hand first, then the rest of the selection.
    pub blocks: Vec<Handle>,
    /// What of it is held.
    pub grip: Grip,
    /// What happens to those in the way.
    #[serde(default)]
    pub others: Others,
    /// Moved or copied.
    #[serde(default)]
    pub carry: Carry,
    /// Where the gripped edge of the block in hand goes, wall time in the home zone (the start for
    /// [`Grip::Whole`]).
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub to: NaiveDateTime,
}
