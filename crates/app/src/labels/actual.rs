//! What was recorded, in words: started, stopped, entered, confirmed.

use super::{count, stretch, title};
use crate::actual::{Ended, Left, Over, whole_minutes};
use crate::messages::{Absence, RunningShown};
use chrono::{NaiveDate, NaiveDateTime};
use evenkeel_core::actual::confirm::{Confirmed, Planned};
use evenkeel_core::actual::lay::GaveWay;
use evenkeel_core::actual::record::LONG;
use evenkeel_core::actual::{Entry, Phase};
use evenkeel_core::text;
use evenkeel_core::time::{Span, Zone};

/// "47 min"; what rounds to nothing is said as such.
pub(crate) fn length(seconds: i64) -> String {
    match whole_minutes(seconds) {
        0 => "less than a minute".into(),
        minutes => text::duration(minutes),
    }
}

/// "Started Ingest design." and what became of what ran before.
pub(crate) fn started(name: &str, ended: Option<&Ended>) -> String {
    let started = format!("Started {}.", title(name));
    match ended {
        None => started,
        Some(ended) => match ended.what {
            Left::Time { .. } => format!("{started} Recorded {}", recorded(ended)),
            _ => format!("{started} {}", recorded(ended)),
        },
    }
}

/// "Ingest design is already running, since 14:02."
pub(crate) fn already(name: &str, since: NaiveDateTime) -> String {
    let since = since.format("%H:%M");
    format!(
        "{} is already running, since {since}.",
        super::sentence_case(title(name))
    )
}

/// "Ingest design is recorded since 14:02."
pub(crate) fn began(name: &str, since: NaiveDateTime) -> String {
    let since = since.format("%H:%M");
    format!(
        "{} is recorded since {since}.",
        super::sentence_case(title(name))
    )
}

/// "Stopped: 47 min of Ingest design."
pub(crate) fn stopped(ended: &Ended) -> String {
    match &ended.what {
        Left::Time { .. } => format!("Stopped: {}", recorded(ended)),
        Left::Nothing => format!("Stopped {}.", title(&ended.title)),
        Left::TooShort | Left::Unknown => recorded(ended),
    }
}

/// "47 min of Ingest design." with everything that a person has to know about it.
fn recorded(ended: &Ended) -> String {
    let name = title(&ended.title);
    let Left::Time {
        span,
        kept_out,
        clock_set,
    } = &ended.what
    else {
        return match ended.what {
            Left::TooShort => format!("Stopped {name} at once, so nothing is recorded of it."),
            Left::Unknown => format!(
                "Stopped {name}; the clock stands before its beginning, so nobody knows how long it \
                 took. Enter its time by hand."
            ),
            _ => format!("Stopped {name}."),
        };
    };
    let mut said = format!("{} of {name}.", length(span.seconds() - kept_out));
    let other = length(*kept_out);
    if *kept_out == span.seconds() {
        said = format!(
            "nothing of {name}, as all of its {other} is recorded as something else, which stays."
        );
    } else if 60 <= *kept_out {
        said.push_str(&format!(
            " For another {other} something else is recorded, which stays."
        ));
    }
    if *clock_set {
        said.push_str(" The clock was set meanwhile, so the time counts as it went by, up to now.");
    }
    if LONG < span.seconds() {
        said.push_str(
            " If it was left on by mistake, drag the end of its entry, or undo this and stop it with \
             the time at which it really ended.",
        );
    }
    said
}

/// "Recorded 1 h 30 of Ingest design, Tuesday 10:00 to 11:30. Standup gave way by 15 min."
pub(crate) fn entered(entry: &Entry, gave_way: &[GaveWay], home: &Zone) -> String {
    let Span { start, end } = entry.span;
    let said = format!(
        "Recorded {} of {}, {}.",
        length(entry.span.seconds()),
        title(&entry.subject.title),
        stretch(home.wall(start), home.wall(end))
    );
    match gave_way {
        [] => said,
        [only] if only.left == 0 => {
            format!("{said} The entry of {} gave way.", title(&only.title))
        }
        [only] => {
            let name = super::sentence_case(title(&only.title));
            format!("{said} {name} gave way by {}.", length(only.lost))
        }
        several => {
            let lost = several.iter().map(|one| one.lost).sum();
            let all = several.len();
            format!("{said} {all} entries gave way by {}.", length(lost))
        }
    }
}

