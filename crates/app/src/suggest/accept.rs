//! Taking proposals: looked at again in the plan as it is now, those that still fit become one
//! step.

use super::told;
use crate::apply::save;
use crate::labels;
use crate::messages::{Fault, Outcome, ProposalDraft, ProposalTime, Range};
use crate::moment::{Because, Moment};
use crate::outcome::Saved;
use crate::planner::{Planner, with_week};
use crate::scene::Scene;
use crate::words::stale;
use chrono::{Days, NaiveDate};
use evenkeel_core::block::{Block, BlockId};
use evenkeel_core::commitment::Why;
use evenkeel_core::edit::{self, Draft, Edit, Next, Others, Patch, Plan};
use evenkeel_core::facets::Facets;
use evenkeel_core::handle::Handle;
use evenkeel_core::task::Task;
use evenkeel_core::time::{Span, Zones};
use evenkeel_store::Tx;
use std::ops;

impl Planner {
    /// Takes proposals. What does not fit any more is left out, and said; where nothing fits, the
    /// request is refused.
    pub(crate) fn accept(
        &self,
        proposals: &[ProposalDraft],
        seen: &Range,
        moment: &Moment,
    ) -> Result<Outcome, Fault> {
        if proposals.is_empty() {
            return Err(stale::no_proposal());
        }
        // What stays of the request is known only inside; the label names all that was asked for.
        let titles = self.titles_of(proposals, moment)?;
        let titles: Vec<&str> = titles.iter().map(String::as_str).collect();
        let label = told::step(&titles);
        // What was committed moves because something landed on it.
        let moves = |one: &ProposalDraft| matches!(one, ProposalDraft::Move { .. });
        let reasoned = Moment {
            because: moment.because.clone().or_else(|| {
                proposals.iter().any(moves).then(|| Because {
                    why: Why::External,
                    note: String::new(),
                })
            }),
            ..moment.clone()
        };
        let committed = self.transact(&label, &reasoned, |tx| {
            let settings = tx.settings()?;
            let mut days: Vec<_> = proposals.iter().flat_map(days).collect();
            days.push(with_week(seen, &settings));
            let scene = self.scene_in(tx, &days, moment)?;
            let tasks = tx.tasks()?;
            let (fitting, left_out) = self.fitting(&scene, proposals, &tasks, moment);
            if fitting.is_empty() {
                return Err(stale::stale(&left_out));
            }
            let edit = self.accepted(tx, &scene, &fitting, &tasks, moment)?;
            let main = edit.put.first().map(Block::handle);
            save(tx, edit)?;
            Ok::<_, Fault>((scene, main, left_out))
        })?;
        let (before, main, left_out) = committed.value;
        let saved = Saved {
            rev: committed.rev,
            diffs: &committed.diffs,
            before: Some(before),
            main,
            said: told::taken(proposals.len() - left_out.len(), &left_out),
        };
        let outcome = self.outcome(saved, seen)?;
        let figures = outcome.figures.as_ref().map(told::balance);
        Ok(Outcome {
            said: format!("{} {}", outcome.notice, figures.unwrap_or_default()),
            ..outcome
        })
    }

    fn titles_of(
        &self,
        proposals: &[ProposalDraft],
        moment: &Moment,
    ) -> Result<Vec<String>, Fault> {
        self.store.read(|view| {
            let home = moment.home(&view.settings()?, &self.zones);
            let mut titles = Vec::new();
            for proposal in proposals {
                titles.push(match proposal {
                    ProposalDraft::New { title, .. } => title.clone(),
                    ProposalDraft::Move { block, .. } => {
                        let found = crate::blocks::find(*block, view, &self.zones, &home)?;
                        found.map(|block| block.title).unwrap_or_default()
                    }
                });
            }
            Ok(titles)
        })
    }

