//! The worked weeks: balance, focus and switches as an independent computation has them.

use crate::balance::{Balance, Mix, PooledWeek, balance, pooled};
use crate::category::Category;
use crate::focus::{DEEP_MINUTES, LONG_MINUTES, focus};
use crate::stretch::Stretch;
use crate::switches::switches;
use crate::time::{Span, Zones};
use crate::week::Week;
use chrono::{NaiveDateTime, NaiveTime};
use serde_json::{Value, json};

const METRICS: &str = include_str!("../../../tests/fixtures/examples/metrics.json");
const WEEKS: &str = include_str!("../../../tests/fixtures/examples/weeks.json");

fn examples(text: &str) -> Vec<Value> {
    let all: Value = serde_json::from_str(text).unwrap();
    all["examples"].as_array().unwrap().clone()
}

/// The examples whose expected values hold a group.
fn with(group: &str) -> Vec<Value> {
    let all = examples(METRICS).into_iter().chain(examples(WEEKS));
    all.filter(|example| !example["expected"][group].is_null())
        .collect()
}

struct Worked {
    stretches: Vec<Stretch>,
    week: Week,
    target: Option<Mix>,
}

fn read(example: &Value) -> Worked {
    let settings = &example["settings"];
    let zone = Zones::bundled()
        .get(settings["tz"].as_str().unwrap())
        .unwrap();
    let first = settings["week_start"].as_str().unwrap().parse().unwrap();
    let time = |text: &Value| NaiveTime::parse_from_str(text.as_str().unwrap(), "%H:%M").unwrap();
    let instant = |text: &Value| {
        let wall = NaiveDateTime::parse_from_str(text.as_str().unwrap(), "%Y-%m-%dT%H:%M");
        zone.instant(wall.unwrap())
    };
    let entries = example["actual"].as_array().unwrap().iter();
    let stretches = entries.map(|entry| Stretch {
        span: Span::new(instant(&entry["start"]), instant(&entry["end"])),
        category: Category::from_name(entry["category"].as_str().unwrap()).unwrap(),
        meeting: entry["meeting"] == json!(true),
    });
    Worked {
        stretches: stretches.collect(),
        week: Week::new(first, time(&settings["day_boundary"]), &zone),
        target: mix(&settings["target_mix"]),
    }
}

fn mix(value: &Value) -> Option<Mix> {
    Some(Mix {
        technical: value["technical"].as_f64()?,
        management: value["management"].as_f64()?,
        growth: value["growth"].as_f64()?,
    })
}

fn shown(mix: Mix) -> Value {
    json!({"technical": mix.technical, "management": mix.management, "growth": mix.growth})
}

/// Whether two values agree, numbers within the tolerance of the examples.
fn agree(found: &Value, expected: &Value) -> bool {
    match (found, expected) {
        (Value::Number(found), Value::Number(expected)) => {
            (found.as_f64().unwrap() - expected.as_f64().unwrap()).abs() <= 1e-6
        }
        (Value::Array(found), Value::Array(expected)) => {
            found.len() == expected.len() && found.iter().zip(expected).all(|(a, b)| agree(a, b))
        }
        (Value::Object(found), Value::Object(expected)) => {
            found.len() == expected.len()
                && found
                    .iter()
                    .all(|(key, value)| agree(value, &expected[key]))
        }
        _ => found == expected,
    }
}

fn check(group: &str, least: usize, compute: impl Fn(&Worked) -> Value) {
    let examples = with(group);
    assert!(least <= examples.len(), "only {} examples", examples.len());
    for example in examples {
        let found = compute(&read(&example));
        let expected = &example["expected"][group];
        let name = &example["name"];
        assert!(
            agree(&found, expected),
            "{name}: {found} instead of {expected}"
        );
    }
}

#[test]
fn balance_agrees_with_every_worked_week() {
    check("balance", 64, |worked| {
        let Balance {
            minutes,
            shares,
            tvd,
            minutes_to_move,
        } = balance(&worked.stretches, worked.week.span(), worked.target);
        json!({
            "minutes": shown(minutes),
            "shares": shares.map(shown),
            "tvd": tvd,
            "minutes_to_move": minutes_to_move,
        })
    });
}

#[test]
fn focus_agrees_with_every_worked_week() {
    check("focus", 64, |worked| {
        let focus = focus(&worked.stretches, worked.week.span());
        json!({
            "runs": focus.runs,
            "longest": focus.longest(),
            "n90": focus.at_least(DEEP_MINUTES),
            "n120": focus.at_least(LONG_MINUTES),
            "technical_minutes": focus.technical_minutes(),
            "deep_minutes": focus.deep_minutes(),
            "deep_share": focus.deep_share(),
        })
    });
}

#[test]
fn switches_agree_with_every_worked_week() {
    check("switches", 64, |worked| {
        let switches = switches(&worked.stretches, &worked.week);
        json!({
            "per_day": switches.per_day,
            "total": switches.total(),
            "hard": switches.hard,
            "per_work_hour": switches.per_work_hour,
        })
    });
}

#[test]
fn minutes_are_pooled_before_the_distance_is_taken() {
    let examples = examples(METRICS);
    let named = |example: &&Value| example["name"] == json!("balance_pool_before_distance");
    let example = examples.iter().find(named).unwrap();
    let inputs = &example["inputs"];
    let week = |name: &str| PooledWeek {
        minutes: mix(&inputs[name]).unwrap(),
        target: mix(&inputs["target"]),
    };
    let tvd = |weeks: &[PooledWeek]| pooled(weeks).tvd.unwrap();
    let (first, second) = (week("week1"), week("week2"));
    let found = json!({
        "week1": tvd(&[first]),
        "week2": tvd(&[second]),
        "pooled": tvd(&[first, second]),
    });
    assert!(agree(&found, &example["expected"]), "{found}");
}
