//! Time that goes from the backlog into the week and back.

use super::*;
use crate::block::BlockId;
use crate::category::Category;
use crate::edit::{self, Others, Plan};
use crate::handle::Handle;
use crate::settings::Settings;
use crate::task::{Energy, Task};
use crate::time::Span;
use chrono::{NaiveDateTime, NaiveTime, TimeDelta};
use proptest::prelude::*;

fn at(text: &str) -> NaiveDateTime {
    format!("{text}:00").parse().unwrap()
}

fn zones() -> (Zones, Zone) {
    let zones = Zones::bundled();
    let home = zones.get("Europe/Berlin").unwrap();
    (zones, home)
}

fn task(id: u32, estimate: Option<u32>) -> Task {
    Task {
        id: TaskId(id),
        title: format!("Task {id}"),
        category: Category::Growth,
        estimate,
        goal: "Promotion".into(),
        due: None,
        energy: Some(Energy::High),
        notes: "Read the guide first.".into(),
        tags: vec!["stretch".into()],
        position: i64::from(id),
        created: 0,
        finished: None,
    }
}

/// Edits of a plan that only knows these blocks, with ids from 100 on.
struct Table {
    zones: Zones,
    home: Zone,
    blocks: Vec<Block>,
    tasks: Vec<Task>,
    last: u32,
}

impl Table {
    fn new(tasks: Vec<Task>) -> Table {
        let (zones, home) = zones();
        Table {
            zones,
            home,
            blocks: Vec::new(),
            tasks,
            last: 99,
        }
    }

    fn plan(&self) -> Plan<'_> {
        Plan {
            blocks: &self.blocks,
            fixed: &[],
            zones: &self.zones,
            home: &self.home,
            day_start: NaiveTime::MIN,
            now: 1_000,
        }
    }

    fn give(&mut self, task: TaskId, start: NaiveDateTime, minutes: u32) -> Handle {
        let task = self.tasks.iter().find(|one| one.id == task).unwrap();
        let draft = draft(task, start, minutes, &self.home);
        let id = BlockId(self.last + 1);
        let mut next = || (id, String::new());
        let edit = edit::create(&self.plan(), &draft, Others::Stay, &mut next).unwrap();
        self.last += 1;
        self.blocks = edit.applied(&self.blocks);
        id.into()
    }

    fn back(&mut self, blocks: &[Handle]) -> Back {
        let mut last = self.last;
        let mut next = || {
            last += 1;
            TaskId(last)
        };
        let back = back(&self.plan(), blocks, &self.tasks, &mut next).unwrap();
        self.last = last;
        self.blocks = back.edit.applied(&self.blocks);
        for task in &back.tasks {
            self.tasks.retain(|other| other.id != task.id);
            self.tasks.push(task.clone());
        }
        back
    }

    fn left(&self, task: TaskId) -> Option<u32> {
        let estimate = self
            .tasks
            .iter()
            .find(|one| one.id == task)
            .unwrap()
            .estimate;
        left(
            estimate,
            planned(task, &self.blocks, &self.zones, &self.home),
        )
    }
}

#[test]
fn what_is_planned_over_several_blocks_is_taken_off_the_estimate() {
    let mut table = Table::new(vec![task(1, Some(240)), task(2, None)]);
    table.give(TaskId(1), at("2026-11-24T09:00"), 90);
    table.give(TaskId(1), at("2026-11-25T09:00"), 60);
    table.give(TaskId(2), at("2026-11-25T10:00"), 60);
    assert_eq!(table.left(TaskId(1)), Some(90));
    assert_eq!(table.left(TaskId(2)), None);
    table.give(TaskId(1), at("2026-11-26T09:00"), 300);
    assert_eq!(table.left(TaskId(1)), Some(0));
}

#[test]
fn a_block_over_the_night_on_which_clocks_jump_gives_the_hours_that_pass() {
    let mut table = Table::new(vec![task(1, Some(600))]);
    table.give(TaskId(1), at("2026-03-28T23:00"), 300);
    assert_eq!(table.blocks[0].end, at("2026-03-29T05:00"));
    assert_eq!(table.left(TaskId(1)), Some(300));
}

