//! Search over everything: what was typed leads to a day, to blocks and events, to tasks,
//! templates, calendars and what was declined.
//!
//! Another kind of thing is another [`HitKind`], one function here that turns what the store found
//! into a [`Hit`] or looks through a short list, and a line where it leads in the window.

use crate::details::in_words;
use crate::labels;
use crate::messages::{Fault, Found, FoundPlace, Hit, HitKind, Occurrence, Reach};
use crate::moment::Moment;
use crate::planner::Planner;
use crate::shown;
use chrono::NaiveDate;
use evenkeel_core::block::{Block, BlockId};
use evenkeel_core::category::Category;
use evenkeel_core::event::{Event, EventId, FeedId, Status};
use evenkeel_core::find::{Needle, Rank};
use evenkeel_core::handle::Instance;
use evenkeel_core::place::{self, Place};
use evenkeel_core::recur;
use evenkeel_core::series;
use evenkeel_core::settings::Settings;
use evenkeel_core::time::{Instant, Span, Zone};
use evenkeel_store::{Error, Found as Stored, View};
use std::collections::HashSet;

/// The most that is listed.
const MOST: usize = 40;
/// The most that is looked at closely: an override is found beside its series, and the nearest time
/// of a series is only known then.
const CANDIDATES: usize = 160;
/// How far a series is followed to its next time or back to its last.
const AHEAD_SECONDS: i64 = 400 * 86_400;
/// The longest a line of notes may be to be shown whole, in characters.
const LONGEST_LINE: usize = 90;

impl Planner {
    /// What fits words that were typed.
    pub fn search(&self, typed: &str, moment: &Moment) -> Result<Found, Fault> {
        self.store.read(|view| {
            let settings = view.settings()?;
            let home = moment.home(&settings, &self.zones);
            let today = moment.today(&home);
            let nothing = Found {
                typed: typed.into(),
                place: place_of(typed, today, &settings),
                hits: Vec::new(),
                more: false,
            };
            let Some(needle) = Needle::new(typed) else {
                return Ok(nothing);
            };
            let search = Search {
                planner: self,
                view,
                needle,
                home,
                today,
                now: moment.now,
            };
            let mut hits = search.all()?;
            let more = MOST < hits.len();
            hits.truncate(MOST);
            Ok(Found {
                hits: hits.into_iter().map(|ranked| ranked.hit).collect(),
                more,
                ..nothing
            })
        })
    }
}

fn place_of(typed: &str, today: NaiveDate, settings: &Settings) -> Option<FoundPlace> {
    let place = place::place(typed, today, settings)?;
    let (reach, day) = match place {
        Place::Day(day) => (Reach::Day, day),
        Place::Week(day) => (Reach::Week, day),
        Place::Month(day) => (Reach::Month, day),
    };
    Some(FoundPlace {
        reach,
        day,
        away_words: place.away(today),
    })
}

/// One search under way.
struct Search<'s> {
    planner: &'s Planner,
    view: &'s View<'s>,
    needle: Needle,
    home: Zone,
    today: NaiveDate,
    now: Instant,
}

/// Whose series it is.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Kind {
    Block,
    Event(FeedId),
}

/// A hit and what decides its place in the list.
struct Ranked {
    rank: Rank,
    /// Seconds from now, either way.
    away: i64,
    hit: Hit,
}

impl Ranked {
    fn in_category(self, category: Category) -> Ranked {
        let category = Some(category);
        Ranked {
            hit: Hit {
                category,
                ..self.hit
            },
            ..self
        }
    }
}

