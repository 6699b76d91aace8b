//! What a day had planned, what was done of it, and what is left.

use super::{day_at, read, span_of_day};
use crate::actual;
use crate::labels;
use crate::messages::{DayReview, DayShare, Fault, PlannedLine};
use crate::moment::Moment;
use crate::planner::Planner;
use crate::scene::Scene;
use crate::shown::{self, Key};
use chrono::NaiveDate;
use evenkeel_core::actual::going_on::going_on;
use evenkeel_core::actual::{Entry, Running};
use evenkeel_core::category::Category;
use evenkeel_core::close;
use evenkeel_core::metrics::{Adherence, CarriedOut, Planned, Rules, adherence, carried_out};
use evenkeel_core::stretch::Stretch;
use evenkeel_core::text;
use evenkeel_core::time::{Span, in_calendar};
use evenkeel_store::View;
use std::collections::{BTreeMap, BTreeSet};

impl Planner {
    /// The logical day that goes on now.
    pub fn logical_today(&self, moment: &Moment) -> Result<NaiveDate, Fault> {
        let settings = self.store.settings()?;
        let now = moment.wall(&moment.home(&settings, &self.zones));
        Ok(evenkeel_core::time::logical_day(now, settings.day_start()))
    }

    /// A logical day, planned and done.
    pub fn day(&self, day: NaiveDate, moment: &Moment) -> Result<DayReview, Fault> {
        if !in_calendar(day) {
            return Err(Fault::outside_calendar().at("day"));
        }
        self.store.read(|view| self.review(view, day, moment))
    }

    pub(super) fn review(
        &self,
        view: &View<'_>,
        day: NaiveDate,
        moment: &Moment,
    ) -> Result<DayReview, Fault> {
        let days = day..day.succ_opt().unwrap_or(day);
        let scene = self.scene_in(view, std::slice::from_ref(&days), moment)?;
        let within = span_of_day(day, &scene);
        let ticked = read::ticked(view, &days)?;
        let blocks = planned(&scene, within, &ticked, self);
        let reach = blocks.iter().fold(within, |reach, (_, block)| {
            let span = block.stretch.span;
            Span::new(reach.start.min(span.start), reach.end.max(span.end))
        });
        let entries = view.entries_between(reach)?;
        let running = view.running()?;
        let spent = spent(&entries, running.as_ref(), moment);
        let rules = Rules::default();
        let all: Vec<Planned> = blocks.iter().map(|(_, block)| block.clone()).collect();
        let found = adherence(&cut(&all, within), &cut_spent(&spent, within), &rules);
        let became = carried_out(&all, &spent, &rules);
        let note = read::note_of(view, day)?;
        let feeling = view.feelings(days.start, days.end)?.into_iter().next();
        let today = day_at(moment.now, &scene);
        let plan: Vec<Stretch> = all.iter().map(|block| block.stretch).collect();
        let keys: BTreeSet<String> = blocks.iter().map(|(key, _)| key.to_string()).collect();
        let unplanned: Vec<Entry> = entries
            .into_iter()
            .filter(|entry| entry.span.overlaps(within))
            .filter(|entry| {
                let of = entry.subject.of.as_ref();
                let of_plan = of.is_some_and(|key| keys.contains(key));
                !of_plan && close::unplanned(&of_entry(entry), &plan)
            })
            .collect();
        let closed = note
            .closed
            .map(|at| scene.home.wall(evenkeel_core::time::Instant(at)));
        let (planned, done) = (minutes(found.planned), minutes(spent_in(&found)));
        let lines = self.lines(&scene, &blocks, &became, within, moment);
        Ok(DayReview {
            day,
            name: labels::day::name(day, today),
            is_today: day == today,
            begun: day <= today,
            planned,
            done,
            words: format!(
                "{} recorded, {} planned",
                text::duration(done),
                text::duration(planned)
            ),
            blocks_words: labels::day::blocks(&lines),
            categories: shares(&found),
            blocks: lines,
            unplanned: actual::shown(
                &unplanned,
                &scene.home,
                scene.day_start(),
                &closed.map(|at| (day, at)).into_iter().collect(),
            ),
            running: running
                .filter(|_| day == today)
                .map(|running| labels::title(&running.subject.title).to_string()),
            line: note.line,
            energy: feeling.as_ref().and_then(|feeling| feeling.energy),
            switched_off: feeling.and_then(|feeling| feeling.switched_off),
            closed,
            closed_words: closed
                .map(|at| labels::day::closed(day, at))
                .unwrap_or_default(),
        })
    }

