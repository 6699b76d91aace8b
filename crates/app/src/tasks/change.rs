//! What a request makes of tasks and blocks.

use crate::blocks;
use crate::messages::{Fault, NewTask, Op, TaskPatch, TaskPlan};
use crate::moment::Moment;
use crate::scene::Scene;
use evenkeel_core::backlog::{self, TaskRefusal};
use evenkeel_core::block::{Block, BlockId};
use evenkeel_core::edit::{self, Draft, Edit, Others};
use evenkeel_core::event::Recurrence;
use evenkeel_core::facets::{self, Facets};
use evenkeel_core::quick::Reading;
use evenkeel_core::task::{Energy, Task, TaskId};
use evenkeel_core::text;
use evenkeel_core::time::{Span, Zones};
use std::sync::Arc;

/// Everything a request about the backlog is decided on.
pub(super) struct Ground {
    pub(super) scene: Arc<Scene>,
    pub(super) tasks: Vec<Task>,
    /// The blocks of the task the request is about.
    pub(super) linked: Vec<Block>,
    /// What the words of the request were read as.
    pub(super) reading: Option<Reading>,
}

/// Identities for what may be made.
pub(super) struct Ids {
    pub(super) block: (BlockId, String),
    pub(super) tasks: Vec<TaskId>,
}

/// What changes.
#[derive(Default)]
pub(super) struct Change {
    pub(super) edit: Edit,
    pub(super) put: Vec<Task>,
    pub(super) removed: Option<TaskId>,
    /// What to say of it, where the step's name says too little.
    pub(super) said: Option<String>,
}

/// What a request makes of the plan and the backlog.
pub(super) fn change(
    op: &Op,
    ground: &Ground,
    ids: Ids,
    zones: &Zones,
    moment: &Moment,
) -> Result<Change, Fault> {
    let now = moment.now.0;
    let with = |id: TaskId, change: &dyn Fn(&mut Task) -> Result<(), Fault>| {
        let mut task = ground.task(id)?.clone();
        change(&mut task)?;
        put(task)
    };
    match op {
        Op::AddTask(new) => put(made(new, ground, &ids, now)),
        Op::EditTask { task, patch } => with(*task, &|task| patched(task, patch)),
        Op::FinishTask { task } => with(*task, &|task| {
            task.finished = task.finished.or(Some(now));
            Ok(())
        }),
        Op::ReopenTask { task } => with(*task, &|task| {
            task.finished = None;
            Ok(())
        }),
        Op::RemoveTask { task } => {
            ground.task(*task)?;
            let unlinked = |block: &Block| Block {
                task: None,
                modified: now,
                ..block.clone()
            };
            let edit = Edit {
                put: ground.linked.iter().map(unlinked).collect(),
                ..Edit::default()
            };
            Ok(Change {
                edit,
                removed: Some(*task),
                ..Change::default()
            })
        }
        Op::PlanTask(plan) => planned(plan, ground, ids, zones, moment),
        Op::ToBacklog { blocks } => sent_back(blocks, ground, ids, zones, now),
        _ => match &ground.reading {
            Some(reading) => in_words(reading, ground, ids, zones, now),
            None => Ok(Change::default()),
        },
    }
}

impl Ground {
    fn task(&self, id: TaskId) -> Result<&Task, TaskRefusal> {
        let found = self.tasks.iter().find(|task| task.id == id);
        found.ok_or(TaskRefusal::Gone { id })
    }
}

impl Ids {
    fn task(&self) -> TaskId {
        self.tasks.first().copied().unwrap_or(TaskId(0))
    }
}

fn put(task: Task) -> Result<Change, Fault> {
    backlog::check(&task)?;
    Ok(Change {
        put: vec![task],
        ..Change::default()
    })
}

fn made(new: &NewTask, ground: &Ground, ids: &Ids, now: i64) -> Task {
    Task {
        id: ids.task(),
        title: new.title.trim().to_string(),
        category: new.category,
        estimate: new.estimate,
        goal: new.goal.trim().to_string(),
        due: new.due,
        energy: new.energy,
        notes: new.notes.clone(),
        tags: tags(&new.tags),
        position: backlog::position_after(&ground.tasks),
        created: now,
        finished: None,
    }
}

fn patched(task: &mut Task, patch: &TaskPatch) -> Result<(), Fault> {
    if let Some(title) = &patch.title {
        task.title = title.trim().to_string();
    }
    task.category = patch.category.unwrap_or(task.category);
    if let Some(estimate) = patch.estimate {
        task.estimate = (estimate != 0).then_some(estimate);
    }
    if let Some(goal) = &patch.goal {
        task.goal = goal.trim().to_string();
    }
    if let Some(due) = &patch.due {
        task.due = match due.as_str() {
            "" => None,
            day => Some(day.parse().map_err(|_| TaskRefusal::OutsideCalendar)?),
        };
    }
    if let Some(energy) = &patch.energy {
        task.energy = match energy.as_str() {
            "low" => Some(Energy::Low),
            "medium" => Some(Energy::Medium),
            "high" => Some(Energy::High),
            _ => None,
        };
    }
    if let Some(notes) = &patch.notes {
        task.notes = notes.clone();
    }
    if let Some(typed) = &patch.tags {
        task.tags = tags(typed);
    }
    Ok(())
}

