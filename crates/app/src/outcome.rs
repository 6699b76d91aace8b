//! From what the store saved to what the asker sees of it.

use crate::messages::{Figures, Occurrence, Outcome, Range};
use crate::planner::Planner;
use crate::scene::{Scene, span_of, touches};
use crate::shown::{self, Key};
use crate::{figures, labels};
use evenkeel_core::block::BlockId;
use evenkeel_core::edit::Edit;
use evenkeel_store::{Diffs, Error};
use std::sync::Arc;

/// A write that is on disk.
pub(crate) struct Saved<'a> {
    pub(crate) rev: u32,
    pub(crate) diffs: &'a Diffs,
    /// The state before, when the write concerned blocks alone and it is at hand.
    pub(crate) before: Option<Arc<Scene>>,
    /// The block to select next, where it is in view; none: the first that is.
    pub(crate) main: Option<BlockId>,
    /// The sentence to say; the place of a single changed block is said in its stead.
    pub(crate) said: String,
}

impl Planner {
    /// Tells the asker what changed in the days they look at.
    pub(crate) fn outcome(&self, saved: Saved<'_>, seen: &Range) -> Result<Outcome, Error> {
        let (undo, redo) = self.store.undo_labels()?;
        let quiet = Outcome {
            rev: saved.rev,
            reload: true,
            seen: Some(*seen),
            put: Vec::new(),
            removed: Vec::new(),
            figures: None,
            undo,
            undoable: !saved.diffs.is_empty(),
            redo,
            notice: saved.said.clone(),
            said: saved.said,
            focus: None,
        };
        let Some(before) = saved.before.filter(|_| only_blocks(saved.diffs)) else {
            return Ok(quiet);
        };
        let scene = Arc::new(after(&before, saved.diffs, saved.rev));
        let figures = figures::figures(&scene, &scene.blocks, seen.from, &self.zones);
        let (put, removed) = self.seen_of(saved.diffs, &scene, seen);
        let focus = put
            .iter()
            .find(|shown| saved.main.is_none() || shown.block == saved.main)
            .map(|shown| shown.key.clone());
        self.keep(scene);
        Ok(Outcome {
            reload: false,
            said: spoken(&quiet.said, &put, saved.diffs, &figures),
            put,
            removed,
            figures: Some(figures),
            focus,
            ..quiet
        })
    }

    fn seen_of(
        &self,
        diffs: &Diffs,
        scene: &Scene,
        seen: &Range,
    ) -> (Vec<Occurrence>, Vec<String>) {
        let within = span_of(&(seen.from..seen.until), &scene.home);
        let mut put = Vec::new();
        let mut removed = Vec::new();
        for diff in &diffs.blocks {
            match (&diff.before, &diff.after) {
                (_, Some(block)) if touches(block.span(&self.zones, &scene.home), within) => {
                    put.push(shown::own(block, &self.zones, &scene.home));
                }
                (Some(block), _) => removed.push(Key::Block(block.id).to_string()),
                (None, _) => {}
            }
        }
        (put, removed)
    }
}

/// The state after a write that touched blocks alone.
fn after(before: &Scene, diffs: &Diffs, rev: u32) -> Scene {
    let edit = Edit {
        put: diffs
            .blocks
            .iter()
            .filter_map(|diff| diff.after.clone())
            .collect(),
        new: Vec::new(),
        removed: diffs
            .blocks
            .iter()
            .filter(|diff| diff.after.is_none())
            .filter_map(|diff| diff.before.as_ref().map(|block| block.id))
            .collect(),
    };
    before.with_blocks(rev, edit.applied(&before.blocks))
}

fn only_blocks(diffs: &Diffs) -> bool {
    diffs.len() == diffs.blocks.len()
}

/// One changed block is announced with its place and its category's balance; everything else with
/// the sentence of the step.
fn spoken(said: &str, put: &[Occurrence], diffs: &Diffs, figures: &Figures) -> String {
    match put {
        [only] if diffs.blocks.len() == 1 => format!(
            "{said} {} {}",
            labels::place(only),
            labels::balance(figures, only.category)
        ),
        _ => said.to_string(),
    }
}
