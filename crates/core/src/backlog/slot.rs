//! The next free time for something without one.

use crate::settings::Settings;
use crate::time::{Span, Zone, days};
use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike};

/// The first time from `from` on that lies in the work hours, is free for so many minutes, and
/// begins on the grid. Looks no further than the days before `until`.
pub fn next_free(
    taken: &[Span],
    from: NaiveDateTime,
    until: NaiveDate,
    minutes: u32,
    settings: &Settings,
    home: &Zone,
) -> Option<NaiveDateTime> {
    let mut taken: Vec<Span> = taken.to_vec();
    taken.sort_unstable();
    let long = i64::from(minutes) * 60;
    days(from.date(), until).find_map(|day| {
        let hours = settings.work_hours_on(day)?;
        let closes = home.instant(at(day, hours.end.into())?);
        let opens = at(day, hours.start.into())?.max(on_grid(from, settings)?);
        let mut start = opens;
        for span in &taken {
            let free = Span::new(home.instant(start), home.instant(start).plus_seconds(long));
            if free.end <= span.start {
                break;
            }
            if free.overlaps(*span) {
                start = on_grid(home.wall(span.end), settings)?;
            }
        }
        let end = home.instant(start).plus_seconds(long);
        (end <= closes && start.date() == day).then_some(start)
    })
}

/// A minute of a day; 1440 is the midnight after it.
fn at(day: NaiveDate, minutes: u32) -> Option<NaiveDateTime> {
    match minutes < 24 * 60 {
        true => day.and_hms_opt(minutes / 60, minutes % 60, 0),
        false => Some(day.checked_add_days(Days::new(1))?.and_time(NaiveTime::MIN)),
    }
}

/// The first time on the grid that is not before `wall`.
fn on_grid(wall: NaiveDateTime, settings: &Settings) -> Option<NaiveDateTime> {
    let step = u32::from(settings.snap_minutes.max(1)) * 60;
    let over = wall.num_seconds_from_midnight() % step;
    let wall = wall.with_nanosecond(0)?;
    match over {
        0 => Some(wall),
        over => wall.checked_add_signed(TimeDelta::seconds(i64::from(step - over))),
    }
}