#[test]
fn a_block_of_a_task_dissolves_into_it_and_leaves_what_was_written_on_it() {
    let mut table = Table::new(vec![task(1, Some(120))]);
    let handle = table.give(TaskId(1), at("2026-11-24T09:00"), 60);
    table.blocks[0].location = "Room Baltic".into();
    let back = table.back(&[handle]);
    assert_eq!(back.to, [TaskId(1)]);
    assert_eq!(back.tasks[0].notes, "Read the guide first.\n\nRoom Baltic");
    assert_eq!(table.left(TaskId(1)), Some(120));
}

#[test]
fn a_task_that_was_done_is_to_be_done_again_when_time_of_it_goes_back() {
    let mut done = task(1, Some(60));
    done.finished = Some(5);
    let mut table = Table::new(vec![done]);
    let handle = table.give(TaskId(1), at("2026-11-24T09:00"), 60);
    table.back(&[handle]);
    assert_eq!(table.tasks[0].finished, None);
}

#[test]
fn any_other_block_becomes_a_task_as_long_as_it_was() {
    let mut table = Table::new(vec![task(1, None)]);
    let handle = table.give(TaskId(1), at("2026-11-24T09:00"), 75);
    table.blocks[0].task = None;
    table.blocks[0].title = " ".into();
    let back = table.back(&[handle]);
    let made = &back.tasks[0];
    assert_eq!(
        (made.title.as_str(), made.estimate),
        ("Untitled block", Some(75))
    );
    assert_eq!(
        (made.category, made.goal.as_str()),
        (Category::Growth, "Promotion")
    );
    assert_eq!(
        (&made.tags[..], made.position),
        (&["stretch".to_string()][..], 2)
    );
    assert_eq!(check(made), Ok(()));
}

#[test]
fn tasks_stand_by_due_day_then_as_they_were_placed_and_those_done_come_last() {
    let mut tasks = [
        task(4, None),
        task(1, None),
        task(2, None),
        task(3, None),
        task(5, None),
    ];
    tasks[2].due = Some("2026-12-01".parse().unwrap());
    tasks[3].due = Some("2026-11-20".parse().unwrap());
    tasks[1].finished = Some(10);
    tasks[4].finished = Some(20);
    order(&mut tasks);
    assert_eq!(tasks.each_ref().map(|task| task.id.0), [3, 2, 4, 5, 1]);
}

#[test]
fn what_is_proposed_for_a_task_is_what_is_left_within_reason() {
    let proposed = [None, Some(0), Some(10), Some(90), Some(600)].map(minutes_at_once);
    assert_eq!(proposed, [60, 60, 15, 90, 120]);
}

#[test]
fn a_task_that_may_not_be_is_refused_at_its_field() {
    type Change = fn(&mut Task);
    let changes: [(&str, Change); 6] = [
        ("title", |task| task.title = "  ".into()),
        ("title", |task| task.title = "x".repeat(501)),
        ("goal", |task| task.goal = "x".repeat(201)),
        ("notes", |task| task.notes = "x".repeat(20_001)),
        ("estimate", |task| task.estimate = Some(0)),
        ("due", |task| task.due = Some("9999-01-01".parse().unwrap())),
    ];
    for (field, change) in changes {
        let mut task = task(1, None);
        change(&mut task);
        assert_eq!(check(&task).unwrap_err().field(), Some(field));
    }
}

fn free(taken: &[(&str, &str)], from: &str, minutes: u32) -> Option<NaiveDateTime> {
    let (_, home) = zones();
    let taken: Vec<Span> = taken
        .iter()
        .map(|(start, end)| Span::new(home.instant(at(start)), home.instant(at(end))))
        .collect();
    let until = "2026-11-28".parse().unwrap();
    next_free(
        &taken,
        at(from),
        until,
        minutes,
        &Settings::default(),
        &home,
    )
}

