//! `keel subscribe`: reads a calendar from its address, and lists those that are read so.

use crate::args::Global;
use crate::desk::Desk;
use crate::failure::{Failure, done, refused};
use crate::page::Page;
use chrono::NaiveDateTime;
use evenkeel_app::SecretAddress;
use evenkeel_app::messages::{ChangeLine, Fault, FeedLine, Op, SubscriptionLine};
use std::io::Read;

/// How many changes of one calendar are listed.
const MOST_LISTED: usize = 10;

/// How much of standard input is read, in bytes.
const LONGEST_INPUT: u64 = 10_000;

#[derive(Debug, clap::Args)]
pub(crate) struct Subscribe {
    /// The calendar's address (https:// or webcal://); - reads it from standard input, so that it
    /// stays out of the shell's history
    #[arg(required_unless_present = "list", value_name = "ADDRESS")]
    address: Option<String>,
    /// What to call it [default: what it calls itself]
    #[arg(long)]
    name: Option<String>,
    /// How often a window reads it again: 15m, 6h, 1d; 0 for only by hand [default: 1h]
    #[arg(long, value_name = "TIME")]
    every: Option<String>,
    /// List the subscribed calendars, how they are, and what changed in them
    #[arg(long, conflicts_with_all = ["address", "name", "every"])]
    list: bool,
}

impl Subscribe {
    pub(crate) fn run(self, global: &Global, page: &mut Page<'_>) -> Result<(), Failure> {
        let Desk { planner, moment } = global.open()?;
        let Some(address) = self.address else {
            let calendars = planner.calendars(&moment)?;
            return list(page, &calendars);
        };
        let address = match address.as_str() {
            "-" => typed(),
            _ => address,
        };
        let op = Op::Subscribe {
            address: SecretAddress(address),
            name: self.name.unwrap_or_default(),
            every_minutes: self.every.as_deref().map(minutes).transpose()?,
        };
        let seen = planner.this_week(&moment)?;
        page.outcome(&done(planner.apply(op, seen, &moment))?)
    }
}

/// What stands on standard input, as far as an address can be long; what is no text is no address.
fn typed() -> String {
    let mut bytes = Vec::new();
    let mut input = std::io::stdin().lock().take(LONGEST_INPUT);
    match input.read_to_end(&mut bytes) {
        Ok(_) => String::from_utf8_lossy(&bytes).into_owned(),
        Err(_) => String::new(),
    }
}

/// `15m`, `6h`, `1d`; without a unit minutes.
fn minutes(text: &str) -> Result<u32, Fault> {
    let unit = text.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let number = &text[..text.len() - unit.len()];
    let each = match unit {
        "" | "m" | "min" => 1,
        "h" => 60,
        "d" => 24 * 60,
        _ => 0,
    };
    let minutes = number
        .parse::<u32>()
        .ok()
        .and_then(|number| number.checked_mul(each));
    match minutes {
        Some(minutes) if each != 0 => Ok(minutes),
        _ => Err(refused(
            format!("\u{201c}{}\u{201d} is not a time.", text.escape_debug()),
            "Write 15m, 6h or 1d, or 0 for only by hand.",
        )),
    }
}

fn list(page: &mut Page<'_>, calendars: &[FeedLine]) -> Result<(), Failure> {
    let subscribed: Vec<&FeedLine> = calendars
        .iter()
        .filter(|calendar| calendar.subscription.is_some())
        .collect();
    if page.json(&subscribed)? {
        return Ok(());
    }
    if subscribed.is_empty() {
        return page.line("No calendar is subscribed to. Add one with keel subscribe ADDRESS.");
    }
    for calendar in subscribed {
        if let Some(subscription) = &calendar.subscription {
            print(page, calendar, subscription)?;
        }
    }
    Ok(())
}

fn print(
    page: &mut Page<'_>,
    calendar: &FeedLine,
    subscription: &SubscriptionLine,
) -> Result<(), Failure> {
    let events = match calendar.events {
        1 => "1 event".to_string(),
        events => format!("{events} events"),
    };
    page.line(format_args!(
        "{}: {events} from {}, read {}.",
        calendar.name, subscription.host, subscription.often
    ))?;
    let checked = subscription
        .checked
        .as_deref()
        .map_or("never".into(), clock);
    let next = subscription.next.as_deref().map(clock);
    let next = next.map_or(String::new(), |next| format!("; next {next}"));
    page.line(format_args!("  Up to date: {checked}{next}."))?;
    if let Some(problem) = &subscription.problem {
        page.line(format_args!("  {problem}"))?;
    }
    let all = subscription
        .changed
        .iter()
        .flat_map(|reading| &reading.changes);
    for change in all.take(MOST_LISTED) {
        page.line(format_args!("  {}", changed(change)))?;
    }
    Ok(())
}

/// "moved: Review, Fri 20 Nov 14:00 to Sat 21 Nov 16:00"
fn changed(change: &ChangeLine) -> String {
    use evenkeel_app::ChangeKind::{Added, Gone, Moved, Renamed};
    let kind = match change.kind {
        Added => "new",
        Moved => "moved",
        Renamed => "renamed",
        Gone => "gone",
    };
    let time = |wall: &str| match (wall.parse::<NaiveDateTime>(), change.all_day) {
        (Ok(wall), true) => wall.format("%a %-d %b").to_string(),
        (Ok(wall), false) => wall.format("%a %-d %b %H:%M").to_string(),
        (Err(_), _) => wall.to_string(),
    };
    let mut line = format!("{kind}: {}, ", change.title);
    if let Some(before) = &change.before {
        line += &format!("{} to ", time(before));
    }
    line += &time(&change.start);
    if 1 < change.times {
        line += &format!(" and {} more times", change.times - 1);
    }
    line
}

fn clock(wall: &str) -> String {
    wall.get(..16).unwrap_or(wall).replace('T', " ")
}

#[cfg(test)]
mod tests {
    use super::minutes;

    #[test]
    fn a_time_is_a_number_and_a_unit() {
        for (text, expected) in [("15m", 15), ("90", 90), ("6h", 360), ("1d", 1440), ("0", 0)] {
            assert_eq!(minutes(text), Ok(expected));
        }
        for text in ["", "h", "1y", "-5", "1.5h", "99999999d", "\u{fc}"] {
            assert!(minutes(text).is_err(), "{text}");
        }
    }
}
