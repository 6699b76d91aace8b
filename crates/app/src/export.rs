//! Writing the plan as a calendar file that other programs read.

use crate::labels;
use crate::messages::{ExportChoice, Exported, Fault};
use crate::moment::Moment;
use crate::planner::Planner;
use crate::scene::{span_of, touches};
use crate::words;
use chrono::NaiveDate;
use evenkeel_core::block::{Block, BlockId};
use evenkeel_core::event::Event;
use evenkeel_core::ics::{self, Export};
use evenkeel_core::recur;
use evenkeel_core::series;
use evenkeel_core::time::{Span, Zone};
use evenkeel_store::{Error, View};
use std::collections::BTreeSet;
use std::io::Write;
use std::ops::Range;
use std::path::Path;

/// What the calendar is called in other programs.
const NAME: &str = "Evenkeel";

impl Planner {
    /// A file name for an export.
    pub fn export_name(&self, choice: &ExportChoice) -> String {
        match choice.from {
            Some(from) => format!("evenkeel-{}.ics", from.format("%G-W%V")),
            None => "evenkeel.ics".into(),
        }
    }

    /// Writes a calendar file: all of it or nothing.
    pub fn export(
        &self,
        choice: &ExportChoice,
        path: &Path,
        moment: &Moment,
    ) -> Result<Exported, Fault> {
        let (text, events) = self.export_text(choice, moment)?;
        replace(path, text.as_bytes()).map_err(|error| words::file(path, &error, "write"))?;
        Ok(Exported {
            path: path.display().to_string(),
            events,
            said: format!(
                "Wrote {} to {}.",
                labels::count(events as usize, "event"),
                path.display()
            ),
        })
    }

    /// The text of an export and how many events are in it.
    pub fn export_text(
        &self,
        choice: &ExportChoice,
        moment: &Moment,
    ) -> Result<(String, u32), Fault> {
        let (blocks, events, home) = self.store.read(|view| {
            let home = moment.home(&view.settings()?, &self.zones);
            let within = span_of(&days(choice), &home);
            let blocks = self.blocks_in(view, choice, within, &home)?;
            let events = match choice.imported {
                true => self.events_in(view, choice, within, &home)?,
                false => Vec::new(),
            };
            Ok::<_, Error>((blocks, events, home))
        })?;
        let number = u32::try_from(blocks.len() + events.len()).unwrap_or(u32::MAX);
        let export = Export {
            name: NAME,
            blocks: &blocks,
            events: &events,
            home: &home,
            now: moment.now,
        };
        Ok((ics::write(&export, &self.zones), number))
    }

    fn blocks_in(
        &self,
        view: &View<'_>,
        choice: &ExportChoice,
        within: Span,
        home: &Zone,
    ) -> Result<Vec<Block>, Error> {
        let mut blocks = match bounded(choice) {
            true => self.blocks_between(view, within, home)?,
            false => view.blocks()?,
        };
        let wanted = |block: &Block| choice.personal || block.category.is_work();
        let (mut left_in, left_out): (Vec<Block>, Vec<Block>) = blocks.drain(..).partition(wanted);
        let series: BTreeSet<BlockId> = left_in
            .iter()
            .filter(|block| block.recurrence.is_some())
            .map(|block| block.id)
            .collect();
        for block in &mut left_in {
            let id = block.id;
            if let Some(recurrence) = &mut block.recurrence {
                // What a row stands in for must not come out in its stead.
                let keys = left_out.iter().filter_map(|block| block.instance);
                let keys = keys.filter(|instance| instance.series == id);
                recurrence.except.extend(keys.map(|instance| instance.key));
            }
            if let Some(instance) = block.instance
                && !series.contains(&instance.series)
            {
                block.uid = format!("{}-{}", instance.key.format("%Y%m%dT%H%M%S"), block.uid);
                block.instance = None;
            }
        }
        Ok(left_in)
    }

    /// What shows in a range; whole series go along when any occurrence lies in it, with all that
    /// stands in for others.
    fn blocks_between(
        &self,
        view: &View<'_>,
        within: Span,
        home: &Zone,
    ) -> Result<Vec<Block>, Error> {
        let loaded = view.plan_between(within)?;
        let (standing, _) = series::standing(
            loaded.blocks,
            &loaded.series,
            &loaded.replaced,
            within,
            &self.zones,
            home,
        );
        let mut blocks = Vec::new();
        let mut met = BTreeSet::new();
        for block in standing {
            if !touches(block.span(&self.zones, home), within) {
                continue;
            }
            match block.instance {
                None => blocks.push(block),
                Some(instance) if met.insert(instance.series) => {
                    blocks.extend(view.block(instance.series)?);
                    blocks.extend(view.overrides_of(instance.series)?);
                }
                Some(_) => {}
            }
        }
        Ok(blocks)
    }

    /// Whole series go along when any occurrence lies in the range, with all their overrides.
    fn events_in(
        &self,
        view: &View<'_>,
        choice: &ExportChoice,
        within: Span,
        home: &Zone,
    ) -> Result<Vec<Event>, Error> {
        let mut events = Vec::new();
        for feed in view.feeds()? {
            let mut all = view.events_of(feed.id)?;
            if bounded(choice) {
                let (found, _) = recur::occurrences(&all, within, &self.zones, home);
                let uids: BTreeSet<String> = found
                    .iter()
                    .filter_map(|occurrence| all.get(occurrence.event))
                    .map(|event| event.uid.clone())
                    .collect();
                all.retain(|event| uids.contains(&event.uid));
            }
            all.retain(|event| choice.personal || event.category.is_work());
            events.extend(all);
        }
        Ok(events)
    }
}

fn bounded(choice: &ExportChoice) -> bool {
    choice.from.is_some() || choice.until.is_some()
}

fn days(choice: &ExportChoice) -> Range<NaiveDate> {
    let ever = |year| NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or_default();
    choice.from.unwrap_or(ever(1))..choice.until.unwrap_or(ever(9999))
}

/// Writes beside the file and renames, so that a full disk leaves the old file whole.
fn replace(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    if path.is_dir() {
        return Err(std::io::ErrorKind::IsADirectory.into());
    }
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    let part = path.with_file_name(name);
    let written = std::fs::File::create(&part).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    match written.and_then(|()| std::fs::rename(&part, path)) {
        Ok(()) => Ok(()),
        Err(error) => {
            // What is left of the attempt is of no use; the first error is the one to tell.
            let _ = std::fs::remove_file(&part);
            Err(error)
        }
    }
}
