//! What stands in a stretch of days, in one state of the database: own blocks and the occurrences
//! of imported events, with everything needed to show them, weigh them and edit among them.

use crate::moment::Moment;
use crate::settings::wanted;
use crate::shown::Key;
use chrono::{Days, NaiveDate, NaiveTime};
use evenkeel_core::block::{Block, BlockId};
use evenkeel_core::boundary::Boundaries;
use evenkeel_core::commitment::{Commitment, EndedWeek, Reshuffle};
use evenkeel_core::edit::Edit;
use evenkeel_core::edit::series::Rows;
use evenkeel_core::event::{Event, Status};
use evenkeel_core::handle::Handle;
use evenkeel_core::recur::{self, Occurrence};
use evenkeel_core::series;
use evenkeel_core::settings::Settings;
use evenkeel_core::stretch::Stretch;
use evenkeel_core::target::Target;
use evenkeel_core::time::{Span, Zone, Zones};
use evenkeel_core::week::Week;
use evenkeel_store::{Error, View};
use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

/// Days around the asked ones that an edit may reach into: a push may cross midnight, and a logical
/// day ends on the next date.
const MARGIN: Days = Days::new(3);

/// One state of some days.
#[derive(Debug)]
pub(crate) struct Scene {
    pub(crate) rev: u32,
    /// The dates it is complete for: one stretch, or several that lie apart.
    days: Vec<Range<NaiveDate>>,
    pub(crate) settings: Settings,
    pub(crate) home: Zone,
    pub(crate) targets: Vec<Target>,
    pub(crate) boundaries: Boundaries,
    pub(crate) blocks: Vec<Block>,
    /// The series that go on in these days, each once, whether or not they take place in them.
    pub(crate) series: Vec<Block>,
    /// Commitments of its weeks, withdrawn ones too, oldest first.
    commitments: Arc<Vec<Commitment>>,
    /// Plans of its weeks that are over and were changed since, as they stood at their end.
    ended: Arc<Vec<EndedWeek>>,
    /// What was noted about changes in its weeks.
    pub(crate) reshuffles: Arc<Vec<Reshuffle>>,
    /// Shared with the state after a write that left them alone.
    imported: Arc<Imported>,
}

/// Imported events and when they take place.
#[derive(Debug, Default)]
struct Imported {
    events: Vec<Event>,
    occurrences: Vec<Occurrence>,
}

impl Scene {
    /// Loads the days asked for and a margin around them.
    pub(crate) fn load(
        view: &View<'_>,
        days: &[Range<NaiveDate>],
        zones: &Zones,
        moment: &Moment,
    ) -> Result<Scene, Error> {
        let settings = view.settings()?;
        let home = moment.home(&settings, zones);
        let days = joined(days);
        let (blocks, series, imported) = standing(view, &days, zones, &home)?;
        let (mut commitments, mut ended) = (Vec::new(), Vec::new());
        for days in &days {
            let first = settings.week_of(days.start);
            commitments.extend(view.commitments(first, days.end)?);
            ended.extend(view.ended_weeks(first, days.end)?);
        }
        Ok(Scene {
            reshuffles: Arc::new(reshuffles(view, &days, &settings)?),
            commitments: Arc::new(commitments),
            ended: Arc::new(ended),
            rev: view.rev()?,
            targets: wanted(view)?,
            boundaries: view.boundaries()?,
            days,
            settings,
            home,
            blocks,
            series,
            imported: Arc::new(imported),
        })
    }

    /// The same days after a write that touched blocks alone, series among them.
    pub(crate) fn read_again(&self, view: &View<'_>, zones: &Zones) -> Result<Scene, Error> {
        let (blocks, series, _) = standing(view, &self.days, zones, &self.home)?;
        let noted = reshuffles(view, &self.days, &self.settings)?;
        Ok(Scene {
            series,
            ..self.with_blocks(view.rev()?, blocks).with_notes(noted)
        })
    }