/// Tags as they are kept, each once.
fn tags(typed: &[String]) -> Vec<String> {
    let mut tags: Vec<String> = Vec::new();
    for tag in typed.iter().filter_map(|typed| facets::tag(typed)) {
        if !tags.contains(&tag) {
            tags.push(tag);
        }
    }
    tags
}

fn planned(
    plan: &TaskPlan,
    ground: &Ground,
    ids: Ids,
    zones: &Zones,
    moment: &Moment,
) -> Result<Change, Fault> {
    let Ground { scene, linked, .. } = ground;
    let task = ground.task(plan.task)?;
    let fixed = scene.fixed();
    let given = backlog::planned(task.id, linked, zones, &scene.home);
    let left = backlog::left(task.estimate, given);
    let minutes = plan
        .minutes
        .unwrap_or_else(|| backlog::minutes_at_once(left));
    let start = match plan.start {
        Some(start) => start,
        None => {
            let own = scene
                .blocks
                .iter()
                .map(|block| block.span(zones, &scene.home));
            let taken: Vec<Span> = own.chain(fixed.iter().copied()).collect();
            let now = moment.wall(&scene.home);
            let until = now
                .date()
                .checked_add_days(super::AHEAD)
                .unwrap_or(now.date());
            backlog::next_free(&taken, now, until, minutes, &scene.settings, &scene.home)
                .ok_or_else(|| TaskRefusal::NoFreeTime {
                    title: task.title.clone(),
                    minutes,
                })?
        }
    };
    let draft = backlog::draft(task, start, minutes, &scene.home);
    let plan_now = blocks::plan(scene, &fixed, zones, moment.now.0);
    let mut next = || ids.block.clone();
    let edit = edit::create(&plan_now, &draft, plan.others, &mut next)?;
    Ok(Change {
        edit,
        ..Change::default()
    })
}

fn sent_back(
    handles: &[evenkeel_core::handle::Handle],
    ground: &Ground,
    ids: Ids,
    zones: &Zones,
    now: i64,
) -> Result<Change, Fault> {
    let scene = &ground.scene;
    let fixed = scene.fixed();
    let plan = blocks::plan(scene, &fixed, zones, now);
    let mut free = ids.tasks.into_iter();
    let mut next = || free.next().unwrap_or(TaskId(0));
    let back = backlog::back(&plan, handles, &ground.tasks, &mut next)?;
    for task in &back.tasks {
        backlog::check(task)?;
    }
    let words = |only: &TaskId| {
        let task = back
            .tasks
            .iter()
            .chain(&ground.tasks)
            .find(|task| task.id == *only)?;
        let estimate = task
            .estimate
            .map(|minutes| format!(", {} in all", text::duration(minutes)));
        let title = &task.title;
        Some(format!(
            "Sent back {title}. It is in the backlog{}.",
            estimate.unwrap_or_default()
        ))
    };
    let said = match &back.to[..] {
        [only] => words(only),
        _ => None,
    };
    Ok(Change {
        said,
        edit: back.edit,
        put: back.tasks,
        removed: None,
    })
}

/// A block, a series or a task, or a task with its first block.
fn in_words(
    reading: &Reading,
    ground: &Ground,
    ids: Ids,
    zones: &Zones,
    now: i64,
) -> Result<Change, Fault> {
    let scene = &ground.scene;
    let category = reading
        .category
        .unwrap_or(evenkeel_core::category::Category::Technical);
    let goal = reading.goal.clone().unwrap_or_default();
    let mut change = Change {
        said: Some(format!("Added. {}", full_stop(reading.sentence()))),
        ..Change::default()
    };
    let mut task = None;
    if reading.is_task() {
        let new = NewTask {
            title: reading.title.clone(),
            category,
            estimate: reading.estimate,
            goal: goal.clone(),
            due: reading.due,
            energy: reading.energy,
            notes: String::new(),
            tags: reading.tags.clone(),
        };
        let made = made(&new, ground, &ids, now);
        backlog::check(&made)?;
        task = Some(made.id);
        change.put.push(made);
    }
    if let Some(when) = reading.when {
        let draft = Draft {
            zone: Some(scene.home.name().to_string()),
            goal,
            facets: Facets {
                tags: reading.tags.clone(),
                ..Facets::default()
            },
            task,
            recurrence: reading.repeats.as_ref().map(|repeat| Recurrence {
                rule: Some(repeat.to_rule()),
                ..Recurrence::default()
            }),
            ..Draft::plain(&reading.title, category, when.start, when.end)
        };
        let fixed = scene.fixed();
        let plan = blocks::plan(scene, &fixed, zones, now);
        let mut next = || ids.block.clone();
        change.edit = edit::create(&plan, &draft, Others::Stay, &mut next)?;
    }
    Ok(change)
}

fn full_stop(sentence: String) -> String {
    match sentence.ends_with('.') {
        true => sentence,
        false => sentence + ".",
    }
}
