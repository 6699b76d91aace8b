//! Laying a template over the plan, and copying a week: decided once, for the preview as for the
//! real thing.

use crate::apply;
use crate::blocks;
use crate::labels::laid as words_of;
use crate::messages::{Fault, LaidKind, LaidLine, LaidPlan, Op, Outcome, Preview, Range};
use crate::moment::Moment;
use crate::outcome::Saved;
use crate::planner::{Planner, with_week};
use crate::scene::Scene;
use crate::templates::{checked, find};
use crate::words::templates::{all_there, empty_week, nothing_fits, onto_itself};
use chrono::{Days, NaiveDate, NaiveTime};
use evenkeel_core::block::{Block, BlockId};
use evenkeel_core::edit::Next;
use evenkeel_core::repeat::Series;
use evenkeel_core::settings::Settings;
use evenkeel_core::template::{
    self, Collisions, Frame, Ground, Laid, Laying, Meeting, Reach, TemplateRefusal,
};
use evenkeel_store::View;
use std::collections::BTreeSet;
use std::ops;
use std::sync::Arc;

/// Whether a request lays something.
pub(crate) fn concerns(op: &Op) -> bool {
    matches!(op, Op::LayTemplate { .. } | Op::CopyWeek { .. })
}

/// Everything it is decided on.
struct Stage {
    scene: Arc<Scene>,
    /// What undo calls it: "lay Weekly practice".
    label: String,
    /// What is laid, within a sentence.
    name: String,
    pieces: Vec<Laying>,
    frame: Frame,
    collisions: Collisions,
    /// What is not laid because it repeats by itself.
    repeating: Vec<LaidLine>,
}

impl Planner {
    pub(crate) fn lay(&self, op: &Op, seen: &Range, moment: &Moment) -> Result<Outcome, Fault> {
        let label = self.store.read(|view| label(view, op))?;
        let mut told = String::new();
        let committed = self.transact(&label, moment, |tx| {
            let stage = self.set(tx, op, seen, moment)?;
            let mut failed = None;
            let laid = {
                let mut next = || {
                    let id = tx.new_block_id().unwrap_or_else(|error| {
                        failed = Some(error);
                        BlockId(0)
                    });
                    (id, format!("{}@evenkeel", uuid::Uuid::new_v4()))
                };
                stage.lay(self, moment, &mut next)?
            };
            if let Some(error) = failed {
                return Err(error.into());
            }
            let plan = stage.told(&laid)?;
            told = words_of::done(&blocks::done(&stage.label), &plan);
            let main = laid.edit.put.first().map(Block::handle);
            apply::save(tx, laid.edit)?;
            Ok::<_, Fault>((stage.scene, main))
        })?;
        let (before, main) = committed.value;
        let saved = Saved {
            rev: committed.rev,
            diffs: &committed.diffs,
            before: Some(before),
            main,
            said: told,
        };
        Ok(self.outcome(saved, seen)?)
    }

    pub(crate) fn preview_laying(
        &self,
        op: &Op,
        seen: &Range,
        moment: &Moment,
    ) -> Result<Preview, Fault> {
        let stage = self.store.read(|view| self.set(view, op, seen, moment))?;
        let mut unused = u32::MAX;
        let mut next = || {
            unused -= 1;
            (BlockId(unused), String::new())
        };
        let laid = stage.lay(self, moment, &mut next)?;
        let plan = words_of::plan(&laid, stage.repeating.clone());
        let refused = stage.told(&laid).err();
        let shown = self.shown_before(&stage.scene, Ok(laid.edit.clone()), &[], seen);
        let said = match &refused {
            Some(fault) => format!("{} {}", fault.message, fault.hint),
            None => words_of::said(&plan, &laid, &shown.figures),
        };
        Ok(Preview {
            laid: Some(plan),
            refused,
            said,
            ..shown
        })
    }

    fn set(&self, view: &View<'_>, op: &Op, seen: &Range, moment: &Moment) -> Result<Stage, Fault> {
        let settings = view.settings()?;
        let home = moment.home(&settings, &self.zones);
        let label = label(view, op)?;
        let mut repeating = Vec::new();
        let (name, pieces, frame, collisions) = match op {
            Op::CopyWeek {
                from,
                to,
                collisions,
            } => {
                let from = settings.week_of(checked(*from)?);
                let to = settings.week_of(checked(*to)?);
                if from == to {
                    return Err(onto_itself());
                }
                let (pieces, left) = self.of_week(view, from, to, moment)?;
                repeating = left;
                (week_words(from), pieces, week(to), *collisions)
            }
            Op::LayTemplate {
                template,
                on,
                collisions,
            } => {
                let found = find(view, template)?;
                let on = checked(*on)?;
                let frame = Frame {
                    reach: found.reach,
                    first: match found.reach {
                        Reach::Week => settings.week_of(on),
                        Reach::Day | Reach::Selection => on,
                    },
                };
                let pieces = found.pieces.into_iter();
                let pieces = pieces.map(|piece| Laying { piece, task: None });
                let name = format!("\u{201c}{}\u{201d}", found.name);
                (name, pieces.collect(), frame, *collisions)
            }
            _ => return Err(TemplateRefusal::Empty.into()),
        };
        let dates = template::days(&pieces, &frame, &self.zones, &home);
        let mut days = weeks(dates.into_iter().chain([frame.first]), &settings);
        days.push(with_week(seen, &settings));
        Ok(Stage {
            scene: self.scene_in(view, &days, moment)?,
            label,
            name,
            pieces,
            frame,
            collisions,
            repeating,
        })
    }

