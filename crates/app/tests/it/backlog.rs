//! The backlog: what is added in words or by form, planned into the week and sent back.

use crate::desk::Desk;
use evenkeel_app::messages::{
    Fault, NewTask, Op, QuickReading, TaskLine, TaskPatch, TaskPlan, Words,
};
use evenkeel_core::category::Category;
use evenkeel_core::quick::PartKind;
use evenkeel_core::task::TaskId;

fn words(text: &str) -> Words {
    Words {
        text: text.into(),
        region: "en-GB".into(),
        ..Words::default()
    }
}

fn said(text: &str) -> Op {
    Op::AddInWords(words(text))
}

fn plan(task: TaskId, start: Option<&str>, minutes: Option<u32>) -> Op {
    Op::PlanTask(TaskPlan {
        task,
        start: start.map(|start| format!("{start}:00").parse().unwrap()),
        minutes,
        others: Default::default(),
    })
}

impl Desk {
    fn read(&self, text: &str) -> QuickReading {
        self.planner()
            .read_words(&words(text), &self.moment)
            .unwrap()
    }

    fn tasks(&self) -> Vec<TaskLine> {
        self.planner().backlog(&self.moment).unwrap().tasks
    }

    fn task(&self, text: &str) -> TaskId {
        self.apply(said(text));
        let newest = self.tasks().into_iter().map(|line| line.task).max();
        newest.unwrap()
    }
}

#[test]
fn a_line_with_a_time_becomes_a_block_in_one_step() {
    let desk = Desk::new();
    let reading = desk.read("Fri 15-16:30 design review #m #focus");
    let sentence = "Today, Friday 20 November, 15:00 to 16:30, management, #focus: design review";
    assert_eq!(reading.sentence, sentence);
    assert!(desk.week().occurrences.is_empty());

    let outcome = desk.apply(said("Fri 15-16:30 design review #m #focus"));
    assert_eq!(outcome.undo.as_deref(), Some("add design review"));
    assert!(
        outcome.said.starts_with(&format!("Added. {sentence}.")),
        "{}",
        outcome.said
    );
    assert!(!outcome.reload);
    let shown = desk.shown("design review");
    assert_eq!((shown.minutes, shown.category), (90, Category::Management));
    assert_eq!(shown.facets.tags, ["focus"]);
    assert_eq!(outcome.focus.as_deref(), Some(shown.key.as_str()));
    desk.undo();
    assert!(desk.week().occurrences.is_empty());
}

#[test]
fn what_was_read_is_what_is_kept_and_what_is_previewed() {
    let desk = Desk::new();
    let preview = desk.preview(said("Fri 15-16:30 design review"));
    assert_eq!(preview.put[0].title, "design review");
    assert_eq!(preview.figures.work_minutes, 90);
    assert!(desk.week().occurrences.is_empty());
    let outcome = desk.apply(said("Fri 15-16:30 design review"));
    assert_eq!(outcome.figures.unwrap(), preview.figures);
}

#[test]
fn the_words_are_marked_by_characters_of_the_page() {
    let desk = Desk::new();
    let reading = desk.read("\u{1f600} r\u{e9}union tue 9-10 #g");
    let parts: Vec<_> = reading
        .parts
        .iter()
        .map(|part| (part.from, part.until, part.kind))
        .collect();
    assert_eq!(
        parts,
        [
            (11, 14, PartKind::Day),
            (15, 19, PartKind::Time),
            (20, 22, PartKind::Category)
        ]
    );
}

#[test]
fn a_category_that_is_not_named_is_that_of_the_rules_or_technical() {
    let desk = Desk::new();
    assert_eq!(
        desk.read("Tue 9 1:1 with Ann").category,
        Category::Management
    );
    assert_eq!(
        desk.read("Tue 9 storage engine").category,
        Category::Technical
    );
    let named = Words {
        category: Some(Category::Growth),
        ..words("Tue 9 1:1 with Ann")
    };
    let reading = desk.planner().read_words(&named, &desk.moment).unwrap();
    assert_eq!(
        (reading.category, reading.category_named),
        (Category::Growth, false)
    );
}

#[test]
fn what_cannot_be_kept_says_why_before_and_after_enter() {
    let desk = Desk::new();
    let reading = desk.read("every tue review");
    let why = reading.refused.unwrap();
    assert_eq!(why.message, "What repeats needs a time of day.");
    assert_eq!(desk.refused(said("every tue review")), why);
    assert_eq!(desk.read("  ").refused, None);
    assert_eq!(desk.refused(said("  ")).message, "There are no words.");
}

