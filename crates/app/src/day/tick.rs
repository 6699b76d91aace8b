//! One block or meeting is done, or is not after all.

use super::{day_at, read};
use crate::blocks;
use crate::labels;
use crate::messages::{Fault, Outcome, Range};
use crate::moment::Moment;
use crate::planner::Planner;
use crate::shown::Key;
use chrono::NaiveDate;
use evenkeel_core::time::logical_day;
use evenkeel_store::View;

impl Planner {
    /// Ticks something off, on the logical day it begins on; or takes the tick back, wherever it
    /// is.
    pub(crate) fn tick(
        &self,
        key: &str,
        done: bool,
        seen: &Range,
        moment: &Moment,
    ) -> Result<Outcome, Fault> {
        let (title, day) = self.store.read(|view| self.standing(view, key, moment))?;
        let label = labels::day::tick(&title, done);
        let said = match done {
            true => format!("{} is done.", labels::sentence_case(labels::title(&title))),
            false => format!(
                "{} is not done.",
                labels::sentence_case(labels::title(&title))
            ),
        };
        self.write(&label, &said, seen, moment, |tx| {
            let days = day..day.succ_opt().unwrap_or(day);
            if done && !read::ticked(tx, &days)?.contains(key) {
                let mut note = read::note_of(tx, day)?;
                note.ticked.insert(key.to_string());
                tx.put_day_note(note)?;
            }
            if !done {
                for mut note in read::notes_near(tx, &days)? {
                    if note.ticked.remove(key) {
                        tx.put_day_note(note)?;
                    }
                }
            }
            Ok(())
        })
    }

    /// The title of what goes by a key, and the logical day it begins on.
    fn standing(
        &self,
        view: &View<'_>,
        key: &str,
        moment: &Moment,
    ) -> Result<(String, NaiveDate), Fault> {
        let settings = view.settings()?;
        let home = moment.home(&settings, &self.zones);
        match Key::parse(key).ok_or_else(|| Fault::gone("block"))? {
            Key::Block(handle) => {
                let found = blocks::find(handle, view, &self.zones, &home)?;
                let block = found.ok_or_else(|| Fault::gone("block"))?;
                let start = home.wall(block.span(&self.zones, &home).start);
                Ok((block.title, logical_day(start, settings.day_start())))
            }
            Key::Event(id, at) => {
                let near = at.date().pred_opt().unwrap_or(at.date());
                let days = near..at.date().succ_opt().unwrap_or(near);
                let scene = self.scene_in(view, &[days], moment)?;
                let mut counted = scene.counted();
                let found = counted.find(|(event, one)| event.id == id && one.key == at);
                let (event, one) = found.ok_or_else(|| Fault::gone("event"))?;
                Ok((event.title.clone(), day_at(one.span.start, &scene)))
            }
        }
    }
}
