//! Suggestions in plain words: why each, what all of them bring and cost, what could not be met.

use super::brief::Facts;
use super::relax;
use crate::labels;
use crate::messages::{ConflictLines, Figures, ProposalLine, RelaxChoice, SuggestMode, UnmetLine};
use crate::scene::Scene;
use chrono::NaiveDate;
use evenkeel_core::category::Category;
use evenkeel_core::proposal::{Change, Proposal, Proposed, Stuck, Unmet};
use evenkeel_core::stretch::Stretch;
use evenkeel_core::suggest::Rule;
use evenkeel_core::switches::{HARD_GAP_MINUTES, switches};
use evenkeel_core::text::{self, duration, label};
use evenkeel_core::time::Span;
use evenkeel_core::week::Week;

/// Why one thing is proposed.
pub(super) fn reason(
    facts: &Facts,
    scene: &Scene,
    before: &Figures,
    group: &[&Proposal],
) -> String {
    let Some(first) = group.first() else {
        return String::new();
    };
    match &first.change {
        Change::New { task } => new(facts, scene, before, first, *task),
        Change::Move { block, landed } | Change::Part { of: block, landed } => {
            let stood = facts.item(*block).map_or(first.span, |item| item.span);
            moved(scene, group, stood, labels::title(landed))
        }
    }
}

fn new(
    facts: &Facts,
    scene: &Scene,
    before: &Figures,
    proposal: &Proposal,
    task: Option<evenkeel_core::task::TaskId>,
) -> String {
    let wall = scene.home.wall(proposal.span.start);
    let minute = wall.format("%H%M").to_string();
    let best = facts.settings.peak_hours.is_some_and(|hours| {
        let clock = |minute: u16| format!("{:02}{:02}", minute / 60, minute % 60);
        clock(hours.start) <= minute && minute < clock(hours.end)
    });
    let best = match best && proposal.category == Category::Technical {
        true => ", in your best hours",
        false => "",
    };
    if let Some((task, left)) = task.and_then(|id| facts.task(id)) {
        let left = left.map(|left| format!("{} of it has no time yet", duration(left)));
        let due = task
            .due
            .map(|due| format!("due {}", due.format("%A %-d %B")));
        let words: Vec<String> = due.into_iter().chain(left).collect();
        return match words.is_empty() {
            true => format!("From your backlog{best}."),
            false => format!("{}{best}.", labels::sentence_case(&words.join("; "))),
        };
    }
    let mut figures = before.categories.iter();
    let figure = figures.find(|figure| figure.category == proposal.category);
    match figure {
        Some(figure) if figure.minutes < figure.target => format!(
            "{} stands at {} of {}{best}.",
            label(proposal.category),
            figure.planned_words,
            figure.target_words
        ),
        _ => format!("{} is under its least{best}.", label(proposal.category)),
    }
}

fn moved(scene: &Scene, group: &[&Proposal], stood: Span, landed: &str) -> String {
    let spans: Vec<Span> = group.iter().map(|one| one.span).collect();
    let minutes = |seconds: i64| duration(u32::try_from(seconds / 60).unwrap_or(0));
    let kept: i64 = spans
        .iter()
        .map(|span| span.intersection(stood).seconds())
        .sum();
    let all: i64 = spans.iter().map(|span| span.seconds()).sum();
    let lost = match stood.seconds() - all {
        lost if 0 < lost => format!(" {} find no other place.", minutes(lost)),
        _ => String::new(),
    };
    let place =
        |span: &Span| labels::stretch(scene.home.wall(span.start), scene.home.wall(span.end));
    if let ([only], 0) = (&spans[..], stood.seconds() - all) {
        let (from, to) = (scene.home.wall(stood.start), scene.home.wall(only.start));
        let far = stood.start.seconds_until(only.start);
        return match (from.date() == to.date(), far < 0) {
            (true, true) => format!(
                "Moves {} earlier because {landed} landed on it.",
                minutes(-far)
            ),
            (true, false) => format!(
                "Moves {} later because {landed} landed on it.",
                minutes(far)
            ),
            (false, _) => format!(
                "Moves from {} to {} because {landed} landed on it.",
                from.format("%A"),
                to.format("%A")
            ),
        };
    }
    let elsewhere: Vec<String> = spans
        .iter()
        .filter(|span| span.intersection(stood).seconds() == 0)
        .map(place)
        .collect();
    let goes = match (elsewhere.is_empty(), 0 < kept) {
        (true, _) => format!("{} stay; {landed} landed on the rest.", minutes(kept)),
        (false, true) => format!(
            "{} stay; what {landed} landed on goes to {}.",
            minutes(kept),
            elsewhere.join(" and ")
        ),
        (false, false) => format!(
            "Goes to {} because {landed} landed on it.",
            elsewhere.join(" and ")
        ),
    };
    format!("{goes}{lost}")
}

