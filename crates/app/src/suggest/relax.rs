//! The names of what need not hold this time, as they go to the window and come back.

use crate::messages::Fault;
use crate::words::stale;
use chrono::NaiveDate;
use evenkeel_core::proposal::Relaxed;
use evenkeel_core::suggest::{Rule, Work};

/// Reads keys for a week; one that names no rule and no day of it is refused.
pub(super) fn read(keys: &[String], week: &[NaiveDate]) -> Result<Vec<Relaxed>, Fault> {
    let read = |key: &String| {
        let found = match key.strip_prefix("day:") {
            Some(text) => {
                let named = text.parse().ok().filter(|day| week.contains(day));
                named.map(Relaxed::Day)
            }
            None => RULES
                .iter()
                .find(|(_, name)| name == key)
                .map(|(rule, _)| Relaxed::Rule(*rule)),
        };
        found.ok_or_else(|| stale::no_rule(key, &RULES.map(|(_, name)| name), week))
    };
    keys.iter().map(read).collect()
}

/// The key of a rule.
pub(super) fn rule(rule: Rule) -> String {
    let found = RULES.iter().find(|(one, _)| *one == rule);
    found.map_or(String::new(), |(_, name)| (*name).to_string())
}

/// The key of a day.
pub(super) fn day(day: NaiveDate) -> String {
    format!("day:{day}")
}

const RULES: [(Rule, &str); 10] = [
    (Rule::Growth, "growth"),
    (Rule::Day, "day"),
    (Rule::Week, "week"),
    (Rule::Lunch, "lunch"),
    (Rule::Stretch, "stretch"),
    (Rule::Buffer, "buffer"),
    (Rule::Kept, "kept"),
    (Rule::Blocks(Work::Technical), "technical_blocks"),
    (Rule::Blocks(Work::Management), "management_blocks"),
    (Rule::Blocks(Work::Growth), "growth_blocks"),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn week() -> Vec<NaiveDate> {
        let first: NaiveDate = "2026-11-16".parse().unwrap();
        first.iter_days().take(7).collect()
    }

    #[test]
    fn a_key_reads_as_what_it_was_written_for() {
        for (one, _) in RULES {
            assert_eq!(read(&[rule(one)], &week()).unwrap(), [Relaxed::Rule(one)]);
        }
        let tuesday = "2026-11-17".parse().unwrap();
        let found = read(&[day(tuesday)], &week()).unwrap();
        assert_eq!(found, [Relaxed::Day(tuesday)]);
    }

    #[test]
    fn a_key_that_names_nothing_of_the_week_is_refused() {
        for key in [
            "day:soon",
            "weather",
            "day:2026-11-15",
            "day:2026-11-23",
            "",
        ] {
            let fault = read(&["lunch".into(), key.into()], &week()).unwrap_err();
            assert!(fault.message.contains(key), "{}", fault.message);
            assert!(fault.hint.contains("lunch"), "{}", fault.hint);
            assert!(fault.hint.contains("day:2026-11-16"), "{}", fault.hint);
        }
    }
}
