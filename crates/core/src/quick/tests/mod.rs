mod properties;
mod table;

use super::*;

/// Friday 20 November 2026, 10:45, in a country that writes the day first.
fn context() -> Context {
    Context {
        today: "2026-11-20".parse().unwrap(),
        now: "2026-11-20T10:45:00".parse().unwrap(),
        week_starts_on: Weekday::Mon,
        default_minutes: 60,
        order: DayOrder::DayFirst,
    }
}

fn said(line: &str) -> String {
    match read(line, &context()) {
        Ok(reading) => reading.sentence(),
        Err(unread) => format!("{unread:?}"),
    }
}