    /// The same with other notes about changes.
    pub(crate) fn with_notes(self, reshuffles: Vec<Reshuffle>) -> Scene {
        Scene {
            reshuffles: Arc::new(reshuffles),
            ..self
        }
    }

    /// The same days after a write that touched blocks alone, and no series.
    pub(crate) fn with_blocks(&self, rev: u32, blocks: Vec<Block>) -> Scene {
        Scene {
            rev,
            days: self.days.clone(),
            settings: self.settings.clone(),
            home: self.home.clone(),
            targets: self.targets.clone(),
            boundaries: self.boundaries.clone(),
            blocks,
            series: self.series.clone(),
            commitments: self.commitments.clone(),
            ended: self.ended.clone(),
            reshuffles: self.reshuffles.clone(),
            imported: self.imported.clone(),
        }
    }

    /// The blocks after an edit. Where it changes series, `rows` is what was stored of them.
    pub(crate) fn after(&self, edit: &Edit, rows: &[Rows], zones: &Zones) -> Vec<Block> {
        if !changes_series(edit, rows) {
            return edit.applied(&self.blocks);
        }
        let stored = rows
            .iter()
            .flat_map(|rows| rows.overrides.iter().chain([&rows.series]));
        let put = |block: &Block| edit.put.iter().any(|put| put.id == block.id);
        let gone = |block: &Block| edit.removed.contains(&Handle::from(block.id));
        let after: Vec<Block> = stored
            .filter(|block| !put(block) && !gone(block))
            .chain(&edit.put)
            .cloned()
            .collect();
        let replaced = after.iter().filter_map(|block| block.instance).collect();
        let (series, single): (Vec<Block>, Vec<Block>) = after
            .into_iter()
            .partition(|block| block.recurrence.is_some());
        let of_rows = |block: &Block| {
            let id = block.instance.map_or(block.id, |instance| instance.series);
            let stored = rows.iter().any(|rows| rows.series.id == id);
            stored || put(block) && block.id != BlockId(0)
        };
        let mut blocks: Vec<Block> = self
            .blocks
            .iter()
            .filter(|block| !of_rows(block))
            .cloned()
            .collect();
        for stretch in &self.days {
            let span = span_of(stretch, &self.home);
            let (standing, _) =
                series::standing(single.clone(), &series, &replaced, span, zones, &self.home);
            let here = |block: &Block| touches(block.span(zones, &self.home), span);
            blocks.extend(standing.into_iter().filter(here));
        }
        let mut met = HashSet::new();
        blocks.retain(|block| met.insert(block.handle()));
        blocks
    }

    /// An edit in the blocks that show: those that a changed series gives, instead of itself.
    pub(crate) fn told(&self, edit: Edit, after: &[Block]) -> Edit {
        let rows = edit.put.iter().any(|block| block.recurrence.is_some());
        let by_row = edit.removed.iter().any(|handle| {
            let shown = |block: &Block| block.handle() == *handle;
            handle.at.is_none() && !self.blocks.iter().any(shown)
        });
        if !rows && !by_row {
            return edit;
        }
        let known: HashMap<Handle, &Block> = self
            .blocks
            .iter()
            .map(|block| (block.handle(), block))
            .collect();
        let stands: HashSet<Handle> = after.iter().map(Block::handle).collect();
        let changed = |block: &&Block| known.get(&block.handle()) != Some(block);
        Edit {
            put: after.iter().filter(changed).cloned().collect(),
            new: Vec::new(),
            removed: known
                .into_keys()
                .filter(|handle| !stands.contains(handle))
                .collect(),
            ..edit
        }
    }

    /// Whether it can answer for all of these days.
    pub(crate) fn covers(&self, days: &[Range<NaiveDate>]) -> bool {
        days.iter().all(|asked| {
            let asked = around(asked);
            let holds = |held: &Range<_>| held.start <= asked.start && asked.end <= held.end;
            self.days.iter().any(holds)
        })
    }