/// "The entry of Ingest design is corrected."
pub(crate) fn corrected(entry: &Entry) -> String {
    format!("The entry of {} is corrected.", title(&entry.subject.title))
}

/// "Split Ingest design at 10:40."
pub(crate) fn split(entry: &Entry, at: NaiveDateTime) -> String {
    let name = title(&entry.subject.title);
    format!("Split {name} at {}.", at.format("%H:%M"))
}

/// "the entry of Ingest design", "3 entries".
pub(crate) fn entries(entries: &[Entry]) -> String {
    match entries {
        [only] => format!("the entry of {}", title(&only.subject.title)),
        several => format!("{} entries", several.len()),
    }
}

/// "Removed 1 h 30 of Ingest design."
pub(crate) fn removed(entries: &[Entry]) -> String {
    let seconds = entries.iter().map(|entry| entry.span.seconds()).sum();
    let what = match entries {
        [only] => title(&only.subject.title).to_string(),
        several => format!("{} entries", several.len()),
    };
    format!("Removed {} of {what}.", length(seconds))
}

/// "Tuesday 17 November".
pub(crate) fn day(day: NaiveDate) -> String {
    day.format("%A %-d %B").to_string()
}

/// "confirm Ingest design", "confirm 4 blocks".
pub(crate) fn confirm(planned: &[Planned]) -> String {
    let titles: Vec<&str> = planned
        .iter()
        .map(|one| one.subject.title.as_str())
        .collect();
    super::step("confirm", &titles)
}

/// "As planned: 1 h 30 of Ingest design.", "As planned: 5 h in 4 blocks."
pub(crate) fn confirmed(confirmed: &Confirmed) -> String {
    let seconds = confirmed
        .entries
        .iter()
        .map(|entry| entry.span.seconds())
        .sum();
    let length = length(seconds);
    match (&confirmed.entries[..], confirmed.things) {
        ([first, ..], 1) => format!("As planned: {length} of {}.", title(&first.subject.title)),
        (_, things) => format!("As planned: {length} in {}.", count(things, "block")),
    }
}

/// What the step is called.
pub(crate) fn away(was: &Absence) -> &'static str {
    match was {
        Absence::Work => "count the time away",
        Absence::Break => "take a break out",
        Absence::Other { .. } => "say what the time away was",
        Absence::Discard => "discard the time away",
    }
}

/// "20 min were a break.", "Took out 20 min; Ingest design ended before it."
pub(crate) fn was_away(span: Span, was: &Absence, over: Option<&Over>) -> String {
    let away = length(span.seconds());
    match (was, over) {
        (Absence::Discard, Some(over)) if over.went_on => format!(
            "Took out {away}; {} is recorded before and after it, and stopped.",
            title(&over.title)
        ),
        (Absence::Discard, Some(over)) => {
            format!("Took out {away}; {} ended before it.", title(&over.title))
        }
        (Absence::Discard, None) => format!("Took out {away}."),
        _ => format!("Took out {away} as a break."),
    }
}

/// "Ingest design, 47 min, since 09:00"; what is held or in a break is said to be.
pub(crate) fn running(running: &RunningShown) -> String {
    let name = title(&running.title);
    let since = running.start.format("%H:%M");
    let long = length(running.elapsed.into());
    match running.phase {
        Phase::Work => format!("{name}, {long}, since {since}"),
        Phase::Paused => format!("{name}, held since {since}"),
        Phase::ShortBreak | Phase::LongBreak => format!("{name}, a break since {since}"),
        Phase::Ready => format!("{name}, ready for the next round since {since}"),
    }
}

/// "Design review at 10:00, in 13 min".
pub(crate) fn next(name: &str, start: NaiveDateTime, seconds: i64) -> String {
    let name = title(name);
    let at = start.format("%H:%M");
    match seconds {
        ..=0 => format!("{name} since {at}"),
        seconds => format!("{name} at {at}, in {}", length(seconds)),
    }
}

/// "3 h 10 done of 4 h planned by now".
pub(crate) fn so_far(done: u32, planned: u32) -> String {
    let done = text::duration(done);
    match planned {
        0 => format!("{done} done, nothing planned by now"),
        planned => format!("{done} done of {} planned by now", text::duration(planned)),
    }
}
