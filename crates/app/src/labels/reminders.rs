//! Reminders in words: by themselves, and in the list of those that were missed.

use super::{sentence_case, title};
use crate::messages::{ReminderKind, ReminderLine};
use chrono::{NaiveDate, NaiveDateTime};
use evenkeel_core::handle::Handle;
use evenkeel_core::remind::{About, Begins, Reminder};
use evenkeel_core::text;
use evenkeel_core::time::{Instant, Zone, logical_day};

/// A reminder whose time is now.
pub(crate) fn now(reminder: &Reminder, now: Instant, home: &Zone) -> ReminderLine {
    let at = home.wall(reminder.at);
    let left = minutes(now.seconds_until(reminder.at));
    let (said, detail) = match &reminder.about {
        About::Start(begins) => (begins_in(begins, left), stretch(begins, home)),
        About::Break { since } => (
            format!("Over {} without a break", long(*since, reminder.due)),
            format!(
                "Since {}. A few minutes away help.",
                clock(home.wall(*since))
            ),
        ),
        About::EndOfWork if now.seconds_until(reminder.at) < -60 => (
            format!("Your work hours ended at {}", clock(at)),
            String::new(),
        ),
        About::EndOfWork => ("Your work hours end now".into(), String::new()),
        About::CommitWeek => (
            "The week is not committed yet".into(),
            "Once it is, you can see what becomes of it.".into(),
        ),
        About::CloseDay if left <= 0 => (
            "Close the day? Your work hours are over".into(),
            String::new(),
        ),
        About::CloseDay => (
            format!("Close the day? {} left", in_minutes(left)),
            String::new(),
        ),
    };
    let later = match &reminder.about {
        About::Start(begins) => format!("{} began at {}", called(begins), clock(at)),
        About::EndOfWork => format!("Your work hours ended at {}", clock(at)),
        About::CloseDay => "Close the day? Your work hours are over".into(),
        About::Break { .. } | About::CommitWeek => String::new(),
    };
    // "Now" stays true for a minute.
    let seconds = now.seconds_until(reminder.at).saturating_add(60);
    ReminderLine {
        detail,
        later,
        seconds: u32::try_from(seconds).unwrap_or(0),
        ..line(reminder, said, home)
    }
}

/// A reminder whose moment is over.
pub(crate) fn missed(reminder: &Reminder, home: &Zone) -> ReminderLine {
    let said = match &reminder.about {
        About::Start(begins) => called(begins),
        About::Break { .. } => "Long work without a break".into(),
        About::EndOfWork => "Your work hours ended".into(),
        About::CommitWeek => "The week was not committed".into(),
        About::CloseDay => "The day was not closed".into(),
    };
    line(reminder, said, home)
}

/// "43 more since 21 October."
pub(crate) fn older(reminders: &[Reminder], today: NaiveDate, home: &Zone) -> String {
    match reminders.first() {
        Some(first) => format!(
            "{} more since {}.",
            reminders.len(),
            super::date(home.wall(first.at).date(), today)
        ),
        None => String::new(),
    }
}

/// What stands over what was missed.
pub(crate) fn heading(in_focus: bool) -> String {
    match in_focus {
        true => "While you were in focus".into(),
        false => "While you were away".into(),
    }
}

fn line(reminder: &Reminder, text: String, home: &Zone) -> ReminderLine {
    let at = home.wall(reminder.at);
    let (kind, begins) = match &reminder.about {
        About::Start(begins) => (ReminderKind::Start, Some(begins)),
        About::Break { .. } => (ReminderKind::Break, None),
        About::EndOfWork => (ReminderKind::EndOfWork, None),
        About::CommitWeek => (ReminderKind::CommitWeek, None),
        About::CloseDay => (ReminderKind::CloseDay, None),
    };
    // Work hours may end at midnight, which is the next date already.
    let day = match begins {
        Some(_) => at.date(),
        None => logical_day(
            home.wall(reminder.at.plus_seconds(-1)),
            chrono::NaiveTime::MIN,
        ),
    };
    ReminderLine {
        id: reminder.id.clone(),
        kind,
        text,
        detail: String::new(),
        later: String::new(),
        seconds: 0,
        when: at.format("%a %H:%M").to_string(),
        day,
        key: begins.map(|begins| begins.key.clone()),
        block: begins.and_then(|begins| begins.key.parse::<Handle>().ok()),
        category: begins.map(|begins| begins.category),
    }
}

