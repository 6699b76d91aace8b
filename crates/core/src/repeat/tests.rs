//! Repeats as values, and the algebra of series against sets of dates.

mod moved;
mod properties;
mod said;

use super::Series;
use crate::event::Recurrence;
use crate::recur::keys;
use chrono::{NaiveDateTime, TimeDelta};

fn wall(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").unwrap()
}

fn series(start: &str, rule: &str, except: &[&str]) -> Series {
    let except = except.iter().map(|text| wall(text)).collect();
    let start = wall(start);
    let recurrence = Recurrence {
        rule: Some(rule.into()),
        except,
        ..Recurrence::default()
    };
    Series {
        start,
        recurrence: recurrence.counted(start),
    }
}

/// All times of nine years after a wall time, a quarter of a year at a time.
fn all(series: &Series, from: NaiveDateTime) -> Vec<NaiveDateTime> {
    let edge = |quarter: i64| from + TimeDelta::days(90 * quarter);
    let quarters = (0..36).map(|quarter| edge(quarter)..edge(quarter + 1));
    quarters
        .flat_map(|window| keys::starts(series.start, &series.recurrence, window))
        .collect()
}
