//! What a write would change, without writing: read-only, and from memory during a drag.

use crate::messages::{Fault, Op, Preview, Range};
use crate::moment::Moment;
use crate::planner::Planner;
use crate::scene::Scene;
use crate::shown::{self, Key};
use crate::{blocks, figures, labels, laying, series, tasks};
use evenkeel_core::block::BlockId;
use evenkeel_core::edit::Edit;
use evenkeel_core::edit::series::Rows;

impl Planner {
    /// What an edit of blocks would change. Other writes have nothing to preview.
    pub fn preview(&self, op: Op, seen: Range, moment: &Moment) -> Result<Preview, Fault> {
        if tasks::concerns(&op) {
            let (scene, edit) = self.tried_tasks(&op, &seen, moment)?;
            return Ok(self.shown_before(&scene, edit, &[], &seen));
        }
        if laying::concerns(&op) {
            return self.preview_laying(&op, &seen, moment);
        }
        let (scene, rows) = self.store.read(|view| {
            let home = moment.home(&view.settings()?, &self.zones);
            let named = blocks::load(&op, view, &self.zones, &home)?;
            let scene = self.stage(view, &op, &named, &seen, moment)?;
            Ok::<_, Fault>((scene, series::rows(&op, view)?))
        })?;
        // Ids from the far end: they never meet those that the store gives out.
        let mut unused = u32::MAX;
        let mut next = || {
            unused -= 1;
            (BlockId(unused), String::new())
        };
        let edit = match blocks::edit(&op, &scene, &rows, &self.zones, moment.now.0, &mut next) {
            Some(edit) => edit.map_err(Fault::from),
            None => Ok(Edit::default()),
        };
        Ok(self.shown_before(&scene, edit, &rows, &seen))
    }

    /// An edit that is not made, or its refusal, as the window shows it.
    pub(crate) fn shown_before(
        &self,
        scene: &Scene,
        edit: Result<Edit, Fault>,
        rows: &[Rows],
        seen: &Range,
    ) -> Preview {
        let (edit, refused) = match edit {
            Ok(edit) => (edit, None),
            Err(fault) => (Edit::default(), Some(fault)),
        };
        let after = scene.after(&edit, rows, &self.zones);
        let mut figures = figures::figures(scene, &after, seen.from, &self.zones);
        let edit = scene.told(edit, &after);
        for (place, new) in edit.new.iter().enumerate() {
            let given = Key::Block(*new).to_string();
            let keys = figures.hints.iter_mut().flat_map(|hint| &mut hint.keys);
            for key in keys.filter(|key| **key == given) {
                *key = new_key(place);
            }
        }
        let put: Vec<_> = edit
            .put
            .iter()
            .map(|block| {
                let mut occurrence = shown::own(block, &self.zones, &scene.home);
                if let Some(place) = edit.new.iter().position(|new| *new == block.handle()) {
                    occurrence.key = new_key(place);
                    occurrence.block = None;
                }
                occurrence
            })
            .collect();
        let said = match (&refused, put.first()) {
            (Some(fault), _) => format!("{} {}", fault.message, fault.hint),
            (None, Some(first)) => format!(
                "{} {}",
                labels::place(first),
                labels::balance(&figures, first.category)
            ),
            (None, None) => String::new(),
        };
        Preview {
            put,
            removed: edit
                .removed
                .iter()
                .map(|id| Key::Block(*id).to_string())
                .collect(),
            figures,
            refused,
            said,
            laid: None,
        }
    }
}

/// What goes for the key of something new that has none yet.
fn new_key(place: usize) -> String {
    format!("new{}", place + 1)
}
