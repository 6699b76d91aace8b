//! A month at a glance: the balance of each of its weeks, and how its days are filled.

use crate::figures;
use crate::labels;
use crate::messages::{DayPart, Fault, Month, MonthDay, MonthWeek};
use crate::moment::Moment;
use crate::planner::Planner;
use crate::scene::Scene;
use chrono::{Datelike, Days, NaiveDate};
use evenkeel_core::category::Category;
use evenkeel_core::month::{self, DayShare};
use evenkeel_core::text;

impl Planner {
    /// The weeks that touch the month of a day. It is read anew each time: six weeks in memory would
    /// make every step of a drag in one of them slower.
    pub fn month(&self, day: NaiveDate, moment: &Moment) -> Result<Month, Fault> {
        self.store.read(|view| {
            let weeks = month::weeks(day, &view.settings()?);
            let first = weeks.first().copied().unwrap_or(day);
            let last = weeks.last().copied().unwrap_or(day);
            let until = last.checked_add_days(Days::new(7)).unwrap_or(last);
            let scene = Scene::load(view, &[first..until], &self.zones, moment)?;
            let weeks: Vec<MonthWeek> = weeks
                .into_iter()
                .map(|first| self.month_week(&scene, first))
                .collect();
            let figures = weeks.iter().map(|week| &week.figures);
            let days = weeks.iter().flat_map(|week| &week.days);
            Ok(Month {
                rev: scene.rev,
                first: day.with_day(1).unwrap_or(day),
                today: moment.today(&scene.home),
                most_minutes: figures
                    .map(|figures| figures.work_minutes.max(figures.target_minutes))
                    .max()
                    .unwrap_or(0),
                most_in_a_day: days.map(|day| day.work_minutes).max().unwrap_or(0),
                weeks,
            })
        })
    }

    fn month_week(&self, scene: &Scene, first: NaiveDate) -> MonthWeek {
        let week = scene.week_of(first);
        let stretches = scene.stretches(&scene.blocks, week.span(), &self.zones);
        MonthWeek {
            figures: figures::figures(scene, &scene.blocks, first, &self.zones),
            days: month::days(&stretches, &week)
                .iter()
                .map(|share| of_day(share, scene))
                .collect(),
        }
    }
}

fn of_day(share: &DayShare, scene: &Scene) -> MonthDay {
    let minutes = |category| match category {
        Category::Personal => share.personal,
        work => share.work.of(work),
    };
    let parts: Vec<DayPart> = Category::ALL
        .into_iter()
        .map(|category| DayPart {
            category,
            minutes: figures::whole(minutes(category)),
        })
        .filter(|part| 0 < part.minutes)
        .collect();
    let work_minutes = figures::whole(share.work.total());
    let off = scene.boundaries.day_off(share.day).map(labels::day_off);
    MonthDay {
        day: share.day,
        works: scene
            .boundaries
            .work_hours_on(share.day, &scene.settings)
            .is_some(),
        words: match &off {
            Some(off) => format!("{off}. {}", in_words(work_minutes, &parts)),
            None => in_words(work_minutes, &parts),
        },
        off,
        work_minutes,
        parts,
    }
}

/// "6 h 30 of work: technical 4 h, management 2 h 30. Personal 1 h."
fn in_words(work_minutes: u32, parts: &[DayPart]) -> String {
    let (work, personal): (Vec<&DayPart>, Vec<&DayPart>) =
        parts.iter().partition(|part| part.category.is_work());
    let mut sentences = Vec::new();
    if !work.is_empty() {
        let each: Vec<String> = work
            .iter()
            .map(|part| {
                let minutes = text::duration(part.minutes);
                format!("{} {minutes}", part.category.name())
            })
            .collect();
        let whole = text::duration(work_minutes);
        sentences.push(format!("{whole} of work: {}.", each.join(", ")));
    }
    for part in personal {
        sentences.push(format!("Personal {}.", text::duration(part.minutes)));
    }
    match sentences.is_empty() {
        true => "Nothing planned.".into(),
        false => sentences.join(" "),
    }
}
