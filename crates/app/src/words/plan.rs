//! What is refused of seasons, boundaries and the decline log, as sentences.

use crate::messages::Fault;
use evenkeel_core::boundary::{self, BoundaryRefusal, RuleSubject};
use evenkeel_core::decline::{self, DeclineRefusal};
use evenkeel_core::season::{self, LEAD_TARGETS, SeasonRefusal};
use evenkeel_core::text;

impl Fault {
    /// A date nobody can plan on.
    pub(crate) fn outside_calendar() -> Fault {
        Fault::refused(
            "The date lies outside the calendar.",
            "Choose a year between 1900 and 9990.",
        )
    }
}

impl From<SeasonRefusal> for Fault {
    fn from(refusal: SeasonRefusal) -> Fault {
        let fault = match refusal {
            SeasonRefusal::NoName => {
                Fault::refused("The season has no name.", "Give it one, such as Launch.")
            }
            SeasonRefusal::NameTooLong { characters } => Fault::refused(
                format!(
                    "The name has {characters} characters; {} are allowed.",
                    season::LONGEST_NAME
                ),
                "Shorten it.",
            ),
            SeasonRefusal::OutsideCalendar { .. } => Fault::outside_calendar(),
            SeasonRefusal::Lead { percent } => Fault::refused(
                format!("{percent} % leaves nothing for the other end."),
                format!(
                    "Choose between {} and {} %: every week needs some of both.",
                    LEAD_TARGETS.start(),
                    LEAD_TARGETS.end()
                ),
            ),
            SeasonRefusal::Target(refusal) => return refusal.into(),
        };
        fault.at(refusal.field())
    }
}

impl From<BoundaryRefusal> for Fault {
    fn from(refusal: BoundaryRefusal) -> Fault {
        let field = refusal.field();
        sentence(&refusal).at(&field)
    }
}

fn sentence(refusal: &BoundaryRefusal) -> Fault {
    match refusal {
        BoundaryRefusal::HoursDates { .. } => Fault::refused(
            "These hours would end before they begin to hold.",
            "Choose a later last day.",
        ),
        BoundaryRefusal::Hours { weekday, .. } => Fault::refused(
            format!(
                "The work hours of {} end before they begin.",
                crate::settings::weekday_name(*weekday)
            ),
            "Choose a later end or an earlier start.",
        ),
        BoundaryRefusal::Lunch => Fault::refused(
            "Lunch would end before it begins.",
            "Choose a later end or an earlier start.",
        ),
        BoundaryRefusal::DayOffDates { .. } => Fault::refused(
            "The last day off lies before the first.",
            "Choose a later last day.",
        ),
        BoundaryRefusal::DayOffName { .. } => Fault::refused(
            format!(
                "The name is longer than {} characters.",
                boundary::LONGEST_NAME
            ),
            "Shorten it.",
        ),
        BoundaryRefusal::DaysOffMeet { day, .. } => Fault::refused(
            format!("{} is off already.", day.format("%-d %B %Y")),
            "Change the dates of one of the two.",
        ),
        BoundaryRefusal::RuleTimes { .. } => Fault::refused(
            "The rule would end before it begins.",
            "Choose a later end or an earlier start.",
        ),
        BoundaryRefusal::RuleWithoutDays { .. } => Fault::refused(
            "The rule holds on no day.",
            "Choose a day for it, or remove it.",
        ),
        BoundaryRefusal::RuleTwice { no, .. } => Fault::refused(
            format!("This rule about {} is there already.", subject(*no)),
            "Change one of the two, or remove it.",
        ),
        BoundaryRefusal::LimitPlace { category } if category.is_work() => Fault::refused(
            "The least of growth has a place of its own.",
            "Set it under Week.",
        ),
        BoundaryRefusal::LimitPlace { .. } => Fault::refused(
            "Personal time has no least and no most.",
            "Choose a category of work.",
        ),
        BoundaryRefusal::LimitTwice { category } => Fault::refused(
            format!("{} has two limits.", text::label(*category)),
            "Keep one of them.",
        ),
        BoundaryRefusal::LeastAboveMost { category } => Fault::refused(
            format!("The least of {} is more than the most.", category.name()),
            "Lower the least or raise the most.",
        ),
        BoundaryRefusal::LimitTooLong { .. } => Fault::refused(
            "This is more than a week holds.",
            "Choose at most 168 hours for all of them together.",
        ),
        BoundaryRefusal::OutsideCalendar { .. } => Fault::outside_calendar(),
        BoundaryRefusal::TooMany { most, .. } => Fault::refused(
            format!("{most} entries are kept at most."),
            "Remove some that are over.",
        ),
    }
}

/// What a rule keeps out: "management", "meetings".
pub(crate) fn subject(no: RuleSubject) -> &'static str {
    match no.category() {
        Some(category) => category.name(),
        None => "meetings",
    }
}

impl From<DeclineRefusal> for Fault {
    fn from(refusal: DeclineRefusal) -> Fault {
        let fault = match refusal {
            DeclineRefusal::Nothing => Fault::refused(
                "It does not say what was declined.",
                "Name it in a few words.",
            ),
            DeclineRefusal::TooLong { characters, .. } => Fault::refused(
                format!(
                    "This has {characters} characters; {} are allowed.",
                    decline::LONGEST_TEXT
                ),
                "Shorten it, or put the rest into the note.",
            ),
            DeclineRefusal::Minutes { .. } => Fault::refused(
                "No single thing takes more than a week.",
                "Write down the time of one week.",
            ),
            DeclineRefusal::OutsideCalendar => Fault::outside_calendar(),
        };
        fault.at(refusal.field())
    }
}
