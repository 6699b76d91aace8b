//! The seven logical days that the figures of a week look at.

use crate::time::{Instant, Span, Zone};
use chrono::{Days, NaiveDate, NaiveTime};

/// A week as instants: its first day and where its logical days begin and end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Week {
    first: NaiveDate,
    /// Where its days begin, then where the day after them begins and ends.
    edges: [Instant; 9],
}

impl Week {
    /// The week of seven logical days from `first` on, in the home zone. Days may be longer or
    /// shorter than 24 hours.
    pub fn new(first: NaiveDate, day_start: NaiveTime, home: &Zone) -> Week {
        let mut edges = [Instant(0); 9];
        let mut day = first;
        for edge in &mut edges {
            *edge = home.instant(day.and_time(day_start));
            day = day.succ_opt().unwrap_or(day);
        }
        Week { first, edges }
    }

    /// Its first day.
    pub fn first(&self) -> NaiveDate {
        self.first
    }

    /// All of it.
    pub fn span(&self) -> Span {
        Span::new(self.edges[0], self.edges[7])
    }

    /// The logical day after it.
    pub fn day_after(&self) -> Span {
        Span::new(self.edges[7], self.edges[8])
    }

    /// Its days in order, each with its instants.
    pub fn days(&self) -> impl Iterator<Item = (NaiveDate, Span)> + '_ {
        self.edges[..8].windows(2).zip(0..).map(|(edges, index)| {
            let day = self.first.checked_add_days(Days::new(index));
            (day.unwrap_or(self.first), Span::new(edges[0], edges[1]))
        })
    }

    /// Which of its days, 0–6, an instant belongs to.
    pub fn day_index(&self, instant: Instant) -> Option<usize> {
        let passed = self.edges.partition_point(|edge| *edge <= instant);
        (1..=7).contains(&passed).then(|| passed - 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::Zones;

    #[test]
    fn a_day_on_which_clocks_jump_has_23_hours() {
        let berlin = Zones::bundled().get("Europe/Berlin").unwrap();
        let four = NaiveTime::from_hms_opt(4, 0, 0).unwrap();
        let week = Week::new("2026-03-23".parse().unwrap(), four, &berlin);
        let hours: Vec<i64> = week.days().map(|(_, day)| day.seconds() / 3600).collect();
        assert_eq!(hours, [24, 24, 24, 24, 24, 23, 24]);
    }

    #[test]
    fn an_instant_belongs_to_the_day_it_begins_and_not_to_the_one_it_ends() {
        let week = Week::new(
            "2026-03-23".parse().unwrap(),
            NaiveTime::MIN,
            &crate::time::Zone::utc(),
        );
        let Span { start, end } = week.span();
        assert_eq!(week.day_index(start), Some(0));
        assert_eq!(week.day_index(start.plus_seconds(-1)), None);
        assert_eq!(week.day_index(start.plus_seconds(86_400)), Some(1));
        assert_eq!(week.day_index(end.plus_seconds(-1)), Some(6));
        assert_eq!(week.day_index(end), None);
    }
}
