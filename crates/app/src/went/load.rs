//! What is known of weeks, out of the database: one week for the window, or many in one walk.
//!
//! The plan of a week that is over and was changed since is the one it ended with.

use super::plan::{self, Takes, touched};
use crate::commitment::live::{self, Now};
use crate::moment::Moment;
use crate::scene::Scene;
use crate::shown::Key;
use chrono::{Datelike, NaiveDate};
use evenkeel_core::actual::going_on::going_on;
use evenkeel_core::actual::{Entry, EntryId, Running, Source};
use evenkeel_core::category::Category;
use evenkeel_core::commitment::{self, Commitment, Committed, Live, Reshuffle, Why, departure};
use evenkeel_core::day_note::{DayFeeling, DayNote};
use evenkeel_core::event::EventId;
use evenkeel_core::facets::Facets;
use evenkeel_core::metrics::{self, Neighbours, Planned, Reason, Record, Rules};
use evenkeel_core::season::wanted;
use evenkeel_core::settings::WorkHours;
use evenkeel_core::stretch::Stretch;
use evenkeel_core::target::Context;
use evenkeel_core::time::{Instant, Span, Zones};
use evenkeel_core::week::Week;
use evenkeel_store::{Error, View};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::rc::Rc;

/// A week with what its figures are made of.
pub(crate) struct Known {
    /// What is measured.
    pub(crate) record: Record,
    /// What each planned stretch is, in the order of the record.
    pub(crate) plan: Vec<Named>,
    /// What each entry is, in the order of the record; what is going on comes last, without an id.
    pub(crate) entries: Vec<Rc<Entry>>,
    /// What the week is marked as, where it is not like others.
    pub(crate) context: Option<Context>,
    /// What was said of its days, by day.
    pub(crate) notes: Vec<DayNote>,
    /// How its days felt, by day. For the person's own eyes: no report reads it.
    pub(crate) feelings: Vec<DayFeeling>,
    /// Whether its plan was changed after it was over, so that it is about the plan it ended with.
    pub(crate) is_kept: bool,
}

/// What a planned stretch goes by.
pub(crate) struct Named {
    /// Its key in the week.
    pub(crate) key: String,
    /// What it is called.
    pub(crate) title: String,
}

/// What was recorded and said in some weeks.
struct Told {
    entries: Vec<Rc<Entry>>,
    notes: Vec<DayNote>,
    feelings: Vec<DayFeeling>,
    /// When work last ended before them, and when it began again after them.
    edges: Neighbours,
}

/// The weeks that begin on some days, in order, one after the other; `scene` has to hold them all.
pub(crate) fn weeks(
    scene: &Scene,
    firsts: &[NaiveDate],
    view: &View<'_>,
    zones: &Zones,
    moment: &Moment,
) -> Result<Vec<Known>, Error> {
    let weeks: Vec<Week> = firsts.iter().map(|first| scene.week_of(*first)).collect();
    let (Some(first), Some(last)) = (weeks.first(), weeks.last()) else {
        return Ok(Vec::new());
    };
    let span = Span::new(first.span().start, last.span().end);
    let told = Told::read(view, (first, last), span, moment)?;
    let mut happened: Vec<Vec<Rc<Entry>>> = weeks.iter().map(|_| Vec::new()).collect();
    for entry in &told.entries {
        for week in touched(entry.span, &weeks) {
            happened[week].push(entry.clone());
        }
    }
    let neighbours = neighbours(&weeks, &told);
    let plans = plan::by_week(scene, &weeks, zones);
    let read: Read = scene
        .events()
        .map(|event| (event.id, event.category))
        .collect();
    let each = weeks.iter().zip(&plans).zip(happened).zip(neighbours);
    Ok(each
        .map(|(((week, takes), entries), neighbours)| {
            let mut known = one(scene, week, takes, &read);
            known.record.neighbours = neighbours;
            known.record.until = (moment.now < week.span().end).then_some(moment.now);
            known.add_entries(entries);
            known.add_said(&told, week);
            known
        })
        .collect())
}

impl Told {
    fn read(
        view: &View<'_>,
        (first, last): (&Week, &Week),
        span: Span,
        moment: &Moment,
    ) -> Result<Told, Error> {
        let days = first.days().chain(last.days()).map(|(day, _)| day);
        let (from, until) = days.fold((NaiveDate::MAX, NaiveDate::MIN), |(from, until), day| {
            (from.min(day), until.max(day))
        });
        let until = until.succ_opt().unwrap_or(until);
        let mut entries = view.entries_between(span)?;
        if let Some(running) = view.running()? {
            entries.extend(being_recorded(&running, &entries, moment));
        }
        Ok(Told {
            entries: entries.into_iter().map(Rc::new).collect(),
            notes: view.day_notes(from, until)?,
            feelings: view.feelings(from, until)?,
            edges: Neighbours {
                worked_until: view.worked_until(span.start)?,
                works_again: view.works_again(span.end)?,
            },
        })
    }
}

