//! Reading calendar files: first to look, then to keep. Reading a file again updates by UID, names
//! what vanished, and duplicates nothing.

use crate::file;
use crate::labels;
use crate::merge::{Extent, Origin, merge};
use crate::messages::{Fault, FaultCode, ImportCount, ImportPreview, Outcome, ProblemLine, Range};
use crate::moment::Moment;
use crate::planner::Planner;
use crate::scene::span_of;
use chrono::Days;
use evenkeel_core::category::Category;
use evenkeel_core::event::{CategoryBy, Event, Feed};
use evenkeel_core::ics::{self, NotACalendar, Problem};
use evenkeel_core::recur;
use evenkeel_store::{Error, Reason};
use std::path::Path;

/// The most a calendar file may hold, in bytes; looked at before it is read.
const LARGEST: u64 = 20 * 1024 * 1024;

impl Origin {
    fn new(name: &str, path: &Path) -> Origin {
        Origin {
            name: name.to_string(),
            source: source_of(path),
        }
    }
}

impl Planner {
    /// What importing a file would do. Nothing is stored.
    pub fn read_calendar(&self, path: &Path, moment: &Moment) -> Result<ImportPreview, Fault> {
        let (calendar, problems) = self.read_file(path)?;
        let name = name_of(&calendar, path);
        let (merge, settings) = self.store.read(|view| {
            let origin = Origin::new(&name, path);
            Ok::<_, Error>((merge(view, calendar.events, &origin)?, view.settings()?))
        })?;
        let home = moment.home(&settings, &self.zones);
        let monday = settings.week_of(moment.today(&home));
        let next = monday.checked_add_days(Days::new(7)).unwrap_or(monday);
        let kept: Vec<&Event> = merge.put.iter().chain(&merge.same).collect();
        let (this_week, _) =
            recur::occurrences(&kept, span_of(&(monday..next), &home), &self.zones, &home);
        Ok(ImportPreview {
            path: path.to_string_lossy().into_owned(),
            name: merge.feed.as_ref().map_or(name, |feed| feed.name.clone()),
            events: count(kept.len()),
            added: merge.added,
            changed: merge.changed,
            vanished: merge
                .vanished
                .iter()
                .map(|event| event.title.clone())
                .collect(),
            own: merge.own,
            occurrences_this_week: count(this_week.len()),
            categories: categories(&kept),
            guessed: count(guessed(&kept)),
            problems: problems.into_iter().map(line).collect(),
        })
    }

    pub(crate) fn import(
        &self,
        path: &Path,
        seen: &Range,
        moment: &Moment,
    ) -> Result<Outcome, Fault> {
        let (calendar, _) = self.read_file(path)?;
        let name = name_of(&calendar, path);
        self.store.verify()?;
        self.store.backup_now(Reason::Import, moment.now)?;
        let mut events = 0;
        let mut own = 0;
        let outcome = self.write(&format!("import {name}"), "", seen, moment, |tx| {
            let merge = merge(tx, calendar.events, &Origin::new(&name, path))?;
            events = merge.kept();
            own = merge.own as usize;
            if events == 0 {
                // No calendar without events, and an empty file empties none that was read before.
                return Ok(());
            }
            let feed = match (&merge.feed, merge.extent) {
                (Some(feed), Extent::Part) => read_anew(feed.clone()),
                (Some(feed), Extent::Whole) => Feed {
                    source: source_of(path),
                    read: moment.now.0,
                    ..feed.clone()
                },
                (None, _) => Feed {
                    id: tx.new_feed_id()?,
                    name: name.clone(),
                    source: source_of(path),
                    read: moment.now.0,
                    subscription: None,
                },
            };
            let id = feed.id;
            tx.put_feed(feed)?;
            merge.keep(tx, id)?;
            Ok(())
        })?;
        Ok(outcome.told(match (events, own) {
            (0, 0) => format!("{name} holds no events, so nothing changed."),
            (0, 1) => format!("Nothing new in {name}: its event is one of your own blocks."),
            (0, _) => format!("Nothing new in {name}: its {own} events are your own blocks."),
            _ => format!("Imported {} from {name}.", labels::count(events, "event")),
        }))
    }

    /// Reads a calendar file with everything that can be wrong with files.
    pub(crate) fn read_file(&self, path: &Path) -> Result<(ics::Calendar, Vec<Problem>), Fault> {
        // A pipe may wait for ever and can be read only once; the preview reads, and the import again.
        let again = |facts: std::fs::Metadata| facts.is_file() || facts.is_dir();
        if path.metadata().is_ok_and(|facts| !again(facts)) {
            return Err(Fault::new(
                FaultCode::File,
                format!("{} is not a file that can be read again.", path.display()),
                "Save the calendar to a file first.",
            ));
        }
        let bytes = file::read(path, LARGEST)?;
        let bytes = bytes.ok_or_else(|| not_a_calendar(path, NotACalendar::TooLarge))?;
        ics::read(&bytes, &self.zones).map_err(|error| not_a_calendar(path, error))
    }
}

/// A subscribed calendar that a file was read into does not hold what its marks say any more: its
/// server is asked for everything next time.
fn read_anew(mut feed: Feed) -> Feed {
    if let Some(subscription) = &mut feed.subscription {
        subscription.etag = None;
        subscription.last_modified = None;
    }
    feed
}

fn source_of(path: &Path) -> String {
    path.file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}

fn name_of(calendar: &ics::Calendar, path: &Path) -> String {
    let own = calendar.name.as_deref().map(str::trim).unwrap_or_default();
    match own {
        "" => path
            .file_stem()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_else(|| "Calendar".into()),
        name => name.to_string(),
    }
}

fn categories(events: &[&Event]) -> Vec<ImportCount> {
    Category::ALL
        .into_iter()
        .map(|category| ImportCount {
            category,
            events: count(
                events
                    .iter()
                    .filter(|event| event.category == category)
                    .count(),
            ),
        })
        .collect()
}

fn guessed(events: &[&Event]) -> usize {
    events
        .iter()
        .filter(|event| event.category_by == CategoryBy::Guess)
        .count()
}

fn line(problem: Problem) -> ProblemLine {
    ProblemLine {
        line: problem.line,
        what: problem.what,
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn not_a_calendar(path: &Path, error: NotACalendar) -> Fault {
    let name = path.file_name().unwrap_or(path.as_os_str()).display();
    let (message, hint) = match error {
        NotACalendar::Empty => (
            format!("{name} is empty."),
            "Export the calendar again, or choose another file.",
        ),
        NotACalendar::Other => (
            format!("{name} is not a calendar file."),
            "Choose a file that a calendar program exported, usually ending in .ics.",
        ),
        NotACalendar::TooLarge => (
            format!("{name} is larger than 20 MB, more than a calendar file may be here."),
            "Export a shorter range of dates.",
        ),
    };
    Fault::new(FaultCode::File, message, hint)
}
