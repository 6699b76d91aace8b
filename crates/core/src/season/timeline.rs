//! Which target holds when, as a line of dates; and where two targets meet.
//!
//! Of those that hold on a day the one that begins latest counts, as [`target_on`] says.

use crate::target::{Target, target_on};
use chrono::NaiveDate;

/// Some dates on which one target counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Effective<'a> {
    /// First day.
    pub from: NaiveDate,
    /// First day after.
    pub until: NaiveDate,
    /// What counts; `None` where nothing is wanted.
    pub target: Option<&'a Target>,
}

/// The dates from `from` until `until`, cut where another target begins to count.
pub fn timeline(targets: &[Target], from: NaiveDate, until: NaiveDate) -> Vec<Effective<'_>> {
    let edges = targets
        .iter()
        .flat_map(|target| [target.from, target.until])
        .flatten();
    let mut cuts: Vec<NaiveDate> = edges.filter(|day| from < *day && *day < until).collect();
    cuts.extend([from, until]);
    cuts.sort_unstable();
    cuts.dedup();
    let mut line: Vec<Effective<'_>> = Vec::new();
    for days in cuts.windows(2) {
        let (from, until) = (days[0], days[1]);
        let target = target_on(targets, from);
        let id = target.map(|target| target.id);
        match line.last_mut() {
            Some(last) if last.target.map(|target| target.id) == id => last.until = until,
            _ => line.push(Effective {
                from,
                until,
                target,
            }),
        }
    }
    line
}

/// Dates that two targets share, and which of the two counts on them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meeting<'a> {
    /// The other one.
    pub other: &'a Target,
    /// First day both hold; `None`: since ever.
    pub from: Option<NaiveDate>,
    /// First day one of them no longer holds; `None`: until further notice.
    pub until: Option<NaiveDate>,
    /// Whether the other one counts on these days.
    pub other_counts: bool,
}

/// Where a target shares dates with others, those that hold since ever left out: they are what is
/// wanted where no season is.
pub fn meetings<'a>(targets: &'a [Target], target: &Target) -> Vec<Meeting<'a>> {
    let others = targets
        .iter()
        .filter(|other| other.id != target.id && other.from.is_some());
    let met = others.filter_map(|other| {
        let from = target.from.max(other.from);
        let until = match (target.until, other.until) {
            (Some(one), Some(two)) => Some(one.min(two)),
            (one, two) => one.or(two),
        };
        let shared = from.zip(until).is_none_or(|(from, until)| from < until);
        shared.then_some(Meeting {
            other,
            from,
            until,
            other_counts: (target.from, target.id) < (other.from, other.id),
        })
    });
    met.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::role::ROLES;
    use crate::target::TargetId;
    use proptest::prelude::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn target(id: u32, from: Option<&str>, until: Option<&str>) -> Target {
        Target {
            until: until.map(date),
            ..ROLES[0].target(TargetId(id), from.map(date), 2400)
        }
    }

    fn told(line: &[Effective<'_>]) -> String {
        let parts = line.iter().map(|part| {
            let id = part
                .target
                .map_or("-".into(), |target| target.id.0.to_string());
            format!("{}..{} {id}", part.from, part.until)
        });
        parts.collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn a_season_counts_on_its_days_and_the_base_before_and_after() {
        let targets = [
            target(1, None, None),
            target(2, Some("2026-11-10"), Some("2026-11-20")),
        ];
        let line = timeline(&targets, date("2026-11-01"), date("2026-12-01"));
        assert_eq!(
            told(&line),
            "2026-11-01..2026-11-10 1, 2026-11-10..2026-11-20 2, 2026-11-20..2026-12-01 1"
        );
    }

    #[test]
    fn where_nothing_is_wanted_the_line_has_a_hole() {
        let targets = [target(1, Some("2026-11-10"), Some("2026-11-20"))];
        let line = timeline(&targets, date("2026-11-15"), date("2026-12-01"));
        assert_eq!(
            told(&line),
            "2026-11-15..2026-11-20 1, 2026-11-20..2026-12-01 -"
        );
        assert_eq!(
            timeline(&targets, date("2026-11-15"), date("2026-11-15")),
            []
        );
    }

    #[test]
    fn of_two_seasons_that_meet_the_one_that_begins_later_counts() {
        let targets = [
            target(1, None, None),
            target(2, Some("2026-11-01"), Some("2026-11-20")),
            target(3, Some("2026-11-10"), None),
            target(4, Some("2026-11-20"), Some("2026-11-25")),
        ];
        let met = |id: usize| -> Vec<(u32, Option<String>, bool)> {
            meetings(&targets, &targets[id - 1])
                .iter()
                .map(|met| {
                    let until = met.until.map(|day| day.to_string());
                    (met.other.id.0, until, met.other_counts)
                })
                .collect()
        };
        assert_eq!(met(2), [(3, Some("2026-11-20".into()), true)]);
        assert_eq!(
            met(3),
            [
                (2, Some("2026-11-20".into()), false),
                (4, Some("2026-11-25".into()), true)
            ]
        );
        assert_eq!(met(4), [(3, Some("2026-11-25".into()), false)]);
    }

    proptest! {
        #[test]
        fn every_day_of_the_line_says_what_holds_on_it(
            dates in prop::collection::vec((prop::option::of(0u64..30), prop::option::of(1u64..20)), 0..6),
        ) {
            let first = date("2026-11-01");
            let day = |days: u64| first.checked_add_days(chrono::Days::new(days)).unwrap();
            let targets: Vec<Target> = dates
                .iter()
                .zip(1..)
                .map(|((from, length), id)| Target {
                    until: length.map(|length| day(from.unwrap_or(0) + length)),
                    ..ROLES[0].target(TargetId(id), from.map(day), 2400)
                })
                .collect();
            let line = timeline(&targets, first, day(40));
            let mut next = first;
            for part in &line {
                prop_assert_eq!(part.from, next);
                prop_assert!(part.from < part.until);
                next = part.until;
                for day in crate::time::days(part.from, part.until) {
                    prop_assert_eq!(target_on(&targets, day), part.target);
                }
            }
            prop_assert_eq!(next, day(40));
            for pair in line.windows(2) {
                let ids = [&pair[0], &pair[1]].map(|part| part.target.map(|target| target.id));
                prop_assert_ne!(ids[0], ids[1]);
            }
        }
    }
}