/// What is recorded right now, as far as it has gone.
fn being_recorded(running: &Running, entries: &[Entry], moment: &Moment) -> Vec<Entry> {
    let spans = going_on(running, entries, &moment.mark());
    let entry = |span| Entry {
        id: EntryId(0),
        span,
        zone: running.zone.clone(),
        subject: running.subject.clone(),
        source: Source::Timer,
        note: String::new(),
        noted: running.noted.clone(),
        modified: moment.now.0,
    };
    spans.into_iter().map(entry).collect()
}

/// When work last ended before each week, and when it began again after it.
fn neighbours(weeks: &[Week], told: &Told) -> Vec<Neighbours> {
    let work = || {
        let entries = told.entries.iter();
        entries.filter(|entry| entry.subject.category.is_work())
    };
    let mut found: Vec<Neighbours> = weeks.iter().map(|_| Neighbours::default()).collect();
    let (mut before, mut entries) = (told.edges.worked_until, work().peekable());
    for (week, found) in weeks.iter().zip(&mut found) {
        while let Some(entry) = entries.next_if(|entry| entry.span.start < week.span().start) {
            before = before.max(Some(entry.span.end));
        }
        found.worked_until = before;
    }
    let (mut after, mut entries) = (told.edges.works_again, work().rev().peekable());
    for (week, found) in weeks.iter().zip(&mut found).rev() {
        while let Some(entry) = entries.next_if(|entry| week.span().end <= entry.span.start) {
            after = Some(entry.span.start);
        }
        found.works_again = after;
    }
    found
}

