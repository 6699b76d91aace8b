//! The numbers above the grid, put into words. What they are is decided in the core.

use crate::messages::{CategoryFigure, Figures, HintKind, HintLine};
use crate::scene::Scene;
use chrono::NaiveDate;
use evenkeel_core::balance::{Mix, balance, personal_minutes};
use evenkeel_core::block::Block;
use evenkeel_core::category::Category;
use evenkeel_core::hints::{Hint, Outside, hints};
use evenkeel_core::target::{Target, target_on};
use evenkeel_core::text;
use evenkeel_core::time::Zones;

/// The planned balance of the week that holds a day, with these blocks as one's own.
pub(crate) fn figures(scene: &Scene, blocks: &[Block], day: NaiveDate, zones: &Zones) -> Figures {
    let week = scene.week_of(day);
    let stretches = scene.stretches(blocks, week.span(), zones);
    let target = target_on(&scene.targets, week.first());
    let wanted = target.map(|target| Mix {
        technical: target.share(Category::Technical),
        management: target.share(Category::Management),
        growth: target.share(Category::Growth),
    });
    let balance = balance(&stretches, week.span(), wanted);
    let hints = hints(&stretches, &week, &scene.settings, &scene.home);
    let categories: Vec<CategoryFigure> = Category::WORK
        .into_iter()
        .map(|category| {
            let share = balance.shares.map(|shares| shares.of(category));
            one(category, whole(balance.minutes.of(category)), target, share)
        })
        .collect();
    let work_minutes = whole(balance.work_minutes());
    let target_minutes = target.map_or(0, |target| target.week_minutes);
    let personal_minutes = whole(personal_minutes(&stretches, week.span()));
    let minutes_to_move = balance.minutes_to_move.map(whole);
    Figures {
        week: week.first(),
        categories,
        personal_minutes,
        personal_words: text::duration(personal_minutes),
        work_minutes,
        target_minutes,
        work_words: format!(
            "{} of {} planned",
            text::duration(work_minutes),
            text::duration(target_minutes)
        ),
        distance: balance.tvd,
        minutes_to_move,
        mix_words: match minutes_to_move {
            None => "Nothing planned yet".into(),
            Some(0) => "On your mix".into(),
            Some(minutes) => format!("{} off your mix", text::duration(minutes)),
        },
        longest_focus: hints
            .iter()
            .find_map(|hint| match hint {
                Hint::LongestFocus { minutes } => Some(*minutes),
                _ => None,
            })
            .unwrap_or(0),
        hints: hints.iter().map(line).collect(),
    }
}

fn one(
    category: Category,
    minutes: u32,
    target: Option<&Target>,
    share: Option<f64>,
) -> CategoryFigure {
    let wanted = target.map_or(0, |target| target.minutes(category));
    CategoryFigure {
        category,
        minutes,
        target: wanted,
        share,
        planned_words: text::duration(minutes),
        target_words: text::duration(wanted),
        rest_words: text::rest(minutes, wanted),
        words: text::planned(minutes, wanted),
    }
}

fn line(hint: &Hint) -> HintLine {
    match *hint {
        Hint::GrowthUnderMinimum { minutes, minimum } => HintLine {
            kind: HintKind::Growth,
            lead: "Growth".into(),
            text: format!(
                "{} under your minimum",
                text::duration(minimum.saturating_sub(minutes))
            ),
            day: None,
        },
        Hint::OutsideHours {
            day,
            outside,
            minutes,
        } => HintLine {
            kind: HintKind::Hours,
            lead: day.format("%A").to_string(),
            text: match outside {
                Outside::Before => format!("{} before your hours", text::duration(minutes)),
                Outside::After => format!("{} after your hours", text::duration(minutes)),
                Outside::DayOff => format!("{} on a day off", text::duration(minutes)),
            },
            day: Some(day),
        },
        Hint::ManySwitches { day, switches, .. } => HintLine {
            kind: HintKind::Switches,
            lead: day.format("%A").to_string(),
            text: format!("switches {switches} times"),
            day: Some(day),
        },
        Hint::LongestFocus { minutes } => HintLine {
            kind: HintKind::Focus,
            lead: text::duration(minutes),
            text: "longest focus run".into(),
            day: None,
        },
    }
}

pub(crate) fn whole(minutes: f64) -> u32 {
    minutes.round().max(0.0) as u32
}
