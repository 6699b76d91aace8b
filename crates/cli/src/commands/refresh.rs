//! `keel refresh`: reads subscribed calendars again. One that cannot be read keeps none of the
//! others from being read.

use crate::args::Global;
use crate::desk::Desk;
use crate::failure::{Failure, done, fault, refused};
use crate::page::Page;
use evenkeel_app::messages::{Fault, FaultCode, FeedLine};
use serde::Serialize;

#[derive(Debug, clap::Args)]
pub(crate) struct Refresh {
    /// Names of calendars [default: all that are subscribed to]
    #[arg(value_name = "CALENDAR")]
    names: Vec<String>,
    /// Only those whose time has come
    #[arg(long, conflicts_with = "names")]
    due: bool,
}

/// How reading one calendar went.
#[derive(Serialize)]
struct Read {
    name: String,
    /// What happened, in a sentence.
    said: String,
    /// Whether it came.
    read: bool,
}

impl Refresh {
    pub(crate) fn run(self, global: &Global, page: &mut Page<'_>) -> Result<(), Failure> {
        let desk = global.open()?;
        let calendars = self.chosen(&desk)?;
        let seen = desk.planner.this_week(&desk.moment)?;
        let mut all = Vec::with_capacity(calendars.len());
        for calendar in calendars {
            let reply = desk.planner.refresh(calendar.feed, seen, &desk.moment);
            let (said, read) = match done(reply) {
                Ok(outcome) => (outcome.said, true),
                Err(fault) => (
                    format!("{}: {} {}", calendar.name, fault.message, fault.hint),
                    false,
                ),
            };
            all.push(Read {
                name: calendar.name,
                said: said.trim().to_string(),
                read,
            });
        }
        if !page.json(&all)? {
            for one in &all {
                page.line(&one.said)?;
            }
        }
        let failed = all.iter().filter(|one| !one.read).count();
        match (failed, all.len()) {
            (0, 0) if !self.due => Err(refused(
                "No calendar is subscribed to.",
                "Add one with keel subscribe ADDRESS.",
            )
            .into()),
            (0, _) => Ok(()),
            (failed, all) => Err(fault(
                FaultCode::File,
                format!("{failed} of {all} calendars could not be read."),
                "Their last copies are kept.",
            )
            .into()),
        }
    }

    /// The calendars that are meant.
    fn chosen(&self, desk: &Desk) -> Result<Vec<FeedLine>, Fault> {
        let mut calendars = desk.planner.calendars(&desk.moment)?;
        if !self.names.is_empty() {
            return self
                .names
                .iter()
                .map(|name| named(&calendars, name))
                .collect();
        }
        calendars.retain(|calendar| calendar.subscription.is_some());
        if self.due {
            let due = desk.planner.due(&desk.moment)?;
            calendars.retain(|calendar| due.contains(&calendar.feed));
        }
        Ok(calendars)
    }
}

fn named(calendars: &[FeedLine], name: &str) -> Result<FeedLine, Fault> {
    let found = calendars.iter().find(|calendar| calendar.name == name);
    found.cloned().ok_or_else(|| {
        fault(
            FaultCode::Gone,
            format!(
                "No calendar is called \u{201c}{}\u{201d}.",
                name.escape_debug()
            ),
            "keel subscribe --list names those that are subscribed to.",
        )
    })
}