#[test]
fn a_series_in_words_stands_on_each_of_its_days() {
    let mut desk = Desk::new();
    desk.apply(said("weekdays 9:15-9:30 stand-up until 4 Dec"));
    desk.seen = crate::desk::days("2026-11-30", "2026-12-07");
    let titles: Vec<String> = desk
        .week()
        .occurrences
        .iter()
        .map(|o| o.start.to_string())
        .collect();
    assert_eq!(titles.len(), 5, "{titles:?}");
    desk.undo();
    assert!(desk.week().occurrences.is_empty());
}

#[test]
fn a_line_may_make_a_task_and_its_first_block_in_one_step() {
    let desk = Desk::new();
    desk.apply(said(
        "Fri 15-16 ~4h due 4 Dec !high @promotion write report",
    ));
    let line = &desk.tasks()[0];
    assert_eq!(
        (line.estimate, line.planned, line.left),
        (Some(240), 60, Some(180))
    );
    assert_eq!(line.left_words, "3 h of 4 h left");
    assert_eq!(line.due_words, "due 4 December");
    assert_eq!(desk.shown("write report").task, Some(line.task));
    desk.undo();
    assert!(desk.tasks().is_empty() && desk.week().occurrences.is_empty());
    desk.redo();
    assert_eq!(desk.tasks()[0].planned, 60);
}

#[test]
fn a_task_is_planned_over_several_blocks_until_nothing_is_left() {
    let desk = Desk::new();
    let task = desk.task("write report ~3h");
    let before = desk.week().figures;
    let first = plan(task, Some("2026-11-20T13:00"), None);
    let preview = desk.preview(first.clone());
    assert_eq!(preview.put[0].minutes, 120);
    assert_eq!(preview.figures.work_minutes, before.work_minutes + 120);
    assert_eq!(desk.tasks()[0].planned, 0);
    let outcome = desk.apply(first);
    assert_eq!(outcome.undo.as_deref(), Some("plan write report"));
    assert!(
        outcome.said.contains("Friday 13:00 to 15:00"),
        "{}",
        outcome.said
    );
    assert_eq!(desk.tasks()[0].next_minutes, 60);
    desk.apply(plan(task, Some("2026-11-21T13:00"), None));
    assert_eq!(desk.tasks()[0].left_words, "all planned");
    desk.undo();
    desk.undo();
    assert_eq!(desk.tasks()[0].left, Some(180));
}

#[test]
fn a_task_without_a_place_goes_to_the_next_free_time_in_the_work_hours() {
    let desk = Desk::new();
    desk.block(
        "Busy",
        Category::Management,
        "2026-11-20T09:00",
        "2026-11-20T15:20",
    );
    let task = desk.task("write report ~1h30");
    desk.apply(plan(task, None, None));
    let shown = desk.shown("write report");
    assert_eq!(shown.start.to_string(), "2026-11-20 15:30:00");
    // The rest of Friday is taken: Monday morning is next.
    let other = desk.task("write more ~2h");
    desk.apply(plan(other, None, None));
    let rows = desk
        .planner()
        .agenda(crate::desk::days("2026-11-23", "2026-11-24"), &desk.moment);
    assert!(rows.unwrap()[0].start.starts_with("2026-11-23T09:00"));
}

#[test]
fn a_task_that_fits_nowhere_is_refused_by_its_name() {
    let desk = Desk::new();
    let task = desk.task("write a book");
    let fault = desk.refused(plan(task, None, Some(12 * 60)));
    assert!(fault.message.contains("write a book"), "{}", fault.message);
}

#[test]
fn a_block_goes_back_into_its_task_and_comes_again_as_it_was() {
    let desk = Desk::new();
    let task = desk.task("write report ~2h #g");
    desk.apply(plan(task, Some("2026-11-20T13:00"), Some(90)));
    let before = desk.shown("write report");
    let handle = before.block.unwrap();
    let back = Op::ToBacklog {
        blocks: vec![handle],
    };
    let preview = desk.preview(back.clone());
    assert_eq!(preview.removed, std::slice::from_ref(&before.key));
    let outcome = desk.apply(back);
    assert_eq!(
        outcome.said,
        "Sent back write report. It is in the backlog, 2 h in all."
    );
    assert_eq!(outcome.removed, [before.key]);
    assert_eq!(desk.tasks()[0].left, Some(120));
    assert_eq!(desk.tasks().len(), 1);
    desk.apply(plan(task, Some("2026-11-20T13:00"), Some(90)));
    let again = desk.shown("write report");
    assert_eq!(
        (again.start, again.end, again.task),
        (before.start, before.end, before.task)
    );
}

