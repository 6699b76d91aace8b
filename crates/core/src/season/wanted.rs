//! What is wanted of some dates: the targets that hold on them, each for its part of the week, less
//! what days off take away.
//!
//! A day has the part of its week that its usual hours are of all usual hours. So a season that
//! begins on a Wednesday shapes three fifths of that week, and a holiday takes a fifth of what is
//! wanted, of every category alike.

use crate::balance::Mix;
use crate::boundary::Boundaries;
use crate::category::Category;
use crate::settings::Settings;
use crate::target::{Target, target_on};
use chrono::NaiveDate;

/// What is wanted of some dates.
#[derive(Clone, Debug, PartialEq)]
pub struct Wanted<'a> {
    /// Minutes of each work category.
    pub minutes: Mix,
    /// Minutes that days off took.
    pub taken: f64,
    /// Wanted shares, as they would be without days off.
    pub shares: Option<Mix>,
    /// What days off leave of the usual hours, 0–1.
    pub left: f64,
    /// Days of those dates that have usual hours and are off.
    pub days_off: u32,
    /// Wanted lead share in percent, by the same parts; `None` where no target names one.
    pub lead: Option<f64>,
    /// The targets that hold, by their first day here, each once.
    pub targets: Vec<&'a Target>,
}

/// What is wanted of some dates; `None` where no target holds on any of them.
pub fn wanted<'a>(
    targets: &'a [Target],
    boundaries: &Boundaries,
    settings: &Settings,
    days: impl IntoIterator<Item = NaiveDate>,
) -> Option<Wanted<'a>> {
    let days: Vec<(NaiveDate, f64)> = days
        .into_iter()
        .map(|day| {
            let hours = boundaries.usual_hours_on(day, settings);
            let minutes = hours.map_or(0, |hours| hours.end.saturating_sub(hours.start));
            (day, f64::from(minutes))
        })
        .collect();
    let usual: f64 = days.iter().map(|(_, minutes)| minutes).sum();
    let none = usual <= 0.0;
    let mut sum = Sum::default();
    for (day, minutes) in &days {
        // A week without any hours is cut into equal days, of which none is taken away.
        let part = match none {
            true => 1.0 / days.len() as f64,
            false => minutes / usual,
        };
        let off = !none && 0.0 < *minutes && boundaries.day_off(*day).is_some();
        sum.days_off += u32::from(off);
        sum.left += if off { 0.0 } else { part };
        if let Some(target) = target_on(targets, *day) {
            sum.add(target, part, off);
        }
    }
    let Mix {
        technical,
        management,
        growth,
    } = sum.minutes;
    (!sum.targets.is_empty()).then(|| Wanted {
        minutes: Mix {
            technical: clean(technical),
            management: clean(management),
            growth: clean(growth),
        },
        taken: clean(sum.whole.total() - sum.minutes.total()),
        shares: sum.shares(),
        left: clean(sum.left),
        days_off: sum.days_off,
        lead: (0.0 < sum.led).then(|| clean(sum.lead / sum.led)),
        targets: sum.targets,
    })
}

/// A sum of parts without the dust that adding them left.
fn clean(sum: f64) -> f64 {
    (sum * 1e6).round() / 1e6
}

#[derive(Default)]
struct Sum<'a> {
    minutes: Mix,
    /// The minutes as if no day were off.
    whole: Mix,
    left: f64,
    days_off: u32,
    /// Lead shares by parts, and those parts together.
    lead: f64,
    led: f64,
    targets: Vec<&'a Target>,
}

impl<'a> Sum<'a> {
    /// The shares wanted together; exactly those of a target that holds alone.
    fn shares(&self) -> Option<Mix> {
        match self.targets.as_slice() {
            [only] => Some(only.mix()),
            _ => self.whole.shares(),
        }
    }

