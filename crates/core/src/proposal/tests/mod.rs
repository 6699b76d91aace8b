//! Weeks made of dates, planned and read again without slots.

mod cases;
mod held;
mod random;
mod weeks;

use super::{Brief, Item, Mode, Open, Promise, Relaxed};
use crate::block::BlockId;
use crate::boundary::Boundaries;
use crate::category::Category;
use crate::handle::Handle;
use crate::season;
use crate::settings::{Settings, WorkHours};
use crate::target::{Target, TargetId};
use crate::task::Task;
use crate::time::{Instant, Span, Zone, Zones};
use crate::week::Week;
use chrono::NaiveDate;

/// Everything a brief borrows.
#[derive(Clone, Debug)]
pub(super) struct Plan {
    pub(super) first: NaiveDate,
    pub(super) zone: Zone,
    pub(super) now: Instant,
    pub(super) settings: Settings,
    pub(super) boundaries: Boundaries,
    pub(super) target: Option<Target>,
    pub(super) items: Vec<Item>,
    pub(super) committed: Vec<Promise>,
    pub(super) tasks: Vec<(Task, Option<u32>)>,
    pub(super) relaxed: Vec<Relaxed>,
}

impl Plan {
    /// An empty week of half-days from Monday, 16 November 2026 on, seen the Friday before.
    pub(super) fn new() -> Plan {
        let zone = Zones::bundled().get("Europe/Berlin").unwrap();
        let hours = Some(WorkHours {
            start: 540,
            end: 1020,
        });
        Plan {
            first: "2026-11-16".parse().unwrap(),
            now: zone.instant("2026-11-13T15:00:00".parse().unwrap()),
            zone,
            settings: Settings {
                work_hours: [hours, hours, hours, hours, hours, None, None],
                ..Settings::default()
            },
            boundaries: Boundaries::default(),
            target: Some(Target::plain(TargetId(1), None, [50, 40, 10], 30 * 60)),
            items: Vec::new(),
            committed: Vec::new(),
            tasks: Vec::new(),
            relaxed: Vec::new(),
        }
    }

    pub(super) fn with<T>(&self, mode: Mode, look: impl FnOnce(&Brief<'_>) -> T) -> T {
        let week = Week::new(self.first, self.settings.day_start(), &self.zone);
        let open = |(task, left): &'_ (Task, Option<u32>)| (task.clone(), *left);
        let tasks: Vec<(Task, Option<u32>)> = self.tasks.iter().map(open).collect();
        let tasks: Vec<Open<'_>> = tasks
            .iter()
            .map(|(task, left)| Open { task, left: *left })
            .collect();
        let days = week.days().map(|(day, _)| day);
        let targets: Vec<Target> = self.target.clone().into_iter().collect();
        let wanted = season::wanted(&targets, &self.boundaries, &self.settings, days);
        look(&Brief {
            week: &week,
            home: &self.zone,
            now: self.now,
            settings: &self.settings,
            boundaries: &self.boundaries,
            wanted: wanted.map(|wanted| wanted.minutes),
            items: &self.items,
            committed: &self.committed,
            tasks: &tasks,
            mode,
            relaxed: &self.relaxed,
        })
    }

    /// "2026-11-16 09:00-10:30" in the zone of the plan.
    pub(super) fn span(&self, text: &str) -> Span {
        let (day, times) = text.split_once(' ').unwrap();
        let (start, end) = times.split_once('-').unwrap();
        let at = |time: &str| {
            let wall = format!("{day}T{time}:00").parse().unwrap();
            self.zone.instant(wall)
        };
        Span::new(at(start), at(end))
    }

    /// Adds an imported meeting.
    pub(super) fn meeting(&mut self, title: &str, when: &str) {
        let span = self.span(when);
        self.items.push(Item {
            block: None,
            title: title.into(),
            category: Category::Management,
            span,
            meeting: true,
            stays: true,
            contingency: false,
        });
    }

    /// Adds a block of one's own.
    pub(super) fn own(&mut self, title: &str, category: Category, when: &str) -> Handle {
        let span = self.span(when);
        let block = Handle::from(BlockId(self.items.len() as u32 + 1));
        self.items.push(Item {
            block: Some(block),
            title: title.into(),
            category,
            span,
            meeting: false,
            stays: false,
            contingency: false,
        });
        block
    }

    /// "Mon 09:00-10:30" of a span.
    pub(super) fn told(&self, span: Span) -> String {
        let (start, end) = (self.zone.wall(span.start), self.zone.wall(span.end));
        format!("{}-{}", start.format("%a %H:%M"), end.format("%H:%M"))
    }
}