fn called(begins: &Begins) -> String {
    sentence_case(title(&begins.title))
}

fn begins_in(begins: &Begins, left: i64) -> String {
    let what = called(begins);
    match left {
        1.. => format!("{what} in {}", in_minutes(left)),
        0 => format!("{what} begins now"),
        _ => format!("{what} has begun"),
    }
}

/// "10:00 to 11:00, technical"
fn stretch(begins: &Begins, home: &Zone) -> String {
    let (start, end) = (home.wall(begins.span.start), home.wall(begins.span.end));
    let category = begins.category.name();
    format!("{} to {}, {category}", clock(start), clock(end))
}

/// "5 minutes", "1 minute", "1 h 30"
fn in_minutes(minutes: i64) -> String {
    match u32::try_from(minutes).unwrap_or(0) {
        1 => "1 minute".into(),
        few if few < 60 => format!("{few} minutes"),
        many => text::duration(many),
    }
}

/// "two hours", "1 h 30"
fn long(since: Instant, until: Instant) -> String {
    let minutes = u32::try_from(since.seconds_until(until) / 60).unwrap_or(0);
    match minutes {
        60 => "an hour".into(),
        120 => "two hours".into(),
        180 => "three hours".into(),
        other => text::duration(other),
    }
}

/// Begun minutes count as whole ones; what is over counts below zero.
fn minutes(seconds: i64) -> i64 {
    match seconds {
        0.. => (seconds + 59) / 60,
        _ => seconds / 60 - i64::from(seconds % 60 != 0),
    }
}

fn clock(wall: NaiveDateTime) -> String {
    wall.format("%H:%M").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use evenkeel_core::category::Category;
    use evenkeel_core::time::Span;

    fn at(text: &str) -> Instant {
        Instant::from_utc(format!("2026-11-16T{text}").parse().unwrap())
    }

    fn said(about: About, instant: &str, clock: &str) -> String {
        let reminder = Reminder {
            id: String::new(),
            about,
            due: at(instant),
            at: at(instant),
            until: at(instant),
        };
        now(&reminder, at(clock), &Zone::utc()).text
    }

    fn design() -> About {
        About::Start(Begins {
            key: "b1".into(),
            title: "Ingest design".into(),
            category: Category::Technical,
            imported: false,
            span: Span::new(at("10:00:00"), at("11:00:00")),
        })
    }

    #[test]
    fn a_reminder_says_what_is_left_when_it_is_shown() {
        let start = |clock| said(design(), "10:00:00", clock);
        assert_eq!(start("08:30:00"), "Ingest design in 1 h 30");
        assert_eq!(start("09:55:00"), "Ingest design in 5 minutes");
        assert_eq!(start("09:59:30"), "Ingest design in 1 minute");
        assert_eq!(start("10:00:00"), "Ingest design begins now");
        assert_eq!(start("10:01:00"), "Ingest design has begun");
        let close = |clock| said(About::CloseDay, "17:30:00", clock);
        assert_eq!(close("17:15:00"), "Close the day? 15 minutes left");
        assert_eq!(close("18:00:00"), "Close the day? Your work hours are over");
        let end = |clock| said(About::EndOfWork, "17:30:00", clock);
        assert_eq!(end("17:30:05"), "Your work hours end now");
        assert_eq!(end("18:00:00"), "Your work hours ended at 17:30");
    }

    #[test]
    fn long_work_is_said_by_its_limit() {
        let since = at("09:00:00");
        let hint = said(About::Break { since }, "11:00:00", "11:00:30");
        assert_eq!(hint, "Over two hours without a break");
    }
}
