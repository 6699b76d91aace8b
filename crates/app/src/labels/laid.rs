//! What laying a template does, in words.

use crate::labels::{balance, count, title};
use crate::messages::{Figures, LaidKind, LaidLine, LaidPlan};
use chrono::NaiveDateTime;
use evenkeel_core::category::Category;
use evenkeel_core::template::{Clash, Fate, Laid, Line};

/// What would be made and what would not. `repeating` are lines about what is not laid because it
/// repeats by itself.
pub(crate) fn plan(laid: &Laid, repeating: Vec<LaidLine>) -> LaidPlan {
    let of = |fate: Fate| laid.lines.iter().filter(|line| line.fate == fate).count();
    let (made, left_out) = (of(Fate::Laid), of(Fate::LeftOut));
    let beside = laid.lines.iter().filter(|line| is_beside(line)).count();
    let mut lines: Vec<LaidLine> = laid.lines.iter().filter_map(line).collect();
    lines.extend(repeating);
    lines.sort_by_key(|line| (line.kind, line.start));
    let there = |line: &&LaidLine| line.kind == LaidKind::There;
    let there = lines.iter().filter(there).count();
    LaidPlan {
        made: number(made),
        left_out: number(left_out),
        words: summary(made, left_out, beside, there),
        lines,
    }
}

/// The summary and what the balance becomes, for the live region.
pub(crate) fn said(plan: &LaidPlan, laid: &Laid, figures: &Figures) -> String {
    let touched = |category: &Category| {
        let mut made = laid.edit.put.iter();
        made.any(|block| block.category == *category)
    };
    let balances = Category::ALL
        .into_iter()
        .filter(touched)
        .map(|category| balance(figures, category));
    let sentences: Vec<String> = [plan.words.clone()].into_iter().chain(balances).collect();
    sentences.join(" ")
}

/// "Laid Weekly practice: 8 blocks, 2 left out."
pub(crate) fn done(begin: &str, plan: &LaidPlan) -> String {
    let made = count(plan.made as usize, "block");
    match plan.left_out {
        0 => format!("{begin}: {made}."),
        left_out => format!("{begin}: {made}, {left_out} left out."),
    }
}

/// "7 of 9 blocks fit. 2 collide and are left out. 1 stands there already."
fn summary(made: usize, left_out: usize, beside: usize, there: usize) -> String {
    let (fit, all) = (made - beside, made + left_out);
    let blocks = count(all, "block");
    let verb = |one: &str, several: &str, number: usize| match number {
        1 => format!("1 {one}."),
        number => format!("{number} {several}."),
    };
    let mut sentences = Vec::new();
    match fit {
        _ if all == 0 => {}
        0 => sentences.push(format!("None of {blocks} fits.")),
        1 if all == 1 => sentences.push("1 block fits.".into()),
        fit if fit == all => sentences.push(format!("All {blocks} fit.")),
        1 => sentences.push(format!("1 of {blocks} fits.")),
        fit => sentences.push(format!("{fit} of {blocks} fit.")),
    }
    if 0 < left_out {
        let several = "collide and are left out";
        sentences.push(verb("collides and is left out", several, left_out));
    }
    if 0 < beside {
        let several = "collide and are laid beside";
        sentences.push(verb("collides and is laid beside", several, beside));
    }
    if 0 < there {
        sentences.push(verb("is there already", "are there already", there));
    }
    sentences.join(" ")
}

fn line(line: &Line) -> Option<LaidLine> {
    let (kind, words) = match (&line.clash, line.fate) {
        (Some(clash), _) => (LaidKind::Collides, clash_words(clash, line)),
        (None, Fate::SeriesThere) => (LaidKind::There, "Repeats there already".into()),
        (None, Fate::There) => (LaidKind::There, "Stands there already".into()),
        _ if line.later => {
            let first = line.start.format("First on %A %-d %B");
            (LaidKind::Later, first.to_string())
        }
        _ if line.outside_hours => (LaidKind::Outside, "Outside your work hours".into()),
        _ => return None,
    };
    Some(LaidLine {
        kind,
        made: line.fate == Fate::Laid,
        title: line.title.clone(),
        category: line.category,
        start: line.start,
        end: line.end,
        words,
    })
}

fn clash_words(clash: &Clash, line: &Line) -> String {
    match clash {
        Clash::Taken {
            title: other,
            start,
            end,
            more,
        } => {
            let when = between(*start, *end, line.start);
            let more = match more {
                0 => String::new(),
                1 => ", and one more".into(),
                several => format!(", and {several} more"),
            };
            let name = super::sentence_case(title(other));
            format!("{name} is there, {when}{more}")
        }
        Clash::DayOff { name, .. } if name.trim().is_empty() => "That day is off".into(),
        Clash::DayOff { name, .. } => format!("That day is off: {}", name.trim()),
        Clash::NoSuchTime => "Clocks go forward and skip that time".into(),
        Clash::UnknownZone { name } => format!("No time zone is called {name}"),
    }
}

/// "10:00 to 10:30", with weekdays where they are not those of the block it is told of.
fn between(start: NaiveDateTime, end: NaiveDateTime, about: NaiveDateTime) -> String {
    let at = |wall: NaiveDateTime| match wall.date() == about.date() {
        true => wall.format("%H:%M").to_string(),
        false => wall.format("%A %H:%M").to_string(),
    };
    format!("{} to {}", at(start), at(end))
}

fn is_beside(line: &Line) -> bool {
    line.fate == Fate::Laid && line.clash.is_some()
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