    fn accepted(
        &self,
        tx: &mut Tx<'_>,
        scene: &Scene,
        proposals: &[ProposalDraft],
        tasks: &[Task],
        moment: &Moment,
    ) -> Result<Edit, Fault> {
        let mut failed = None;
        let edit = {
            let mut next = || {
                let id = tx.new_block_id().unwrap_or_else(|error| {
                    failed = Some(error);
                    BlockId(0)
                });
                (id, format!("{}@evenkeel", uuid::Uuid::new_v4()))
            };
            edit(
                scene,
                proposals,
                &self.zones,
                moment.now.0,
                tasks,
                &mut next,
            )
        };
        match failed {
            Some(error) => Err(error.into()),
            None => edit,
        }
    }

    /// The proposals that fit the plan as it is, and why the others do not.
    fn fitting(
        &self,
        scene: &Scene,
        proposals: &[ProposalDraft],
        tasks: &[Task],
        moment: &Moment,
    ) -> (Vec<ProposalDraft>, Vec<String>) {
        let mut left_out = Vec::new();
        let mut fitting: Vec<ProposalDraft> = Vec::new();
        for proposal in proposals {
            match self.outdated(scene, proposal, tasks, moment) {
                Some(why) => left_out.push(why),
                None => fitting.push(proposal.clone()),
            }
        }
        // With those that remain in their places: one after the other that lies on something goes.
        while let Some((at, why)) = self.colliding(scene, &fitting) {
            fitting.remove(at);
            left_out.push(why);
        }
        (fitting, left_out)
    }

    /// Why a proposal does not fit any more, whatever stands around it.
    fn outdated(
        &self,
        scene: &Scene,
        proposal: &ProposalDraft,
        tasks: &[Task],
        moment: &Moment,
    ) -> Option<String> {
        let now = moment.wall(&scene.home);
        let (title, moved) = match proposal {
            ProposalDraft::New { title, task, .. } => {
                let open = |task: &&Task| task.finished.is_none();
                let gone =
                    task.is_some_and(|id| !tasks.iter().filter(open).any(|task| task.id == id));
                if gone {
                    return Some(stale::task(title));
                }
                (title.clone(), false)
            }
            ProposalDraft::Move { block, was, .. } => {
                let found = scene.blocks.iter().find(|one| one.handle() == *block);
                let Some(found) = found else {
                    return Some(stale::gone());
                };
                if found.stays_put() {
                    return Some(stale::stays(&found.title));
                }
                let stands = time(found.span(&self.zones, &scene.home), scene);
                (found.title.clone(), stands != *was)
            }
        };
        if moved {
            return Some(stale::moved(&title));
        }
        let mut times = times(proposal);
        if times.clone().any(|at| at.end <= at.start) {
            return Some(stale::empty(&title));
        }
        times.any(|at| at.start < now).then(|| stale::past(&title))
    }

    /// The first proposal that would lie on something, and on what.
    fn colliding(&self, scene: &Scene, proposals: &[ProposalDraft]) -> Option<(usize, String)> {
        let span =
            |at: ProposalTime| Span::new(scene.home.instant(at.start), scene.home.instant(at.end));
        let moved = |handle: Handle| {
            proposals.iter().any(|one| match one {
                ProposalDraft::Move { block, .. } => *block == handle,
                ProposalDraft::New { .. } => false,
            })
        };
        let imported = scene
            .counted()
            .map(|(event, occurrence)| (event.title.as_str(), occurrence.span));
        let own = scene.blocks.iter().filter(|block| !moved(block.handle()));
        let own = own.map(|block| (block.title.as_str(), block.span(&self.zones, &scene.home)));
        let standing: Vec<(&str, Span)> = own.chain(imported).collect();
        let mut taken: Vec<Span> = Vec::new();
        for (at, proposal) in proposals.iter().enumerate() {
            for time in times(proposal) {
                let place = span(time);
                let on = standing.iter().find(|(_, span)| span.overlaps(place));
                let twice = taken.iter().any(|span| span.overlaps(place));
                let title = match proposal {
                    ProposalDraft::New { title, .. } => title.clone(),
                    ProposalDraft::Move { block, .. } => {
                        let found = scene.blocks.iter().find(|one| one.handle() == *block);
                        found.map(|block| block.title.clone()).unwrap_or_default()
                    }
                };
                let when = labels::stretch(time.start, time.end);
                match (on, twice) {
                    (Some((other, _)), _) => return Some((at, stale::taken(&title, &when, other))),
                    (None, true) => return Some((at, stale::twice(&title, &when))),
                    (None, false) => taken.push(place),
                }
            }
        }
        None
    }
}

