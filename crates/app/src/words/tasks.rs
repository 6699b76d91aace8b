//! Refusals of the backlog and of lines of words.

use crate::messages::Fault;
use evenkeel_core::backlog::{LONGEST_GOAL, LONGEST_NOTES, MOST_ESTIMATE, TaskRefusal};
use evenkeel_core::edit::{LONGEST_TITLE, Refusal};
use evenkeel_core::facets::MOST_TAGS;
use evenkeel_core::quick::{LONGEST_LINE, Unread};
use evenkeel_core::text;

impl From<TaskRefusal> for Fault {
    fn from(refusal: TaskRefusal) -> Fault {
        let field = refusal.field();
        let fault = match refusal {
            TaskRefusal::Gone { .. } => Fault::gone("task"),
            TaskRefusal::NoTitle => Fault::refused(
                "A task needs a title.",
                "Say in a few words what is to be done.",
            ),
            TaskRefusal::TitleTooLong { characters } => Fault::refused(
                format!("The title has {characters} characters; {LONGEST_TITLE} are allowed."),
                "Shorten it, or put the rest into the notes.",
            ),
            TaskRefusal::GoalTooLong { characters } => Fault::refused(
                format!("The goal has {characters} characters; {LONGEST_GOAL} are allowed."),
                "Shorten it.",
            ),
            TaskRefusal::NotesTooLong { characters } => Fault::refused(
                format!("The notes have {characters} characters; {LONGEST_NOTES} are allowed."),
                "Shorten them, or keep them in a file of their own.",
            ),
            TaskRefusal::TooManyTags { tags } => Fault::refused(
                format!("There are {tags} tags; {MOST_TAGS} are allowed."),
                "Leave some out.",
            ),
            TaskRefusal::Estimate { .. } => Fault::refused(
                "This is no estimate.",
                format!(
                    "Give between a minute and {}.",
                    text::duration(MOST_ESTIMATE)
                ),
            ),
            TaskRefusal::OutsideCalendar => Fault::from(Refusal::OutsideCalendar),
            TaskRefusal::NoFreeTime { title, minutes } => Fault::refused(
                format!(
                    "In the next two weeks no {} are free for \u{201c}{title}\u{201d}.",
                    text::duration(minutes)
                ),
                "Drag it to where it should go, or plan less of it at once.",
            ),
        };
        match field {
            Some(field) => fault.at(field),
            None => fault,
        }
    }
}

impl From<Unread> for Fault {
    fn from(unread: Unread) -> Fault {
        match unread {
            Unread::Empty => Fault::refused(
                "There are no words.",
                "Type what to add, such as \u{201c}Tue 9-10:30 design review\u{201d}.",
            ),
            Unread::TooLong { characters } => Fault::refused(
                format!("The line has {characters} characters; {LONGEST_LINE} are allowed."),
                "Shorten it, and put the rest into the notes afterwards.",
            ),
            Unread::NoTitle => Fault::refused(
                "A task needs a title.",
                "Add in a few words what is to be done.",
            ),
            Unread::RepeatsWithoutTime => Fault::refused(
                "What repeats needs a time of day.",
                "Add one, such as \u{201c}9-10\u{201d}.",
            ),
            Unread::RepeatsAsTask => Fault::refused(
                "What repeats is no task of the backlog.",
                "Leave out how it repeats, or the estimate, due day and energy.",
            ),
            Unread::RepeatsNever { first, until } => Fault::refused(
                format!(
                    "It would begin on {} and be over by {}.",
                    first.format("%-d %B %Y"),
                    until.format("%-d %B %Y")
                ),
                "Choose a later end.",
            ),
            Unread::OutsideCalendar => Refusal::OutsideCalendar.into(),
        }
    }
}
