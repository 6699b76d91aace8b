//! The worked examples of single functions over several weeks.

use crate::balance::{Mix, PooledWeek, pooled};
use crate::metrics::{
    Band, Family, LAMBDA, LIMIT_WIDTH, baseline, ewma, level, long_hours, score, streak, usual,
    vacation_gap,
};
use crate::worked_examples::{agree, example, function_examples};
use chrono::NaiveDate;
use serde_json::{Value, json};

/// Holds what a function makes of an example's inputs against what is expected of it.
fn check(name: &str, compute: impl Fn(&Value) -> Value) {
    let example = example(name);
    let (found, expected) = (compute(&example["inputs"]), &example["expected"]);
    assert!(
        agree(&found, expected),
        "{name}: {found} instead of {expected}"
    );
}

fn numbers(value: &Value) -> Vec<Option<f64>> {
    value
        .as_array()
        .unwrap()
        .iter()
        .map(Value::as_f64)
        .collect()
}

fn known(value: &Value) -> Vec<f64> {
    numbers(value).into_iter().flatten().collect()
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap()
}

/// The example of the suggested week, which is no metric.
const SUGGESTION: &str = "planner_tiny_enumerated";

#[test]
fn no_example_is_left_out() {
    let here = include_str!("worked_functions.rs");
    let named = |name: &String| here.contains(&format!("\"{name}\""));
    let (worked, missing): (Vec<_>, Vec<_>) = function_examples().into_iter().partition(named);
    assert!(missing.is_empty(), "{missing:?}");
    assert_eq!(worked.iter().filter(|name| *name != SUGGESTION).count(), 13);
}

#[test]
fn a_streak_passes_over_weeks_off() {
    check("growth_starvation_streak", |inputs| {
        let weekly = numbers(&inputs["weekly_growth_minutes"]);
        json!({"streak": streak(&weekly, number(&inputs["g_min"]))})
    });
}

#[test]
fn a_robust_z_has_a_floor() {
    for name in ["robust_z_with_floor", "robust_z_flat_baseline"] {
        check(name, |inputs| {
            let usual = usual(&known(&inputs["baseline"]), number(&inputs["floor_abs"])).unwrap();
            json!({
                "median": usual.median,
                "mad": usual.mad,
                "scale": usual.scale,
                "z": usual.z(number(&inputs["x"])),
            })
        });
    }
}

#[test]
fn five_usable_weeks_have_no_range() {
    check("robust_z_too_short", |inputs| {
        let usual = usual(&known(&inputs["baseline"]), number(&inputs["floor_abs"]));
        let reason = usual.err().map(|learning| learning.to_string());
        json!({"z": usual.ok().map(|usual| usual.z(number(&inputs["x"]))), "reason": reason})
    });
}

#[test]
fn a_slow_rise_approaches_its_limit() {
    check("ewma_sustained_rise", |inputs| {
        assert_eq!(inputs["lam"], json!(LAMBDA));
        assert_eq!(inputs["L"], json!(LIMIT_WIDTH));
        let usual = usual(&known(&inputs["baseline"]), number(&inputs["floor_abs"])).unwrap();
        let path = ewma(&usual, &known(&inputs["new"])).into_iter();
        let path: Vec<Value> = path
            .map(|point| json!({"ewma": point.ewma, "ucl": point.ucl, "signal": point.signal}))
            .collect();
        json!({"median": usual.median, "scale": usual.scale, "path": path})
    });
}

#[test]
fn long_hours_are_a_mean_of_four_weeks() {
    check("long_hours_four_week_mean", |inputs| {
        let found = long_hours(&known(&inputs["weekly_hours"]));
        json!({
            "mean": found.mean,
            "weeks_ge_48": found.weeks_ge_48,
            "weeks_ge_55": found.weeks_ge_55,
        })
    });
}

#[test]
fn the_gap_counts_from_the_last_day_of_the_last_vacation() {
    check("vacation_gap", |inputs| {
        let date = |text: &Value| -> NaiveDate { text.as_str().unwrap().parse().unwrap() };
        let ranges = inputs["vacations"].as_array().unwrap().iter();
        let free = ranges.flat_map(|range| {
            let (first, last) = (date(&range[0]), date(&range[1]));
            first.iter_days().take_while(move |day| *day <= last)
        });
        let weekdays = [true, true, true, true, true, false, false];
        json!({"days": vacation_gap(&free.collect(), weekdays, date(&inputs["as_of"]))})
    });
}

#[test]
fn a_check_in_needs_four_answers() {
    check("checkin_scores", |inputs| {
        let answers = |name: &str| -> Vec<Option<u8>> {
            let given = inputs[name].as_array().unwrap().iter();
            given
                .map(|answer| answer.as_u64().map(|answer| answer as u8))
                .collect()
        };
        json!({
            "a": score(&answers("a")),
            "b": score(&answers("b")),
            "c": score(&answers("c")),
        })
    });
}

#[test]
fn levels_are_as_worked_out_by_hand() {
    let names = [
        "level_calendar_only_caps_at_watch",
        "level_self_report_and_signs",
        "level_self_report_dominates",
        "level_not_enough_data",
    ];
    for name in names {
        check(name, |inputs| {
            let fired = Family::ALL.map(|family| {
                let weeks = known(&inputs["families"][family.name()]);
                [weeks[0] == 1.0, weeks[1] == 1.0, weeks[2] == 1.0]
            });
            let band = match inputs["self_report"].as_str() {
                Some("high") => Some(Band::High),
                Some("raised") => Some(Band::Raised),
                _ => None,
            };
            let signs = level(fired, band, inputs["weeks"].as_u64().unwrap() as u32);
            let persistent: Vec<&str> = signs.persistent.iter().map(|one| one.name()).collect();
            json!({"level": signs.level.name(), "persistent": persistent})
        });
    }
}

#[test]
fn minutes_are_pooled_before_the_distance_is_taken() {
    check("balance_pool_before_distance", |inputs| {
        let mix = |name: &str| Mix {
            technical: number(&inputs[name]["technical"]),
            management: number(&inputs[name]["management"]),
            growth: number(&inputs[name]["growth"]),
        };
        let week = |name: &str| PooledWeek {
            minutes: mix(name),
            target: Some(mix("target")),
        };
        let tvd = |weeks: &[PooledWeek]| pooled(weeks).tvd;
        let (first, second) = (week("week1"), week("week2"));
        json!({
            "week1": tvd(&[first]),
            "week2": tvd(&[second]),
            "pooled": tvd(&[first, second]),
        })
    });
}

#[test]
fn a_range_is_taken_of_a_baseline_that_leaves_the_newest_weeks_out() {
    let weeks: Vec<Option<f64>> = [60.0; 11].map(Some).into();
    assert_eq!(usual(&baseline(&weeks), 15.0).unwrap().z(180.0), 8.0);
    assert!(usual(&baseline(&weeks[..10]), 15.0).is_err());
}
