//! What must hold, read off instants, without slots.

use super::Plan;
use crate::boundary::part_left;
use crate::category::Category;
use crate::metrics;
use crate::proposal::{Change, Item, Mode, Proposal, Proposed, Unmet};
use crate::time::{Span, logical_day};
use chrono::{Datelike, NaiveDate, NaiveTime, TimeDelta};

/// What proposals break; nothing, if all is well.
pub(super) fn broken(plan: &Plan, mode: Mode, proposed: &Proposed) -> Vec<String> {
    let mut broken = Vec::new();
    let after = after(plan, proposed);
    for (index, proposal) in proposed.proposals.iter().enumerate() {
        single(plan, mode, proposal, &mut broken);
        let others = proposed.proposals.iter().skip(index + 1);
        if others
            .clone()
            .any(|other| other.span.overlaps(proposal.span))
        {
            broken.push(format!("two proposals at {}", plan.told(proposal.span)));
        }
        let moved = |item: &Item| {
            let changes = proposed.proposals.iter();
            item.block.is_some()
                && changes
                    .filter_map(|one| match one.change {
                        Change::Move { block, .. } => Some(block),
                        _ => None,
                    })
                    .any(|block| Some(block) == item.block)
        };
        let stands = plan.items.iter().filter(|item| !moved(item));
        if let Some(item) = stands
            .into_iter()
            .find(|item| item.span.overlaps(proposal.span))
        {
            broken.push(format!(
                "{} lies on {}",
                plan.told(proposal.span),
                item.title
            ));
        }
    }
    for day in touched(plan, proposed) {
        let before = of_day(plan, &plan.items, day);
        let now = of_day(plan, &after, day);
        for (rule, holds) in DAILY {
            if holds(plan, &before, day) && !holds(plan, &now, day) {
                broken.push(format!("{rule} on {day}"));
            }
        }
    }
    rest(plan, &after, &mut broken);
    let full = proposed.unmet.contains(&Unmet::Full);
    if mode == Mode::Fill && plan.relaxed.is_empty() && !full {
        growth(plan, &after, &mut broken);
    }
    broken
}

type Daily = fn(&Plan, &[Span], NaiveDate) -> bool;
const DAILY: [(&str, Daily); 3] = [
    ("the longest day", |_, work, _| {
        work.iter().map(|span| span.seconds()).sum::<i64>() <= 9 * 3600
    }),
    ("the longest stretch", |_, work, _| {
        work.iter().all(|span| span.seconds() <= 4 * 3600)
    }),
    ("lunch", |plan, work, day| {
        let usual = metrics::Rules::default().lunch_window;
        let lunch = plan.boundaries.lunch.unwrap_or(usual);
        let window = minutes(plan, day, lunch.start.into(), lunch.end.into());
        let mut free = window.start;
        let mut longest = 0;
        for span in work.iter().map(|span| span.intersection(window)) {
            if 0 < span.seconds() {
                longest = longest.max(free.seconds_until(span.start));
                free = span.end;
            }
        }
        longest = longest.max(free.seconds_until(window.end));
        (30 * 60).min(window.seconds()) <= longest
    }),
];

fn single(plan: &Plan, mode: Mode, proposal: &Proposal, broken: &mut Vec<String>) {
    let (span, told) = (proposal.span, plan.told(proposal.span));
    let wall = plan.zone.wall(span.start);
    let day = wall.date();
    let mut must = |holds: bool, what: &str| {
        if !holds {
            broken.push(format!("{told}: {what}"));
        }
    };
    must(0 < span.seconds(), "no length");
    must(
        plan.zone.instant(wall) == span.start,
        "a start no clock shows",
    );
    must(plan.now <= span.start, "past");
    let hours = plan.boundaries.work_hours_on(day, &plan.settings);
    let hours = hours.map(|hours| minutes(plan, day, hours.start.into(), hours.end.into()));
    let inside = |hours: Span| hours.start <= span.start && span.end <= hours.end;
    must(hours.is_some_and(inside), "outside the hours");
    let minutes_long = span.seconds() / 60;
    let lengths = match proposal.category {
        Category::Technical => 60..=180,
        Category::Management | Category::Growth => 30..=120,
        Category::Personal => 0..=0,
    };
    must(
        mode == Mode::Repair || lengths.contains(&minutes_long),
        "too short or too long",
    );
    if mode == Mode::Fill && proposal.category == Category::Technical {
        let soon = plan
            .items
            .iter()
            .filter(|item| item.meeting && !item.contingency);
        let mut soon = soon.filter(|item| item.category.is_work());
        let close = soon.any(|item| {
            let gap = item.span.end.seconds_until(span.start);
            (0..15 * 60).contains(&gap) && Category::WORK.contains(&item.category)
        });
        must(!close, "right after a meeting");
    }
    for rule in &plan.boundaries.rules {
        let weekday = day.weekday().num_days_from_monday() as usize;
        let meant = rule.no.category() == Some(proposal.category) && rule.days[weekday];
        let kept = minutes(plan, day, rule.start.into(), rule.end.into());
        must(!meant || !kept.overlaps(span), "in a time kept free");
    }
    let block = match proposal.change {
        Change::New { .. } => None,
        Change::Move { block, .. } => Some(block),
        Change::Part { of, .. } => Some(of),
    };
    let item = plan
        .items
        .iter()
        .find(|item| item.block.is_some() && item.block == block);
    must(mode == Mode::Fill || item.is_some(), "something new");
    if let Some(item) = item {
        must(!item.stays, "it should stay");
        must(plan.now <= item.span.start, "it has begun");
        must(item.category == proposal.category, "another category");
        let today = logical_day(plan.zone.wall(plan.now), plan.settings.day_start());
        let stood = logical_day(plan.zone.wall(item.span.start), plan.settings.day_start());
        let promised = plan.committed.iter().any(|one| Some(one.block) == block);
        must(!(promised && stood == today), "committed for today");
    }
}

