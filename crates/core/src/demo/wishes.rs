//! What the made-up person wants and does not want: seasons, boundaries, two declined things.

use super::{ROLE, WEEK_MINUTES};
use crate::boundary::{Boundaries, BoundaryRule, DayOff, DayOffKind, RuleSubject};
use crate::decline::{Decline, DeclineId};
use crate::season::{Shares, shape};
use crate::settings::WorkHours;
use crate::target::{Context, Target, TargetId};
use crate::time::week_start;
use chrono::{NaiveDate, TimeDelta, Weekday};

/// Seasons around the last week: one that counts now with the usual mix, one that comes, one that is
/// over. Their ids are to be given.
pub fn seasons(on: NaiveDate) -> Vec<Target> {
    let monday = week_start(on, Weekday::Mon);
    let week = |weeks: i64| monday + TimeDelta::weeks(weeks);
    let season = |name: &str, from: i64, until: i64| Target {
        name: name.into(),
        until: Some(week(until)),
        ..ROLE.target(TargetId(0), Some(week(from)), WEEK_MINUTES)
    };
    let shaped = |target: Target, name: &str| {
        let shares = Shares {
            technical: target.technical,
            management: target.management,
            growth: target.growth,
        };
        let shares = shape(name).map_or(shares, |shape| shape.applied(shares, WEEK_MINUTES));
        Target {
            technical: shares.technical,
            management: shares.management,
            growth: shares.growth,
            ..target
        }
    };
    vec![
        Target {
            context: Some(Context::Release),
            ..shaped(season("Storage launch", -13, -8), "launch")
        },
        Target {
            lead: Some(40),
            preset: Some("startup_scaling".into()),
            ..season("Ship ingest", -4, 3)
        },
        Target {
            lead: Some(50),
            ..shaped(season("Hiring round", 3, 12), "hiring")
        },
    ]
}

/// Lunch, mornings without meetings, and days off some weeks ahead.
pub fn boundaries(on: NaiveDate) -> Boundaries {
    let monday = week_start(on, Weekday::Mon);
    let off = |weeks: i64, days: i64, kind, name: &str| {
        let from = monday + TimeDelta::weeks(weeks);
        DayOff {
            from,
            until: from + TimeDelta::days(days),
            kind,
            name: name.into(),
        }
    };
    Boundaries {
        lunch: Some(WorkHours {
            start: 12 * 60,
            end: 13 * 60,
        }),
        days_off: vec![
            off(-8, 5, DayOffKind::Vacation, "Autumn walk"),
            off(5, 7, DayOffKind::Vacation, "Winter break"),
            off(6, 1, DayOffKind::Holiday, "Public holiday"),
        ],
        rules: vec![BoundaryRule {
            no: RuleSubject::Meetings,
            days: [true, true, true, true, true, false, false],
            start: 0,
            end: 9 * 60 + 15,
        }],
        ..Boundaries::default()
    }
}

/// Two things that were not taken on. Their ids are to be given.
pub fn declines(on: NaiveDate) -> Vec<Decline> {
    let no = |back: i64, what: &str, minutes| Decline {
        id: DeclineId(0),
        on: on - TimeDelta::days(back),
        what: what.into(),
        goal: "Ship ingest".into(),
        to: None,
        minutes,
        uid: None,
        note: String::new(),
    };
    vec![
        Decline {
            to: Some("Ines".into()),
            ..no(9, "Vendor comparison", 90)
        },
        Decline {
            note: "Asked again for the spring.".into(),
            ..no(3, "Panel at the meetup", 120)
        },
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_demo_wants_may_be_set_on_any_day() {
        for day in ["2026-11-19", "2026-12-31", "2028-02-29"] {
            let day: NaiveDate = day.parse().unwrap();
            assert_eq!(boundaries(day).check(), Ok(()));
            for season in seasons(day) {
                assert_eq!(season.check_season(), Ok(()));
            }
            for decline in declines(day) {
                assert_eq!(decline.check(), Ok(()));
            }
        }
    }

    #[test]
    fn the_season_that_counts_now_wants_the_usual_mix() {
        let day: NaiveDate = "2026-11-19".parse().unwrap();
        let seasons = seasons(day);
        let now: Vec<_> = seasons.iter().filter(|one| one.holds_on(day)).collect();
        assert_eq!(now.len(), 1);
        let usual = ROLE.target(TargetId(0), None, WEEK_MINUTES);
        assert_eq!(now[0].mix(), usual.mix());
    }
}
