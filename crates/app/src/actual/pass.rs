//! Which pass of an hour that clocks show twice is meant, where something else says so.

use chrono::NaiveDateTime;
use evenkeel_core::time::{Instant, Span, Zone};

/// A wall time as a moment of a stretch of time: in its second pass, where only that lies inside.
pub(super) fn inside(at: NaiveDateTime, span: Span, home: &Zone) -> Instant {
    let first = home.instant(at);
    let holds = |at: Instant| span.start < at && at <= span.end;
    let later = home.offset_seconds(first) - home.offset_seconds(span.end);
    let second = first.plus_seconds(later);
    match !holds(first) && holds(second) && home.wall(second) == at {
        true => second,
        false => first,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use evenkeel_core::time::Zones;

    #[test]
    fn the_second_pass_is_meant_where_the_first_lies_outside() {
        let home = Zones::bundled().get("Europe/Berlin").unwrap();
        let wall = |text: &str| -> NaiveDateTime { format!("{text}:00").parse().unwrap() };
        let half = wall("2026-10-25T02:30");
        let first = home.instant(half);
        let second = first.plus_seconds(3600);
        let until = home.instant(wall("2026-10-25T04:00"));
        let from_ten_past = Span::new(first.plus_seconds(2400), until);
        assert_eq!(inside(half, from_ten_past, &home), second);
        let whole_night = Span::new(first.plus_seconds(-7200), until);
        assert_eq!(inside(half, whole_night, &home), first);
        let elsewhere = Span::new(until, until.plus_seconds(60));
        assert_eq!(inside(half, elsewhere, &home), first);
    }
}