    /// What of a week can be copied into another, and what goes on there by itself.
    fn of_week(
        &self,
        view: &View<'_>,
        from: NaiveDate,
        to: NaiveDate,
        moment: &Moment,
    ) -> Result<(Vec<Laying>, Vec<LaidLine>), Fault> {
        let blocks = self.own_of(view, from, 7, moment)?;
        let home = moment.home(&view.settings()?, &self.zones);
        let mut copied = Vec::new();
        let mut going_on = Vec::new();
        let mut known: Option<(BlockId, bool)> = None;
        for block in blocks {
            let Some(instance) = block.instance else {
                copied.push(block);
                continue;
            };
            let goes_on = match known {
                Some((series, goes_on)) if series == instance.series => goes_on,
                _ => goes_on(view.block(instance.series)?.as_ref(), to),
            };
            known = Some((instance.series, goes_on));
            match goes_on {
                true => going_on.push(block),
                false => copied.push(block),
            }
        }
        if copied.is_empty() {
            return Err(empty_week(from));
        }
        let line = |block: &Block| {
            let span = block.span(&self.zones, &home);
            LaidLine {
                kind: LaidKind::There,
                made: false,
                title: block.title.clone(),
                category: block.category,
                start: home.wall(span.start),
                end: home.wall(span.end),
                words: "Goes on by itself".into(),
            }
        };
        let frame = week(from);
        let mut laying = Vec::new();
        for block in &copied {
            let pieces = template::pieces([block], &frame, &self.zones, &home)?;
            let task = block.task;
            laying.extend(pieces.into_iter().map(|piece| Laying { piece, task }));
        }
        Ok((laying, going_on.iter().map(line).collect()))
    }
}

impl Stage {
    fn lay(&self, planner: &Planner, moment: &Moment, next: &mut Next<'_>) -> Result<Laid, Fault> {
        let fixed = self.scene.fixed();
        let plan = blocks::plan(&self.scene, &fixed, &planner.zones, moment.now.0);
        let meetings: Vec<Meeting> = self
            .scene
            .counted()
            .map(|(event, occurrence)| Meeting {
                title: event.title.clone(),
                category: event.category,
                span: occurrence.span,
            })
            .collect();
        let ground = Ground {
            plan: &plan,
            meetings: &meetings,
            series: &self.scene.series,
            boundaries: &self.scene.boundaries,
            settings: &self.scene.settings,
        };
        let laid = template::lay(&ground, &self.pieces, &self.frame, self.collisions, next)?;
        Ok(laid)
    }

    /// What is done, unless nothing is.
    fn told(&self, laid: &Laid) -> Result<LaidPlan, Fault> {
        let plan = words_of::plan(laid, self.repeating.clone());
        match (plan.made, plan.left_out) {
            (0, 0) => Err(all_there(&self.name)),
            (0, _) => Err(nothing_fits(&self.name)),
            _ => Ok(plan),
        }
    }
}

/// "lay Weekly practice", "copy the week of 9 November".
fn label(view: &View<'_>, op: &Op) -> Result<String, Fault> {
    Ok(match op {
        Op::LayTemplate { template, .. } => format!("lay {}", find(view, template)?.name),
        Op::CopyWeek { from, .. } => {
            let from = view.settings()?.week_of(checked(*from)?);
            format!("copy {}", week_words(from))
        }
        _ => String::new(),
    })
}

/// Whether a series takes place on a day or after it, exceptions left out.
fn goes_on(series: Option<&Block>, from: NaiveDate) -> bool {
    series.is_some_and(|block| {
        let recurrence = block.recurrence.clone().unwrap_or_default();
        let start = block.start;
        let next = Series { start, recurrence }.next(from.and_time(NaiveTime::MIN), 1);
        !next.is_empty()
    })
}

/// The weeks that hold some days.
fn weeks(days: impl Iterator<Item = NaiveDate>, settings: &Settings) -> Vec<ops::Range<NaiveDate>> {
    let firsts: BTreeSet<NaiveDate> = days.map(|day| settings.week_of(day)).collect();
    firsts
        .into_iter()
        .map(|first| first..first.checked_add_days(Days::new(7)).unwrap_or(first))
        .collect()
}

fn week(first: NaiveDate) -> Frame {
    Frame {
        reach: Reach::Week,
        first,
    }
}

/// "the week of 9 November".
fn week_words(first: NaiveDate) -> String {
    first.format("the week of %-d %B").to_string()
}
