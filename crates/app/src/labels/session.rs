//! How a focus session goes on, in words.

use super::{sentence_case, title};
use crate::actual::Words;
use crate::messages::SessionStep;
use chrono::NaiveDateTime;
use evenkeel_core::actual::{Phase, Running};
use evenkeel_core::text;

/// "pause Ingest design", as a step of undo.
pub(crate) fn undo(step: SessionStep, running: &Running) -> String {
    let name = title(&running.subject.title);
    match step {
        SessionStep::Pause => format!("pause {name}"),
        SessionStep::Resume => format!("go on with {name}"),
        SessionStep::Skip if running.phase == Phase::Work => "skip to the break".into(),
        SessionStep::Skip => "skip the break".into(),
        SessionStep::Extend { minutes } => format!("give {minutes} minutes more"),
    }
}

/// What a step came to.
pub(crate) fn said(step: SessionStep, before: &Running, after: &Running) -> String {
    let name = sentence_case(title(&after.subject.title));
    match step {
        SessionStep::Pause => format!("{name} is paused."),
        SessionStep::Resume if before.phase == Phase::Paused => format!("{name} goes on."),
        SessionStep::Resume | SessionStep::Skip => ended(after),
        SessionStep::Extend { minutes } => {
            let minutes = text::duration(u32::from(minutes));
            format!("{minutes} more for this {}.", phase(after.phase))
        }
    }
}

/// What begins now that the phase before is over.
pub(crate) fn ended(running: &Running) -> String {
    let words = notice(running);
    format!("{}. {}", words.title, words.body)
}

/// The same for the desktop.
pub(crate) fn notice(running: &Running) -> Words {
    let name = title(&running.subject.title);
    let length = text::duration(running.length.unwrap_or(0).div_ceil(60));
    let (done, next) = (running.done, u32::from(running.done) + 1);
    let (title, body) = match running.phase {
        Phase::Work => (
            format!("Round {next} begins"),
            format!("{length} of {name}."),
        ),
        Phase::ShortBreak => (
            format!("Round {done} is over"),
            format!("A break of {length}."),
        ),
        Phase::LongBreak => (
            format!("Round {done} is over"),
            format!("A long break of {length}."),
        ),
        Phase::Ready | Phase::Paused => (
            "The break is over".into(),
            format!("Round {next} of {name} begins when you go on."),
        ),
    };
    Words { title, body }
}

/// "You were away from 10:12 to 11:40, 1 h 28, while Ingest design was recorded."
pub(crate) fn away(start: NaiveDateTime, end: NaiveDateTime, seconds: i64, name: &str) -> String {
    let [from, to] = [start, end].map(|wall| wall.format("%H:%M").to_string());
    let length = super::actual::length(seconds);
    let name = title(name);
    format!("You were away from {from} to {to}, {length}, while {name} was recorded.")
}

fn phase(phase: Phase) -> &'static str {
    match phase {
        Phase::ShortBreak | Phase::LongBreak => "break",
        Phase::Work | Phase::Paused | Phase::Ready => "round",
    }
}