/// The plan and the commitment of a week.
fn one(scene: &Scene, week: &Week, takes: &[Takes<'_>], read: &Read) -> Known {
    let (rules, context) = rules(scene, week);
    let mut known = Known {
        record: Record::empty(*week, scene.home.clone(), rules),
        plan: Vec::new(),
        entries: Vec::new(),
        context,
        notes: Vec::new(),
        feelings: Vec::new(),
        is_kept: false,
    };
    match scene.ended(week.first()) {
        Some(ended) => {
            known.is_kept = true;
            for of in &ended.planned {
                let kind = category(of, read);
                let (planned, title) = (planned_as(of, kind), of.title.clone());
                let key = of.key.clone();
                known.add_planned(planned, Named { key, title });
            }
        }
        None => takes.iter().for_each(|takes| known.add_taken(takes)),
    }
    if let Some(stands) = scene.stands(week.first()) {
        let now = match scene.ended(week.first()) {
            Some(ended) => Now::at_end(ended, scene.events()),
            None => now(scene, takes),
        };
        known.add_commitment(stands, &now, &scene.reshuffles, read);
    }
    known
}

impl Known {
    fn add_planned(&mut self, planned: Planned, named: Named) {
        self.record.planned.push(planned);
        self.plan.push(named);
    }

    fn add_taken(&mut self, takes: &Takes<'_>) {
        let (planned, title) = match takes {
            Takes::Own(block, live) => (of_facets(&block.facets, *live), &block.title),
            Takes::Meeting(event, occurrence) => {
                let live = live::meeting(event, occurrence.span);
                let meets = Facets {
                    meeting: !event.organizer.is_empty(),
                    ..Facets::default()
                };
                (of_facets(&meets, live), &event.title)
            }
        };
        let (key, title) = (takes.key().to_string(), title.clone());
        self.add_planned(
            Planned {
                id: Some(key.clone()),
                ..planned
            },
            Named { key, title },
        );
    }

    /// The commitment that stands, its blocks by the names that the live plan has for them.
    fn add_commitment(
        &mut self,
        stands: &Commitment,
        now: &Now<'_>,
        notes: &[Reshuffle],
        read: &Read,
    ) {
        let mut names: HashMap<String, &str> = HashMap::new();
        let mut reasons = BTreeMap::new();
        for of in &stands.planned {
            let found = now.find_named(of, &stands.planned);
            if let Some((key, _)) = &found {
                names.insert(key.to_string(), &of.key);
            }
            let departs = departure(of, found.map(|(_, live)| live));
            if departs.is_some_and(|departs| departs.is_imported()) {
                reasons.insert(of.key.clone(), Reason::External);
            }
        }
        let told = notes
            .iter()
            .filter(|note| note.commitment == Some(stands.id))
            .filter_map(|note| Some((note.key.clone(), reason(note.why?))));
        reasons.extend(told);
        for planned in &mut self.record.planned {
            let name = planned.id.as_ref().and_then(|id| names.get(id));
            if let Some(name) = name {
                planned.id = Some((*name).to_string());
            }
        }
        let committed = stands.planned.iter();
        let committed = committed.map(|of| planned_as(of, category(of, read)));
        self.record.committed = Some(committed.collect());
        self.record.reasons = reasons;
    }

    fn add_entries(&mut self, entries: Vec<Rc<Entry>>) {
        let measured = entries.iter().map(|entry| metrics::Entry {
            stretch: Stretch {
                meeting: is_meeting(entry),
                ..Stretch::new(entry.span, entry.subject.category)
            },
            tags: entry.subject.facets.tags.clone(),
            lead_pct: entry.subject.facets.lead,
        });
        self.record.actual = measured.collect();
        self.entries = entries;
    }

    /// What was said of its days.
    fn add_said(&mut self, told: &Told, week: &Week) {
        let (first, last) = ends(week);
        let from = told.notes.partition_point(|note| note.day < first);
        let notes = told.notes[from..].iter();
        let notes: Vec<&DayNote> = notes.take_while(|note| note.day <= last).collect();
        for ((day, _), closed) in week.days().zip(&mut self.record.closed) {
            let note = notes.iter().find(|note| note.day == day);
            *closed = note.and_then(|note| note.closed).map(Instant);
        }
        let ticked: BTreeSet<&str> = notes
            .iter()
            .flat_map(|note| note.ticked.iter().map(String::as_str))
            .collect();
        if !ticked.is_empty() {
            // A committed block may have been ticked by the name it goes by now.
            let mut names: BTreeSet<&str> = ticked.clone();
            for (planned, named) in self.record.planned.iter_mut().zip(&self.plan) {
                planned.ticked = ticked.contains(named.key.as_str());
                names.extend(planned.id.as_deref().filter(|_| planned.ticked));
            }
            for planned in self.record.committed.iter_mut().flatten() {
                let id = planned.id.as_deref();
                planned.ticked = id.is_some_and(|id| names.contains(id));
            }
        }
        self.notes = notes.into_iter().cloned().collect();
        let felt = told.feelings.iter();
        let felt = felt.filter(|feeling| first <= feeling.day && feeling.day <= last);
        self.feelings = felt.cloned().collect();
    }
}

/// Whether an entry is time in a meeting: it says so, or it is time for one from outside.
pub(super) fn is_meeting(entry: &Entry) -> bool {
    let of = entry.subject.of.as_deref();
    entry.subject.facets.meeting || of.is_some_and(|of| of.starts_with('e'))
}

fn ends(week: &Week) -> (NaiveDate, NaiveDate) {
    let last = week.days().last().map(|(day, _)| day);
    (week.first(), last.unwrap_or(week.first()))
}

/// What is wanted of a week, its hours, and what it is marked as.
fn rules(scene: &Scene, week: &Week) -> (Rules, Option<Context>) {
    let Scene {
        boundaries,
        settings,
        targets,
        ..
    } = scene;
    let wanted = wanted(
        targets,
        boundaries,
        settings,
        week.days().map(|(day, _)| day),
    );
    let usual = Rules::default();
    let mut work_hours = [None; 7];
    for (day, _) in week.days() {
        let weekday = day.weekday().num_days_from_monday() as usize;
        work_hours[weekday] = boundaries.work_hours_on(day, settings);
    }
    let lunch_window = boundaries
        .lunch
        .map_or(usual.lunch_window, |lunch| WorkHours {
            start: lunch.start.min(usual.lunch_window.start),
            end: lunch.end.max(usual.lunch_window.end),
        });
    let context = wanted
        .iter()
        .flat_map(|wanted| &wanted.targets)
        .find_map(|target| target.context);
    let rules = Rules {
        target: wanted.as_ref().and_then(|wanted| wanted.shares),
        lead_target: wanted
            .as_ref()
            .and_then(|wanted| wanted.lead)
            .map(|percent| percent / 100.0),
        work_hours,
        lunch_window,
        ..usual
    };
    (rules, context)
}

/// What stands in a week, by the names a commitment may know it by.
fn now<'s>(scene: &'s Scene, takes: &[Takes<'s>]) -> Now<'s> {
    let own = takes.iter().filter_map(|takes| match takes {
        Takes::Own(block, live) => Some((*block, *live)),
        Takes::Meeting(..) => None,
    });
    let meetings = takes.iter().filter_map(|takes| match takes {
        Takes::Own(..) => None,
        Takes::Meeting(event, occurrence) => {
            let live = live::meeting(event, occurrence.span);
            Some((event.id, occurrence.key, live))
        }
    });
    Now::among(own, meetings, scene.events())
}

/// How imported meetings are read now: that is no change of them, so it counts for every plan.
type Read = HashMap<EventId, Category>;

fn category(of: &Committed, read: &Read) -> Category {
    match (&of.block, Key::parse(&of.key)) {
        (None, Some(Key::Event(id, _))) => read.get(&id).copied().unwrap_or(of.category),
        _ => of.category,
    }
}

fn planned_as(of: &Committed, category: Category) -> Planned {
    let contingency = of.facets.contingency;
    commitment::planned(
        of,
        Live {
            span: of.span,
            category,
            contingency,
        },
    )
}

fn of_facets(facets: &Facets, live: Live) -> Planned {
    Planned {
        tags: facets.tags.clone(),
        lead_pct: facets.lead,
        protected: facets.protected,
        contingency: live.contingency,
        ..Planned::new(Stretch {
            meeting: facets.meeting,
            ..Stretch::new(live.span, live.category)
        })
    }
}

fn reason(why: Why) -> Reason {
    match why {
        Why::Mine => Reason::Mine,
        Why::External => Reason::External,
        Why::Contingency => Reason::Contingency,
    }
}