/// The items as they would be.
pub(super) fn after(plan: &Plan, proposed: &Proposed) -> Vec<Item> {
    let mut items = plan.items.clone();
    for proposal in &proposed.proposals {
        let new = Item {
            block: None,
            title: "new".into(),
            category: proposal.category,
            span: proposal.span,
            meeting: false,
            stays: false,
            contingency: false,
        };
        match proposal.change {
            Change::New { .. } | Change::Part { .. } => items.push(new),
            Change::Move { block, .. } => {
                let item = items.iter_mut().find(|item| item.block == Some(block));
                item.unwrap().span = proposal.span;
            }
        }
    }
    items
}

fn touched(plan: &Plan, proposed: &Proposed) -> Vec<NaiveDate> {
    let days = proposed.proposals.iter().map(|one| {
        let wall = plan.zone.wall(one.span.start);
        logical_day(wall, plan.settings.day_start())
    });
    let mut days: Vec<NaiveDate> = days.collect();
    days.dedup();
    days
}

/// The work of a logical day as separate stretches.
fn of_day(plan: &Plan, items: &[Item], day: NaiveDate) -> Vec<Span> {
    let start = i64::from(plan.settings.day_starts_at);
    let whole = minutes(plan, day, start as u32, start as u32 + 1440);
    let work = items
        .iter()
        .filter(|item| item.category.is_work() && !item.contingency);
    let mut spans: Vec<Span> = work
        .map(|item| item.span.intersection(whole))
        .filter(|span| 0 < span.seconds())
        .collect();
    spans.sort_unstable();
    let mut joined: Vec<Span> = Vec::new();
    for span in spans {
        match joined.last_mut().filter(|last| span.start <= last.end) {
            Some(last) => last.end = last.end.max(span.end),
            None => joined.push(span),
        }
    }
    joined
}

fn rest(plan: &Plan, after: &[Item], broken: &mut Vec<String>) {
    let days: Vec<NaiveDate> = plan.first.iter_days().take(8).collect();
    for pair in days.windows(2) {
        let rest = |items: &[Item]| {
            let [one, two] = [0, 1].map(|at| of_day(plan, items, pair[at]));
            let end = one.last().map(|span| span.end)?;
            Some(end.seconds_until(two.first()?.start))
        };
        let short = |rest: Option<i64>| rest.is_some_and(|rest| rest < 11 * 3600);
        if short(rest(after)) && rest(after) < rest(&plan.items) {
            broken.push(format!("the rest before {}", pair[1]));
        }
        if short(rest(after)) && rest(&plan.items).is_none() {
            broken.push(format!("the new rest before {}", pair[1]));
        }
    }
}

fn growth(plan: &Plan, after: &[Item], broken: &mut Vec<String>) {
    let days = plan.first.iter_days().take(7);
    let left = part_left(&plan.boundaries, &plan.settings, days);
    let least = (f64::from(plan.settings.growth_minimum) * left).round();
    let week = crate::week::Week::new(plan.first, plan.settings.day_start(), &plan.zone);
    let stretches: Vec<_> = after.iter().map(Item::stretch).collect();
    let growth = crate::balance::balance(&stretches, week.span(), None)
        .minutes
        .growth;
    if growth + 0.5 < least {
        broken.push(format!("{growth} minutes of growth of {least}"));
    }
}

fn minutes(plan: &Plan, day: NaiveDate, start: u32, end: u32) -> Span {
    let midnight = day.and_time(NaiveTime::MIN);
    let at = |minute: u32| {
        let wall = midnight + TimeDelta::minutes(i64::from(minute));
        plan.zone.instant(wall)
    };
    Span::new(at(start), at(end))
}