    /// Imported events with their occurrences, by start.
    pub(crate) fn imported(&self) -> impl Iterator<Item = (&Event, &Occurrence)> {
        let Imported {
            events,
            occurrences,
        } = &*self.imported;
        occurrences
            .iter()
            .filter_map(|occurrence| Some((events.get(occurrence.event)?, occurrence)))
    }

    /// The seven logical days of the week that holds a date.
    pub(crate) fn week_of(&self, day: NaiveDate) -> Week {
        Week::new(self.settings.week_of(day), self.day_start(), &self.home)
    }

    /// When a logical day begins.
    pub(crate) fn day_start(&self) -> NaiveTime {
        self.settings.day_start()
    }

    /// Imported stretches that take time and that nothing here can move.
    pub(crate) fn fixed(&self) -> Vec<Span> {
        let counted = self.counted();
        counted.map(|(_, occurrence)| occurrence.span).collect()
    }

    /// Everything that takes time in a span, with these blocks as one's own.
    pub(crate) fn stretches(&self, blocks: &[Block], within: Span, zones: &Zones) -> Vec<Stretch> {
        let keyed = self.keyed(blocks, within, zones).into_iter();
        keyed.map(|(_, stretch)| stretch).collect()
    }

    /// The same with the key that each goes by.
    pub(crate) fn keyed(
        &self,
        blocks: &[Block],
        within: Span,
        zones: &Zones,
    ) -> Vec<(Key, Stretch)> {
        let own = blocks.iter().filter_map(|block| {
            let stretch = Stretch::of_block(block, zones, &self.home)?;
            Some((Key::Block(block.handle()), stretch))
        });
        let imported = self.counted().map(|(event, occurrence)| {
            let stretch = Stretch {
                // An event that somebody invited to is a meeting: no focus run goes through it.
                meeting: !event.organizer.is_empty(),
                ..Stretch::new(occurrence.span, event.category)
            };
            (Key::Event(event.id, occurrence.key), stretch)
        });
        own.chain(imported)
            .filter(|(_, stretch)| stretch.span.overlaps(within))
            .collect()
    }

    /// Imported events that take time.
    pub(crate) fn counted(&self) -> impl Iterator<Item = (&Event, &Occurrence)> {
        self.imported()
            .filter(|(event, occurrence)| counts(event) && 0 < occurrence.span.seconds())
    }

    /// The imported events, series once.
    pub(crate) fn events(&self) -> impl Iterator<Item = &Event> {
        self.imported.events.iter()
    }

    /// The commitments of the week that begins on a day.
    pub(crate) fn commitments(&self, first: NaiveDate) -> impl Iterator<Item = &Commitment> {
        self.all_commitments()
            .iter()
            .filter(move |one| one.week == first)
    }

    /// The weeks of which the plan is kept as it stood at their end.
    pub(crate) fn all_ended(&self) -> &[EndedWeek] {
        &self.ended
    }

    /// The plan of the week that begins on a day as it stood when that was over, where it was
    /// changed since.
    pub(crate) fn ended(&self, first: NaiveDate) -> Option<&EndedWeek> {
        self.ended.iter().find(|ended| ended.week == first)
    }

    /// The commitment that stands of the week that begins on a day: the newest that was not
    /// withdrawn.
    pub(crate) fn stands(&self, first: NaiveDate) -> Option<&Commitment> {
        let stands = self.commitments(first);
        stands
            .filter(|one| one.withdrawn.is_none())
            .max_by_key(|one| one.id)
    }

    /// The commitments of all its weeks.
    pub(crate) fn all_commitments(&self) -> &[Commitment] {
        &self.commitments
    }
}

impl Imported {
    fn add(&mut self, events: Vec<Event>, occurrences: Vec<Occurrence>) {
        let known = self.events.len();
        self.events.extend(events);
        let moved = occurrences.into_iter().map(|occurrence| Occurrence {
            event: known + occurrence.event,
            ..occurrence
        });
        self.occurrences.extend(moved);
    }

