//! Which backups are kept as they grow old: everything of two days, then the last of each day for
//! twelve days, of each week for ten weeks, of each month for nine months.

use chrono::Datelike;
use evenkeel_core::time::Instant;
use std::collections::BTreeMap;

const DAY: i64 = 86_400;
const ALL: i64 = 2 * DAY;
const DAILY: i64 = ALL + 12 * DAY;
const WEEKLY: i64 = DAILY + 10 * 7 * DAY;
const MONTHLY: i64 = WEEKLY + 9 * 30 * DAY + 4 * DAY;

/// The stretch of time of which one backup stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Stretch {
    Day(i64),
    Week(i64),
    Month(i32, u32),
}

/// The times whose backups may go. The newest always stays, and so does one whose time lies ahead
/// of `now`: the clock was changed, the backup is not at fault.
pub(crate) fn superfluous(times: &[Instant], now: Instant) -> Vec<Instant> {
    let newest = times.iter().max().copied();
    let mut last: BTreeMap<Stretch, Instant> = BTreeMap::new();
    for time in times {
        if let Some(stretch) = stretch(*time, now) {
            let kept = last.entry(stretch).or_insert(*time);
            *kept = (*kept).max(*time);
        }
    }
    times
        .iter()
        .copied()
        .filter(|time| Some(*time) != newest && time.seconds_until(now) >= ALL)
        .filter(|time| stretch(*time, now).is_none_or(|stretch| last[&stretch] != *time))
        .collect()
}

fn stretch(time: Instant, now: Instant) -> Option<Stretch> {
    // The first of January 1970 was a Thursday; weeks begin on Monday.
    let day = time.0.div_euclid(DAY);
    match time.seconds_until(now) {
        age if age < DAILY => Some(Stretch::Day(day)),
        age if age < WEEKLY => Some(Stretch::Week((day + 3).div_euclid(7))),
        age if age < MONTHLY => {
            let date = time.utc();
            Some(Stretch::Month(date.year(), date.month()))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Instant = Instant(1_795_160_672);

    fn ago(seconds: i64) -> Instant {
        NOW.plus_seconds(-seconds)
    }

    /// A backup every half hour, thinned as each is made.
    fn after(days: i64) -> Vec<Instant> {
        let mut kept = Vec::new();
        for step in 0..days * 48 {
            let now = ago(days * DAY - step * 1800);
            kept.push(now);
            let gone = superfluous(&kept, now);
            kept.retain(|time| !gone.contains(time));
        }
        kept
    }

    #[test]
    fn two_days_stay_whole() {
        let times: Vec<_> = (0..96).map(|step| ago(step * 1800)).collect();
        assert_eq!(superfluous(&times, NOW), []);
    }

    #[test]
    fn the_newest_stays_however_old() {
        assert_eq!(superfluous(&[ago(4000 * DAY)], NOW), []);
    }

    #[test]
    fn a_backup_from_the_future_stays() {
        assert_eq!(superfluous(&[ago(-90 * DAY), ago(-DAY), ago(0)], NOW), []);
    }

    #[test]
    fn a_year_of_half_hours_leaves_a_few_of_every_age() {
        let kept = after(500);
        let aged = |from: i64, until: i64| {
            let age = |time: &&Instant| (from..until).contains(&time.seconds_until(NOW));
            kept.iter().filter(age).count()
        };
        assert_eq!(aged(0, ALL), 95);
        assert!((12..=13).contains(&aged(ALL, DAILY)));
        assert!((10..=11).contains(&aged(DAILY, WEEKLY)));
        assert!((9..=10).contains(&aged(WEEKLY, MONTHLY)));
        assert_eq!(aged(MONTHLY, i64::MAX), 0);
    }

    #[test]
    fn thinning_twice_is_thinning_once() {
        let kept = after(120);
        assert_eq!(superfluous(&kept, *kept.last().unwrap()), []);
    }
}
