//! Suggestions for a week of the plan: asked for, told in words, and taken. What they are is
//! decided in the core; nothing is changed before a person takes them.

mod accept;
mod brief;
mod relax;
mod told;

use crate::figures;
use crate::labels;
use crate::messages::{
    ConflictLines, Fault, Occurrence, ProposalDraft, ProposalLine, ProposalTime, SuggestMode,
    SuggestReply, SuggestRequest,
};
use crate::moment::Moment;
use crate::planner::Planner;
use crate::scene::Scene;
use crate::shown;
use brief::Facts;
use chrono::Days;
use evenkeel_core::block::{Block, BlockId};
use evenkeel_core::handle::Handle;
use evenkeel_core::proposal::{Change, Mode, Proposal, Proposed, propose};
use evenkeel_core::time::{Span, Zone};

impl Planner {
    /// What could be done with a week. Nothing is changed.
    pub fn suggest(
        &self,
        request: &SuggestRequest,
        moment: &Moment,
    ) -> Result<SuggestReply, Fault> {
        let (scene, facts) = self.store.read(|view| {
            let first = view.settings()?.week_of(request.week);
            let after = first.checked_add_days(Days::new(7)).unwrap_or(first);
            let scene = self.scene_in(view, &[first..after], moment)?;
            let facts = Facts::read(view, &scene, first, request, &self.zones)?;
            Ok::<_, Fault>((scene, facts))
        })?;
        let mode = match request.mode {
            SuggestMode::Fill => Mode::Fill,
            SuggestMode::Repair => Mode::Repair,
        };
        let days: Vec<_> = facts.first.iter_days().take(7).collect();
        let relaxed = relax::read(&request.relaxed, &days)?;
        let proposed = facts.with(&scene, mode, &relaxed, moment.now, propose);
        let (proposed, conflict) = match proposed {
            Ok(proposed) => (proposed, None),
            Err(stuck) => (nothing(), Some(told::conflict(&stuck))),
        };
        Ok(self.answer(request, &scene, &facts, &proposed, conflict))
    }

    fn answer(
        &self,
        request: &SuggestRequest,
        scene: &Scene,
        facts: &Facts,
        proposed: &Proposed,
        conflict: Option<ConflictLines>,
    ) -> SuggestReply {
        let before = figures::figures(scene, &scene.blocks, facts.first, &self.zones);
        let drafts = drafts(facts, proposed, &scene.home);
        let blocks = self.with_all(scene, &drafts);
        let after = figures::figures(scene, &blocks, facts.first, &self.zones);
        let mut proposals = Vec::new();
        for (at, (draft, group)) in drafts.iter().zip(groups(proposed)).enumerate() {
            let occurrences = self.occurrences(scene, draft, at);
            let Some(first) = occurrences.first() else {
                continue;
            };
            proposals.push(ProposalLine {
                key: format!("p{}", at + 1),
                title: first.title.clone(),
                when: labels::stretch(first.start, first.end),
                reason: told::reason(facts, scene, &before, &group),
                moved: match draft {
                    ProposalDraft::New { .. } => None,
                    ProposalDraft::Move { block, .. } => Some(block.to_string()),
                },
                draft: draft.clone(),
                occurrences,
            });
        }
        let week = scene.week_of(facts.first);
        let stretches = |blocks: &[Block]| scene.stretches(blocks, week.span(), &self.zones);
        let told = told::Balance {
            figures: [&before, &after],
            stretches: [stretches(&scene.blocks), stretches(&blocks)],
            week: &week,
            growth_minimum: scene.settings.growth_minimum,
        };
        let (gains, mut costs) = told.told(!proposals.is_empty());
        costs.extend(facts.moved(proposed));
        let unmet = told::unmet(proposed);
        SuggestReply {
            rev: scene.rev,
            week: facts.first,
            mode: request.mode,
            said: told::said(request.mode, &proposals, conflict.as_ref(), &gains, &unmet),
            proof: told::proof(proposed, proposals.is_empty()),
            optimal: proposed.optimal && conflict.is_none(),
            proposals,
            figures: after,
            gains,
            costs,
            unmet,
            conflict,
        }
    }

    /// The blocks with everything taken.
    fn with_all(&self, scene: &Scene, drafts: &[ProposalDraft]) -> Vec<Block> {
        let mut unused = u32::MAX;
        let mut next = || {
            unused -= 1;
            (BlockId(unused), String::new())
        };
        let edit = accept::edit(scene, drafts, &self.zones, 0, &[], &mut next);
        edit.map_or_else(|_| scene.blocks.clone(), |edit| edit.applied(&scene.blocks))
    }

    /// A proposal as it would show.
    fn occurrences(&self, scene: &Scene, draft: &ProposalDraft, at: usize) -> Vec<Occurrence> {
        let mut unused = u32::MAX;
        let mut next = || {
            unused -= 1;
            (BlockId(unused), String::new())
        };
        let drafts = std::slice::from_ref(draft);
        let edit = accept::edit(scene, drafts, &self.zones, 0, &[], &mut next);
        let put = edit.map(|edit| edit.put).unwrap_or_default();
        let shown = put.iter().enumerate().map(|(part, block)| Occurrence {
            key: format!("p{}.{}", at + 1, part + 1),
            block: None,
            ..shown::own(block, &self.zones, &scene.home)
        });
        shown.collect()
    }
}

fn nothing() -> Proposed {
    Proposed {
        proposals: Vec::new(),
        optimal: false,
        slot_minutes: 30,
        unmet: Vec::new(),
    }
}

/// What belongs together: a new block by itself, a block that moves with all of its parts. The
/// block itself comes first.
fn groups(proposed: &Proposed) -> Vec<Vec<&Proposal>> {
    let mut groups: Vec<(Option<Handle>, Vec<&Proposal>)> = Vec::new();
    for proposal in &proposed.proposals {
        let (of, main) = match &proposal.change {
            Change::New { .. } => (None, true),
            Change::Move { block, .. } => (Some(*block), true),
            Change::Part { of, .. } => (Some(*of), false),
        };
        let known = groups
            .iter_mut()
            .find(|group| of.is_some() && group.0 == of);
        match known {
            Some((_, group)) if main => group.insert(0, proposal),
            Some((_, group)) => group.push(proposal),
            None => groups.push((of, vec![proposal])),
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

fn drafts(facts: &Facts, proposed: &Proposed, home: &Zone) -> Vec<ProposalDraft> {
    let groups = groups(proposed).into_iter();
    let draft = |group: Vec<&Proposal>| {
        let first = group.first()?;
        let at = time(first.span, home);
        Some(match &first.change {
            Change::New { task } => ProposalDraft::New {
                title: facts.title(*task, first.category),
                category: first.category,
                task: *task,
                at,
            },
            Change::Move { block, .. } | Change::Part { of: block, .. } => ProposalDraft::Move {
                block: *block,
                was: time(facts.item(*block)?.span, home),
                to: at,
                parts: group[1..]
                    .iter()
                    .map(|part| time(part.span, home))
                    .collect(),
            },
        })
    };
    groups.filter_map(draft).collect()
}

fn time(span: Span, home: &Zone) -> ProposalTime {
    ProposalTime {
        start: home.wall(span.start),
        end: home.wall(span.end),
    }
}