#[test]
fn blocks_of_no_task_become_tasks_all_at_once_and_come_back_at_once() {
    let desk = Desk::new();
    let first = desk.block(
        "One",
        Category::Growth,
        "2026-11-19T09:00",
        "2026-11-19T10:15",
    );
    let second = desk.block(
        "Two",
        Category::Technical,
        "2026-11-19T11:00",
        "2026-11-19T12:00",
    );
    let outcome = desk.apply(Op::ToBacklog {
        blocks: vec![first, second],
    });
    assert_eq!(outcome.undo.as_deref(), Some("send back 2 blocks"));
    let tasks: Vec<_> = desk
        .tasks()
        .into_iter()
        .map(|line| (line.title, line.left))
        .collect();
    assert_eq!(tasks, [("One".into(), Some(75)), ("Two".into(), Some(60))]);
    desk.undo();
    assert!(desk.tasks().is_empty());
    assert_eq!(desk.week().occurrences.len(), 2);
}

#[test]
fn one_time_of_a_series_goes_back_and_the_others_stay() {
    let mut desk = Desk::new();
    desk.apply(said("every fri 15-16 notes"));
    let handle = desk.shown("notes").block.unwrap();
    desk.apply(Op::ToBacklog {
        blocks: vec![handle],
    });
    assert_eq!(desk.tasks()[0].left, Some(60));
    assert!(desk.week().occurrences.is_empty());
    desk.seen = crate::desk::days("2026-11-23", "2026-11-30");
    assert_eq!(desk.shown("notes").start.to_string(), "2026-11-27 15:00:00");
}

#[test]
fn a_task_is_added_changed_finished_reopened_and_removed_each_with_its_undo() {
    let desk = Desk::new();
    let new = NewTask {
        title: " Write report ".into(),
        category: Category::Growth,
        estimate: Some(120),
        goal: String::new(),
        due: Some("2026-11-19".parse().unwrap()),
        energy: None,
        notes: String::new(),
        tags: vec!["Stretch".into(), "stretch ".into()],
    };
    desk.apply(Op::AddTask(new));
    let line = desk.tasks()[0].clone();
    assert_eq!((line.title.as_str(), line.overdue), ("Write report", true));
    assert_eq!(line.tags, ["stretch"]);
    let task = line.task;
    let patch = TaskPatch {
        estimate: Some(0),
        due: Some(String::new()),
        energy: Some("low".into()),
        ..TaskPatch::default()
    };
    desk.apply(Op::EditTask { task, patch });
    let changed = desk.tasks()[0].clone();
    assert_eq!(
        (changed.estimate, changed.due, changed.overdue),
        (None, None, false)
    );
    desk.apply(plan(task, Some("2026-11-20T13:00"), None));
    desk.apply(Op::FinishTask { task });
    let backlog = desk.planner().backlog(&desk.moment).unwrap();
    assert_eq!((backlog.tasks.len(), backlog.finished.len()), (0, 1));
    desk.apply(Op::ReopenTask { task });
    let removed = desk.apply(Op::RemoveTask { task });
    assert!(!removed.reload);
    assert_eq!(desk.shown("Write report").task, None);
    desk.undo();
    assert_eq!(desk.shown("Write report").task, Some(task));
    for _ in 0..4 {
        desk.undo();
    }
    assert_eq!(desk.tasks(), [line]);
}

#[test]
fn what_is_asked_of_a_task_that_is_gone_or_must_not_be_is_refused() {
    let desk = Desk::new();
    let task = desk.task("write report");
    let edit = |title: &str| Op::EditTask {
        task,
        patch: TaskPatch {
            title: Some(title.into()),
            ..TaskPatch::default()
        },
    };
    assert_eq!(desk.refused(edit(" ")).field.as_deref(), Some("title"));
    desk.apply(Op::RemoveTask { task });
    let gone: Vec<Fault> = [edit("x"), plan(task, None, None), Op::FinishTask { task }]
        .into_iter()
        .map(|op| desk.refused(op))
        .collect();
    assert!(
        gone.iter()
            .all(|fault| fault.message.starts_with("This task is not there"))
    );
}
