//! The names of what need not hold this time, as they go to the window and come back.

use chrono::NaiveDate;
use evenkeel_core::proposal::Relaxed;
use evenkeel_core::suggest::{Rule, Work};

/// Reads keys; one that names nothing relaxes nothing.
pub(super) fn read(keys: &[String]) -> Vec<Relaxed> {
    let read = |key: &String| match key.strip_prefix("day:") {
        Some(day) => day.parse().ok().map(Relaxed::Day),
        None => RULES
            .iter()
            .find(|(_, name)| name == key)
            .map(|(rule, _)| Relaxed::Rule(*rule)),
    };
    keys.iter().filter_map(read).collect()
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

    #[test]
    fn a_key_reads_as_what_it_was_written_for() {
        for (one, _) in RULES {
            assert_eq!(read(&[rule(one)]), [Relaxed::Rule(one)]);
        }
        let tuesday = "2026-11-17".parse().unwrap();
        assert_eq!(read(&[day(tuesday)]), [Relaxed::Day(tuesday)]);
        assert_eq!(read(&["day:soon".into(), "weather".into()]), []);
    }
}
