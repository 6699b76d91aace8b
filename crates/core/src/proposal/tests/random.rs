//! Weeks at random, the same ones in every run: clock changes, odd hours, meetings at odd times,
//! days off, rules, a now somewhere in the week.

use super::Plan;
use crate::block::BlockId;
use crate::boundary::{BoundaryRule, DayOff, DayOffKind, RuleSubject, WeekLimit};
use crate::category::Category;
use crate::handle::Handle;
use crate::proposal::{Item, Promise};
use crate::settings::WorkHours;
use crate::target::{Target, TargetId};
use crate::time::{Span, Zones, week_start};
use chrono::{Days, NaiveTime, TimeDelta, Weekday};

/// SplitMix64 (Steele, Lea, Flood, 2014).
pub(super) struct Random(u64);

impl Random {
    pub(super) fn new(seed: u64) -> Random {
        Random(seed)
    }

    pub(super) fn below(&mut self, end: u32) -> u32 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ mixed >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ mixed >> 31) >> 33) as u32 % end
    }

    pub(super) fn chance(&mut self, percent: u32) -> bool {
        self.below(100) < percent
    }

    pub(super) fn category(&mut self) -> Category {
        [
            Category::Technical,
            Category::Management,
            Category::Growth,
            Category::Technical,
            Category::Management,
            Category::Personal,
        ][self.below(6) as usize]
    }

    /// A week of at most so many days of work with at most so many hours each.
    pub(super) fn plan(&mut self, days: u32, hours: u32) -> Plan {
        let mut plan = Plan::new();
        let zones = ["Europe/Berlin", "America/New_York", "Asia/Kolkata", "UTC"];
        plan.zone = Zones::bundled().get(zones[self.below(4) as usize]).unwrap();
        let dates = [
            "2026-03-25",
            "2026-10-21",
            "2026-11-18",
            "2026-03-05",
            "2027-01-01",
        ];
        let date = dates[self.below(5) as usize].parse().unwrap();
        let starts_on = self.below(7) as u8;
        plan.settings.week_starts_on = starts_on;
        plan.first = week_start(date, Weekday::try_from(starts_on).unwrap());
        plan.settings.work_hours = [None; 7];
        for _ in 0..=self.below(days) {
            let weekday = self.below(7) as usize;
            plan.settings.work_hours[weekday] = Some(self.hours(hours));
        }
        plan.settings.growth_minimum = self.below(4) * 30;
        plan.settings.peak_hours = self.chance(50).then(|| self.hours(4));
        let technical = self.below(101) as u8;
        let management = self.below(101 - u32::from(technical)) as u8;
        let mix = [technical, management, 100 - technical - management];
        let target = Target::plain(TargetId(1), None, mix, 60 + self.below(days * hours * 60));
        plan.target = self.chance(90).then_some(target);
        self.boundaries(&mut plan);
        let start = plan.zone.instant(plan.first.and_time(NaiveTime::MIN));
        plan.now = start.plus_seconds(match self.chance(50) {
            true => -86_400,
            false => i64::from(self.below(7 * 24 * 60)) * 60,
        });
        for _ in 0..self.below(days * 4) {
            let item = self.item(&plan);
            plan.items.push(item);
        }
        if self.chance(40) {
            let own = plan.items.iter().filter_map(|item| {
                Some(Promise {
                    block: item.block?,
                    category: item.category,
                    span: item.span,
                })
            });
            plan.committed = own.collect();
        }
        plan
    }

    fn hours(&mut self, most: u32) -> WorkHours {
        let step = [30, 30, 15, 10][self.below(4) as usize];
        let start = (6 * 60 + self.below(9 * 60)) / step * step;
        let length = (60 + self.below(most * 60 - 59)) / step * step;
        WorkHours {
            start: start as u16,
            end: (start + length.max(step)).min(1440) as u16,
        }
    }

    fn boundaries(&mut self, plan: &mut Plan) {
        let boundaries = &mut plan.boundaries;
        boundaries.lunch = self.chance(40).then(|| self.hours(2));
        if self.chance(20) {
            let from = plan.first + Days::new(u64::from(self.below(7)));
            boundaries.days_off.push(DayOff {
                from,
                until: from + Days::new(1 + u64::from(self.below(3))),
                kind: DayOffKind::Vacation,
                name: String::new(),
            });
        }
        for _ in 0..self.below(3) {
            let WorkHours { start, end } = self.hours(4);
            boundaries.rules.push(BoundaryRule {
                no: [
                    RuleSubject::Technical,
                    RuleSubject::Management,
                    RuleSubject::Growth,
                    RuleSubject::Meetings,
                ][self.below(4) as usize],
                days: [(); 7].map(|()| self.chance(60)),
                start: [start, 0][self.below(2) as usize],
                end: [end, 1440][self.below(2) as usize].max(start + 1),
            });
        }
        if self.chance(30) {
            boundaries.limits.push(WeekLimit {
                category: Category::Technical,
                least: self.chance(50).then(|| self.below(200)),
                most: Some(200 + self.below(400)),
            });
        }
    }

    /// Something in a week, mostly inside the hours.
    fn item(&mut self, plan: &Plan) -> Item {
        let day = plan.first + Days::new(u64::from(self.below(7)));
        let hours = plan.settings.work_hours_on(day);
        let step = [30, 30, 15, 5][self.below(4) as usize];
        let minute = match hours.filter(|_| self.chance(85)) {
            Some(hours) => u32::from(hours.start) + self.below(u32::from(hours.end - hours.start)),
            None => self.below(1440),
        } / step
            * step;
        let length = ((1 + self.below(6)) * 30 / step * step).max(step);
        let start = day.and_time(NaiveTime::MIN) + TimeDelta::minutes(i64::from(minute));
        let end = start + TimeDelta::minutes(i64::from(length));
        let span = Span::new(plan.zone.instant(start), plan.zone.instant(end));
        let imported = self.chance(50);
        let id = plan.items.len() as u32 + 1;
        Item {
            block: (!imported).then(|| Handle::from(BlockId(id))),
            title: format!("item {id}"),
            category: self.category(),
            span,
            meeting: imported || self.chance(15),
            stays: imported || self.chance(20),
            contingency: !imported && self.chance(10),
        }
    }
}
