//! The plan suggested for a week that is written in a file. Needs no plan and changes none.

use crate::file;
use crate::messages::{Fault, FaultCode};
use evenkeel_core::suggest::{Effort, Instance, NoPlan, Suggestion, Week, suggest};
use std::path::Path;

/// The largest file that is read, in bytes; the largest week there can be has far less.
const LARGEST: u64 = 1_000_000;

/// What a file said of a week, and the plan for it.
pub struct Suggested {
    /// The week.
    pub week: Week,
    /// The plan of least cost.
    pub suggestion: Suggestion,
}

/// Reads a week out of a file and plans it.
pub fn suggested(path: &Path) -> Result<Suggested, Fault> {
    let name = path.file_name().unwrap_or(path.as_os_str()).display();
    let not = |why: String, hint: &str| {
        let message = format!("{name} is not a week that can be planned: {why}.");
        Fault::new(FaultCode::File, message, hint)
    };
    let bytes = file::read(path, LARGEST).map_err(|fault| Fault {
        hint: SHAPE.into(),
        ..fault
    })?;
    let bytes = bytes.ok_or_else(|| not("it is larger than 1 MB".into(), ONE_WEEK))?;
    let instance: Instance =
        serde_json::from_slice(&bytes).map_err(|error| not(error.to_string(), SHAPE))?;
    let week = Week::try_from(instance).map_err(|error| not(error.to_string(), CORRECT))?;
    match suggest(&week, Effort::DEFAULT) {
        Ok(suggestion) => Ok(Suggested { week, suggestion }),
        Err(NoPlan::Flaw(flaw)) => Err(not(flaw.to_string(), CORRECT)),
        Err(why) => Err(none(&why)),
    }
}

fn none(why: &NoPlan) -> Fault {
    let (message, hint) = match why {
        NoPlan::Conflict(conflict) => {
            let day = conflict.day.map(|day| format!(" on day {}", day + 1));
            (
                format!("No plan can keep {conflict}{}.", day.unwrap_or_default()),
                "Relax one of these rules, or free some slots.",
            )
        }
        NoPlan::NoPlace | NoPlan::Flaw(_) => (
            "The movable meetings do not fit into the week.".to_string(),
            "Give them more places to begin, or free some slots.",
        ),
    };
    Fault::new(FaultCode::Refused, message, hint)
}

const ONE_WEEK: &str = "Write one week to a file.";
const SHAPE: &str =
    "Write one JSON object with D days of n slots of q minutes, what is fixed, and what is wanted.";
const CORRECT: &str = "Correct it in the file.";
