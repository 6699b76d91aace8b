//! Why an address is no calendar's, and why no calendar came from one. Only the host is ever named:
//! the rest of an address may be a secret.

use crate::messages::{Fault, FaultCode};
use evenkeel_core::ics::NotACalendar;
use evenkeel_core::subscription::Asked;
use evenkeel_feeds::{BadAddress, Problem};

const COPY_AGAIN: &str = "Copy the whole address again from the calendar program.";
const KEPT: &str = "The last copy is kept.";

/// What was entered cannot be fetched.
pub(crate) fn bad(reason: BadAddress) -> Fault {
    let (message, hint) = match reason {
        BadAddress::Empty => (
            "No address was entered.",
            "Paste the address of a calendar; it begins with https:// or webcal://.",
        ),
        BadAddress::Spaces => (
            "The address holds a space or a line break.",
            "Paste one address and nothing else.",
        ),
        BadAddress::TooLong => ("The address is longer than addresses are.", COPY_AGAIN),
        BadAddress::NoScheme => (
            "The address does not begin with https:// or webcal://.",
            COPY_AGAIN,
        ),
        BadAddress::OtherScheme => (
            "Calendars are read from https:// and webcal:// addresses only.",
            "Look for an address of that kind in the calendar program.",
        ),
        BadAddress::File => (
            "This is a file on this computer, not an address.",
            "Import it instead.",
        ),
        BadAddress::NotPrivate => (
            "What an http:// address sends can be read by everybody on the way.",
            "Try the same address with https:// at its beginning.",
        ),
        BadAddress::Malformed => ("The address cannot be read.", COPY_AGAIN),
    };
    Fault::refused(message, hint).at("address")
}

/// No calendar came from a host: why, and how soon it is worth asking again.
pub(crate) fn unfetched(host: &str, problem: Problem) -> (Fault, Asked) {
    let lasting = |message: String, hint: &str| {
        let fault = Fault::new(FaultCode::File, message, hint);
        (fault, Asked::Lasting)
    };
    let passing = |message: String| {
        let fault = Fault::new(FaultCode::File, message, KEPT);
        (fault, Asked::Passing)
    };
    const SECRET: &str = "Use the secret address that the calendar program offers for reading \
                          elsewhere, and copy all of it.";
    match problem {
        Problem::NotFound => lasting(
            format!("{host} has no calendar at this address."),
            COPY_AGAIN,
        ),
        Problem::Gone => lasting(
            format!("{host} says that this calendar is gone for good."),
            "Ask whoever shared it for a new address, or remove it.",
        ),
        Problem::Unauthorized => lasting(
            format!("{host} shows this calendar only after logging in."),
            SECRET,
        ),
        Problem::Busy { after_seconds } => {
            let (fault, _) = passing(format!("{host} is busy and asks to come back later."));
            (fault, Asked::Busy(after_seconds))
        }
        Problem::Server { status } => passing(format!("{host} failed with error {status}.")),
        Problem::Odd { status } => lasting(
            format!("{host} gave an answer that means nothing here ({status})."),
            COPY_AGAIN,
        ),
        Problem::Redirects => lasting(
            format!("{host} sends on from place to place without end."),
            COPY_AGAIN,
        ),
        Problem::SentToOpen => lasting(
            format!("{host} sends on to an address that everybody on the way can read."),
            "Ask whoever shared the calendar for an address that stays private.",
        ),
        Problem::Page => lasting(
            format!("{host} sent a web page instead of a calendar, perhaps one to log in."),
            SECRET,
        ),
        Problem::NotACalendar => {
            lasting(format!("What {host} sent is not a calendar."), COPY_AGAIN)
        }
        Problem::Empty => passing(format!("{host} sent nothing.")),
        Problem::TooLarge { limit } => lasting(
            format!(
                "The calendar at {host} is larger than {} MB, more than one may be here.",
                limit >> 20
            ),
            "Share a shorter range of dates, or a smaller calendar.",
        ),
        Problem::CutOff => passing(format!("The calendar from {host} broke off in the middle.")),
        Problem::Late => passing(format!("{host} took too long.")),
        Problem::Unreachable => passing(format!("{host} could not be reached.")),
        Problem::BadCertificate => lasting(
            format!("{host} could not prove that it is {host}."),
            "Check the address; in a guest network, log in to that first.",
        ),
        Problem::NotSecure => passing(format!("No private connection to {host} came about.")),
        Problem::NotHttp => lasting(
            format!("{host} did not answer as a web server does."),
            COPY_AGAIN,
        ),
    }
}

/// What came is no calendar after all.
pub(crate) fn unread(host: &str, error: NotACalendar) -> (Fault, Asked) {
    let problem = match error {
        NotACalendar::Empty => Problem::Empty,
        NotACalendar::Other => Problem::NotACalendar,
        NotACalendar::TooLarge => Problem::TooLarge { limit: 20 << 20 },
    };
    unfetched(host, problem)
}

/// A calendar could not be brought up to date for a day or longer.
pub(crate) fn out_of_date(name: &str, hours: i64, problem: &str) -> Fault {
    let since = match hours / 24 {
        1 => "a day".to_string(),
        days => format!("{days} days"),
    };
    Fault::new(
        FaultCode::File,
        format!("{name} has not been up to date for {since}."),
        problem,
    )
}

/// A calendar came without a single event, although it had some.
pub(crate) fn emptied(host: &str) -> (Fault, Asked) {
    let fault = Fault::new(
        FaultCode::File,
        format!("The calendar from {host} holds no events any more, so the last copy is kept."),
        "Remove the calendar if that is right.",
    );
    (fault, Asked::Passing)
}