    fn each_once(&mut self) {
        let Imported {
            events,
            occurrences,
        } = self;
        let mut met = HashSet::new();
        occurrences.retain(|occurrence| {
            let event = events.get(occurrence.event).map(|event| event.id);
            met.insert((event, occurrence.key))
        });
    }
}

/// Whether an edit is more than single blocks and single occurrences.
fn changes_series(edit: &Edit, rows: &[Rows]) -> bool {
    !rows.is_empty() || edit.put.iter().any(|block| block.recurrence.is_some())
}

/// What stands in some days.
fn standing(
    view: &View<'_>,
    days: &[Range<NaiveDate>],
    zones: &Zones,
    home: &Zone,
) -> Result<(Vec<Block>, Vec<Block>, Imported), Error> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut all_series: Vec<Block> = Vec::new();
    let mut imported = Imported::default();
    for stretch in days {
        let span = span_of(stretch, home);
        let loaded = view.plan_between(span)?;
        let here = |block: &Block| touches(block.span(zones, home), span);
        let rows = loaded.blocks;
        let (series, replaced) = (&loaded.series, &loaded.replaced);
        let (standing, _) = series::standing(rows, series, replaced, span, zones, home);
        blocks.extend(standing.into_iter().filter(here));
        all_series.extend(loaded.series);
        let (occurrences, _) = recur::occurrences(&loaded.events, span, zones, home);
        imported.add(loaded.events, occurrences);
    }
    if 1 < days.len() {
        // What is long may have been met in two stretches.
        let mut met = HashSet::new();
        blocks.retain(|block| met.insert(block.handle()));
        all_series.sort_by_key(|series| series.id);
        all_series.dedup_by_key(|series| series.id);
        imported.each_once();
    }
    Ok((blocks, all_series, imported))
}

/// What was noted about changes in the weeks of some days.
fn reshuffles(
    view: &View<'_>,
    days: &[Range<NaiveDate>],
    settings: &Settings,
) -> Result<Vec<Reshuffle>, Error> {
    let mut noted = Vec::new();
    for days in days {
        noted.extend(view.reshuffles(settings.week_of(days.start), days.end)?);
    }
    Ok(noted)
}

/// Whether an imported event takes minutes: all-day, cancelled and free ones do not.
pub(crate) fn counts(event: &Event) -> bool {
    !event.all_day && !event.free && event.status != Status::Cancelled
}

/// The instants of some dates.
pub(crate) fn span_of(days: &Range<NaiveDate>, home: &Zone) -> Span {
    Span::new(
        home.instant(days.start.and_time(NaiveTime::MIN)),
        home.instant(days.end.and_time(NaiveTime::MIN)),
    )
}

/// Whether something shows in a stretch; what has no length shows where it stands.
pub(crate) fn touches(span: Span, within: Span) -> bool {
    span.overlaps(within)
        || (span.seconds() == 0 && within.start <= span.start && span.start < within.end)
}

/// The days with a margin around each stretch, in order, with what meets joined.
fn joined(days: &[Range<NaiveDate>]) -> Vec<Range<NaiveDate>> {
    let mut wide: Vec<Range<NaiveDate>> = days.iter().map(around).collect();
    wide.sort_by_key(|stretch| stretch.start);
    let mut joined: Vec<Range<NaiveDate>> = Vec::new();
    for stretch in wide {
        match joined.last_mut().filter(|last| stretch.start <= last.end) {
            Some(last) => last.end = last.end.max(stretch.end),
            None => joined.push(stretch),
        }
    }
    joined
}

fn around(days: &Range<NaiveDate>) -> Range<NaiveDate> {
    let start = days.start.checked_sub_days(MARGIN).unwrap_or(days.start);
    start..days.end.checked_add_days(MARGIN).unwrap_or(days.end)
}

#[cfg(test)]
mod tests;