/// What proposals make of the blocks, without asking whether they fit.
pub(super) fn edit(
    scene: &Scene,
    proposals: &[ProposalDraft],
    zones: &Zones,
    now: i64,
    tasks: &[Task],
    next: &mut Next<'_>,
) -> Result<Edit, Fault> {
    let plan = Plan {
        blocks: &scene.blocks,
        fixed: &[],
        zones,
        home: &scene.home,
        day_start: scene.day_start(),
        now,
    };
    let mut all = Edit::default();
    for proposal in proposals {
        for edit in edits(&plan, scene, proposal, tasks, next)? {
            all.put.extend(edit.put);
            all.new.extend(edit.new);
        }
    }
    Ok(all)
}

fn edits(
    plan: &Plan<'_>,
    scene: &Scene,
    proposal: &ProposalDraft,
    tasks: &[Task],
    next: &mut Next<'_>,
) -> Result<Vec<Edit>, Fault> {
    let zone = Some(scene.home.name().to_string());
    match proposal {
        ProposalDraft::New {
            title,
            category,
            task,
            at,
        } => {
            let known = task.and_then(|id| tasks.iter().find(|task| task.id == id));
            let draft = Draft {
                zone,
                task: *task,
                goal: known.map(|task| task.goal.clone()).unwrap_or_default(),
                facets: Facets {
                    tags: known.map(|task| task.tags.clone()).unwrap_or_default(),
                    ..Facets::default()
                },
                ..Draft::plain(title, *category, at.start, at.end)
            };
            Ok(vec![edit::create(plan, &draft, Others::Stay, next)?])
        }
        ProposalDraft::Move {
            block, to, parts, ..
        } => {
            let found = scene.blocks.iter().find(|one| one.handle() == *block);
            let Some(found) = found else {
                return Err(Fault::gone("block"));
            };
            let own = found.zone_or(plan.zones, plan.home);
            let wall = |at| own.wall(scene.home.instant(at));
            let patch = Patch {
                start: Some(wall(to.start)),
                end: Some(wall(to.end)),
                ..Patch::default()
            };
            let mut edits = vec![edit::change(plan, *block, &patch)?];
            for part in parts {
                let draft = Draft {
                    zone: zone.clone(),
                    notes: found.notes.clone(),
                    location: found.location.clone(),
                    goal: found.goal.clone(),
                    facets: found.facets.clone(),
                    task: found.task,
                    ..Draft::plain(&found.title, found.category, part.start, part.end)
                };
                edits.push(edit::create(plan, &draft, Others::Stay, next)?);
            }
            Ok(edits)
        }
    }
}

fn times(proposal: &ProposalDraft) -> impl Iterator<Item = ProposalTime> + Clone + '_ {
    let (first, parts) = match proposal {
        ProposalDraft::New { at, .. } => (*at, &[][..]),
        ProposalDraft::Move { to, parts, .. } => (*to, &parts[..]),
    };
    std::iter::once(first).chain(parts.iter().copied())
}

fn days(proposal: &ProposalDraft) -> Vec<ops::Range<NaiveDate>> {
    let was = match proposal {
        ProposalDraft::Move { was, .. } => Some(*was),
        ProposalDraft::New { .. } => None,
    };
    let day = |at: ProposalTime| {
        let last = at.end.date().max(at.start.date());
        at.start.date()..last.checked_add_days(Days::new(1)).unwrap_or(last)
    };
    times(proposal).chain(was).map(day).collect()
}

fn time(span: Span, scene: &Scene) -> ProposalTime {
    ProposalTime {
        start: scene.home.wall(span.start),
        end: scene.home.wall(span.end),
    }
}
