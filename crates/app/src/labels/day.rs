//! A day and its close, in words.

use super::{count, date, title};
use crate::messages::{Occurrence, PlannedLine};
use chrono::{NaiveDate, NaiveDateTime};
use evenkeel_core::text::duration;

/// "Friday 20 November", with the year where it is another than today's.
pub(crate) fn name(day: NaiveDate, today: NaiveDate) -> String {
    format!("{} {}", day.format("%A"), date(day, today))
}

/// "3 of 5 done"; nothing where nothing is planned.
pub(crate) fn blocks(lines: &[PlannedLine]) -> String {
    let done = lines.iter().filter(|line| line.done).count();
    match lines.len() {
        0 => String::new(),
        all => format!("{done} of {all} done"),
    }
}

/// "09:00 to 10:30, 45 min of 1 h 30"; the second day is named when it is another.
pub(crate) fn line(shown: &Occurrence, spent: u32) -> String {
    let until = match shown.start.date() == shown.end.date() {
        true => shown.end.format("%H:%M"),
        false => shown.end.format("%A %H:%M"),
    };
    let from = shown.start.format("%H:%M");
    let (spent, planned) = (duration(spent), &shown.length_words);
    format!("{from} to {until}, {spent} of {planned}")
}

/// "Closed at 17:42", "Closed on Saturday 21 November at 09:10".
pub(crate) fn closed(day: NaiveDate, at: NaiveDateTime) -> String {
    let time = at.format("%H:%M");
    match at.date() == day {
        true => format!("Closed at {time}"),
        false => format!("Closed on {} at {time}", name(at.date(), day)),
    }
}

/// The day on which something goes on: "today", "tomorrow", "Monday", "7 December".
pub(crate) fn goes_on(day: NaiveDate, today: NaiveDate) -> String {
    match (day - today).num_days() {
        0 => "today".into(),
        1 => "tomorrow".into(),
        2..=6 => day.format("%A").to_string(),
        _ => date(day, today),
    }
}

/// "Closed Friday 20 November. 2 blocks go on later, 1 is back in the backlog, 1 is deleted."
pub(crate) fn said(day: &str, moved: &[(String, String)], back: usize, dropped: usize) -> String {
    let mut parts = Vec::new();
    match moved {
        [] => {}
        [(what, when)] => parts.push(format!("{} goes on {when}", title(what))),
        several => parts.push(format!("{} go on later", count(several.len(), "block"))),
    }
    let more = [(back, "back in the backlog"), (dropped, "deleted")];
    for (number, what) in more.into_iter().filter(|(number, _)| 0 < *number) {
        let is = if number == 1 { "is" } else { "are" };
        match parts.is_empty() {
            true => parts.push(format!("{} {is} {what}", count(number, "block"))),
            false => parts.push(format!("{number} {is} {what}")),
        }
    }
    match parts.is_empty() {
        true => format!("Closed {day}."),
        false => format!("Closed {day}. {}.", super::sentence_case(&parts.join(", "))),
    }
}

/// "mark Ingest design as done", "mark Ingest design as not done".
pub(crate) fn tick(of: &str, done: bool) -> String {
    match done {
        true => format!("mark {} as done", title(of)),
        false => format!("mark {} as not done", title(of)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_close_says_what_became_of_what_was_left() {
        let moved = |many: usize| vec![("Ingest design".into(), "tomorrow".into()); many];
        let said = |moves, back, dropped| said("Friday", &moved(moves), back, dropped);
        assert_eq!(said(0, 0, 0), "Closed Friday.");
        assert_eq!(
            said(1, 0, 0),
            "Closed Friday. Ingest design goes on tomorrow."
        );
        let all = "Closed Friday. 2 blocks go on later, 1 is back in the backlog, 3 are deleted.";
        assert_eq!(said(2, 1, 3), all);
        assert_eq!(
            said(0, 1, 0),
            "Closed Friday. 1 block is back in the backlog."
        );
    }

    #[test]
    fn a_day_to_go_on_is_named_as_people_would() {
        let today = date("2026-11-20");
        let days = ["2026-11-20", "2026-11-21", "2026-11-23", "2026-11-30"];
        let said = days.map(|day| goes_on(date(day), today));
        assert_eq!(said, ["today", "tomorrow", "Monday", "30 November"]);
    }

    #[test]
    fn a_day_closed_later_says_on_which_day() {
        let closed = |at: &str| closed(date("2026-11-20"), at.parse().unwrap());
        assert_eq!(closed("2026-11-20T17:42:00"), "Closed at 17:42");
        let later = "Closed on Saturday 21 November at 09:10";
        assert_eq!(closed("2026-11-21T09:10:00"), later);
    }
}