impl Search<'_> {
    fn all(&self) -> Result<Vec<Ranked>, Fault> {
        let near = self.home.wall(self.now);
        let mut hits = self.lists()?;
        let mut series = HashSet::new();
        for found in self.view.search(&self.needle, near, CANDIDATES)? {
            hits.extend(match found.what {
                Stored::Block(id) => self.own(id, found.rank, &mut series)?,
                Stored::Event(id) => self.imported(id, found.rank, &mut series)?,
            });
        }
        hits.sort_by_key(|hit| (hit.rank, hit.away));
        Ok(hits)
    }

    /// A block of one's own; of a series its next time, once, whichever of its overrides was found.
    fn own(
        &self,
        id: BlockId,
        rank: Rank,
        series: &mut HashSet<(Kind, String)>,
    ) -> Result<Option<Ranked>, Fault> {
        let Some(block) = self.view.block(id)? else {
            return Ok(None);
        };
        let of = block.instance.map_or(block.id, |instance| instance.series);
        let repeating = block.recurrence.is_some() || block.instance.is_some();
        if repeating && !series.insert((Kind::Block, of.0.to_string())) {
            return Ok(None);
        }
        let master = match block.instance {
            Some(instance) => self.view.block(instance.series)?,
            None => block.recurrence.as_ref().map(|_| block.clone()),
        };
        let around = [block.location.as_str(), block.notes.as_str()];
        let about = self.about(rank, &around, &block.location);
        let repeats = master.as_ref().and_then(|master| {
            let recurrence = master.recurrence.as_ref()?;
            Some(in_words(Some(recurrence), master.start))
        });
        let met = match &master {
            Some(master) => self.nearest_own(master)?.unwrap_or_else(|| block.clone()),
            None => block.clone(),
        };
        let span = met.span(&self.planner.zones, &self.home);
        let shown = shown::own(&met, &self.planner.zones, &self.home);
        Ok(Some(self.timed(
            shown,
            span,
            rank,
            repeats.unwrap_or_default(),
            about,
        )))
    }

    /// The occurrence of a series of one's own that is under way or comes next, else the last one.
    fn nearest_own(&self, master: &Block) -> Result<Option<Block>, Error> {
        let rows = self.view.overrides_of(master.id)?;
        let replaced: HashSet<Instance> = rows.iter().filter_map(|row| row.instance).collect();
        let zones = &self.planner.zones;
        let of = |stretch: Span| {
            let here = |row: &&Block| stretch.overlaps(row.span(zones, &self.home));
            let rows = rows.iter().filter(here).cloned().collect();
            let series = std::slice::from_ref(master);
            series::standing(rows, series, &replaced, stretch, zones, &self.home).0
        };
        let begins = |block: &Block| block.span(zones, &self.home).start;
        let [ahead, before] = self.stretches();
        let next = of(ahead).into_iter().min_by_key(begins);
        Ok(match next {
            Some(next) => Some(next),
            None => of(before)
                .into_iter()
                .max_by_key(begins)
                .or_else(|| self.first_own(master)),
        })
    }

    /// The first occurrence of a series that is further away than it is followed.
    fn first_own(&self, master: &Block) -> Option<Block> {
        let zones = &self.planner.zones;
        series::occurrence(master, master.start, zones, &self.home)
    }

    /// An imported event; of a series its next time, once, whichever of its overrides was found.
    fn imported(
        &self,
        id: EventId,
        rank: Rank,
        series: &mut HashSet<(Kind, String)>,
    ) -> Result<Option<Ranked>, Fault> {
        let Some(event) = self.view.event(id)? else {
            return Ok(None);
        };
        let repeating = event.recurrence.is_some() || event.recurrence_id.is_some();
        if repeating && !series.insert((Kind::Event(event.feed), event.uid.clone())) {
            return Ok(None);
        }
        let events = match repeating {
            true => self.view.events_called(event.feed, &event.uid)?,
            false => vec![event.clone()],
        };
        let Some((met, occurrence)) = self.nearest(&events) else {
            return Ok(None);
        };
        let shown = shown::imported(met, &occurrence, &self.home);
        let repeats = events.iter().find_map(|event| {
            let recurrence = event.recurrence.as_ref()?;
            Some(in_words(Some(recurrence), event.start))
        });
        let repeats = repeats.unwrap_or_default();
        let around = [
            event.location.as_str(),
            event.organizer.as_str(),
            event.notes.as_str(),
        ];
        let about = self.about(rank, &around, &met.location);
        Ok(Some(self.timed(
            shown,
            occurrence.span,
            rank,
            repeats,
            about,
        )))
    }

    /// The occurrence that is under way or comes next, else the last one there was. Of a series that
    /// is further away than [`AHEAD_SECONDS`] the first one.
    fn nearest<'e>(&self, events: &'e [Event]) -> Option<(&'e Event, recur::Occurrence)> {
        let takes_place = |found: &recur::Occurrence| {
            events
                .get(found.event)
                .is_some_and(|event| event.status != Status::Cancelled)
        };
        let [ahead, before] = self.stretches().map(|stretch| {
            let (found, _) = recur::occurrences(events, stretch, &self.planner.zones, &self.home);
            found
        });
        let found = ahead
            .iter()
            .find(|found| takes_place(found))
            .or_else(|| before.iter().rev().find(|found| takes_place(found)))
            .or_else(|| ahead.first())
            .or_else(|| before.last())
            .copied()
            .or_else(|| self.first(events))?;
        Some((events.get(found.event)?, found))
    }

    /// When the first of these events begins.
    fn first(&self, events: &[Event]) -> Option<recur::Occurrence> {
        let (index, event) = events
            .iter()
            .enumerate()
            .min_by_key(|(_, event)| event.start)?;
        let zone = event.zone.as_deref().filter(|_| !event.all_day);
        let zone = zone
            .and_then(|name| self.planner.zones.get(name))
            .unwrap_or_else(|| self.home.clone());
        Some(recur::Occurrence {
            event: index,
            key: event.recurrence_id.unwrap_or(event.start),
            start: event.start,
            end: event.end,
            span: Span::new(zone.instant(event.start), zone.instant(event.end)),
        })
    }

    /// The times a series is looked for in: from now on, and before.
    fn stretches(&self) -> [Span; 2] {
        [
            Span::new(self.now, self.now.plus_seconds(AHEAD_SECONDS)),
            Span::new(self.now.plus_seconds(-AHEAD_SECONDS), self.now),
        ]
    }

    fn timed(
        &self,
        shown: Occurrence,
        span: Span,
        rank: Rank,
        repeats: String,
        about: String,
    ) -> Ranked {
        let before = span.start.0 - self.now.0;
        let since = self.now.0 - span.end.0;
        let kind = match shown.block {
            Some(_) => HitKind::Block,
            None => HitKind::Event,
        };
        Ranked {
            rank,
            away: before.max(since).max(0),
            hit: Hit {
                kind,
                key: shown.key,
                title: shown.title,
                category: Some(shown.category),
                away_words: Place::Day(shown.start.date()).away(self.today),
                start: Some(shown.start),
                end: Some(shown.end),
                all_day: shown.all_day,
                repeats,
                about,
            },
        }
    }

    /// The outside calendars, which are few.
    /// What stands in no week: the short lists, looked through whole.
    fn lists(&self) -> Result<Vec<Ranked>, Error> {
        let mut hits = Vec::new();
        for feed in self.view.feeds()? {
            let around = [&feed.source[..]];
            hits.extend(self.listed(
                HitKind::Calendar,
                feed.id.0,
                &feed.name,
                &around,
                &feed.source,
            ));
        }
        for task in self.view.tasks()? {
            let around = [&task.notes[..], &task.goal];
            let about = match (task.finished, task.due) {
                (Some(_), _) => "finished".into(),
                (None, Some(due)) => format!("due {}", labels::date(due, self.today)),
                (None, None) => String::new(),
            };
            let found = self.listed(HitKind::Task, task.id.0, &task.title, &around, &about);
            hits.extend(found.map(|ranked| ranked.in_category(task.category)));
        }
        for template in self.view.templates()? {
            hits.extend(self.listed(HitKind::Template, template.id.0, &template.name, &[], ""));
        }
        for decline in self.view.declines()? {
            let to = decline.to.as_deref().unwrap_or_default();
            let around = [&decline.note[..], &decline.goal, to];
            let about = labels::date(decline.on, self.today);
            hits.extend(self.listed(
                HitKind::Decline,
                decline.id.0,
                &decline.what,
                &around,
                &about,
            ));
        }
        Ok(hits)
    }

    /// A line of a list, where the words are met in it. `about` is told where they are in its title.
    fn listed(
        &self,
        kind: HitKind,
        id: u32,
        title: &str,
        around: &[&str],
        about: &str,
    ) -> Option<Ranked> {
        let rank = self.needle.rank(title, around)?;
        Some(Ranked {
            rank,
            away: 0,
            hit: Hit {
                kind,
                key: id.to_string(),
                title: title.into(),
                category: None,
                start: None,
                end: None,
                all_day: false,
                away_words: String::new(),
                repeats: String::new(),
                about: self.about(rank, around, about),
            },
        })
    }

    /// The line in which the words were met, where they are not in the title; else the place.
    fn about(&self, rank: Rank, around: &[&str], place: &str) -> String {
        let mut lines = around.iter().flat_map(|text| text.lines());
        let met = lines
            .find(|line| rank == Rank::Around && self.needle.touches(line))
            .unwrap_or(place);
        shortened(met.trim())
    }
}

fn shortened(line: &str) -> String {
    match line.char_indices().nth(LONGEST_LINE) {
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
        None => line.into(),
    }
}