#[test]
fn the_next_free_time_lies_in_the_work_hours_and_on_the_grid() {
    assert_eq!(
        free(&[], "2026-11-20T10:07", 60),
        Some(at("2026-11-20T10:15"))
    );
    assert_eq!(
        free(&[], "2026-11-20T03:00", 60),
        Some(at("2026-11-20T09:00"))
    );
    // 17:30 is the end of work, and a weekend lies behind Friday.
    assert_eq!(
        free(&[], "2026-11-20T17:00", 60),
        Some(at("2026-11-23T09:00"))
    );
    assert_eq!(free(&[], "2026-11-27T17:00", 60), None);
    let taken = [
        ("2026-11-20T09:00", "2026-11-20T10:10"),
        ("2026-11-20T11:00", "2026-11-20T16:00"),
        ("2026-11-20T12:00", "2026-11-20T13:00"),
    ];
    assert_eq!(
        free(&taken, "2026-11-20T09:00", 45),
        Some(at("2026-11-20T10:15"))
    );
    assert_eq!(
        free(&taken, "2026-11-20T09:00", 60),
        Some(at("2026-11-20T16:00"))
    );
}

/// Blocks for two tasks and for none: which, how many quarters after Monday, how many long.
fn some_blocks() -> impl Strategy<Value = Vec<(u32, i64, u32)>> {
    prop::collection::vec((0u32..3, 0i64..600, 1u32..40), 1..8)
}

fn filled(blocks: &[(u32, i64, u32)]) -> (Table, Vec<Handle>) {
    let mut table = Table::new(vec![task(1, Some(300)), task(2, None)]);
    let handles = blocks
        .iter()
        .map(|(of, quarter, long)| {
            let start = at("2026-11-16T00:00") + TimeDelta::minutes(15 * quarter);
            let handle = table.give(TaskId((*of).max(1)), start, 15 * long);
            if *of == 0 {
                let block = table.blocks.last_mut().unwrap();
                block.task = None;
            }
            handle
        })
        .collect();
    (table, handles)
}

proptest! {
    #[test]
    fn what_is_left_is_never_more_than_the_estimate_and_sums_up_with_what_is_planned(
        blocks in some_blocks(),
    ) {
        let (table, _) = filled(&blocks);
        let planned = planned(TaskId(1), &table.blocks, &table.zones, &table.home);
        let left = table.left(TaskId(1)).unwrap();
        prop_assert!(left <= 300);
        prop_assert_eq!(left + planned, planned.max(300));
    }

    #[test]
    fn blocks_that_go_back_and_are_planned_again_are_the_blocks_they_were(
        blocks in some_blocks(),
    ) {
        let (mut table, handles) = filled(&blocks);
        let before = table.blocks.clone();
        for (handle, stood) in handles.iter().zip(&before) {
            let minutes = stood.span(&table.zones, &table.home).seconds() / 60;
            let back = table.back(&[*handle]);
            let task = table.tasks.iter().find(|one| one.id == back.to[0]).unwrap();
            if stood.task.is_none() {
                prop_assert_eq!(task.estimate.map(i64::from), Some(minutes));
            }
            let again = table.give(back.to[0], stood.start, u32::try_from(minutes).unwrap());
            let block = table.blocks.iter().find(|one| one.handle() == again).unwrap();
            let same = Block {
                id: stood.id,
                task: stood.task,
                ..block.clone()
            };
            prop_assert_eq!(&same, stood);
        }
    }

    #[test]
    fn nothing_is_left_of_the_week_when_everything_goes_back(blocks in some_blocks()) {
        let (mut table, handles) = filled(&blocks);
        let planned: u32 = blocks.iter().filter(|(of, ..)| *of == 0).map(|(.., long)| 15 * long).sum();
        table.back(&handles);
        prop_assert!(table.blocks.is_empty());
        prop_assert_eq!(table.left(TaskId(1)), Some(300));
        let new = table.tasks.iter().filter(|task| 2 < task.id.0);
        prop_assert_eq!(new.filter_map(|task| task.estimate).sum::<u32>(), planned);
    }
}