/// A week before and after.
pub(super) struct Balance<'a> {
    pub(super) figures: [&'a Figures; 2],
    pub(super) stretches: [Vec<Stretch>; 2],
    pub(super) week: &'a Week,
    pub(super) growth_minimum: u32,
}

impl Balance<'_> {
    /// What changes for the better, and for the worse.
    pub(super) fn told(&self, any: bool) -> (Vec<String>, Vec<String>) {
        let (mut gains, mut costs) = (Vec::new(), Vec::new());
        if !any {
            return (gains, costs);
        }
        let [before, after] = self.figures;
        for (was, now) in before.categories.iter().zip(&after.categories) {
            let name = label(now.category);
            let growth = now.category == Category::Growth;
            let least = self.growth_minimum;
            if was.minutes < now.target && now.target <= now.minutes {
                gains.push(format!("{name} reaches its {}.", now.target_words));
            } else if growth && was.minutes < least && least <= now.minutes {
                gains.push(format!("{name} reaches its least of {}.", duration(least)));
            } else if was.minutes < now.minutes {
                let (was, now) = (&was.planned_words, now);
                let to = format!("{name} goes from {was} to {}", now.planned_words);
                gains.push(match now.target {
                    0 => format!("{to}."),
                    _ => format!("{to} of {}.", now.target_words),
                });
            } else if now.minutes < was.minutes {
                let fewer = duration(was.minutes - now.minutes);
                costs.push(format!("{name} loses {fewer}."));
            }
        }
        if before.longest_focus < after.longest_focus {
            let longest = duration(after.longest_focus);
            gains.push(format!("The longest focus run grows to {longest}."));
        }
        if after.longest_focus < before.longest_focus {
            let longest = duration(after.longest_focus);
            costs.push(format!("The longest focus run shrinks to {longest}."));
        }
        self.switches(&mut gains, &mut costs);
        (gains, costs)
    }

    fn switches(&self, gains: &mut Vec<String>, costs: &mut Vec<String>) {
        let [before, after] =
            [0, 1].map(|at| switches(&self.stretches[at], self.week, HARD_GAP_MINUTES).per_day);
        for ((day, _), (was, now)) in self.week.days().zip(before.into_iter().zip(after)) {
            let day = day.format("%A");
            let told = |many: u32, what: &str| match many {
                1 => format!("One switch {what} on {day}."),
                many => format!("{} switches {what} on {day}.", number(many)),
            };
            if now < was {
                gains.push(told(was - now, "fewer"));
            }
            if was < now {
                costs.push(told(now - was, "more"));
            }
        }
    }
}

fn number(many: u32) -> String {
    const WORDS: [&str; 9] = [
        "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine",
    ];
    let word = many.checked_sub(1).and_then(|at| WORDS.get(at as usize));
    word.map_or_else(|| many.to_string(), |word| (*word).to_string())
}

/// Whether something better may exist.
pub(super) fn proof(proposed: &Proposed, nothing: bool) -> String {
    let slots = match proposed.slot_minutes {
        30 => "half hours",
        _ => "quarter hours",
    };
    match (nothing, proposed.optimal) {
        (true, _) => String::new(),
        (false, true) => format!("No other plan on {slots} is better: that is proved."),
        (false, false) => {
            format!("A good plan on {slots}; that no other is better was not proved.")
        }
    }
}

/// What could not be met, and how it could.
pub(super) fn unmet(proposed: &Proposed) -> Vec<UnmetLine> {
    let line = |unmet: &Unmet| match unmet {
        Unmet::Wanted { category, minutes } => plain(format!(
            "{} stays {} short of what you want.",
            label(*category),
            duration(*minutes)
        )),
        Unmet::Due {
            title,
            due,
            minutes,
            ..
        } => {
            let (title, due) = (labels::title(title), due.format("%A %-d %B"));
            plain(match minutes {
                Some(minutes) => format!(
                    "{} of {title} find no time before it is due on {due}.",
                    duration(*minutes)
                ),
                None => format!(
                    "{} finds no time before it is due on {due}.",
                    labels::sentence_case(title)
                ),
            })
        }
        Unmet::Day { day, rule } => UnmetLine {
            text: format!(
                "Nothing is added on {}: what stands there already {}.",
                day.format("%A"),
                breaks(*rule)
            ),
            relax: Some(RelaxChoice {
                key: relax::day(*day),
                label: format!("Plan {} anyway", day.format("%A")),
            }),
        },
        Unmet::NoPlace { title, minutes, .. } => plain(format!(
            "{} of {} find no other place this week.",
            duration(*minutes),
            labels::title(title)
        )),
        Unmet::Stays { title, landed, .. } => plain(format!(
            "{} stays where it is, although {} landed on it: it is locked, protected, or committed \
             for today.",
            labels::sentence_case(labels::title(title)),
            labels::title(landed)
        )),
        Unmet::Full => plain("No time in your work hours is free any more this week.".into()),
    };
    proposed.unmet.iter().map(line).collect()
}