    /// The lines of what begins on the day.
    fn lines(
        &self,
        scene: &Scene,
        blocks: &[(Key, Planned)],
        became: &[CarriedOut],
        within: Span,
        moment: &Moment,
    ) -> Vec<PlannedLine> {
        let day = day_at(within.start, scene);
        let today = day_at(moment.now, scene);
        let own: BTreeMap<Key, _> = scene
            .blocks
            .iter()
            .map(|block| {
                (
                    Key::Block(block.handle()),
                    shown::own(block, &self.zones, &scene.home),
                )
            })
            .collect();
        let imported: BTreeMap<Key, _> = scene
            .counted()
            .map(|(event, occurrence)| {
                let key = Key::Event(event.id, occurrence.key);
                (key, shown::imported(event, occurrence, &scene.home))
            })
            .collect();
        let mut lines: Vec<PlannedLine> = Vec::new();
        for ((key, planned), became) in blocks.iter().zip(became) {
            let span = planned.stretch.span;
            let Some(shown) = own.get(key).or_else(|| imported.get(key)) else {
                continue;
            };
            if span.start < within.start || within.end <= span.start {
                continue;
            }
            let share = became.coverage.unwrap_or(0.0);
            let spent = minutes(share * span.seconds() as f64 / 60.0);
            let left = shown.block.is_some() && close::is_left(&shown.facets, became.done);
            let next = left
                .then(|| {
                    let (settings, free) = (&scene.settings, &scene.boundaries);
                    let category = shown.category;
                    close::next_day(day, category, moment.now, settings, free, &scene.home)
                })
                .flatten();
            lines.push(PlannedLine {
                key: key.to_string(),
                block: shown.block,
                title: shown.title.clone(),
                category: shown.category,
                start: shown.start,
                end: shown.end,
                words: labels::day::line(shown, spent),
                covered: (share * 100.0).floor().clamp(0.0, 100.0) as u8,
                ticked: planned.ticked,
                done: became.done,
                left,
                to_come: moment.now < span.end,
                goes_on: next
                    .map(|next| labels::day::goes_on(next.day, today))
                    .unwrap_or_default(),
            });
        }
        lines.sort_by(|a, b| (a.start, &a.key).cmp(&(b.start, &b.key)));
        lines
    }
}

/// Everything planned that lies in a day, whole: room kept free is no plan for anything.
fn planned(
    scene: &Scene,
    within: Span,
    ticked: &BTreeSet<String>,
    planner: &Planner,
) -> Vec<(Key, Planned)> {
    let keyed = scene.keyed(&scene.blocks, within, &planner.zones);
    let planned = keyed.into_iter().map(|(key, stretch)| {
        let block = Planned {
            ticked: ticked.contains(&key.to_string()),
            ..Planned::new(stretch)
        };
        (key, block)
    });
    planned.collect()
}

/// What was spent, what is being recorded included.
fn spent(entries: &[Entry], running: Option<&Running>, moment: &Moment) -> Vec<Stretch> {
    let going = running.into_iter().flat_map(|running| {
        let spans = going_on(running, entries, &moment.mark()).into_iter();
        spans.map(|span| Stretch::new(span, running.subject.category))
    });
    entries.iter().map(of_entry).chain(going).collect()
}

fn of_entry(entry: &Entry) -> Stretch {
    Stretch::new(entry.span, entry.subject.category)
}

fn cut(blocks: &[Planned], within: Span) -> Vec<Planned> {
    let cut = |block: &Planned| Planned {
        stretch: cut_one(block.stretch, within),
        ..block.clone()
    };
    blocks.iter().map(cut).collect()
}

fn cut_spent(spent: &[Stretch], within: Span) -> Vec<Stretch> {
    spent.iter().map(|one| cut_one(*one, within)).collect()
}

fn cut_one(stretch: Stretch, within: Span) -> Stretch {
    Stretch {
        span: stretch.span.intersection(within),
        ..stretch
    }
}

fn shares(found: &Adherence) -> Vec<DayShare> {
    let share = |category: Category| {
        let of = found.by_category[category as usize];
        let planned = minutes(of.planned);
        let done = minutes(of.kept + of.moved + of.unplanned);
        (0 < planned + done).then(|| DayShare {
            category,
            planned,
            done,
            words: match planned {
                0 => text::duration(done),
                planned => format!("{} of {}", text::duration(done), text::duration(planned)),
            },
        })
    };
    Category::ALL.into_iter().filter_map(share).collect()
}

/// What was spent in all: when it was planned, instead at other times, and beyond.
fn spent_in(found: &Adherence) -> f64 {
    found.kept + found.moved + found.unplanned
}

fn minutes(minutes: f64) -> u32 {
    minutes.round().clamp(0.0, f64::from(u32::MAX)) as u32
}
