//! Reading calendar files: first to look, then to keep. Reading a file again updates by UID, names
//! what vanished, and duplicates nothing.

use crate::file;
use crate::labels;
use crate::messages::{Fault, FaultCode, ImportCount, ImportPreview, Outcome, ProblemLine, Range};
use crate::moment::Moment;
use crate::planner::Planner;
use crate::scene::span_of;
use crate::settings::rules_in;
use chrono::{Days, NaiveDateTime};
use evenkeel_core::category::Category;
use evenkeel_core::event::{CategoryBy, Event, EventId, Feed};
use evenkeel_core::ics::{self, NotACalendar, Problem};
use evenkeel_core::{recur, rule};
use evenkeel_store::{Error, Reason, View};
use std::collections::{HashMap, HashSet};
use std::path::Path;

/// The most a calendar file may hold, in bytes; looked at before it is read.
const LARGEST: u64 = 20 * 1024 * 1024;

/// What keeping a file would do to what is there.
struct Merge {
    extent: Extent,
    /// The calendar it goes into, if it was read before.
    feed: Option<Feed>,
    /// New and changed events; those that were there keep their ids and hand-made categories.
    put: Vec<Event>,
    /// Events of the file that are as they were.
    same: Vec<Event>,
    added: u32,
    changed: u32,
    vanished: Vec<Event>,
    own: u32,
}

type EventKey = (String, Option<NaiveDateTime>);

impl Planner {
    /// What importing a file would do. Nothing is stored.
    pub fn read_calendar(&self, path: &Path, moment: &Moment) -> Result<ImportPreview, Fault> {
        let (calendar, problems) = self.read_file(path)?;
        let name = name_of(&calendar, path);
        let (merge, settings) = self.store.read(|view| {
            Ok::<_, Error>((merge(view, calendar.events, &name, path)?, view.settings()?))
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
            let merge = merge(tx, calendar.events, &name, path)?;
            events = merge.put.len() + merge.same.len();
            own = merge.own as usize;
            if events == 0 {
                // No calendar without events, and an empty file empties none that was read before.
                return Ok(());
            }
            let feed = match (merge.feed, merge.extent) {
                (Some(feed), Extent::Part) => feed,
                (Some(feed), Extent::Whole) => Feed {
                    source: source_of(path),
                    read: moment.now.0,
                    ..feed
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
            for mut event in merge.put {
                if event.id == EventId(0) {
                    event.id = tx.new_event_id()?;
                }
                event.feed = id;
                tx.put_event(event)?;
            }
            for event in merge.vanished {
                tx.remove_event(event.id)?;
            }
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

/// Puts the events of a file beside those that are there.
fn merge(view: &View<'_>, read: Vec<Event>, name: &str, path: &Path) -> Result<Merge, Error> {
    let rules = rules_in(view)?;
    let mut own = 0;
    let mut fresh = Vec::with_capacity(read.len());
    for event in read {
        match view.block_with_uid(&event.uid)? {
            Some(_) => own += 1,
            None => fresh.push(event),
        }
    }
    let (extent, feed, known) = match matching(view, &fresh, name, path)? {
        Some((extent, feed, events)) => (extent, Some(feed), events),
        None => (Extent::Whole, None, Vec::new()),
    };
    let mut known: HashMap<EventKey, Event> = known
        .into_iter()
        .map(|event| (key(&event), event))
        .collect();
    let mut by_hand: HashMap<String, Category> = HashMap::new();
    for event in known.values() {
        if event.category_by == CategoryBy::Hand {
            by_hand.insert(event.uid.clone(), event.category);
        }
    }
    let mut merge = Merge {
        extent,
        feed,
        put: Vec::new(),
        same: Vec::new(),
        added: 0,
        changed: 0,
        vanished: Vec::new(),
        own,
    };
    for mut event in fresh {
        match by_hand.get(&event.uid) {
            Some(category) => {
                event.category = *category;
                event.category_by = CategoryBy::Hand;
            }
            None => {
                rule::categorize(&mut event, &rules);
            }
        }
        match known.remove(&key(&event)) {
            Some(old) => {
                event.id = old.id;
                event.feed = old.feed;
                // An old invitation does not take back what a newer one said.
                let outdated = extent == Extent::Part && event.sequence < old.sequence;
                if outdated || event == old {
                    merge.same.push(old);
                } else {
                    merge.changed += 1;
                    merge.put.push(event);
                }
            }
            None => {
                merge.added += 1;
                merge.put.push(event);
            }
        }
    }
    if extent == Extent::Whole {
        merge.vanished = known.into_values().collect();
    }
    merge.vanished.sort_by_key(|event| event.id);
    Ok(merge)
}

/// How a file stands to a calendar that is there.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Extent {
    /// Some of its events, such as one invitation: what is not in it stays.
    Part,
    /// The calendar anew: what is not in it any more goes.
    Whole,
}

/// The calendar a file was read into before. Two calendars may share invitations, two files may
/// share a name, and a file may hold a single invitation. So a file is the calendar anew only when
/// it holds most of what is known, and is called the same or holds little else.
fn matching(
    view: &View<'_>,
    fresh: &[Event],
    name: &str,
    path: &Path,
) -> Result<Option<(Extent, Feed, Vec<Event>)>, Error> {
    let uids: HashSet<&str> = fresh.iter().map(|event| event.uid.as_str()).collect();
    let source = source_of(path);
    let mut best: Option<((Extent, usize), Feed, Vec<Event>)> = None;
    for feed in view.feeds()? {
        let events = view.events_of(feed.id)?;
        let known: HashSet<&str> = events.iter().map(|event| event.uid.as_str()).collect();
        let shared = known.intersection(&uids).count();
        let most_of_known = known.len() <= shared * 2;
        let most_of_file = uids.len() <= shared * 2;
        let called_the_same = feed.source == source || feed.name == name;
        let extent = match (most_of_known, most_of_file || called_the_same) {
            _ if shared == 0 => continue,
            (true, true) => Extent::Whole,
            (false, true) => Extent::Part,
            (_, false) => continue,
        };
        let rank = (extent, shared);
        if best.as_ref().is_none_or(|(other, _, _)| *other < rank) {
            best = Some((rank, feed, events));
        }
    }
    Ok(best.map(|((extent, _), feed, events)| (extent, feed, events)))
}

fn key(event: &Event) -> EventKey {
    (event.uid.clone(), event.recurrence_id)
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