fn plain(text: String) -> UnmetLine {
    UnmetLine { text, relax: None }
}

/// What a day does that breaks a rule.
fn breaks(rule: Rule) -> &'static str {
    match rule {
        Rule::Lunch => "leaves no half hour for lunch",
        Rule::Day => "comes to more than 9 hours of work",
        Rule::Stretch => "runs for more than 4 hours without a pause",
        _ => "leaves no room",
    }
}

/// The rules that are in each other's way.
pub(super) fn conflict(stuck: &Stuck) -> ConflictLines {
    let rules: Vec<UnmetLine> = stuck
        .rules
        .iter()
        .map(|rule| {
            let (text, label) = given_up(*rule, stuck);
            UnmetLine {
                text,
                relax: Some(RelaxChoice {
                    key: relax::rule(*rule),
                    label,
                }),
            }
        })
        .collect();
    let day = stuck
        .day
        .map(|day: NaiveDate| day.format(" on %A").to_string());
    let day = day.unwrap_or_default();
    ConflictLines {
        message: match rules.len() {
            1 => format!("No plan can keep this{day}:"),
            _ => format!(
                "No plan can keep these together{day}; without any one of them there is one:"
            ),
        },
        rules,
    }
}

fn given_up(rule: Rule, stuck: &Stuck) -> (String, String) {
    let (text, label): (String, &str) = match rule {
        Rule::Growth => (
            format!(
                "Growth needs {} more to reach its least, and {} are free in your work hours.",
                duration(stuck.growth_missing),
                duration(stuck.free)
            ),
            "Plan without the least growth",
        ),
        Rule::Kept => (
            "Some of the free time is kept free of growth by your boundaries.".into(),
            "Plan in the times kept free",
        ),
        Rule::Lunch => (
            "Half an hour is left for lunch.".into(),
            "Plan without lunch",
        ),
        Rule::Day => (
            "A day holds at most 9 hours of work.".into(),
            "Plan longer days",
        ),
        Rule::Stretch => (
            "No more than 4 hours go without a pause.".into(),
            "Plan without pauses",
        ),
        Rule::Buffer => (
            "Technical work waits 15 minutes after a meeting.".into(),
            "Plan without waiting",
        ),
        Rule::Week => (
            "A week holds only so much work.".into(),
            "Plan a longer week",
        ),
        Rule::Blocks(work) => (
            format!(
                "A {} block lasts {}.",
                work.category().name(),
                match work.category() {
                    Category::Technical => "from 1 to 3 hours",
                    _ => "from half an hour to 2 hours",
                }
            ),
            "Plan shorter and longer blocks",
        ),
    };
    (text, label.into())
}

/// The whole answer in one breath.
pub(super) fn said(
    mode: SuggestMode,
    proposals: &[ProposalLine],
    conflict: Option<&ConflictLines>,
    gains: &[String],
    unmet: &[UnmetLine],
) -> String {
    let first = match (conflict, proposals.len(), mode) {
        (Some(conflict), ..) => {
            let rules: Vec<&str> = conflict
                .rules
                .iter()
                .map(|rule| rule.text.as_str())
                .collect();
            return format!("{} {}", conflict.message, rules.join(" "));
        }
        (None, 0, SuggestMode::Fill) => "Nothing to suggest: the week is as you want it.".into(),
        (None, 0, SuggestMode::Repair) => {
            "Nothing to repair: no meeting lies on a block of yours that may move.".into()
        }
        (None, many, _) => format!("{}.", labels::count(many, "suggestion")),
    };
    let first: String = match (proposals.is_empty(), unmet.first()) {
        (true, Some(unmet)) => unmet.text.clone(),
        _ => first,
    };
    let words = std::iter::once(first.as_str()).chain(gains.iter().map(String::as_str));
    words.collect::<Vec<_>>().join(" ")
}

/// "Take 3 suggestions": what undo will call it.
pub(super) fn step(titles: &[&str]) -> String {
    match titles {
        [only] => format!("take the suggestion {}", labels::title(only)),
        several => format!("take {}", labels::count(several.len(), "suggestion")),
    }
}

/// "Technical 14 h of 20 h." for each category, to say after suggestions were taken.
pub(super) fn balance(figures: &Figures) -> String {
    let figures = figures.categories.iter();
    let words = figures.map(|one| text::sentence(one.category, one.minutes, one.target));
    words.collect::<Vec<_>>().join(" ")
}

/// What was taken, and what was left out.
pub(super) fn taken(many: usize, stale: &[String]) -> String {
    let taken = format!("{} taken.", labels::count(many, "suggestion"));
    match stale.first() {
        None => taken,
        Some(why) => format!("{taken} {} left out: {why}", stale.len()),
    }
}
