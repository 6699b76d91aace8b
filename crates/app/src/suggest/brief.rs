//! What suggestions are made from: everything that stands in and around a week, as the core wants
//! it. How much of a block is leading is left out.

use crate::messages::SuggestRequest;
use crate::scene::Scene;
use crate::shown::Key;
use chrono::NaiveDate;
use evenkeel_core::balance::Mix;
use evenkeel_core::boundary::Boundaries;
use evenkeel_core::category::Category;
use evenkeel_core::handle::Handle;
use evenkeel_core::proposal::{Brief, Change, Item, Mode, Open, Promise, Proposed, Relaxed};
use evenkeel_core::season;
use evenkeel_core::settings::Settings;
use evenkeel_core::task::{Task, TaskId};
use evenkeel_core::text;
use evenkeel_core::time::{Instant, Zones};
use evenkeel_store::{Error, View};

/// The facts of a week.
pub(super) struct Facts {
    pub(super) first: NaiveDate,
    pub(super) settings: Settings,
    boundaries: Boundaries,
    wanted: Option<Mix>,
    items: Vec<Item>,
    committed: Vec<Promise>,
    tasks: Vec<(Task, Option<u32>)>,
}

impl Facts {
    /// Reads them, in the state the scene shows.
    pub(super) fn read(
        view: &View<'_>,
        scene: &Scene,
        first: NaiveDate,
        request: &SuggestRequest,
        zones: &Zones,
    ) -> Result<Facts, Error> {
        let mut settings = scene.settings.clone();
        if let Some(weights) = request.weights {
            settings.suggest_weights = weights;
        }
        let week = scene.week_of(first);
        let days = week.days().map(|(day, _)| day);
        let wanted = season::wanted(&scene.targets, &scene.boundaries, &settings, days);
        Ok(Facts {
            first,
            settings,
            boundaries: scene.boundaries.clone(),
            wanted: wanted.map(|wanted| wanted.minutes),
            items: items(scene, zones),
            committed: committed(view, first)?,
            tasks: tasks(view, scene, zones)?,
        })
    }

    /// Shows them to the core.
    pub(super) fn with<T>(
        &self,
        scene: &Scene,
        mode: Mode,
        relaxed: &[Relaxed],
        now: Instant,
        look: impl FnOnce(&Brief<'_>) -> T,
    ) -> T {
        let tasks: Vec<Open<'_>> = self
            .tasks
            .iter()
            .map(|(task, left)| Open { task, left: *left })
            .collect();
        look(&Brief {
            week: &scene.week_of(self.first),
            home: &scene.home,
            now,
            settings: &self.settings,
            boundaries: &self.boundaries,
            wanted: self.wanted,
            items: &self.items,
            committed: &self.committed,
            tasks: &tasks,
            mode,
            relaxed,
        })
    }

    /// The block of that name.
    pub(super) fn item(&self, block: Handle) -> Option<&Item> {
        self.items.iter().find(|item| item.block == Some(block))
    }

    /// A task that is still open, with what is left of it.
    pub(super) fn task(&self, id: TaskId) -> Option<(&Task, Option<u32>)> {
        let found = self.tasks.iter().find(|(task, _)| task.id == id);
        found.map(|(task, left)| (task, *left))
    }

    /// What a new block is called.
    pub(super) fn title(&self, task: Option<TaskId>, category: Category) -> String {
        let task = task.and_then(|id| self.task(id));
        match task {
            Some((task, _)) => task.title.clone(),
            None => plain(category).to_string(),
        }
    }

    /// "Moves 45 committed minutes."
    pub(super) fn moved(&self, proposed: &Proposed) -> Option<String> {
        let moved = |block: Handle| {
            let item = self.item(block)?;
            let stays: i64 = proposed
                .proposals
                .iter()
                .filter(|one| match one.change {
                    Change::Move { block: of, .. } | Change::Part { of, .. } => of == block,
                    Change::New { .. } => false,
                })
                .map(|one| one.span.intersection(item.span).seconds())
                .sum();
            Some((item.span.seconds() - stays) / 60)
        };
        let blocks = proposed
            .proposals
            .iter()
            .filter_map(|one| match one.change {
                Change::Move { block, .. } => Some(block),
                _ => None,
            });
        let minutes: i64 = blocks.filter_map(moved).sum();
        let minutes = u32::try_from(minutes).ok().filter(|minutes| 0 < *minutes)?;
        let what = match self.committed.is_empty() {
            true => "of your plan",
            false => "of what you committed",
        };
        Some(format!("Moves {} {what}.", text::duration(minutes)))
    }
}

/// What time of a category is called where no task gives it a name.
fn plain(category: Category) -> &'static str {
    match category {
        Category::Technical => "Focus time",
        Category::Management => "Management time",
        Category::Growth => "Growth time",
        Category::Personal => "Time for yourself",
    }
}

fn items(scene: &Scene, zones: &Zones) -> Vec<Item> {
    let own = scene.blocks.iter().map(|block| Item {
        block: Some(block.handle()),
        title: block.title.clone(),
        category: block.category,
        span: block.span(zones, &scene.home),
        meeting: block.facets.meeting,
        stays: block.stays_put(),
        contingency: block.facets.contingency,
    });
    let imported = scene.counted().map(|(event, occurrence)| Item {
        block: None,
        title: event.title.clone(),
        category: event.category,
        span: occurrence.span,
        meeting: event.category.is_work(),
        stays: true,
        contingency: false,
    });
    own.chain(imported).collect()
}

/// Where one's own blocks stood in the commitment that holds.
fn committed(view: &View<'_>, first: NaiveDate) -> Result<Vec<Promise>, Error> {
    let after = first.succ_opt().unwrap_or(first);
    let commitments = view.commitments(first, after)?;
    let holds = commitments.into_iter().rev();
    let Some(holds) = holds.into_iter().find(|one| one.withdrawn.is_none()) else {
        return Ok(Vec::new());
    };
    let promise = |one: evenkeel_core::commitment::Committed| match Key::parse(&one.key) {
        Some(Key::Block(block)) => Some(Promise {
            block,
            category: one.category,
            span: one.span,
        }),
        _ => None,
    };
    Ok(holds.planned.into_iter().filter_map(promise).collect())
}

/// The tasks that still want time, with what is left of their estimates.
fn tasks(view: &View<'_>, scene: &Scene, zones: &Zones) -> Result<Vec<(Task, Option<u32>)>, Error> {
    let mut open = Vec::new();
    for task in view
        .tasks()?
        .into_iter()
        .filter(|task| task.finished.is_none())
    {
        let blocks = view.blocks_of_task(task.id)?;
        let single = blocks.iter().filter(|block| block.recurrence.is_none());
        let seconds: i64 = single
            .map(|block| block.span(zones, &scene.home).seconds())
            .sum();
        let planned = u32::try_from(seconds / 60).unwrap_or(u32::MAX);
        let left = task
            .estimate
            .map(|estimate| estimate.saturating_sub(planned));
        if left != Some(0) && (left.is_some() || planned == 0) {
            open.push((task, left));
        }
    }
    Ok(open)
}
