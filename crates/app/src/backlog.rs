//! The backlog as it is listed: what is left of each task, and when it is due, in words.

use crate::labels;
use crate::messages::{Backlog, Fault, TaskLine};
use crate::moment::Moment;
use crate::planner::Planner;
use chrono::{Datelike, NaiveDate};
use evenkeel_core::backlog;
use evenkeel_core::task::Task;
use evenkeel_core::text;
use evenkeel_core::time::{Instant, Zone};

impl Planner {
    /// Everything in the backlog.
    pub fn backlog(&self, moment: &Moment) -> Result<Backlog, Fault> {
        let read = self.store.read(|view| {
            let home = moment.home(&view.settings()?, &self.zones);
            let mut tasks = view.tasks()?;
            backlog::order(&mut tasks);
            let mut lines = Vec::with_capacity(tasks.len());
            for task in tasks {
                let blocks = view.blocks_of_task(task.id)?;
                let planned = backlog::planned(task.id, &blocks, &self.zones, &home);
                lines.push(line(task, planned, moment.today(&home), &home));
            }
            Ok::<_, Fault>((view.rev()?, lines))
        })?;
        let (rev, lines) = read;
        let (finished, tasks): (Vec<_>, Vec<_>) =
            lines.into_iter().partition(|line| line.finished.is_some());
        let left: u32 = tasks.iter().filter_map(|line| line.left).sum();
        let count = labels::count(tasks.len(), "task");
        let words = match left {
            0 => count,
            left => format!("{count}, {} left to plan", text::duration(left)),
        };
        Ok(Backlog {
            rev,
            tasks,
            finished,
            words,
        })
    }
}

fn line(task: Task, planned: u32, today: NaiveDate, home: &Zone) -> TaskLine {
    let left = backlog::left(task.estimate, planned);
    TaskLine {
        estimate_words: task.estimate.map(text::duration).unwrap_or_default(),
        left_words: left_words(task.estimate, left, planned),
        next_minutes: backlog::minutes_at_once(left),
        due_words: task
            .due
            .map(|due| due_words(due, today))
            .unwrap_or_default(),
        overdue: task.finished.is_none() && task.due.is_some_and(|due| due < today),
        finished: task.finished.map(|at| home.wall(Instant(at)).date()),
        task: task.id,
        title: task.title,
        category: task.category,
        estimate: task.estimate,
        planned,
        left,
        goal: task.goal,
        due: task.due,
        energy: task.energy,
        notes: task.notes,
        tags: task.tags,
    }
}

fn left_words(estimate: Option<u32>, left: Option<u32>, planned: u32) -> String {
    match (estimate, left) {
        (None, _) | (_, None) if planned == 0 => String::new(),
        (None, _) | (_, None) => format!("{} planned", text::duration(planned)),
        (Some(_), Some(0)) => "all planned".into(),
        (Some(estimate), Some(left)) if left < estimate => {
            let (left, estimate) = (text::duration(left), text::duration(estimate));
            format!("{left} of {estimate} left")
        }
        (Some(_), Some(left)) => format!("{} left", text::duration(left)),
    }
}

fn due_words(due: NaiveDate, today: NaiveDate) -> String {
    match (due - today).num_days() {
        -1 => "due yesterday".into(),
        0 => "due today".into(),
        1 => "due tomorrow".into(),
        2..=6 => format!("due {}", due.format("%A")),
        _ if due.year() == today.year() => format!("due {}", due.format("%-d %B")),
        _ => format!("due {}", due.format("%-d %B %Y")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_is_said_shortly() {
        let words = [
            left_words(None, None, 0),
            left_words(None, None, 60),
            left_words(Some(120), Some(120), 0),
            left_words(Some(240), Some(90), 150),
            left_words(Some(60), Some(0), 75),
        ];
        let expected = [
            "",
            "1 h planned",
            "2 h left",
            "1 h 30 of 4 h left",
            "all planned",
        ];
        assert_eq!(words, expected);
    }

    #[test]
    fn a_due_day_is_named_as_people_would() {
        let today: NaiveDate = "2026-11-20".parse().unwrap();
        let said = |due: &str| due_words(due.parse().unwrap(), today);
        let days = [
            "2026-11-19",
            "2026-11-20",
            "2026-11-21",
            "2026-11-26",
            "2026-11-27",
            "2027-01-04",
        ];
        let words = [
            "yesterday",
            "today",
            "tomorrow",
            "Thursday",
            "27 November",
            "4 January 2027",
        ];
        assert_eq!(days.map(said), words.map(|words| format!("due {words}")));
    }
}