    fn add(&mut self, target: &'a Target, part: f64, off: bool) {
        if !self.targets.iter().any(|known| known.id == target.id) {
            self.targets.push(target);
        }
        let minutes = f64::from(target.week_minutes) * part;
        let mix = Mix {
            technical: target.share(Category::Technical) * minutes,
            management: target.share(Category::Management) * minutes,
            growth: target.share(Category::Growth) * minutes,
        };
        self.whole = self.whole.plus(mix);
        if !off {
            self.minutes = self.minutes.plus(mix);
        }
        if let Some(lead) = target.lead {
            self.lead += f64::from(lead) * part;
            self.led += part;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::boundary::{DayOff, DayOffKind};
    use crate::target::TargetId;
    use crate::time::days;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn base() -> Target {
        Target::plain(TargetId(1), None, [50, 40, 10], 2400)
    }

    fn season(from: &str, lead: Option<u8>) -> Target {
        Target {
            name: "Launch".into(),
            lead,
            ..Target::plain(TargetId(2), Some(date(from)), [60, 35, 5], 3000)
        }
    }

    fn off(from: &str, until: &str) -> Boundaries {
        Boundaries {
            days_off: vec![DayOff {
                from: date(from),
                until: date(until),
                kind: DayOffKind::Vacation,
                name: String::new(),
            }],
            ..Boundaries::default()
        }
    }

    /// What is wanted of the week of 16 November 2026 in whole minutes.
    fn check(targets: &[Target], boundaries: &Boundaries) -> Option<([f64; 3], u32, Option<f64>)> {
        let week = days(date("2026-11-16"), date("2026-11-23"));
        let wanted = wanted(targets, boundaries, &Settings::default(), week)?;
        let Mix {
            technical,
            management,
            growth,
        } = wanted.minutes;
        let minutes = [technical, management, growth].map(f64::round);
        Some((minutes, wanted.days_off, wanted.lead))
    }

    #[test]
    fn an_ordinary_week_wants_what_its_target_says() {
        let none = Boundaries::default();
        assert_eq!(
            check(&[base()], &none),
            Some(([1200.0, 960.0, 240.0], 0, None))
        );
        assert_eq!(check(&[], &none), None);
    }

    #[test]
    fn a_season_that_begins_on_wednesday_shapes_three_fifths_of_the_week() {
        let targets = [base(), season("2026-11-18", Some(20))];
        let (minutes, _, lead) = check(&targets, &Boundaries::default()).unwrap();
        assert_eq!(minutes, [480.0 + 1080.0, 384.0 + 630.0, 96.0 + 90.0]);
        assert_eq!(lead, Some(20.0));
    }

    #[test]
    fn lead_targets_are_weighed_by_their_days() {
        let base = Target {
            lead: Some(50),
            ..base()
        };
        let targets = [base, season("2026-11-20", Some(20))];
        let (_, _, lead) = check(&targets, &Boundaries::default()).unwrap();
        assert!((lead.unwrap() - 44.0).abs() < 1e-9);
    }

    #[test]
    fn a_day_off_takes_its_part_of_every_category_and_leaves_the_shares() {
        let boundaries = off("2026-11-18", "2026-11-19");
        let (minutes, days_off, _) = check(&[base()], &boundaries).unwrap();
        assert_eq!((minutes, days_off), ([960.0, 768.0, 192.0], 1));
        let week = days(date("2026-11-16"), date("2026-11-23"));
        let targets = [base()];
        let wanted = wanted(&targets, &boundaries, &Settings::default(), week).unwrap();
        assert!(base().mix().distance(wanted.shares.unwrap()) < 1e-9);
        assert!((wanted.left - 0.8).abs() < 1e-9);
        assert!((wanted.taken - 480.0).abs() < 1e-6);
    }

    #[test]
    fn a_week_off_wants_nothing_and_a_weekend_off_takes_nothing() {
        let (minutes, days_off, _) = check(&[base()], &off("2026-11-16", "2026-11-23")).unwrap();
        assert_eq!((minutes, days_off), ([0.0; 3], 5));
        let (minutes, days_off, _) = check(&[base()], &off("2026-11-21", "2026-11-23")).unwrap();
        assert_eq!((minutes, days_off), ([1200.0, 960.0, 240.0], 0));
    }

    #[test]
    fn without_any_hours_the_week_keeps_what_is_wanted() {
        let idle = Settings {
            work_hours: [None; 7],
            ..Settings::default()
        };
        let week = days(date("2026-11-16"), date("2026-11-23"));
        let targets = [base()];
        let wanted = wanted(&targets, &off("2026-11-16", "2026-11-23"), &idle, week).unwrap();
        assert!((wanted.minutes.total() - 2400.0).abs() < 1e-6);
        assert_eq!(wanted.days_off, 0);
    }
}
