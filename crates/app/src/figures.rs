//! The numbers above the grid, put into words. What they are is decided in the core.

mod lines;

use crate::messages::{CategoryFigure, Figures};
use crate::scene::Scene;
use chrono::NaiveDate;
use evenkeel_core::balance::{Mix, balance, personal_minutes};
use evenkeel_core::block::Block;
use evenkeel_core::boundary::violations;
use evenkeel_core::category::Category;
use evenkeel_core::hints::{Hint, hints};
use evenkeel_core::season::wanted;
use evenkeel_core::stretch::Stretch;
use evenkeel_core::text;
use evenkeel_core::time::Zones;

/// The planned balance of the week that holds a day, with these blocks as one's own.
pub(crate) fn figures(scene: &Scene, blocks: &[Block], day: NaiveDate, zones: &Zones) -> Figures {
    let week = scene.week_of(day);
    let keyed = scene.keyed(blocks, week.span(), zones);
    let stretches: Vec<Stretch> = keyed.iter().map(|(_, stretch)| *stretch).collect();
    let Scene {
        boundaries,
        settings,
        home,
        targets,
        ..
    } = scene;
    let wanted = wanted(
        targets,
        boundaries,
        settings,
        week.days().map(|(day, _)| day),
    );
    let target = wanted.as_ref().map(|wanted| wanted.minutes);
    let shares = wanted.as_ref().and_then(|wanted| wanted.shares);
    let balance = balance(&stretches, week.span(), shares);
    let left = wanted.as_ref().map_or(1.0, |wanted| wanted.left);
    let hints = hints(&stretches, &week, settings, left);
    let crossed = violations(boundaries, settings, &week, &keyed, home);
    let categories: Vec<CategoryFigure> = Category::WORK
        .into_iter()
        .map(|category| {
            let share = balance.shares.map(|shares| shares.of(category));
            one(category, whole(balance.minutes.of(category)), target, share)
        })
        .collect();
    let work_minutes = whole(balance.work_minutes());
    let target_minutes = target.map_or(0, |target| whole(target.total()));
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
        hints: lines::lines(&hints, &crossed, wanted.as_ref(), boundaries, &week),
    }
}

fn one(
    category: Category,
    minutes: u32,
    target: Option<Mix>,
    share: Option<f64>,
) -> CategoryFigure {
    let wanted = target.map_or(0, |target| whole(target.of(category)));
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

pub(crate) fn whole(minutes: f64) -> u32 {
    minutes.round().max(0.0) as u32
}
