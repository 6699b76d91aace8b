//! The stretch of wall time outside of which a series has no occurrence, for the index. It only
//! reads UNTIL and the end of a COUNT that was found when the file was read; everything else leaves
//! the end open, and the core expands the rule.

use super::values::wall;
use chrono::{NaiveDate, NaiveDateTime};
use evenkeel_core::event::Recurrence;

/// Wall seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Extent {
    /// The first start.
    pub(crate) from: i64,
    /// The end of the last occurrence there can be; `i64::MAX` when open.
    pub(crate) until: i64,
    /// Length of the longest occurrence, seconds.
    pub(crate) longest: i64,
}

impl Extent {
    pub(crate) fn of(start: NaiveDateTime, end: NaiveDateTime, series: &Recurrence) -> Extent {
        let first = wall(start);
        let until = series.rule.as_deref().map(until_of);
        let last_by_rule = until.into_iter().chain(series.last.map(wall)).min();
        let extra = || series.extra.iter().map(|(start, _)| wall(*start));
        let longest = series
            .extra
            .iter()
            .filter_map(|(start, end)| end.map(|end| wall(end) - wall(*start)))
            .chain([wall(end) - first])
            .fold(0, i64::max);
        let last_start = extra().fold(last_by_rule.unwrap_or(first).max(first), i64::max);
        Extent {
            from: extra().fold(first, i64::min),
            until: last_start.saturating_add(longest),
            longest,
        }
    }
}

/// The last start that a rule allows.
fn until_of(rule: &str) -> i64 {
    rule.split(';')
        .filter_map(|part| part.split_once('='))
        .find(|(name, _)| name.trim().eq_ignore_ascii_case("UNTIL"))
        .and_then(|(_, value)| parse(value.trim().trim_end_matches(['Z', 'z'])))
        .map_or(i64::MAX, wall)
}

fn parse(value: &str) -> Option<NaiveDateTime> {
    NaiveDateTime::parse_from_str(value, "%Y%m%dT%H%M%S")
        .ok()
        .or_else(|| {
            let day = NaiveDate::parse_from_str(value, "%Y%m%d").ok()?;
            day.and_hms_opt(23, 59, 59)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> NaiveDateTime {
        text.parse().unwrap()
    }

    fn extent(rule: Option<&str>, extra: Vec<(NaiveDateTime, Option<NaiveDateTime>)>) -> Extent {
        let series = Recurrence {
            rule: rule.map(String::from),
            extra,
            ..Recurrence::default()
        };
        Extent::of(
            at("2026-01-05T09:00:00"),
            at("2026-01-05T10:00:00"),
            &series,
        )
    }

    #[test]
    fn until_closes_a_series_and_everything_else_leaves_it_open() {
        let closed = wall(at("2026-03-02T10:00:00"));
        let rule = "FREQ=WEEKLY;UNTIL=20260302T090000";
        assert_eq!(extent(Some(rule), vec![]).until, closed);
        assert_eq!(extent(Some("FREQ=DAILY;COUNT=3"), vec![]).until, i64::MAX);
        assert_eq!(extent(Some("UNTIL=nonsense"), vec![]).until, i64::MAX);
        assert_eq!(
            extent(Some("FREQ=DAILY;UNTIL=20260302"), vec![]).until,
            wall(at("2026-03-03T00:59:59"))
        );
    }

    #[test]
    fn a_count_closes_a_series_where_its_end_is_known() {
        let closed = |rule: &str, last: &str| {
            let series = Recurrence {
                rule: Some(rule.into()),
                last: Some(at(last)),
                ..Recurrence::default()
            };
            let (start, end) = (at("2026-01-05T09:00:00"), at("2026-01-05T10:00:00"));
            Extent::of(start, end, &series).until
        };
        let third = wall(at("2026-01-07T10:00:00"));
        assert_eq!(closed("FREQ=DAILY;COUNT=3", "2026-01-07T09:00:00"), third);
        let earlier = "FREQ=DAILY;COUNT=9;UNTIL=20260107T090000";
        assert_eq!(closed(earlier, "2026-01-13T09:00:00"), third);
    }

    #[test]
    fn further_starts_widen_the_extent_at_both_ends() {
        let early = at("2025-12-01T09:00:00");
        let late = at("2027-01-01T09:00:00");
        let long = Some(at("2027-01-02T09:00:00"));
        let found = extent(None, vec![(early, None), (late, long)]);
        assert_eq!(found.from, wall(early));
        assert_eq!(found.longest, 86_400);
        assert_eq!(found.until, wall(late) + 86_400);
    }
}
