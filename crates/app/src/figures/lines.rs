//! What is worth a look in a week, one line each: boundaries that are crossed, hints, facts.

use crate::labels;
use crate::messages::{HintKind, HintLine};
use crate::shown::Key;
use crate::words::subject;
use chrono::{NaiveDate, NaiveTime, TimeDelta};
use evenkeel_core::boundary::{Boundaries, BoundaryRule, Crossing, Outside, Violation};
use evenkeel_core::hints::Hint;
use evenkeel_core::season::Wanted;
use evenkeel_core::text::{duration, label};
use evenkeel_core::week::Week;

/// Work on days off first, then growth, the other boundaries, switches; facts last.
pub(super) fn lines(
    hints: &[Hint],
    crossed: &[Violation<Key>],
    wanted: Option<&Wanted<'_>>,
    boundaries: &Boundaries,
    week: &Week,
) -> Vec<HintLine> {
    let off = |one: &&Violation<Key>| matches!(one.crossing, Crossing::DayOff { .. });
    let growth = |hint: &&Hint| matches!(hint, Hint::GrowthUnderMinimum { .. });
    let switches = |hint: &&Hint| matches!(hint, Hint::ManySwitches { .. });
    let focus = |hint: &&Hint| matches!(hint, Hint::LongestFocus { .. });
    let crossing = |one: &Violation<Key>| crossing(one, boundaries);
    let mut lines: Vec<HintLine> = Vec::new();
    lines.extend(crossed.iter().filter(off).filter_map(crossing));
    lines.extend(hints.iter().filter(growth).map(hint));
    lines.extend(crossed.iter().filter(|one| !off(one)).filter_map(crossing));
    lines.extend(hints.iter().filter(switches).map(hint));
    lines.extend(wanted.into_iter().flat_map(|wanted| facts(wanted, week)));
    lines.extend(hints.iter().filter(focus).map(hint));
    lines
}

fn plain(kind: HintKind, lead: impl Into<String>, text: impl Into<String>) -> HintLine {
    HintLine {
        kind,
        lead: lead.into(),
        text: text.into(),
        day: None,
        keys: Vec::new(),
    }
}

fn weekday(day: NaiveDate) -> String {
    day.format("%A").to_string()
}

fn hint(hint: &Hint) -> HintLine {
    match *hint {
        Hint::GrowthUnderMinimum { minutes, minimum } => {
            let missing = duration(minimum.saturating_sub(minutes));
            plain(
                HintKind::Growth,
                "Growth",
                format!("{missing} under your minimum"),
            )
        }
        Hint::ManySwitches { day, switches, .. } => HintLine {
            day: Some(day),
            ..plain(
                HintKind::Switches,
                weekday(day),
                format!("switches {switches} times"),
            )
        },
        Hint::LongestFocus { minutes } => {
            plain(HintKind::Focus, duration(minutes), "longest focus run")
        }
    }
}

/// A boundary that is crossed; none where its row is not there any more.
fn crossing(one: &Violation<Key>, boundaries: &Boundaries) -> Option<HintLine> {
    let time = duration(one.minutes);
    let line = match one.crossing {
        Crossing::DayOff { row } => plain(
            HintKind::DayOff,
            labels::day_off(boundaries.days_off.get(row)?),
            format!("{time} of work planned in it"),
        ),
        Crossing::Hours { outside } => {
            let text = match outside {
                Outside::Before => format!("{time} before your hours"),
                Outside::After => format!("{time} after your hours"),
                Outside::DayOff => format!("{time} on a day off"),
            };
            plain(HintKind::Hours, weekday(one.day), text)
        }
        Crossing::Lunch => plain(
            HintKind::Lunch,
            weekday(one.day),
            "leaves no room for lunch",
        ),
        Crossing::Rule { row } => {
            let rule = boundaries.rules.get(row)?;
            let text = format!("{time} of {} {}", subject(rule.no), kept_free(rule));
            plain(HintKind::Rule, weekday(one.day), text)
        }
        Crossing::UnderLeast { category, .. } => plain(
            HintKind::Limit,
            label(category),
            format!("{time} under your minimum"),
        ),
        Crossing::OverMost { category, .. } => plain(
            HintKind::Limit,
            label(category),
            format!("{time} over your maximum"),
        ),
    };
    let whole_week = matches!(
        one.crossing,
        Crossing::UnderLeast { .. } | Crossing::OverMost { .. }
    );
    Some(HintLine {
        day: (!whole_week).then_some(one.day),
        keys: one.keys.iter().map(Key::to_string).collect(),
        ..line
    })
}

/// When a rule holds: "before 11:00", "after 20:00", "between 12:00 and 13:00".
fn kept_free(rule: &BoundaryRule) -> String {
    let clock = |minutes: u16| {
        let time = NaiveTime::MIN + TimeDelta::minutes(i64::from(minutes));
        time.format("%H:%M").to_string()
    };
    match (rule.start, rule.end) {
        (0, 1440) => "on a day without".into(),
        (0, end) => format!("before {}", clock(end)),
        (start, 1440) => format!("after {}", clock(start)),
        (start, end) => format!("between {} and {}", clock(start), clock(end)),
    }
}

/// Which season counts, and what days off take.
fn facts(wanted: &Wanted<'_>, week: &Week) -> Vec<HintLine> {
    let mut facts = Vec::new();
    let last = week.days().last().map_or(week.first(), |(day, _)| day);
    for season in wanted.targets.iter().filter(|target| target.is_season()) {
        let begins = season.from.filter(|from| week.first() < *from);
        let ends = season.until.and_then(|until| until.pred_opt());
        let text = match (begins, ends.filter(|ends| *ends < last)) {
            (Some(from), _) => format!("from {} on", weekday(from)),
            (None, Some(ends)) => format!("until {}", weekday(ends)),
            (None, None) => "counts this week".into(),
        };
        facts.push(plain(HintKind::Season, season.name.as_str(), text));
    }
    if 0 < wanted.days_off {
        let days = labels::count(wanted.days_off as usize, "day");
        let text = match wanted.minutes.total() <= 0.0 {
            true => "off: nothing is wanted of this week".into(),
            false => format!("off: {} less wanted", duration(wanted.taken.round() as u32)),
        };
        facts.push(plain(HintKind::TimeOff, days, text));
    }
    facts
}
