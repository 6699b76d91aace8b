//! From what the store saved to what the asker sees of it.

use crate::messages::{Figures, Occurrence, Outcome, Range};
use crate::planner::Planner;
use crate::scene::{Scene, span_of, touches};
use crate::shown::{self, Key};
use crate::{commitment, figures, labels};
use evenkeel_core::block::Block;
use evenkeel_core::commitment::Reshuffle;
use evenkeel_core::edit::Edit;
use evenkeel_core::handle::Handle;
use evenkeel_store::{Diffs, Error};
use std::collections::HashMap;
use std::sync::Arc;

/// A write that is on disk.
pub(crate) struct Saved<'a> {
    pub(crate) rev: u32,
    pub(crate) diffs: &'a Diffs,
    /// The state before, when the write concerned blocks alone and it is at hand.
    pub(crate) before: Option<Arc<Scene>>,
    /// The block to select next, where it is in view; none: the first that is.
    pub(crate) main: Option<Handle>,
    /// The sentence to say; the place of a single changed block is said in its stead.
    pub(crate) said: String,
}

impl Planner {
    /// Tells the asker what changed in the days they look at.
    pub(crate) fn outcome(&self, saved: Saved<'_>, seen: &Range) -> Result<Outcome, Error> {
        let (undo, redo) = self.store.undo_labels()?;
        let late = commitment::late(saved.diffs, saved.before.as_deref(), &self.zones);
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
            notice: with_late(saved.said.clone(), late),
            said: with_late(saved.said, late),
            spread: None,
            focus: None,
            asks: None,
        };
        let Some(before) = saved.before.filter(|_| only_blocks(saved.diffs)) else {
            return Ok(quiet);
        };
        let scene = match only_rows(saved.diffs) {
            true => after(&before, saved.diffs, saved.rev),
            // What a series gives is read again; somebody else may have written since.
            false => self
                .store
                .read(|view| before.read_again(view, &self.zones))?,
        };
        if scene.rev != saved.rev {
            return Ok(quiet);
        }
        let scene = Arc::new(scene);
        let figures = figures::figures(&scene, &scene.blocks, seen.from, &self.zones);
        let (put, removed) = self.seen_of(&before, &scene, seen);
        let asks = commitment::asks(saved.diffs, scene.all_commitments(), &scene.home);
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
            asks,
            ..quiet
        })
    }

    /// What is new or different in view, and what is not in view any more.
    fn seen_of(
        &self,
        before: &Scene,
        after: &Scene,
        seen: &Range,
    ) -> (Vec<Occurrence>, Vec<String>) {
        let home = &after.home;
        let within = span_of(&(seen.from..seen.until), home);
        let in_view = |block: &&Block| touches(block.span(&self.zones, home), within);
        let stood: HashMap<Handle, &Block> = before
            .blocks
            .iter()
            .filter(in_view)
            .map(|block| (block.handle(), block))
            .collect();
        let stand: HashMap<Handle, &Block> = after
            .blocks
            .iter()
            .filter(in_view)
            .map(|block| (block.handle(), block))
            .collect();
        let mut put: Vec<&Block> = stand
            .values()
            .filter(|block| stood.get(&block.handle()) != Some(block))
            .copied()
            .collect();
        put.sort_by_key(|block| (block.id, block.handle()));
        let mut removed: Vec<Handle> = stood
            .into_keys()
            .filter(|handle| !stand.contains_key(handle))
            .collect();
        removed.sort_unstable();
        let shown = |block| shown::own(block, &self.zones, home);
        let key = |handle| Key::Block(handle).to_string();
        (
            put.into_iter().map(shown).collect(),
            removed.into_iter().map(key).collect(),
        )
    }
}

/// What was said, and what a change to weeks that are over means for them.
fn with_late(said: String, late: Option<&str>) -> String {
    match late {
        Some(late) => format!("{said} {late}"),
        None => said,
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
        removed: diffs
            .blocks
            .iter()
            .filter(|diff| diff.after.is_none())
            .filter_map(|diff| diff.before.as_ref().map(Block::handle))
            .collect(),
        ..Edit::default()
    };
    let mut noted: Vec<Reshuffle> = before.reshuffles.to_vec();
    for diff in &diffs.reshuffles {
        let id = diff
            .before
            .as_ref()
            .or(diff.after.as_ref())
            .map(|note| note.id);
        noted.retain(|note| Some(note.id) != id);
        noted.extend(diff.after.clone());
    }
    noted.sort_by_key(|note| (note.week, note.id));
    before
        .with_blocks(rev, edit.applied(&before.blocks))
        .with_notes(noted)
}

/// Whether every changed row stands for itself: no series, and no occurrence that its series gives
/// again.
fn only_rows(diffs: &Diffs) -> bool {
    diffs.blocks.iter().all(|diff| {
        let series = |block: &Block| block.recurrence.is_some();
        let mut sides = diff.before.iter().chain(&diff.after);
        let given_again = || {
            let instead = |block: &Block| block.instance.is_some();
            diff.after.is_none() && diff.before.as_ref().is_some_and(instead)
        };
        !sides.any(series) && !given_again()
    })
}

/// Whether nothing changed beside blocks and what is noted about changes to them; tasks of the
/// backlog stand in no week.
fn only_blocks(diffs: &Diffs) -> bool {
    diffs.len() == diffs.blocks.len() + diffs.reshuffles.len() + diffs.tasks.len()
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
